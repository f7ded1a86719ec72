import { indentOf, type Line } from '../../lines/line.ts'
import { dateIn } from '../phrases/dates.ts'
import { timeIn } from '../phrases/times.ts'
import { type ItemNumber, numberAt, stepBetween } from './item-numbers.ts'
import { isStockTitle } from './stock-titles.ts'

/** A line that begins with a number and may be an item. */
export interface Numbered {
  index: number
  number: ItemNumber
  /** What follows the number on its line. */
  rest: string
  indent: number
  /** How much it looks like the heading of an item. */
  worth: number
  /** Whether no text stands between it and the next number, as in the rows of a table. */
  row: boolean
  /** Whether it is marked as closed to the public before its number. */
  closed: boolean
}

/** "… the report in Appendix" above "12. He then": the number belongs to the sentence. */
const GOES_ON_WITH_NUMBER =
  /\b(?:appendix|appendices|annex|paragraphs?|sections?|items?|minutes?|pages?|tables?|figures?|recommendations?|clauses?|schedule|order|regulation|part|phase|wards?|of|the|in|at|to|by|than|and)$/i
/** A shorter line is a head of a table, as "Item  Page" is. */
const FULL_LINE = 25
/** How a numbered paragraph begins that argues or tells. */
const ARGUES =
  /^(?:However|Overall|I|We|As|That|This|These|If|When|Before|Although|Because|Since|In addition|Further|Whether|How|What|Why|Do|Does|Is|Are)\b/
const LEADS_IN = /(?:\b(?:that|to)|:|[-–—])$/i
const CLAUSE = /[.;,]$|\band$|^(?:that|to|the|an?|\p{Ll}+|\p{L}{3,12}ed)\b/iu
const LEAST_WORTH = 0.1
/** A paper of more numbered lines than this is something else; it keeps the search bounded. */
const MOST = 1500
/** A row of a table, with what runs over of it. */
const TALLEST_ROW = 3

/** Every line of a paper that may be an item by its number. */
export function numberedLines(lines: readonly Line[]): Numbered[] {
  const found: Numbered[] = []
  for (const [index, line] of lines.entries()) {
    if (found.length >= MOST) break
    const read = numberAt(line.text)
    if (!read || !mayBeItem(lines, index, read)) continue
    const { number, rest, closed } = read
    const one = { index, number, rest, indent: indentOf(line), row: false, closed }
    found.push({ ...one, worth: worthOf(lines, one) })
  }
  for (const [at, one] of found.entries()) {
    const next = found[at + 1]
    // Rows follow each other; a title with a list of its own below it is none.
    const isNext = !next || stepBetween(one.number, next.number) !== undefined
    one.row = isNext && isRow(lines.slice(one.index, next?.index ?? one.index + 9))
  }
  for (const clause of clausesIn(lines, found)) clause.worth = LEAST_WORTH
  return found
}

/** The numbered clauses below a lead-in: "RESOLVED that:" above "1. The swings be repaired." and "2. …". */
function clausesIn(lines: readonly Line[], all: readonly Numbered[]): Numbered[] {
  const clauses: Numbered[] = []
  for (const [at, one] of all.entries()) {
    const before = clauses.at(-1)
    const begins = one.number.numbers.join() === '1' && LEADS_IN.test(lines[one.index - 1]?.text ?? '')
    const goesOn =
      before !== undefined && before === all[at - 1] && stepBetween(before.number, one.number) === 0
    if ((begins || goesOn) && CLAUSE.test(one.rest) && !isStockTitle(one.rest)) clauses.push(one)
  }
  return clauses
}

function mayBeItem(
  lines: readonly Line[],
  index: number,
  { number, rest }: { number: ItemNumber; rest: string },
): boolean {
  const text = lines[index]?.text ?? ''
  const before = lines[index - 1]
  // The head of a table, "Item  Title  Pages", is no sentence.
  const above = before?.cells.length === 1 ? before.text : ''
  if (!lines[index]?.gapAbove && above.length >= FULL_LINE && GOES_ON_WITH_NUMBER.test(above)) return false
  if (rest === '') return lines[index + 1] !== undefined
  const threePart = number.figures.length === 3 && text.startsWith(number.figures.join('.'))
  if (!threePart && (dateIn(text)?.index === 0 || timeIn(text)?.index === 0)) return false
  if (
    /^(?:ST|ND|RD|TH)\b/.test(rest) ||
    /^(?:%|million|minutes|mins|hours|members?|working|clear|days|pages?|copies|votes?)\b/.test(rest)
  )
    return false
  // "70 Quay Street" is an address, "1.2" a paragraph: a bare number needs a heading after it.
  return /[.):]/.test(number.mark) || /^[\p{Lu}‘“'"(]|^\d+(?:[/-]\d{2,4})? \p{L}|^\d{2,4}\/\d{3}/u.test(rest)
}

function worthOf(lines: readonly Line[], one: Pick<Numbered, 'index' | 'number' | 'rest'>): number {
  const line = lines[one.index]
  const title = titleAt(lines, one)
  let score = isStockTitle(title) ? 3 : 2
  if (!/^[\p{Lu}\d‘“'"(]/u.test(title)) score -= 1.5
  if (/[;,]$/.test(title)) score -= 1
  if (/[.?]$/.test(title) && title.split(' ').length > 7) score -= 0.8
  if (/\b(?:must|should|may|will be|are asked|please)\b/i.test(title.slice(0, 200))) score -= 0.5
  if (ARGUES.test(title)) score -= 1
  // A list in a further column of a table belongs to its row.
  if ((line?.cells[0]?.column ?? 0) > 0) score -= 1.5
  // "P4/27" is sure to be a number where "4" is not.
  if (one.number.mark === '' && one.number.prefix === '' && one.number.figures.length === 1) score -= 0.7
  if (line?.gapAbove) score += 0.4
  if (line?.heading) score += 0.5
  if (/\(pages? \d/i.test(line?.text ?? '')) score += 1
  return Math.max(score, LEAST_WORTH)
}

/** The first words of a title: behind the number, or below it where it stands alone. */
function titleAt(lines: readonly Line[], { index, rest }: Pick<Numbered, 'index' | 'rest'>): string {
  return rest || (lines[index + 1]?.text ?? '')
}

/** How many of these lines have a title that nearly every council has on its agenda. */
export function stockItems(lines: readonly Line[], run: readonly Numbered[]): number {
  return run.filter((one) => isStockTitle(titleAt(lines, one))).length
}

/** A block from one number to the next that holds no sentence and no white space. */
function isRow(block: readonly Line[]): boolean {
  if (block.length > TALLEST_ROW) return false
  return block.every(
    (line, at) =>
      (at === 0 || !line.gapAbove) && !/[.?!;]$|:(?:\s|-|$)/.test(line.text) && line.text.length < 160,
  )
}
