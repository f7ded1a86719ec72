import type { Fragment } from './pdf-page.ts'

/** What is printed on one baseline. */
export interface Row {
  y: number
  size: number
  cells: RowCell[]
  /** What the cells are made of, from the left. */
  parts: readonly Fragment[]
}

export interface RowCell {
  text: string
  x: number
  right: number
  font: string
  /** Every letter of it. */
  bold: boolean
}

/** Of the letter's height: how far a loose baseline may stand from its line, and how far small raised letters. */
const SAME_BASELINE = 0.4
const RAISED = 0.55
const SMALL = 0.85
/** Of the letter's height: less is a kerning pair, more is a space, and much more is another column. */
const SPACE = 0.15
const APART = 1.35
/** Of the letter's height: what is printed again so close is printed to look bold. */
const TWICE = 0.25

/** The rows of upright text, from the top. */
export function rowsOf(fragments: readonly Fragment[]): Row[] {
  const sorted = [...fragments].sort((one, other) => one.y - other.y || one.x - other.x)
  const groups: { y: number; size: number; fragments: Fragment[] }[] = []
  for (const fragment of sorted) {
    const group = groups.at(-1)
    if (group && fragment.y - group.y <= looseness(group, fragment)) {
      group.fragments.push(fragment)
      // The tallest letters say where the line is: a raised "th" comes first but does not.
      if (fragment.size > group.size) {
        group.y = fragment.y
        group.size = fragment.size
      }
    } else groups.push({ y: fragment.y, size: fragment.size, fragments: [fragment] })
  }
  return groups.map(({ y, size, fragments }) => {
    const parts = printedOnce(fragments.sort((one, other) => one.x - other.x))
    return { y, size, cells: cellsOf(parts), parts }
  })
}

function looseness(one: { size: number }, other: { size: number }): number {
  const large = Math.max(one.size, other.size)
  const small = Math.min(one.size, other.size)
  return large * (small <= SMALL * large ? RAISED : SAME_BASELINE)
}

function printedOnce(fragments: Fragment[]): Fragment[] {
  return fragments.filter((fragment, at) => {
    const last = fragments[at - 1]
    if (!last || !isTheSameAgain(last, fragment)) return true
    last.bold = true
    return false
  })
}

function cellsOf(fragments: readonly Fragment[]): RowCell[] {
  const cells: RowCell[] = []
  let from = 0
  let right = 0
  for (const [at, fragment] of fragments.entries()) {
    if (at > from && fragment.x - right > APART * fragment.size) {
      cells.push(cellOf(fragments.slice(from, at)))
      from = at
      right = 0
    }
    right = Math.max(right, fragment.x + fragment.width)
  }
  if (from < fragments.length) cells.push(cellOf(fragments.slice(from)))
  return cells
}

function isTheSameAgain(one: Fragment, other: Fragment): boolean {
  return other.x - one.x <= TWICE * one.size && other.text === one.text
}

/** Fragments of one line, from the left, as one cell. */
export function cellOf(parts: readonly Fragment[]): RowCell {
  const [first, ...more] = parts
  if (!first) return { text: '', x: 0, right: 0, font: '', bold: false }
  const { x } = first
  const letterSpaced = textOfLetters(parts)
  let { text } = first
  let right = x + first.width
  if (more.length === 0) return { text: letterSpaced ?? text, x, right, font: first.font, bold: first.bold }
  const fonts = new Map([[first.font, text.length]])
  for (const part of more) {
    text += part.x - right > SPACE * part.size ? ` ${part.text}` : part.text
    right = Math.max(right, part.x + part.width)
    fonts.set(part.font, (fonts.get(part.font) ?? 0) + part.text.length)
  }
  const bold = parts.every((part) => part.bold)
  return { text: letterSpaced ?? text, x, right, font: commonest(fonts), bold }
}

function commonest(counts: ReadonlyMap<string, number>): string {
  let most = ''
  for (const [font, count] of counts) if (count > (counts.get(most) ?? 0)) most = font
  return most
}

const LETTERS = /^\p{L}(?: \p{L}){0,60}$/u
/** Fewer could be initials, or labels. */
const FEWEST_LETTERS = 4
/** Of the gap between letters: from here on it parts words. */
const WORD_GAP = 1.6

/** "A G E N D A", a heading set wide, as the word that it is. */
function textOfLetters(parts: readonly Fragment[]): string | undefined {
  if (!parts.every(({ text }) => LETTERS.test(text))) return undefined
  const words = parts.map(({ text }) => text.replaceAll(' ', ''))
  if (words.join('').length < FEWEST_LETTERS) return undefined
  if (words.some((word) => word.length > 1)) return words.join(' ')
  const gaps = parts.slice(1).map((part, at) => part.x - (parts[at]?.x ?? 0) - (parts[at]?.width ?? 0))
  const ordinary = gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 3)] ?? 0
  return words.reduce(
    (text, word, at) => text + ((gaps[at - 1] ?? 0) > WORD_GAP * ordinary ? ` ${word}` : word),
  )
}
