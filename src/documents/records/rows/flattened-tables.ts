import { joinLines } from '../../lines/join-lines.ts'
import type { Line } from '../../lines/line.ts'
import { dateIn } from '../phrases/dates.ts'
import { rowNumber } from './cell-values.ts'
import { type Columns, columnsOf, type RowsOf } from './columns.ts'
import type { Meaning } from './heads.ts'
import type { Block, Row } from './table-rows.ts'

/** No council's table of entries has fewer or more columns. */
const FEWEST = 3
const MOST = 10

/** What explains the table below its last row. */
const AFTER_TABLE = /^(?:key|legend|notes?)(?:\s?to\s.{1,40})?:?$/i

/**
 * A table that a text shows one cell a line, the head first, as rows: only where each row begins with a number, a
 * reference or a date, since an empty cell leaves no trace. What stands before the head is left out.
 */
export function flattenedRows(lines: readonly Line[], of: RowsOf): Block[] {
  const head = headIn(lines, of)
  if (!head) return []
  const { from, width, columns } = head
  const end = lines.findIndex((line, index) => index > from + width && AFTER_TABLE.test(line.text))
  const body = lines.slice(from + width, end < 0 ? undefined : end)
  const isFirst = firstCellTest(body)
  if (!isFirst) return []
  const rows: Block[] = [{ row: rowOf(lines.slice(from, from + width).map((line) => [line])) }]
  let open: Line[] = []
  const close = (): void => {
    const cells = cellsOf(open, width, columns)
    if (cells.length > 0) rows.push({ row: rowOf(cells) })
    open = []
  }
  for (const line of body) {
    if (isFirst(line.text)) close()
    if (open.length > 0 || isFirst(line.text)) open.push(line)
  }
  close()
  return rows
}

/** The lines of each cell. Of a row with too few or too many lines only what can be told for sure is kept. */
function cellsOf(lines: readonly Line[], width: number, { main, meanings }: Columns): Line[][] {
  if (lines.length <= main) return []
  const singles = lines.map((line) => [line])
  if (lines.length === width) return singles
  const long = [...meanings].filter(([column, meaning]) => column > main && LONG_CELLS.has(meaning))
  const [only] = long
  // Several paragraphs can only be those of the one column that holds a report of progress.
  if (lines.length < width || long.length !== 1 || !only) return singles.slice(0, main + 1)
  const [column] = only
  const extra = lines.length - width
  return [
    ...singles.slice(0, column),
    lines.slice(column, column + extra + 1),
    ...singles.slice(column + extra + 1),
  ]
}

const LONG_CELLS: ReadonlySet<Meaning> = new Set(['update', 'comments', 'reason', 'outcome'])

function headIn(
  lines: readonly Line[],
  of: RowsOf,
): { from: number; width: number; columns: Columns } | undefined {
  for (let from = 0; from < Math.min(lines.length, 60); from += 1) {
    for (let width = MOST; width >= FEWEST; width -= 1) {
      const cells = lines.slice(from, from + width)
      if (cells.length < width || cells.some((line) => line.cells.length > 1)) continue
      const columns = columnsOf(rowOf(cells.map((line) => [line])), of)
      if (columns && isWhollyHead(columns, width)) return { from, width, columns }
    }
  }
  return undefined
}

/** Every line is a head, and no two for one field: a title above the head is none. */
function isWhollyHead({ meanings }: Columns, width: number): boolean {
  const fields = [...meanings.values()].filter((meaning) => meaning !== 'other')
  return meanings.size === width && new Set(fields).size === fields.length
}

/** How the first cell of every row looks, shown by the first line below the head. */
function firstCellTest(body: readonly Line[]): ((text: string) => boolean) | undefined {
  const first = body[0]?.text ?? ''
  if (rowNumber(first)) return (text) => rowNumber(text) !== undefined
  if (isDate(first)) return isDate
  const shape = shapeOf(first)
  return /9/.test(shape) && first.length <= 20 ? (text) => shapeOf(text) === shape : undefined
}

function isDate(text: string): boolean {
  const date = dateIn(text)
  return date?.index === 0 && date.length === text.length
}

/** "SR (25/26) 01" as "A(9/9)9". */
function shapeOf(text: string): string {
  return text
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/\d+/g, '9')
    .replace(/\s/g, '')
}

function rowOf(cells: readonly (readonly Line[])[]): Row {
  const at = cells[0]?.[0]
  if (!at) throw new RangeError('a row has at least one cell')
  return {
    at,
    heading: false,
    cells: new Map(cells.map((lines, column) => [column, joinLines(lines.map((line) => line.text))])),
  }
}
