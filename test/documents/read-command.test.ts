import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCommand } from '../../src/documents/read-command.ts'
import { plainAgenda } from './papers.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-command-'))
  for (const [at, name] of ['one.txt', 'two.md', 'three.txt'].entries()) {
    writeFileSync(join(folder, name), plainAgenda.replace('4 March', `${at + 1} March`))
  }
  writeFileSync(join(folder, 'empty.pdf'), '')
  writeFileSync(join(folder, '--odd.txt'), plainAgenda)
})
afterAll(() => rmSync(folder, { recursive: true }))

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const code = await readCommand(args, { write: (text) => (out += text) }, { write: (text) => (err += text) })
  return { code, out, err }
}

const at = (name: string): string => join(folder, name)

test('--json prints one line a file, in the order given, without the places of the fields', async () => {
  const { code, out, err } = await run('--json', at('one.txt'), at('two.md'), at('three.txt'))
  expect(code).toBe(0)
  expect(err).toBe('')
  const records = out
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(records).toMatchObject([
    { file: 'one.txt', documents: [{ kind: 'agenda', date: '2027-03-01' }] },
    { file: 'two.md', documents: [{ kind: 'agenda', date: '2027-03-02' }] },
    { file: 'three.txt', documents: [{ kind: 'agenda', date: '2027-03-03' }] },
  ])
  expect(out).not.toContain('"where"')
})

test('a file that cannot be read is told, the others are read, and the exit code is 1', async () => {
  const { code, out, err } = await run(
    '--json',
    at('one.txt'),
    at('empty.pdf'),
    at('missing.pdf'),
    folder,
    at('two.md'),
  )
  expect(code).toBe(1)
  expect(out.trimEnd().split('\n')).toHaveLength(2)
  const told = err.trimEnd().split('\n')
  expect(told).toHaveLength(3)
  expect(told[0]).toContain('empty.pdf is empty')
  expect(told[1]).toContain('missing.pdf is not there')
  expect(told[2]).toContain('is a folder')
})

test('without --json a summary for people is printed', async () => {
  const { code, out } = await run(at('one.txt'))
  expect(code).toBe(0)
  expect(out).toContain('HOUSING SCRUTINY PANEL')
  expect(out).toContain('3  Repairs and damp (pages 9-20)')
})

test('no file, or an option that there is not, shows how it is used', async () => {
  expect(await run()).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage: read') })
  expect(await run('--jsno', at('one.txt'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('no option --jsno'),
  })
})

test('after -- a name may begin with a dash', async () => {
  const { code, err } = await run('--', '--odd.txt')
  expect(code).toBe(1)
  expect(err).toContain('--odd.txt is not there')
})
