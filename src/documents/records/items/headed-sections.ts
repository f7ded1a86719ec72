import type { Line } from '../../lines/line.ts'
import { isTitled, looksLikeName } from '../phrases/names.ts'
import { tidyTitle } from './item-title.ts'
import { type Sections, sectionsBelow } from './titled-sections.ts'

const PRESENCE =
  /^(?:(?:committee|council|panel|board|members?|councillors|those|also|others?|officers)\s+){0,2}(?:present|in attendance|attendance|attending|attendees|absent)\b|^(?:members of the )?(?:public|press)(?: present| in attendance)?\W*$/i
/** Bold or loud words that stand inside an item. */
const WITHIN =
  /^(?:resolved|agreed|recommend|action|proposed|seconded|decision|recorded vote|for|against|abstain|note|minutes|signed|chair(?:man|person)?(?:'s|’s)? (?:signature|initials)|date|the meeting|meeting (?:closed|ended|concluded)|end of)\b/i
const FEWEST = 2
const FEWEST_BY_LOOK = 3
/** How far down minutes the attendance can begin. */
const HEAD = 60

/** Minutes without numbers: the items are the headings below the attendance, of one depth or one look. */
export function headedSections(lines: readonly Line[]): Sections | undefined {
  const present = lines.slice(0, HEAD).findIndex((line) => PRESENCE.test(line.text))
  const depths = [1, 2, 3, 4, 5, 6].map((level) => headings(lines, (line) => line.level === level))
  for (const ofOneDepth of depths) {
    const items = belowAttendance(lines, ofOneDepth, present)
    if (items.length >= FEWEST) return sectionsUnder(lines, items)
  }
  if (present < 0) return undefined
  const bold = headings(lines, (line) => line.heading && line.level === undefined)
  const capitals = headings(lines, (line) => line.gapAbove && isInCapitals(line.text))
  for (const ofOneLook of [bold, capitals]) {
    const items = belowAttendance(lines, ofOneLook, present)
    if (items.length >= FEWEST_BY_LOOK) return sectionsUnder(lines, items)
  }
  return undefined
}

function sectionsUnder(lines: readonly Line[], items: readonly number[]): Sections {
  return sectionsBelow(
    lines,
    items.map((index) => ({ index, number: '', title: tidyTitle(lines[index]?.text ?? '') })),
  )
}

function headings(lines: readonly Line[], looks: (line: Line) => boolean): number[] {
  return lines.flatMap((line, index) => (looks(line) && isHeading(line.text) ? [index] : []))
}

function isHeading(text: string): boolean {
  const short = text.length <= 120 && text.split(' ').length <= 16
  return short && /\p{L}{2}/u.test(text) && !/[;,]$/.test(text) && !WITHIN.test(text)
}

function isInCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && text === text.toUpperCase()
}

/** Who came and who did not stands above the business, under headings of its own. */
function belowAttendance(lines: readonly Line[], all: readonly number[], present: number): number[] {
  const below = all.filter((index) => index > present)
  const first = below.findIndex((index, at) => {
    const text = lines[index]?.text ?? ''
    return !PRESENCE.test(text) && !isListOfPeople(lines.slice(index + 1, below[at + 1]))
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
