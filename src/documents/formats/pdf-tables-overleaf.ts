import type { Line } from '../lines/line.ts'
import type { LaidOutPage } from './pdf-layout.ts'

/** In points: how far apart the edges of a column may be on two pages. */
const SAME_EDGE = 4
/** A running header or footer has no more lines: what is more parts two tables. */
const MOST_BETWEEN = 4
/** In how many of a table's rows the first cell must be filled for a row without it to be the rest of another. */
const MOSTLY = 0.8

/** A table that may go on overleaf. */
interface Going {
  columns: readonly number[]
  table: number
  rows: Line[][]
}

/**
 * Count the tables and their rows through the file. A table with the same columns overleaf goes on; its head row
 * where it is printed again is a running header, and a row that the page broke is one row.
 */
export function joinTables(pages: readonly LaidOutPage[]): void {
  let count = 0
  let going: Going | undefined
  for (const { lines, tables } of pages) {
    for (const [at, rows] of rowsOnPage(lines, tables.length).entries()) {
      const columns = tables[at] ?? []
      const above = lines.findIndex((line) => line.row !== undefined)
      if (at === 0 && going && above <= MOST_BETWEEN && isTheSame(going, columns, rows)) goOn(going, rows)
      else {
        going = { columns, table: count, rows }
        count += 1
      }
      for (const [row, its] of going.rows.entries())
        for (const line of its) line.row = { table: going.table, row }
    }
    const below = lines.length - 1 - lines.findLastIndex((line) => line.row !== undefined)
    if (below > MOST_BETWEEN) going = undefined
  }
}

/** The lines of each row of each table. */
function rowsOnPage(lines: readonly Line[], tables: number): Line[][][] {
  const all: Line[][][] = Array.from({ length: tables }, () => [])
  for (const line of lines) {
    if (!line.row) continue
    const rows = all[line.row.table]
    const last = rows?.at(-1)
    if (last?.[0]?.row?.row === line.row.row) last.push(line)
    else rows?.push([line])
  }
  return all
}

/** By the edges of its columns, or by its head where the columns were set anew for the page. */
function isTheSame(going: Going, columns: readonly number[], rows: readonly Line[][]): boolean {
  if (columns.length !== going.columns.length) return false
  const [head] = rows
  return (
    columns.every((edge, at) => Math.abs(edge - (going.columns[at] ?? 0)) <= SAME_EDGE) ||
    (head !== undefined && wordsOf(head) === wordsOf(going.rows[0] ?? []))
  )
}

function goOn(going: Going, rows: readonly Line[][]): void {
  let [first, ...more] = rows
  if (first && going.rows[0] && wordsOf(first) === wordsOf(going.rows[0])) {
    for (const line of first) line.furniture = true
    going.rows[0].push(...first)
    ;[first, ...more] = more
  }
  const last = going.rows.at(-1)
  if (first && last && isTheRest(first, last, going)) last.push(...first)
  else if (first) going.rows.push(first)
  going.rows.push(...more)
}

function wordsOf(row: readonly Line[]): string {
  return row.map((line) => line.text).join(' ')
}

/** Whether the first row of a page is the rest of the last one of the page before. */
function isTheRest(first: readonly Line[], last: readonly Line[], { rows }: Going): boolean {
  const texts = textsByColumn(first)
  const before = textsByColumn(last)
  const runsOn = [...texts].some(
    ([column, text]) => /^\p{Ll}/u.test(text) && !/[.:;!?]$/.test(before.get(column) ?? '.'),
  )
  if (runsOn) return true
  const filled = rows.filter((row) => row.some((line) => line.cells[0]?.column === 0)).length
  return !texts.has(0) && filled >= MOSTLY * rows.length
}

function textsByColumn(row: readonly Line[]): Map<number, string> {
  const texts = new Map<number, string>()
  for (const { cells } of row)
    for (const { column = 0, text } of cells) texts.set(column, `${texts.get(column) ?? ''} ${text}`.trim())
  return texts
}
