import { expect, test } from 'vitest'
import type { PaperError } from '../../src/documents/paper.ts'
import { readPaper } from '../../src/documents/read-paper.ts'
import { paperErrorWords } from '../../src/documents/words.en.ts'
import { bytesOf, firstOf, mustRead, plainAgenda, printed } from './papers.ts'

async function errorOf(name: string, bytes: Uint8Array, maxBytes?: number): Promise<PaperError> {
  const outcome = await readPaper({ name, bytes }, maxBytes)
  if (outcome.ok) throw new Error('read all the same')
  return outcome.error
}

test('a file of no bytes is empty', async () => {
  expect(await errorOf('a.pdf', new Uint8Array())).toEqual({ code: 'empty', file: 'a.pdf' })
})

test('a text of white space alone is empty', async () => {
  expect(await errorOf('a.txt', bytesOf('\ufeff \n\t\n\f\n'))).toEqual({ code: 'empty', file: 'a.txt' })
})

test('a file over the limit is refused before it is looked at', async () => {
  const bytes = bytesOf('%PDF-1.7 and nothing more')
  expect(await errorOf('a.pdf', bytes, 10)).toEqual({
    code: 'too-large',
    file: 'a.pdf',
    bytes: bytes.length,
    limit: 10,
  })
})

test('a PDF with a password is encrypted', async () => {
  const bytes = await printed((doc) => doc.text('Agenda of the Housing Panel'), { userPassword: 'pier' })
  expect(await errorOf('a.pdf', bytes)).toEqual({ code: 'encrypted', file: 'a.pdf' })
})

test('a PDF that may be opened but not printed is read', async () => {
  const bytes = await printed((doc) => doc.text('Agenda\n\n1. Apologies\n\n2. Minutes\n\n3. Parking'), {
    ownerPassword: 'pier',
    permissions: { copying: false },
  })
  expect(mustRead(await readPaper({ name: 'a.pdf', bytes })).documents[0]?.kind).toBe('agenda')
})

test('pages without text are a scan', async () => {
  const bytes = await printed((doc) => {
    doc.rect(60, 60, 400, 600).fill('grey').addPage().rect(60, 60, 400, 600).fill('grey')
  })
  expect(await errorOf('a.pdf', bytes)).toEqual({ code: 'scanned', file: 'a.pdf', pages: 2 })
})

test.each([0.1, 0.5, 0.9, 0.99])('a PDF cut off at %d of its length is damaged', async (share) => {
  const bytes = await printed((doc) => doc.text('Agenda of the Housing Panel').addPage().text('1. Apologies'))
  expect(await errorOf('a.pdf', bytes.slice(0, Math.floor(bytes.length * share)))).toEqual({
    code: 'damaged',
    file: 'a.pdf',
  })
})

test('a head of a PDF with noise behind it is damaged', async () => {
  expect(await errorOf('a.pdf', bytesOf('%PDF-1.7\nnoise\n%%EOF'))).toEqual({
    code: 'damaged',
    file: 'a.pdf',
  })
})

const begins = (...values: number[]): Uint8Array =>
  new Uint8Array([...values, ...new Array<number>(600).fill(0)])

test.each([
  ['agenda.pdf', 'program', begins(0x4d, 0x5a, 0x90)],
  ['agenda.pdf', 'program', begins(0x7f, 0x45, 0x4c, 0x46)],
  ['agenda.txt', 'picture', begins(0x89, 0x50, 0x4e, 0x47)],
  ['agenda.pdf', 'picture', begins(0xff, 0xd8, 0xff, 0xe0)],
  ['agenda.docx', 'word-with-macros', bytesOf('PK\u0003\u0004 word/document.xml word/vbaProject.bin')],
  ['agenda.docx', 'open-document', bytesOf('PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.text')],
  ['agenda.docx', 'spreadsheet', bytesOf('PK\u0003\u0004 xl/workbook.xml')],
  ['agenda.docx', 'old-word', begins(0xd0, 0xcf, 0x11, 0xe0)],
  ['agenda.txt', 'archive', bytesOf('PK\u0003\u0004 photos/pier.jpg')],
  ['agenda.txt', 'rich-text', bytesOf('{\\rtf1\\ansi Agenda}')],
  ['agenda.txt', 'unknown', begins(1, 2, 3, 4)],
])('%s whose bytes are a %s is not read, whatever its name', async (name, looksLike, bytes) => {
  expect(await errorOf(name, bytes)).toEqual({ code: 'unsupported', file: name, looksLike })
})

test('a PDF is read whatever its name', async () => {
  const bytes = await printed((doc) => doc.text('Agenda\n\n1. Apologies\n\n2. Minutes\n\n3. Parking'))
  expect(mustRead(await readPaper({ name: 'agenda.exe', bytes })).format).toBe('pdf')
})

test('text that is not UTF-8 is read as Windows wrote it', async () => {
  const bytes = Buffer.from('Agenda\n\n1. Chair\u0092s announcements\n\n2. Caf\u00e9 on the pier\n', 'latin1')
  const paper = mustRead(await readPaper({ name: 'a.txt', bytes }))
  expect(paper.documents[0]?.items?.map((item) => item.title)).toEqual([
    'Chair’s announcements',
    'Café on the pier',
  ])
})

test('UTF-16, as Notepad saves it, is read', async () => {
  const bytes = Buffer.from('\ufeffAgenda\r\n\r\n1. Apologies\r\n\r\n2. Siân’s report\r\n', 'utf16le')
  expect(mustRead(await readPaper({ name: 'a.txt', bytes })).documents[0]?.items?.[1]?.title).toBe(
    'Siân’s report',
  )
})

test('characters that nobody sees cannot change what a field says', async () => {
  const agenda = await firstOf(
    plainAgenda
      .replace('Repairs and damp', 'Re\u200bpairs \u202eand\u2066 da\u00admp\u{e0041}')
      .replace('HOUSING', '\u202aHOU\ufeffSING'),
  )
  expect(agenda.items?.[2]?.title).toBe('Repairs and damp')
  expect(agenda.committee).toBe('HOUSING SCRUTINY PANEL')
})

test('a text of 20 MB is read in good time', async () => {
  const bytes = bytesOf(
    plainAgenda +
      '99. This line, and the next, of exempt information, said 3 times (Pages 1 - 2).\n'.repeat(250_000),
  )
  const start = performance.now()
  const paper = mustRead(await readPaper({ name: 'long.txt', bytes }))
  expect(performance.now() - start).toBeLessThan(15_000)
  expect(paper.documents[0]?.date).toBe('2027-03-04')
})

test.each([
  ['one line of many names', `Members: ${'Councillor Ann Lee, '.repeat(100_000)}`],
  ['brackets that never close', `Agenda\n\n1. ${'('.repeat(100_000)}\n\n2. ${'['.repeat(50_000)}`],
  ['asterisks', `Agenda\n${'*'.repeat(200_000)}\n${'**a'.repeat(50_000)}\n`],
  [
    'numbers without end',
    `Agenda\n${Array.from({ length: 20_000 }, (_, at) => `${at + 1}. Item`).join('\n')}\n`,
  ],
  ['spaces', `Agenda\n${' '.repeat(500_000)}x\n1.${' '.repeat(500_000)}A\n`],
  ['capitals', `Agenda\n${'Aye '.repeat(200_000)}\n`],
  [
    'one capital without end',
    `Agenda\nCity of ${'Î'.repeat(19_000)}1\n${'Î'.repeat(19_000)}’\n1. Apologies\n`,
  ],
])('a hostile text is read in good time: %s', async (_, text) => {
  const start = performance.now()
  await readPaper({ name: 'hostile.txt', bytes: bytesOf(text) })
  expect(performance.now() - start).toBeLessThan(5_000)
})

test('every error names the file, says what is wrong and what to try', () => {
  const errors: PaperError[] = [
    { code: 'empty', file: 'a.pdf' },
    { code: 'too-large', file: 'a.pdf', bytes: 300 * 1024 * 1024, limit: 200 * 1024 * 1024 },
    { code: 'encrypted', file: 'a.pdf' },
    { code: 'scanned', file: 'a.pdf', pages: 1 },
    { code: 'damaged', file: 'a.pdf' },
    { code: 'unpacks-too-large', file: 'a.pdf', limit: 200 * 1024 * 1024 },
    { code: 'unsupported', file: 'a.pdf', looksLike: 'program' },
    { code: 'too-slow', file: 'a.pdf', seconds: 30 },
    { code: 'not-an-agenda', file: 'a.pdf', found: ['minutes'] },
    { code: 'not-found', file: 'a.pdf' },
    { code: 'not-a-file', file: 'a.pdf' },
    { code: 'unopenable', file: 'a.pdf', reason: 'no permission' },
    { code: 'closed', file: 'a.pdf' },
  ]
  for (const error of errors) {
    const { what, tryThis } = paperErrorWords(error)
    expect(what).toContain('a.pdf')
    expect(what).toMatch(/\.$/)
    expect(tryThis).toMatch(/^\p{Lu}.+\.$/u)
  }
})
