import { joinLines } from '../lines/join-lines.ts'
import type { Cell, Line } from '../lines/line.ts'
import type { Grid } from './pdf-grids.ts'
import { bounded, gapsAbove, indentOf } from './pdf-lines.ts'
import type { Fragment } from './pdf-page.ts'
import { type RowCell, rowsOf } from './pdf-rows.ts'

/** In points: how far over the edge of its cell a letter may begin. */
const OVER = 1.5
/** In points: what most tables leave free at the right of a cell. */
const PADDING = 6
/** What begins a paragraph of its own, with or without white space above. */
const LISTED = /^(?:[•▪●○◦·–—-]\s|[oq]\s(?=\p{Lu})|\(?\d{1,2}[.)]\s|\([a-z]{1,3}\)\s|[a-z]\)\s)/u

/** Which of the fragments stand in the grid. */
export function isWithin(grid: Grid, { x, y, size }: Fragment): boolean {
  const middle = y - size / 3
  const { columns, rows } = grid
  return (
    x >= (columns[0] ?? 0) - OVER &&
    x <= (columns.at(-1) ?? 0) &&
    middle >= (rows[0] ?? 0) &&
    middle <= (rows.at(-1) ?? 0)
  )
}

/** A paragraph of a cell. */
export interface Paragraph {
  cell: Cell
  bold: boolean
}

/** The rows of a ruled table, each with its cells' whole text. */
export function tableLines(grid: Grid, fragments: readonly Fragment[], page: number): Line[] {
  const rows = filled(grid, fragments).map((cells) =>
    cells.map((inCell, column) => paragraphsOf(inCell, (grid.columns[column + 1] ?? 0) - PADDING)),
  )
  return rows
    .filter((cells) => cells.some((cell) => cell.length > 0))
    .flatMap((cells, row) => rowLines(cells, row, page))
}

/** A row as one line where every cell holds a single paragraph, and otherwise a line for each of its paragraphs. */
export function rowLines(cells: readonly (readonly Paragraph[])[], row: number, page: number): Line[] {
  const line = (paragraphs: readonly Paragraph[], gapAbove: boolean): Line => ({
    page,
    line: 0,
    text: bounded(paragraphs.map(({ cell }) => cell.text).join(' ')),
    cells: paragraphs.map(({ cell }) => cell),
    gapAbove,
    furniture: false,
    heading: paragraphs.every(({ bold }) => bold),
    row: { table: 0, row },
  })
  const placed = cells.map((inCell, column) =>
    inCell.map(({ cell, bold }) => ({ cell: { ...cell, column }, bold })),
  )
  if (placed.every((inCell) => inCell.length < 2)) return [line(placed.flat(), true)]
  return placed.flatMap((inCell) => inCell.map((paragraph, at) => line([paragraph], at === 0)))
}

/** The fragments of every cell, row by row. What stands in a cell over several rows belongs to the first of them. */
function filled(grid: Grid, fragments: readonly Fragment[]): Fragment[][][] {
  const { columns, rows } = grid
  const table: Fragment[][][] = rows.slice(1).map(() => columns.slice(1).map(() => []))
  for (const fragment of fragments) {
    const column = lastBefore(columns, fragment.x + OVER)
    let row = lastBefore(rows, fragment.y - fragment.size / 3)
    while (row > 0 && !grid.isClosedBelow(row - 1, column)) row -= 1
    table[row]?.[column]?.push(fragment)
  }
  return table
}

/** Which part between edges a place is in. */
function lastBefore(edges: readonly number[], place: number): number {
  let part = 0
  while (part + 2 < edges.length && (edges[part + 1] ?? 0) <= place) part += 1
  return part
}

function paragraphsOf(fragments: readonly Fragment[], right: number): Paragraph[] {
  const upright = fragments.filter((fragment) => !fragment.sideways)
  const rows = rowsOf(upright)
  const gaps = gapsAbove(rows)
  const paragraphs: RowCell[][] = []
  for (const [at, { cells }] of rows.entries()) {
    const text = cells.map((cell) => cell.text).join(' ')
    const [first] = cells
    if (text === '' || !first) continue
    const bold = cells.every((cell) => cell.bold)
    const line = { ...first, text, right: cells.at(-1)?.right ?? first.right, bold }
    const last = paragraphs.at(-1)?.at(-1)
    if (!last || gaps[at] || LISTED.test(text) || last.bold !== bold || endsEarly(last, line, right))
      paragraphs.push([line])
    else paragraphs.at(-1)?.push(line)
  }
  // The head of a narrow column is printed upwards in many trackers.
  const turned = fragments.filter((fragment) => fragment.sideways)
  for (const { text, x, font, bold } of turned)
    paragraphs.push([{ text: text.trim(), x, right: x, font, bold }])
  return paragraphs.map((lines) => ({
    cell: {
      text: bounded(joinLines(lines.map((line) => line.text))),
      indent: indentOf(lines[0]?.x ?? 0),
      font: lines[0]?.font ?? '',
    },
    bold: lines.every((line) => line.bold),
  }))
}

/** Whether a line was ended on purpose: the first word of the next one would still have had room on it. */
function endsEarly(line: RowCell, next: RowCell, right: number): boolean {
  const [word = ''] = next.text.split(' ', 1)
  const letter = (next.right - next.x) / next.text.length
  return /^\p{Lu}/u.test(word) && line.right + (word.length + 2) * letter < right
}
