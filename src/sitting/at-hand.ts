import type { Temporal } from 'temporal-polyfill'
import { toInstant } from '../calendar/civil.ts'
import {
  type CouncilPerson,
  type CouncilRows,
  membersOn,
  personOf,
  type SittingMember,
} from '../committees/people.ts'
import type { Tx } from '../database/transact.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import type { ChairLine, RollLine, SittingState } from './types.ts'

export type ItemRecordState = 'waiting' | 'current' | 'done' | 'deferred' | 'withdrawn'

/** Business of the meeting: an item of the agenda, or what came up without one. */
export interface Business {
  readonly recordId: string
  /** Absent where no agenda listed it. */
  readonly itemId: string | undefined
  /** As the agenda prints it: "5"; empty where it has none. */
  readonly number: string
  /** Empty where it is closed to the public: nothing but the lawful words may be said of it. */
  readonly title: string
  readonly isClosed: boolean
  readonly state: ItemRecordState
  readonly taken: number | undefined
  readonly position: number
  readonly startedAt: Temporal.Instant | undefined
  readonly endedAt: Temporal.Instant | undefined
  readonly presenters: readonly string[]
  readonly presented: string
  readonly passage: string
  readonly summary: string
  readonly minuteNumber: number | undefined
  readonly version: number
}

/** A meeting that was opened, with everything that rules and words need of it. */
export interface SittingAtHand {
  readonly id: string
  readonly meeting: MeetingAtHand
  readonly state: SittingState
  readonly openedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | undefined
  readonly version: number
  /** Who holds a seat on the meeting's day, named substitutes too. */
  readonly members: readonly SittingMember[]
  /** Everybody whom the roll or the chair names, members or not. */
  readonly people: ReadonlyMap<string, CouncilPerson>
  readonly roll: readonly RollLine[]
  readonly chairs: readonly ChairLine[]
  /** In the agenda's order, or the order in which they were taken. */
  readonly business: readonly Business[]
  readonly current: Business | undefined
}

/** The sitting of a meeting; `undefined` while it has not been opened. */
export async function sittingAtHand(
  rows: CouncilRows,
  meetingId: string,
): Promise<SittingAtHand | undefined> {
  const { councilId, db } = rows
  const where = { councilId, meetingId }
  const row = await db.sitting.findUnique({ where: { councilId_meetingId: where } })
  const meeting = row && (await meetingAtHand(rows, meetingId))
  if (!row || !meeting) return undefined
  const members = await membersOn(db, councilId, meeting.committeeId, meeting.date, { substitutes: true })
  const roll = await db.rollEntry.findMany({ where: { ...where, struckAt: null }, orderBy: { at: 'asc' } })
  const chairs = await db.presiding.findMany({ where: { ...where, struckAt: null }, orderBy: { at: 'asc' } })
  const business = await businessOf(rows, meetingId)
  return {
    id: row.id,
    meeting,
    state: row.state,
    openedAt: toInstant(row.openedAt),
    closedAt: row.closedAt ? toInstant(row.closedAt) : undefined,
    version: row.version,
    members,
    people: await peopleOf(rows, members, [...roll, ...chairs]),
    roll: roll.map(({ id, personId, kind, mode, forId, at }) => ({
      id,
      personId,
      kind,
      mode,
      forId: forId ?? undefined,
      at: toInstant(at),
    })),
    chairs: chairs.map(({ id, personId, recordId, at }) => ({
      id,
      personId,
      recordId: recordId ?? undefined,
      at: toInstant(at),
    })),
    business,
    current: business.find(({ recordId }) => recordId === row.currentId),
  }
}

/**
 * Hold the sitting of a meeting for the rest of the transaction: what two clerks do comes one after the other.
 * Every use case that changes anything about a sitting begins with this.
 */
export async function lockedSitting(tx: Tx, meetingId: string): Promise<SittingAtHand | undefined> {
  // The tracker has to look again at whatever is changed; a changed row is a held one.
  await tx.db.$executeRaw`UPDATE "Sitting" SET "isTracked" = false
    WHERE "councilId" = ${tx.councilId}::uuid AND "meetingId" = ${meetingId}::uuid`
  return sittingAtHand(tx, meetingId)
}

/** The business of a meeting, in the agenda's order, or the order in which it was taken. */
export async function businessOf({ councilId, db }: CouncilRows, meetingId: string): Promise<Business[]> {
  const records = await db.itemRecord.findMany({ where: { councilId, meetingId } })
  const items = await db.agendaItem.findMany({ where: { councilId, meetingId } })
  const itemOf = new Map(items.map((item) => [item.id, item]))
  return records
    .map((record): Business => {
      const item = record.itemId === null ? undefined : itemOf.get(record.itemId)
      return {
        recordId: record.id,
        itemId: record.itemId ?? undefined,
        number: item?.number ?? '',
        title: record.title === '' ? (item?.title ?? '') : record.title,
        isClosed: record.isClosed || (item !== undefined && item.access !== 'public'),
        state: record.state,
        taken: record.taken ?? undefined,
        position: record.position,
        startedAt: record.startedAt ? toInstant(record.startedAt) : undefined,
        endedAt: record.endedAt ? toInstant(record.endedAt) : undefined,
        presenters: record.presenters,
        presented: record.presented,
        passage: record.passage,
        summary: record.summary,
        minuteNumber: record.minuteNumber ?? undefined,
        version: record.version,
      }
    })
    .toSorted(byOrder)
}

/** What was taken, in its order; then what waits, in the agenda's. */
function byOrder(one: Business, other: Business): number {
  const of = ({ taken }: Business) => taken ?? Number.MAX_SAFE_INTEGER
  return of(one) - of(other) || one.position - other.position
}

async function peopleOf(
  { councilId, db }: CouncilRows,
  members: readonly SittingMember[],
  lines: readonly { readonly personId: string; readonly forId?: string | null }[],
): Promise<Map<string, CouncilPerson>> {
  const known = new Map(members.map(({ person }) => [person.id, person]))
  const named = lines.flatMap(({ personId, forId }) => (forId ? [personId, forId] : [personId]))
  const missing = [...new Set(named)].filter((id) => !known.has(id))
  if (missing.length === 0) return known
  const found = await db.person.findMany({ where: { councilId, id: { in: missing } } })
  return new Map([...known, ...found.map((row) => [row.id, personOf(row)] as const)])
}
