import type { Cell, Line } from '../../lines/line.ts'
import type { Paragraph } from '../../lines/paragraphs.ts'
import type { VoteNames } from '../../record.ts'
import type { NamedVote } from './named-votes.ts'
import { countAfter, namesIn } from './voter-lists.ts'
import { type Counts, type Way, wayInCell } from './ways.ts'

/** Where the council divides between a motion and an amendment, the amendment's voters are against the motion. */
const DIVISION: readonly [RegExp, Way][] = [
  [/^(?:the )?motion(?: \(\d{1,3}\))?$/i, 'for'],
  [/^(?:the )?amendment(?: \(\d{1,3}\))?$/i, 'against'],
  [/^(?:no vote|abst\w{3,8}|declined to vote)(?: \(\d{1,3}\))?$/i, 'abstain'],
]
/** No column of names is longer. */
const LONGEST = 100
/** One word with a capital that looks like a surname and is none. */
const NO_NAME =
  /^(?:carried|lost|resolved|agreed|motion|amendment|decision|tie[d]?|vote|voting|result|noted|approved|reasons?)\b/i

interface Column {
  cell: Cell
  way: Way
  names: string[]
  count: number | undefined
}

/** The recorded vote whose names stand side by side below heads: For, Against and Abstain, or Motion and Amendment. */
export function votedColumnsAt(paragraphs: readonly Paragraph[], at: number): NamedVote | undefined {
  const opening = paragraphs[at]
  const head = opening?.first
  const columns = head && columnsIn(head)
  if (!columns) return undefined
  const lines: { line: Line; paragraph: number }[] = []
  for (let index = at; index < Math.min(paragraphs.length, at + LONGEST); index += 1) {
    for (const line of paragraphs[index]?.lines ?? [])
      if (line !== head) lines.push({ line, paragraph: index })
  }
  const end = lines.findIndex(({ line }) => !takeRow(line, columns))
  const named = columns.filter(({ names }) => names.length > 0)
  if (named.length < 2 && !(named[0] && columns.some(({ count }) => count === 0))) return undefined
  const stop = lines[end]
  const after = stop
    ? lines.filter(
        ({ line, paragraph }, index) => index >= end && paragraph === stop.paragraph && line !== head,
      )
    : []
  const names: VoteNames = {}
  const counts: Counts = {}
  for (const column of columns) {
    if (column.names.length > 0) names[column.way] = [...(names[column.way] ?? []), ...column.names]
    if (column.count !== undefined) counts[column.way] = column.count
  }
  return {
    names,
    counts,
    next: stop ? stop.paragraph + 1 : paragraphs.length,
    before: '',
    after: after.map(({ line }) => line.text).join(' '),
  }
}

function columnsIn({ cells }: Line): Column[] | undefined {
  if (cells.length < 2 || cells.length > 4) return undefined
  const division =
    cells.filter(({ text }) => DIVISION.some(([head]) => head.test(text))).length === cells.length
  const columns = cells.flatMap((cell) => {
    const way = division ? DIVISION.find(([head]) => head.test(cell.text))?.[1] : wayInCell(cell.text)
    return way ? [{ cell, way, names: [], count: countAfter(cell.text) }] : []
  })
  if (columns.length < cells.length || !columns.some(({ way }) => way === 'for')) return undefined
  return columns
}

/** Put the names of a row into their columns; whether it was one. */
function takeRow(line: Line, columns: readonly Column[]): boolean {
  const read = line.cells.map((cell) => {
    const column = nearest(cell, columns)
    if (/^(?:total:?\s?)?\d{1,3}$/i.test(cell.text))
      return { column, names: [], count: Number(/\d+/.exec(cell.text)?.[0]) }
    const names = NO_NAME.test(cell.text) || cell.text.length > 200 ? undefined : namesIn(cell.text)
    return names && { column, names, count: /^(?:none|nil)$/i.test(cell.text) ? 0 : undefined }
  })
  if (read.length === 0 || read.some((cell) => cell === undefined)) return false
  for (const cell of read) {
    if (!cell?.column) continue
    cell.column.names.push(...cell.names)
    if (cell.count !== undefined) cell.column.count = cell.count
  }
  return true
}

/** The column whose left edge a cell shares, or nearly. */
function nearest(cell: Cell, columns: readonly Column[]): Column | undefined {
  if (cell.column !== undefined) return columns.find((column) => column.cell.column === cell.column)
  const far = (column: Column): number => Math.abs(column.cell.indent - cell.indent)
  return [...columns].sort((one, other) => far(one) - far(other))[0]
}
