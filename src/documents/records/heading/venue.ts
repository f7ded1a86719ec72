import type { Line } from '../../lines/line.ts'
import { type Found, found } from '../found.ts'
import { dateIn } from '../phrases/dates.ts'
import { labelled } from '../phrases/labels.ts'
import { timeIn } from '../phrases/times.ts'

const LABEL = /venue|place(?: of meeting)?|location|meeting place/
const A_PLACE =
  /\b(?:rooms?|hall|house|chambers?|centre|center|suite|offices?|building|civic|guildhall|library|school|church|chapel|zoom|teams|skype|virtual|online|remote(?:ly)?|hybrid|hotel|pavilion|theatre|museum|college|court|square|depot|club|institute|headquarters|arena|stadium|academy|castle|mansion|lodge|annexe)\b|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/i
const NO_PLACE =
  /@|^(?:tel|telephone|e-?mail|www|https?|contact|please|members|membership|councillors?|published|issued|agenda|clerk|to:|distribution|dear|public document)\b|\b(?:committee|council|panel|department|directorate)$|\d{5}/i

const HELD = /\b(?:held|summoned|meets?|met|take place|took place|convened)\b/i
const IN_PLACE =
  /\b(in|at|via|by|outside|using):?\s+(?!\d|noon|the meeting\b)([^.;]{3,110}?)(?=,?\s+(?:commencing|starting|to consider|for the|when|from|with)\s|\s+at\s+(?:\d|noon|midday|half)|\s+on\s+(?:the\s+)?(?:\d|\p{L}{3,6}day)|\s+@|,?\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:st|nd|rd|th)?\s\p{L}{3})|\.(?:\s|$)|;|$)/giu

/** "held on Thursday 4 March 2027, Town Hall, Aye, commencing at 10.30": only commas part the day from the place. */
const BEHIND_DAY =
  /^\w+ (?:on )?(?:\p{L}{3,6}day,? )?\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9},? \d{4}(?:,? at [\d.:]{1,5} ?(?:[ap]\.?m\.?)?)?, (?!at\b|in\b)([^.;]{3,110}?)(?=,? (?:commencing|starting|at \d)|\.(?:\s|$)|;|$)/iu

/** Where the meeting is: after its label, in the notice's sentence, or in the heading below date and time. */
export function venueIn(
  lines: readonly Line[],
  dateAt: number | undefined,
  ofMinutes = false,
): Found<string> | undefined {
  const label = labelled(lines, LABEL)
  if (label) return found(tidy(wholeValue(lines, label.value, label.index)), label.line)
  const sentence = venueOfSentence(lines, ofMinutes)
  if (sentence) return sentence
  return dateAt === undefined ? undefined : venueInHeading(lines, dateAt)
}

/** A place that runs on over lines: until a gap, another label or a line that cannot belong to it. */
function wholeValue(lines: readonly Line[], value: string, index: number): string {
  let whole = value
  for (const next of lines.slice(index + 1, index + 4)) {
    const runsOn =
      /(?:,|-|–|\b(?:the|of|and|at))$/i.test(whole) || (whole.length > 32 && A_PLACE.test(next.text))
    if (
      next.gapAbove ||
      !runsOn ||
      /^[\p{L} ]{2,25}:/u.test(next.text) ||
      /^(?:agenda|members|please)\b/i.test(next.text)
    )
      break
    whole = `${whole} ${next.text}`
  }
  return whole
}

/** "held on Monday 3 May 2027 at 7.00 pm in the Village Hall", "HELD AT AYE CHURCH", "met outside the school at 7pm". */
function venueOfSentence(lines: readonly Line[], ofMinutes: boolean): Found<string> | undefined {
  for (const [index, line] of lines.entries()) {
    if (!HELD.test(line.text)) continue
    const text = sentenceFrom(lines, index)
    if (!ofMinutes && /\b(?:minutes|previous|last)\b/i.test(text)) continue
    const place = placeIn(text.slice(0, 500))
    if (place) return found(tidy(place), line)
  }
  return undefined
}

const MET =
  /^(?:the )?(?:\p{L}+ ){0,4}?(?:meeting|council|committee|panel|board)\b.{0,40}?\b(?:met|was held|took place)\b/iu

/** "The council met at the Town Hall", among who came. */
export function venueTold(lines: readonly Line[]): Found<string> | undefined {
  for (const [index, line] of lines.entries()) {
    if (!MET.test(line.text)) continue
    const place = placeIn(sentenceFrom(lines, index).slice(0, 500))
    if (place) return found(tidy(place), line)
  }
  return undefined
}

/** A line with what runs on of it, also over white space where it breaks off: "MEETING HELD" and "AT AYE CHURCH". */
function sentenceFrom(lines: readonly Line[], index: number): string {
  let text = lines[index]?.text ?? ''
  for (const next of lines.slice(index + 1, index + 4)) {
    if (next.gapAbove && !/(?:\b(?:held|at|in|on|of|the|following|and)|:)$/i.test(text)) break
    text = `${text} ${next.text}`
  }
  return text
}

function placeIn(text: string): string | undefined {
  const held = HELD.exec(text)
  const behindDay = BEHIND_DAY.exec(text.slice(held?.index ?? 0))?.[1]
  if (behindDay && A_PLACE.test(behindDay)) return withoutWhen(behindDay)
  for (const match of text.slice(held?.index ?? 0).matchAll(IN_PLACE)) {
    const place = withoutWhen(match[2] ?? '')
    const named = /^outside$/i.test(match[1] ?? '') ? `${match[1]} ${place}` : place
    if (A_PLACE.test(place) && place.split(' ').length <= 16) return named
  }
  return undefined
}

function venueInHeading(lines: readonly Line[], dateAt: number): Found<string> | undefined {
  const dateLine = lines[dateAt]
  const rest = dateLine && withoutWhen(dateLine.text.slice(dateIn(dateLine.text)?.index ?? 0))
  if (dateLine && rest && isPlace(rest)) return found(tidy(wholeValue(lines, rest, dateAt)), dateLine)
  for (let index = dateAt + 1; index <= dateAt + 5; index += 1) {
    const line = lines[index]
    if (!line) break
    const text = withoutWhen(line.text)
    if (text === '') continue
    if (isPlace(text)) return found(tidy(wholeValue(lines, text, index)), line)
    if (NO_PLACE.test(text) || text.split(' ').length > 14) break
  }
  return undefined
}

function isPlace(text: string): boolean {
  return (
    A_PLACE.test(text) &&
    !NO_PLACE.test(text) &&
    text.split(' ').length <= 18 &&
    !/[.!?]$/.test(text.replace(/\b[A-Z]\.$/, ''))
  )
}

/** A line of the heading without its date and time. */
function withoutWhen(text: string): string {
  let rest = text
  for (const read of [dateIn, (one: string) => timeIn(one)]) {
    const match = read(rest)
    if (match) rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match.length)}`
  }
  return rest
    .replace(/\s+(?:at|from|@)\s+\d{1,2}[.:]\d{2}\b/i, ' ')
    .replace(/\s+/g, ' ')
    .replace(
      /^[\s,@:–—-]*(?:(?:meeting\s+)?held\b[\s:]*)?(?:(?:at|in|on)\b[\s,@:–—-]*){0,2}|[\s:–—-]+$|\s+\b(?:at|on)$/giu,
      '',
    )
    .trim()
}

function tidy(place: string): string {
  return place
    .replace(/\s*\([^()]*\b(?:watch|view|click|link|here|webcast|map)\b[^()]*\)\s*$/i, '')
    .replace(/\s*[-–,.(]?\s*(?:\bplease\s+)?(?:\bclick (?:here|on|the)\b|\bhttps?:).*$/i, '')
    .replace(/[\s.]*\bview directions\b.*$/i, '')
    .replace(/\s*\b(?:map|get directions)$/i, '')
    .replace(/\s(?:at|on|from|commencing)$/i, '')
    .replace(/[\s,;.]+$/, '')
    .trim()
}
