import type { Line } from '../../lines/line.ts'
import { opensAttendance } from '../phrases/attendance-words.ts'
import { isTitled, looksLikeName } from '../phrases/names.ts'
import {
  above,
  asked,
  bold,
  capitals,
  colons,
  type Look,
  list,
  lostNumbers,
  plain,
  ranked,
  sectioned,
  timed,
} from './looks.ts'
import { isStockTitle } from './stock-titles.ts'
import { type Sections, sectionsBelow, type TitleLine } from './titled-sections.ts'

/** The public stand in the attendance too, under a heading of their own. */
const PUBLIC = /^(?:members of the )?(?:public|press)(?: present| in attendance)?\W*$/i
/** How far down minutes the attendance can begin. */
const HEAD = 60
/** What is signed or said below it is no business. */
const LAST = /^(?:date|time)\b.{0,20} of (?:the )?next|^next meeting|^clos(?:e|ing|ure) of/i
const DEPTHS = [1, 2, 3, 4, 5, 6].map(ranked)
/** Bold words and capitals stand in a front sheet too; only below an attendance do they need nothing else. */
const BY_EYE = [bold, capitals]
const STOCK_BY_EYE = 2

/** Items without numbers: the titles that stand apart in one way, below the attendance or from the first well-known one. */
export function headedSections(lines: readonly Line[], expectsText: boolean): Sections | undefined {
  const present = expectsText ? lines.slice(0, HEAD).findIndex((line) => opensAttendance(line.text)) : -1
  if (expectsText) {
    const looks = present < 0 ? DEPTHS : [...DEPTHS, ...BY_EYE]
    for (const look of looks) {
      const titles = belowAttendance(lines, titlesOf(lines, look), present)
      if (titles.length >= look.fewest) return sectionsBelow(lines, titles)
    }
  }
  const known = expectsText
    ? [lostNumbers, timed, colons, ...BY_EYE, plain, above]
    : [timed, sectioned, ...DEPTHS, lostNumbers, ...BY_EYE, plain, above, asked, list, colons]
  for (const look of known) {
    const all = titlesOf(lines, look)
    const titles = look.marked ? all.filter(({ index }) => index > present) : fromFirstKnown(all, present)
    const stock = titles.filter(({ title }) => isStockTitle(title)).length
    if (titles.length >= look.fewest && stock >= (look.stock || STOCK_BY_EYE))
      return sectionsBelow(lines, titles)
  }
  return undefined
}

function titlesOf(lines: readonly Line[], look: Look): TitleLine[] {
  return lines.flatMap((_, index) => look.titleAt(lines, index) ?? [])
}

/** Without an attendance above it, business begins with what nearly every council begins with. */
function fromFirstKnown(all: readonly TitleLine[], present: number): TitleLine[] {
  const first = all.findIndex(({ index, title }) => index > present && isStockTitle(title))
  const last = all.findLastIndex(({ title }) => LAST.test(title))
  return first < 0 ? [] : all.slice(first, last < first ? undefined : last + 1)
}

/** Who came and who did not stands above the business, under headings of its own. */
function belowAttendance(lines: readonly Line[], all: readonly TitleLine[], present: number): TitleLine[] {
  const below = all.filter(({ index }) => index > present)
  const first = below.findIndex(({ index }, at) => {
    const text = lines[index]?.text ?? ''
    return (
      !opensAttendance(text) &&
      !PUBLIC.test(text) &&
      !isListOfPeople(lines.slice(index + 1, below[at + 1]?.index))
    )
  })
  return first < 0 ? [] : below.slice(first)
}

/** Nothing under a heading, or people's names: the heading of the paper, or a part of the attendance. */
function isListOfPeople(body: readonly Line[]): boolean {
  return body.slice(0, 2).every(({ text }) => {
    const name = text.split(/\s+[—–-]\s+|\s*[(,:]/)[0] ?? ''
    return isTitled(name)
      ? text.split(' ').length <= 8
      : name.includes(' ') && !/\.$/.test(name) && looksLikeName(name, true)
  })
}
