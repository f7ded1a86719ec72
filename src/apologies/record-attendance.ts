import { isAfter, toDate } from '../calendar/civil.ts'
import { isClerk, membersOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { messageKinds } from '../meetings/messages.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { recordsOf, type StandingRecord } from './attendance-records.ts'
import {
  changesOf,
  faultOf,
  type Recorded,
  type RecordFault,
  recordedAs,
  remoteMode,
  type Said,
} from './attendance-rules.ts'

export interface RecordAttendance {
  readonly by: string
  readonly meetingId: string
  /** How many rows there were when the clerk looked: another clerk may have recorded meanwhile. */
  readonly seen: number
  readonly said: ReadonlyMap<string, Said>
  /** Why a row that stands is corrected. Not private. */
  readonly why: string
}

/**
 * - `not-a-clerk`: the committee's clerks record
 * - `not-begun`: before its beginning nobody knows who comes; the answers say who is expected
 * - `not-held`: it was cancelled or postponed
 * - `recorded-meanwhile`: look again at what stands
 * - the faults of a record: at the field of the person
 */
export type RecordRefusal =
  | { readonly code: 'meeting-gone' | 'not-a-clerk' }
  | { readonly code: 'not-begun' | 'not-held' | 'recorded-meanwhile'; readonly meeting: string }
  | RecordFault

export interface AttendanceReceipt {
  readonly meeting: MeetingAtHand
  readonly fresh: number
  readonly corrected: number
  /** How many rows there are now. */
  readonly rows: number
}

/** Why attendance cannot be recorded now, whatever is said; `undefined` when it can. */
export async function whyNotRecord(
  rows: Parameters<typeof isClerk>[0],
  meeting: MeetingAtHand | undefined,
  by: string,
  now: Tx['now'],
): Promise<RecordRefusal | undefined> {
  if (!meeting) return { code: 'meeting-gone' }
  if (!(await isClerk(rows, meeting.committeeId, by))) return { code: 'not-a-clerk' }
  const named = meetingWords.meeting(meeting)
  if (meeting.state !== 'scheduled') return { code: 'not-held', meeting: named }
  if (isAfter(meeting.startsAt, now)) return { code: 'not-begun', meeting: named }
  return undefined
}

/** Record who came, or correct what stands: a correction is a new row (law 5). Twice the same is once. */
export async function recordAttendance(
  house: House,
  act: RecordAttendance,
): Promise<Outcome<AttendanceReceipt, RecordRefusal>> {
  return house.transact<Outcome<AttendanceReceipt, RecordRefusal>>(act.by, async (tx) => {
    await tx.db.$queryRaw`SELECT "id" FROM "Meeting"
      WHERE "councilId" = ${tx.councilId}::uuid AND "id" = ${act.meetingId}::uuid FOR UPDATE`
    const meeting = await meetingAtHand(tx, act.meetingId)
    const refusal = await whyNotRecord(tx, meeting, act.by, tx.now)
    if (refusal || !meeting) return refused(refusal ?? { code: 'meeting-gone' })
    const { nation } = await tx.db.council.findUniqueOrThrow({ where: { id: tx.councilId } })
    const remote = remoteMode(nation, meeting.date)
    const seats = await membersOn(tx.db, tx.councilId, meeting.committeeId, meeting.date)
    const seatOf = new Map(seats.map(({ person, seatId }) => [person.id, seatId]))
    const standing = await recordsOf(tx, [meeting.id])
    const said = [...act.said].map(([personId, one]) => recordedAs(personId, one, remote))
    const change = changesOf(standing, said, new Set(seatOf.keys()))
    const where = { councilId: tx.councilId, meetingId: meeting.id }
    const rows = await tx.db.attendanceRecord.count({ where })
    const changed = change.fresh.length + change.corrected.length
    if (changed === 0) return done({ meeting, fresh: 0, corrected: 0, rows })
    if (rows !== act.seen)
      return refused({ code: 'recorded-meanwhile', meeting: meetingWords.meeting(meeting) })
    const fault = faultOf(standing, change, act.why)
    if (fault) return refused(fault)
    await recordRows(tx, meeting, { ...change, standing, seatOf, why: act.why })
    return done({
      meeting,
      fresh: change.fresh.length,
      corrected: change.corrected.length,
      rows: rows + changed,
    })
  })
}

/**
 * Write the rows, with the audit, and make the clerks' list true again. The roll call of a meeting as it sits
 * writes the same rows by this, live.
 */
export async function recordRows(
  tx: Tx,
  meeting: MeetingAtHand,
  of: {
    readonly fresh: readonly Recorded[]
    readonly corrected: readonly Recorded[]
    readonly standing: readonly StandingRecord[]
    /** The seat of each member; a substitute takes that of the absent member. */
    readonly seatOf: ReadonlyMap<string, string>
    readonly why: string
  },
): Promise<void> {
  const { councilId } = tx
  const corrected = new Set(of.corrected.map(({ personId }) => personId))
  const numberOf = (personId: string) => (of.standing.find((it) => it.personId === personId)?.number ?? 0) + 1
  await tx.db.attendanceRecord.createMany({
    data: [...of.fresh, ...of.corrected].map(({ personId, state, mode, forId }) => ({
      councilId,
      meetingId: meeting.id,
      personId,
      number: numberOf(personId),
      seatId: of.seatOf.get(forId ?? personId) ?? null,
      state,
      mode,
      forId: forId ?? null,
      why: corrected.has(personId) ? of.why : '',
      byId: tx.by,
      at: toDate(tx.now),
    })),
  })
  tx.audit(
    corrected.size > 0 ? 'attendance.corrected' : 'attendance.recorded',
    {
      meeting: meeting.id,
      recorded: of.fresh.map(factOf),
      corrected: of.corrected.map(factOf),
      why: corrected.size > 0 ? of.why : '',
    },
    meeting.committeeId,
  )
  await tx.refresh({ kind: messageKinds.clerks, subject: meeting.id })
  // Whoever has attended needs no warning of the six months any more.
  await tx.refresh({ kind: messageKinds.sixMonths, subject: councilId })
}

function factOf({ personId, state, mode, forId }: Recorded): string {
  return [personId, state, mode, ...(forId === undefined ? [] : [`for ${forId}`])].join(' ')
}
