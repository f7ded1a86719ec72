import type { Line } from '../lines/line.ts'
import type { LaidOutPage } from './pdf-layout.ts'

/** In points: how far apart the edges of a column may be on two pages. */
const SAME_EDGE = 4
/** A running header or footer has no more lines: what is more parts two tables. */
const MOST_RUNNING = 4
/** In how many of a table's rows the first cell must be filled for a row without it to be the rest of another. */
const MOSTLY = 0.8
const PAGE_NUMBER = /^(?:page )?#(?: of #)?$/

/** A table that may go on. */
interface Going {
  table: number
  columns: readonly number[]
  /** What its first row says. */
  head: string
  rows: number
  /** How many of them have a first cell. */
  whole: number
  last: readonly Line[]
}

/**
 * Count the tables and their rows through the file. A table with the same columns overleaf goes on; its head row
 * where it is printed again is a running header, and a row that the page broke is one row.
 */
export function joinTables(pages: readonly LaidOutPage[]): void {
  let count = 0
  let going: Going | undefined
  let running: ReadonlySet<string> = new Set()
  for (const { lines, tables } of pages) {
    let seen = 0
    for (const [at, rows] of rowsOnPage(lines, tables.length).entries()) {
      const columns = tables[at] ?? []
      const first = rows[0]?.[0]
      const between = lines.slice(seen, first && lines.indexOf(first, seen))
      if (
        going &&
        between.every((line) => at === 0 && isRunning(line, running)) &&
        goesOn(going, columns, rows)
      )
        goOn(going, rows)
      else {
        going = { table: count, columns, head: wordsOf(rows[0] ?? []), rows: 0, whole: 0, last: [] }
        count += 1
        for (const row of rows) addRow(going, row)
      }
      const last = rows.at(-1)?.at(-1)
      seen = last ? lines.indexOf(last, seen) + 1 : seen
    }
    if (lines.length - seen > MOST_RUNNING) going = undefined
    running = new Set([...lines.slice(0, MOST_RUNNING), ...lines.slice(-MOST_RUNNING)].map(withoutFigures))
  }
}

function isRunning(line: Line, running: ReadonlySet<string>): boolean {
  const text = withoutFigures(line)
  return PAGE_NUMBER.test(text) || running.has(text)
}

function withoutFigures({ text }: Line): string {
  return text.toLowerCase().replace(/\d+/g, '#')
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
function goesOn(going: Going, columns: readonly number[], rows: readonly Line[][]): boolean {
  if (columns.length !== going.columns.length) return false
  return (
    columns.every((edge, at) => Math.abs(edge - (going.columns[at] ?? 0)) <= SAME_EDGE) ||
    wordsOf(rows[0] ?? []) === going.head
  )
}

function goOn(going: Going, rows: readonly Line[][]): void {
  const [head = []] = rows
  const again = wordsOf(head) === going.head
  if (again) {
    for (const line of head) {
      line.furniture = true
      line.row = { table: going.table, row: 0 }
    }
  }
  for (const [at, row] of rows.slice(again ? 1 : 0).entries()) {
    if (at === 0 && isTheRest(row, going)) addTo(going, row)
    else addRow(going, row)
  }
}

function addRow(going: Going, row: readonly Line[]): void {
  going.rows += 1
  if (textsByColumn(row).has(0)) going.whole += 1
  addTo(going, row)
}

function addTo(going: Going, row: readonly Line[]): void {
  for (const line of row) line.row = { table: going.table, row: going.rows - 1 }
  going.last = row
}

function wordsOf(row: readonly Line[]): string {
  return row.map((line) => line.text).join(' ')
}

/** Whether the first row of a page is the rest of the last one of the page before. */
function isTheRest(row: readonly Line[], { last, rows, whole }: Going): boolean {
  const texts = textsByColumn(row)
  const before = textsByColumn(last)
  const runsOn = [...texts].some(
    ([column, text]) => /^\p{Ll}/u.test(text) && !/[.:;!?]$/.test(before.get(column) ?? '.'),
  )
  return runsOn || (!texts.has(0) && whole >= MOSTLY * rows)
}

function textsByColumn(row: readonly Line[]): Map<number, string> {
  const texts = new Map<number, string>()
  for (const { cells } of row)
    for (const { column = 0, text } of cells) texts.set(column, `${texts.get(column) ?? ''} ${text}`.trim())
  return texts
}
