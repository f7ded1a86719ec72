import { foldSpace } from '../lines/clean-text.ts'
import type { Cell, Line } from '../lines/line.ts'
import { columnsApart } from './pdf-columns.ts'
import type { Fragment } from './pdf-page.ts'

export interface Row {
  y: number
  size: number
  cells: (Cell & { x: number; right: number })[]
}

/** Of the letter's height: how far a raised "th" or a loose baseline may stand from its line. */
const SAME_BASELINE = 0.4
/** Of the letter's height: less is a kerning pair, more is a space, and much more is another column. */
const SPACE = 0.15
const APART = 1.35
/** How much wider than the paper's ordinary line spacing a gap must be to part two paragraphs. */
const GAP = 1.2
/** A council paper's letter is about half as wide as it is high. */
const LETTER_WIDTH = 5.5

/** The lines of a page in reading order: by baseline, columns one after the other, what is sideways last. */
export function linesFromFragments(fragments: readonly Fragment[], page: number): Line[] {
  const upright = fragments.filter((fragment) => !fragment.sideways)
  const sideways = fragments.filter((fragment) => fragment.sideways)
  const lines: Line[] = []
  for (const rows of [...columnsApart(rowsOf(upright)), sidewaysRows(sideways)]) {
    const ordinary = ordinaryLeading(rows)
    for (const [at, row] of rows.entries()) {
      const text = foldSpace(row.cells.map((cell) => cell.text).join(' '))
      if (text === '') continue
      const above = rows[at - 1]
      const gapAbove = !above || row.y < above.y || leading(above, row) > ordinary * GAP
      const cells = row.cells.map(({ text, indent, font }) =>
        font === undefined ? { text, indent } : { text, indent, font },
      )
      lines.push({ page, line: lines.length + 1, text, cells, gapAbove, furniture: false, heading: false })
    }
  }
  return lines
}

function rowsOf(fragments: readonly Fragment[]): Row[] {
  const sorted = [...fragments].sort((one, other) => one.y - other.y || one.x - other.x)
  const groups: { y: number; size: number; fragments: Fragment[] }[] = []
  for (const fragment of sorted) {
    const group = groups.at(-1)
    if (group && fragment.y - group.y <= SAME_BASELINE * Math.max(group.size, fragment.size)) {
      group.fragments.push(fragment)
      // The tallest letters say where the line is: a raised "th" comes first but does not.
      if (fragment.size > group.size) Object.assign(group, { y: fragment.y, size: fragment.size })
    } else groups.push({ y: fragment.y, size: fragment.size, fragments: [fragment] })
  }
  return groups.map(({ y, size, fragments }) => ({ y, size, cells: cellsOf(fragments) }))
}

function cellsOf(fragments: Fragment[]): Row['cells'] {
  fragments.sort((one, other) => one.x - other.x)
  const cells: Row['cells'] = []
  const letters: Map<string, number>[] = []
  for (const fragment of fragments) {
    const cell = cells.at(-1)
    const fonts = letters.at(-1)
    const right = fragment.x + fragment.width
    const gap = cell ? fragment.x - cell.right : Number.POSITIVE_INFINITY
    if (cell && fonts && gap <= APART * fragment.size) {
      const spaced = gap > SPACE * fragment.size && !cell.text.endsWith(' ')
      cell.text += (spaced ? ' ' : '') + fragment.text
      cell.right = Math.max(cell.right, right)
      fonts.set(fragment.font, (fonts.get(fragment.font) ?? 0) + fragment.text.length)
    } else {
      const indent = Math.round(fragment.x / LETTER_WIDTH)
      cells.push({ text: fragment.text, x: fragment.x, right, indent, font: fragment.font })
      letters.push(new Map([[fragment.font, fragment.text.length]]))
    }
  }
  return cells.map((cell, at) => ({
    ...cell,
    text: foldSpace(cell.text),
    font: commonest(letters[at]) ?? '',
  }))
}

function commonest(counts: Map<string, number> | undefined): string | undefined {
  return [...(counts ?? [])].sort((one, other) => other[1] - one[1])[0]?.[0]
}

function sidewaysRows(fragments: readonly Fragment[]): Row[] {
  return fragments.map((fragment) => ({
    y: fragment.y,
    size: fragment.size,
    cells: [
      { text: foldSpace(fragment.text), x: fragment.x, right: fragment.x, indent: 0, font: fragment.font },
    ],
  }))
}

/** From one line to the next, in heights of their letters. */
function leading(above: Row, row: Row): number {
  return (row.y - above.y) / Math.max(row.size, above.size)
}

/** The spacing of lines that follow each other in a paragraph: the tighter ones of the page. */
function ordinaryLeading(rows: readonly Row[]): number {
  const steps: number[] = []
  for (const [at, row] of rows.entries()) {
    const above = rows[at - 1]
    if (above && row.y > above.y) steps.push(leading(above, row))
  }
  steps.sort((one, other) => one - other)
  const tight = steps[Math.floor(steps.length / 5)] ?? 1.2
  return Math.min(Math.max(tight, 1), 1.6)
}
