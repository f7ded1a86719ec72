import type { Line } from '../../lines/line.ts'
import { dateIn } from '../phrases/dates.ts'
import { rowNumber } from './cell-values.ts'
import { columnsOf, type RowsOf } from './columns.ts'
import type { Block, Row } from './table-rows.ts'

/** No council's table of entries has fewer or more columns. */
const FEWEST = 3
const MOST = 10

/**
 * A table that a text shows one cell a line, the head first, as rows: only where each row begins with a number, a
 * reference or a date, since an empty cell leaves no trace. What stands before the head stays lines.
 */
export function flattenedRows(lines: readonly Line[], of: RowsOf): Block[] {
  const head = headIn(lines, of)
  if (!head) return []
  const { from, width, main } = head
  const body = lines.slice(from + width)
  const isFirst = firstCellTest(body)
  if (!isFirst) return []
  const rows: Block[] = [{ row: rowOf(lines.slice(from, from + width)) }]
  let open: Line[] = []
  const close = (): void => {
    // Of a row with a cell too few or too many only what stands before the gap is sure.
    const sure = open.length === width ? width : main + 1
    if (open.length > main) rows.push({ row: rowOf(open.slice(0, sure)) })
    open = []
  }
  for (const line of body) {
    if (isFirst(line.text)) close()
    if (open.length > 0 || isFirst(line.text)) open.push(line)
  }
  close()
  return rows
}

function headIn(
  lines: readonly Line[],
  of: RowsOf,
): { from: number; width: number; main: number } | undefined {
  for (let from = 0; from < Math.min(lines.length, 60); from += 1) {
    for (let width = MOST; width >= FEWEST; width -= 1) {
      const cells = lines.slice(from, from + width)
      if (cells.length < width || cells.some((line) => line.cells.length > 1)) continue
      const columns = columnsOf(rowOf(cells), of)
      if (columns && columns.meanings.size === width) return { from, width, main: columns.main }
    }
  }
  return undefined
}

/** How the first cell of every row looks, shown by the first line below the head. */
function firstCellTest(body: readonly Line[]): ((text: string) => boolean) | undefined {
  const first = body[0]?.text ?? ''
  if (rowNumber(first)) return (text) => rowNumber(text) !== undefined
  const date = dateIn(first)
  if (date?.index === 0 && date.length === first.length) {
    return (text) => {
      const one = dateIn(text)
      return one?.index === 0 && one.length === text.length
    }
  }
  return undefined
}

function rowOf(lines: readonly Line[]): Row {
  const [at] = lines
  if (!at) throw new RangeError('a row has at least one cell')
  return { at, heading: false, cells: new Map(lines.map((line, column) => [column, line.text])) }
}
