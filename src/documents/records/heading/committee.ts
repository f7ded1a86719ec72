import type { Line } from '../../lines/line.ts'
import { type Found, found } from '../found.ts'
import { dateIn } from '../phrases/dates.ts'
import { labelled } from '../phrases/labels.ts'
import { councilAlone, looksLikeBody, OCCASION } from './bodies.ts'
import { mixedCase } from './council.ts'
import { withLinesAbove } from './name-over-lines.ts'
import { bodyBefore, bodyBesideDate } from './when.ts'

const BODY_LABEL = /committee|name of (?:committee|meeting)|meeting of|meeting|body/
/** A council that is not named, only called what it is. */
export const GENERIC = /^(?:parish|town|community|city|county|borough|district) council$/i
const OF_MINUTES = /\bminutes\s+(?:(?:of|for|from|[-–])\s+)?(?:the\s+|a\s+|an\s+)?(\S.{3,300})$/i
/** How far above the date the name of the body stands on a front sheet. */
const HEADING = 14

/** The body that meets, as printed; the mixed-case form where the paper has one. */
export function committeeIn(
  lines: readonly Line[],
  dateAt: number | undefined,
  whole: readonly Line[],
): Found<string> | undefined {
  const ways = [
    () => besideDate(lines, dateAt),
    () => afterLabel(lines),
    () => ofMinutes(lines),
    () => inSentence(lines),
    () => asHeading(lines, dateAt, whole),
    () => parish(lines, dateAt),
  ]
  let printed: Found<string> | undefined
  for (const way of ways) {
    // "Parish Council" is better than nothing, and any name is better than that.
    if (!printed || GENERIC.test(printed.value)) printed = way() ?? printed
    else break
  }
  return printed && { ...printed, value: mixedCase(withoutCouncil(printed.value), whole) }
}

/** "Strathaye Council - Education Committee" names two, "Cyngor Aye / Aye Town Council" one in two tongues. */
function withoutCouncil(name: string): string {
  const inEnglish = name.split(/\s[/|]\s/).find((part) => councilAlone(part))
  if (inEnglish) return inEnglish
  const [council, body, ...more] = name.split(/\s[-–—]\s/)
  return council && body && more.length === 0 && councilAlone(council) && looksLikeBody(body) ? body : name
}

function besideDate(lines: readonly Line[], dateAt: number | undefined): Found<string> | undefined {
  const line = dateAt === undefined ? undefined : lines[dateAt]
  const body = dateAt === undefined ? undefined : bodyBesideDate(lines, dateAt)
  return line && body ? found(body, line) : undefined
}

function afterLabel(lines: readonly Line[]): Found<string> | undefined {
  const label = labelled(lines, BODY_LABEL)
  if (!label) return undefined
  const date = dateIn(label.value)
  const body = bodyBefore(date ? label.value.slice(0, date.index) : label.value)
  return looksLikeBody(body) ? found(body, label.line) : undefined
}

/** "Minutes of the Health" and below it "Scrutiny Panel"; "MINUTES OF AYE PARISH COUNCIL MEETING HELD AT". */
function ofMinutes(lines: readonly Line[]): Found<string> | undefined {
  for (const [index, line] of lines.entries()) {
    const first = OF_MINUTES.exec(line.text.slice(0, 400))?.[1]
    if (!first) continue
    const below = lines.slice(index + 1, index + 3)
    const gap = below.findIndex((one) => one.gapAbove)
    const paragraph = [first, ...(gap < 0 ? below : below.slice(0, gap)).map((one) => one.text)]
    for (let height = 1; height <= paragraph.length; height += 1) {
      const named = namesIn(withoutOccasion(paragraph.slice(0, height).join(' ')))
      const body = named.find((name) => looksLikeBody(name))
      if (body) return found(body, line)
    }
  }
  return undefined
}

/** The name of the body without what kind of meeting it was, and without when and where. */
function withoutOccasion(text: string): string {
  const name = text
    .replace(
      /[\s,]+(?:(?:virtual|remote|online|hybrid)\s+)?(?:meeting\b\s*)?(?:(?:which was|to be)\s+)?(?:held|dated|convened|on\s+(?:the\s+)?(?:\d|\p{L}{3,6}day)|at\s+\d|\d{1,2}(?:st|nd|rd|th)?\s+\p{Lu}\p{L}{2,8}\s+\d{4})\b.*$/isu,
      '',
    )
    .replace(
      /[\s,–—-]+(?:annual |ordinary |special |extraordinary |monthly |virtual |remote |online |hybrid )?meeting[\s,:–—-]*$/i,
      '',
    )
  const body = name
    .replace(/^(?:the\s+)?proceedings\s+(?:of|at)\s+/i, '')
    .replace(OCCASION, '')
    .replace(/^(?:the|a|an)\s+/i, '')
    .trim()
  const council = body
    .replace(/(?:^|\s)(?:annual|ordinary|special|extraordinary|monthly|full)(?=\s)/gi, '')
    .trim()
  return councilAlone(council) || GENERIC.test(council) ? council : body
}

function inSentence(lines: readonly Line[]): Found<string> | undefined {
  for (const [index, line] of lines.entries()) {
    if (!/\bmeeting of\b/i.test(line.text)) continue
    const text = lines
      .slice(index, index + 3)
      .filter((one, at) => at === 0 || !one.gapAbove)
      .map((one) => one.text)
      .join(' ')
    const match =
      /\bmeeting of (?:the )?(.{4,120}?)\s*,?\s+(?:(?:(?:(?:which )?(?:will|is to)|to) be\s+|was\s+)?(?:held|convened)|on\s+(?:the\s+)?(?:\d|\p{L}{3,6}day)|at\s+\d)/iu.exec(
        text,
      )
    const body = match?.[1] && namesIn(match[1]).find((name) => looksLikeBody(name))
    if (body) return found(body, line)
  }
  return undefined
}

const OF_COUNCIL =
  /\sof\s(?:the\s)?(?:\p{Lu}.*\b(?:council|authority)|(?:london borough|royal borough|city|county|borough|district)\sof\s.*)$/iu

/** "Finance Committee of Aye Town Council in the Old School": without the place, and without the council. */
function namesIn(words: string): string[] {
  const here = words.replace(/,?\s(?:in|at|via)\s.*$/iu, '')
  return [words, here.replace(OF_COUNCIL, ''), here]
}

function asHeading(
  lines: readonly Line[],
  dateAt: number | undefined,
  whole: readonly Line[],
): Found<string> | undefined {
  const from = dateAt === undefined ? 0 : Math.max(0, dateAt - HEADING)
  const to = dateAt === undefined ? 40 : dateAt + 4
  let best: { at: Found<string>; score: number } | undefined
  for (const [offset, line] of lines.slice(from, to).entries()) {
    const index = from + offset
    for (const cell of line.cells) {
      const name = bodyBefore(cell.text)
      if (!looksLikeBody(name) || councilAlone(name)) continue
      const above = dateAt === undefined || index < dateAt
      const near = dateAt === undefined ? 0 : Math.max(0, 6 - Math.abs(dateAt - index))
      const score = near + (above ? 3 : 0) + (line.cells.length === 1 ? 2 : 0) + (isLoud(line) ? 2 : 0)
      if (!best || score > best.score)
        best = { at: found(withLinesAbove(lines, index, name, whole), line), score }
    }
  }
  return best?.at
}

function isLoud(line: Line): boolean {
  return line.heading || (line.text === line.text.toUpperCase() && /\p{Lu}{4}/u.test(line.text))
}

/** A parish or town council meets as itself; so does a whole council. */
function parish(lines: readonly Line[], dateAt: number | undefined): Found<string> | undefined {
  if (dateAt === undefined) return undefined
  for (let index = dateAt; index >= Math.max(0, dateAt - 4); index -= 1) {
    const line = lines[index]
    const council = line && councilAlone(line.text)
    if (line && council) return found(council, line)
  }
  return undefined
}
