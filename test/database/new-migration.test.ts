import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const seat = 'model Seat {\n  id String @id @db.Uuid\n}\n'
const namedSeat = 'model Seat {\n  id String @id @db.Uuid\n  name String?\n}\n'

test('a change to the schema becomes one migration, and then there is nothing to do', {
  timeout: 60_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scrutineer-schema-'))
  onTestFinished(() => rm(folder, { recursive: true }))

  await writeSchema(folder, seat)
  expect(newMigration(folder, '--check')).toMatchObject({ status: 1 })
  expect(newMigration(folder, 'init')).toMatchObject({ status: 0 })
  expect(newMigration(folder, '--check')).toMatchObject({ status: 0 })

  await writeSchema(folder, namedSeat)
  expect(newMigration(folder, 'seat-names')).toMatchObject({ status: 0 })
  expect(newMigration(folder, 'again')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Nothing to do'),
  })

  const [first, second, lock, ...more] = await readdir(join(folder, 'migrations'))
  expect([first, second, lock, more]).toEqual([
    expect.stringMatching(/^\d{14}_init$/),
    expect.stringMatching(/^\d{14}_seat_names$/),
    'migration_lock.toml',
    [],
  ])
  const sql = await readFile(join(folder, 'migrations', String(second), 'migration.sql'), 'utf8')
  expect(sql).toContain('ALTER TABLE "Seat" ADD COLUMN     "name" TEXT')
})

test('without a name it says how it is used', () => {
  expect(newMigration(tmpdir())).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') })
})

function writeSchema(folder: string, models: string): Promise<void> {
  return writeFile(
    join(folder, 'schema.prisma'),
    `datasource db {\n  provider = "postgresql"\n}\n\n${models}`,
  )
}

function newMigration(folder: string, ...words: string[]) {
  const program = join(import.meta.dirname, '../../prisma/new-migration.ts')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', program, '--folder', folder, ...words],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}
