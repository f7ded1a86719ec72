import type { Row } from './pdf-rows.ts'

/** So many lines must stand side by side before they are columns of prose and not a table or a heading. */
const FEWEST_LINES = 6
/** Letters on each side, on average: a table's narrow cells stay beside each other. */
const FEWEST_LETTERS = 25
/** How far apart, in points, the left edges of one column's lines may be. */
const ALIGNED = 4

/**
 * The rows of a page as the parts that are read one after the other. Two columns of prose are read down the
 * left and then down the right; everything else, tables too, stays row by row with its cells apart.
 */
export function columnsApart(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = []
  let from = 0
  let at = 0
  while (at < rows.length) {
    const end = endOfColumns(rows, at)
    if (end - at >= FEWEST_LINES && isProse(rows.slice(at, end))) {
      if (at > from) parts.push(rows.slice(from, at))
      parts.push(side(rows.slice(at, end), 0), side(rows.slice(at, end), 1))
      from = end
      at = end
    } else at = Math.max(end, at + 1)
  }
  if (from < rows.length) parts.push(rows.slice(from))
  return parts
}

/** Where the run of rows ends whose second cells begin at the same place. */
function endOfColumns(rows: readonly Row[], from: number): number {
  const edge = rows[from]?.cells[1]?.x
  if (edge === undefined) return from
  let at = from
  while (at < rows.length) {
    const cells = rows[at]?.cells ?? []
    const fits = cells.length === 2 && Math.abs((cells[1]?.x ?? 0) - edge) <= ALIGNED
    const oneSided =
      cells.length === 1 && ((cells[0]?.right ?? 0) < edge || (cells[0]?.x ?? 0) >= edge - ALIGNED)
    if (!fits && !oneSided) break
    at += 1
  }
  return at
}

function isProse(rows: readonly Row[]): boolean {
  const both = rows.filter((row) => row.cells.length === 2)
  if (both.length < rows.length * 0.6) return false
  const letters = (at: number): number =>
    both.reduce((sum, row) => sum + (row.cells[at]?.text.length ?? 0), 0)
  return letters(0) / both.length >= FEWEST_LETTERS && letters(1) / both.length >= FEWEST_LETTERS
}

function side(rows: readonly Row[], at: 0 | 1): Row[] {
  const edge = rows.find((row) => row.cells.length === 2)?.cells[1]?.x ?? 0
  const one: Row[] = []
  for (const row of rows) {
    const cell =
      row.cells.length === 2 ? row.cells[at] : row.cells.find((c) => c.x >= edge - ALIGNED === (at === 1))
    if (cell) one.push({ ...row, cells: [cell] })
  }
  return one
}
