import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { hasChecksum, type Migration, readMigrations } from './migrations.ts'
import type { DatabaseLog } from './open.ts'
import { codeOf, DatabaseProblem, sayingOf } from './problems.ts'
import type { RawDatabase, RawTransaction } from './raw.ts'

/** The number Prisma's own engine locks with, so that `prisma migrate deploy` and we exclude each other. */
const lockNumber = 72707369

/** SQLSTATE; a schema `public` belongs to nobody but its owner since PostgreSQL 15. */
const insufficientPrivilege = '42501'

/** As Prisma creates it. */
const historyTable = `CREATE TABLE _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`

const applied = z.object({ migration_name: z.string(), checksum: z.string(), finished: z.boolean() })

type Applied = z.infer<typeof applied>

/**
 * Brings the database to the schema of this code: all that is missing in one transaction, or nothing.
 * Several at once apply it once; the others wait and then find nothing to do.
 *
 * @returns the names of what was applied now.
 * @throws {DatabaseProblem} `database-newer`, `migration-edited`, `migration-unfinished`, `not-ours` or
 *   `migration-failed`; the database is then as it was.
 */
export async function migrate(database: RawDatabase, log: DatabaseLog, folder?: string): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const names = await database.transaction(async (transaction) => {
    await transaction.query('SELECT pg_advisory_xact_lock($1)', [lockNumber])
    await makeSchema(transaction, database.schema)
    const history = await historyOf(transaction)
    refuseUnknownHistory(history, migrations)
    const missing = migrations.filter(
      (migration) => !history.some((row) => row.migration_name === migration.name),
    )
    for (const migration of missing) await apply(transaction, migration)
    return missing.map((migration) => migration.name)
  })
  if (names.length > 0) log.info({ migrations: names }, 'The database was brought up to date')
  return names
}

async function makeSchema(transaction: RawTransaction, schema: string): Promise<void> {
  const [found] = await transaction.query(
    'SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1) AS there, quote_ident($1) AS quoted',
    [schema],
  )
  // Not IF NOT EXISTS: that asks for the right to create even where there is nothing to create.
  if (found?.['there'] !== true) await run(transaction, `CREATE SCHEMA ${found?.['quoted']}`)
}

async function historyOf(transaction: RawTransaction): Promise<Applied[]> {
  const [found] = await transaction.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`)
  if (found?.['there'] !== true) {
    await refuseStrangeTables(transaction)
    await run(transaction, historyTable)
    return []
  }
  const rows = await transaction.query(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows.map((row) => applied.parse(row))
}

async function refuseStrangeTables(transaction: RawTransaction): Promise<void> {
  const tables = await transaction.query(
    `SELECT relname::text AS name FROM pg_class
     WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND relkind IN ('r', 'p')
       AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
     ORDER BY relname LIMIT 3`,
  )
  if (tables.length === 0) return
  throw new DatabaseProblem(
    'not-ours',
    `The database holds tables that are not Scrutineer's (${tables.map((table) => table['name']).join(', ')}…).`,
    'Point DATABASE_URL at an empty database, or at an empty schema with ?schema=NAME.',
  )
}

function refuseUnknownHistory(history: readonly Applied[], migrations: readonly Migration[]): void {
  const unfinished = history.find((row) => !row.finished)
  if (unfinished) {
    throw new DatabaseProblem(
      'migration-unfinished',
      `The migration ${unfinished.migration_name} was begun by another tool and never finished.`,
      'Put back the last copy of the database, or repair it and run "prisma migrate resolve".',
    )
  }
  const newer = history.filter(
    (row) => !migrations.some((migration) => migration.name === row.migration_name),
  )
  if (newer.length > 0) {
    throw new DatabaseProblem(
      'database-newer',
      `The database was brought to a newer version (${newer.map((row) => row.migration_name).join(', ')}) than this Scrutineer knows.`,
      'Run the newer Scrutineer again, or put back the copy of the database from before the upgrade.',
    )
  }
  const edited = migrations.find((migration) =>
    history.some((row) => row.migration_name === migration.name && !hasChecksum(migration.sql, row.checksum)),
  )
  if (edited) {
    throw new DatabaseProblem(
      'migration-edited',
      `The migration ${edited.name} is not the text that was applied to this database.`,
      'Install this version of Scrutineer anew; a change to the schema needs a migration of its own.',
    )
  }
}

async function apply(transaction: RawTransaction, migration: Migration): Promise<void> {
  await run(transaction, migration.sql, `The migration ${migration.name}`)
  await transaction.query(
    `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
     VALUES ($1, $2, clock_timestamp(), $3, clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name],
  )
}

async function run(
  transaction: RawTransaction,
  sql: string,
  what = 'The start of the history',
): Promise<void> {
  try {
    await transaction.run(sql)
  } catch (error) {
    throw new DatabaseProblem(
      'migration-failed',
      `${what} failed and nothing was changed: ${sayingOf(error)}`,
      codeOf(error) === insufficientPrivilege
        ? 'Make the user of DATABASE_URL the owner of its database, or GRANT it CREATE on database and schema.'
        : 'The database may hold something this version did not expect. Keep the old version running and report this.',
      { cause: error },
    )
  }
}
