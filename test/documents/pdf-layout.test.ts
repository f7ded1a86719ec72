import { describe, expect, test } from 'vitest'
import { readPdf } from '../../src/documents/formats/pdf.ts'
import type { Line } from '../../src/documents/lines/line.ts'
import { printed } from './papers.ts'
import { content, filed, pageOf, stream } from './pdf-files.ts'

type Draw = (doc: PDFKit.PDFDocument) => void

async function linesOf(bytes: Uint8Array): Promise<Line[]> {
  const read = await readPdf(bytes)
  if (!read.ok) throw new Error(read.code)
  return read.pages.flat()
}

async function textOf(bytes: Uint8Array): Promise<string[]> {
  return (await linesOf(bytes)).map((line) => line.text)
}

/** Ordinary text, so that a page is no scan and has a common typeface. */
const PROSE = 'The panel heard what tenants said of damp in their homes.'

describe('which way up', () => {
  const drawn: Draw = (doc) =>
    doc
      .text('Work programme', 60, 60)
      .text('9 July', 60, 90, { lineBreak: false })
      .text('Damp and mould', 300, 90)
  const turned =
    (degrees: number, x: number, y: number): Draw =>
    (doc) => {
      doc.translate(x, y).rotate(degrees)
      drawn(doc)
    }

  test.each([
    ['upright', 0, 0, 0],
    ['on its left side', -90, 0, 800],
    ['on its right side', 90, 590, 0],
    ['upside down', 180, 590, 800],
  ])('a page whose text is %s reads the same', async (_, degrees, x, y) => {
    expect(await textOf(await printed(turned(degrees, x, y)))).toEqual([
      'Work programme',
      '9 July Damp and mould',
    ])
  })

  test('a page that the file turns is read as its letters stand', async () => {
    const turnedPage = filed(content([PROSE, 'Second line']), pageOf('/Rotate 90'))
    expect(await textOf(turnedPage)).toEqual([PROSE, 'Second line'])
  })

  test('a watermark and a note up the margin come last, apart from the lines they cross', async () => {
    const bytes = await printed((doc) => {
      doc
        .save()
        .rotate(45, { origin: [300, 400] })
        .fontSize(60)
        .text('DRAFT', 250, 380, { lineBreak: false })
        .restore()
      doc
        .save()
        .rotate(-90, { origin: [30, 400] })
        .fontSize(8)
        .text('Recycled paper', 30, 400, { lineBreak: false })
      doc.restore().fontSize(11).text(PROSE, 60, 390)
    })
    expect(await textOf(bytes)).toEqual([PROSE, 'DRAFT', 'Recycled paper'])
  })

  test('what stands off the page, where nobody sees it, is not read', async () => {
    const bytes = await printed((doc) =>
      doc.text(PROSE, 60, 60).text('cut off', 60, 5000, { lineBreak: false }),
    )
    expect((await textOf(bytes)).slice(0, 1)).toEqual([PROSE])
    expect((await textOf(bytes)).join(' ')).not.toContain('cut off')
  })
})

describe('letters', () => {
  test.each<[string, Draw, string]>([
    ['set wide with spaces', (doc) => doc.text('A G E N D A', 60, 60), 'AGENDA'],
    [
      'set wide in several words',
      (doc) => doc.text('M I N U T E S   O F   P A N E L', 60, 60),
      'MINUTES OF PANEL',
    ],
    ['set wide without spaces', (doc) => doc.text('AGENDA', 60, 60, { characterSpacing: 6 }), 'AGENDA'],
    ['initials', (doc) => doc.text('Cllrs A B C Lee', 60, 60), 'Cllrs A B C Lee'],
    ['a few labels', (doc) => doc.text('A B C', 60, 60), 'A B C'],
    [
      'printed twice to look bold',
      (doc) => doc.text('Item 4', 60, 60, { lineBreak: false }).text('Item 4', 60.4, 60),
      'Item 4',
    ],
    [
      'raised',
      (doc) => {
        const beside = 60 + doc.widthOfString('the 20')
        doc.text('the 20', 60, 60, { lineBreak: false })
        doc.fontSize(7).text('th', beside, 60, { lineBreak: false })
        doc.fontSize(11).text('of March', 104, 60)
      },
      'the 20th of March',
    ],
    [
      'raised high above their line',
      (doc) => {
        const beside = 60 + doc.widthOfString('the 20')
        doc.text('the 20', 60, 60, { lineBreak: false })
        doc.fontSize(8).text('th', beside, 56.5, { lineBreak: false })
        doc.fontSize(11).text('of March', 104, 60)
      },
      'the 20th of March',
    ],
  ])('%s', async (_, draw, expected) => {
    const lines = await textOf(
      await printed((doc) => {
        draw(doc)
        doc.text(PROSE, 60, 200)
      }),
    )
    expect(lines).toEqual([expected, PROSE])
  })

  test('invisible text, as recognised under a scanned page, is read', async () => {
    const bytes = await printed((doc) => {
      doc.rect(0, 0, 595, 842).fill('grey')
      doc.addContent('3 Tr').text(PROSE, 60, 60)
    })
    expect(await textOf(bytes)).toEqual([PROSE])
  })

  test('text in a part that is drawn again and again is read', async () => {
    const form = stream(
      content(['Housing Panel']),
      '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >>',
    )
    const bytes = filed(
      `/X Do q 1 0 0 1 0 -300 cm ${content([PROSE])} Q`,
      pageOf('', '/XObject << /X 6 0 R >>'),
      [form],
    )
    expect(await textOf(bytes)).toEqual(['Housing Panel', PROSE])
  })
})

describe('headings', () => {
  const headings = async (draw: Draw): Promise<string[]> =>
    (await linesOf(await printed(draw))).filter((line) => line.heading).map((line) => line.text)

  test('a line wholly in bold is a heading, one with bold words is not', async () => {
    const found = await headings((doc) => {
      doc.font('Helvetica-Bold').text('Repairs', 60, 60)
      doc
        .text('Agreed ', 60, 90, { lineBreak: false })
        .font('Helvetica')
        .text('that the report be noted.', 105, 90)
      doc.text(PROSE, 60, 120)
    })
    expect(found).toEqual(['Repairs'])
  })

  test('letters outlined to look bold are bold', async () => {
    const found = await headings((doc) => {
      doc.text('Repairs', 60, 60, { fill: true, stroke: true }).text(PROSE, 60, 120)
    })
    expect(found).toEqual(['Repairs'])
  })

  test('where the whole paper is bold, nothing is a heading', async () => {
    const found = await headings((doc) => {
      doc
        .font('Helvetica-Bold')
        .text('Repairs', 60, 60)
        .text(PROSE, 60, 90)
        .font('Helvetica')
        .text('Close', 60, 120)
    })
    expect(found).toEqual([])
  })
})

describe('columns', () => {
  const left = `Left: ${PROSE} ${PROSE} ${PROSE} ${PROSE}`
  const right = `Right: ${PROSE} ${PROSE} ${PROSE} ${PROSE}`

  test('two columns between lines over the whole page are read one after the other, wherever their lines stand', async () => {
    const lines = await textOf(
      await printed((doc) => {
        doc.text('Homes, streets and the pier: what your council did this year, all on one page', 60, 60)
        doc.text(left, 60, 100, { width: 210 }).text(right, 330, 106, { width: 210 })
        doc.text('Printed by the council, and sent to every home between the hill and the quay', 60, 400)
      }),
    )
    expect(lines.slice(1, -1).join(' ')).toBe(`${left} ${right}`)
    expect(lines.at(-1)).toMatch(/^Printed by/)
  })

  test('labels and what they say stay beside each other', async () => {
    const lines = await textOf(
      await printed((doc) => {
        for (const [at, label] of ['Ward', 'Date', 'Author', 'Chair', 'Part', 'Contact'].entries())
          doc.text(label, 60, 60 + 20 * at, { lineBreak: false }).text(PROSE, 220, 60 + 20 * at)
      }),
    )
    expect(lines[0]).toBe(`Ward ${PROSE}`)
  })
})
