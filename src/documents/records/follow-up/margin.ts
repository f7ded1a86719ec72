import type { Cell, Line } from '../../lines/line.ts'
import { ownerOf } from './undertakings.ts'

const HEAD = /^actions?(?:\s(?:by|required|for|owner))?:?$|^by whom:?$/i
/** How far from its head the margin's text can begin, in characters. */
const SLACK = 6

/**
 * The lines of an item without the margin that some minutes keep for who is to act, and who stands there, by the
 * line that begins the paragraph beside it.
 */
export function withoutMargin(
  body: readonly Line[],
  lines: readonly Line[],
): { body: readonly Line[]; owners: ReadonlyMap<Line, string> } {
  const owners = new Map<Line, string>()
  const margin = marginIn(lines)
  if (!margin) return { body, owners }
  const left: Line[] = []
  let first: Line | undefined
  for (const line of body) {
    const last = line.cells.at(-1)
    const owner = last && isIn(margin, last) && last.text.split(' ').length <= 5 ? last.text : undefined
    const cells = owner === undefined ? line.cells : line.cells.slice(0, -1)
    const rest: Line =
      owner === undefined ? line : { ...line, cells, text: cells.map((cell) => cell.text).join(' ') }
    if (cells.length > 0) {
      if (!first || line.gapAbove) first = rest
      left.push(rest)
    }
    if (owner !== undefined && first && !HEAD.test(owner)) owners.set(first, ownerOf(owner))
  }
  return { body: left, owners }
}

/** Below its head, which stands at the right of a line or in the last column of the table. */
function marginIn(lines: readonly Line[]): Cell | undefined {
  for (const { cells } of lines) {
    const last = cells.at(-1)
    const apart = last && (last.indent > 50 || (last.column ?? 0) > 0)
    if (apart && cells.length < 4 && HEAD.test(last.text)) return last
  }
  return undefined
}

function isIn(margin: Cell, cell: Cell): boolean {
  if (margin.column !== undefined) return cell.column === margin.column
  return cell.indent >= margin.indent - SLACK
}
