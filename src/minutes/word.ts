/** A part of a paper, from top to bottom. */
export type WordPart =
  | { readonly code: 'heading'; readonly text: string }
  | { readonly code: 'paragraph'; readonly text: string }
  | {
      readonly code: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | {
      readonly code: 'image'
      readonly png: Uint8Array
      readonly width: number
      readonly height: number
      /** What somebody reads who does not see it. */
      readonly alt: string
    }

export interface WordPaper {
  readonly title: string
  readonly parts: readonly WordPart[]
}

/** BS 8878 and the public sector regulations of 2018: language set, real headings, header rows of tables. */
const LANGUAGE = 'en-GB'
/** As most councils' house style: 12 points, in half-points. */
const SIZE = 24

/** A paper as an accessible Word document. */
export async function wordOf(paper: WordPaper): Promise<Uint8Array> {
  const docx = await import('docx')
  const { Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } = docx
  const paragraph = (text: string, bold = false) =>
    new Paragraph({ children: [new TextRun({ text, bold })], spacing: { after: bold ? 0 : 160 } })
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text) => new TableCell({ children: [paragraph(text, isHead)] })),
    })
  const drawn = (part: WordPart) => {
    switch (part.code) {
      case 'heading':
        return new Paragraph({ text: part.text, heading: HeadingLevel.HEADING_2 })
      case 'paragraph':
        return paragraph(part.text)
      case 'table':
        return new Table({
          rows: [row(part.head, true), ...part.rows.map((cells) => row(cells, false))],
          width: { size: 100, type: docx.WidthType.PERCENTAGE },
        })
      case 'image':
        return new Paragraph({
          children: [
            new ImageRun({
              type: 'png',
              data: part.png,
              transformation: { width: part.width, height: part.height },
              altText: { name: 'chart', title: paper.title, description: part.alt },
            }),
          ],
        })
    }
  }
  const document = new Document({
    title: paper.title,
    creator: 'Scrutineer',
    styles: { default: { document: { run: { font: 'Arial', size: SIZE, language: { value: LANGUAGE } } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: paper.title, heading: HeadingLevel.HEADING_1 }),
          ...paper.parts.map(drawn),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
