import type { Line } from '../lines/line.ts'
import type { Row } from './pdf-rows.ts'

/** How much wider than the paper's ordinary line spacing a gap must be to part two paragraphs. */
const GAP = 1.2
/** A council paper's letter is about half as wide as it is high. */
const LETTER_WIDTH = 5.5

/** A printed row as a line. It is numbered when its page is whole. */
export function lineOf({ cells }: Row, gapAbove: boolean, page: number): Line {
  return {
    page,
    line: 0,
    text: cells.map((cell) => cell.text).join(' '),
    cells: cells.map(({ text, x, font }) => ({ text, indent: indentOf(x), font })),
    gapAbove,
    furniture: false,
    heading: cells.every((cell) => cell.bold),
  }
}

/** In characters, from points. */
export function indentOf(x: number): number {
  return Math.round(x / LETTER_WIDTH)
}

/** For each of some rows that follow each other: whether white space parts it from the one above. */
export function gapsAbove(rows: readonly Row[]): boolean[] {
  const steps = rows.map((row, at) => {
    const above = rows[at - 1]
    return !above || row.y < above.y ? Number.POSITIVE_INFINITY : leading(above, row)
  })
  const limit = ordinaryLeading(steps) * GAP
  return steps.map((step) => step > limit)
}

/** From one line to the next, in heights of their letters. */
function leading(above: Row, row: Row): number {
  return (row.y - above.y) / Math.max(row.size, above.size)
}

/** The spacing of lines that follow each other in a paragraph: the tighter ones of the page. */
function ordinaryLeading(steps: readonly number[]): number {
  const sorted = steps.filter(Number.isFinite).sort((one, other) => one - other)
  const tight = sorted[Math.floor(sorted.length / 5)] ?? 1.2
  return Math.min(Math.max(tight, 1), 1.6)
}
