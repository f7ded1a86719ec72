import { joinLines } from '../lines/join-lines.ts'
import { gapsAbove, indentOf } from './pdf-lines.ts'
import type { Row, RowCell } from './pdf-rows.ts'
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
      text.push(...rows.slice(at, at + 1))
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
  if (head.length < FEWEST_COLUMNS || head.length > MOST_COLUMNS || !head.every((cell) => cell.bold))
    return at
  let end = at + 1
  let filled = 0
  for (let next = at + 1; next < rows.length; next += 1) {
    const { cells } = rows[next] ?? { cells: [] }
    if (end - at > SOON && filled < FEWEST_LINES) break
    if (cells.length > head.length || !cells.every((cell) => columnOf(head, cell) >= 0)) break
    if (cells.length > 1 && !cells.every((cell) => cell.bold)) filled += 1
    end += 1
  }
  return filled >= FEWEST_LINES ? end : at
}

/** The column that a cell begins in and does not run out of. */
function columnOf(head: readonly RowCell[], cell: RowCell): number {
  return head.findIndex(({ x }, at) => {
    const next = head[at + 1]?.x ?? Number.POSITIVE_INFINITY
    return Math.abs(cell.x - x) <= ALIGNED && cell.right <= next
  })
}

function tableOf(printed: readonly Row[]): AlignedTable {
  const head = printed[0]?.cells ?? []
  const gaps = gapsAbove(printed)
  const spaced = gaps.slice(1).some((gap) => gap)
  const rows: RowCell[][][] = []
  for (const [at, { cells }] of printed.entries()) {
    const above = printed[at - 1]?.cells ?? []
    const isHead = cells.every((cell) => cell.bold)
    const afterHead = !isHead && above.every((cell) => cell.bold)
    const starts = spaced ? (gaps[at] ?? true) : !isHead && cells.some((cell) => columnOf(head, cell) === 0)
    if (at === 0 || afterHead || starts) rows.push(head.map(() => []))
    for (const cell of cells) rows.at(-1)?.[columnOf(head, cell)]?.push(cell)
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
