import { fitOf, holdsSentences } from './cell-fit.ts'
import type { Columns } from './columns.ts'
import type { Meaning } from './heads.ts'

/** What stands in each column of one row: the indices of its texts. */
export type AlignedRow = Map<number, number[]>

/** So many texts are dealt at once, which keeps what is held in memory small. */
const AT_ONCE = 4000

/** Where the text before stands: in a column, which is the same one where a cell goes on, or a row above. */
interface Way {
  score: number
  from: number
  newRow: boolean
}

/**
 * The rows that a list of texts makes up when it is dealt to the columns of a table in their order: of all ways the one
 * in which the texts suit their columns best, where a column can be empty or hold several texts.
 */
export function alignedRows(texts: readonly string[], columns: Columns): AlignedRow[] {
  const rows: AlignedRow[] = []
  for (let from = 0; from < texts.length; ) {
    const to = Math.min(from + AT_ONCE, texts.length)
    const dealt = dealtRows(texts.slice(from, to), columns)
    // The last row may go on behind the texts that were dealt.
    const whole = to < texts.length && dealt.length > 1 ? dealt.slice(0, -1) : dealt
    for (const row of whole) rows.push(shifted(row, from))
    const next = whole.length < dealt.length ? from + firstOf(dealt.at(-1)) : to
    from = Math.max(next, from + 1)
  }
  return rows
}

function shifted(row: AlignedRow, by: number): AlignedRow {
  return new Map([...row].map(([column, indices]) => [column, indices.map((index) => index + by)]))
}

function firstOf(row: AlignedRow | undefined): number {
  return row ? Math.min(...[...row.values()].map(([first = 0]) => first)) : 0
}

function dealtRows(cells: readonly string[], columns: Columns): AlignedRow[] {
  const meanings = Array.from(
    { length: columns.width },
    (_, column): Meaning => columns.meanings.get(column) ?? 'other',
  )
  const empty = meanings.map((meaning, column) => costOfEmpty(meaning, column, columns.main))
  const ways: Way[][] = []
  for (const [at, text] of cells.entries()) {
    const above = ways[at - 1]
    const finished = above && bestRowAbove(above, empty)
    ways.push(
      meanings.map((meaning, column) => {
        const way = bestWay(above, finished, column, empty, costOfGoingOn(cells[at - 1] ?? '', text, meaning))
        return { ...way, score: way.score + fitOf(text, meaning) }
      }),
    )
  }
  return tracedBack(ways, empty)
}

/** The best of the ways in which a text can come to stand in a column. */
function bestWay(
  above: readonly Way[] | undefined,
  finished: { score: number; from: number } | undefined,
  column: number,
  empty: readonly number[],
  goingOn: number,
): Way {
  const begins = (finished?.score ?? 0) - sum(empty, 0, column)
  let best: Way = { score: begins, from: finished?.from ?? -1, newRow: true }
  if (!above) return best
  let skipped = 0
  for (let from = column; from >= 0; from -= 1) {
    const way = above[from]
    if (!way) continue
    const score = way.score - (from === column ? goingOn : skipped)
    if (score > best.score) best = { score, from, newRow: false }
    if (from < column) skipped += empty[from] ?? 0
  }
  return best
}

/** The row above is finished: what stands in none of its last columns is empty. */
function bestRowAbove(above: readonly Way[], empty: readonly number[]): { score: number; from: number } {
  let best = { score: Number.NEGATIVE_INFINITY, from: -1 }
  for (const [from, way] of above.entries()) {
    const score = way.score - sum(empty, from + 1, empty.length)
    if (score > best.score) best = { score, from }
  }
  return best
}

function tracedBack(ways: readonly (readonly Way[])[], empty: readonly number[]): AlignedRow[] {
  const rows: AlignedRow[] = []
  let row: AlignedRow = new Map()
  const last = ways.at(-1)
  let column = last ? bestRowAbove(last, empty).from : -1
  for (let at = ways.length - 1; at >= 0; at -= 1) {
    const way = ways[at]?.[column]
    if (!way) break
    const own = row.get(column)
    if (own) own.unshift(at)
    else row.set(column, [at])
    if (way.newRow) {
      rows.push(row)
      row = new Map()
    }
    column = way.from
  }
  return rows.reverse()
}

function sum(costs: readonly number[], from: number, to: number): number {
  let total = 0
  for (let at = from; at < to; at += 1) total += costs[at] ?? 0
  return total
}

/** How unlikely it is that a cell is empty: a date or a minute often stands once for several rows. */
function costOfEmpty(meaning: Meaning, column: number, main: number): number {
  if (column === main) return 14
  switch (meaning) {
    case 'date':
    case 'meetingDate':
    case 'executiveDate':
    case 'minute':
    case 'meetingAndMinute':
    case 'origin':
    case 'section':
      return column < main ? 1 : 2
    case 'number':
    case 'reference':
      return 4
    case 'status':
    case 'rag':
    case 'owner':
      return 3
    default:
      return 2
  }
}

/** How unlikely it is that a text is more of the cell before it, rather than the next cell. */
function costOfGoingOn(before: string, text: string, meaning: Meaning): number {
  const runsOn = /^[\p{Ll}(&]/u.test(text) && !/[.;:!?]$/.test(before)
  const isListed = /^(?:[·•▪*–-]|\(?[a-z\d]{1,3}[).])\s/.test(text)
  const cost = holdsSentences(meaning) ? 2.5 : 5
  if (runsOn) return cost - 4
  return isListed && holdsSentences(meaning) ? 0.5 : cost
}
