// DESIGN §9: a tick of the reminders with 1,000 people due among 1,000,000 rows, beside the same among 10,000.
import { randomBytes } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { v7 as newId } from 'uuid'
import { columnOfDate } from '../../src/calendar/civil.ts'
import { openHouses } from '../../src/database/houses.ts'
import { migrate } from '../../src/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../src/database/open.ts'
import { privateText } from '../../src/database/private-text.ts'
import { remind } from '../../src/reminders/remind.ts'
import { silentLog } from '../support/logs.ts'
import { emptyDatabase } from './bench-database.ts'
import { type Measure, median } from './figures.ts'

const COMMITTEES = 100
const SEATS = 10
const FEW = 10_000
const MANY = 1_000_000
/** Each on days of their own, so that everybody is due again. */
const ROUNDS = 7

const NOON = { timeZone: 'Europe/London', plainTime: '12:00' }
/** Wednesdays; until the middle of March none has a bank holiday near it. */
const FIRST = Temporal.PlainDate.from('2027-01-20')

/** The two are measured in turn, so that what else the machine does falls on both. */
export async function measureTick(): Promise<Measure[]> {
  const few = await stageOf(FEW)
  const many = await stageOf(MANY)
  try {
    const ours: number[] = []
    const reference: number[] = []
    const idle: { few: number[]; many: number[] } = { few: [], many: [] }
    for (let round = 0; round <= ROUNDS; round += 1) {
      const one = await few.round(round)
      const other = await many.round(round)
      // The first warms connections and what the server keeps of its files.
      if (round === 0) continue
      reference.push(one.due)
      ours.push(other.due)
      idle.few.push(one.idle)
      idle.many.push(other.idle)
    }
    return [
      {
        what: `a tick, 1,000 due of 1,000,000 rows (median of ${ROUNDS})`,
        unit: 'ms',
        ours: median(ours),
        reference: { what: '1,000 due of 10,000 rows', value: median(reference) },
        goal: { kind: 'times', limit: 1.3 },
        detail: { 'ours each': ours, 'reference each': reference },
      },
      {
        what: 'a tick, the same people told already, of 1,000,000 rows',
        unit: 'ms',
        ours: median(idle.many),
        reference: { what: 'of 10,000 rows', value: median(idle.few) },
        detail: { 'ours each': idle.many, 'reference each': idle.few },
      },
    ]
  } finally {
    await few.end()
    await many.end()
  }
}

/** A council of a hundred committees of ten, each with a meeting of every round, and a history of so many rows. */
async function stageOf(rows: number) {
  const { url, drop } = await emptyDatabase()
  const database = await openDatabase({ kind: 'server', url }, silentLog)
  await migrate(database.raw, silentLog)
  const { prisma } = database
  const councilId = newId()
  await prisma.council.create({ data: { id: councilId, name: 'Underfell Council', nation: 'england' } })
  await committees(database, councilId)
  await history(database, councilId, rows)
  let now = Temporal.Instant.from('2027-01-01T12:00:00Z')
  const house = await openHouses({
    prisma,
    log: silentLog,
    privateText: privateText(randomBytes(32)),
    now: () => now,
    onMessages: () => undefined,
  }).of(councilId)
  return {
    async round(round: number) {
      // Two working days before the meetings of this round; those of the next are not in sight.
      const meeting = FIRST.add({ days: 7 * round })
      now = meeting.subtract({ days: 2 }).toZonedDateTime(NOON).toInstant()
      const due = await timed(() => remind(house), COMMITTEES * SEATS)
      now = now.add({ minutes: 1 })
      const idle = await timed(() => remind(house), 0)
      return { due, idle }
    },
    async end() {
      await database.close()
      await drop()
    },
  }
}

async function timed(tick: () => Promise<number>, reminded: number): Promise<number> {
  const from = performance.now()
  const told = await tick()
  const ms = performance.now() - from
  if (told !== reminded) throw new Error(`${told} were reminded in place of ${reminded}`)
  return ms
}

async function committees({ prisma }: OpenDatabase, councilId: string): Promise<void> {
  for (let place = 0; place < COMMITTEES; place += 1) {
    const committeeId = newId()
    await prisma.committee.create({ data: { id: committeeId, councilId, name: `Committee ${place}` } })
    const seats = Array.from({ length: SEATS }, (_, position) => ({
      id: newId(),
      personId: newId(),
      position,
      name: `Member ${place}-${position}`,
    }))
    await prisma.person.createMany({
      data: seats.map(({ personId: id, name, position }) => ({
        id,
        councilId,
        name,
        slackUserId: `U${place}X${position}`,
      })),
    })
    await prisma.seat.createMany({
      data: seats.map(({ id, position }) => ({
        id,
        councilId,
        committeeId,
        position,
        kind: 'member',
        voting: 'always',
      })),
    })
    await prisma.seatOccupancy.createMany({
      data: seats.map(({ id: seatId, personId }) => ({
        councilId,
        seatId,
        personId,
        since: columnOfDate('2026-05-01'),
      })),
    })
    await prisma.meeting.createMany({
      data: Array.from({ length: ROUNDS + 1 }, (_, round) => {
        const date = FIRST.add({ days: 7 * round }).toString()
        return {
          councilId,
          committeeId,
          date: columnOfDate(date),
          startTime: '14:00',
          startsAt: new Date(`${date}T14:00:00Z`),
          endsAt: new Date(`${date}T16:00:00Z`),
        }
      }),
    })
  }
}

/**
 * What years leave behind: of ten rows four are times of reminders in their bundles, two bundles, two messages
 * that were sent and two answers to meetings that are over.
 */
async function history({ raw }: OpenDatabase, councilId: string, rows: number): Promise<void> {
  const part = rows / 10
  await raw.transaction(async ({ run }) => {
    await run(`SET LOCAL search_path TO "${raw.schema}"`)
    await run(`CREATE TEMPORARY TABLE "someone" ON COMMIT DROP AS
      SELECT "id", row_number() OVER () - 1 AS "place" FROM "Person"`)
    await run(`CREATE TEMPORARY TABLE "past" ON COMMIT DROP AS
      SELECT gen_random_uuid() AS "id", n AS "place" FROM generate_series(0, ${Math.ceil(part / 500)}) AS n`)
    await run(`INSERT INTO "Meeting" ("id", "councilId", "committeeId", "date", "startTime", "startsAt", "endsAt")
      SELECT "past"."id", '${councilId}', (SELECT "id" FROM "Committee" LIMIT 1), DATE '2026-12-01' - "place"::int,
        '14:00', TIMESTAMPTZ '2026-12-01 14:00Z' - "place" * INTERVAL '1 day',
        TIMESTAMPTZ '2026-12-01 16:00Z' - "place" * INTERVAL '1 day' FROM "past"`)
    await run(`CREATE TEMPORARY TABLE "bundle" ON COMMIT DROP AS
      SELECT gen_random_uuid() AS "id", "someone"."id" AS "personId", n / 1000 AS "place",
        DATE '2026-12-01' - (n / 1000)::int AS "day"
      FROM generate_series(0, ${part * 2 - 1}) AS n JOIN "someone" ON "someone"."place" = n % 1000`)
    await run(`INSERT INTO "ReminderBundle" ("id", "councilId", "personId", "day", "at")
      SELECT "id", '${councilId}', "personId", "day", "day" + TIME '09:00' FROM "bundle"`)
    await run(`INSERT INTO "ReminderSlot"
        ("id", "councilId", "kind", "subject", "personId", "slot", "outcome", "bundleId", "at")
      SELECT gen_random_uuid(), '${councilId}', "kind", "past"."id"::text, "personId", "day"::text, 'sent', "bundle"."id",
        "day" + TIME '09:00'
      FROM "bundle" JOIN "past" ON "past"."place" = "bundle"."place" % (SELECT count(*) FROM "past")
        CROSS JOIN (VALUES ('attendance'), ('interests')) AS "of"("kind")`)
    await run(`INSERT INTO "OutboxMessage"
        ("id", "councilId", "key", "kind", "subject", "recipient", "slot", "state", "dueAt")
      SELECT gen_random_uuid(), '${councilId}', 'reminders/' || "personId" || '/' || "day", 'reminders', "personId"::text,
        'person:' || "personId", "day"::text, 'sent', "day" + TIME '09:00' FROM "bundle"`)
    await run(`INSERT INTO "Attendance" ("id", "councilId", "meetingId", "personId", "state", "way", "saidById", "saidAt")
      SELECT gen_random_uuid(), '${councilId}', "past"."id", "someone"."id", 'expected', 'button', "someone"."id",
        TIMESTAMPTZ '2026-11-01 09:00Z'
      FROM "past" CROSS JOIN "someone" LIMIT ${part * 2}`)
  })
  await raw.transaction(({ run }) => run(`SET LOCAL search_path TO "${raw.schema}"; ANALYZE`))
}
