import { cleanText, foldSpace } from '../lines/clean-text.ts'
import type { Cell, Line, TableRow } from '../lines/line.ts'

/** A paragraph of a file that says what stands in it but not where on the paper: Word and HTML. */
export interface Paragraph {
  /** Tabs part its cells, line ends its lines. */
  text: string
  heading: boolean
  /** How deep a heading is, where the file ranks it. */
  level?: number | undefined
  /** An entry of a list that is marked by a sign, not by a number. */
  bullet?: boolean | undefined
  /** The bold words that it begins with, where the rest is not bold. */
  lead?: string | undefined
  /** Characters from the left edge. */
  indent: number
  gapAbove: boolean
}

/** Takes paragraphs and tables in reading order and lays them out as the lines of pages. */
export interface Flow {
  paragraph(paragraph: Paragraph): void
  /** A table of one column only holds what stands in it together: its paragraphs are no rows. */
  openTable(columns: number): void
  openRow(): void
  openCell(column: number): void
  closeCell(): void
  /** In a row that heads its table, the lines of a cell are one heading. */
  closeRow(heads?: boolean): void
  closeTable(): void
  turnPage(): void
  /** Whether something stands on the page at hand. */
  pageIsEmpty(): boolean
  pages(): Line[][]
}

/** A line that still wants its number on the page. */
type Unplaced = Omit<Line, 'line' | 'furniture'>

interface OpenCell {
  column: number
  lines: Unplaced[]
}

interface OpenTable {
  table: number
  row: number
  /** Cells stay cells only in a table of two columns or more. */
  columns: number
  cells: OpenCell[] | undefined
  cell: OpenCell | undefined
}

/** Nothing a person reads is this long; what is longer goes on in the next line, which keeps the rules' work bounded. */
const LONGEST_LINE = 20_000
/** Where no width is known: how far apart, in characters, the columns of a table and the stops of a tab stand. */
const COLUMN_WIDTH = 24
const TAB_STOP = 8
/** No paper puts tables into tables so deep; from here on they are paragraphs of the cell they stand in. */
const DEEPEST_TABLE = 12

export function openFlow(): Flow {
  const pages: Line[][] = [[]]
  const open: OpenTable[] = []
  let tables = 0
  let tooDeep = 0

  /** Where the next line goes: into the innermost open cell, or onto the page. */
  function put(lines: readonly Unplaced[], above = open.length): void {
    for (let at = above - 1; at >= 0; at -= 1) {
      const cell = open[at]?.cell
      if (!cell) continue
      for (const line of lines) cell.lines.push(line)
      return
    }
    for (const line of lines) {
      const page = pages[line.page - 1]
      page?.push({ ...line, line: page.length + 1, furniture: false })
    }
  }

  return {
    paragraph: (paragraph) => put(linesOf(paragraph, pages.length)),
    openTable(columns) {
      if (open.length >= DEEPEST_TABLE) tooDeep += 1
      else {
        open.push({ table: tables, row: -1, columns, cells: undefined, cell: undefined })
        tables += 1
      }
    },
    openRow() {
      const table = open.at(-1)
      if (!table || tooDeep > 0) return
      table.row += 1
      table.cells = []
    },
    openCell(column) {
      const table = open.at(-1)
      if (!table?.cells || tooDeep > 0) return
      table.cell = { column, lines: [] }
      table.cells.push(table.cell)
    },
    closeCell() {
      const table = open.at(-1)
      if (table && tooDeep === 0) table.cell = undefined
    },
    closeRow(heads = false) {
      const table = open.at(-1)
      if (!table?.cells || tooDeep > 0) return
      const cells = table.cells.filter((cell) => cell.lines.length > 0)
      table.cells = undefined
      table.cell = undefined
      const row = { table: table.table, row: table.row }
      const lines =
        table.columns < 2
          ? cells.flatMap((cell) => cell.lines)
          : linesOfRow(heads ? cells.map(headed) : cells, row)
      put(lines, open.length - 1)
    },
    closeTable() {
      if (tooDeep > 0) tooDeep -= 1
      else open.pop()
    },
    turnPage() {
      pages.push([])
    },
    pageIsEmpty: () =>
      pages.at(-1)?.length === 0 &&
      open.every((table) => !table.cells?.some((cell) => cell.lines.length > 0)),
    pages: () => pages,
  }
}

function linesOf(paragraph: Paragraph, page: number): Unplaced[] {
  const { text, heading, level, bullet, indent, gapAbove } = paragraph
  const lines: Unplaced[] = []
  const lead = foldSpace(cleanText(paragraph.lead ?? ''))
  let gap = gapAbove
  for (const printed of cleanText(text).split('\n')) {
    if (printed.trim() === '') {
      gap ||= lines.length > 0
      continue
    }
    for (let from = 0; from < printed.length; from += LONGEST_LINE) {
      const cells = cellsOf(printed.slice(from, from + LONGEST_LINE), indent)
      if (cells.length === 0) continue
      const whole = cells.map((cell) => cell.text).join(' ')
      lines.push({
        page,
        text: whole,
        cells,
        gapAbove: gap,
        heading,
        ...(level !== undefined && { level }),
        ...(bullet && lines.length === 0 && { bullet }),
        ...(lead !== '' && lines.length === 0 && whole.startsWith(lead) && { lead }),
      })
      gap = false
    }
  }
  return lines
}

function cellsOf(printed: string, indent: number): Cell[] {
  const cells: Cell[] = []
  let at = indent
  for (const part of printed.split('\t')) {
    const text = foldSpace(part)
    if (text !== '') cells.push({ text, indent: at })
    at = (Math.floor((at + text.length) / TAB_STOP) + 1) * TAB_STOP
  }
  return cells
}

/**
 * A row as it is printed: the first lines of its cells beside each other, and below them what only one cell
 * goes on with. Where several cells go on, they follow one after the other.
 */
function linesOfRow(cells: readonly OpenCell[], row: TableRow): Unplaced[] {
  const tall = cells.filter((cell) => cell.lines.length > 1)
  const beside = cells.flatMap(({ column, lines: [line] }) => (line && !line.row ? [{ column, line }] : []))
  if (tall.length > 1 || beside.length < cells.length)
    return cells.flatMap((cell) => cell.lines.map((line) => inRow([{ column: cell.column, line }], row)))
  const rest = tall.flatMap((cell) =>
    cell.lines.slice(1).map((line) => inRow([{ column: cell.column, line }], row)),
  )
  return beside.length === 0 ? rest : [inRow(beside, row), ...rest]
}

/** One line of a row. A line of a table inside the cell stays what it is. */
function inRow(parts: readonly { column: number; line: Unplaced }[], row: TableRow): Unplaced {
  const [first] = parts
  if (!first) throw new Error('a line of a row has a cell')
  if (first.line.row) return first.line
  const lead = leadOfRow(parts.map(({ line }) => line))
  return {
    page: first.line.page,
    text: parts.map(({ line }) => line.text).join(' '),
    cells: parts.map(({ column, line }) => ({
      text: line.text,
      indent: column * COLUMN_WIDTH + (line.cells[0]?.indent ?? 0),
      column,
    })),
    gapAbove: parts.some(({ line }) => line.gapAbove),
    heading: parts.every(({ line }) => line.heading),
    ...(first.line.bullet && parts.length === 1 && { bullet: first.line.bullet }),
    ...(lead && { lead }),
    row,
  }
}

/** The bold beginning of a row: the cells before the first that is only partly bold, and its bold words. */
function leadOfRow(lines: readonly Unplaced[]): string | undefined {
  const at = lines.findIndex((line) => line.lead !== undefined)
  if (at < 0) return undefined
  return [...lines.slice(0, at).map((line) => line.text), lines[at]?.lead].join(' ')
}

function headed(cell: OpenCell): OpenCell {
  const [first] = cell.lines
  if (!first || cell.lines.length === 1 || cell.lines.some((line) => line.row)) return cell
  const text = cell.lines.map((line) => line.text).join(' ')
  return {
    column: cell.column,
    lines: [{ ...first, text, cells: [{ text, indent: first.cells[0]?.indent ?? 0 }] }],
  }
}
