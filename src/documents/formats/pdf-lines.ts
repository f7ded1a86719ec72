import type { Line } from '../lines/line.ts'
import type { Row } from './pdf-rows.ts'

/** How much wider than the paper's ordinary line spacing a gap must be to part two paragraphs. */
const GAP = 1.2
/** So few lines say little of how a page is spaced. */
const FEW_STEPS = 6
/** A council paper's letter is about half as wide as it is high. */
const LETTER_WIDTH = 5.5

/** Nothing a person reads in one line is longer; it keeps the rules' work bounded. */
const LONGEST_LINE = 20_000
const MOST_CELLS = 200

/** A printed row as a line. It is numbered when its page is whole. */
export function lineOf(row: Row, gapAbove: boolean, page: number): Line {
  const cells = row.cells.length > MOST_CELLS ? row.cells.slice(0, MOST_CELLS) : row.cells
  return {
    page,
    line: 0,
    text: bounded(cells.map((cell) => cell.text).join(' ')),
    cells: cells.map(({ text, x, font }) => ({ text: bounded(text), indent: indentOf(x), font })),
    gapAbove,
    furniture: false,
    heading: cells.every((cell) => cell.bold),
  }
}

export function bounded(text: string): string {
  return text.length > LONGEST_LINE ? text.slice(0, LONGEST_LINE) : text
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
  // A few lines, such as the headings above a table, may all stand apart.
  const widest = sorted.length < FEW_STEPS ? 1.3 : 1.6
  return Math.min(Math.max(tight, 1), widest)
}
