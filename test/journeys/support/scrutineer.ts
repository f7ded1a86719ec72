// The real workspace and the real bot, in the test's own process.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Bot, type BotHooks, startBot } from '../../../src/bot/bot.ts'
import { readConfig, sayProblems } from '../../../src/config.ts'
import { packageRoot } from '../../../src/package-root.ts'
import {
  type RunningWorkspace,
  startWorkspace,
  type WorkspaceOptions,
  type WorkspaceSeed,
} from '../../../src/workspace/workspace.ts'
import { embeddedDatabase, serverDatabase, type TestDatabase } from '../../support/databases.ts'
import { temporaryFolder } from '../../workspace/council.ts'
import { World } from './world.ts'

export const credentials = {
  botToken: 'xoxb-local-0123456789',
  appToken: 'xapp-local-0123456789',
  signingSecret: '0123456789abcdef0123456789abcdef',
}

export interface Wanted {
  readonly transport?: 'socket' | 'http'
  readonly database?: 'embedded' | 'server'
  /** The bot opens the database of its settings, instead of being handed one. */
  readonly ownDatabase?: boolean
  readonly dataDir?: string
  /** People and channels; the sample council's when absent. */
  readonly seed?: WorkspaceSeed
  /** Whether the sample committee is imported at the start. */
  readonly sample?: boolean
  readonly rateLimits?: WorkspaceOptions['rateLimits']
  readonly clock?: string
  readonly env?: Readonly<Record<string, string>>
  readonly hooks?: BotHooks
}

export interface Scrutineer {
  readonly world: World
  readonly as: World['as']
  readonly workspace: RunningWorkspace
  readonly bot: Bot
  /** Not the bot's when it has opened its own. */
  readonly database: TestDatabase
  stop(how?: { keep: boolean }): Promise<void>
}

/** The sample's people and channels, as `npm start` seats them. */
export async function sampleSeed(): Promise<WorkspaceSeed> {
  return JSON.parse(await readFile(join(packageRoot(), 'src/sample/workspace.json'), 'utf8'))
}

export async function samplePack(): Promise<{ name: string; bytes: Uint8Array }> {
  return { name: 'agenda-pack.pdf', bytes: await readFile(join(packageRoot(), 'src/sample/agenda-pack.pdf')) }
}

/** Slack's three seconds are measured by the bench; a journey beside another on a busy machine does not fail by them. */
const ACK_PATIENCE_MS = 15_000

export async function scrutineer(wanted: Wanted = {}): Promise<Scrutineer> {
  const { transport = 'socket', rateLimits = false } = wanted
  const manifest = transport === 'socket' ? 'socket-mode.json' : 'http.json'
  const workspace = await startWorkspace({
    seed: wanted.seed ?? (await sampleSeed()),
    manifest: JSON.parse(await readFile(join(packageRoot(), 'manifests', manifest), 'utf8')),
    transport,
    rateLimits,
    ackTimeoutMs: ACK_PATIENCE_MS,
    ...(wanted.clock ? { clock: wanted.clock } : {}),
    ...credentials,
  })
  const database = await (wanted.database === 'server' ? serverDatabase() : embeddedDatabase())
  const bot = await startBot(
    configOf({
      SCRUTINEER_WORKSPACE_URL: workspace.url,
      WORKSPACE_TRANSPORT: transport,
      DATA_DIR: wanted.dataDir ?? temporaryFolder(),
      ...wanted.env,
    }),
    pino({ level: process.env['LOG'] ?? 'silent' }),
    {
      ...(wanted.ownDatabase ? {} : { database }),
      sample: wanted.sample ?? true,
      acknowledgeWithinMs: ACK_PATIENCE_MS,
      ...wanted.hooks,
    },
  )
  const world = new World(workspace.url)
  return {
    world,
    as: (name) => world.as(name),
    workspace,
    bot,
    database,
    async stop({ keep } = { keep: false }) {
      await bot.close()
      await workspace.close()
      await database.finish({ keep })
    },
  }
}

/** The settings that a bot beside the local workspace gets, and no pace but what Slack itself enforces. */
function configOf(env: Readonly<Record<string, string>>) {
  const reading = readConfig({
    PORT: '0',
    NODE_ENV: 'test',
    SLACK_SENDS_PER_SECOND: '100',
    ALLOW_PRIVATE_ADDRESSES: 'yes',
    SLACK_BOT_TOKEN: credentials.botToken,
    SLACK_APP_TOKEN: credentials.appToken,
    SLACK_SIGNING_SECRET: credentials.signingSecret,
    ...env,
  })
  if (!reading.ok) throw new Error(sayProblems(reading.problems))
  return reading.config
}
