import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, onTestFinished, TestRunner, test } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../src/database/open.ts'
import { silentLog } from './logs.ts'
import { fingerprint, migratedTemplate } from './template.ts'

/** The server for tests; CI sets TEST_POSTGRES=1, so that a missing one is an error there and not a skip. */
export const testServer = process.env['TEST_DATABASE_URL'] ?? 'postgresql://root@127.0.0.1:5432/postgres'

export type TestDatabase = OpenDatabase & {
  /** The address of a server's database, to open it a second time. */
  url: string | undefined
  /** Closes it; a server's database is then dropped, unless `keep`. */
  finish(how: { keep: boolean }): Promise<void>
}

export type DatabaseKind = { name: 'embedded' | 'server'; open: () => Promise<TestDatabase> }

/** A migrated, empty database in memory. */
export async function embeddedDatabase(): Promise<TestDatabase> {
  const database = await openDatabase(
    { kind: 'embedded', folder: undefined, from: await migratedTemplate() },
    silentLog,
  )
  return finishedWithTest({ ...database, url: undefined, finish: () => database.close() })
}

/** A migrated, empty database of its own on the test server; kept for a look when the test fails. */
export async function serverDatabase(): Promise<TestDatabase> {
  const { url, drop } = await migratedServerDatabase()
  const database = await openDatabase({ kind: 'server', url }, silentLog)
  return finishedWithTest({
    ...database,
    url,
    async finish({ keep }) {
      await database.close()
      if (keep) console.info(`The test failed; its database is kept: ${url}`)
      else await drop()
    },
  })
}

/** The same, for a process that opens it. */
export async function migratedServerDatabase(): Promise<ServerAddress> {
  return newServerDatabase(`TEMPLATE ${await serverTemplate()}`)
}

interface ServerAddress {
  readonly url: string
  readonly drop: () => Promise<void>
}

/** A database of its own on the test server, without tables. */
export async function emptyServerDatabase({ encoding = 'UTF8' } = {}): Promise<ServerAddress> {
  return newServerDatabase(`ENCODING '${encoding}' LOCALE 'C' TEMPLATE template0`)
}

async function newServerDatabase(like: string): Promise<ServerAddress> {
  const name = `scrutineer_test_${randomUUID().replaceAll('-', '').slice(0, 12)}`
  await onServer(`CREATE DATABASE ${name} ${like}`)
  // No test loses the machine's power, so none needs to wait for the disk.
  await onServer(`ALTER DATABASE ${name} SET synchronous_commit = off`)
  return { url: addressOf(name), drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

function addressOf(name: string): string {
  const url = new URL(testServer)
  url.pathname = `/${name}`
  return url.href
}

let template: Promise<string> | undefined

/** The name of a migrated database to copy: made once for each set of migrations, then kept on the server. */
function serverTemplate(): Promise<string> {
  template ??= makeServerTemplate()
  return template
}

async function makeServerTemplate(): Promise<string> {
  const name = `scrutineer_template_${await fingerprint()}`
  const client = new Client({ connectionString: testServer, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    // Test files run side by side: one makes it and the others wait. The lock goes with the connection.
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount !== 0) return name
    const making = `${name}_making`
    await client.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${making} ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0`)
    const database = await openDatabase({ kind: 'server', url: addressOf(making) }, silentLog)
    try {
      await migrate(database.raw, silentLog)
    } finally {
      await database.close()
    }
    await client.query(`ALTER DATABASE ${making} RENAME TO ${name}`)
    return name
  } finally {
    await client.end()
  }
}

/** Why the tests on a server cannot run here, or `undefined` when they can. */
export const serverMissing = await whyNoServer()

/** The kinds at hand, for `describe.each`. Prefer `describeEveryDatabase`, which says so when one is missing. */
export const everyDatabase: DatabaseKind[] = [
  { name: 'embedded', open: embeddedDatabase },
  ...(serverMissing === undefined ? [{ name: 'server' as const, open: serverDatabase }] : []),
]

/**
 * The same promises on every kind of database, which is opened once for all of them.
 * Where there is no server, its half shows as skipped, with the reason.
 */
export function describeEveryDatabase(title: string, promises: (database: () => TestDatabase) => void): void {
  for (const { name, open } of everyDatabase) {
    describe(`${title} (${name} database)`, () => promises(useDatabase(open)))
  }
  if (serverMissing !== undefined) {
    describe(`${title} (server database)`, () => {
      test('needs a PostgreSQL server', (context) => context.skip(serverMissing))
    })
  }
}

/**
 * Promises on one kind of database, the server where there is one. For rooms whose rows know nothing of where they
 * lie: it is one dialect, the journeys go over both kinds, and so does what is about databases itself.
 */
export function describeWithDatabase(title: string, promises: (database: () => TestDatabase) => void): void {
  describe(title, () =>
    promises(useDatabase(serverMissing === undefined ? serverDatabase : embeddedDatabase)),
  )
}

/** Opens a database before the tests of this `describe` and finishes it after them. */
export function useDatabase(open: DatabaseKind['open']): () => TestDatabase {
  let database: TestDatabase | undefined
  let someFailed = false
  beforeAll(async () => {
    database = await open()
  })
  afterEach(({ task }) => {
    someFailed ||= hasFailed(task)
  })
  afterAll(() => database?.finish({ keep: someFailed }))
  return () => {
    if (!database) throw new Error('The database is opened in beforeAll: ask for it inside a test.')
    return database
  }
}

function hasFailed(task: { result?: { state: string } | undefined }): boolean {
  return task.result?.state === 'fail'
}

/** Opened inside a test, it is finished with that test; opened in a hook, the hook's file finishes it. */
function finishedWithTest(database: TestDatabase): TestDatabase {
  if (TestRunner.getCurrentTest()) onTestFinished(({ task }) => database.finish({ keep: hasFailed(task) }))
  return database
}

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: testServer, connectionTimeoutMillis: 5_000 })
  await client.connect()
  await client.query(sql)
  await client.end()
}

async function whyNoServer(): Promise<string | undefined> {
  if (process.env['TEST_POSTGRES'] === '1') return undefined
  const client = new Client({ connectionString: testServer, connectionTimeoutMillis: 500 })
  try {
    await client.connect()
    await client.end()
    return undefined
  } catch (error) {
    return `No PostgreSQL at ${new URL(testServer).host} (TEST_DATABASE_URL): ${String(error)}`
  }
}
