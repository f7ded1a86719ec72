import type { Line } from '../lines/line.ts'
import type { DocumentKind } from '../paper.ts'
import { councilAlone, looksLikeBody } from './bodies.ts'
import { dateIn } from './dates.ts'
import { numberAt } from './item-numbers.ts'

/** A document inside a file: its kind and the lines that it takes. */
export interface Part {
  kind: DocumentKind
  lines: Line[]
}

const PRESENT =
  /^(?:(?:committee |panel |board )?(?:members|councillors|those) )?(?:present|attendance|attending)\b\s*(?:[:–-]|$|\()/i
const STAMP = /^agenda item (?:no\.?\s*)?[A-Z]?\d{1,3}[a-z]?$/i
const REPORT_LABEL =
  /^(subject|report title|title of report|title|wards?(?:\(?s?\)?)? affected|wards?|key decision|is the decision a key decision\??|author|report author|report of|report by|report to|cabinet member|cmt member|executive lead|supporting officer|lead officer|portfolio|purpose of (?:the )?report|contact officer|contact|committee|meeting|date|part|ref|decision maker|classification|author and date|responsible officer|executive lead contact details|supporting officer contact details)\b\s*(?::|\?|$|(?=\s{2}))/i
const REPORT_ONLY =
  /^(?:subject|report|title of|wards?|key decision|is the decision|author|cmt|executive lead|supporting|purpose of|cabinet member)/i
const PROGRAMME_TITLE =
  /^(?:\p{L}[\p{L} ,&'’-]{0,80}\s)?(?:work|forward)\s+(?:programme|plan)\b[\s\d/–—:,-]*(?:\p{L}[\p{L} ]{0,30})?[\s\d/–—-]*$/iu
const PROGRAMME_COLUMN =
  /\b(?:date|item|topic|subject|purpose|reason|officer|lead|responsible|score|objective|meeting|comments?|priority|scrutiny)\b/gi
const TRACKER_TITLE =
  /\b(?:tracker|tracking|action log|actions? list|improvement (?:action )?plan|progress\W{1,3}snapshot|recommendations? (?:monitor|progress)\w*)\b/i
const TRACKER_COLUMN =
  /\b(?:recommendations?|resolutions?|actions?|status|progress|rag|update|owner|target|responsible|response|outcome|min(?:ute)? no)\b/gi
const WINDOW = 14

/** The documents of a file in their order. A file of which nothing is recognised has none. */
export function partsOf(lines: readonly Line[]): Part[] {
  const opening = openingKind(lines)
  const starts: { index: number; kind: DocumentKind }[] = opening ? [{ index: 0, kind: opening }] : []
  // A page of a council's site holds one meeting; what looks like another document in it is a list of links.
  if (opening !== 'agenda+minutes' && opening !== 'decisions') {
    for (let index = opening ? 5 : 0; index < lines.length; index += 1) {
      const last = starts.at(-1)
      const start = startAt(lines, index, last?.index ?? -1, last?.kind)
      if (!start) continue
      if (last && start.index <= last.index + 3) continue
      starts.push(start)
      index = Math.max(index, start.index) + 3
    }
  }
  return starts.map((start, at) => ({
    kind: start.kind,
    lines: lines.slice(start.index, starts[at + 1]?.index),
  }))
}

function openingKind(lines: readonly Line[]): DocumentKind | undefined {
  const head = lines.slice(0, 45)
  const early = head.slice(0, 16)
  const has = (pattern: RegExp, among = head): boolean => among.some((line) => pattern.test(line.text))
  if (has(/^agenda(?:\s*,\s*decisions)?\s+and\s+(?:(?:draft|printed|public)\s+)*minutes$/i))
    return 'agenda+minutes'
  if (
    has(
      /^(?:decision (?:recording|notice|list|sheet|record|statement)|decisions?(?: of\b.*| taken\b.*)?$|record of (?:\w+ )?decisions?|(?:agenda and|printed) decisions|voting record)/i,
      early,
    )
  )
    return 'decisions'
  if (
    has(
      /^(?:public )?supplement(?:ary)?\b|\bsupplementary (?:agenda|pack|papers?|information|reports?)\b|^(?:agenda )?(?:supplement|addendum)\b/i,
      early,
    )
  )
    return 'supplement'
  if (
    has(
      /\b(?:unavailable|not available) when the (?:agenda|papers) (?:was|were) (?:printed|published|sent|despatched)\b/i,
    )
  )
    return 'supplement'
  const agendaAt = head.findIndex((line) =>
    /^(?:\W*(?:public |meeting )?agenda\b(?!\s+item)\W*(?:for\b.*)?|notice of (?:a )?meeting.*|summons.*|public document pack)$/i.test(
      line.text,
    ),
  )
  const minutesAt = head.findIndex((line, at) => isMinutesTitle(line.text) && !isItem(head, at))
  const presentAt = head.findIndex((line, at) => PRESENT.test(line.text) && !isItem(head, at))
  const first = (at: number): number => (at < 0 ? Number.POSITIVE_INFINITY : at)
  if (Math.min(first(minutesAt), first(presentAt)) < first(agendaAt)) return 'minutes'
  if (
    has(/^minutes\s*:$/i, lines.slice(0, 30)) &&
    has(/^(?:agenda item|issue - meetings|meeting:.*item)/i, early)
  )
    return 'minutes'
  if (agendaAt < 0 || reportLabels(head, 0, 25).count >= 4) {
    if (has(TRACKER_TITLE, early) && !isReport(head)) return 'tracker'
    if (isReport(head)) return has(/^\W*(?:decision|recommendation)s? track/i, early) ? 'tracker' : 'report'
    if (early.some((_, at) => isProgramme(lines, at))) return 'work-programme'
  }
  if (agendaAt >= 0 || hasMembersAndItems(head) || isListOfItems(lines)) return 'agenda'
  return undefined
}

function isMinutesTitle(text: string): boolean {
  return /^(?:type:\s*)?(?:\W*(?:draft|confirmed|unconfirmed|public|printed)\W+)*minutes\b(?:$|\s+(?:of|for|from)\b|\s*[:–-]|\s+\d)|\bminutes of (?:the |a )?(?:\w+ ){0,3}meeting held\b|\b(?:council|committee|panel|board)\s+minutes$/i.test(
    text,
  )
}

/** A line that is an item of an agenda, numbered on its own line or on the line above. */
function isItem(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  const above = lines[at - 1]
  return (
    (line !== undefined && numberAt(line.text) !== undefined) ||
    (above !== undefined && /^[A-Z]?\d{1,4}[a-z]?[.)]?$/.test(above.text))
  )
}

function isReport(head: readonly Line[]): boolean {
  const labels = reportLabels(head, 0, 25)
  const said = head
    .slice(0, 12)
    .some((line) => /^(?:joint )?report (?:of|by|to|from)\b|^report(?: title)?\s*:/i.test(line.text))
  return (labels.count >= 3 && labels.sure) || said
}

function reportLabels(
  lines: readonly Line[],
  from: number,
  length: number,
): { count: number; sure: boolean } {
  const labels = new Set<string>()
  for (const line of lines.slice(from, from + length)) {
    const label = REPORT_LABEL.exec(line.text)?.[1]?.toLowerCase()
    if (label) labels.add(label)
  }
  return { count: labels.size, sure: [...labels].some((label) => REPORT_ONLY.test(label)) }
}

function hasMembersAndItems(head: readonly Line[]): boolean {
  return (
    head.some((line) => /^(?:\w+ )?members(?:hip)?\s*:/i.test(line.text)) &&
    head.some((line) => dateIn(line.text))
  )
}

/** Nothing but numbered headings in a row, as small councils post them. */
function isListOfItems(lines: readonly Line[]): boolean {
  const numbers = lines.slice(0, 60).map((line) => numberAt(line.text))
  const first = numbers[0]
  if (!first || first.rest === '' || first.rest.split(' ').length > 10) return false
  const inOrder = numbers.filter((one) => one && one.number.mark !== '' && one.rest.split(' ').length <= 14)
  const values = inOrder.map((one) => one?.number.numbers[0] ?? 0)
  return values.length >= 4 && values.every((value, at) => at === 0 || value === (values[at - 1] ?? 0) + 1)
}

/** Whether a further document begins around this line, and at which line. */
function startAt(
  lines: readonly Line[],
  index: number,
  after: number,
  current: DocumentKind | undefined,
): { index: number; kind: DocumentKind } | undefined {
  const line = lines[index]
  if (!line) return undefined
  if (PRESENT.test(line.text) && current !== 'minutes') {
    const heading = minutesHeading(lines, index, after)
    if (heading !== undefined) return { index: heading, kind: 'minutes' }
  }
  if (
    REPORT_LABEL.test(line.text) &&
    !(index > 0 && reportLabels(lines, Math.max(after + 1, index - 8), Math.min(8, index)).count > 0)
  ) {
    const labels = reportLabels(lines, index, WINDOW)
    if (labels.count >= 4 && labels.sure) return { index: withCouncilAbove(lines, index), kind: 'report' }
  }
  if (current !== 'work-programme' && isProgramme(lines, index)) return { index, kind: 'work-programme' }
  if (current !== 'tracker' && isTracker(lines, index)) return { index, kind: 'tracker' }
  return undefined
}

/** The first line of the heading above an attendance list: the body's name and the date, or the word Minutes. */
function minutesHeading(lines: readonly Line[], present: number, after: number): number | undefined {
  let top: number | undefined
  let sure = 0
  for (let at = present - 1; at > Math.max(after, present - 11); at -= 1) {
    const text = lines[at]?.text ?? ''
    if (STAMP.test(text) || text.split(' ').length > 20) break
    const is = [
      looksLikeBody(text) || councilAlone(text) !== undefined,
      dateIn(text) !== undefined,
      isMinutesTitle(text),
    ].filter(Boolean).length
    if (is > 0) {
      top = at
      sure += is
    }
  }
  return sure >= 2 ? top : undefined
}

function withCouncilAbove(lines: readonly Line[], index: number): number {
  const above = lines[index - 1]
  return above && (councilAlone(above.text) || /^(?:public )?report$/i.test(above.text)) ? index - 1 : index
}

function isProgramme(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (!line || isItem(lines, index) || !PROGRAMME_TITLE.test(line.text)) return false
  return (
    columns(lines, index, PROGRAMME_COLUMN) >= 3 &&
    (/\d{4}/.test(line.text + (lines[index + 1]?.text ?? '')) ||
      line.heading ||
      line.text === line.text.toUpperCase())
  )
}

function isTracker(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (
    !line ||
    isItem(lines, index) ||
    !TRACKER_TITLE.test(line.text) ||
    line.text.split(' ').length > 10 ||
    /[.;]$/.test(line.text)
  )
    return false
  return (line.gapAbove || line.heading) && columns(lines, index, TRACKER_COLUMN) >= 3
}

/** How many of the words that head such a table stand in the short lines or cells just below. */
function columns(lines: readonly Line[], index: number, column: RegExp): number {
  const words = new Set<string>()
  for (const line of lines.slice(index + 1, index + 10)) {
    if (line.text.split(' ').length > 16 || /[.]$/.test(line.text)) continue
    for (const word of line.text.match(column) ?? []) words.add(word.toLowerCase())
  }
  return words.size
}
