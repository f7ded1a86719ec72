// Environment → typed settings. The list itself is `config/settings.ts`.
import { join, resolve } from 'node:path'
import type { z } from 'zod'
import { type ConfigProblem, type Environment, Reading } from './config/reading.ts'
import { isLoopback } from './config/schemas.ts'
import { settings } from './config/settings.ts'
import { readSlack, type SlackSettings } from './config/slack.ts'

export type { ConfigProblem } from './config/reading.ts'
export { settingsTable } from './config/settings.ts'
export type { HttpSlack, LocalSlack, RunningWorkspace, SlackSettings, SocketSlack } from './config/slack.ts'

export type DatabasePlace =
  /** `folder` is DATA_DIR; the database lies in `database/` inside it. */
  { readonly kind: 'embedded'; readonly folder: string } | { readonly kind: 'server'; readonly url: string }

export type PrivateKeyPlace =
  | { readonly kind: 'given'; readonly key: Buffer }
  /** Made at the first start and kept in this file: see `database/private-key.ts`. */
  | { readonly kind: 'kept'; readonly file: string }

export interface Config {
  readonly production: boolean
  readonly host: string
  readonly port: number
  /** Where browsers reach the bot's routes, without a slash at the end. */
  readonly publicUrl: string | undefined
  /** Absolute. */
  readonly dataDir: string
  readonly slack: SlackSettings
  readonly database: DatabasePlace
  readonly privateKey: PrivateKeyPlace
  readonly log: {
    readonly level: z.output<typeof settings.logLevel.schema>
    readonly format: 'json' | 'pretty'
  }
  readonly sendsPerSecond: number
  readonly sendStaleSeconds: number
  readonly maxPackBytes: number
  readonly allowPrivateAddresses: boolean
  readonly fetchContact: string | undefined
  /** Tests only. */
  readonly crashAt: string | undefined
  /** What the administrator should know although it stops nothing: log it at start. No secrets in it. */
  readonly notes: readonly string[]
}

export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] }

/**
 * Settings from the environment, or everything that is wrong with them at once.
 *
 * @param terminal whether a person reads the log as it is written
 */
export function readConfig(env: Environment, terminal = process.stdout.isTTY === true): ConfigReading {
  const reading = new Reading(env)
  const nodeEnv = reading.take(settings.nodeEnv)
  // A misspelt "production" must not open the local workspace.
  const production = nodeEnv === 'production' || reading.isWrong(settings.nodeEnv)
  const slack = readSlack(reading, production)
  const database = readDatabase(reading)
  const settled = {
    production,
    host: readHost(reading, slack),
    port: reading.take(settings.port),
    publicUrl: reading.take(settings.publicUrl),
    dataDir: dataDirOf(reading),
    database,
    privateKey: readPrivateKey(reading, production, slack, database),
    log: { level: reading.take(settings.logLevel), format: readLogFormat(reading, production, terminal) },
    sendsPerSecond: reading.take(settings.slackSendsPerSecond),
    sendStaleSeconds: readStaleSeconds(reading, slack),
    maxPackBytes: reading.take(settings.maxPackMegabytes) * 1024 * 1024,
    allowPrivateAddresses: reading.take(settings.allowPrivateAddresses) === 'yes',
    fetchContact: reading.take(settings.fetchContact),
    crashAt: slack?.kind === 'local' ? reading.take(settings.testCrashAt) : undefined,
  }
  if (!slack || reading.problems.length > 0) return { ok: false, problems: reading.problems }
  return { ok: true, config: { ...settled, slack, notes: notesOn(reading, slack, database) } }
}

/** The problems as an administrator reads them, two lines each. */
export function sayProblems(problems: readonly ConfigProblem[]): string {
  const each = problems.map(({ variable, problem, mend }) => `  ${variable} ${problem}.\n    ${mend}`)
  return ['Scrutineer cannot start with these settings:', ...each, 'README.md explains every setting.'].join(
    '\n\n',
  )
}

/** Says on standard error why the bot cannot start. */
export function printProblems(problems: readonly ConfigProblem[]): void {
  process.stderr.write(`${sayProblems(problems)}\n`)
}

function dataDirOf(reading: Reading): string {
  return resolve(reading.take(settings.dataDir))
}

function readHost(reading: Reading, slack: SlackSettings | undefined): string {
  const host = reading.take(settings.host)
  if (slack?.kind === 'local' && !isLoopback(host)) {
    reading.refuse(
      settings.host,
      'is open to other machines, and in the local workspace anyone can act as anyone',
      'Leave it out: the local workspace listens on 127.0.0.1.',
    )
  }
  return host
}

/** A sender that lives must never be taken for dead, or two would post the same message (law 2). */
const LEAST_STALE_SECONDS = 30

function readStaleSeconds(reading: Reading, slack: SlackSettings | undefined): number {
  const seconds = reading.take(settings.sendStaleSeconds)
  if (slack?.kind !== 'local' && seconds < LEAST_STALE_SECONDS)
    reading.refuse(
      settings.sendStaleSeconds,
      'is shorter than a slow send, so that a message could be posted twice',
      `Set ${LEAST_STALE_SECONDS} or more, or leave it out.`,
    )
  return seconds
}

function readDatabase(reading: Reading): DatabasePlace {
  const url = reading.take(settings.databaseUrl)
  return url === undefined ? { kind: 'embedded', folder: dataDirOf(reading) } : { kind: 'server', url }
}

function readPrivateKey(
  reading: Reading,
  production: boolean,
  slack: SlackSettings | undefined,
  database: DatabasePlace,
): PrivateKeyPlace {
  const key = reading.take(settings.privateTextKey)
  if (key) return { kind: 'given', key }
  const shared = database.kind === 'server' && slack?.kind !== 'local'
  if ((production || shared) && !reading.has(settings.privateTextKey)) {
    reading.refuse(
      settings.privateTextKey,
      'is missing: without it private text in the database could not be sealed, or not be read by another process',
      'Make one with: openssl rand -base64 32. Keep it where you keep passwords, apart from the backups.',
    )
  }
  return { kind: 'kept', file: join(dataDirOf(reading), 'private-text.key') }
}

function readLogFormat(reading: Reading, production: boolean, terminal: boolean): 'json' | 'pretty' {
  const asked = reading.take(settings.logFormat)
  // pino-pretty is a development dependency: the production image does not have it.
  if (production) return 'json'
  return asked ?? (terminal ? 'pretty' : 'json')
}

function notesOn(reading: Reading, slack: SlackSettings, database: DatabasePlace): string[] {
  const notes: string[] = []
  if (slack.kind === 'socket' && reading.has(settings.slackSigningSecret)) {
    notes.push(
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: Socket Mode is used. For HTTP, leave SLACK_APP_TOKEN out.',
    )
  }
  if (slack.kind !== 'local' && database.kind === 'embedded') {
    notes.push(
      'The embedded database holds the record. It serves one process and does not force every change to disk, so a power cut can lose the latest ones. For a council’s record set DATABASE_URL.',
    )
  }
  return notes
}
