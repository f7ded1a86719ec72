import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Config, readConfig, sayProblems, settingsTable } from '../src/config.ts'

const botToken = 'xoxb-1111111111-abcdefgh'
const appToken = 'xapp-1-A111-2222-abcdefgh'
const signingSecret = '0123456789abcdef0123456789abcdef'
const key = Buffer.alloc(32, 7).toString('base64')

type Environment = Record<string, string>

function configOf(env: Environment): Config {
  const reading = readConfig(env, false)
  if (!reading.ok) throw new Error(sayProblems(reading.problems))
  return reading.config
}

/** What is said about each variable: "problem. mend". */
function problemsOf(env: Environment): Record<string, string> {
  const reading = readConfig(env, false)
  if (reading.ok) return {}
  return Object.fromEntries(
    reading.problems.map(({ variable, problem, mend }) => [variable, `${problem}. ${mend}`]),
  )
}

describe('which Slack', () => {
  test('without any setting it is the local workspace on 127.0.0.1:3000 with the embedded database', () => {
    const config = configOf({})
    expect(config.slack).toEqual({ kind: 'local', transport: 'socket' })
    expect(config).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 3000,
      dataDir: resolve('data'),
      database: { kind: 'embedded', folder: resolve('data') },
      privateKey: { kind: 'kept', file: resolve('data/private-text.key') },
      log: { level: 'info', format: 'json' },
      sendsPerSecond: 4,
      sendStaleSeconds: 60,
      maxPackBytes: 200 * 1024 * 1024,
      notes: [],
    })
  })

  test('an empty variable is the same as none', () => {
    expect(configOf({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: ' ', PORT: '' })).toEqual(configOf({}))
  })

  test('bot token and app-level token are Socket Mode', () => {
    const { slack } = configOf({ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: `${appToken}\n` })
    expect(slack).toEqual({ kind: 'socket', botToken, appToken, apiUrl: 'https://slack.com/api/' })
  })

  test('bot token and signing secret are HTTP', () => {
    const { slack } = configOf({ SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret })
    expect(slack).toEqual({ kind: 'http', botToken, signingSecret, apiUrl: 'https://slack.com/api/' })
  })

  test('with both, Socket Mode is used and the log says so', () => {
    const config = configOf({
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_SIGNING_SECRET: signingSecret,
      DATABASE_URL: 'postgres://localhost/scrutineer',
      PRIVATE_TEXT_KEY: key,
    })
    expect(config.slack.kind).toBe('socket')
    expect(config.notes).toEqual([expect.stringContaining('Socket Mode is used')])
  })

  test('with real Slack and the embedded database the log warns', () => {
    expect(configOf({ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken }).notes).toEqual([
      expect.stringContaining('DATABASE_URL'),
    ])
  })

  test('the address of Slack may be another, with or without the last slash, but not without TLS', () => {
    const tokens = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken }
    const { slack } = configOf({ ...tokens, SLACK_API_URL: 'https://slack.example.gov.uk/api' })
    expect(slack).toMatchObject({ apiUrl: 'https://slack.example.gov.uk/api/' })
    expect(problemsOf({ ...tokens, SLACK_API_URL: 'http://slack.example.gov.uk/api/' })).toEqual({
      SLACK_API_URL: expect.stringContaining('https://'),
    })
    expect(problemsOf({ SLACK_API_URL: 'https://slack.example.gov.uk/api' })).toHaveProperty(
      'SLACK_BOT_TOKEN',
    )
  })

  test('the bot beside the local workspace takes its address and tokens from the launcher', () => {
    const env = {
      SCRUTINEER_WORKSPACE_URL: 'http://127.0.0.1:3000',
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
    }
    expect(configOf(env).slack).toMatchObject({
      kind: 'local',
      running: { url: 'http://127.0.0.1:3000/', apiUrl: 'http://127.0.0.1:3000/api/', botToken, appToken },
    })
    expect(problemsOf({ ...env, SCRUTINEER_WORKSPACE_URL: 'http://elsewhere.example' })).toHaveProperty(
      'SCRUTINEER_WORKSPACE_URL',
    )
  })
})

describe('half of the Slack settings', () => {
  test.each([
    ['only a bot token', { SLACK_BOT_TOKEN: botToken }, 'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET'],
    ['only an app-level token', { SLACK_APP_TOKEN: appToken }, 'SLACK_BOT_TOKEN'],
    ['only a signing secret', { SLACK_SIGNING_SECRET: signingSecret }, 'SLACK_BOT_TOKEN'],
  ])('%s: says which half is there and what to add', (_, env, missing) => {
    const [present] = Object.keys(env)
    expect(problemsOf(env)).toEqual({ [missing]: expect.stringContaining(`but ${present} is set`) })
  })

  test.each([
    ['swapped tokens', appToken, botToken],
    ['a user token', 'xoxp-1111111111-abcdefgh', appToken],
  ])('%s are recognised', (_, SLACK_BOT_TOKEN, SLACK_APP_TOKEN) => {
    const problems = problemsOf({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN })
    expect(problems['SLACK_BOT_TOKEN']).toMatch(/must start with xoxb-, but holds an? (user|app-level) token/)
  })

  test('a token in the place of the signing secret is recognised', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: appToken })).toHaveProperty(
      'SLACK_SIGNING_SECRET',
    )
  })
})

describe('production', () => {
  const production = { NODE_ENV: 'production' }

  test('without Slack settings is refused with all that is missing, and is never the local workspace', () => {
    expect(Object.keys(problemsOf(production))).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET',
      'PRIVATE_TEXT_KEY',
    ])
  })

  test('misspelt is not the local workspace either', () => {
    expect(problemsOf({ NODE_ENV: 'Production' })).toMatchObject({
      NODE_ENV: expect.stringContaining('must be one of'),
      SLACK_BOT_TOKEN: expect.any(String),
    })
  })

  test('never runs beside a local workspace', () => {
    const env = { ...production, SCRUTINEER_WORKSPACE_URL: 'http://127.0.0.1:1', SLACK_BOT_TOKEN: botToken }
    expect(problemsOf(env)).toHaveProperty('SCRUTINEER_WORKSPACE_URL')
  })

  test('logs JSON whatever is asked, because the image holds no pretty printer', () => {
    const env = {
      ...production,
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      PRIVATE_TEXT_KEY: key,
      LOG_FORMAT: 'pretty',
    }
    expect(configOf(env).log.format).toBe('json')
    expect(configOf(env).privateKey).toEqual({ kind: 'given', key: Buffer.alloc(32, 7) })
  })
})

test('what works in the local workspace only is refused with real Slack', () => {
  const tokens = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken }
  for (const [name, value] of Object.entries({
    CLOCK: '2017-09-01T09:00',
    WORKSPACE_TRANSPORT: 'http',
    TEST_CRASH_AT: 'after-claim',
  })) {
    expect(problemsOf({ ...tokens, [name]: value })).toEqual({
      [name]: expect.stringContaining('local workspace only'),
    })
  }
})

test('the clock starts in UK time, or where an offset says', () => {
  const clockOf = (CLOCK: string) => {
    const { slack } = configOf({ CLOCK })
    return slack.kind === 'local' ? slack.clock?.toString() : undefined
  }
  expect(clockOf('2017-09-01T09:00')).toBe('2017-09-01T08:00:00Z')
  expect(clockOf('2017-09-01T09:00Z')).toBe('2017-09-01T09:00:00Z')
  expect(problemsOf({ CLOCK: 'yesterday' })).toHaveProperty('CLOCK')
})

test('with real Slack a sender that lives can never be taken for dead', () => {
  const real = { SLACK_BOT_TOKEN: 'xoxb-1-2-abcdefgh', SLACK_APP_TOKEN: 'xapp-1-abcdefgh' }
  expect(problemsOf({ ...real, SEND_STALE_SECONDS: '5' })).toHaveProperty('SEND_STALE_SECONDS')
  expect(problemsOf({ SEND_STALE_SECONDS: '5' })).not.toHaveProperty('SEND_STALE_SECONDS')
})

test.each([
  ['PORT', '65536', 'whole number from 0 to 65535'],
  ['PORT', '3000x', 'whole number'],
  ['HOST', '0.0.0.0', 'anyone can act as anyone'],
  ['LOG_LEVEL', 'loud', 'must be one of trace'],
  ['WORKSPACE_TRANSPORT', 'carrier-pigeon', 'socket, http'],
  ['SLACK_SENDS_PER_SECOND', '0', '0.1 to 100'],
  ['SEND_STALE_SECONDS', '-1', '1 to 3600'],
  ['MAX_PACK_MEGABYTES', 'many', '1 to 2000'],
  ['DATABASE_URL', 'mysql://localhost/x', 'postgresql://'],
  ['DATABASE_URL', 'postgresql://localhost', 'names no database'],
  ['PRIVATE_TEXT_KEY', 'c2hvcnQ=', '32 bytes'],
])('%s=%s is refused by name, with the mend', (name, value, said) => {
  expect(problemsOf({ [name]: value })).toEqual({ [name]: expect.stringContaining(said) })
})

test('all problems are said at once, and no secret with them', () => {
  const secrets = {
    SLACK_BOT_TOKEN: 'xoxp-hush-hush-bot',
    SLACK_APP_TOKEN: 'hush-app',
    SLACK_SIGNING_SECRET: 'xapp-hush-signing',
    DATABASE_URL: 'mysql://scrutineer:hush-password@db/x',
    PRIVATE_TEXT_KEY: 'hush-key',
  }
  const reading = readConfig({ ...secrets, PORT: 'none', NODE_ENV: 'production' }, false)
  const said = reading.ok ? '' : sayProblems(reading.problems)
  for (const name of [...Object.keys(secrets), 'PORT']) expect(said).toContain(name)
  expect(said).not.toContain('hush')
})

test('a shared database in real Slack needs the key that every process shares', () => {
  const env = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, DATABASE_URL: 'postgres://db/x' }
  expect(Object.keys(problemsOf(env))).toEqual(['PRIVATE_TEXT_KEY'])
  expect(configOf({ ...env, PRIVATE_TEXT_KEY: key }).database).toEqual({
    kind: 'server',
    url: 'postgres://db/x',
  })
})

test('README explains every setting as it is', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  expect(readme).toContain(settingsTable())
})

describe('PUBLIC_URL', () => {
  test.each([
    ['https://scrutineer.example.gov.uk', 'https://scrutineer.example.gov.uk'],
    ['https://apps.example.gov.uk/scrutineer/', 'https://apps.example.gov.uk/scrutineer'],
    ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000'],
  ])('%s: links begin with %s', (given, expected) => {
    expect(configOf({ PUBLIC_URL: given }).publicUrl).toBe(expected)
  })

  test.each([
    'scrutineer.example.gov.uk',
    'http://scrutineer.example.gov.uk',
    'https://ann:secret@scrutineer.example.gov.uk',
    'https://scrutineer.example.gov.uk/?a=1',
    'https://scrutineer.example.gov.uk/#a',
  ])('%s is refused, since links in messages would not be safe', (given) => {
    expect(problemsOf({ PUBLIC_URL: given })['PUBLIC_URL']).toContain('must be an https:// address')
  })
})
