import { columnOfDate } from '../calendar/civil.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import {
  type CouncilPerson,
  type CouncilRows,
  membersOn,
  personOf,
  type SittingMember,
} from '../committees/people.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { sinceAsked } from './asked-day.ts'
import {
  type Candidate,
  type CutOff,
  cutOffOf,
  municipalYearOf,
  type NotInPool,
  type SubstituteRule,
  whyNotInPool,
} from './substitute-rules.ts'

/** Somebody of the council, and why they may not sit for the absent member, if so. */
export interface PoolEntry {
  readonly person: CouncilPerson
  readonly why: NotInPool | undefined
}

/** The committee's rule for substitutes, and until when one may be named for a meeting. */
export async function substituteRule(
  rows: CouncilRows,
  meeting: MeetingAtHand,
): Promise<SubstituteRule & { readonly cutOff: CutOff }> {
  const row = await rows.db.committee.findFirstOrThrow({
    where: { councilId: rows.councilId, id: meeting.committeeId },
  })
  const { holidays } = await councilCalendar(rows)
  const days = row.substituteDays ?? undefined
  const time = row.substituteTime ?? undefined
  return {
    pool: row.substitutePool ?? undefined,
    sameGroup: row.substituteSameGroup,
    perYear: row.substitutesPerYear ?? undefined,
    cutOff: cutOffOf(meeting, { days, time }, holidays),
  }
}

/**
 * Every member of the council with whether they may sit for this member at this meeting, by name. A member of the
 * council is whoever holds an elected or a named substitute's seat on any of its committees that day.
 */
export async function poolFor(
  rows: CouncilRows,
  meeting: MeetingAtHand,
  absent: SittingMember,
  rule: SubstituteRule,
): Promise<PoolEntry[]> {
  if (rule.pool === undefined) return []
  const { councilId, db } = rows
  const here = await membersOn(db, councilId, meeting.committeeId, meeting.date, { substitutes: true })
  const groups = await groupsByPerson(rows, meeting.date)
  const executive = await db.councilRole.findMany({ where: { councilId, duty: 'executive' } })
  const isExecutive = new Set(executive.map(({ personId }) => personId))
  const away = await db.apology.findMany({
    where: {
      councilId,
      meetingId: meeting.id,
      withdrawnAt: null,
      kind: 'absent',
      tenderedAt: sinceAsked(meeting),
    },
    select: { personId: true },
  })
  const isAway = new Set(away.map(({ personId }) => personId))
  const isTaken = await takenOn(rows, meeting, absent.seatId)
  const people = await db.person.findMany({
    where: { councilId, id: { in: [...groups.keys()] } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return people
    .filter(({ id }) => id !== absent.person.id)
    .map((row) => {
      const seats = here.filter(({ person }) => person.id === row.id)
      const candidate: Candidate = {
        isNamed: seats.some(({ kind }) => kind === 'substitute'),
        sitsHere: seats.some(({ kind }) => kind !== 'substitute'),
        groups: groups.get(row.id) ?? [],
        isExecutive: isExecutive.has(row.id),
        isAway: isAway.has(row.id),
        isTaken: isTaken.has(row.id),
      }
      return { person: personOf(row), why: whyNotInPool(rule, absent.group, candidate) }
    })
}

/** How many substitutions for this member, at other meetings of the committee, the municipal year has. */
export async function substitutionsInYear(
  { councilId, db }: CouncilRows,
  meeting: MeetingAtHand,
  absentId: string,
): Promise<number> {
  const { from, until } = municipalYearOf(meeting.date)
  return db.substitution.count({
    where: {
      councilId,
      absentId,
      standing: true,
      meetingId: { not: meeting.id },
      meeting: {
        committeeId: meeting.committeeId,
        state: { not: 'cancelled' },
        date: { gte: columnOfDate(from), lte: columnOfDate(until) },
      },
    },
  })
}

/** Everybody with an elected or named substitute's seat in the council on a day, with the groups of their seats. */
async function groupsByPerson({ councilId, db }: CouncilRows, date: string): Promise<Map<string, string[]>> {
  const day = columnOfDate(date)
  const occupancies = await db.seatOccupancy.findMany({
    where: {
      councilId,
      since: { lte: day },
      OR: [{ until: null }, { until: { gte: day } }],
      seat: { kind: { not: 'coOptee' } },
    },
    select: { personId: true, seat: { select: { groupId: true } } },
  })
  const named = await db.politicalGroup.findMany({ where: { councilId } })
  const names = new Map(named.map(({ id, name }) => [id, name]))
  const groups = new Map<string, string[]>()
  for (const { personId, seat } of occupancies) {
    const group = seat.groupId === null ? undefined : names.get(seat.groupId)
    groups.set(personId, [...(groups.get(personId) ?? []), ...(group === undefined ? [] : [group])])
  }
  return groups
}

/** Who is asked or has agreed to sit in another seat on the day of this meeting. */
async function takenOn(
  { councilId, db }: CouncilRows,
  meeting: MeetingAtHand,
  seatId: string,
): Promise<Set<string>> {
  const standing = await db.substitution.findMany({
    where: {
      councilId,
      standing: true,
      meeting: { date: columnOfDate(meeting.date), state: 'scheduled' },
    },
    select: { substituteId: true, meetingId: true, seatId: true },
  })
  return new Set(
    standing
      .filter((one) => one.meetingId !== meeting.id || one.seatId !== seatId)
      .map(({ substituteId }) => substituteId),
  )
}
