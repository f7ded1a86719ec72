// `/tracker` and the Home on PostgreSQL with 1,000,000 rows of the tracker: each within half a second, p95.
import { randomBytes } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { v7 as newId } from 'uuid'
import { openHouses } from '../../src/database/houses.ts'
import { migrate } from '../../src/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../src/database/open.ts'
import { privateText } from '../../src/database/private-text.ts'
import { loadHome } from '../../src/home/load-home.ts'
import { statesAsked } from '../../src/tracker/list-words.en.ts'
import { searchOf } from '../../src/tracker/read-search.ts'
import { closedBusinessOf, rowPage } from '../../src/tracker/row-page.ts'
import { searchRows } from '../../src/tracker/search-rows.ts'
import { silentLog } from '../support/logs.ts'
import { emptyDatabase } from './bench-database.ts'
import { type Measure, percentile } from './figures.ts'

const ROWS = 1_000_000
const COMMITTEES = 50
const OWNERS = 500
/** Of the newest rows; the others are closed. */
const OPEN = 30_000
const TIMES = 40
const LIMIT_MS = 500

const NOW = Temporal.Instant.from('2027-01-20T10:00:00Z')

export async function measureTracker(): Promise<Measure[]> {
  const { url, drop } = await emptyDatabase()
  const database = await openDatabase({ kind: 'server', url }, silentLog)
  try {
    await migrate(database.raw, silentLog)
    const ids = await plant(database)
    const house = await openHouses({
      prisma: database.prisma,
      log: silentLog,
      privateText: privateText(randomBytes(32)),
      now: () => NOW,
      onMessages: () => undefined,
    }).of(ids.councilId)
    const today = NOW.toZonedDateTimeISO('Europe/London').toPlainDate()
    const search =
      (text: string, by = ids.clerkId, after?: string) =>
      async () => {
        const closedOf = await closedBusinessOf(house, by)
        return searchRows(house, { search: searchOf(text, today, statesAsked), closedOf, after })
      }
    const health = {
      version: '0',
      database: 'server' as const,
      isLocal: false,
      slackConnected: () => true,
      lastTickAt: () => NOW,
    }
    const home = (personId: string) => () => loadHome(house, personId, { pages: {}, health })
    const deep = await search('committee')()
    const rowId = deep.rows[0]?.id ?? ''
    const asked: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['a word that every row has', search('committee')],
      ['the next page of it', search('committee', ids.clerkId, deep.next)],
      ['a word that a third of the rows have', search('housing')],
      ['a word that only the oldest have', search('horsedrawn')],
      ['a word that a few rows have', search('zeppelin')],
      ['two words', search('housing roads')],
      ['a beginning', search('hous')],
      ['a person', search('Owner 250')],
      ['somebody chosen, and a word', search('<@U0250> housing')],
      ['overdue', search('overdue')],
      ['open, and a word', search('open housing')],
      ['closed', search('closed')],
      ['without an owner', search('no owner')],
      ['a reference', search('A5/17')],
      ['a meeting’s day', search('20 May 2025')],
      ['a row with its history', () => rowPage(house, ids.clerkId, rowId)],
      ['Home of the clerk of every committee', home(ids.clerkId)],
      ['Home of an officer', home(ids.ownerId)],
      ['Home of a councillor and Chair', home(ids.memberId)],
    ]
    const measures: Measure[] = []
    for (const [what, work] of asked) {
      // The first warms what the server keeps of its files; people do not open the tracker once a month.
      await work()
      const each: number[] = []
      for (let time = 0; time < TIMES; time += 1) {
        const from = performance.now()
        await work()
        each.push(performance.now() - from)
      }
      measures.push({
        what: `1,000,000 rows of the tracker: ${what} (p95)`,
        unit: 'ms',
        ours: percentile(each, 0.95),
        goal: { kind: 'most', limit: LIMIT_MS },
        detail: { 'ours each': each },
      })
    }
    return measures
  } finally {
    await database.close()
    await drop()
  }
}

/** A council with twenty years of rows: fifty committees, five hundred owners, and what a real row has beside it. */
async function plant({ prisma, raw }: OpenDatabase) {
  const councilId = newId()
  const [clerkId, memberId] = [newId(), newId()]
  await prisma.council.create({ data: { id: councilId, name: 'Underfell Council', nation: 'england' } })
  await prisma.person.createMany({
    data: [
      { id: clerkId, councilId, name: 'Clerk', slackUserId: 'U1' },
      { id: memberId, councilId, name: 'Member', slackUserId: 'U2' },
    ],
  })
  await raw.transaction(async ({ run }) => {
    await run(`SET LOCAL search_path TO "${raw.schema}"`)
    await run(`CREATE TEMPORARY TABLE "owner" ON COMMIT DROP AS
      SELECT gen_random_uuid() AS "id", n FROM generate_series(0, ${OWNERS - 1}) AS n`)
    await run(`INSERT INTO "Person" ("id", "councilId", "name", "slackUserId")
      SELECT "id", '${councilId}', 'Owner ' || n, 'U0' || n FROM "owner"`)
    await run(`CREATE TEMPORARY TABLE "of" ON COMMIT DROP AS
      SELECT gen_random_uuid() AS "id", n FROM generate_series(0, ${COMMITTEES - 1}) AS n`)
    await run(`INSERT INTO "Committee" ("id", "councilId", "name")
      SELECT "id", '${councilId}', 'Committee ' || n FROM "of"`)
    await run(`INSERT INTO "CommitteeRole" ("id", "councilId", "committeeId", "personId", "duty")
      SELECT gen_random_uuid(), '${councilId}', "id", '${clerkId}', 'clerk' FROM "of"`)
    await run(`INSERT INTO "Seat" ("id", "councilId", "committeeId", "position", "kind", "voting")
      SELECT gen_random_uuid(), '${councilId}', "id", 0, 'member', 'always' FROM "of"`)
    await run(`INSERT INTO "SeatOccupancy" ("id", "councilId", "seatId", "personId", "office", "since")
      SELECT gen_random_uuid(), '${councilId}', "id", '${memberId}', 'chair', DATE '2026-05-01' FROM "Seat"`)
    await run(`INSERT INTO "Meeting" ("id", "councilId", "committeeId", "date", "startTime", "startsAt", "endsAt")
      SELECT gen_random_uuid(), '${councilId}', "id", DATE '2027-01-25' + n, '14:00',
        TIMESTAMPTZ '2027-01-25 14:00Z' + n * INTERVAL '1 day', TIMESTAMPTZ '2027-01-25 16:00Z' + n * INTERVAL '1 day'
      FROM "of"`)
    // Ids as UUID version 7 makes them: the moment in milliseconds first.
    await run(`CREATE TEMPORARY TABLE "made" ON COMMIT DROP AS
      SELECT n, "at", (lpad(to_hex((extract(epoch FROM "at") * 1000)::bigint), 12, '0') || '7'
        || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 3) || substr(md5(n::text), 7, 12))::uuid AS "id"
      FROM (SELECT n, TIMESTAMPTZ '2007-01-20 09:00Z' + n * INTERVAL '631 seconds' AS "at"
        FROM generate_series(0, ${ROWS - 1}) AS n) AS "each"`)
    await run(`INSERT INTO "TrackerRow" ("id", "councilId", "committeeId", "reference", "kind", "state", "source",
        "sourceKey", "groupKey", "metOn", "minute", "topic", "text", "askerId", "due", "dueOn", "createdAt", "byId")
      SELECT "made"."id", '${councilId}', "of"."id",
        (ARRAY['A', 'R', 'Q'])["made".n % 3 + 1] || "made".n || '/' || to_char("at", 'YY'),
        (ARRAY['action', 'recommendation', 'information'])["made".n % 3 + 1]::"TrackedKind",
        CASE WHEN "made".n < ${ROWS - OPEN} THEN 'closed' WHEN "made".n % 20 = 0 THEN 'proposed' ELSE 'open'
          END::"TrackedState",
        'resolution', 'made/' || "made".n, 'made/' || "made".n / 4, "at"::date, ("made".n % 40)::text,
        'Topic ' || "made".n % 200,
        'That the Committee ask the ' || (ARRAY['housing', 'roads', 'parks'])["made".n % 3 + 1]
          || ' service to report in writing on ' || (ARRAY['costs', 'roads', 'waiting times', 'libraries'])["made".n % 4 + 1]
          || CASE WHEN "made".n < 100000 THEN ' and the horsedrawn trams' ELSE '' END
          || CASE WHEN "made".n % 50000 = 7 THEN ' and the zeppelin' ELSE '' END
          || ' before the next meeting, with the figures of each ward and what was done about them.',
        CASE WHEN "made".n % 1000 = 0 THEN '${memberId}'::uuid END, 'date', "at"::date + 60, "at", 'made'
      FROM "made" JOIN "of" ON "of".n = "made".n % ${COMMITTEES}`)
    await run(`INSERT INTO "TrackerOwner" ("id", "councilId", "rowId", "personId", "since", "byId")
      SELECT gen_random_uuid(), '${councilId}', "made"."id", "owner"."id", "at", 'made'
      FROM "made" JOIN "owner" ON "owner".n = "made".n % ${OWNERS} WHERE "made".n % 97 <> 0`)
    await run(`INSERT INTO "TrackerClock" ("id", "councilId", "rowId", "kind", "startedOn", "startedBy", "dueOn", "rule",
        "at", "byId")
      SELECT gen_random_uuid(), '${councilId}', "id", 'executive', "at"::date, 'notice', "at"::date + 61, '', "at", 'made'
      FROM "made" WHERE n % 10 = 1`)
    await run(`INSERT INTO "TrackerResponse" ("id", "councilId", "rowId", "state", "body", "consideredOn", "at", "byId")
      SELECT gen_random_uuid(), '${councilId}', "id", 'accepted', 'Cabinet', "at"::date, "at", '${clerkId}'
      FROM "made" WHERE n % 10 = 1 AND n < ${ROWS - OPEN / 3}`)
    await run(`INSERT INTO "TrackerAnswer" ("id", "councilId", "rowId", "number", "text", "sharedAt", "at", "byId")
      SELECT gen_random_uuid(), '${councilId}', "id", 1, 'Yes.', "at", "at", '${clerkId}'
      FROM "made" WHERE n % 3 = 2 AND n < ${ROWS - OPEN / 3}`)
    await run(`INSERT INTO "TrackerChange" ("id", "councilId", "rowId", "kind", "at", "byId")
      SELECT gen_random_uuid(), '${councilId}', "id", 'closed', "at", '${clerkId}' FROM "made"
      WHERE n < ${ROWS - OPEN}`)
  })
  await raw.transaction(({ run }) => run(`SET LOCAL search_path TO "${raw.schema}"; ANALYZE`))
  const owner = await prisma.person.findFirstOrThrow({ where: { councilId, name: 'Owner 250' } })
  return { councilId, clerkId, memberId, ownerId: owner.id }
}
