import type { FileChild, IStylesOptions } from 'docx'
import { LANGUAGE, type Paper, type PaperPart, printable } from './paper-parts.ts'

type Docx = typeof import('docx')

/** As most councils' house style: 12 points, in half-points. */
const SIZE = 24
const FONT = 'Arial'
/** Twentieths of a point. */
const AFTER = 160
const HEADING_BEFORE = 280
const INDENT = 567

/** A paper as an accessible Word document: language set, real headings, header rows of tables, numbered pages. */
export async function wordOf(paper: Paper): Promise<Uint8Array> {
  const docx = await import('docx')
  const { Document, HeadingLevel, Packer, Paragraph, TextRun } = docx
  const document = new Document({
    title: printable(paper.title),
    creator: 'Scrutineer',
    lastModifiedBy: 'Scrutineer',
    styles: styles(),
    sections: [
      {
        ...(paper.isWide
          ? { properties: { page: { size: { orientation: docx.PageOrientation.LANDSCAPE } } } }
          : {}),
        footers: { default: footer(docx) },
        children: [
          new Paragraph({ text: printable(paper.title), heading: HeadingLevel.HEADING_1 }),
          ...(paper.under ?? []).map(
            (line) =>
              new Paragraph({
                children: [new TextRun({ text: printable(line), bold: true })],
                spacing: { after: AFTER },
              }),
          ),
          ...paper.parts.flatMap((part) => drawn(docx, part, paper.title)),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function drawn(docx: Docx, part: PaperPart, title: string): FileChild[] {
  const { HeadingLevel, ImageRun, Paragraph, Tab, Table, TextRun } = docx
  switch (part.code) {
    case 'heading':
      return [
        new Paragraph({
          text: printable(part.text),
          heading: part.level === 3 ? HeadingLevel.HEADING_3 : HeadingLevel.HEADING_2,
          keepNext: true,
        }),
      ]
    case 'paragraph':
      return [paragraph(docx, part.text, { bold: part.isStrong ?? false, after: AFTER })]
    case 'entry': {
      const left = INDENT * (part.depth + 1)
      return [
        new Paragraph({
          children: [new TextRun({ children: [printable(part.label), new Tab(), printable(part.text)] })],
          indent: { left, hanging: INDENT },
          spacing: { after: AFTER / 2 },
        }),
      ]
    }
    case 'table':
      return [
        ...(part.caption === undefined
          ? []
          : [paragraph(docx, part.caption, { bold: true, after: AFTER / 2, keepNext: true })]),
        new Table({
          rows: [
            row(docx, part.head, true, part.shares),
            ...part.rows.map((cells) => row(docx, cells, false, part.shares)),
          ],
          width: { size: 100, type: docx.WidthType.PERCENTAGE },
          ...(part.namesFirst ? { columnWidths: widths(part.head.length) } : {}),
        }),
        // Two tables without a paragraph between them are one to Word.
        new Paragraph({ spacing: { after: AFTER } }),
      ]
    case 'image':
      return [
        new Paragraph({
          children: [
            new ImageRun({
              type: 'png',
              data: part.png,
              transformation: { width: part.width, height: part.height },
              altText: { name: 'chart', title: printable(title), description: printable(part.alt) },
            }),
          ],
        }),
      ]
  }
}

function paragraph(
  docx: Docx,
  text: string,
  { bold, after, keepNext = false }: { bold: boolean; after: number; keepNext?: boolean },
) {
  return new docx.Paragraph({
    children: [new docx.TextRun({ text: printable(text), bold })],
    spacing: { after },
    keepNext,
  })
}

function row(docx: Docx, cells: readonly string[], isHead: boolean, shares: readonly number[] = []) {
  return new docx.TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map((text, at) => {
      const share = shares[at]
      return new docx.TableCell({
        children: text.split('\n').map((line) => paragraph(docx, line, { bold: isHead, after: 0 })),
        ...(share === undefined ? {} : { width: { size: share, type: docx.WidthType.PERCENTAGE } }),
      })
    }),
  })
}

/** "Page 2 of 5" */
function footer({ AlignmentType, Footer, PageNumber, Paragraph, TextRun }: Docx) {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: 18 }),
        ],
      }),
    ],
  })
}

/** Black on white, larger by level: a heading is told by its style, and seen by its size. */
function styles(): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { font: FONT, size, bold: true, color: '000000' },
    paragraph: { spacing: { before, after: 120 } },
  })
  return {
    default: {
      document: { run: { font: FONT, size: SIZE, language: { value: LANGUAGE } } },
      heading1: heading(32, 0),
      heading2: heading(26, HEADING_BEFORE),
      heading3: heading(SIZE, HEADING_BEFORE / 2),
    },
  }
}

/** Twips between the margins of an A4 page, of which names get two fifths. */
const TEXT_WIDTH = 9026
function widths(columns: number): number[] {
  const first = Math.round(TEXT_WIDTH * 0.4)
  const other = Math.floor((TEXT_WIDTH - first) / Math.max(1, columns - 1))
  return Array.from({ length: columns }, (_, at) => (at === 0 ? first : other))
}
