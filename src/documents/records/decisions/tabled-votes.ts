import type { Cell, Line } from '../../lines/line.ts'
import type { Paragraph } from '../../lines/paragraphs.ts'
import type { VoteNames } from '../../record.ts'
import type { NamedVote } from './named-votes.ts'
import { voterNamed } from './voters.ts'
import { type Way, wayInCell } from './ways.ts'

const NAME_HEAD = /^(?:councillors?|members?|names?|councillor name|name of (?:councillor|member))$/i
const VOTE_HEAD = /^(?:votes?|voted|voting|how voted)$/i
const MARK = /^(?:x|✓|✔|√|•|y|yes|1|\*)$/i
/** No council has more members. */
const LONGEST = 200
/** A list of fewer names is more likely something else. */
const FEWEST = 3

/** The recorded vote in a table whose head stands in a paragraph: a column of names beside how each voted. */
export function tabledVoteAt(paragraphs: readonly Paragraph[], at: number): NamedVote | undefined {
  const head = paragraphs[at]?.first
  const [nameHead, ...others] = head?.cells ?? []
  if (!nameHead || others.length === 0 || !NAME_HEAD.test(nameHead.text)) return undefined
  const columns = others.flatMap((cell) => {
    const way = wayInCell(cell.text)
    return way ? [{ cell, way }] : []
  })
  if (columns.length < 2 && !others.some((cell) => VOTE_HEAD.test(cell.text))) return undefined
  const names: VoteNames = {}
  let next = at
  let rows = 0
  for (; next < Math.min(paragraphs.length, at + LONGEST); next += 1) {
    const lines = paragraphs[next]?.lines ?? []
    const read = lines.slice(next === at ? 1 : 0).map((line) => rowOf(line, columns))
    if (read.some((row) => row === undefined) || (next > at && read.length === 0)) break
    for (const row of read) {
      if (!row) continue
      rows += 1
      names[row.way] = [...(names[row.way] ?? []), row.name]
    }
  }
  if (rows < FEWEST) return undefined
  return { names, counts: {}, next, before: '' }
}

interface Column {
  cell: Cell
  way: Way
}

function rowOf(line: Line, columns: readonly Column[]): { name: string; way: Way } | undefined {
  const [first, ...others] = line.cells
  const name = voterNamed(first?.text ?? '')
  if (others.length === 0 || name === undefined) return undefined
  const said = others.map((cell) => wayInCell(cell.text)).find((way) => way !== undefined)
  if (said) return { name, way: said }
  const mark = others.find((cell) => MARK.test(cell.text))
  const way = mark && nearest(mark, columns)
  return way && { name, way }
}

/** The way of voting in whose column a mark stands. */
function nearest(mark: Cell, columns: readonly Column[]): Way | undefined {
  if (mark.column !== undefined) return columns.find(({ cell }) => cell.column === mark.column)?.way
  const middle = mark.indent + mark.text.length / 2
  const far = ({ cell }: Column): number => Math.abs(cell.indent + cell.text.length / 2 - middle)
  return [...columns].sort((one, other) => far(one) - far(other))[0]?.way
}
