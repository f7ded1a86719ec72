// `read` as a process of its own: what only pipes, terminals and exit codes show.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { councilSite } from '../documents/fetching/council-site.ts'
import { plainAgenda } from '../documents/papers.ts'

let folder: string
let agenda: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-read-'))
  agenda = join(folder, 'agenda.txt')
  writeFileSync(agenda, plainAgenda)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function start(args: readonly string[], settings: Record<string, string> = {}) {
  const env = { PATH: process.env['PATH'], ...settings }
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'read', ...args], { env })
  const code = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { child, code, err: text(child.stderr) }
}

async function run(args: readonly string[], input = '', settings: Record<string, string> = {}) {
  const { child, code, err } = start(args, settings)
  child.stdin.end(input)
  return { out: await text(child.stdout), err: await err, code: await code }
}

test('standard input is read, and nothing but the record is written', async () => {
  const { code, out, err } = await run(['--json', '-'], plainAgenda)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toMatchObject({ file: '-', documents: [{ kind: 'agenda', date: '2027-03-04' }] })
})

test('whoever closes the pipe early, as head does, has seen enough: no crash', async () => {
  const { child, code, err } = start(Array.from({ length: 40 }, () => agenda))
  child.stdout.once('data', () => child.stdout.destroy())
  expect(await err).toBe('')
  expect(await code).toBe(0)
})

test('an address is followed by the bot’s settings, of which wrong ones are told', async () => {
  const site = await councilSite({ '/agenda.txt': plainAgenda })
  const address = `${site.address}agenda.txt`
  expect(await run(['--json', address])).toMatchObject({
    code: 1,
    err: expect.stringContaining('private network'),
  })
  const allowed = await run(['--json', address], '', {
    ALLOW_PRIVATE_ADDRESSES: 'yes',
    NODE_ENV: 'production',
  })
  expect(allowed).toMatchObject({ code: 0, out: expect.stringContaining('"date":"2027-03-04"') })
  expect(await run([address], '', { ALLOW_PRIVATE_ADDRESSES: 'maybe' })).toMatchObject({
    code: 2,
    err: expect.stringContaining('ALLOW_PRIVATE_ADDRESSES must be one of yes, no'),
  })
})
