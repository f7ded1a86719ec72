import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { DatabaseProblem } from '../../src/database/problems.ts'
import {
  describeEveryDatabase,
  emptyServerDatabase,
  serverMissing,
  testServer,
} from '../support/databases.ts'
import { type FakeAnswer, fakePostgres } from '../support/fake-postgres.ts'
import { silentLog } from '../support/logs.ts'

describeEveryDatabase('an open database', (database) => {
  test('answers a ping', () => expect(database().ping()).resolves.toBeUndefined())

  test('a transaction that fails leaves nothing, and the next one works', async () => {
    const { raw } = database()
    const failing = raw.transaction(async (transaction) => {
      await transaction.run('CREATE TABLE half_done (id int)')
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    const [row] = await raw.transaction((transaction) =>
      transaction.query(`SELECT to_regclass('half_done') AS found`),
    )
    expect(row).toEqual({ found: null })
  })

  test('a summer instant comes back through Prisma as it was', async () => {
    const rows = await database().prisma.$queryRaw`SELECT '2026-07-01T12:00:00Z'::timestamptz AS instant`
    expect(rows).toEqual([{ instant: new Date('2026-07-01T12:00:00Z') }])
  })
})

describe('an embedded database in a folder', () => {
  test('keeps what was stored, and lets nobody else in while it is open', { timeout: 60_000 }, async () => {
    const folder = await temporaryFolder()
    const first = await openDatabase({ kind: 'embedded', folder }, silentLog)
    await first.prisma.$executeRaw`CREATE TABLE kept (name text)`
    await first.prisma.$executeRaw`INSERT INTO kept VALUES ('Siân 🙂')`
    await expect(openDatabase({ kind: 'embedded', folder }, silentLog)).rejects.toMatchObject({
      code: 'folder-in-use',
    })
    await first.close()
    await first.close()
    const second = await openDatabase({ kind: 'embedded', folder }, silentLog)
    expect(await second.prisma.$queryRaw`SELECT name FROM kept`).toEqual([{ name: 'Siân 🙂' }])
    await second.close()
    expect(await readdir(folder)).toEqual(['database'])
  })

  test('a first start that was killed is begun anew', { timeout: 60_000 }, async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'database.making'))
    await writeFile(join(folder, 'database.making', 'PG_VERSION'), '18\n')
    const database = await openDatabase({ kind: 'embedded', folder }, silentLog)
    await database.ping()
    await database.close()
  })

  test('a folder that holds no database is refused with the mend, and freed', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'database'), 'not a folder')
    await expect(openDatabase({ kind: 'embedded', folder }, silentLog)).rejects.toMatchObject({
      code: 'folder-unusable',
      mend: expect.stringContaining('DATA_DIR'),
    })
    expect(await readdir(folder)).toEqual(['database'])
  })
})

describe('a server that cannot be used is refused, with the mend and without the password', () => {
  test('an address that is none', async () => {
    const problem = await problemOf('postgres//clerk:hunter2secret@db/scrutineer')
    expect(problem).toMatchObject({ code: 'url-invalid', mend: expect.stringContaining('postgresql://') })
  })

  test('nobody listens', async () => {
    const problem = await problemOf('postgresql://clerk:hunter2secret@localhost:1/scrutineer')
    expect(problem).toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/localhost:1\/scrutineer.*ECONNREFUSED/),
    })
  })

  test('a wrong password', async () => {
    const problem = await problemAt({
      refuse: { sqlstate: '28P01', message: 'password authentication failed for user "clerk"' },
    })
    expect(problem).toMatchObject({ code: 'password-refused', message: expect.stringContaining('"clerk"') })
  })

  test('a server older than Scrutineer needs: says which version it found', async () => {
    const problem = await problemAt({
      row: {
        number: { value: '140011', typeId: 23 },
        version: { value: '14.11 (Debian)', typeId: 25 },
        encoding: { value: 'UTF8', typeId: 25 },
      },
    })
    expect(problem).toMatchObject({ code: 'server-too-old', message: expect.stringContaining('14.11') })
  })

  test.skipIf(serverMissing)('a database that does not exist', async () => {
    const url = new URL(testServer)
    url.pathname = '/no_such_council'
    url.password = 'hunter2secret'
    expect(await problemOf(url.href)).toMatchObject({
      code: 'database-missing',
      message: expect.stringContaining('no_such_council'),
    })
  })

  test.skipIf(serverMissing)('a user that does not exist', async () => {
    const url = new URL(testServer)
    url.username = 'nobody_here'
    url.password = 'hunter2secret'
    expect(await problemOf(url.href)).toMatchObject({ code: 'password-refused' })
  })

  test.skipIf(serverMissing)('a database that cannot hold every name', async () => {
    const { url, drop } = await emptyServerDatabase({ encoding: 'LATIN1' })
    onTestFinished(drop)
    expect(await problemOf(url)).toMatchObject({
      code: 'encoding-not-utf8',
      message: expect.stringContaining('LATIN1'),
    })
  })
})

test.skipIf(serverMissing)(
  'a server set to London time, and options in the address, change no instant',
  async () => {
    const { url, drop } = await emptyServerDatabase()
    const database = await openDatabase(
      { kind: 'server', url: `${url}?options=-c%20TimeZone=Europe/London%20-c%20geqo=off` },
      silentLog,
    )
    onTestFinished(async () => {
      await database.close()
      await drop()
    })
    const rows = await database.prisma
      .$queryRaw`SELECT '2026-07-01T12:00:00Z'::timestamptz AS instant, current_setting('geqo') AS geqo`
    expect(rows).toEqual([{ instant: new Date('2026-07-01T12:00:00Z'), geqo: 'off' }])
  },
)

async function problemAt(answer: FakeAnswer): Promise<DatabaseProblem> {
  const { port, close } = await fakePostgres(answer)
  onTestFinished(close)
  return problemOf(`postgresql://clerk:hunter2secret@127.0.0.1:${port}/scrutineer`)
}

async function problemOf(url: string): Promise<DatabaseProblem> {
  try {
    await openDatabase({ kind: 'server', url }, silentLog)
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('hunter2secret')
    return error
  }
  throw new Error('The server was accepted.')
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scrutineer-open-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
