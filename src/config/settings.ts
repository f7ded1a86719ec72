import { z } from 'zod'
import * as schemas from './schemas.ts'

/** One environment variable that Scrutineer reads: what it means, and how its text becomes a value. */
export interface Setting<Schema extends z.ZodType<unknown, string> = z.ZodType<unknown, string>> {
  readonly name: string
  /** For the README's table: what it does, in a sentence or two. */
  readonly what: string
  readonly example: string
  /** Text of a variable → value. Its messages finish the sentence "PORT …" and never repeat the text. */
  readonly schema: Schema
  /** Used when the variable is absent or empty. */
  readonly default?: string
  /** What the README says in the column of defaults when it takes more than a value. */
  readonly defaultSaid?: string
  /** Means something in the local workspace only; refused with real Slack. */
  readonly localOnly?: boolean
  /** Never printed, not even when it is wrong. */
  readonly secret?: boolean
  /** Set by `npm start` for the process it starts, or by tests; not in the README. */
  readonly internal?: boolean
}

type Given<Schema extends z.ZodType<unknown, string>> = Setting<Schema>
type Defaulted<Schema extends z.ZodType<unknown, string>> = Setting<Schema> & { readonly default: string }

function setting<S extends z.ZodType<unknown, string>>(it: Defaulted<S>): Defaulted<S>
function setting<S extends z.ZodType<unknown, string>>(it: Given<S>): Given<S>
function setting<S extends z.ZodType<unknown, string>>(it: Given<S>): Given<S> {
  return it
}

/** Every setting, once: parsing (`config.ts`) and the README's table both come from here. */
export const settings = {
  port: setting({
    name: 'PORT',
    default: '3000',
    what: 'Port of the page and control interface of the local workspace; with real Slack, of the HTTP routes (health; with HTTP, Slack’s requests). 0 takes any free one.',
    example: '8080',
    schema: schemas.wholeNumber(0, 65_535),
  }),
  host: setting({
    name: 'HOST',
    default: '127.0.0.1',
    what: 'Address to listen on. The Docker image sets 0.0.0.0. The local workspace listens on this machine only.',
    example: '0.0.0.0',
    schema: z.string().regex(/^[\w.:-]{1,253}$/, 'must be an address or a host name, without a port'),
  }),
  publicUrl: setting({
    name: 'PUBLIC_URL',
    defaultSaid: 'none; the local workspace has its own',
    what: 'Address at which people’s browsers reach the bot’s routes `/open/` and `/calendar/`, through your proxy. With it cards get *Add to calendar*, and openings of papers can be counted. Without it links lead straight to the papers.',
    example: 'https://scrutineer.example.gov.uk',
    schema: schemas.publicUrl,
  }),
  dataDir: setting({
    name: 'DATA_DIR',
    default: './data',
    what: 'Folder of the embedded database, of the local workspace’s state and of the key made when trying out.',
    example: '/var/lib/scrutineer',
    schema: z.string().regex(/^[^\0]+$/, 'must be the path of a folder'),
  }),
  clock: setting({
    name: 'CLOCK',
    defaultSaid: 'the present',
    what: 'First instant of the local workspace’s clock, in UK time, or with Z or an offset. It then runs at the real pace.',
    example: '2017-09-01T09:00',
    schema: schemas.clock,
    localOnly: true,
  }),
  workspaceTransport: setting({
    name: 'WORKSPACE_TRANSPORT',
    default: 'socket',
    what: 'How the local workspace delivers to the bot: `socket` (Socket Mode) or `http` (signed requests).',
    example: 'http',
    schema: schemas.oneOf('socket', 'http'),
    localOnly: true,
  }),
  slackBotToken: setting({
    name: 'SLACK_BOT_TOKEN',
    defaultSaid: 'none: the local workspace',
    what: 'Bot token of the installed app. Needed for real Slack.',
    example: 'xoxb-…',
    schema: schemas.token('xoxb-'),
    secret: true,
  }),
  slackAppToken: setting({
    name: 'SLACK_APP_TOKEN',
    what: 'App-level token with `connections:write`: real Slack by Socket Mode, which needs no public address.',
    example: 'xapp-…',
    schema: schemas.token('xapp-'),
    secret: true,
  }),
  slackSigningSecret: setting({
    name: 'SLACK_SIGNING_SECRET',
    what: 'Signing secret of the app: real Slack by HTTP. When there is an app-level token too, Socket Mode is used.',
    example: '32 hexadecimal digits',
    schema: schemas.signingSecret,
    secret: true,
  }),
  slackApiUrl: setting({
    name: 'SLACK_API_URL',
    default: 'https://slack.com/api/',
    what: 'Address of Slack’s Web API, for a proxy or a separate Slack.',
    example: 'https://slack.example.gov.uk/api/',
    schema: schemas.apiUrl,
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    defaultSaid: 'none: embedded, in `DATA_DIR/database`',
    what: 'PostgreSQL 15 or newer. Use one for a council’s record: the embedded database is for trying out and small installations.',
    example: 'postgresql://scrutineer:password@db.example.gov.uk:5432/scrutineer',
    schema: schemas.databaseUrl,
    secret: true,
  }),
  privateTextKey: setting({
    name: 'PRIVATE_TEXT_KEY',
    defaultSaid: 'made and kept in `DATA_DIR/private-text.key`',
    what: 'Key that seals private text (reasons for absence) in the database: base64 of 32 bytes (`openssl rand -base64 32`). Required in production, and with real Slack and `DATABASE_URL`. Keep it apart from the backups; without it the sealed text is lost.',
    example: 'base64 of 32 bytes',
    schema: schemas.privateTextKey,
    secret: true,
  }),
  nodeEnv: setting({
    name: 'NODE_ENV',
    default: 'development',
    what: 'With `production` (the Docker image) the bot never starts the local workspace.',
    example: 'production',
    schema: schemas.oneOf('production', 'development', 'test'),
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    default: 'info',
    what: 'Least severe entries that are logged: trace, debug, info, warn, error, fatal or silent.',
    example: 'debug',
    schema: schemas.oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
  }),
  logFormat: setting({
    name: 'LOG_FORMAT',
    defaultSaid: '`pretty` on a terminal, else `json`',
    what: '`json` for machines, `pretty` for people; production always logs `json`.',
    example: 'json',
    schema: schemas.oneOf('json', 'pretty'),
  }),
  slackSendsPerSecond: setting({
    name: 'SLACK_SENDS_PER_SECOND',
    default: '4',
    what: 'Most messages sent to the whole workspace in a second. Slack’s own limit of about one a second in one channel is kept besides.',
    example: '1',
    schema: schemas.sendsPerSecond,
  }),
  sendStaleSeconds: setting({
    name: 'SEND_STALE_SECONDS',
    default: '60',
    what: 'After so many seconds a message that was being sent when the bot stopped counts as “may have been sent”, and a clerk is asked; 30 or more with real Slack.',
    example: '120',
    schema: schemas.wholeNumber(1, 3600),
  }),
  maxPackMegabytes: setting({
    name: 'MAX_PACK_MEGABYTES',
    default: '200',
    what: 'Largest pack that is read.',
    example: '100',
    schema: schemas.wholeNumber(1, 2000),
  }),
  allowPrivateAddresses: setting({
    name: 'ALLOW_PRIVATE_ADDRESSES',
    default: 'no',
    what: 'Whether a pack may be fetched from an address in a private network: `yes` for a council whose web server stands there.',
    example: 'yes',
    schema: schemas.oneOf('yes', 'no'),
  }),
  fetchContact: setting({
    name: 'FETCH_CONTACT',
    what: 'E-mail or web address that web sites are told when a pack is fetched from them: whom to ask about it.',
    example: 'democracy@example.gov.uk',
    schema: z.string().regex(/^[\w.+:/@~%-]{3,200}$/, 'must be an e-mail or web address'),
  }),
  testCrashAt: setting({
    name: 'TEST_CRASH_AT',
    what: 'Point at which the process kills itself, for the tests of restarts.',
    example: 'after-claim',
    schema: z
      .string()
      .regex(/^[a-z]+(?:-[a-z]+)*(?::[a-z-]+)?$/, 'must be the name of a point, such as after-claim'),
    localOnly: true,
    internal: true,
  }),
  workspaceUrl: setting({
    name: 'SCRUTINEER_WORKSPACE_URL',
    what: 'Address of the local workspace that runs beside this process; set by `npm start` together with its tokens.',
    example: 'http://127.0.0.1:3000/',
    schema: schemas.workspaceUrl,
    localOnly: true,
    internal: true,
  }),
} as const

/** The README's table of settings, in Markdown. */
export function settingsTable(): string {
  const shown: Setting[] = Object.values(settings).filter((it: Setting) => !it.internal)
  const rows = shown.map((it) => {
    const usual = it.defaultSaid ?? (it.default === undefined ? 'none' : `\`${it.default}\``)
    const where = it.localOnly ? 'Local workspace only. ' : ''
    const example = it.secret && !it.example.includes('://') ? it.example : `\`${it.example}\``
    return `| \`${it.name}\` | ${usual} | ${where}${it.what} | ${example} |`
  })
  return ['| setting | default | what it does | example |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
