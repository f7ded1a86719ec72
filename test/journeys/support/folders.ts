// Data folders that have a past, so that a journey about kills does not begin with making a database.
import { execFile } from 'node:child_process'
import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { templateFile } from '../../support/template.ts'
import { temporaryFolder } from '../../workspace/council.ts'
import { publishTyped } from './publish-typed.ts'
import { spawned } from './spawned.ts'
import * as sample from './words.ts'

/**
 * A new data folder whose embedded database is made and migrated, and empty: making it takes longer than all else of
 * a first start. That a start makes it is promised of `openDatabase`, and tried by CI's clean copy.
 */
export async function folderWithDatabase(): Promise<string> {
  const dataDir = temporaryFolder()
  const place = join(dataDir, 'database')
  await mkdir(place, { mode: 0o700 })
  await promisify(execFile)('tar', ['-xf', await templateFile(), '-C', place])
  return dataDir
}

let published: Promise<string> | undefined

/** A data folder after a first life in which the typed meeting was published, on Monday 1 March 2027. */
export async function folderWithMeeting(): Promise<string> {
  published ??= publishIn(await folderWithDatabase())
  const dataDir = temporaryFolder()
  await cp(await published, dataDir, { recursive: true })
  return dataDir
}

async function publishIn(dataDir: string): Promise<string> {
  const first = await spawned({ dataDir, env: { CLOCK: '2027-03-01T09:00' } })
  await publishTyped(first.as(sample.clerk))
  await first.as(sample.clerk).close()
  await first.stop()
  return dataDir
}
