import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { migrate } from '../../src/database/migrate.ts'
import { readMigrations } from '../../src/database/migrations.ts'
import { rawEmbedded } from '../../src/database/raw.ts'
import { silentLog } from './logs.ts'

let template: Promise<Blob> | undefined
let made: Promise<string> | undefined

/** A migrated, empty database to start from. */
export function migratedTemplate(): Promise<Blob> {
  template ??= load()
  return template
}

async function load(): Promise<Blob> {
  return new Blob([await readFile(await templateFile())])
}

/** The same as a tar file: made once for each set of migrations, then kept in the temporary folder. */
export function templateFile(): Promise<string> {
  made ??= findOrMake()
  return made
}

async function findOrMake(): Promise<string> {
  const folder = join(tmpdir(), `scrutineer-tests-${userInfo().username}`)
  const file = join(folder, `template-${await fingerprint()}.tar`)
  if (!existsSync(file)) {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // Test files run side by side: whoever comes last replaces the file by an equal one.
    const making = `${file}.${randomUUID()}`
    await writeFile(making, await makeTemplate())
    await rename(making, file)
  }
  return file
}

async function makeTemplate(): Promise<Uint8Array> {
  const database = await PGlite.create()
  await migrate(rawEmbedded(database), silentLog)
  const dump = await database.dumpDataDir('none')
  await database.close()
  return new Uint8Array(await dump.arrayBuffer())
}

/** Of the migrations, and of PGlite, whose files another version cannot read. */
export async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  hash.update(await readFile(createRequire(import.meta.url).resolve('@electric-sql/pglite')))
  for (const { name, checksum } of await readMigrations()) hash.update(`${name} ${checksum}\n`)
  return hash.digest('hex').slice(0, 16)
}
