import { Temporal } from 'temporal-polyfill'
import { columnOfDate, dateOfColumn, toDate } from '../calendar/civil.ts'
import { type CouncilRows, displayName, membersOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { recordsOf } from './attendance-records.ts'
import { type AttendanceFigures, figuresOf } from './attendance-summary-rules.ts'
import { municipalYearOf } from './substitute-rules.ts'

/** Both days inclusive, ISO civil dates. */
export interface SummaryPeriod {
  readonly from: string
  readonly until: string
}

export interface AttendanceSummary {
  readonly committeeId: string
  readonly committee: string
  readonly period: SummaryPeriod
  /** Meetings that took place, by now. */
  readonly held: number
  /** Days of those of which nothing is recorded yet. */
  readonly unrecorded: readonly string[]
  /** Members by seat, then everybody else by name. */
  readonly figures: readonly (AttendanceFigures & { readonly name: string })[]
}

/** The municipal year of a day, and those before it: what a clerk may ask for. */
export function yearsBack(today: string, count: number): SummaryPeriod[] {
  return Array.from({ length: count }, (_, back) => {
    const day = Temporal.PlainDate.from(today).subtract({ years: back }).toString()
    return municipalYearOf(day)
  })
}

/** Who attended a committee's meetings in a period, from the records as they stand. */
export async function attendanceSummary(
  house: House,
  committeeId: string,
  period: SummaryPeriod,
): Promise<AttendanceSummary> {
  const { councilId, db } = house
  const committee = await db.committee.findFirstOrThrow({ where: { councilId, id: committeeId } })
  const meetings = await db.meeting.findMany({
    where: {
      councilId,
      committeeId,
      state: 'scheduled',
      date: { gte: columnOfDate(period.from), lte: columnOfDate(period.until) },
      startsAt: { lte: toDate(house.now()) },
    },
    orderBy: { startsAt: 'asc' },
    select: { id: true, date: true },
  })
  const records = await recordsOf(
    house,
    meetings.map(({ id }) => id),
  )
  const recorded = new Set(records.map(({ meetingId }) => meetingId))
  const figures = figuresOf(records)
  return {
    committeeId,
    committee: committee.name,
    period,
    held: meetings.length,
    unrecorded: meetings.filter(({ id }) => !recorded.has(id)).map(({ date }) => dateOfColumn(date)),
    figures: await inOrder(house, committeeId, period, figures),
  }
}

async function inOrder(
  rows: CouncilRows,
  committeeId: string,
  period: SummaryPeriod,
  figures: readonly AttendanceFigures[],
) {
  const { councilId, db } = rows
  const people = await db.person.findMany({
    where: { councilId, id: { in: figures.map(({ personId }) => personId) } },
  })
  const names = new Map(people.map((person) => [person.id, displayName(person)]))
  const seats = await membersOn(db, councilId, committeeId, period.until)
  const place = new Map(seats.map(({ person }, at) => [person.id, at]))
  const placeOf = (personId: string) => place.get(personId) ?? seats.length
  return figures
    .map((one) => ({ ...one, name: names.get(one.personId) ?? '' }))
    .sort(
      (one, other) =>
        placeOf(one.personId) - placeOf(other.personId) || one.name.localeCompare(other.name, 'en'),
    )
}
