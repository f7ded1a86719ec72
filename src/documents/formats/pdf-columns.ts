import type { Row, RowCell } from './pdf-rows.ts'

/** So many lines must stand on each side before they are columns of prose and not a table or a heading. */
const FEWEST_LINES = 5
/** Letters in a line, on average: a table's narrow cells stay beside each other. */
const FEWEST_LETTERS = 25
/** How far apart, in points, the left edges of one column's lines may be. */
const ALIGNED = 4
/** The second column begins at least so far across the page. */
const ACROSS = 0.3

/**
 * The rows of a page as the parts that are read one after the other. Two columns of prose are read down the
 * left and then down the right; everything else, tables too, stays row by row with its cells apart.
 */
export function columnsApart(rows: readonly Row[]): Row[][] {
  const edge = edgeOfSecond(rows)
  if (edge === undefined) return [[...rows]]
  const parts: Row[][] = []
  let from = 0
  let at = 0
  while (at < rows.length) {
    const end = endOfColumns(rows, at, edge)
    const sides = [side(rows.slice(at, end), edge, 'left'), side(rows.slice(at, end), edge, 'right')]
    if (sides.every(isProse)) {
      if (at > from) parts.push(rows.slice(from, at))
      parts.push(...sides)
      from = end
    }
    at = Math.max(end, at + 1)
  }
  if (from < rows.length) parts.push(rows.slice(from))
  return parts
}

/** Where most cells begin that begin well across the page; nothing where few do. */
function edgeOfSecond(rows: readonly Row[]): number | undefined {
  let left = Number.POSITIVE_INFINITY
  let right = 0
  for (const { cells } of rows) {
    left = Math.min(left, cells[0]?.x ?? left)
    right = Math.max(right, cells.at(-1)?.right ?? right)
  }
  const starts = new Map<number, number>()
  let most: number | undefined
  for (const { cells } of rows)
    for (const { x } of cells) {
      if (x < left + ACROSS * (right - left)) continue
      const place = Math.round(x / ALIGNED) * ALIGNED
      const count = (starts.get(place) ?? 0) + 1
      starts.set(place, count)
      if (count > (most === undefined ? 0 : (starts.get(most) ?? 0))) most = place
    }
  return most !== undefined && (starts.get(most) ?? 0) >= FEWEST_LINES ? most : undefined
}

/** Where the rows end that have one cell at most on each side of the edge, and none across it. */
function endOfColumns(rows: readonly Row[], from: number, edge: number): number {
  let at = from
  while (at < rows.length) {
    const { cells } = rows[at] ?? { cells: [] }
    const onSides = cells.every((cell) => isRight(cell, edge) || cell.right < edge)
    const onRight = cells.filter((cell) => isRight(cell, edge)).length
    if (!onSides || onRight > 1 || cells.length - onRight > 1) break
    at += 1
  }
  return at
}

function isRight({ x }: RowCell, edge: number): boolean {
  return x >= edge - ALIGNED
}

function side(rows: readonly Row[], edge: number, which: 'left' | 'right'): Row[] {
  return rows.flatMap((row) => {
    const cell = row.cells.find((one) => isRight(one, edge) === (which === 'right'))
    const parts = row.parts.filter(({ x }) => cell && x >= cell.x && x <= cell.right)
    return cell ? [{ ...row, cells: [cell], parts }] : []
  })
}

function isProse(rows: readonly Row[]): boolean {
  const letters = rows.reduce((sum, row) => sum + (row.cells[0]?.text.length ?? 0), 0)
  return rows.length >= FEWEST_LINES && letters / rows.length >= FEWEST_LETTERS
}
