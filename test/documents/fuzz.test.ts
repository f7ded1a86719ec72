import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPaper } from '../../src/documents/read-paper.ts'
import { corpus, corpusMissing } from './corpus.ts'
import { p, table, wordFile, wordParts, zipOf } from './formats/word-files.ts'
import { bytesOf, plainAgenda, printed } from './papers.ts'

/** How long the papers of the corpus are changed and read: a few seconds with the other tests, longer by hand. */
const SECONDS = Number(process.env['FUZZ_SECONDS'] ?? '4')

/** The same changes each time: a failure can be run again by its number. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    // Mulberry32
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function changed(bytes: Uint8Array, next: () => number): Uint8Array {
  const at = (): number => Math.floor(next() * bytes.length)
  let copy = Uint8Array.from(bytes)
  for (let change = 0; change < 1 + next() * 12; change += 1) {
    const kind = Math.floor(next() * 5)
    if (kind === 0) copy[at() % copy.length] = Math.floor(next() * 256)
    else if (kind === 1) copy = copy.slice(0, Math.max(1, at()))
    else if (kind === 2) copy = new Uint8Array([...copy.slice(0, at()), ...copy.slice(at())])
    else if (kind === 3) {
      const from = at() % copy.length
      copy.set(copy.slice(from, from + 60), at() % Math.max(1, copy.length - 60))
    } else copy.fill(Math.floor(next() * 256), at() % copy.length, (at() % copy.length) + 8)
    if (copy.length === 0) copy = new Uint8Array([37])
  }
  return copy
}

const CODES = ['empty', 'encrypted', 'scanned', 'damaged', 'unsupported', 'unpacks-too-large']

async function mustEnd(bytes: Uint8Array, seed: number, name = 'seed'): Promise<void> {
  const start = performance.now()
  const outcome = await readPaper({ name: `${name}-${seed}`, bytes })
  if (!outcome.ok)
    expect([name, seed, CODES]).toEqual([name, seed, expect.arrayContaining([outcome.error.code])])
  expect([name, seed, performance.now() - start < 10_000]).toEqual([name, seed, true])
}

test('a text with any bytes changed is read or refused, and never more', async () => {
  const whole = bytesOf(plainAgenda)
  for (let seed = 1; seed <= 400; seed += 1) await mustEnd(changed(whole, numbersFrom(seed)), seed)
})

test.each([
  ['compressed', true],
  ['plain', false],
])(
  'a %s PDF with any bytes changed is read or refused, and never more',
  async (_, compress) => {
    const whole = await printed(
      (doc) => doc.text(plainAgenda).addPage().text('Part II\n\nNot for publication'),
      { compress },
    )
    for (let seed = 1; seed <= 150; seed += 1) await mustEnd(changed(whole, numbersFrom(seed)), seed)
  },
  120_000,
)

const page = `<html><head><meta charset="utf-8"></head><body><nav>Home</nav><main><h1>Agenda</h1><ol><li>Apologies</li></ol>
<table><tr><th>No.</th><th>Item</th></tr><tr><td rowspan="2">1.</td><td><p>Minutes</p><p>To agree</p></td></tr></table>
<dl><dt>Date</dt><dd>4 March 2027</dd></dl><pre>2.   Parking</pre></main></body></html>`
const answer = `<?xml version="1.0"?><meeting><meetingdate>04/03/2027</meetingdate><agendaitems><agendaitem>
<agendaitemtitle>Chair&amp;#39;s news</agendaitemtitle><minutesnonemptyhtmlbody>&lt;p&gt;RESOLVED that it be noted.&lt;/p&gt;</minutesnonemptyhtmlbody>
</agendaitem></agendaitems><attendees><attendee name="Cllr A Lee" attendance="Present"/></attendees></meeting>`
const numbered = p('Apologies', { set: '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' })
const body = `${numbered}${table(['1.', 'Minutes'], ['2.', 'Parking'])}<w:p><w:r><w:br w:type="page"/><w:tab/></w:r></w:p>${numbered}`
const numbering =
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'

test.each([
  ['a web page', bytesOf(page)],
  ['an answer of Modern.Gov', bytesOf(answer)],
  ['a Word document', wordFile(body, { numbering })],
])('%s with any bytes changed is read or refused, and never more', async (name, whole) => {
  for (let seed = 1; seed <= 120; seed += 1) await mustEnd(changed(whole, numbersFrom(seed)), seed, name)
})

test('a Word document with any bytes of its parts changed is read or refused, and never more', async () => {
  const parts = wordParts(body, { numbering })
  const names = Object.keys(parts)
  for (let seed = 1; seed <= 150; seed += 1) {
    const name = names[seed % names.length] ?? ''
    const part = changed(bytesOf(parts[name] ?? ''), numbersFrom(seed))
    await mustEnd(zipOf({ ...parts, [name]: part }), seed, name)
  }
})

test.skipIf(corpusMissing !== undefined)(
  'a paper of the corpus with any bytes changed is read or refused, and never more',
  async () => {
    const papers = ['real', 'rewritten', 'seeds', 'files'].flatMap((folder) =>
      readdirSync(join(corpus, folder))
        .filter((name) => !name.endsWith('.json'))
        .map((name) => join(corpus, folder, name)),
    )
    const end = performance.now() + SECONDS * 1000
    for (let seed = 1; performance.now() < end; seed += 1) {
      const next = numbersFrom(seed)
      const paper = papers[Math.floor(next() * papers.length)] ?? ''
      await mustEnd(changed(readFileSync(paper), next), seed, paper)
    }
  },
  SECONDS * 1000 + 60_000,
)
