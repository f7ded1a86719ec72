import type { Line } from '../lines/line.ts'
import type { RestrictedMark, RestrictedMarkKind } from '../paper.ts'

const NOT_FOR_PUBLICATION =
  /\bnot\s+(?:for|to\s+be)\s+(?:public(?:ation)?|published|circulated|released|press)\b(?!\s+(?:consultation|meeting|inspection))/i
const SCHEDULE = /\bschedule\s*12\s?-?\s?A\b/i
const EXEMPT =
  /\bexempt\s+(?:or\s+confidential\s+)?(?:information|items?|business|reports?|append(?:ix|ices)|agenda|papers?|minutes?|documents?|matters?|from\s+(?:publication|disclosure))\b/i
const CONFIDENTIAL =
  /^\W*(?:strictly\s+)?(?:private\s*(?:and|&)\s*)?(?:confidential|official[\s-]*sensitive|restricted)\b[^.]{0,40}$/i
const CONFIDENTIAL_STAMP =
  /\b(?:STRICTLY )?(?:PRIVATE (?:AND|&) )?CONFIDENTIAL\b|\bOFFICIAL[\s-]+SENSITIVE\b|\((?:confidential|restricted)\)$|\bconfidential\s+(?:appendix|report|item|annex)\b/
/** "Part II" heads a closed part; "Part 2" may head a chapter, so by itself it must be the whole line. */
const PART_TWO =
  /^\W*(?:[A-Z]?\d{1,3}[a-z]?[.)]?\s+)?part\s*(?::\s*)?(?:II\b(?!\s+of\b)(?:\W.{0,80})?|(?:2|two|b)\b(?:\W*|.{0,40}\b(?:private|exempt|closed|confidential|restricted|exclu\w+|not open)\b.{0,60}))$|\((?:part\s+(?:II|2))\b[^)]{0,40}\)/i
const MAY_BE_ASKED_TO_LEAVE =
  /\b(?:webcast|film|record)\w*\b.{0,200}\b(?:confidential or exempt|exempt or confidential)\b|\bexclu(?:de|ded|ding|sion)\b.{0,160}\b(?:press|public)\b|\b(?:press|public)\b.{0,160}\bexclu(?:de|ded|ding|sion)\b/i

const MARKS: readonly (readonly [RestrictedMarkKind, RegExp])[] = [
  ['not-for-publication', NOT_FOR_PUBLICATION],
  ['part-two', PART_TWO],
  ['confidential', CONFIDENTIAL],
  ['confidential', CONFIDENTIAL_STAMP],
  ['schedule-12a', SCHEDULE],
  ['exempt-information', EXEMPT],
  ['possible-exclusion', MAY_BE_ASKED_TO_LEAVE],
]
/** Each of them has one of these, which is told faster. */
const NEEDED = /exempt|confidential|schedule|\bnot\b|\bpart(?:\W|\d|ii|two|b)|sensitive|restricted|exclu/i
/** A form that asks, and the answer no. */
const SAID_NOT = /^exempt information\W{0,4}(?:no|none|nil|n\/a|not applicable)\b/i
/** How many lines above and below belong to the sentence about excluding the public. */
const SENTENCE = 4
const LONGEST_QUOTE = 300

/**
 * Every sign in a file that it may hold what is not for the public, running headers included. The same
 * words again are counted at their first place: a mark on each page of a report is one mark.
 */
export function restrictedMarksIn(lines: readonly Line[]): RestrictedMark[] {
  const marks = new Map<string, RestrictedMark>()
  for (const [index, line] of lines.entries()) {
    const kind = markOn(lines, index)
    if (!kind) continue
    const text = line.text.slice(0, LONGEST_QUOTE)
    const key = `${kind} ${text.toLowerCase().replace(/\d+$/, '')}`
    const again = marks.get(key)
    if (again) again.times += 1
    else marks.set(key, { kind, page: line.page, line: line.line, text, times: 1 })
  }
  return [...marks.values()]
}

function markOn(lines: readonly Line[], index: number): RestrictedMarkKind | undefined {
  const line = lines[index]
  if (!line || !/exempt|confidential|12|publi|press|part|sensitive|restricted|not\b/i.test(line.text))
    return undefined
  const next = lines[index + 1]
  const text = next && !next.gapAbove ? `${line.text} ${next.text}` : line.text
  if (!NEEDED.test(text)) return undefined
  for (const [kind, pattern] of MARKS) {
    // A mark that breaks over two lines belongs to the line it begins on; one on the next line to that line.
    if (kind === 'part-two' && isChapter(lines, index)) continue
    const match =
      pattern.exec(line.text) ?? (kind === 'part-two' || kind === 'confidential' ? null : pattern.exec(text))
    if (!match || match.index >= line.text.length || SAID_NOT.test(text.slice(match.index))) continue
    const mayBeWeak = kind === 'schedule-12a' || kind === 'exempt-information'
    return mayBeWeak && MAY_BE_ASKED_TO_LEAVE.test(paragraph(lines, index)) ? 'possible-exclusion' : kind
  }
  return undefined
}

/** "Part 2" alone on its line heads the closed part only where the lines below it say so. */
function isChapter(lines: readonly Line[], index: number): boolean {
  if (!/^\W*part\s*(?:2|two|b)\W*$/i.test(lines[index]?.text ?? '')) return false
  return !lines
    .slice(index + 1, index + 4)
    .some((line) => /\b(?:private|exempt|confidential|closed|exclu\w+|not (?:open|for))\b/i.test(line.text))
}

/** The sentence around a line: the standard words about excluding the public name Schedule 12A too. */
function paragraph(lines: readonly Line[], index: number): string {
  let from = index
  let to = index + 1
  while (from > 0 && index - from < SENTENCE && !lines[from]?.gapAbove) from -= 1
  while (to < lines.length && to - index < SENTENCE && !lines[to]?.gapAbove) to += 1
  return lines
    .slice(from, to)
    .map((line) => line.text)
    .join(' ')
    .slice(0, 4000)
}
