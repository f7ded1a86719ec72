import type { Line } from '../../lines/line.ts'
import { dateIn } from '../phrases/dates.ts'
import { isTitled } from '../phrases/names.ts'
import { timeIn } from '../phrases/times.ts'
import { numberAt } from './item-numbers.ts'
import { inColumnOf, isTimeAlone } from './item-table.ts'
import { DESCRIBES, restOfLine, tidyTitle } from './item-title.ts'
import { isRangeAlone } from './page-ranges.ts'
import type { TitleLine } from './titled-sections.ts'

/** A way in which titles without numbers stand apart from what is said under them. */
export interface Look {
  titleAt(lines: readonly Line[], index: number): TitleLine | undefined
  /** How many titles, and how many well-known ones among them, make sure that these are the items. */
  fewest: number
  stock: number
  /** Whether they have a mark that no line of a front sheet has. */
  marked?: true
}

/** Bold or loud words that stand inside an item. */
const WITHIN =
  /^(?:minutes\s?:?$|date\s?:?$|additional documents|(?:resolved|agreed|recommend|action|proposed|seconded|decision|recorded vote|for|against|abstain|note[ds]?|signed|chair(?:man|person)?(?:'s|’s)? (?:signature|initials)|the meeting|meeting (?:closed|ended|concluded)|end of|approved|refused|granted|received|motion|amendment|reasons?|purpose|background|venue|time|present|in attendance|public document|agenda|page \d)\b)/i
/** Who signs, and what surrounds a page on a site. */
const NO_BUSINESS =
  /^(?:(?:acting |interim |deputy )?(?:proper officer|chief executive|(?:town |parish )?clerk(?: to\b.*)?$|monitoring officer|head of|(?:corporate |executive |strategic )?director of)|published|posted|dated|issued|copyright|skip to|share this|leave a|home$|menu$|twitter|facebook|telephone|council offices)\b|,\s(?:(?:town |parish )?clerk|chief executive|proper officer)\b|@|\bwww\.|https?:/i
const LONGEST_HEADING = 16
const LONGEST_SECTIONED = 200
/** No title runs over more lines of a timetable. */
const TALLEST = 4
/** A title without any sign of its own is shorter. */
const LONGEST_PLAIN = 14

/** Headings that the file itself ranks. */
export function ranked(level: number): Look {
  return look((line) => line.level === level && isHeading(line.text), { fewest: 2, stock: 0 })
}

export const bold: Look = look((line) => line.heading && line.level === undefined && isHeading(line.text), {
  fewest: 3,
  stock: 0,
})

/** "CORRESPONDENCE", and "PRECEPT. It was agreed" with the words behind it. */
export const capitals: Look = {
  fewest: 3,
  stock: 0,
  titleAt(lines, index) {
    const line = lines[index]
    if (!line?.gapAbove) return undefined
    if (isInCapitals(line.text)) return isHeading(line.text) ? titleOf(line, index) : undefined
    const [, title, rest] =
      /^(\p{Lu}{3}[\p{Lu} ’'&,/-]{1,80}?)(?:[.:]| [-–])\s+(\p{Lu}.*)$/u.exec(line.text) ?? []
    if (!title || !rest || !isHeading(title)) return undefined
    return { index, number: '', title: tidyTitle(title), beside: restOfLine(line, rest) }
  },
}

/** ".  Declarations of Interest": a text that lost the numbers kept what stood behind them. */
export const lostNumbers: Look = {
  marked: true,
  fewest: 3,
  stock: 1,
  titleAt(lines, index) {
    const title = /^[.)]\s{0,4}(?=\p{Lu})(.{2,200})$/u.exec(lines[index]?.text ?? '')?.[1]
    return title && isHeading(title) ? { index, number: '', title: tidyTitle(title) } : undefined
  },
}

/** "Matters Arising: none", "Litter Pick Event:" with the words below it. */
export const colons: Look = {
  fewest: 3,
  stock: 2,
  titleAt(lines, index) {
    const line = lines[index]
    const match = line?.gapAbove ? /^(\p{Lu}[^:;?!]{2,110}?)\s?:(?:\s+(\S.*))?$/u.exec(line.text) : null
    const title = match?.[1]
    if (
      !line ||
      !title ||
      !(isHeading(title) || isOnlyMinutes(lines, index)) ||
      /\.\s/.test(title) ||
      isName(title)
    )
      return undefined
    const rest = match[2]
    return { index, number: '', title: tidyTitle(title), ...(rest && { beside: restOfLine(line, rest) }) }
  },
}

/** "4.2 Early Years": where headings have the whole numbers, the items have those below them. */
export const sectioned: Look = {
  marked: true,
  fewest: 3,
  stock: 1,
  titleAt(lines, index) {
    const [, number, title] = /^(\d{1,2}\.\d{1,2})\.?\s+(\p{Lu}.*)$/u.exec(lines[index]?.text ?? '') ?? []
    return number && title && title.length < LONGEST_SECTIONED
      ? { index, number, title: tidyTitle(title) }
      : undefined
  },
}

/** "10.35   Vaccination of children   Dr Moss": a timetable. */
export const timed: Look = {
  marked: true,
  fewest: 3,
  stock: 1,
  titleAt(lines, index) {
    const line = lines[index]
    const [time, first] = line?.cells ?? []
    if (!line || !time || !first || !isTimeAlone(time.text) || !/^\p{Lu}/u.test(first.text)) return undefined
    const inColumn = inColumnOf(first, line)
    const texts = [first.text]
    for (const below of lines.slice(index + 1, index + TALLEST)) {
      const [cell] = below.cells
      if (below.gapAbove || !cell || !inColumn(cell)) break
      texts.push(cell.text)
    }
    return { index, number: '', title: tidyTitle(texts.join(' ')) }
  },
}

/** A short line with white space above and below it that describes nothing. */
export const plain: Look = look(
  (line, next) =>
    line.gapAbove &&
    next?.gapAbove !== false &&
    (isLinked(line) || (isPlainTitle(line) && !DESCRIBES.test(line.text))),
  { fewest: 3, stock: 2 },
)

/** A short line with white space above it, and what is said right below. */
export const above: Look = look((line) => line.gapAbove && isPlainTitle(line) && !DESCRIBES.test(line.text), {
  fewest: 3,
  stock: 3,
})

/** An agenda whose items all say what is to be done: "To receive apologies". */
export const asked: Look = look((line) => line.gapAbove && /^To \p{Ll}/u.test(line.text), {
  fewest: 3,
  stock: 3,
})

/** One short line under the other, as a list is posted. */
export const list: Look = look(
  (line, next, above) =>
    (!line.gapAbove || next?.gapAbove === false) &&
    isPlainTitle(line) &&
    !(above && !line.gapAbove && /(?:\b(?:and|of|the|to|for|with|in)|,|&)$/i.test(above.text)),
  { fewest: 3, stock: 3 },
)

function look(
  isTitle: (line: Line, next: Line | undefined, above: Line | undefined) => boolean,
  enough: Pick<Look, 'fewest' | 'stock'>,
): Look {
  return {
    ...enough,
    titleAt(lines, index) {
      const line = lines[index]
      return line && isTitle(line, lines[index + 1], lines[index - 1]) ? titleOf(line, index) : undefined
    },
  }
}

function titleOf({ text }: Line, index: number): TitleLine | undefined {
  const numbered = numberAt(text)
  const title = tidyTitle(numbered?.rest || text)
  return title === '' ? undefined : { index, number: numbered?.number.printed ?? '', title }
}

function isHeading(text: string): boolean {
  const short = text.length <= 120 && text.split(' ').length <= LONGEST_HEADING
  return short && /\p{L}{2}/u.test(text) && !/[;,]$/.test(text) && !WITHIN.test(text)
}

function isPlainTitle({ text }: Line): boolean {
  return (
    /^(?:[^\p{L}\d\s]\s)?\p{Lu}/u.test(text) &&
    text.split(' ').length <= LONGEST_PLAIN &&
    isHeading(text) &&
    !/[.:?!|]$|:\s/.test(text) &&
    !NO_BUSINESS.test(text) &&
    !isRangeAlone(text) &&
    numberAt(text) === undefined &&
    dateIn(text)?.index !== 0 &&
    timeIn(text)?.index !== 0
  )
}

/** Again and again "Minutes:" heads what was said under each item; once only it is an item. */
function isOnlyMinutes(lines: readonly Line[], index: number): boolean {
  const isMinutes = ({ text }: Line): boolean => /^minutes\s?:/i.test(text)
  const line = lines[index]
  return line !== undefined && isMinutes(line) && !lines.slice(index + 1, index + 60).some(isMinutes)
}

/** A title with the paper that is to be had: "To sign the minutes pdf icon PDF 136 KB". */
function isLinked({ text }: Line): boolean {
  return text.length < 300 && /\b(?:pdf|docx?)\s+[\d.,]+\s*[km]b\b/i.test(text) && tidyTitle(text) !== ''
}

/** "Cllr Ash: he had seen it", but "County Councillor's report: noted". */
function isName(text: string): boolean {
  return isTitled(text) && !/\b(?:reports?|updates?)\b/i.test(text)
}

function isInCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && text === text.toUpperCase()
}
