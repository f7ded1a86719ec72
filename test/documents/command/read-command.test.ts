import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ReadGround, readCommand, readersFor } from '../../../src/documents/command/read-command.ts'
import { councilSite, MEETING, meetingPage } from '../fetching/council-site.ts'
import { plainAgenda } from '../papers.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-command-'))
  for (const [at, name] of ['one.txt', 'two.md', 'three.txt'].entries()) {
    writeFileSync(join(folder, name), plainAgenda.replace('4 March', `${at + 1} March`))
  }
  writeFileSync(join(folder, 'empty.pdf'), '')
  writeFileSync(join(folder, '--odd.txt'), plainAgenda)
  mkdirSync(join(folder, 'packs'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function runOn(ground: Partial<ReadGround>, ...args: string[]) {
  let out = ''
  let err = ''
  const code = await readCommand(args, {
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    input: Readable.from([]),
    fetchLimits: () => Promise.reject(new Error('no address was given')),
    ...ground,
  })
  return { code, out, err }
}
const run = (...args: string[]) => runOn({}, ...args)
const records = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

const at = (name: string): string => join(folder, name)

test('--json prints one line a file, in the order given, without the places of the fields', async () => {
  const { code, out, err } = await run('--json', at('one.txt'), at('two.md'), at('three.txt'))
  expect(code).toBe(0)
  expect(err).toBe('')
  expect(records(out)).toMatchObject([
    { file: 'one.txt', documents: [{ kind: 'agenda', date: '2027-03-01' }] },
    { file: 'two.md', documents: [{ kind: 'agenda', date: '2027-03-02' }] },
    { file: 'three.txt', documents: [{ kind: 'agenda', date: '2027-03-03' }] },
  ])
  expect(out).not.toContain('"where"')
})

test('many files are read side by side and printed in the order given', async () => {
  const names = Array.from({ length: 30 }, (_, place) =>
    at(['one.txt', 'two.md', 'three.txt'][place % 3] ?? ''),
  )
  const { out } = await run('--json', ...names)
  expect(records(out)).toMatchObject(names.map((name) => ({ file: name.slice(folder.length + 1) })))
})

test('a file that cannot be read is told, the others are read, and the exit code is 1', async () => {
  const { code, out, err } = await run(
    '--json',
    at('one.txt'),
    at('empty.pdf'),
    at('missing.pdf'),
    at('packs/'),
    at('two.md'),
  )
  expect(code).toBe(1)
  expect(out.trimEnd().split('\n')).toHaveLength(2)
  const told = err.trimEnd().split('\n')
  expect(told).toHaveLength(3)
  expect(told[0]).toContain('empty.pdf is empty')
  expect(told[1]).toContain('missing.pdf is not there')
  expect(told[2]).toContain('is a folder')
  expect(told[2]).toContain(`${at('packs')}/*.pdf`)
})

test('without --json a summary for people is printed', async () => {
  const { code, out } = await run(at('one.txt'))
  expect(code).toBe(0)
  expect(out).toContain('HOUSING SCRUTINY PANEL')
  expect(out).toContain('3  Repairs and damp (pages 9-20)')
})

test('papers are set apart, and a name cannot move the cursor', async () => {
  const { out, err } = await run(at('one.txt'), '\u001b[2Jgone.pdf', at('two.md'))
  expect(out.split('\n\n').filter((part) => part.includes('1 page, agenda'))).toHaveLength(2)
  expect(err).toBe(' [2Jgone.pdf is not there. Check the name and the folder.\n')
})

test('--explain says where each field was read; with --json it keeps the places', async () => {
  const { out } = await run('--explain', at('one.txt'))
  expect(out).toMatch(/Committee: +HOUSING SCRUTINY PANEL {2}\(page 1, line 3\)/)
  expect(out).toContain('Boyce  (page 1, line 11)')
  expect(out).toContain('CHECK: The paper says “Thursday 1 March 2027”, but 1 March 2027 is a Monday.')
  const [record] = records((await run('--json', '--explain', at('one.txt'))).out)
  expect(record).toMatchObject({
    documents: [{ where: { committee: [{ page: 1, line: 3 }] }, doubts: [{ field: 'date' }] }],
  })
})

test('no file, or an option that there is not, shows how it is used', async () => {
  expect(await run()).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage: read') })
  expect(await run('--jsno', at('one.txt'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('no option --jsno'),
  })
})

test.each(['--help', '-h'])('%s is answered with how it is used', async (help) => {
  expect(await run(help)).toMatchObject({ code: 0, out: expect.stringContaining('Usage: read'), err: '' })
})

test('after -- a name may begin with a dash', async () => {
  const { code, err } = await run('--', '--odd.txt')
  expect(code).toBe(1)
  expect(err).toContain('--odd.txt is not there')
})

test('"-" reads the standard input', async () => {
  const input = Readable.from([Buffer.from(plainAgenda.slice(0, 50)), Buffer.from(plainAgenda.slice(50))])
  const { code, out } = await runOn({ input }, '--json', '-')
  expect(code).toBe(0)
  expect(records(out)).toMatchObject([{ file: '-', documents: [{ kind: 'agenda', date: '2027-03-04' }] }])
  expect((await run('-')).err).toContain('standard input is empty')
})

describe('an address', () => {
  const fetchLimits: ReadGround['fetchLimits'] = () =>
    Promise.resolve({ ok: true, limits: { maxBytes: 1_000_000, allowPrivate: true, firstPauseMs: 1 } })

  test('is fetched and read among the files, and kept', async () => {
    const site = await councilSite({ '/store/agenda.txt': plainAgenda })
    const address = `${site.address}store/agenda.txt`
    const { code, out } = await runOn({ fetchLimits }, '--json', at('one.txt'), address)
    expect(code).toBe(0)
    expect(records(out)).toMatchObject([
      { file: 'one.txt' },
      { file: 'agenda.txt', address, documents: [{ date: '2027-03-04' }] },
    ])
    expect((await runOn({ fetchLimits }, address)).out).toContain(`from ${address}`)
  })

  test('of a meeting is read from the council’s web service', async () => {
    const service = '/mgWebService.asmx/GetMeeting?lMeetingId=718'
    const site = await councilSite({ [MEETING]: meetingPage(), [service]: 404 })
    await runOn({ fetchLimits }, `${site.address}ieListDocuments.aspx?CId=206&MId=718`)
    expect(site.asked).toEqual([service, MEETING])
  })

  test('that gives no file is told with what to do, and the others are read', async () => {
    const site = await councilSite({ '/agenda.pdf': 403 })
    const { code, out, err } = await runOn(
      { fetchLimits },
      '--json',
      `${site.address}agenda.pdf`,
      at('one.txt'),
    )
    expect(code).toBe(1)
    expect(records(out)).toHaveLength(1)
    expect(err).toContain('save the file')
  })

  test('is not followed by wrong settings', async () => {
    const said = 'MAX_PACK_MEGABYTES must be a whole number.'
    const wrong = () => Promise.resolve({ ok: false as const, said })
    expect(await runOn({ fetchLimits: wrong }, 'https://wexbourne.example/')).toEqual({
      code: 2,
      out: '',
      err: `${said}\n`,
    })
  })
})

test('nothing more is read once nobody reads what is printed', async () => {
  let out = ''
  const closing = {
    write: (text: string) => (out += text),
    get isClosed() {
      return out !== ''
    },
  }
  const { code } = await runOn({ out: closing }, '--json', at('one.txt'), at('two.md'), at('three.txt'))
  expect(code).toBe(0)
  expect(records(out)).toMatchObject([{ file: 'one.txt' }])
})

test.each([
  [2, 8, 2],
  [16, 8, 4],
  [8, 64, 8],
  [4, 1, 1],
])('%i cores and %i GB read %i papers at once', (cores, gigabytes, readers) => {
  expect(readersFor({ cores, memory: gigabytes * 1024 ** 3 })).toBe(readers)
})
