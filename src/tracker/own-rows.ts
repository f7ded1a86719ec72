import { civilDate, columnOfDate } from '../calendar/civil.ts'
import { displayName } from '../committees/people.ts'
import { Prisma } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import { COUNTED } from './read-search.ts'
import { trackedRows } from './rows.ts'
import { dueDayOf, standingOf } from './rules.ts'
import { nobodyOwes, overdueIs } from './search-rows.ts'
import type { TrackedRow } from './types.ts'

/** Nobody owes so many that more would help; the search finds the others. */
const MOST = 200

export interface SomeRows {
  readonly rows: readonly TrackedRow[]
  /** How many there are in all. */
  readonly count: number
}

/** What somebody owes now, the most urgent first; what the committee has only to close comes last. */
export async function owedBy(house: House, personId: string): Promise<SomeRows> {
  return mostUrgent(house, {
    state: 'open',
    owners: { some: { councilId: house.councilId, personId, role: 'owner', until: null } },
  })
}

/** In whose place somebody answers today, with what those owe. */
export async function owedInPlaceOf(
  house: House,
  deputyId: string,
): Promise<{ readonly name: string; readonly owed: SomeRows }[]> {
  const { councilId, db } = house
  const today = columnOfDate(todayOf(house))
  const away = await db.leave.findMany({
    where: { councilId, deputyId, from: { lte: today }, until: { gte: today }, endedAt: null },
    orderBy: { id: 'asc' },
  })
  if (away.length === 0) return []
  const ids = [...new Set(away.map(({ personId }) => personId))]
  const people = await db.person.findMany({ where: { councilId, id: { in: ids } } })
  const found: { name: string; owed: SomeRows }[] = []
  for (const person of people) found.push({ name: displayName(person), owed: await owedBy(house, person.id) })
  return found.filter(({ owed }) => owed.count > 0)
}

async function mostUrgent(house: House, where: Prisma.TrackerRowWhereInput): Promise<SomeRows> {
  const today = todayOf(house)
  const rows = await trackedRows(house, where, {
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: MOST,
  })
  const count =
    rows.length < MOST
      ? rows.length
      : await house.db.trackerRow.count({ where: { AND: [where, { councilId: house.councilId }] } })
  return { rows: rows.toSorted(byUrgency(today)), count }
}

/** By the day that counts: a clock may end before the day that was said. */
function byUrgency(today: string) {
  const place = (row: TrackedRow) =>
    `${standingOf(row, today) === 'for-the-committee' ? 1 : 0}${dueDayOf(row) ?? '9999'}`
  return (one: TrackedRow, other: TrackedRow) => place(one).localeCompare(place(other))
}

/** What somebody asked, the newest first. */
export async function askedBy(house: House, personId: string): Promise<SomeRows> {
  const where = { askerId: personId, state: { not: 'withdrawn' as const } }
  const rows = await trackedRows(house, where, { orderBy: { id: 'desc' }, take: MOST })
  const count =
    rows.length < MOST
      ? rows.length
      : await house.db.trackerRow.count({ where: { ...where, councilId: house.councilId } })
  return { rows, count }
}

/** What is overdue of those whose head of service somebody is, the longest first. */
export async function overdueUnder(house: House, headId: string): Promise<SomeRows> {
  const { councilId } = house
  const of = Prisma.sql`"councilId" = ${councilId}::uuid AND "until" IS NULL`
  const theirs = Prisma.sql`"id" IN (
    SELECT "rowId" FROM "TrackerOwner" WHERE ${of} AND "role" = 'head' AND "personId" = ${headId}::uuid
    UNION
    SELECT "rowId" FROM "TrackerOwner" WHERE ${of} AND "role" = 'owner' AND "personId" IN (
      SELECT "personId" FROM "ServiceLine" WHERE "councilId" = ${councilId}::uuid AND "headId" = ${headId}::uuid))`
  return longestOverdue(house, theirs, MOST)
}

/** What of committees' rows is overdue: how many, and the longest. */
export async function overdueOf(
  house: House,
  committeeIds: readonly string[],
  take: number,
): Promise<SomeRows> {
  return longestOverdue(house, Prisma.sql`"committeeId" = ANY(${[...committeeIds]}::uuid[])`, take)
}

async function longestOverdue(house: House, also: Prisma.Sql, take: number): Promise<SomeRows> {
  const { councilId, db } = house
  const today = todayOf(house)
  const where = Prisma.sql`"councilId" = ${councilId}::uuid AND ${also} AND ${overdueIs(councilId, today)}`
  const found = await db.$queryRaw<{ id: string }[]>`SELECT "TrackerRow"."id"::text AS "id" FROM "TrackerRow"
    WHERE ${where} ORDER BY "dueOn" ASC NULLS LAST LIMIT ${take}`
  if (found.length === 0) return { rows: [], count: 0 }
  const rows = await trackedRows(house, { id: { in: found.map(({ id }) => id) } })
  const count = found.length < take ? found.length : await countUpTo(house, where)
  return { rows: rows.toSorted(byUrgency(today)), count }
}

/** One more than `COUNTED` stands for any number above it. */
async function countUpTo({ db }: House, where: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS "count" FROM (
    SELECT FROM "TrackerRow" WHERE ${where} LIMIT ${COUNTED + 1}) AS "counted"`
  return Number(row?.count ?? 0)
}

/** What of committees' tracker waits for a clerk or for the next meeting. One more than `COUNTED` is any number above it. */
export interface TrackerToDo {
  readonly overdue: number
  readonly unowned: number
  /** Proposed complete: the committee has to close them. */
  readonly proposed: number
  /** More time, or not theirs. */
  readonly wishes: number
  /** Answers that a senior has still to clear. */
  readonly answers: number
}

export async function trackerToDo(house: House, committeeIds: readonly string[]): Promise<TrackerToDo> {
  const nothing = { overdue: 0, unowned: 0, proposed: 0, wishes: 0, answers: 0 }
  if (committeeIds.length === 0) return nothing
  const { councilId, db } = house
  const ids = Prisma.sql`${[...committeeIds]}::uuid[]`
  const of = Prisma.sql`"councilId" = ${councilId}::uuid AND "committeeId" = ANY(${ids})`
  const most = Prisma.sql`LIMIT ${COUNTED + 1}`
  const ofRow = (table: Prisma.Sql) =>
    Prisma.sql`EXISTS (SELECT FROM "TrackerRow" WHERE "TrackerRow"."councilId" = ${councilId}::uuid
      AND "TrackerRow"."id" = ${table}."rowId" AND "committeeId" = ANY(${ids})
      AND "TrackerRow"."state" IN ('open', 'proposed', 'paused'))`
  const [row] = await db.$queryRaw<Record<keyof TrackerToDo, bigint>[]>`SELECT
    (SELECT count(*) FROM (SELECT FROM "TrackerRow" WHERE ${of} AND ${overdueIs(councilId, todayOf(house))} ${most}) AS "o") AS "overdue",
    (SELECT count(*) FROM (SELECT FROM "TrackerRow" WHERE ${of} AND "state" = 'open' AND ${nobodyOwes(councilId)} ${most}) AS "o") AS "unowned",
    (SELECT count(*) FROM (SELECT FROM "TrackerRow" WHERE ${of} AND "state" = 'proposed' ${most}) AS "o") AS "proposed",
    (SELECT count(*) FROM "OwnerWish" WHERE "councilId" = ${councilId}::uuid AND "state" = 'waiting'
      AND ${ofRow(Prisma.sql`"OwnerWish"`)}) AS "wishes",
    (SELECT count(*) FROM "TrackerAnswer" WHERE "councilId" = ${councilId}::uuid AND "clearance" = 'waiting'
      AND "sharedAt" IS NULL AND ${ofRow(Prisma.sql`"TrackerAnswer"`)}) AS "answers"`
  if (!row) return nothing
  return {
    overdue: Number(row.overdue),
    unowned: Number(row.unowned),
    proposed: Number(row.proposed),
    wishes: Number(row.wishes),
    answers: Number(row.answers),
  }
}

function todayOf(house: House): string {
  return civilDate(house.now(), house.timeZone).toString()
}
