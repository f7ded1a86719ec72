import type { Line } from '../../lines/line.ts'
import { councilAlone, looksLikeBody } from '../heading/bodies.ts'
import { dateIn } from '../phrases/dates.ts'
import { type ReportLabel, reportLabel } from '../reports/report-labels.ts'
import { statedIn } from '../reports/stated.ts'
import { meaningOf } from '../rows/heads.ts'
import { STAMP, untilStamp, wordsIn } from './kind-signs.ts'

/** Labels that only the front sheet of a report has. */
const ONLY_REPORTS: ReadonlySet<ReportLabel> = new Set<ReportLabel>([
  'wards',
  'keyDecision',
  'implementation',
  'executiveLead',
  'supportingOfficer',
  'author',
  'cabinetMember',
  'cmtMember',
  'reportOf',
])
const SAID =
  /^(?:joint )?report (?:of|by|to|from)\b|^(?:report(?: title)?|title of report|report subject)\s*:|^(?:committee|cabinet|council|scrutiny) report$/i
/** Forms that stand behind a report and have an author, a date and a department of their own. */
const APPENDED_FORM =
  /\b(?:equalit(?:y|ies)|eqia|eia|impact (?:assessment|analysis)|privacy|data protection|health and safety|risk assessment)\b/i
/** How many lines a front sheet takes. */
const FRONT_SHEET = 14
const FEWEST_LABELS = 4
/** With a summary and recommendations among its labels. */
const LONGEST_FRONT_SHEET = 60

export interface ReportSigns {
  labels: number
  sure: boolean
}

/** The different labels of a report's front sheet among these lines, and whether they can be no other paper's. */
export function reportSigns(lines: readonly Line[]): ReportSigns {
  const labels = labelsOf(lines)
  return { labels: labels.size, sure: [...labels].some((label) => ONLY_REPORTS.has(label)) }
}

/** Whether a file that opens so is a report. */
export function opensAsReport(head: readonly Line[]): boolean {
  const { labels, sure } = reportSigns(head.slice(0, 25))
  return (labels >= 3 && sure) || head.slice(0, 12).some((line) => SAID.test(line.text))
}

/** The headings under which every report says the same. */
const SECTION =
  /^(?:\d{1,2}(?:\.0)?[.)]?\s+)?(?:(?:the )?(?:purpose|summary|background|introduction|recommendations?|proposals?|conclusions?|consultation|implications|appendices|timetable)(?: (?:and|&) (?:\w+ ){1,3}| (?:of|to|for) (?:the |this )?(?:report|cabinet|committee|council))?|executive summary|purpose of (?:the |this )?report|(?:introduction and )?background|(?:available |alternative )?options(?: considered| available)?|(?:financial|legal|equalit(?:y|ies)|risk|resource|other|climate) (?:and \w+ )?(?:implications|considerations|impacts?|management)|background (?:papers|documents)|report appendices|reasons? for (?:the )?(?:recommendations?|decision))\W*$/i
const FEWEST_SECTIONS = 3
const SECTIONS_WITHIN = 120

/** Whether a paper without such labels has the sections of a report: purpose, background, options, implications. */
export function hasSectionsOfReport(lines: readonly Line[]): boolean {
  const headings = new Set<string>()
  for (const { text } of lines.slice(0, SECTIONS_WITHIN))
    if (text.length < 80 && SECTION.test(text)) headings.add(text.toLowerCase().replace(/[^a-z]/g, ''))
  return headings.size >= FEWEST_SECTIONS
}

/** Where the front sheet of a report begins whose first label stands on this line. */
export function reportStart(lines: readonly Line[], index: number, after: number): number | undefined {
  if (!beginsWithLabel(lines[index])) return undefined
  const above = lines.slice(Math.max(after + 1, index - 8), index)
  if (above.some((line) => beginsWithLabel(line))) return undefined
  const { labels, sure } = reportSigns(untilStamp(lines.slice(index, index + FRONT_SHEET)))
  const stamped = lines.slice(Math.max(0, index - 4), index).some((line) => STAMP.test(line.text))
  if (!sure || labels < (stamped ? FEWEST_LABELS - 1 : FEWEST_LABELS)) return undefined
  const about = lines.slice(Math.max(0, index - 4), index + 2)
  if (about.some((line) => APPENDED_FORM.test(line.text) && !beginsWithLabel(line))) return undefined
  return withHeadingAbove(lines, index, after)
}

/** A form asks each thing once: what asks for something new goes on with the front sheet above it. */
export function asksAgain(lines: readonly Line[], report: number, next: number): boolean {
  const asked = labelsOf(lines.slice(report, Math.min(next, report + LONGEST_FRONT_SHEET)))
  const again = [...labelsOf(lines.slice(next, next + FRONT_SHEET))].filter((label) => asked.has(label))
  return again.length >= 2
}

function labelsOf(lines: readonly Line[]): Set<ReportLabel> {
  const labels = new Set(statedIn(lines.filter((line) => !isHeadOfTable(line))).map(({ label }) => label))
  labels.delete('other')
  return labels
}

/** "Date | Topic | Lead officer | Cabinet member": the columns of a table are called as the labels of a front sheet are. */
function isHeadOfTable({ cells }: Line): boolean {
  const heads = cells.filter(({ text }) => meaningOf(text) !== undefined)
  return heads.length >= 3 && !cells.some(({ text }) => /[:?]/.test(text))
}

/** Whether papers that are stamped as an item's open as a report does: with labels, or with the word. */
export function isStampedReport(lines: readonly Line[]): boolean {
  const { labels } = reportSigns(lines.slice(0, FRONT_SHEET))
  return (
    labels >= 2 ||
    lines.slice(0, 10).some((line) => SAID.test(line.text) || /\b(?:report|briefing)\b/i.test(line.text))
  )
}

/** Each line is looked at from several others near it. */
const labelled = new WeakMap<Line, boolean>()

function beginsWithLabel(line: Line | undefined): boolean {
  if (!line) return false
  const known = labelled.get(line)
  if (known !== undefined) return known
  const begins = hasLabelFirst(line)
  labelled.set(line, begins)
  return begins
}

function hasLabelFirst(line: Line): boolean {
  const [cell] = line.cells
  if (!cell) return false
  const colon = line.text.includes(':') ? /^([^:]{2,75}?)\s*:/.exec(line.text)?.[1] : undefined
  if (colon) return reportLabel(colon) !== undefined
  return (
    (line.cells.length > 1 || /\?/.test(line.text)) &&
    reportLabel(/^[^?]*\?/.exec(line.text)?.[0] ?? cell.text) !== undefined
  )
}

/** The council, the body or "Committee Report" above the labels, on the same page. */
function withHeadingAbove(lines: readonly Line[], index: number, after: number): number {
  let top = index
  while (top - 1 > after && index - top < 4) {
    const above = lines[top - 1]
    if (!above || above.page !== lines[index]?.page || !isHeadingOfReport(above.text)) break
    top -= 1
  }
  return top
}

function isHeadingOfReport(text: string): boolean {
  if (STAMP.test(text) || wordsIn(text) > 12 || /[.;]$/.test(text)) return false
  return (
    councilAlone(text) !== undefined ||
    looksLikeBody(text) ||
    dateIn(text) !== undefined ||
    /\breport$/i.test(text)
  )
}
