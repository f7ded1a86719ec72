import type { Line } from '../../lines/line.ts'
import { restOfLine } from './item-title.ts'
import type { Numbered } from './numbered-lines.ts'
import { isStockTitle } from './stock-titles.ts'

/**
 * An item that begins in the middle of a line, as in texts that lost their line ends: "… were noted. 8. Car Parks:
 * the report". Lists inside an item look the same, so what stands behind the number must look like a title.
 */
const INLINE =
  /(?<=[.;:!?)’”]\s)\(?(?:(?:[A-Z]{1,4}[ ./-]?)?\d{1,4}(?:\/\d{1,4})?[.):]\s{0,3}|\d{1,4}\/\d{2,4}\s{1,3})(?=\p{Lu})/gu
/** "Nothing to discuss on this matter 18. To approve payments": without a mark before it, what stands behind must be asked for. */
const UNMARKED =
  /(?<=\p{Ll}{3}\s)(?<!\b(?:items?|minutes?|pages?|paragraphs?|para|numbers?|clauses?|sections?|rules?|orders?)\s)\d{1,3}\.\s(?=To \p{Ll})/giu
const ASKED_FOR =
  /^To (?:agree|approve|confirm|consider|discuss|elect|note|receive|resolve|review|sign) \p{Ll}/u
/** A clause of a decision, not a title. */
const CLAUSE = /^(?:That|To|RESOLVED|AGREED|The|A|An|It)\b/
/** "Highways: The Clerk reported": a few words, and a mark behind them. */
const MARKED = /^\p{Lu}[\p{L}\s&,’'/]{2,50}?(?:\s?:|\s[-–—])\s/u
const IN_CAPITALS = /^\p{Lu}{2,}[\p{Lu}\s&,’'/-]{4,}/u
/** With so many well-known items in the middle of lines, all items of the paper may stand there. */
const SURE = 2
/** What is shorter holds no end of one item and beginning of the next. */
const SHORT_LINE = 40
/** In letters; more is no list of items. */
const LONGEST = 20_000

/**
 * The lines, parted before each item that begins in the middle of one: of the places that look so, those that the
 * run of the paper's item numbers (`chainOf`) passes through.
 */
export function withItemsApart(
  lines: readonly Line[],
  chainOf: (lines: readonly Line[]) => readonly Numbered[],
): readonly Line[] {
  const places = lines.map((line) => placesIn(line))
  const stock = places.flat().filter(({ title, unmarked }) => !unmarked && isStockTitle(title)).length
  const isItem = ({ title, unmarked }: PlaceInLine): boolean =>
    isStockTitle(title) ||
    (unmarked && ASKED_FOR.test(title)) ||
    (!unmarked && !CLAUSE.test(title) && (stock >= SURE || MARKED.test(title) || IN_CAPITALS.test(title)))
  const starts = places.map((all) => all.filter(isItem).map(({ at }) => at))
  if (starts.every((all) => all.length === 0)) return lines
  const pieces = starts.flatMap((all, index) => [0, ...all].map((at) => ({ index, at })))
  const chosen = new Set(
    chainOf(lines.flatMap((line, index) => parted(line, starts[index] ?? []))).map(
      ({ index }) => pieces[index],
    ),
  )
  const kept = new Map<number, number[]>()
  for (const piece of pieces)
    if (piece.at > 0 && chosen.has(piece)) kept.set(piece.index, [...(kept.get(piece.index) ?? []), piece.at])
  return lines.flatMap((line, index) => parted(line, kept.get(index) ?? []))
}

interface PlaceInLine {
  at: number
  /** What stands behind the number. */
  title: string
  /** Nothing before the number says that a sentence has ended. */
  unmarked: boolean
}

function placesIn({ text, cells }: Line): PlaceInLine[] {
  if (text.length < SHORT_LINE || cells.some(({ column }) => column !== undefined)) return []
  const looked = text.slice(0, LONGEST)
  const placesOf = (pattern: RegExp, unmarked: boolean): PlaceInLine[] =>
    [...looked.matchAll(pattern)].map((match) => {
      const behind = match.index + match[0].length
      return { at: match.index, title: text.slice(behind, behind + 80), unmarked }
    })
  return [...placesOf(INLINE, false), ...placesOf(UNMARKED, true)].sort((one, other) => one.at - other.at)
}

function parted(line: Line, starts: readonly number[]): Line[] {
  if (starts.length === 0) return [line]
  return [0, ...starts].map((from, at) => {
    const text = line.text.slice(from, starts[at]).trim()
    const piece = restOfLine(line, text)
    return at === 0 ? { ...piece, gapAbove: line.gapAbove, heading: line.heading } : piece
  })
}
