import { describe, expect, test } from 'vitest'
import { readPdf } from '../../src/documents/formats/pdf.ts'
import type { Line } from '../../src/documents/lines/line.ts'
import { printed } from './papers.ts'

const PROSE = 'The panel heard what tenants said of damp in their homes, and of the pier.'

async function linesOf(bytes: Uint8Array): Promise<Line[]> {
  const read = await readPdf(bytes)
  if (!read.ok) throw new Error(read.code)
  return read.pages.flat()
}

/** What each row of each table says, column by column; the rest of a row and its paragraphs joined by "/". */
function tablesIn(lines: readonly Line[]): string[][][] {
  const tables: Map<number, string>[][] = []
  for (const line of lines) {
    if (!line.row || line.furniture) continue
    tables[line.row.table] ??= []
    const rows = tables[line.row.table] ?? []
    rows[line.row.row] ??= new Map()
    const row = rows[line.row.row]
    for (const { column = -1, text } of line.cells)
      row?.set(column, row.has(column) ? `${row.get(column)} / ${text}` : text)
  }
  return tables.map((rows) =>
    rows.map((row) =>
      Array.from({ length: Math.max(...row.keys()) + 1 }, (_, column) => row.get(column) ?? ''),
    ),
  )
}

interface Look {
  /** Left edges of the columns, and the right edge of the last. */
  edges: number[]
  upright?: boolean
  level?: boolean
  boldHead?: boolean
}

const THREE: Look = { edges: [60, 150, 380, 520], upright: true, level: true, boldHead: true }

/** Print a table as far down as its cells need, and give where it ends. */
function printTable(doc: PDFKit.PDFDocument, top: number, rows: readonly string[][], look: Look): number {
  const { edges } = look
  const [left = 0] = edges
  const right = edges.at(-1) ?? 0
  let y = top
  const rule = (): void => void (look.level && doc.moveTo(left, y).lineTo(right, y).stroke())
  rule()
  for (const [at, cells] of rows.entries()) {
    doc.font(at === 0 && look.boldHead ? 'Helvetica-Bold' : 'Helvetica')
    let bottom = y
    for (const [column, text] of cells.entries()) {
      const x = edges[column] ?? 0
      doc.text(text, x + 5, y + 5, { width: (edges[column + 1] ?? right) - x - 10 })
      bottom = Math.max(bottom, doc.y)
    }
    y = bottom + 5
    rule()
  }
  if (look.upright) for (const x of edges) doc.moveTo(x, top).lineTo(x, y).stroke()
  doc.font('Helvetica')
  return y
}

const PROGRAMME = [
  ['Date', 'Item', 'Officer'],
  ['9 July 2026', 'Damp and mould in council homes, and what has been done about them since', 'Ann Lee'],
  ['10 September 2026', 'Parking on the quay', 'Bo Marsh, Head of Streets and of the Pier'],
  ['5 November 2026', 'Parks', 'Cy Nott'],
]

test.each<[string, Look]>([
  ['every cell is ruled', THREE],
  ['rows alone are ruled', { ...THREE, upright: false }],
  ['rows alone are ruled and the head is plain', { ...THREE, upright: false, boldHead: false }],
  ['white space alone parts its cells, under a bold head', { ...THREE, upright: false, level: false }],
])('a table in which %s is read row by row, a cell over several lines as one', async (_, look) => {
  const bytes = await printed((doc) => {
    doc.text(PROSE, 60, 60)
    const end = printTable(doc, 100, PROGRAMME, look)
    doc.text(PROSE, 60, end + 30)
  })
  const lines = await linesOf(bytes)
  expect(tablesIn(lines)).toEqual([PROGRAMME])
  expect(lines[0]?.text).toBe(PROSE)
  expect(lines.at(-1)?.row).toBeUndefined()
})

test('a head above the first rule, and a row below the last one, belong to the table', async () => {
  const bytes = await printed((doc) => {
    doc.text(PROSE, 60, 40)
    for (const [at, cells] of PROGRAMME.entries()) {
      const y = 100 + 40 * at
      for (const [column, text] of cells.entries())
        doc.text(text, [65, 170, 400][column] ?? 0, y, { width: 210 })
      if (at < PROGRAMME.length - 1)
        doc
          .moveTo(60, y + 32)
          .lineTo(540, y + 32)
          .stroke()
    }
    doc.text(PROSE, 60, 300)
  })
  const lines = await linesOf(bytes)
  expect(tablesIn(lines)).toEqual([PROGRAMME])
  expect(lines.at(-1)?.text).toBe(PROSE)
})

test('cells that almost touch stay apart where a rule parts them', async () => {
  const bytes = await printed((doc) => {
    const beside = 63 + doc.widthOfString('1.10') + 5.5
    for (const x of [60, beside - 2.5, 300]) doc.moveTo(x, 60).lineTo(x, 100).stroke()
    for (const y of [60, 80, 100]) doc.moveTo(60, y).lineTo(300, y).stroke()
    doc.text('1.10', 63, 66, { lineBreak: false }).text('The panel agreed', beside, 66, { lineBreak: false })
    doc.text('1.11', 63, 86, { lineBreak: false }).text('The board agreed', beside, 86).text(PROSE, 60, 200)
  })
  expect(tablesIn(await linesOf(bytes))).toEqual([
    [
      ['1.10', 'The panel agreed'],
      ['1.11', 'The board agreed'],
    ],
  ])
})

test('two tables on a page are two, in their order among the text', async () => {
  const bytes = await printed((doc) => {
    const end = printTable(doc, 60, PROGRAMME.slice(0, 2), THREE)
    doc.text(PROSE, 60, end + 20)
    printTable(doc, end + 60, PROGRAMME.slice(2), { ...THREE, boldHead: false })
  })
  const lines = await linesOf(bytes)
  expect(tablesIn(lines)).toEqual([PROGRAMME.slice(0, 2), PROGRAMME.slice(2)])
  expect(lines.map((line) => line.row?.table)).toEqual([0, 0, undefined, 1, 1])
})

test('a cell over several rows belongs to the first of them', async () => {
  const bytes = await printed((doc) => {
    for (const x of [60, 150, 350]) doc.moveTo(x, 60).lineTo(x, 120).stroke()
    for (const [y, from] of [
      [60, 60],
      [90, 150],
      [120, 60],
    ] as const)
      doc.moveTo(from, y).lineTo(350, y).stroke()
    // Printed in the middle of its height, beside the second row.
    doc
      .text('9 July', 65, 88, { lineBreak: false })
      .text('Damp', 155, 66, { lineBreak: false })
      .text('Pier', 155, 98)
    doc.text(PROSE, 60, 200)
  })
  expect(tablesIn(await linesOf(bytes))).toEqual([
    [
      ['9 July', 'Damp'],
      ['', 'Pier'],
    ],
  ])
})

test('paragraphs, lists and what stands under a bold line in a cell stay apart', async () => {
  const bytes = await printed((doc) => {
    for (const x of [60, 150, 450]) doc.moveTo(x, 60).lineTo(x, 200).stroke()
    for (const y of [60, 200]) doc.moveTo(60, y).lineTo(450, y).stroke()
    doc.text('4.', 65, 66, { lineBreak: false })
    doc
      .font('Helvetica-Bold')
      .text('Repairs', 155, 66)
      .font('Helvetica')
      .text('The panel asked:')
      .text('1. for figures')
    doc.text('2. for a visit, and for a report on the homes near the quay', { width: 200 })
    doc.moveDown().text('It will meet again.')
  })
  expect(tablesIn(await linesOf(bytes))).toEqual([
    [
      [
        '4.',
        'Repairs / The panel asked: / 1. for figures / 2. for a visit, and for a report on the homes near the quay / It will meet again.',
      ],
    ],
  ])
})

test('a line of a cell that ends where the next word had room ends its paragraph', async () => {
  const bytes = await printed((doc) => {
    for (const x of [60, 150, 400, 520]) doc.moveTo(x, 60).lineTo(x, 150).stroke()
    for (const y of [60, 150]) doc.moveTo(60, y).lineTo(520, y).stroke()
    doc.text('4.', 65, 66, { lineBreak: false }).text('Ann Lee', 405, 66, { lineBreak: false })
    doc.text('Bo Marsh', 405, 79, { lineBreak: false })
    doc
      .text('Minutes', 155, 66)
      .text('To confirm the minutes of the meeting of 4 March 2027 as a true record', { width: 240 })
  })
  expect(tablesIn(await linesOf(bytes))).toEqual([
    [
      [
        '4.',
        'Minutes / To confirm the minutes of the meeting of 4 March 2027 as a true record',
        'Ann Lee / Bo Marsh',
      ],
    ],
  ])
})

test('a head printed upwards is the head of its column', async () => {
  const bytes = await printed((doc) => {
    for (const x of [60, 150, 190, 230]) doc.moveTo(x, 60).lineTo(x, 170).stroke()
    for (const y of [60, 140, 170]) doc.moveTo(60, y).lineTo(230, y).stroke()
    doc.text('Member', 65, 120, { lineBreak: false })
    for (const [at, head] of ['Present', 'Absent'].entries())
      doc
        .save()
        .rotate(-90, { origin: [165 + 40 * at, 135] })
        .text(head, 165 + 40 * at, 135, { lineBreak: false })
        .restore()
    doc.text('Cllr Lee', 65, 145, { lineBreak: false }).text('x', 165, 145).text(PROSE, 60, 200)
  })
  expect(tablesIn(await linesOf(bytes))).toEqual([
    [
      ['Member', 'Present', 'Absent'],
      ['Cllr Lee', 'x'],
    ],
  ])
})

describe('overleaf', () => {
  const HEAD = PROGRAMME.slice(0, 1)
  const pages = (
    parts: readonly string[][][],
    look: (page: number) => Look = () => THREE,
    above: (page: number) => string = () => 'Housing Scrutiny Panel',
  ): Promise<Uint8Array> =>
    printed((doc) => {
      for (const [at, rows] of parts.entries()) {
        if (at > 0) doc.addPage()
        doc.text(above(at), 60, 30)
        printTable(doc, 60, rows, look(at))
        doc.text(`Page ${at + 1}`, 280, 760, { lineBreak: false })
      }
    })

  test('a table goes on where its columns do', async () => {
    const bytes = await pages([PROGRAMME.slice(0, 2), PROGRAMME.slice(2)], (page) => ({
      ...THREE,
      boldHead: page === 0,
    }))
    expect(tablesIn(await linesOf(bytes))).toEqual([PROGRAMME])
  })

  test('its head printed again is no row, also where the columns were set anew', async () => {
    const wider = { ...THREE, edges: [60, 180, 400, 530] }
    const bytes = await pages([PROGRAMME.slice(0, 2), [...HEAD, ...PROGRAMME.slice(2)]], (page) =>
      page === 0 ? THREE : wider,
    )
    expect(tablesIn(await linesOf(bytes))).toEqual([PROGRAMME])
  })

  test('a row that the page breaks is one row', async () => {
    const [head = [], ...rows] = PROGRAMME
    const bytes = await pages(
      [
        [head, ...rows.slice(0, 1), ['10 September', 'Parking on the', 'Bo Marsh']],
        [['2026', 'quay and by the pier', 'of Streets'], ...rows.slice(2)],
      ],
      (page) => ({ ...THREE, boldHead: page === 0 }),
    )
    const [table] = tablesIn(await linesOf(bytes))
    expect(table?.[2]).toEqual([
      '10 September / 2026',
      'Parking on the / quay and by the pier',
      'Bo Marsh / of Streets',
    ])
    expect(table).toHaveLength(4)
  })

  test('under a heading of its own it is another table', async () => {
    const bytes = await pages(
      [PROGRAMME, PROGRAMME],
      undefined,
      (page) => ['Part one', 'What is still open'][page] ?? '',
    )
    expect(tablesIn(await linesOf(bytes))).toEqual([PROGRAMME, PROGRAMME])
  })
})

describe('what is no table', () => {
  test.each<[string, (doc: PDFKit.PDFDocument) => void]>([
    ['a frame round text', (doc) => void doc.rect(50, 50, 500, 100).stroke()],
    [
      'rules between paragraphs',
      (doc) => {
        for (const y of [40, 120, 200, 280]) doc.moveTo(60, y).lineTo(500, y).stroke()
        doc.text(PROSE, 60, 140).text(PROSE, 60, 220)
      },
    ],
    [
      'an agenda with its pages at the right',
      (doc) => {
        for (const at of [1, 2, 3, 4])
          doc
            .text(`${at}.`, 60, 200 + 30 * at, { lineBreak: false })
            .text('Minutes', 90, 200 + 30 * at, { lineBreak: false })
            .text(`(Pages ${at} - 9)`, 450, 200 + 30 * at)
      },
    ],
    [
      'a drawing of very many strokes',
      (doc) => {
        for (let at = 0; at < 900; at += 1)
          doc
            .moveTo(60 + (at % 30) * 15, 200 + at / 2)
            .lineTo(70 + (at % 30) * 15, 200 + at / 2)
            .stroke()
      },
    ],
  ])('%s', async (_, draw) => {
    const bytes = await printed((doc) => {
      draw(doc)
      doc.text(PROSE, 60, 60)
    })
    expect((await linesOf(bytes)).filter((line) => line.row)).toEqual([])
  })
})
