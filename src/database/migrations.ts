import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'

/** One step of the database's history, as it lies in `prisma/migrations/<name>/migration.sql`. */
export type Migration = { name: string; sql: string; checksum: string }

/** The history in the order in which it is applied. A folder that does not exist is an empty history. */
export async function readMigrations(folder: string = migrationsFolder()): Promise<Migration[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    // By code unit and not by locale: the same order as Prisma, on every machine.
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: checksumOf(sql) }
    }),
  )
}

/** As Prisma computes it, so that `prisma migrate deploy` agrees with our runner. */
export function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex')
}

/** Whether this text is what was applied, whichever line ends git gave it on this machine (Prisma does the same). */
export function hasChecksum(sql: string, checksum: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n')
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some((text) => checksumOf(text) === checksum)
}

/**
 * The migrations that belong to this code, found from the package root, because `src/database` and
 * `dist/database` lie at different depths in some builds.
 *
 * @throws when no folder above this file is the package: the installation is incomplete.
 */
export function migrationsFolder(): string {
  return join(packageRoot(), 'prisma', 'migrations')
}
