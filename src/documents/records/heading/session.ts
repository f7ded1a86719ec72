import type { Line } from '../../lines/line.ts'
import type { Section } from '../business.ts'
import { type Found, found } from '../found.ts'
import { type FoundTime, timeIn } from '../phrases/times.ts'

const BODY =
  '(?:meeting|committee|sub-committee|council|panel|board|cabinet|forum|commission|proceedings|business|agm)'
const LAST_BODY = new RegExp(`^.*\\b${BODY}\\b`, 'i')
const CLOSES =
  /\b(?:closed|ended|finished|concluded|terminated|rose|close|finish|conclusion|closure|closing|concluding|ending|finishing|end)\b/gi
/** "Close of meeting:", "closed the meeting at". */
const OF_BODY = new RegExp(`^\\s+(?:of\\s+)?(?:the\\s+)?${BODY}\\b`, 'i')
/** How far before its verb the body stands: "The meeting, which began at 2.00 p.m., ended". */
const BEFORE = 90
/** What parts the body from its verb, or says of something else that it closed. */
const ANOTHER_SUBJECT =
  /;|(?<!\b[ap]\.?m)\.\s|\b(?:that|who|consultation|applications?|school|road|office|window|deadline|vote|ballot|poll)\b/i
const ALONE = /^\W{0,3}(?:time(?: of)?|meeting|committee)?\s*$/i
const TIMED_TITLE =
  /^(?:duration of (?:the )?meeting|(?:close|closure|closing|end|termination|conclusion) of (?:the )?meeting|meeting (?:closed?|closure|ended|end)|time meeting (?:closed|ended))/i
const DURATION = /^\W{0,3}(?:duration of (?:the )?meeting|meeting duration|time of meeting)\b/i
/** The public's part, a break, or a closing that lets the public speak or leave. */
const ANOTHER_CLOSE =
  /^\s+(?:to|for)\s+[a-z]|\b(?:public|open|private|first|morning|question) (?:session|forum|participation|questions?|part)\b|\b(?:adjourn|reconven|re-?open|recess|closing date)/i
const STARTED = new RegExp(
  `\\b${BODY}\\b(?:[^.;]|\\.\\d){0,60}?\\b(?:started|commenced|opened|began|convened|start(?:ing)?)\\b`,
  'i',
)
const PLANNED =
  /\b(?:(?:estimated|expected|planned|anticipated|scheduled|approximate) (?:end|finish|close|closing)(?:ing)?(?: time)?|(?:expected|due|scheduled|anticipated|likely) to (?:end|finish|close|conclude)|(?:end|finish(?:ing)?) time)\b/i
/** How far after its verb a time belongs to it. */
const NEAR = 60

/** When the meeting closed, as minutes say it at their end, or in their heading. */
export function endedIn(
  front: readonly Line[],
  sections: readonly Section[],
  start: Found<string> | undefined,
): Found<string> | undefined {
  const started = start?.value
  const timed = sections.slice(-3).find(({ item }) => TIMED_TITLE.test(item.title))
  const own = timed && closeUnderTitle(timed.body, started)
  if (own) return own
  const last = sections.at(-1)?.body ?? []
  for (const lines of [last, front]) {
    const first = firstClose(lines, started)
    if (first) return first
  }
  const ends = sections
    .slice(0, -1)
    .reverse()
    .flatMap(({ body }) => body.slice(-6))
  return firstClose(ends, started) ?? spanBeside(front, start)
}

/** "2.00 pm - 4.15 pm" on the line that gives the start. */
function spanBeside(lines: readonly Line[], start: Found<string> | undefined): Found<string> | undefined {
  const own = start && lines.find(({ page, line }) => page === start.at.page && line === start.at.line)
  return own && spanEnd(own)
}

/** Under "Duration of Meeting" stands "6.30 p.m. to 8.45 p.m.", under "Close of meeting" the time alone. */
function closeUnderTitle(body: readonly Line[], started: string | undefined): Found<string> | undefined {
  for (const line of body.slice(0, 3)) {
    const time = secondTime(line.text) ?? clockAfter(line.text.slice(0, NEAR), started)
    if (time) return found(time, line)
  }
  return undefined
}

function firstClose(lines: readonly Line[], started: string | undefined): Found<string> | undefined {
  for (const [index, line] of lines.entries()) {
    const text =
      `${line.text.slice(-600)} ${lines[index + 1]?.gapAbove === false ? (lines[index + 1]?.text.slice(0, NEAR) ?? '') : ''}`.trim()
    const time = closeIn(text, started)
    if (time) return found(time, line)
  }
  return undefined
}

function closeIn(text: string, started: string | undefined): string | undefined {
  if (DURATION.test(text)) return secondTime(text)
  for (const verb of text.matchAll(CLOSES)) {
    const before = text.slice(Math.max(0, verb.index - BEFORE), verb.index)
    const after = text.slice(verb.index + verb[0].length)
    const ofBody = OF_BODY.exec(after)?.[0]
    const between = before.replace(LAST_BODY, '')
    const named =
      ofBody !== undefined || (between !== before && !ANOTHER_SUBJECT.test(between)) || ALONE.test(before)
    if (!named || ANOTHER_CLOSE.test(after.slice(0, NEAR)) || ANOTHER_CLOSE.test(between)) continue
    const time = clockAfter(after.slice(ofBody?.length ?? 0).slice(0, NEAR), started)
    if (time) return time
  }
  return undefined
}

/** "Duration of meeting: 2.00 p.m. to 4.05 p.m." */
function secondTime(text: string): string | undefined {
  const first = timeIn(text, true)
  return first && timeIn(text.slice(first.index + first.length), true)?.time
}

/** The time close behind its verb; "7.45" without am or pm is the next such time after the start. */
function clockAfter(text: string, started: string | undefined): string | undefined {
  if (/^[\s\w,]{0,20}\bmidnight\b/i.test(text)) return '00:00'
  const sure: FoundTime | undefined = timeIn(text)
  const bare = /(?<![\d.:/£])(\d{1,2})[.:]([0-5]\d)(?!\d|[./:%]\d|%)/.exec(text)
  if (sure && (!bare || sure.index <= bare.index)) return sure.time
  const hour = Number(bare?.[1] ?? 24)
  if (!bare || hour > 23) return undefined
  if (hour > 12) return clock(hour, bare[2])
  const halves = [hour % 12, (hour % 12) + 12].map((one) => clock(one, bare[2]))
  // Without a start, councils do not sit between midnight and eight.
  return started ? halves.find((time) => time > started) : hour < 8 ? halves[1] : undefined
}

function clock(hour: number, minutes: string | undefined): string {
  return `${String(hour).padStart(2, '0')}:${minutes}`
}

/** "The meeting started at 3.00 pm and finished at 5.10 pm." */
export function startedIn(lines: readonly Line[]): Found<string> | undefined {
  for (const line of lines) {
    const match = STARTED.exec(line.text.slice(0, 400))
    const time =
      match &&
      timeIn(line.text.slice(match.index + match[0].length, match.index + match[0].length + NEAR), true)
    if (time) return found(time.time, line)
  }
  return undefined
}

/** The close that a notice foresees: "Expected to finish at 12.30 pm", "10.00 am - 12.30 pm". */
export function plannedEndIn(
  lines: readonly Line[],
  started: Found<string> | undefined,
): Found<string> | undefined {
  for (const line of lines) {
    const match = PLANNED.exec(line.text)
    const time = match && timeIn(line.text.slice(match.index + match[0].length), true)
    if (time) return found(time.time, line)
  }
  return spanBeside(lines, started)
}

/** The later of two times with a dash or "to" between them. */
export function spanEnd(line: Line): Found<string> | undefined {
  const first = timeIn(line.text, true)
  if (!first) return undefined
  const span =
    /(?:\d|[ap]\.?m\.?|noon)\s*(?:-|–|—|to|until)\s*(\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?\s?m\b\.?|noon|hrs)?)/i.exec(
      line.text.slice(first.index),
    )
  const end = span?.[1] && timeIn(span[1], true)
  return end && end.time > first.time ? found(end.time, line) : undefined
}
