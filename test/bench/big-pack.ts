// A pack as long as one likes, of an invented council: front sheet, agenda, prose in numbered paragraphs, ruled
// tables, a running header and page numbers. The same words every time.
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'

const WORDS =
  'the panel of members considered a report on housing repairs and damp heard that tenants had waited for officers to return with further evidence in spring about budgets reviews services performance improvement schools transport partners inspection action progress'.split(
    ' ',
  )
const EDGE = 60
const COLUMNS = [
  { x: 60, width: 25 },
  { x: 95, width: 115 },
  { x: 220, width: 215 },
  { x: 445, width: 90 },
]
const ROWS = 14
const ROW_HEIGHT = 48

export async function printBigPack(path: string, pages: number): Promise<void> {
  const doc = new PDFDocument({ size: 'A4', margin: EDGE, autoFirstPage: false })
  const file = doc.pipe(createWriteStream(path))
  const say = sentences()
  for (let page = 1; page <= pages; page += 1) {
    doc.addPage().font('Helvetica').fontSize(9)
    doc.text('Housing Scrutiny Panel', EDGE, 25, { lineBreak: false })
    doc.text(`Page ${page}`, 280, 800, { lineBreak: false }).fontSize(11).text('', EDGE, 70)
    if (page === 1) agenda(doc, say)
    else if (page % 12 === 3) table(doc, say)
    else prose(doc, say, page)
  }
  doc.end()
  await finished(file)
}

type Say = (words: number) => string

function agenda(doc: PDFKit.PDFDocument, say: Say): void {
  doc.font('Helvetica-Bold').text('Wexbourne Borough Council').moveDown().text('HOUSING SCRUTINY PANEL')
  doc.moveDown().text('Thursday 4 March 2027, 2.00pm').moveDown().text('AGENDA').moveDown().font('Helvetica')
  for (let item = 1; item <= 12; item += 1) {
    doc.text(`${item}. ${say(4).slice(0, -1)}`)
    doc.text(`(Pages ${item * 7} - ${item * 7 + 6})`, { align: 'right' }).moveDown()
  }
}

function table(doc: PDFKit.PDFDocument, say: Say): void {
  const right = EDGE + 480
  for (let row = 0; row < ROWS; row += 1) {
    const y = 80 + row * ROW_HEIGHT
    const texts = [`${row + 1}`, say(5), say(12), '4 March 2027']
    for (const [at, { x, width }] of COLUMNS.entries()) doc.text(texts[at] ?? '', x, y, { width })
    doc
      .moveTo(EDGE - 5, y - 5)
      .lineTo(right, y - 5)
      .stroke()
  }
  const bottom = 75 + ROWS * ROW_HEIGHT
  for (const x of [...COLUMNS.map((column) => column.x - 5), right])
    doc.moveTo(x, 75).lineTo(x, bottom).stroke()
  doc
    .moveTo(EDGE - 5, bottom)
    .lineTo(right, bottom)
    .stroke()
}

function prose(doc: PDFKit.PDFDocument, say: Say, page: number): void {
  doc
    .font('Helvetica-Bold')
    .text(`${Math.ceil(page / 8)}. ${say(5).slice(0, -1)}`)
    .font('Helvetica')
    .moveDown()
  for (let paragraph = 1; paragraph <= 6; paragraph += 1)
    doc.text(`${page}.${paragraph} ${say(15)} ${say(22)} ${say(18)} ${say(20)}`).moveDown(0.6)
}

/** Sentences of so many words, by a generator of numbers that begins at the same place every time. */
function sentences(): Say {
  let seed = 7
  const word = (): string => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return WORDS[seed % WORDS.length] ?? ''
  }
  return (words) => {
    const text = Array.from({ length: words }, word).join(' ')
    return `${text[0]?.toUpperCase()}${text.slice(1)}.`
  }
}
