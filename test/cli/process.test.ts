// The command line as an administrator runs it: a process of its own.

import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder } from '../../src/database/folder-lock.ts'
import { commandRoute } from '../../src/web/bot-control.ts'
import { openWebServer } from '../../src/web/server.ts'
import { csv, inventedRows } from '../committees/invented-committee.ts'
import { silentLog } from '../support/logs.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scrutineer-cli-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { PATH: process.env['PATH'], DATA_DIR: folder }
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

test('help lists the commands', async () => {
  const { code, out } = await cli('help')
  expect(code).toBe(0)
  for (const name of ['read', 'import-committee', 'audit', 'help']) expect(out).toContain(name)
})

test('a mistyped command is answered with the one that was meant', async () => {
  const { code, err } = await cli('import-comittee')
  expect(code).toBe(2)
  expect(err).toContain('Did you mean “import-committee”?')
})

test('a missing file is said by its name', async () => {
  const { code, err } = await cli('import-committee', 'nowhere.csv')
  expect(code).toBe(1)
  expect(err).toContain('nowhere.csv cannot be read')
}, 60_000)

test('without a running bot the database is opened here, and keeps what was imported', async () => {
  const file = join(folder, 'committee.csv')
  await writeFile(file, csv(inventedRows))
  expect(await cli('import-committee', file, '--apply')).toMatchObject({ code: 0 })
  const audit = await cli('audit')
  expect(audit).toMatchObject({ code: 0, err: '' })
  expect(audit.out).toContain('Every chain holds.')
}, 120_000)

test('a running bot that holds the database is asked, and its answer printed', async () => {
  const asked: unknown[] = []
  const side = {
    token: 'token-of-the-lock',
    run: async (args: readonly string[], files: ReadonlyMap<string, Uint8Array>) => {
      asked.push(args, [...files.keys()])
      return { code: 1, out: 'said by the bot\n', err: 'and complained\n' }
    },
  }
  const server = await openWebServer({
    host: '127.0.0.1',
    port: 0,
    routes: [commandRoute(side)],
    log: silentLog,
  })
  const lock = await lockFolder(folder, silentLog)
  try {
    await lock.publish({ controlUrl: server.url, token: side.token })
    const file = join(folder, 'committee.csv')
    await writeFile(file, csv(inventedRows))
    expect(await cli('import-committee', file)).toEqual({
      code: 1,
      out: 'said by the bot\n',
      err: 'and complained\n',
    })
    expect(asked).toEqual([['import-committee', file], [file]])
    await server.close()
    expect((await cli('audit')).err).toContain('holds the database and does not answer')
  } finally {
    await server.close()
    await lock.release()
  }
}, 60_000)
