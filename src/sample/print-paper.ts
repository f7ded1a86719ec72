import PDFDocument from 'pdfkit'
import type { Block } from './pack-text.ts'

const MARGIN = 64
const WIDTH = 595.28 - 2 * MARGIN
const NUMBER = 30
const PAGES = 86
const BODY = 11

/** A paper being printed: what a committee clerk's template can do. */
export interface Print {
  title(text: string): void
  heading(text: string): void
  text(text: string): void
  right(lines: readonly string[]): void
  centred(lines: readonly string[]): void
  /** A numbered item of business with its page range at the right. */
  item(number: string, title: string, pages: string | undefined): void
  under(text: string): void
  blocks(blocks: readonly Block[]): void
  page(): void
  blankPage(): void
  /** The next page is page 1 of the papers. */
  numberFromHere(): void
  pageNumber(): number
  finish(): Promise<Buffer>
}

export interface PrintFacts {
  title: string
  author: string
  created: Date
}

/** Open a paper for printing. Date, and with it the file's identity, are given, so that the bytes are the same each time. */
export function openPrint(facts: PrintFacts): Print {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'en-GB',
    displayTitle: true,
    // Another version of zlib would give other bytes.
    compress: false,
    info: { Title: facts.title, Author: facts.author, CreationDate: facts.created, ModDate: facts.created },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))))
  let numbered = false
  let number = 0

  doc.on('pageAdded', () => {
    if (!numbered) return
    number += 1
    footer(doc, `Page ${number}`)
  })

  const print: Print = {
    title(text) {
      doc
        .moveDown(1)
        .font('Helvetica-Bold')
        .fontSize(14)
        .text(text, MARGIN, doc.y, { width: WIDTH, align: 'center' })
        .moveDown(1)
    },
    heading(text) {
      doc.font('Helvetica-Bold').fontSize(BODY).text(text, MARGIN, doc.y, { width: WIDTH }).moveDown(0.6)
    },
    text(text) {
      doc.font('Helvetica').fontSize(BODY).text(text, MARGIN, doc.y, { width: WIDTH }).moveDown(0.8)
    },
    right(lines) {
      doc.font('Helvetica').fontSize(10)
      for (const line of lines) doc.text(line, MARGIN, doc.y, { width: WIDTH, align: 'right' })
      doc.moveDown(1)
    },
    centred(lines) {
      doc.font('Helvetica-Bold').fontSize(BODY)
      for (const line of lines) doc.text(line, MARGIN, doc.y, { width: WIDTH, align: 'center' }).moveDown(0.5)
      doc.moveDown(1)
    },
    item(no, title, pages) {
      const top = doc.y
      doc.font('Helvetica-Bold').fontSize(BODY)
      doc.text(`${no}.`, MARGIN, top, { width: NUMBER, lineBreak: false })
      doc.text(title, MARGIN + NUMBER, top, { width: WIDTH - NUMBER - PAGES - 14 })
      const bottom = doc.y
      if (pages)
        doc.font('Helvetica').text(pages, MARGIN + WIDTH - PAGES, top, { width: PAGES, align: 'right' })
      doc.y = bottom
      doc.moveDown(0.4)
    },
    under(text) {
      doc
        .font('Helvetica')
        .fontSize(BODY)
        .text(text, MARGIN + NUMBER, doc.y, { width: WIDTH - NUMBER - PAGES })
        .moveDown(1)
    },
    blocks(blocks) {
      for (const block of blocks) printBlock(doc, print, block)
    },
    page() {
      doc.addPage()
    },
    blankPage() {
      doc.addPage()
      doc
        .font('Helvetica')
        .fontSize(BODY)
        .text('This page is intentionally left blank', MARGIN, 400, { width: WIDTH, align: 'center' })
    },
    numberFromHere() {
      numbered = true
    },
    pageNumber: () => number,
    finish() {
      doc.end()
      return ended
    },
  }
  return print
}

function printBlock(doc: PDFKit.PDFDocument, print: Print, block: Block): void {
  if ('heading' in block) print.heading(block.heading)
  else if ('table' in block) printTable(doc, block.table)
  else if ('facts' in block) {
    for (const [label, value] of block.facts) {
      const top = doc.y
      doc.font('Helvetica-Bold').fontSize(BODY).text(label, MARGIN, top, { width: 110, lineBreak: false })
      doc
        .font('Helvetica')
        .text(value, MARGIN + 120, top, { width: WIDTH - 120 })
        .moveDown(0.5)
    }
    doc.moveDown(0.5)
  } else if ('numbered' in block) {
    const top = doc.y
    const isHeading = !/[.;]$/.test(block.text)
    doc.font(isHeading ? 'Helvetica-Bold' : 'Helvetica').fontSize(BODY)
    doc.text(block.numbered, MARGIN, top, { width: NUMBER, lineBreak: false })
    doc.text(block.text, MARGIN + NUMBER, top, { width: WIDTH - NUMBER }).moveDown(0.6)
  } else print.text(block.text)
}

function printTable(doc: PDFKit.PDFDocument, table: Extract<Block, { table: unknown }>['table']): void {
  const { widths } = table
  for (const [at, cells] of [table.head, ...table.rows].entries()) {
    doc.font(at === 0 ? 'Helvetica-Bold' : 'Helvetica').fontSize(9.5)
    const height =
      Math.max(
        ...cells.map((cell, column) => doc.heightOfString(cell, { width: (widths[column] ?? 0) - 8 })),
      ) + 8
    if (doc.y + height > doc.page.height - MARGIN) doc.addPage()
    const top = doc.y
    let left = MARGIN
    for (const [column, cell] of cells.entries()) {
      const width = widths[column] ?? 0
      doc.rect(left, top, width, height).lineWidth(0.5).stroke()
      doc.text(cell, left + 4, top + 4, { width: width - 8 })
      left += width
    }
    doc.x = MARGIN
    doc.y = top + height
  }
  doc.moveDown(1)
}

/** A page number below the text's own margin. */
function footer(doc: PDFKit.PDFDocument, text: string): void {
  const { bottom } = doc.page.margins
  doc.page.margins.bottom = 0
  doc
    .font('Helvetica')
    .fontSize(9)
    .text(text, MARGIN, doc.page.height - 40, { width: WIDTH, align: 'center', lineBreak: false })
  doc.page.margins.bottom = bottom
  doc.x = MARGIN
  doc.y = MARGIN
}
