import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, onTestFinished, TestRunner, test } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../src/database/open.ts'
import { silentLog } from './logs.ts'
import { migratedTemplate } from './template.ts'

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
  const { url, drop } = await emptyServerDatabase()
  const database = await openDatabase({ kind: 'server', url }, silentLog)
  await migrate(database.raw, silentLog)
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

/** A database of its own on the test server, without tables. */
export async function emptyServerDatabase({ encoding = 'UTF8' } = {}): Promise<{
  url: string
  drop: () => Promise<void>
}> {
  const name = `scrutineer_test_${randomUUID().replaceAll('-', '').slice(0, 12)}`
  await onServer(`CREATE DATABASE ${name} ENCODING '${encoding}' LOCALE 'C' TEMPLATE template0`)
  const url = new URL(testServer)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
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
