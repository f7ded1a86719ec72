import type { Line } from '../../lines/line.ts'
import { type Columns, columnsOf, type RowsOf } from './columns.ts'
import { meaningOf } from './heads.ts'
import { type Piece, piecesOf } from './pieces.ts'

/** The head of a table that only the places of its words show. */
export interface PositionedHead {
  /** How many lines it takes. */
  height: number
  /** The words at the head of each column, from left to right. */
  pieces: Piece[]
  columns: Columns
}

/** A head of more lines than this is a paragraph. */
const HIGHEST = 4
/** With fewer words of a head than these, two columns are a sentence. */
const SURE = 3
/** The words with which the heads of columns go on below their first line; a row of data begins with others. */
const GOES_ON =
  /^(?:(?:and|or|of|for|the|to|be|by|on|in|with|if|any|date|dates|time|number|no|ref|item|items|title|name|meeting|committee|officer|officers|member|members|lead|owner|status|rag|rating|action|actions|taken|required|agreed|requested|due|target|completion|complete|completed|implementation|response|progress|update|updates|comments?|notes|report|author|decision|maker|taker|responsible|reference|minute|recommendation|recommendations|purpose|reason|outcome|scrutiny|cabinet|executive|portfolio|holder|issue|topic|subject|expected|actual|timescale|deadline|deadlines|raised|consideration|contact|exempt|private|public|review|service|area|director|directorate|key|current|latest|position|date\/minute)\b[\s/&()?.:,-]*)+$/i

/** The head that begins on this line, as tall as its lines go on to be one. */
export function positionedHead(
  lines: readonly Line[],
  index: number,
  of: RowsOf,
): PositionedHead | undefined {
  const first = lines[index]
  if (!first || !canBeginHead(first)) return undefined
  let best: PositionedHead | undefined
  const rows: Piece[][] = []
  for (let at = index; at < index + HIGHEST; at += 1) {
    const line = lines[at]
    if (!line || line.row || (at > index && line.gapAbove)) break
    const pieces = piecesOf(line)
    if (at > index && !pieces.every(({ text }) => goesOn(text))) break
    if (!pieces.every(({ text }) => isHeadLike(text))) break
    rows.push(pieces)
    const head = headOf(rows, of)
    if (head && (!best || head.columns.meanings.size >= best.columns.meanings.size)) best = head
  }
  return best
}

function canBeginHead(line: Line): boolean {
  if (line.row || line.cells.length > 20) return false
  const pieces = piecesOf(line)
  const [only] = pieces
  if (!only) return false
  // "Date of" above "meeting", before the line with the other heads.
  if (pieces.length < 3) return only.from > 3 && pieces.every(({ text }) => GOES_ON.test(text))
  return pieces.some(({ text }) => meaningOf(text) !== undefined)
}

function goesOn(text: string): boolean {
  return GOES_ON.test(text) || (/^\p{Ll}/u.test(text) && text.split(' ').length <= 4)
}

function isHeadLike(text: string): boolean {
  return text.split(' ').length <= 9 && !/\w{4}[.;]$|\d{4}/.test(text)
}

function headOf(rows: readonly Piece[][], of: RowsOf): PositionedHead | undefined {
  const pieces = overlapping(rows)
  const cells = new Map(pieces.map(({ text }, column) => [column, text]))
  const columns = pieces.length >= 3 ? columnsOf({ cells }, of) : undefined
  return columns && columns.meanings.size >= SURE ? { height: rows.length, pieces, columns } : undefined
}

/** The words of several lines, those below each other put together. */
function overlapping(rows: readonly Piece[][]): Piece[] {
  const columns: Piece[] = []
  for (const piece of rows.flat()) {
    let own = { ...piece }
    for (let at = columns.length - 1; at >= 0; at -= 1) {
      const one = columns[at]
      if (!one || one.to < own.from || own.to < one.from) continue
      own = {
        text: `${one.text} ${own.text}`,
        from: Math.min(one.from, own.from),
        to: Math.max(one.to, own.to),
      }
      columns.splice(at, 1)
    }
    columns.push(own)
  }
  return columns.sort((one, other) => one.from - other.from)
}
