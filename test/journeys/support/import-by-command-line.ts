import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { packageRoot } from '../../../src/package-root.ts'

/** As an administrator does it beside the running bot: first look, then apply. */
export async function importByCommandLine(dataDir: string, csv: Uint8Array): Promise<void> {
  const file = join(dataDir, 'committee.csv')
  await writeFile(file, csv)
  const dry = await cli(dataDir, 'import-committee', file)
  expect(dry).toMatchObject({ code: 0, err: '' })
  const applied = await cli(dataDir, 'import-committee', file, '--apply')
  expect(applied).toMatchObject({ code: 0, err: '' })
}

function cli(dataDir: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir }
  const options = { env, cwd: packageRoot() }
  return new Promise((resolve) => {
    execFile(process.execPath, ['dist/cli.js', ...args], options, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}
