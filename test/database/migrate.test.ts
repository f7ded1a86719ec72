import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { schemaEngine } from '../../prisma/schema-engine.ts'
import { migrate } from '../../src/database/migrate.ts'
import { readMigrations } from '../../src/database/migrations.ts'
import { openDatabase } from '../../src/database/open.ts'
import { type RawDatabase, rawEmbedded } from '../../src/database/raw.ts'
import { emptyServerDatabase, everyDatabase, serverMissing } from '../support/databases.ts'
import { silentLog } from '../support/logs.ts'

const first = '20260101000000_seats'
const second = '20260201000000_names'

let folder: string
let unmigrated: Blob

beforeAll(async () => {
  const database = await PGlite.create()
  unmigrated = await database.dumpDataDir('none')
  await database.close()
  folder = await mkdtemp(join(tmpdir(), 'scrutineer-migrations-'))
  await write(folder, first, 'CREATE TABLE seat (id int PRIMARY KEY);\nCREATE INDEX seat_id ON seat (id);\n')
  await write(folder, second, `ALTER TABLE seat ADD COLUMN name text NOT NULL DEFAULT 'Siân; O''Neill';\n`)
})

afterAll(() => rm(folder, { recursive: true }))

const kinds = everyDatabase.map(({ name }) => ({
  name,
  empty: name === 'embedded' ? emptyEmbedded : emptyServer,
}))

describe.each(kinds)('migrations on an $name database', ({ empty }) => {
  test('an empty database is brought to the schema, in order', async () => {
    const raw = await empty()
    expect(await migrate(raw, silentLog, folder)).toEqual([first, second])
    await query(raw, 'INSERT INTO seat (id) VALUES (1)')
    expect(await query(raw, 'SELECT name FROM seat')).toEqual([{ name: `Siân; O'Neill` }])
  })

  test('starting again applies nothing', async () => {
    const raw = await empty()
    await migrate(raw, silentLog, folder)
    expect(await migrate(raw, silentLog, folder)).toEqual([])
  })

  test('a database newer than the code is refused and names what the code does not know', async () => {
    const raw = await empty()
    await migrate(raw, silentLog, folder)
    const older = await withoutSecond()
    await expect(migrate(raw, silentLog, older)).rejects.toMatchObject({
      code: 'database-newer',
      message: expect.stringContaining(second),
    })
  })

  test('a migration that was edited after it was applied is refused', async () => {
    const raw = await empty()
    await migrate(raw, silentLog, folder)
    const edited = await withoutSecond()
    await write(edited, second, 'SELECT 1;\n')
    await expect(migrate(raw, silentLog, edited)).rejects.toMatchObject({ code: 'migration-edited' })
  })

  test('the same migration with the line ends of Windows is the same migration', async () => {
    const raw = await empty()
    await migrate(raw, silentLog, folder)
    const windows = await withoutSecond()
    await write(
      windows,
      second,
      `ALTER TABLE seat ADD COLUMN name text NOT NULL DEFAULT 'Siân; O''Neill';\r\n`,
    )
    expect(await migrate(raw, silentLog, windows)).toEqual([])
  })

  test('a migration that fails leaves the database as it was', async () => {
    const raw = await empty()
    const broken = await withoutSecond()
    await write(broken, second, 'ALTER TABLE chair ADD COLUMN name text;\n')
    await expect(migrate(raw, silentLog, broken)).rejects.toMatchObject({
      code: 'migration-failed',
      message: expect.stringMatching(/20260201000000_names.*"chair" does not exist/),
    })
    expect(
      await query(raw, `SELECT to_regclass('seat') AS seat, to_regclass('_prisma_migrations') AS history`),
    ).toEqual([{ seat: null, history: null }])
    expect(await migrate(raw, silentLog, folder)).toEqual([first, second])
  })

  test('a migration that another tool left unfinished is refused', async () => {
    const raw = await empty()
    await migrate(raw, silentLog, folder)
    await query(raw, 'UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1', [second])
    await expect(migrate(raw, silentLog, folder)).rejects.toMatchObject({
      code: 'migration-unfinished',
      message: expect.stringContaining(second),
    })
  })

  test('a database with the tables of something else is refused', async () => {
    const raw = await empty()
    await query(raw, 'CREATE TABLE invoices (id int)')
    await expect(migrate(raw, silentLog, folder)).rejects.toMatchObject({
      code: 'not-ours',
      message: expect.stringContaining('invoices'),
    })
  })
})

describe.skipIf(serverMissing)('migrations on a server', () => {
  test('five that start at once apply each migration once', async () => {
    const { url, drop } = await emptyServerDatabase()
    onTestFinished(drop)
    const databases = await Promise.all(
      Array.from({ length: 5 }, () => openDatabase({ kind: 'server', url, poolSize: 1 }, silentLog)),
    )
    onTestFinished(async () => {
      await Promise.all(databases.map((database) => database.close()))
    })
    const applied = await Promise.all(databases.map(({ raw }) => migrate(raw, silentLog, folder)))
    expect(applied.flat()).toEqual([first, second])
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1)
  })

  test('a schema named in the address is made, and holds everything', async () => {
    const { url, drop } = await emptyServerDatabase()
    onTestFinished(drop)
    const database = await openDatabase({ kind: 'server', url: `${url}?schema=Plym%20outh` }, silentLog)
    onTestFinished(() => database.close())
    await migrate(database.raw, silentLog, folder)
    expect(
      await query(
        database.raw,
        `SELECT schemaname, tablename FROM pg_tables WHERE schemaname !~ '^(pg|inf)' ORDER BY 2`,
      ),
    ).toEqual([
      { schemaname: 'Plym outh', tablename: '_prisma_migrations' },
      { schemaname: 'Plym outh', tablename: 'seat' },
    ])
  })
})

test('no migration of ours defers a constraint: the PGlite adapter swallows what fails at commit', async () => {
  const deferring = (await readMigrations()).filter(({ sql }) => /\bDEFERRABLE\b/i.test(sql))
  expect(deferring.map(({ name }) => name)).toEqual([])
})

test("Prisma's own engine finds nothing left to apply and the same table of history", async () => {
  const [ours, theirs] = await Promise.all([PGlite.create(), PGlite.create()])
  const schema = { path: 'schema.prisma', content: 'datasource db {\n  provider = "postgresql"\n}\n' }
  const list = {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await migrationDirectories(),
  }
  await migrate(rawEmbedded(ours), silentLog, folder)
  const onOurs = await (await schemaEngine(schema, ours)).applyMigrations({
    migrationsList: list,
    filters: nothing,
  })
  const onTheirs = await (await schemaEngine(schema, theirs)).applyMigrations({
    migrationsList: list,
    filters: nothing,
  })
  expect(onOurs.appliedMigrationNames).toEqual([])
  expect(onTheirs.appliedMigrationNames).toEqual([first, second])
  expect(await migrate(rawEmbedded(theirs), silentLog, folder)).toEqual([])
  expect(await tableOfHistory(ours)).toEqual(await tableOfHistory(theirs))
  await Promise.all([ours.close(), theirs.close()])
  // Two databases and two engines are compiled from WebAssembly first.
}, 90_000)

const nothing = { externalTables: [], externalEnums: [] }

async function migrationDirectories() {
  return (await readMigrations(folder)).map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
  }))
}

async function tableOfHistory(database: PGlite) {
  const { rows: columns } = await database.query(
    `SELECT column_name, data_type, character_maximum_length, is_nullable, column_default
     FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`,
  )
  const { rows } = await database.query(
    `SELECT migration_name, checksum, applied_steps_count, logs, rolled_back_at, finished_at >= started_at AS in_order
     FROM _prisma_migrations ORDER BY migration_name`,
  )
  return { columns, rows }
}

async function emptyEmbedded(): Promise<RawDatabase> {
  const database = await openDatabase({ kind: 'embedded', folder: undefined, from: unmigrated }, silentLog)
  onTestFinished(() => database.close())
  return database.raw
}

async function emptyServer(): Promise<RawDatabase> {
  const { url, drop } = await emptyServerDatabase()
  const database = await openDatabase({ kind: 'server', url }, silentLog)
  onTestFinished(async () => {
    await database.close()
    await drop()
  })
  return database.raw
}

async function withoutSecond(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'scrutineer-migrations-'))
  onTestFinished(() => rm(copy, { recursive: true }))
  await cp(folder, copy, { recursive: true })
  await rm(join(copy, second), { recursive: true })
  return copy
}

async function write(into: string, name: string, sql: string): Promise<void> {
  await mkdir(join(into, name), { recursive: true })
  await writeFile(join(into, name, 'migration.sql'), sql)
}

function query(raw: RawDatabase, sql: string, parameters: unknown[] = []) {
  return raw.transaction((transaction) => transaction.query(sql, parameters))
}

test('a first start knows the lists of kinds that its migrations have just made', async () => {
  const database = await openDatabase({ kind: 'embedded', folder: undefined, from: unmigrated }, silentLog)
  onTestFinished(() => database.close())
  await migrate(database.raw, silentLog)
  expect(await database.prisma.meetingChange.count({ where: { kinds: { has: 'moved' } } })).toBe(0)
})
