import net from 'node:net'
import { expect, test, vi } from 'vitest'
import { readWord } from '../../../src/documents/formats/word.ts'
import { readPaper } from '../../../src/documents/read-paper.ts'
import { paperErrorWords } from '../../../src/documents/words.en.ts'
import { mustRead } from '../papers.ts'
import { NAMESPACES, p, relations, table, wordFile, wordParts, zipOf } from './word-files.ts'

async function codeOf(bytes: Uint8Array): Promise<string> {
  const outcome = await readPaper({ name: 'agenda.docx', bytes })
  return outcome.ok ? 'read' : outcome.error.code
}

const agenda = p('Agenda') + p('1. Apologies') + p('2. Minutes') + p('3. Parking')

test('a Word document is read whatever its name', async () => {
  const paper = mustRead(await readPaper({ name: 'agenda.pdf', bytes: wordFile(agenda) }))
  expect([paper.format, paper.documents[0]?.items?.length]).toEqual(['word', 3])
})

test.each([0.05, 0.3, 0.6, 0.9, 0.99])(
  'a Word document cut off at %d of its length is damaged',
  async (share) => {
    const bytes = wordFile(agenda)
    expect(await codeOf(bytes.slice(0, Math.floor(bytes.length * share)))).toBe('damaged')
  },
)

test('a part that is not what was packed is damaged', async () => {
  const bytes = wordFile(agenda)
  const at = Buffer.from(bytes).indexOf('word/document.xml') + 60
  bytes[at] = (bytes[at] ?? 0) ^ 0x55
  expect(await codeOf(bytes)).toBe('damaged')
})

test('an Office document under a password is encrypted', async () => {
  const container = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(600),
  ])
  expect(await codeOf(new Uint8Array(container))).toBe('encrypted')
})

test('a Word document of 1997 is told how to be saved anew', async () => {
  const container = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from('WordDocument', 'utf16le'),
  ])
  const outcome = await readPaper({ name: 'agenda.doc', bytes: new Uint8Array(container) })
  if (outcome.ok) throw new Error('read all the same')
  expect(paperErrorWords(outcome.error)).toEqual({
    what: 'agenda.doc is an old Office document (Word 97 to 2003), which is not read here, whatever its name says.',
    tryThis: 'Open it in Word, save it as a Word document (.docx) or as a PDF, and use that.',
  })
})

test('a small file that unpacks to a huge one is stopped while it is unpacked', async () => {
  const bytes = wordFile(' '.repeat(3_000_000))
  expect(bytes.length).toBeLessThan(20_000)
  expect(await readWord(bytes, 1_000_000)).toEqual({ ok: false, code: 'unpacks-too-large', limit: 1_000_000 })
})

test('all parts together are counted, not each alone', async () => {
  const parts = wordParts(agenda, { styles: ' '.repeat(700_000) })
  const numbering = `<w:numbering ${NAMESPACES}>${' '.repeat(700_000)}</w:numbering>`
  expect(await readWord(zipOf({ ...parts, 'word/numbering.xml': numbering }), 1_000_000)).toMatchObject({
    code: 'unpacks-too-large',
  })
})

test('a part that says a smaller size than it has is damaged', async () => {
  const lying = zipOf(wordParts(' '.repeat(500_000)), { 'word/document.xml': 1000 })
  expect(await codeOf(lying)).toBe('damaged')
})

test('a file that says it has more parts than any document is not unpacked', async () => {
  const parts = Object.fromEntries(Array.from({ length: 21_000 }, (_, at) => [`word/${at}`, '']))
  expect(await codeOf(zipOf({ ...wordParts(agenda), ...parts }))).toBe('unpacks-too-large')
})

test.each([
  [
    'no main part',
    zipOf({ '_rels/.rels': relations(['officeDocument', 'word/document.xml']), 'word/x': '' }),
  ],
  ['no relations', zipOf({ 'word/document.xml': `<w:document ${NAMESPACES}/>` })],
  [
    'a main part outside',
    zipOf({
      '_rels/.rels': relations(['officeDocument', 'http://example.invalid/word/d.xml', 'External']),
      'word/x': '',
    }),
  ],
  [
    'XML that is not closed',
    zipOf({ ...wordParts(''), 'word/document.xml': `<w:document ${NAMESPACES}><w:body>` }),
  ],
  ['XML nested without end', wordFile('<w:tbl><w:tr><w:tc>'.repeat(50_000))],
  [
    'entities that multiply',
    zipOf({
      ...wordParts(''),
      'word/document.xml': `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document ${NAMESPACES}><w:body>${p('&b;')}</w:body></w:document>`,
    }),
  ],
])('a Word document with %s is damaged', async (_, bytes) => {
  expect(await codeOf(bytes)).toBe('damaged')
})

test('a Word document without words is empty', async () => {
  expect(await codeOf(wordFile('<w:p/><w:p><w:r><w:br w:type="page"/></w:r></w:p>'))).toBe('empty')
})

test('nothing that a document points to is asked for', async () => {
  const connects = vi.spyOn(net.Socket.prototype, 'connect')
  const bytes = zipOf({
    ...wordParts(
      `${agenda}<w:altChunk r:id="r1"/><w:p><w:r><w:drawing><a:blip r:link="r0"/></w:drawing></w:r></w:p>`,
    ),
    'word/_rels/document.xml.rels': relations(
      ['image', 'http://example.invalid/a.png', 'External'],
      ['aFChunk', 'http://example.invalid/chunk.html', 'External'],
      ['attachedTemplate', '\\\\example.invalid\\t.dotm', 'External'],
      ['styles', 'http://example.invalid/styles.xml', 'External'],
    ),
  })
  expect(await codeOf(bytes)).toBe('read')
  expect(connects).not.toHaveBeenCalled()
})

test('characters that nobody sees cannot change what a Word document says', async () => {
  const bytes = wordFile(p('Re\u200bpairs \u202eand\u2066 da\u00admp'))
  const word = await readWord(bytes)
  expect(word.ok && word.pages.flat()[0]?.text).toBe('Repairs and damp')
})

test('a table of 100,000 rows and a paragraph of 10 MB are read in good time', async () => {
  const start = performance.now()
  const row = `<w:tr><w:tc>${p('Trees')}</w:tc><w:tc>${p('Open')}</w:tc></w:tr>`
  const rows = wordFile(table(['Action', 'Status']).replace('</w:tbl>', `${row.repeat(100_000)}</w:tbl>`))
  const word = await readWord(rows)
  expect(word.ok && word.pages[0]?.length).toBe(100_001)
  expect(await codeOf(wordFile(p('word '.repeat(2_000_000))))).toBe('read')
  expect(performance.now() - start).toBeLessThan(30_000)
}, 60_000)
