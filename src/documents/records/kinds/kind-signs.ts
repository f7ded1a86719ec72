import type { Line } from '../../lines/line.ts'
import { numberAt } from '../items/item-numbers.ts'
import { dateIn } from '../phrases/dates.ts'

export const PRESENT =
  /^(?:(?:committee |panel |board )?(?:members|councillors|those) )?(?:present|attendance|attending)\b\s*(?:[:–-]|$|\()/i
export const STAMP = /^agenda item (?:no\.?\s*)?[A-Z]?\d{1,3}[a-z]?$/i
export const REPORT_LABEL =
  /^(subject|report title|title of report|title|wards?(?:\(?s?\)?)? affected|wards?|key decision|is the decision a key decision\??|author|report author|report of|report by|report to|cabinet member|cmt member|executive lead|supporting officer|lead officer|portfolio|purpose of (?:the )?report|contact officer|contact|committee|meeting|date|part|ref|decision maker|classification|author and date|responsible officer|executive lead contact details|supporting officer contact details)\b\s*(?::|\?|$|(?=\s{2}))/i
const REPORT_ONLY =
  /^(?:subject|report|title of|wards?|key decision|is the decision|author|cmt|executive lead|supporting|purpose of|cabinet member)/i
const PROGRAMME_TITLE =
  /^(?:\p{L}[\p{L} ,&'’-]{0,80}\s)?(?:work|forward)\s+(?:programme|plan)\b[\s\d/–—:,-]*(?:\p{L}[\p{L} ]{0,30})?[\s\d/–—-]*$/iu
const PROGRAMME_COLUMN =
  /\b(?:date|item|topic|subject|purpose|reason|officer|lead|responsible|score|objective|meeting|comments?|priority|scrutiny)\b/gi
export const TRACKER_TITLE =
  /\b(?:tracker|tracking|action log|actions? list|improvement (?:action )?plan|progress\W{1,3}snapshot|recommendations? (?:monitor|progress)\w*)\b/i
const TRACKER_COLUMN =
  /\b(?:recommendations?|resolutions?|actions?|status|progress|rag|update|owner|target|responsible|response|outcome|min(?:ute)? no)\b/gi
export function isMinutesTitle(text: string): boolean {
  return /^(?:type:\s*)?(?:\W*(?:draft|confirmed|unconfirmed|public|printed)\W+)*minutes\b(?:$|\s+(?:of|for|from)\b|\s*[:–-]|\s+\d)|\bminutes of (?:the |a )?(?:\w+ ){0,3}meeting held\b|\b(?:council|committee|panel|board)\s+minutes$/i.test(
    text,
  )
}

/** A line that is an item of an agenda, numbered on its own line or on the line above. */
export function isItem(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  const above = lines[at - 1]
  return (
    (line !== undefined && numberAt(line.text) !== undefined && dateIn(line.text)?.index !== 0) ||
    (above !== undefined && /^[A-Z]?\d{1,4}[a-z]?[.)]?$/.test(above.text))
  )
}

export function isReport(head: readonly Line[]): boolean {
  const labels = reportLabels(head, 0, 25)
  const said = head
    .slice(0, 12)
    .some((line) => /^(?:joint )?report (?:of|by|to|from)\b|^report(?: title)?\s*:/i.test(line.text))
  return (labels.count >= 3 && labels.sure) || said
}

export function reportLabels(
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

export function isProgramme(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (!line || isItem(lines, index) || !PROGRAMME_TITLE.test(line.text)) return false
  return (
    columns(lines, index, PROGRAMME_COLUMN) >= 3 &&
    (/\d{4}/.test(line.text + (lines[index + 1]?.text ?? '')) ||
      line.heading ||
      line.text === line.text.toUpperCase())
  )
}

export function isTracker(lines: readonly Line[], index: number): boolean {
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
