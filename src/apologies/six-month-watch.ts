import { Temporal } from 'temporal-polyfill'
import { columnOfDate, dateOfColumn } from '../calendar/civil.ts'
import type { Nation } from '../calendar/nations.ts'
import { type CouncilRows, displayName } from '../committees/people.ts'
import { recordsOf } from './attendance-records.ts'
import {
  type Approval,
  lastCouncilBefore,
  type SixMonths,
  sixMonthsFrom,
  type WarningStep,
  warningDue,
} from './six-month-rules.ts'

/** An attendance that counts, with where it was. */
export interface LastAttendance {
  readonly date: string
  readonly at: string
}

export interface KeptApproval extends Approval {
  readonly id: string
  readonly kind: 'reason' | 'familyAbsence'
  readonly approvedBy: string
  readonly minute: string
}

export interface WatchedCouncillor {
  readonly personId: string
  readonly name: string
  /** Absent where none is known: then the watch counts from the day on which they took their seat. */
  readonly last: LastAttendance | undefined
  readonly watch: SixMonths
  readonly step: WarningStep | undefined
  /** The last meeting of the full council at which a reason can still be approved. */
  readonly council: string | undefined
  readonly approvals: readonly KeptApproval[]
}

/** A body whose attendance comes from elsewhere. */
export interface BodyKnown {
  readonly name: string
  /** Absent where nothing was ever imported. */
  readonly knownUntil: string | undefined
}

export interface SixMonthList {
  readonly nation: Nation
  readonly today: string
  /** Those whose six months end first, first. */
  readonly councillors: readonly WatchedCouncillor[]
  /** Days of committees of here that count and of which nothing is recorded yet. */
  readonly unrecorded: readonly { readonly committee: string; readonly date: string }[]
  readonly bodies: readonly BodyKnown[]
  /** Whether a meeting of the full council stands in the schedule at all. */
  readonly knowsCouncil: boolean
}

/** Attendance older than this excuses nothing that is not over long since. */
const LOOKED_BACK = { months: 24 }

/**
 * Every councillor's six months, from everything that is known of their attendance: records of committees that
 * count, and what was imported of other bodies. Who only observed from afar, in England, did not attend; who
 * sat for somebody did.
 *
 * @param today in the council's zone
 * @param personIds only these; everybody when absent
 */
export async function sixMonthList(
  rows: CouncilRows,
  today: string,
  personIds?: readonly string[],
): Promise<SixMonthList> {
  const { councilId, db } = rows
  const { nation } = await db.council.findUniqueOrThrow({ where: { id: councilId } })
  const people = await councillors(rows, today, personIds)
  const attended = await attendances(rows, today)
  const approvals = await db.approvedAbsence.findMany({ where: { councilId, revokedAt: null } })
  const councils = await db.meeting.findMany({
    where: { councilId, state: 'scheduled', committee: { isFullCouncil: true } },
    select: { date: true },
  })
  const councilDays = councils.map(({ date }) => dateOfColumn(date))
  const bodies = await db.otherBody.findMany({ where: { councilId, counts: true }, orderBy: { name: 'asc' } })
  const list = people.map((person): WatchedCouncillor => {
    const last = attended.last.get(person.personId)
    const own = approvals
      .filter(({ personId }) => personId === person.personId)
      .map(
        ({ id, kind, approvedBy, approvedOn, minute, until }): KeptApproval => ({
          id,
          kind: kind === 'familyAbsence' ? kind : 'reason',
          approvedBy,
          minute,
          approvedOn: dateOfColumn(approvedOn),
          until: dateOfColumn(until),
        }),
      )
    const watch = sixMonthsFrom(last?.date ?? person.since, own)
    return {
      personId: person.personId,
      name: person.name,
      last,
      watch,
      step: warningDue(watch, today),
      council: lastCouncilBefore(councilDays, watch, today),
      approvals: own,
    }
  })
  return {
    nation,
    today,
    councillors: list.sort((one, other) => (one.watch.expiry < other.watch.expiry ? -1 : 1)),
    unrecorded: attended.unrecorded,
    bodies: bodies.map(({ name, knownUntil }) => ({
      name,
      knownUntil: knownUntil ? dateOfColumn(knownUntil) : undefined,
    })),
    knowsCouncil: councilDays.length > 0,
  }
}

/** Who is a councillor: whoever holds a member's seat or a named substitute's; a co-optee is none. */
async function councillors({ councilId, db }: CouncilRows, today: string, ids?: readonly string[]) {
  const day = columnOfDate(today)
  const sitting = await db.seatOccupancy.findMany({
    where: {
      councilId,
      seat: { kind: { not: 'coOptee' } },
      since: { lte: day },
      OR: [{ until: null }, { until: { gte: day } }],
      ...(ids ? { personId: { in: [...ids] } } : {}),
    },
    include: { person: true },
    orderBy: { since: 'asc' },
  })
  const first = new Map<string, { personId: string; name: string; since: string }>()
  for (const { person, since } of sitting)
    if (!first.has(person.id))
      first.set(person.id, { personId: person.id, name: displayName(person), since: dateOfColumn(since) })
  return [...first.values()]
}

/** The last attendance of everybody, and the meetings of which nothing is recorded. */
async function attendances(rows: CouncilRows, today: string) {
  const { councilId, db } = rows
  const from = Temporal.PlainDate.from(today).subtract(LOOKED_BACK).toString()
  const between = { gte: columnOfDate(from), lte: columnOfDate(today) }
  const meetings = await db.meeting.findMany({
    where: { councilId, state: 'scheduled', date: between, committee: { countsForSixMonths: true } },
    select: { id: true, date: true, committee: { select: { name: true } } },
    orderBy: { date: 'asc' },
  })
  const of = new Map(
    meetings.map(({ id, date, committee }) => [id, { date: dateOfColumn(date), at: committee.name }]),
  )
  const records = await recordsOf(rows, [...of.keys()])
  const last = new Map<string, LastAttendance>()
  const take = (personId: string, one: LastAttendance) => {
    const known = last.get(personId)
    if (!known || known.date < one.date) last.set(personId, one)
  }
  for (const record of records) {
    const meeting = of.get(record.meetingId)
    if (meeting && record.state === 'present' && record.mode !== 'remoteObserver')
      take(record.personId, meeting)
  }
  const elsewhere = await db.bodyAttendance.findMany({
    where: { councilId, date: between, body: { counts: true } },
    include: { body: { select: { name: true } } },
  })
  for (const { personId, date, body } of elsewhere)
    take(personId, { date: dateOfColumn(date), at: body.name })
  const recorded = new Set(records.map(({ meetingId }) => meetingId))
  const unrecorded = [...of]
    .filter(([id, { date }]) => !recorded.has(id) && date < today)
    .map(([, { date, at }]) => ({ committee: at, date }))
  return { last, unrecorded }
}
