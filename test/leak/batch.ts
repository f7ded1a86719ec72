// Many runs on one bot and one workspace, in step: everybody acts, what follows is awaited, chance interferes.
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { vi } from 'vitest'
import { type Bot, startBot } from '../../src/bot/bot.ts'
import type { AfterImport } from '../../src/committees/import-committee.ts'
import { readConfig, sayProblems } from '../../src/config.ts'
import { openHouse } from '../../src/database/house.ts'
import { privateText } from '../../src/database/private-text.ts'
import { outboxIdOf } from '../../src/delivery/mark.ts'
import { packageRoot } from '../../src/package-root.ts'
import { followMembership } from '../../src/publications/restricted-follow.ts'
import { type RunningWorkspace, startWorkspace } from '../../src/workspace/workspace.ts'
import { credentials } from '../journeys/support/scrutineer.ts'
import { World } from '../journeys/support/world.ts'
import { everyDatabase, type TestDatabase } from '../support/databases.ts'
import { silentLog } from '../support/logs.ts'
import { temporaryFolder } from '../workspace/council.ts'
import { type Cast, castOf, seat, workspaceOf } from './cast.ts'
import { Chance } from './chance.ts'
import { Actor } from './hand.ts'
import { type BotCall, type Leak, leaksIn, Order } from './oracle.ts'
import { Run } from './run.ts'
import { addressesIn, filesIn, wordsIn } from './secrets.ts'

const BEGINNING = '2027-01-11T09:00'
const LAST_DAY = '2027-01-11'
const NEXT_MORNING = '2027-01-12T09:05'
const ROUNDS = 3
/** So many people act at once: one is served while the other's rows are fetched. More would only wait. */
const AT_ONCE = 2
const IDLE_MS = 90_000
const PATIENCE_MS = 30_000

export interface BatchOutcome {
  readonly leaks: readonly Leak[]
  /** Messages that somebody entitled ought to have and does not. */
  readonly missing: readonly string[]
  readonly stories: ReadonlyMap<number, readonly string[]>
  readonly calls: number
  readonly acts: number
  readonly papers: number
}

export interface BatchOptions {
  /** Somebody's mistake: done with the address of the workspace when everything else is. */
  readonly plant?: (workspaceUrl: string, casts: readonly Cast[]) => Promise<void>
}

/** @param seeds of one batch: alone or together, each does the same */
export async function runBatch(
  seeds: readonly number[],
  batchSeed: number,
  { plant }: BatchOptions = {},
): Promise<BatchOutcome> {
  const chance = new Chance(batchSeed + 1_000_003)
  const order = new Order()
  const calls: BotCall[] = []
  const heard: string[] = []
  const logged: string[] = []
  const claims = new Map<string, number>()
  const chances = new Map(seeds.map((seed) => [seed, new Chance(seed)]))
  const of = (seed: number) => chances.get(seed) ?? new Chance(seed)
  const casts = seeds.map((seed) => castOf(seed, of(seed)))
  const workspace = await startWorkspace({
    seed: workspaceOf(casts),
    manifest: JSON.parse(await readFile(join(packageRoot(), 'manifests/http.json'), 'utf8')),
    // Socket Mode’s pings fail where the machine is busy for seconds; journeys go over both.
    transport: 'http',
    rateLimits: false,
    // Clerks at once on a busy machine; how fast the bot answers is measured elsewhere.
    ackTimeoutMs: PATIENCE_MS,
    clock: BEGINNING,
    ...credentials,
  })
  const listening = listenTo(workspace, { order, calls, claims })
  const database = await openForLeaks()
  const councilId = await seat(database, casts)
  const dataDir = temporaryFolder()
  const start = () => start_(workspace, database, dataDir, { order, claims, logged })
  let bot = await start()
  const world = new World(workspace.url)
  const actor = new Actor(workspace.url, (text) => void heard.push(text))
  try {
    const follow: AfterImport = followMembership
    const now = async () => Temporal.Instant.from(String((await actor.ask('clock'))['now']))
    let today = await now()
    const prisma = database.prisma
    const quiet = async () => {
      await settled(database)
      await world.idle(IDLE_MS)
    }
    const ground = { prisma, now: () => today, onMessages: () => {} }
    const house = openHouse(
      { ...ground, log: silentLog, privateText: privateText(randomBytes(32)) },
      { id: councilId, timeZone: 'Europe/London' },
    )
    const runs = casts.map(
      (cast) =>
        new Run(cast, of(cast.seed), {
          actor,
          order,
          councilId,
          house,
          follow,
          lastDay: LAST_DAY,
          ground,
        }),
    )
    await inTurns(runs, (run) => run.publish())
    await quiet()
    const [restartsAfter, nightAfter] = [chance.below(ROUNDS), 1 + chance.below(ROUNDS - 1)]
    for (let round = 0; round < ROUNDS; round += 1) {
      await disturb(world, runs)
      await inTurns(runs, (run) => run.round())
      if (round === restartsAfter) {
        await bot.close()
        bot = await start()
      }
      await quiet()
      if (round === nightAfter) {
        await world.calm()
        await actor.ask('clock', { set: NEXT_MORNING })
        today = await now()
        await quiet()
        for (const run of runs) run.nightIsOver()
      }
    }
    await world.calm()
    await quiet()
    await plant?.(workspace.url, casts)
    const looked: Awaited<ReturnType<Run['lookAround']>>[] = []
    await inTurns(runs, async (run) => void looked.push(await run.lookAround()))
    const papers = new Map(runs.flatMap((run) => run.papers.map((paper) => [paper.address, paper] as const)))
    const clerks = new Map(casts.map((cast) => [cast.seed, cast.people.clerk.slackUserId]))
    const open = await troubled(database)
    return {
      leaks: [
        ...calls.flatMap((call) =>
          leaksIn(
            call,
            (address) => papers.get(address),
            (seed) => clerks.get(seed),
          ),
        ),
        ...heard.flatMap((text) => inText(text, 'an answer to the clerk')),
        ...logged.flatMap((text) => inText(text, `the log: ${text.slice(0, 600)}`)),
        ...(await leaksInRows(database)),
        ...looked.flatMap(({ leaks }) => leaks),
      ].filter(({ seed }) => seeds.includes(seed)),
      missing: looked
        .flatMap(({ missing }) => missing)
        .filter((one) => !open.some((account) => one.includes(account))),
      stories: new Map(runs.map((run) => [run.cast.seed, run.story])),
      calls: calls.length,
      acts: runs.reduce((sum, run) => sum + run.story.length, 0),
      papers: papers.size,
    }
  } finally {
    listening.stop()
    await bot.close()
    await workspace.close()
    await database.finish({ keep: false })
  }
}

/** A server where there is one: it answers in a process of its own, in half the time, and with transactions beside each other. */
function openForLeaks(): Promise<TestDatabase> {
  const kind = everyDatabase.at(-1)
  if (!kind) throw new Error('There is no database to test on')
  return kind.open()
}

interface Watched {
  readonly order: Order
  readonly calls: BotCall[]
  readonly claims: Map<string, number>
}

/** The bot lives in this process: every call that it makes is seen, whether Slack takes it or not. */
function listenTo(workspace: RunningWorkspace, { order, calls, claims }: Watched): { stop(): void } {
  const real = globalThis.fetch
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input))
    const [, kind, method = ''] = url.pathname.split('/')
    if (url.origin === workspace.url && (kind === 'api' || kind === 'response')) {
      const text = typeof init?.body === 'string' ? init.body : ''
      const fields = new URLSearchParams(text)
      const body = kind === 'api' ? [...fields.values()].join('\n') : text
      const calledAt = order.next()
      const id = idIn(fields.get('blocks') ?? '')
      const claimedAt = (id === undefined ? undefined : claims.get(id)) ?? calledAt
      calls.push({
        method: kind === 'api' ? method : 'response_url',
        body,
        channel: fields.get('channel') ?? '',
        claimedAt,
        calledAt,
      })
    }
    return real(input, init)
  }
  return {
    stop: () => {
      globalThis.fetch = real
    },
  }
}

function idIn(blocks: string): string | undefined {
  for (const [, blockId = ''] of blocks.matchAll(/"block_id":"([^"]+)"/g)) {
    const id = outboxIdOf(blockId)
    if (id !== undefined) return id
  }
  return undefined
}

async function start_(
  workspace: RunningWorkspace,
  database: TestDatabase,
  dataDir: string,
  { order, claims, logged }: Omit<Watched, 'calls'> & { readonly logged: string[] },
): Promise<Bot> {
  const reading = readConfig({
    PORT: '0',
    NODE_ENV: 'test',
    SLACK_SENDS_PER_SECOND: '100',
    SLACK_BOT_TOKEN: credentials.botToken,
    SLACK_APP_TOKEN: credentials.appToken,
    SLACK_SIGNING_SECRET: credentials.signingSecret,
    SCRUTINEER_WORKSPACE_URL: workspace.url,
    WORKSPACE_TRANSPORT: 'http',
    DATA_DIR: dataDir,
  })
  if (!reading.ok) throw new Error(sayProblems(reading.problems))
  const log = pino(
    { level: 'info' },
    new Writable({
      write(chunk, _encoding, done) {
        const line = String(chunk)
        // Only what could be a leak is kept; a batch logs a great deal.
        if (line.includes('Quokka') || line.includes('Wombat') || line.includes('restricted.leak'))
          logged.push(line)
        done()
      },
    }),
  )
  return startBot(reading.config, log, {
    // Closed with the batch and not with the bot, which starts again on it.
    database: { ...database, close: async () => {} },
    sample: false,
    acknowledgeWithinMs: PATIENCE_MS,
    atPoint: (point, message) => {
      if (point === 'after-claim') claims.set(message.id, order.next())
    },
  })
}

/** Slack fails in every way for some of the messages of some runs. */
async function disturb(world: World, runs: readonly Run[]): Promise<void> {
  for (const run of runs) for (const fault of run.faults()) await world.fault(fault)
}

/**
 * Also what waits to be tried again, which comes within seconds. Asked here first: the workspace asks the bot many
 * times a second, which would be most of what a batch does.
 */
async function settled({ prisma }: TestDatabase): Promise<void> {
  await vi.waitUntil(
    async () =>
      (await prisma.outboxMessage.count({ where: { state: { in: ['pending', 'sending'] } } })) === 0,
    { timeout: IDLE_MS, interval: 200 },
  )
}

/** In the record of the record, the messages, the events and the packs there is no restricted word and no address. */
async function leaksInRows({ prisma }: TestDatabase): Promise<Leak[]> {
  const tables = {
    AuditEntry: await prisma.auditEntry.findMany({ select: { canonical: true } }),
    OutboxMessage: await prisma.outboxMessage.findMany(),
    OutboxTrouble: await prisma.outboxTrouble.findMany(),
    InboxEvent: await prisma.inboxEvent.findMany(),
    Publication: await prisma.publication.findMany(),
    Pack: await prisma.pack.findMany({ where: { state: { notIn: ['draft', 'unreadable', 'reading'] } } }),
    AgendaItem: await prisma.agendaItem.findMany({
      select: { number: true, title: true, lead: true, confidentialBasis: true },
    }),
    ItemReport: await prisma.itemReport.findMany(),
  }
  return Object.entries(tables).flatMap(([name, rows]) => inText(JSON.stringify(rows), `the table ${name}`))
}

function inText(text: string, where: string): Leak[] {
  return [...wordsIn(text), ...filesIn(text), ...addressesIn(text)].map(({ seed, secret }) => ({
    seed,
    what: `${secret} in ${where}`,
  }))
}

/** Accounts with a message that a person has to decide on: nobody can promise that they have it. */
async function troubled({ prisma }: TestDatabase): Promise<string[]> {
  const rows = await prisma.outboxMessage.findMany({
    where: { kind: 'restricted', state: { in: ['ambiguous', 'failed'] } },
    select: { slot: true },
  })
  return rows.map(({ slot }) => slot)
}

async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next)
    }),
  )
}
