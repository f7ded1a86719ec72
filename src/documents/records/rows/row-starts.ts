import type { Line } from '../../lines/line.ts'
import { dateIn } from '../phrases/dates.ts'
import { rowNumber } from './cell-values.ts'
import type { Columns } from './columns.ts'
import type { Meaning } from './heads.ts'
import type { Piece } from './pieces.ts'

/** A line of a table, its words by their column. */
export interface ColumnedLine {
  line: Line
  columns: ReadonlyMap<number, Piece>
}

/** What tells where the rows of a table begin: white space above each, or what its cells hold. */
export interface RowSigns {
  columns: Columns
  /** White space stands between the rows, and only there. */
  spaced: boolean
  /** The column that counts or dates the rows. */
  anchor: number | undefined
  /** Several rows can stand behind one anchor: a date is that of a meeting, a number counts one row. */
  shares: boolean
  /** How much goes into a line of each column: a word stands on the next line where it did not fit any more. */
  widths: ReadonlyMap<number, number>
}

export function rowSignsOf(
  body: readonly ColumnedLine[],
  columns: Columns,
  edges: readonly number[],
): RowSigns {
  const widths = new Map(
    edges.slice(0, -1).map((edge, column) => [column, (edges[column + 1] ?? 0) - edge - BETWEEN_COLUMNS]),
  )
  for (const line of body)
    for (const [column, { text }] of line.columns) {
      const width = widths.get(column)
      if (width !== undefined) widths.set(column, Math.max(text.length, width))
    }
  const anchor = anchorOf(body, columns)
  const counts = anchor !== undefined && COUNTS.has(columns.meanings.get(anchor) ?? 'other')
  return { columns, anchor, widths, shares: !counts, spaced: isSpaced(body, anchor) }
}

/** Whether a line begins a row, rather than goes on with the row above it. */
export function beginsRow(
  own: ColumnedLine,
  row: readonly ColumnedLine[],
  { columns, spaced, anchor, widths, shares }: RowSigns,
): boolean {
  const above = row.at(-1)
  if (!above) return true
  const isAnchored = anchor !== undefined && isAnchor(own, anchor)
  if (own.line.gapAbove) return true
  if (spaced && isAnchored) return row.some((line) => isAnchor(line, anchor))
  if (isAnchored) return true
  const fresh = [...own.columns].filter(([column, piece]) => {
    const before = above.columns.get(column)
    if (before) return hadRoom(before, piece, widths.get(column), spaced ? CLEAR_ROOM : 0)
    // A cell that stands in the middle of its row begins further down than the others; it does not end and begin again.
    return !spaced || row.some((line) => line.columns.has(column))
  })
  // A report of progress is printed in lines of its own, under each other.
  const sure = fresh.filter(([column]) => !above.columns.has(column) || !isLong(columns.meanings.get(column)))
  const isMain = sure.some(([column]) => column === columns.main)
  if (spaced) return isMain && shares && own.columns.size > 1 && [...own.columns].every(canBegin)
  return sure.length > 1 || (isMain && endsBefore(above.columns.get(columns.main), own))
}

/** A word in the middle of a sentence begins no cell. */
function canBegin([, { text }]: [number, Piece]): boolean {
  return !/^\p{Ll}/u.test(text)
}

/** Where white space parts the rows, two of them share a block only if the main cell of the upper one is plainly at its end. */
const CLEAR_ROOM = 4

/** White space between two columns, in characters. */
const BETWEEN_COLUMNS = 3

/** Whether the line above had room for the word that begins the next: then it is no more of the same text. */
function hadRoom(above: Piece, own: Piece, width: number | undefined, toSpare: number): boolean {
  const word = own.text.split(' ', 1)[0] ?? ''
  if (/^\p{Ll}/u.test(word) && !/[.;:]$/.test(above.text)) return false
  // How far the last column goes, nothing shows.
  if (width === undefined) return !/(?:[,&/–-]|\b(?:of|and|for|the|to|in))$/i.test(above.text)
  return above.text.length + 1 + word.length <= width - toSpare
}

/** Whether the main text of the row is whole, so that the next line can only be the next row. */
function endsBefore(main: Piece | undefined, { columns }: ColumnedLine): boolean {
  return main === undefined || /[.?!]$/.test(main.text) || columns.size > 1
}

function isLong(meaning: Meaning | undefined): boolean {
  return meaning === 'update' || meaning === 'comments' || meaning === 'reason' || meaning === 'outcome'
}

const COUNTS: ReadonlySet<Meaning> = new Set(['number', 'reference', 'minute', 'item', 'meetingAndMinute'])
const DATES: ReadonlySet<Meaning> = new Set(['date', 'meetingDate', 'executiveDate', 'due'])

/** The first column whose cells count or date the rows: most rows have one. */
function anchorOf(body: readonly ColumnedLine[], { meanings, main }: Columns): number | undefined {
  const candidates = [...meanings].flatMap(([column, meaning]) =>
    COUNTS.has(meaning) || DATES.has(meaning) || column === 0 ? [column] : [],
  )
  const filled = candidates
    .filter((column) => column !== main)
    .map((column) => ({ column, times: body.filter((line) => isAnchor(line, column)).length }))
    .filter(({ times }) => times > 0)
  const most = Math.max(0, ...filled.map(({ times }) => times))
  return filled.find(({ times }) => times * 2 >= most)?.column
}

function isAnchor({ columns }: ColumnedLine, column: number): boolean {
  const text = columns.get(column)?.text
  // The year of a date that runs over begins no row.
  if (text === undefined || /^\d{4}$/.test(text)) return false
  if (rowNumber(text) !== undefined || BEGINS_WITH_DATE.test(text) || dateIn(text)?.index === 0) return true
  const word = text.split(' ', 1)[0] ?? ''
  return /\d/.test(word) && /[\p{L}/.-]/u.test(word) && !/^\d{1,2}(?:st|nd|rd|th)$/i.test(word)
}

const BEGINS_WITH_DATE =
  /^(?:\p{L}{3,9}day,? )?\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu

/** White space above a cell's second paragraph parts no rows: it counts where it stands above most rows. */
function isSpaced(body: readonly ColumnedLine[], anchor: number | undefined): boolean {
  const [, ...others] = body
  const gaps = others.filter(({ line }) => line.gapAbove).length
  const anchored = anchor === undefined ? [] : others.filter((line) => isAnchor(line, anchor))
  if (anchored.length >= 2)
    return anchored.filter(({ line }) => line.gapAbove).length * 5 >= anchored.length * 3
  return gaps >= 1 && gaps * 8 >= others.length
}
