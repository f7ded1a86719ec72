import type { Cell, Line } from '../../lines/line.ts'
import type { Paragraph } from '../../lines/paragraphs.ts'
import { Ballot } from './ballot.ts'
import type { NamedVote } from './named-votes.ts'
import { takeRowsBelow } from './rows-below.ts'
import { voterNamed } from './voters.ts'
import { type Answer, wayInCell } from './ways.ts'

const NAME_HEAD = /^(?:councillors?|cllrs?|members?|names?|councillor name|name of (?:councillor|member))$/i
const VOTE_HEAD = /^(?:votes?|voted|voting|how voted)$/i
const MARK = /^(?:x|✓|✔|√|•|y|yes|1|\*)$/i
const TOTAL = /^(?:(?:grand\s)?totals?|no\.?|number|votes?)\s?:?$/i
/** A list of fewer names is more likely something else. */
const FEWEST = 3

interface Column {
  cell: Cell
  way: Answer
}

/** The recorded vote in a table whose head stands in a paragraph: names in the first column, how each voted beside them. */
export function tabledVoteAt(paragraphs: readonly Paragraph[], at: number): NamedVote | undefined {
  const columns = columnsIn(paragraphs[at]?.first.cells ?? [])
  if (!columns) return undefined
  const ballot = new Ballot()
  let rows = 0
  const below = takeRowsBelow(paragraphs, at, (line) => {
    const row = rowOf(line, columns)
    if (row) {
      rows += 1
      ballot.add(row.way, [row.name])
    }
    return row !== undefined || takeTotals(line, columns, ballot)
  })
  return rows < FEWEST ? undefined : { names: ballot.names, counts: ballot.counts, before: '', ...below }
}

/** "Member / Vote", or at least two ways of voting, with or without a head over the names. */
function columnsIn(cells: readonly Cell[]): Column[] | undefined {
  const columns = cells.flatMap((cell) => {
    const way = wayInCell(cell.text)
    return way ? [{ cell, way }] : []
  })
  if (columns.length >= 2) return columns
  const named = cells.length > 1 && NAME_HEAD.test(cells[0]?.text ?? '')
  return named && cells.some((cell) => VOTE_HEAD.test(cell.text)) ? columns : undefined
}

function rowOf({ cells }: Line, columns: readonly Column[]): { name: string; way: Answer } | undefined {
  const [first, ...others] = cells
  const name = voterNamed(first?.text ?? '')
  if (others.length === 0 || name === undefined) return undefined
  const said = others.map((cell) => wayInCell(cell.text)).find((way) => way !== undefined)
  if (said) return { name, way: said }
  const mark = others.find((cell) => MARK.test(cell.text))
  const way = mark && nearest(mark, columns)?.way
  return way && { name, way }
}

/** "Total   4   5   1" below the marks. */
function takeTotals({ cells }: Line, columns: readonly Column[], ballot: Ballot): boolean {
  const [first, ...others] = cells
  const figures = others.filter(({ text }) => /^\d{1,3}$/.test(text))
  if (!first || !TOTAL.test(first.text) || figures.length < others.length) return false
  for (const cell of figures) {
    const column = nearest(cell, columns)
    if (column) ballot.count(column.way, Number(cell.text))
  }
  return true
}

/** The way of voting in whose column a mark stands. */
function nearest(mark: Cell, columns: readonly Column[]): Column | undefined {
  if (mark.column !== undefined) return columns.find(({ cell }) => cell.column === mark.column)
  const middle = mark.indent + mark.text.length / 2
  const far = ({ cell }: Column): number => Math.abs(cell.indent + cell.text.length / 2 - middle)
  return [...columns].sort((one, other) => far(one) - far(other))[0]
}
