import { civilDate } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import { Prisma } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import { COUNTED, type SearchState, type TrackerSearch } from './read-search.ts'
import { trackedRows } from './rows.ts'
import type { TrackedRow } from './types.ts'

/** Rows on a page. */
const PAGE = 15

export interface FoundRows {
  readonly rows: readonly TrackedRow[]
  /** How many fit; one more than `COUNTED` stands for any number above it. */
  readonly count: number
  /** From where the next page goes on; absent on the last. */
  readonly next: string | undefined
}

export interface SearchOf {
  readonly search: TrackerSearch
  /** Only in these committees; in all where absent. */
  readonly committeeIds?: readonly string[] | undefined
  /** Whose closed business the person may know of. */
  readonly closedOf: readonly string[]
  /** The id after which the page goes on. */
  readonly after?: string | undefined
}

/**
 * Rows of the tracker that fit a search, the newest first, a page at a time. Of closed business only those of
 * committees whose business the person may know, and never by their words.
 */
export async function searchRows(house: House, of: SearchOf): Promise<FoundRows> {
  const { search } = of
  const where = conditions(house, of)
  const ways = await waysOf(house, search)
  if (ways.length === 0) return { rows: [], count: 0, next: undefined }
  const count = await countOf(house, where, ways)
  const ids = count === 0 ? [] : await pageOfIds(house, where, ways, { count, after: of.after })
  const shown = ids.slice(0, PAGE)
  const rows = await trackedRows(house, { id: { in: shown } }, { orderBy: { id: 'desc' } })
  return { rows, count, next: ids.length > PAGE ? shown.at(-1) : undefined }
}

/**
 * The words of a row as the index of the migration `tracker_search` has them: this text and that one are the same, or
 * the index is not used.
 */
const WORDS = Prisma.raw(`(
  to_tsvector('english', "leadIn" || ' ' || "text" || ' ' || "topic" || ' ' || "addressee" || ' ' || "executiveMember"
    || ' ' || "askerName" || ' ' || "status" || ' ' || "dueText" || ' ' || "backReference")
  || array_to_tsvector(ARRAY["councilId"::text || ':' || left("id"::text, 4)])
)`)

/** One way in which a row can fit; by words it can be found in steps of time. */
type Way = SqlWay | { readonly kind: 'words'; readonly words: readonly string[] }
interface SqlWay {
  readonly kind: 'all' | 'people'
  readonly sql: Prisma.Sql
}

async function waysOf(house: House, search: TrackerSearch): Promise<Way[]> {
  const { words, slackUserId } = search
  if (slackUserId !== undefined) {
    const chosen = peopleWays(house.councilId, await peopleChosen(house, slackUserId))
    return words.length === 0 ? chosen : chosen.map((way) => withWords(way, words))
  }
  if (words.length === 0) return [{ kind: 'all', sql: Prisma.sql`TRUE` }]
  const people = await peopleNamed(house, words)
  return [{ kind: 'words', words }, ...peopleWays(house.councilId, people), ...namedWays(house, words)]
}

async function peopleChosen({ councilId, db }: House, slackUserId: string): Promise<string[]> {
  const person = await db.person.findUnique({
    where: { councilId_slackUserId: { councilId, slackUserId } },
    select: { id: true },
  })
  return person ? [person.id] : []
}

/**
 * What somebody owes or asked, with these words: one person’s rows are read and looked through, since those that have a
 * common word are a hundred times as many. Joined with nothing, the words are not those of the index.
 */
function withWords({ sql }: SqlWay, words: readonly string[]): SqlWay {
  return {
    kind: 'people',
    sql: Prisma.sql`${sql} AND NOT "isClosed" AND (${WORDS} || ''::tsvector) @@ ${queryOf(words, 'english')}`,
  }
}

/** A name that fits so many is no name. */
const MOST_PEOPLE = 50

async function peopleNamed(house: House, words: readonly string[]): Promise<string[]> {
  const people = await house.db.person.findMany({
    where: {
      councilId: house.councilId,
      AND: words.map((word) => ({ name: { contains: word, mode: 'insensitive' as const } })),
    },
    select: { id: true },
    take: MOST_PEOPLE + 1,
  })
  return people.length > MOST_PEOPLE ? [] : people.map(({ id }) => id)
}

function peopleWays(councilId: string, people: readonly string[]): SqlWay[] {
  if (people.length === 0) return []
  return [
    {
      kind: 'people',
      sql: Prisma.sql`"id" IN (SELECT "rowId" FROM "TrackerOwner" WHERE "councilId" = ${councilId}::uuid
        AND "personId" = ANY(${[...people]}::uuid[]) AND "until" IS NULL)`,
    },
    { kind: 'people', sql: Prisma.sql`"askerId" = ANY(${[...people]}::uuid[])` },
  ]
}

/** Owners as papers print them, whom the council does not know: of closed business they are words like any other. */
function namedWays({ councilId }: House, words: readonly string[]): Way[] {
  return [
    {
      kind: 'people',
      sql: Prisma.sql`NOT "isClosed" AND "id" IN (SELECT "rowId" FROM "TrackerOwner" WHERE "councilId" = ${councilId}::uuid
        AND "personId" IS NULL AND "until" IS NULL AND to_tsvector('simple', "name") @@ ${queryOf(words, 'simple')})`,
    },
  ]
}

/** Each word, or one that begins with it. What has no letter or digit was left out when the search was read. */
function queryOf(words: readonly string[], language: 'english' | 'simple', also?: Prisma.Sql): Prisma.Sql {
  const parts = words.map((word) => {
    // Inside quotes nothing is an operator to PostgreSQL; a quote and a backslash are doubled.
    const quoted = `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
    return `(${quoted} | ${quoted}:*)`
  })
  const query = Prisma.sql`to_tsquery(${Prisma.raw(`'${language}'`)}, ${parts.join(' & ')})`
  return also ? Prisma.sql`(${query} && ${also})` : query
}

function fits(way: Way, also?: Prisma.Sql): Prisma.Sql {
  if (way.kind !== 'words') return way.sql
  return Prisma.sql`(NOT "isClosed" AND ${WORDS} @@ ${queryOf(way.words, 'english', also)})`
}

/** What stands whatever way a row fits. */
function conditions(house: House, of: SearchOf): Prisma.Sql {
  const { councilId } = house
  const { search, committeeIds, closedOf } = of
  const parts = [
    Prisma.sql`"councilId" = ${councilId}::uuid`,
    Prisma.sql`(NOT "isClosed" OR "committeeId" = ANY(${[...closedOf]}::uuid[]))`,
  ]
  if (committeeIds) parts.push(Prisma.sql`"committeeId" = ANY(${[...committeeIds]}::uuid[])`)
  const { reference } = search
  if (reference !== undefined)
    parts.push(
      reference.length >= 2 && /\/\d\d$/.test(reference)
        ? Prisma.sql`"reference" = ${reference}`
        : Prisma.sql`"reference" >= ${reference} AND "reference" < ${`${reference}~`}`,
    )
  if (search.metOn !== undefined) parts.push(Prisma.sql`"metOn" = ${search.metOn}::date`)
  if (search.state !== undefined) parts.push(stateIs(house, search.state))
  return Prisma.join(parts, ' AND ')
}

/** How a row stands, as `standingOf` says it of one that is loaded. */
function stateIs(house: House, state: SearchState): Prisma.Sql {
  const { councilId } = house
  switch (state) {
    case 'overdue':
      return overdueIs(councilId, civilDate(house.now(), house.timeZone).toString())
    case 'waiting':
      return Prisma.sql`("state" = 'open' AND "due" IN ('event', 'standing'))`
    case 'unowned':
      return Prisma.sql`("state" = 'open' AND ${nobodyOwes(councilId)})`
    default:
      return Prisma.sql`"state" = ${state}::"TrackedState"`
  }
}

/**
 * Open, its day is past, and nothing has come: by the day that was said, or by a clock that runs.
 *
 * What stands beside a row is asked for row by row, by its index: PostgreSQL would else read all answers of all years
 * to join them with the few rows that are open.
 */
export function overdueIs(councilId: string, today: string): Prisma.Sql {
  // What was answered before the committee opened it again is not what it waits for.
  const again = Prisma.sql`COALESCE((SELECT max("TrackerChange"."at") FROM "TrackerChange"
    WHERE "TrackerChange"."councilId" = ${councilId}::uuid AND "TrackerChange"."rowId" = "TrackerRow"."id"
      AND "kind" = 'reopened' AND "TrackerChange"."meetingId" IS NOT NULL), '-infinity')`
  return Prisma.sql`("state" = 'open'
    AND (("due" IN ('date', 'range', 'recurrence') AND "dueOn" < ${today}::date)
      OR ((SELECT TRUE FROM "TrackerClock" WHERE "TrackerClock"."councilId" = ${councilId}::uuid
          AND "TrackerClock"."rowId" = "TrackerRow"."id" AND "struckAt" IS NULL
          AND "TrackerClock"."dueOn" < ${today}::date LIMIT 1) IS NOT NULL
        AND (SELECT TRUE FROM "TrackerResponse" WHERE "TrackerResponse"."councilId" = ${councilId}::uuid
          AND "TrackerResponse"."rowId" = "TrackerRow"."id" LIMIT 1) IS NULL))
    AND (SELECT TRUE FROM "TrackerAnswer" WHERE "TrackerAnswer"."councilId" = ${councilId}::uuid
      AND "TrackerAnswer"."rowId" = "TrackerRow"."id" AND "sharedAt" > ${again} LIMIT 1) IS NULL
    AND COALESCE((SELECT "TrackerResponse"."state" IN ('accepted', 'inPart') OR "at" <= ${again} FROM "TrackerResponse"
      WHERE "TrackerResponse"."councilId" = ${councilId}::uuid AND "TrackerResponse"."rowId" = "TrackerRow"."id"
      ORDER BY "revision" DESC LIMIT 1), TRUE))`
}

export function nobodyOwes(councilId: string): Prisma.Sql {
  return Prisma.sql`(SELECT TRUE FROM "TrackerOwner" WHERE "TrackerOwner"."councilId" = ${councilId}::uuid
    AND "TrackerOwner"."rowId" = "TrackerRow"."id" AND "role" = 'owner' AND "until" IS NULL LIMIT 1) IS NULL`
}

async function countOf({ db }: CouncilRows, where: Prisma.Sql, ways: readonly Way[]): Promise<number> {
  const each = ways.map(
    (way) => Prisma.sql`(SELECT "id" FROM "TrackerRow" WHERE ${where} AND ${fits(way)} LIMIT ${COUNTED + 1})`,
  )
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS "count" FROM (SELECT "id" FROM (${Prisma.join(each, ' UNION ')}) AS "fit" LIMIT ${COUNTED + 1}) AS "counted"`
  return Number(row?.count ?? 0)
}

async function pageOfIds(
  house: House,
  where: Prisma.Sql,
  ways: readonly Way[],
  { count, after }: { readonly count: number; readonly after: string | undefined },
): Promise<string[]> {
  const found: string[] = []
  for (const way of ways)
    found.push(
      ...(way.kind === 'words' && count > COUNTED
        ? await newestByWords(house, where, way, after)
        : await newest(house, Prisma.sql`${where} AND ${fits(way)}`, {
            before: after,
            // Of very many that stand alike the newest are the first that are met.
            isCommon: way.kind === 'all' && count > COUNTED,
          })),
    )
  return [...new Set(found)].toSorted((one, other) => (one < other ? 1 : -1)).slice(0, PAGE + 1)
}

async function newest(
  { db }: House,
  where: Prisma.Sql,
  between: {
    readonly before: string | undefined
    readonly take?: number
    /** So many fit that they are met by going back through all of them. */
    readonly isCommon?: boolean
  },
): Promise<string[]> {
  const { before, take = PAGE + 1, isCommon = false } = between
  // Otherwise PostgreSQL finds those that fit first and sorts them then: left to itself it goes back through a million
  // rows of which it thinks that some fit.
  const how = Prisma.raw(isCommon ? 'NOT MATERIALIZED' : 'MATERIALIZED')
  const rows = await db.$queryRaw<{ text: string }[]>`
    WITH "fit" AS ${how} (
      SELECT "id" FROM "TrackerRow"
      WHERE ${where} ${before === undefined ? Prisma.empty : Prisma.sql`AND "id" < ${before}::uuid`})
    SELECT "id"::text AS "text" FROM "fit" ORDER BY "id" DESC LIMIT ${take}`
  return rows.map(({ text }) => text)
}

/** Each window looks further back than all before it, in steps of fifty days; after the last come all that are older. */
const WINDOWS = [1, 6, 36]

/**
 * The newest of very many. The index knows when a row was made as the beginning of its id: the rows of a window are
 * found by it, and those before them are not looked at.
 */
async function newestByWords(
  house: House,
  where: Prisma.Sql,
  way: Way & { readonly kind: 'words' },
  after: string | undefined,
): Promise<string[]> {
  const found: string[] = []
  let step = Number.parseInt((after ?? LAST_ID).slice(0, 4), 16)
  if (after === undefined) {
    const [last] = await newest(house, Prisma.sql`"councilId" = ${house.councilId}::uuid`, {
      before: undefined,
      take: 1,
      isCommon: true,
    })
    if (last === undefined) return []
    step = Number.parseInt(last.slice(0, 4), 16)
  }
  for (const length of WINDOWS) {
    const window = Array.from({ length }, (_, back) => step - back).filter((at) => at >= 0)
    const marks = window.map((at) => `'${house.councilId}:${hexOf(at)}'`)
    const also = Prisma.sql`${marks.join(' | ')}::text::tsquery`
    found.push(
      ...(await newest(house, Prisma.sql`${where} AND ${fits(way, also)}`, {
        before: after,
        take: PAGE + 1 - found.length,
      })),
    )
    if (found.length > PAGE || window.at(-1) === 0) return found
    step -= length
  }
  const older = await newest(house, Prisma.sql`${where} AND ${fits(way)}`, {
    before: `${hexOf(step + 1)}0000-0000-0000-0000-000000000000`,
    take: PAGE + 1 - found.length,
  })
  return [...found, ...older]
}

function hexOf(step: number): string {
  return step.toString(16).padStart(4, '0')
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
