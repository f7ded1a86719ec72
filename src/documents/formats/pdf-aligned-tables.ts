import { joinLines } from '../lines/join-lines.ts'
import { gapsAbove, indentOf } from './pdf-lines.ts'
import type { Fragment } from './pdf-page.ts'
import { cellOf, type Row, type RowCell } from './pdf-rows.ts'
import type { Paragraph } from './pdf-tables.ts'

/** In points: how far from the edge of its column a cell may begin. */
const ALIGNED = 5
const FEWEST_COLUMNS = 3
/** So many printed lines with two cells or more under a head make it the head of a table. */
const FEWEST_LINES = 3
/** If they do not stand among so many lines, the rest of the page need not be looked at. */
const SOON = 20
const MOST_COLUMNS = 30

/** A table without rules: a bold head, and cells that begin under it. */
export interface AlignedTable {
  columns: number[]
  /** The paragraphs of each cell of each row. */
  rows: Paragraph[][][]
}

/** The printed rows of a page with the tables among them that white space alone makes. */
export function tablesAmong(rows: readonly Row[]): (Row[] | AlignedTable)[] {
  const parts: (Row[] | AlignedTable)[] = []
  let text: Row[] = []
  for (let at = 0; at < rows.length; ) {
    const end = endOfTable(rows, at)
    if (end === at) {
      const row = rows[at]
      if (row) text.push(row)
      at += 1
      continue
    }
    if (text.length > 0) parts.push(text)
    text = []
    parts.push(tableOf(rows.slice(at, end)))
    at = end
  }
  if (text.length > 0) parts.push(text)
  return parts
}

/** Where the table ends whose head this row is; where it is none, there it begins. */
function endOfTable(rows: readonly Row[], at: number): number {
  const head = rows[at]?.cells ?? []
  if (head.length < FEWEST_COLUMNS || head.length > MOST_COLUMNS || !isBold(rows[at])) return at
  let end = at + 1
  let filled = 0
  for (let next = at + 1; next < rows.length; next += 1) {
    if (end - at > SOON && filled < FEWEST_LINES) break
    const cells = cellsUnder(head, rows[next])
    if (!cells) break
    if (cells.filter((cell) => cell !== undefined).length > 1 && !isBold(rows[next])) filled += 1
    end += 1
  }
  return filled >= FEWEST_LINES ? end : at
}

function isBold(row: Row | undefined): boolean {
  return row?.cells.every((cell) => cell.bold) ?? false
}

/** A printed row in the columns of the head; nothing where it does not keep to them. */
function cellsUnder(head: readonly RowCell[], row: Row | undefined): (RowCell | undefined)[] | undefined {
  const columns: Fragment[][] = head.map(() => [])
  for (const part of row?.parts ?? []) {
    const column = head.findLastIndex(({ x }) => x <= part.x + ALIGNED)
    const [first] = columns[column] ?? []
    const edge = head[column + 1]?.x ?? Number.POSITIVE_INFINITY
    if (column < 0 || part.x + part.width > edge) return undefined
    if (!first && part.x - (head[column]?.x ?? 0) > ALIGNED) return undefined
    columns[column]?.push(part)
  }
  return columns.map((parts) => (parts.length > 0 ? cellOf(parts) : undefined))
}

function tableOf(printed: readonly Row[]): AlignedTable {
  const head = printed[0]?.cells ?? []
  const gaps = gapsAbove(printed)
  const spaced = gaps.slice(1).some((gap) => gap)
  const rows: RowCell[][][] = []
  for (const [at, row] of printed.entries()) {
    const cells = cellsUnder(head, row) ?? []
    const afterHead = !isBold(row) && isBold(printed[at - 1])
    const starts = spaced ? (gaps[at] ?? true) : !isBold(row) && cells[0] !== undefined
    if (at === 0 || afterHead || starts) rows.push(head.map(() => []))
    for (const [column, cell] of cells.entries()) if (cell) rows.at(-1)?.[column]?.push(cell)
  }
  return {
    columns: head.map((cell) => cell.x),
    rows: rows.map((cells) => cells.map((lines) => paragraphOf(lines))),
  }
}

function paragraphOf(lines: readonly RowCell[]): Paragraph[] {
  const [first] = lines
  if (!first) return []
  const text = joinLines(lines.map((line) => line.text))
  const cell = { text, indent: indentOf(first.x), font: first.font }
  return [{ cell, bold: lines.every((line) => line.bold) }]
}
