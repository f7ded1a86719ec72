import { Temporal } from 'temporal-polyfill'
import { civilDate, columnOfDate, dateOfColumn, toDate, toInstant } from '../calendar/civil.ts'
import { type CouncilPerson, type CouncilRows, personOf } from '../committees/people.ts'
import { grouped } from '../grouped.ts'
import { trackedRows } from './rows.ts'
import { dueDayOf } from './rules.ts'
import { OWNER_DAYS, type TrackedRow } from './types.ts'

/** The furthest that owners are asked ahead is twenty working days, which holidays make longer. */
const LOOKED_AHEAD = { days: 45 }

/**
 * What is due by what was said and what is due by a clock, each by an index. Clocks are looked for from the rows that
 * are open: those of twenty years of closed ones are never struck, and nobody needs them.
 */
export async function owedRows(rows: CouncilRows, today: Temporal.PlainDate): Promise<TrackedRow[]> {
  const { councilId, db } = rows
  const lastDay = today.add(LOOKED_AHEAD).toString()
  const horizon = columnOfDate(lastDay)
  const clocks = await db.$queryRaw<
    { rowId: string }[]
  >`SELECT "TrackerRow"."id"::text AS "rowId" FROM "TrackerRow"
    WHERE "TrackerRow"."councilId" = ${councilId}::uuid AND "state" = 'open' AND (
      SELECT min("TrackerClock"."dueOn") FROM "TrackerClock" WHERE "TrackerClock"."councilId" = ${councilId}::uuid
        AND "rowId" = "TrackerRow"."id" AND "struckAt" IS NULL) <= ${lastDay}::date`
  const said = await trackedRows(rows, { state: 'open', dueOn: { lte: horizon } })
  const known = new Set(said.map(({ id }) => id))
  const more = clocks.map(({ rowId }) => rowId).filter((id) => !known.has(id))
  const byClock = more.length === 0 ? [] : await trackedRows(rows, { id: { in: more } })
  return [...said, ...byClock].filter((row) => {
    const due = dueDayOf(row)
    return !row.isAnswered && due !== undefined && due <= lastDay
  })
}

/** Since when each owner owes it, by the id of the row's owner. */
export async function sinceOf({ councilId, db }: CouncilRows, rows: readonly TrackedRow[]) {
  const ids = rows.flatMap(({ owners }) => owners.map(({ id }) => id))
  const owners = await db.trackerOwner.findMany({
    where: { councilId, id: { in: ids } },
    select: { id: true, since: true },
  })
  return new Map(owners.map(({ id, since }) => [id, since]))
}

function peopleOf(rows: readonly TrackedRow[]): string[] {
  return [...new Set(rows.flatMap(({ owners }) => owners.flatMap(({ person }) => person?.id ?? [])))]
}

export async function whoWantsFewer({ councilId, db }: CouncilRows, rows: readonly TrackedRow[]) {
  const people = await db.person.findMany({
    where: { councilId, id: { in: peopleOf(rows) }, wantsFewer: true },
    select: { id: true },
  })
  return new Set(people.map(({ id }) => id))
}

/** When these people, or others in their place, were last asked about anything. */
export async function lastAskedOf(
  { councilId, db, timeZone }: CouncilRows & { readonly timeZone: string },
  rows: readonly TrackedRow[],
  now: Temporal.Instant,
): Promise<Map<string, Temporal.PlainDate>> {
  const people = peopleOf(rows)
  const notes = await db.escalation.findMany({
    where: {
      councilId,
      personId: { in: people },
      outcome: { not: 'skipped' },
      at: { gt: toDate(now.subtract({ hours: 24 * (OWNER_DAYS + 2) })) },
    },
    orderBy: { at: 'asc' },
    select: { personId: true, at: true },
  })
  return new Map(notes.map(({ personId, at }) => [personId ?? '', civilDate(toInstant(at), timeZone)]))
}

/** By officer: whom they answer to. */
export async function headsByLine(
  { councilId, db }: CouncilRows,
  rows: readonly TrackedRow[],
): Promise<Map<string, CouncilPerson[]>> {
  const lines = await db.serviceLine.findMany({ where: { councilId, personId: { in: peopleOf(rows) } } })
  if (lines.length === 0) return new Map()
  const heads = await db.person.findMany({
    where: { councilId, id: { in: lines.map(({ headId }) => headId) } },
  })
  return new Map(
    lines.map(({ personId, headId }) => [personId, heads.filter(({ id }) => id === headId).map(personOf)]),
  )
}

/** Rows of which an answer waits to be cleared. */
export async function waitingForClearance({ councilId, db }: CouncilRows, rows: readonly TrackedRow[]) {
  const answers = await db.trackerAnswer.findMany({
    where: { councilId, rowId: { in: rows.map(({ id }) => id) }, clearance: 'waiting' },
    select: { rowId: true },
  })
  return new Set(answers.map(({ rowId }) => rowId))
}

/** The meetings that take place from the earliest due day on, by committee. */
export async function meetingsOf({ councilId, db }: CouncilRows, rows: readonly TrackedRow[]) {
  const earliestDue = rows.flatMap((row) => dueDayOf(row) ?? []).toSorted()[0]
  const meetings = await db.meeting.findMany({
    where: {
      councilId,
      committeeId: { in: [...new Set(rows.map(({ committeeId }) => committeeId))] },
      state: 'scheduled',
      ...(earliestDue === undefined ? {} : { date: { gte: columnOfDate(earliestDue) } }),
    },
    orderBy: [{ date: 'asc' }, { startsAt: 'asc' }],
    select: { id: true, committeeId: true, date: true },
  })
  const byCommittee = grouped(meetings, ({ committeeId }) => committeeId)
  return new Map(
    [...byCommittee].map(([committeeId, own]) => [
      committeeId,
      own.map(({ id, date }) => ({ id, date: Temporal.PlainDate.from(dateOfColumn(date)) })),
    ]),
  )
}
