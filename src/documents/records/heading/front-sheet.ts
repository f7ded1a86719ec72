import type { Line } from '../../lines/line.ts'
import { type Found, found } from '../found.ts'
import { dateIn } from '../phrases/dates.ts'
import { labelled } from '../phrases/labels.ts'
import { looksLikeName, plainName } from '../phrases/names.ts'
import { councilAlone, looksLikeBody } from './bodies.ts'
import { mixedCase } from './council.ts'
import { bodyBefore, bodyBesideDate } from './when.ts'

const BODY_LABEL = /committee|name of (?:committee|meeting)|meeting of|meeting|body/
/** How far above the date the name of the body stands on a front sheet. */
const HEADING = 14

/** The body that meets, as printed; the mixed-case form where the paper has one. */
export function committeeIn(
  lines: readonly Line[],
  dateAt: number | undefined,
  whole: readonly Line[],
): Found<string> | undefined {
  const printed =
    besideDate(lines, dateAt) ??
    afterLabel(lines) ??
    ofMinutes(lines) ??
    inSentence(lines) ??
    asHeading(lines, dateAt, whole) ??
    parish(lines, dateAt)
  return printed && { ...printed, value: mixedCase(printed.value, whole) }
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

/** "Minutes of the Health" and below it "Scrutiny Panel". */
function ofMinutes(lines: readonly Line[]): Found<string> | undefined {
  for (const [index, line] of lines.entries()) {
    const named =
      /^(?:draft )?minutes of (?:the |a )?(?:(?:\w+ )?meeting of (?:the )?)?(?=\p{Lu})(.+)$/iu.exec(
        line.text,
      )?.[1]
    const next = lines[index + 1]
    if (!named || / held\b/i.test(named)) continue
    const whole = next && !next.gapAbove ? `${named} ${next.text}` : named
    for (const body of [whole, named]) if (looksLikeBody(body)) return found(body, line)
  }
  return undefined
}

function inSentence(lines: readonly Line[]): Found<string> | undefined {
  for (const [index, line] of lines.entries()) {
    if (!/\bmeeting of\b/i.test(line.text)) continue
    const text = lines
      .slice(index, index + 3)
      .filter((one, at) => at === 0 || !one.gapAbove)
      .map((one) => one.text)
      .join(' ')
    const match = /\bmeeting of (?:the )?(.{4,120}?)\s*,?\s+(?:will|is to|which will|to) be held\b/i.exec(
      text,
    )
    const body = match?.[1]
    if (body && looksLikeBody(body)) return found(body, line)
  }
  return undefined
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
      if (!looksLikeBody(cell.text) || councilAlone(cell.text)) continue
      const above = dateAt === undefined || index < dateAt
      const near = dateAt === undefined ? 0 : Math.max(0, 6 - Math.abs(dateAt - index))
      const score = near + (above ? 3 : 0) + (line.cells.length === 1 ? 2 : 0) + (isLoud(line) ? 2 : 0)
      if (!best || score > best.score)
        best = { at: found(withLinesAbove(lines, index, cell.text, whole), line), score }
    }
  }
  return best?.at
}

function isLoud(line: Line): boolean {
  return line.heading || (line.text === line.text.toUpperCase() && /\p{Lu}{4}/u.test(line.text))
}

/** A name over two lines; whether the line above belongs to it, the rest of the paper or its own last word shows. */
function withLinesAbove(lines: readonly Line[], index: number, text: string, whole: readonly Line[]): string {
  const line = lines[index]
  const above = lines[index - 1]
  if (!line || !above || line.gapAbove || above.cells.length > 1 || councilAlone(above.text)) return text
  if (!/^\p{Lu}/u.test(above.text) || /[.:;@\d]/.test(above.text) || above.text.split(' ').length > 8)
    return text
  const joined = `${above.text} ${text}`
  const unfinished = /^\(/.test(text) || /(?:\b(?:and|of|for|the|on)|&|,|-)$/i.test(above.text)
  const elsewhere = whole.some(
    (other) => other !== line && other.text.toLowerCase().includes(joined.toLowerCase()),
  )
  return unfinished || elsewhere ? joined : text
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

/** The date of issue. */
export function publishedIn(lines: readonly Line[]): Found<string> | undefined {
  const said =
    /\b(?:published|issued|despatched|dispatched|date of (?:issue|publication|despatch|dispatch)|(?:issue|publication|despatch|dispatch) date)\b(?:\s+(?:on|by))?/i
  for (const [index, line] of lines.entries()) {
    if (!said.test(line.text) || line.text.split(' ').length > 14) continue
    const own = dateIn(line.text)
    if (own) return found(own.date, line)
    for (const next of lines.slice(index + 1, index + 5)) {
      const date = /^(?:date\b|on\b)|^\W*\d|^\p{L}+day\b/iu.test(next.text) ? dateIn(next.text) : undefined
      if (date) return found(date.date, next)
    }
  }
  return undefined
}

/** The officer to ask about the paper. */
export function clerkIn(lines: readonly Line[]): Found<string> | undefined {
  for (const line of lines) {
    const match =
      /^(?:please ask for|please contact|contact(?: officer| name)?|clerk|committee (?:clerk|officer|manager)|democratic services officer|enquiries to)\s*:?\s+(.+)$/i.exec(
        line.cells.length > 1 && /:$/.test(line.cells[0]?.text ?? '')
          ? line.text
          : (line.cells[0]?.text ?? ''),
      )
    const name =
      match?.[1] && plainName(match[1].split(/,|\s[-–—]\s|\s+(?:tel|telephone|e-?mail|ext|on)\b/i)[0] ?? '')
    if (name?.includes(' ') && looksLikeName(name)) return found(name, line)
  }
  return undefined
}

/** Whether the heading says that the meeting does not take place. */
export function cancelledIn(lines: readonly Line[]): Found<true> | undefined {
  const line = lines.find((one) =>
    /^(?:this\s+)?(?:meeting\s+)?(?:has been\s+|is\s+)?cancelled\b.{0,30}$|[,–(-]\s*cancelled\)?$|\bmeeting (?:has been |is )?cancelled\b/i.test(
      one.text,
    ),
  )
  return line && found(true, line)
}
