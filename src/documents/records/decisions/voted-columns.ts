import type { Cell, Line } from '../../lines/line.ts'
import type { Paragraph } from '../../lines/paragraphs.ts'
import { Ballot } from './ballot.ts'
import { listsAt } from './name-lists.ts'
import type { NamedVote } from './named-votes.ts'
import { takeRowsBelow } from './rows-below.ts'
import { countAfter, namesIn } from './voter-lists.ts'
import { type Answer, wayInCell } from './ways.ts'

/** Where the council divides between a motion and an amendment, the amendment's voters are against the motion. */
const DIVISION: readonly [RegExp, Answer][] = [
  [/^(?:for )?(?:the )?motion(?: \(\d{1,3}\))?:?$/i, 'for'],
  [/^(?:for )?(?:the )?amendment(?: \(\d{1,3}\))?:?$/i, 'against'],
  [/^(?:no vote|abst\w{3,8}|declined to vote)(?: \(\d{1,3}\))?:?$/i, 'abstain'],
]
interface Column {
  cell: Cell
  way: Answer
  names: string[]
  count: number | undefined
}

/** The recorded vote whose names stand side by side below heads: For, Against and Abstain, or Motion and Amendment. */
export function votedColumnsAt(paragraphs: readonly Paragraph[], at: number): NamedVote | undefined {
  const columns = columnsIn(paragraphs[at]?.first.cells ?? [])
  if (!columns) return undefined
  const below = takeRowsBelow(paragraphs, at, (line) => takeRow(line, columns))
  const named = columns.filter(({ names }) => names.length > 0)
  if (named.length < 2 && !(named[0] && columns.some(({ count }) => count === 0))) return undefined
  const ballot = new Ballot()
  for (const { way, names, count } of columns) {
    ballot.add(way, names)
    ballot.count(way, count)
  }
  const others = below.after === '' ? listsAt(paragraphs, below.next) : undefined
  for (const { way, names, count } of others?.lists ?? []) {
    ballot.add(way, names)
    ballot.count(way, count)
  }
  return { names: ballot.names, counts: ballot.counts, before: '', ...below, ...others?.below }
}

function columnsIn(cells: readonly Cell[]): Column[] | undefined {
  if (cells.length < 2 || cells.length > 4) return undefined
  const division = cells.every(({ text }) => DIVISION.some(([head]) => head.test(text)))
  const columns = cells.flatMap((cell) => {
    const way = division ? DIVISION.find(([head]) => head.test(cell.text))?.[1] : wayInCell(cell.text)
    return way ? [{ cell, way, names: [], count: countAfter(cell.text) }] : []
  })
  return columns.length === cells.length && columns.some(({ way }) => way === 'for') ? columns : undefined
}

/** Put the names of a row into their columns; whether it was one. */
function takeRow({ cells }: Line, columns: readonly Column[]): boolean {
  let last: Column | undefined
  const read = cells.map((cell) => {
    // "(8)" stands right behind the last name of its column.
    const column = last && IN_BRACKETS.test(cell.text) ? last : nearest(cell, columns)
    last = column
    if (COUNT.test(cell.text)) return { column, names: [], count: Number(/\d+/.exec(cell.text)?.[0]) }
    const names = cell.text.length > 200 ? undefined : namesIn(cell.text)
    return names && { column, names, count: countAfter(cell.text) }
  })
  if (read.length === 0 || read.some((cell) => cell === undefined)) return false
  for (const cell of read) {
    if (!cell?.column) continue
    cell.column.names.push(...cell.names)
    cell.column.count = cell.count ?? cell.column.count
  }
  return true
}

const COUNT = /^(?:total:?\s?)?\(?\d{1,3}\)?$/i
const IN_BRACKETS = /^\(\d{1,3}\)$/

/** The column whose left edge a cell shares, or nearly. */
function nearest(cell: Cell, columns: readonly Column[]): Column | undefined {
  if (cell.column !== undefined) return columns.find((column) => column.cell.column === cell.column)
  const far = (column: Column): number => Math.abs(column.cell.indent - cell.indent)
  return [...columns].sort((one, other) => far(one) - far(other))[0]
}
