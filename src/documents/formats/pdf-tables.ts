import { joinLines } from '../lines/join-lines.ts'
import type { Cell, Line } from '../lines/line.ts'
import type { Grid } from './pdf-grids.ts'
import { gapsAbove, indentOf } from './pdf-lines.ts'
import type { Fragment } from './pdf-page.ts'
import { type RowCell, rowsOf } from './pdf-rows.ts'

/** A ruled table of a page, with its lines, before it is known whether it goes on from the page before. */
export interface Table {
  /** The edges of its columns, in points. */
  columns: readonly number[]
  lines: Line[]
}

/** In points: how far over the edge of its cell a letter may begin. */
const OVER = 1.5
const BULLET = /^[•▪●○◦·–—-]\s|^[oq]\s(?=\p{Lu})/u

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

/**
 * The rows of a table, each with its cells' whole text: one line where every cell holds a single paragraph, and
 * otherwise a line for each paragraph of each cell.
 */
export function tableLines(grid: Grid, fragments: readonly Fragment[], page: number): Line[] {
  const lines: Line[] = []
  let row = 0
  for (const cells of filled(grid, fragments)) {
    const paragraphs = cells.map((inCell) => paragraphsOf(inCell))
    if (paragraphs.every((one) => one.length === 0)) continue
    const put = (these: Cell[], gapAbove: boolean, heading: boolean): void => {
      const text = these.map((cell) => cell.text).join(' ')
      lines.push({
        page,
        line: 0,
        text,
        cells: these,
        gapAbove,
        furniture: false,
        heading,
        row: { table: 0, row },
      })
    }
    const firsts = paragraphs.flatMap(([first], column) => (first ? [{ ...first.cell, column }] : []))
    if (paragraphs.every((one) => one.length < 2)) put(firsts, true, isBold(paragraphs))
    else
      for (const [column, inCell] of paragraphs.entries())
        for (const [at, { cell, bold }] of inCell.entries()) put([{ ...cell, column }], at === 0, bold)
    row += 1
  }
  return lines
}

function isBold(paragraphs: readonly (readonly { bold: boolean }[])[]): boolean {
  return paragraphs.every((inCell) => inCell.every(({ bold }) => bold))
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

function paragraphsOf(fragments: readonly Fragment[]): { cell: Cell; bold: boolean }[] {
  const upright = fragments.filter((fragment) => !fragment.sideways)
  const rows = rowsOf(upright)
  const gaps = gapsAbove(rows)
  const paragraphs: RowCell[][] = []
  for (const [at, { cells }] of rows.entries()) {
    const text = cells.map((cell) => cell.text).join(' ')
    const [first] = cells
    if (text === '' || !first) continue
    const line = { ...first, text, bold: cells.every((cell) => cell.bold) }
    if (gaps[at] || BULLET.test(text) || paragraphs.length === 0) paragraphs.push([line])
    else paragraphs.at(-1)?.push(line)
  }
  // The head of a narrow column is printed upwards in many trackers.
  const turned = fragments.filter((fragment) => fragment.sideways)
  for (const { text, x, font, bold } of turned)
    paragraphs.push([{ text: text.trim(), x, right: x, font, bold }])
  return paragraphs.map((lines) => ({
    cell: {
      text: joinLines(lines.map((line) => line.text)),
      indent: indentOf(lines[0]?.x ?? 0),
      font: lines[0]?.font ?? '',
    },
    bold: lines.every((line) => line.bold),
  }))
}
