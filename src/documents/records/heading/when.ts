import type { Line } from '../../lines/line.ts'
import { type Found, found } from '../found.ts'
import { dateIn } from '../phrases/dates.ts'
import { timeIn } from '../phrases/times.ts'
import { councilAlone, looksLikeBody, OCCASION } from './bodies.ts'
import { weekdayDoubt } from './weekday.ts'

export interface When {
  date: Found<string>
  /** Where in the lines the date stands: the place, the room and the time are near it. */
  index: number
  time?: Found<string>
}

const ISSUE =
  /\b(?:published|issued?|despatch\w*|dispatch\w*|posted|printed|publication|dated this|agenda sent|sent on|circulated)\b/i
const ANOTHER_DAY =
  /\b(?:last meeting|previous meeting|next meeting|deadline|by noon|no later|received by|before|until|adjourned from|rescheduled from|postponed from|moved from|future|signed|call(?:ed)?[- ]?in|expires?|take effect)\b/i
const OF_MINUTES = /\bminutes\b/i
const HELD = /\b(?:meeting|held|will be|to be|on)\b/i
/** How near to "Issued by" a bare "Date:" is the date of issue. */
const ISSUE_BLOCK = 4

/**
 * When the paper's own meeting is: the date that stands most like a heading's, and the time beside it. On an
 * agenda "minutes of 3 May" are of another meeting; at the head of minutes (`ofMinutes`) they are its own.
 */
export function whenIn(lines: readonly Line[], ofMinutes = false): When | undefined {
  let best: { when: When; score: number } | undefined
  for (const [index, line] of lines.entries()) {
    const read = dateOnLine(lines, index)
    if (!read) continue
    if (!ofMinutes && OF_MINUTES.test(read.text)) continue
    const score = scoreOf(lines, index, line, read.text)
    if (score <= 0 || (best && best.score >= score)) continue
    const doubt = weekdayDoubt(read.printed, read.date)
    const date = { ...found(read.date, line), ...(doubt && { doubt }) }
    best = { when: { date, index, ...timeNear(lines, index, read) }, score }
  }
  return best && { ...best.when, ...(best.when.time ? {} : timeOfSameDay(lines, best.when.date.value)) }
}

/** The title gives the day alone, the sentence of the summons says it again with the time. */
function timeOfSameDay(lines: readonly Line[], date: string): { time?: Found<string> } {
  for (const [index, line] of lines.entries()) {
    const read = dateOnLine(lines, index)
    const time = read?.date === date ? besideDate(read) : undefined
    if (time) return { time: found(time, line) }
  }
  return {}
}

/** "Held in the Old School at 7 p.m.", where the heading gives no whole date. */
export function timeHeld(lines: readonly Line[]): Found<string> | undefined {
  for (const line of lines) {
    const held = /\bheld\b/i.exec(line.text.slice(0, 300))
    const time = held && timeIn(line.text.slice(held.index, held.index + 200))
    if (time && !ANOTHER_DAY.test(line.text)) return found(time.time, line)
  }
  return undefined
}

interface DateOnLine {
  date: string
  /** The date as printed, with its day of the week. */
  printed: string
  /** The whole line, or two where the date runs over. */
  text: string
  before: string
  after: string
}

function dateOnLine(lines: readonly Line[], index: number): DateOnLine | undefined {
  const line = lines[index]
  if (!line) return undefined
  const next = lines[index + 1]
  const texts = [
    line.text,
    ...(next && !dateIn(next.text) && /\d{1,2}(?:st|nd|rd|th)?(?:\s\p{L}+)?,?$/u.test(line.text)
      ? [`${line.text} ${next.text}`]
      : []),
  ]
  for (const text of texts) {
    const one = dateIn(text)
    if (one)
      return {
        date: one.date,
        printed: text.slice(one.index, one.index + one.length),
        text,
        before: text.slice(0, one.index),
        after: text.slice(one.index + one.length),
      }
  }
  return undefined
}

function scoreOf(lines: readonly Line[], index: number, line: Line, text: string): number {
  const one = dateIn(text)
  if (!one) return 0
  // "Draft (until approved at the next meeting) minutes of": the bracket says nothing of the date.
  const unbracketed = text.replace(/\([^()]{0,200}\)/g, ' ')
  if (ISSUE.test(unbracketed) || ANOTHER_DAY.test(unbracketed)) return -1
  // A letter's own date stands above its salutation.
  if (
    /^date\b/i.test(text) &&
    lines.slice(index + 1, index + 12).some((below) => /^dear\b/i.test(below.text))
  )
    return -1
  const block = lines.slice(Math.max(0, index - ISSUE_BLOCK), index)
  if (block.some((above) => ISSUE.test(above.text) && above.text.length < 80 && !dateIn(above.text)))
    return -1
  let score = 1
  const before = text.slice(0, one.index).replace(/[\s,:–—-]+$/, '')
  if (/(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tue|wed|thu|fri|sat|sun)\b/i.test(text)) score += 2
  else if (/(?:day),?$/i.test(lines[index - 1]?.text ?? '')) score += 2
  if (/^(?:meeting\s+)?date(?:\s+of\s+(?:the\s+)?meeting)?(?:\s+and\s+time)?$/i.test(before)) score += 4
  if (before === '') score += 3
  if (bodyBesideDate(lines, index) !== undefined) score += 5
  else if (HELD.test(before)) score += 2
  if (text.split(' ').length > 30 && score < 5) score -= 3
  if (line.heading) score += 1
  return score
}

/** The body named on the line of the date, or over that line and the one above: "HEALTH PANEL - MONDAY, 3 MAY 2027". */
export function bodyBesideDate(lines: readonly Line[], index: number): string | undefined {
  const line = lines[index]
  const date = line && dateIn(line.text)
  if (!line || !date) return undefined
  const before = bodyBefore(line.text.slice(0, date.index))
  if (looksLikeBody(before)) return before
  const above = lines[index - 1]
  if (before === '' || !above || line.gapAbove || councilAlone(above.text)) return undefined
  const joined = `${above.text} ${before}`
  return looksLikeBody(joined) ? joined : undefined
}

/** What a paper calls itself behind the body: "Health Panel Minutes", "Executive - Record of Decisions". */
const BEHIND_BODY =
  /(?:\s*[-–—:]\s*|\s+)(?:\(?(?:draft|final|public|unconfirmed|supplementary)\)?\s+)?(?:meeting$|(?:meeting\s+)?(?:minutes|agenda|notes|summons)(?:\s+(?:of|for)(?:\s+(?:the\s+|a\s+)?meeting)?)?|(?:record|notice|list|summary|schedule|statement) of (?:\w+ )?decisions|decisions? (?:list|notice|record|sheet|summary|statement))$/i

/** "Agenda for Health Panel on" and "HEALTH PANEL -" as the name alone. */
export function bodyBefore(before: string): string {
  return before
    .replace(
      /^(?:(?:public\s+)?(?:draft\s+)?(?:agenda|minutes|decisions|notice|summons)(?:\s*,?\s*(?:and\s+)?(?:agenda|(?:draft\s+)?minutes|decisions))*)\s+(?:for|of|to)\s+/i,
      '',
    )
    .replace(/^(?:draft\s+)?(?:minutes|agenda|notes)\s*(?:[-–—:]|of(?:\s+the)?\s)\s*/i, '')
    .replace(/^decisions?\s+(?:determined|taken|made|reached|agreed)\s+(?:at|by|of)\s+/i, '')
    .replace(OCCASION, '')
    .replace(/^the\s+/i, '')
    .replace(
      /[\s,:–—-]*(?:\b(?:will be|to be|is to be|being)\s+)?(?:\bheld\s*)?(?:\b(?:on|at))?[\s,:–—-]*$/i,
      '',
    )
    .replace(BEHIND_BODY, '')
}

function besideDate({ before, after }: DateOnLine): string | undefined {
  const time =
    timeIn(after, /^[\s,]*(?:at|@|time)/i.test(after)) ?? timeIn(before, /\b(?:at|@|time)\b/i.test(before))
  return time?.time
}

function timeNear(lines: readonly Line[], index: number, read: DateOnLine): { time?: Found<string> } {
  const line = lines[index]
  const beside = besideDate(read)
  if (line && beside) return { time: found(beside, line) }
  const near = lines.slice(Math.max(0, index - 6), index + 9)
  for (const other of near) {
    const label = /^(?:start\s+)?time(?:\s+of\s+meeting)?\s*:?\s+(.*)$/i.exec(other.text)
    const time = label && timeIn(label[1] ?? '', true)
    if (time) return { time: found(time.time, other) }
  }
  const after = lines.slice(index + 1, index + 6)
  for (const other of [...after, ...lines.slice(Math.max(0, index - 3), index)]) {
    if (other.text.split(' ').length > 14 || ISSUE.test(other.text) || ANOTHER_DAY.test(other.text)) continue
    const time = timeIn(
      other.text,
      /(?:^(?:at|commencing|starting)\b|\b(?:at|commencing|@)\s+\d)/i.test(other.text),
    )
    if (time) return { time: found(time.time, other) }
  }
  return {}
}
