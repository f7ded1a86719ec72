import type { Line } from '../../lines/line.ts'
import type { Numbered } from './numbered-lines.ts'

/** What is set in so far, in characters, is a list inside an item; "9." and "10." may stand a little apart. */
const NESTED = 3

/** How differently two numbered lines are printed; the items of one paper look alike, a list inside one of them does not. */
export function unlike(lines: readonly Line[], one: Numbered, other: Numbered): number {
  const line = lines[one.index]
  const next = lines[other.index]
  const indents = Math.abs(one.indent - other.indent) >= NESTED ? 1.2 : 0
  const marks = one.number.mark === other.number.mark ? 0 : 1.5
  const alone = (one.rest === '') === (other.rest === '') ? 0 : 1.2
  const headings = line?.heading === next?.heading ? 0 : 0.6
  const gaps = line?.gapAbove === next?.gapAbove ? 0 : 0.6
  const tables = line?.row?.table === next?.row?.table ? 0 : 0.8
  const sentences = isSentence(one) === isSentence(other) ? 0 : 0.5
  return indents + marks + alone + headings + gaps + tables + sentences
}

/** "A wall of stone." is an entry of a list; "Planning: None." is a title with what was said. */
export function isSentence({ rest }: Numbered): boolean {
  return /\.$/.test(rest) && !rest.includes(':')
}
