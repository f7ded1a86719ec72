import type { Line } from '../../lines/line.ts'
import { councilAlone, looksLikeBody } from '../heading/bodies.ts'
import { type ItemNumber, nearlyFollows, numberAt, stepBetween } from '../items/item-numbers.ts'
import { isStockTitle } from '../items/stock-titles.ts'
import { dateIn } from '../phrases/dates.ts'

/** What the lines of a paper say of business, where the paper does not call itself anything. */

const DECIDED =
  /\b(?:RESOLVED|AGREED)\b|\b(?:it was|was|were) (?:unanimously )?(?:resolved|agreed)\b|\bmoved\b.{0,80}\bseconded\b|\bput to the vote\b/
/** What the minutes of an item say and its agenda does not. */
const HAPPENED =
  /\bRESOLVED\b|^(?:The|Members|Councillors?|Cllrs?|There|It|No|Apologies|A|An|In|Following)\b.{0,200}\b(?:was|were|had|noted|agreed|resolved|reported|introduced|presented|considered|advised|updated|asked|discussed|submitted|appointed|elected|declared|welcomed|moved|proposed)\b/
/** So many lines of what was said and done only minutes have. */
const SEVERAL = 3
const OCCASION =
  /^(?:the )?(?:(?:annual|ordinary|extraordinary|special|monthly|general|full|parish|town|community|council|statutory) ){1,5}meeting\W*$/i
/** Where more numbers are missing, they begin afresh. */
const MOST_PASSED_OVER = 3
/** How far down a list posted without a heading can begin. */
const LIST_BEGINS = 8
const LIST = 80
const FEWEST_NUMBERED = 4
const FEWEST_STOCK = 3

export function saysWhatHappened(lines: readonly Line[], fewest = SEVERAL): boolean {
  return lines.filter((line) => HAPPENED.test(line.text)).length >= fewest
}

/** A body, a day, and what was moved or resolved: minutes that do not call themselves so. */
export function saysWhatWasDecided(lines: readonly Line[]): boolean {
  const head = lines.slice(0, 12)
  const named = head.some((line) => looksLikeBody(line.text) || councilAlone(line.text) !== undefined)
  if (!named || !lines.slice(0, 200).some((line) => DECIDED.test(line.text))) return false
  return head.some((line) => dateIn(line.text)) || hasNumberedHeadings(lines)
}

function hasNumberedHeadings(lines: readonly Line[]): boolean {
  const headings = lines
    .slice(0, 200)
    .filter((line) => line.gapAbove && numberAt(line.text) && !/[.;,]$/.test(line.text))
  return headings.length >= 3
}

/** The items of a meeting and nothing above them, as small councils post them: numbered in a row, or well-known ones. */
export function isListOfBusiness(lines: readonly Line[]): boolean {
  const list = lines.slice(0, LIST).map(({ text, cells }) => ({ text, cells, numbered: numberAt(text) }))
  const stock = list.filter(
    ({ text, cells, numbered }) =>
      isStockTitle(numbered?.rest ?? text) || cells.some((cell) => isStockTitle(cell.text)),
  )
  if (stock.length >= FEWEST_STOCK && list.slice(0, LIST_BEGINS).some((one) => stock.includes(one)))
    return true
  const first = list.findIndex(({ numbered }) => numbered !== undefined)
  return first >= 0 && first < 2 && areInOrder(list.flatMap(({ numbered }) => numbered ?? []))
}

/** "ORDINARY MEETING" between two lists of business, the second numbered afresh: another meeting of the same evening. */
export function beginsAnotherMeeting(lines: readonly Line[], at: number, after: number): boolean {
  const line = lines[at]
  if (!line || !OCCASION.test(line.text) || !(line.gapAbove || line.heading)) return false
  return isNumberedAfresh(lines, at, after)
}

/** Whether the items below a line do not go on with the numbers of those above it. */
export function isNumberedAfresh(lines: readonly Line[], at: number, after: number): boolean {
  const next = lines.slice(at + 1, at + 4).flatMap(({ text }) => numberAt(text) ?? [])[0]
  const before = lines
    .slice(Math.max(after, at - LIST), at)
    .flatMap(({ text }) => numberAt(text) ?? [])
    .at(-1)
  if (!next || !before) return false
  const step = stepBetween(before.number, next.number)
  return step === undefined || step > MOST_PASSED_OVER
}

function areInOrder(all: readonly { number: ItemNumber; rest: string }[]): boolean {
  const titles = all.filter(({ number, rest }) => number.mark !== '' && rest.split(' ').length <= 20)
  if (titles.length < FEWEST_NUMBERED || titles.length < all.length * 0.8) return false
  const followed = titles.filter(({ number }, at) => {
    const before = titles[at - 1]?.number
    return before && (stepBetween(before, number) !== undefined || nearlyFollows(before, number))
  })
  return followed.length >= (titles.length - 1) * 0.8
}
