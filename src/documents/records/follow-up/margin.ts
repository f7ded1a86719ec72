import type { Line } from '../../lines/line.ts'
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
  const indent = marginIn(lines)
  if (indent === undefined) return { body, owners }
  const left: Line[] = []
  let first: Line | undefined
  for (const line of body) {
    const last = line.cells.at(-1)
    const inMargin = last && last.indent >= indent - SLACK && last.text.split(' ').length <= 5
    const cells = inMargin ? line.cells.slice(0, -1) : line.cells
    const rest: Line = inMargin ? { ...line, cells, text: cells.map((cell) => cell.text).join(' ') } : line
    if (cells.length > 0) {
      if (!first || line.gapAbove) first = rest
      left.push(rest)
    }
    if (inMargin && first && !HEAD.test(last.text)) owners.set(first, ownerOf(last.text))
  }
  return { body: left, owners }
}

/** Where the margin begins: below its head, which stands at the right of a line. */
function marginIn(lines: readonly Line[]): number | undefined {
  for (const line of lines) {
    const last = line.cells.at(-1)
    if (last && last.indent > 50 && HEAD.test(last.text)) return last.indent
  }
  return undefined
}
