import PDFDocument from 'pdfkit'
import type { Paper, PaperDocument, ReadOutcome } from '../../src/documents/paper.ts'
import { readPaper } from '../../src/documents/read-paper.ts'

/** A text as the bytes of a file. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function readText(text: string, name = 'paper.txt'): Promise<ReadOutcome> {
  return readPaper({ name, bytes: bytesOf(text) })
}

/** The paper in a text that must be readable. */
export async function paperOf(text: string): Promise<Paper> {
  return mustRead(await readText(text))
}

export function mustRead(outcome: ReadOutcome): Paper {
  if (!outcome.ok) throw new Error(`not read: ${JSON.stringify(outcome.error)}`)
  return outcome.paper
}

/** The first document of a text that must have one. */
export async function firstOf(text: string): Promise<PaperDocument> {
  const [document] = (await paperOf(text)).documents
  if (!document) throw new Error('no document recognised')
  return document
}

/** Print a small PDF. */
export function printed(
  draw: (doc: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4', margin: 60, ...options })
  const chunks: Buffer[] = []
  return new Promise((resolve) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.font('Helvetica').fontSize(11)
    draw(doc)
    doc.end()
  })
}

/** A plain agenda of an invented committee, to be varied. */
export const plainAgenda = `Wexbourne Borough Council

HOUSING SCRUTINY PANEL

Thursday 4 March 2027
2.00pm
Tide Room, Civic Offices

Members:
Councillor Mrs Arkwell, Chair
Councillor Boyce, Vice Chair
Councillors Cardow, Dr Dellow and Eaves.

AGENDA

1. Apologies for Absence

To receive apologies.

2. Minutes
(Pages 3 - 8)

To agree the minutes of the meeting held on 7 January 2027.

3. Repairs and damp
(Pages 9 - 20)

To consider the report.
`
