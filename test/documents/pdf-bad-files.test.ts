// Files made to be bad: each is read correctly or refused with a clear error, in good time, and nothing is asked of
// the network.
import { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { createDeflate, deflateSync } from 'node:zlib'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { readPdf } from '../../src/documents/formats/pdf.ts'
import { readPaper } from '../../src/documents/read-paper.ts'
import { openReadingDesk } from '../../src/documents/reading-desk.ts'
import { mustRead, printed } from './papers.ts'
import { AGENDA, content, FONT, filed, longPdf, pageOf, pdfOf, stream } from './pdf-files.ts'

/** So many megabytes of spaces, packed. */
async function packed(megabytes: number): Promise<Buffer> {
  const spaces = Buffer.alloc(1_000_000, ' ')
  const parts: Buffer[] = await Readable.from(Array.from({ length: megabytes }, () => spaces))
    .pipe(createDeflate())
    .toArray()
  return Buffer.concat(parts)
}

const desk = openReadingDesk()
afterAll(() => desk.close())

/** What the desk makes of it, and that it takes no longer and no more than it may. */
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  const start = performance.now()
  const outcome = await desk.read({ name: 'bad.pdf', bytes })
  clearInterval(watch)
  expect(performance.now() - start).toBeLessThan(30_000)
  expect((most - before) / 1e6).toBeLessThan(400)
  return outcome.ok ? (outcome.paper.documents[0]?.kind ?? 'no document') : outcome.error.code
}

describe('a file that is built to do harm', () => {
  test.each<[string, () => Uint8Array, string]>([
    [
      'a tree of pages that is its own branch',
      () =>
        pdfOf([
          '<< /Type /Catalog /Pages 2 0 R >>',
          '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>',
          pageOf(),
          FONT,
          stream(content(AGENDA)),
        ]),
      'damaged',
    ],
    [
      'a tree of pages whose branches are each other',
      () =>
        pdfOf([
          '<< /Type /Catalog /Pages 2 0 R >>',
          '<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>',
          '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1000000 >>',
        ]),
      'damaged',
    ],
    [
      'a tree of pages that is a thousand branches deep',
      () =>
        pdfOf([
          '<< /Type /Catalog /Pages 2 0 R >>',
          ...Array.from({ length: 1000 }, (_, at) => `<< /Type /Pages /Kids [${at + 3} 0 R] /Count 1 >>`),
          pageOf().replace('4 0 R', '1003 0 R').replace('5 0 R', '1004 0 R'),
          FONT,
          stream(content(AGENDA)),
        ]),
      'agenda',
    ],
    [
      'arrays in arrays',
      () => filed(content(AGENDA), pageOf(`/Annots ${'['.repeat(100_000)}${']'.repeat(100_000)}`)),
      'agenda',
    ],
    ['states saved and never given back', () => filed('q '.repeat(500_000) + content(AGENDA)), 'agenda'],
    [
      'a drawing that draws itself',
      () =>
        filed(`${content(AGENDA)} /X Do`, pageOf('', '/XObject << /X 6 0 R >>'), [
          stream(
            '/X Do /X Do',
            '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>',
          ),
        ]),
      'damaged',
    ],
    [
      'a length that the stream has not',
      () => filed(Buffer.from('<< /Length 2000000000 >>\nstream\nBT ET\nendstream')),
      'scanned',
    ],
    ['a box without a page', () => filed(content(AGENDA), pageOf('/CropBox [9e9 -9e9 1 1]')), 'agenda'],
    ['letters of no size', () => filed(content(AGENDA).replace('/F1 11 Tf', '/F1 0 Tf')), 'agenda'],
  ])('%s', async (_, file, expected) => {
    expect(await outcomeOf(file())).toBe(expected)
  })

  test('a stream of a few kilobytes that unpacks to hundreds of megabytes', { timeout: 30_000 }, async () => {
    const bomb = stream(deflateSync(await packed(400)), '/Filter [/FlateDecode /FlateDecode]')
    expect(bomb.length).toBeLessThan(10_000)
    expect(await outcomeOf(filed(bomb))).toBe('damaged')
  })

  test('addresses in it are not asked', async () => {
    const asked = vi.spyOn(Socket.prototype, 'connect')
    const url = '(http://192.0.2.1/)'
    const bytes = pdfOf([
      `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI ${url} >> /AA << /WC << /S /JavaScript /JS (app.launchURL\\(1\\)) >> >> >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      pageOf(`/AA << /O << /S /SubmitForm /F << /FS /URL /F ${url} >> >> >>`),
      FONT,
      `<< /Length 0 /F << /FS /URL /F ${url} >> >>\nstream\n\nendstream`,
    ])
    await readPaper({ name: 'asks.pdf', bytes })
    expect(asked).not.toHaveBeenCalled()
    asked.mockRestore()
  })
})

describe('a file that was damaged on its way', () => {
  test('a table of objects that is wrong is made anew', async () => {
    const bytes = await printed((doc) => doc.text(AGENDA.join('\n\n')))
    const text = Buffer.from(bytes)
      .toString('latin1')
      .replace(/startxref\n\d+/, 'startxref\n17')
    const paper = mustRead(await readPaper({ name: 'mended.pdf', bytes: Buffer.from(text, 'latin1') }))
    expect(paper.documents[0]?.items).toHaveLength(3)
  })

  test('a page that is not there makes the whole file damaged: half a pack is not published as a whole one', async () => {
    const bytes = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>',
      pageOf(),
      FONT,
      stream(content(AGENDA)),
    ])
    expect(await outcomeOf(bytes)).toBe('damaged')
  })
})

test('5,000 pages are read, in order, by the desk', { timeout: 30_000 }, async () => {
  const paper = mustRead(await desk.read({ name: 'long.pdf', bytes: longPdf(5000) }))
  expect(paper.pages).toBe(5000)
  expect(paper.restrictedMarks).toMatchObject([{ kind: 'not-for-publication', page: 2, times: 4999 }])
  const read = await readPdf(longPdf(600))
  expect(read.ok && read.pages.map(([line]) => line?.text)).toEqual([
    'Agenda',
    ...Array.from({ length: 599 }, (_, at) => `The panel heard of pier ${at + 1}.`),
  ])
})

test.each([0, 100, 399])('page %d of 400 that is not there makes the file damaged', async (missing) => {
  expect(await readPdf(longPdf(400, missing))).toEqual({ ok: false, code: 'damaged' })
})

describe('a page that no printer would print', () => {
  /** Letters of their own, each where it is put. */
  const lettersAt = (count: number, place: (at: number) => string, font = '/F1'): string =>
    `BT ${font} 1 Tf ${Array.from({ length: count }, (_, at) => `1 0 0 1 ${place(at)} Tm (a) Tj`).join(' ')} ET`

  test.each<[string, string]>([
    ['a hundred thousand letters on one line', lettersAt(100_000, (at) => `${(at % 5000) / 10} 700`)],
    ['a letter on each of very many lines', lettersAt(300_000, (at) => `${60 + (at % 2) * 300} ${at / 360}`)],
    ['letters at random', lettersAt(100_000, (at) => `${(at * 7919) % 595} ${(at * 104_729) % 842}`)],
    [
      'bold heads and nothing under them',
      `2 Tr ${lettersAt(60_000, (at) => `${60 + (at % 3) * 100} ${at / 75}`)}`,
    ],
    [
      'rules everywhere',
      `${Array.from({ length: 20_000 }, (_, at) => `${at % 590} 0 m ${at % 590} 840 l 0 ${at % 830} m 590 ${at % 830} l S`).join(' ')} ${lettersAt(20_000, (at) => `${(at * 7919) % 595} ${(at * 104_729) % 842}`)}`,
    ],
  ])('%s is read or refused in good time', { timeout: 30_000 }, async (_, drawn) => {
    await outcomeOf(filed(drawn))
  })
})
