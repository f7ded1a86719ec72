import type { Line } from '../../lines/line.ts'
import type { DocumentKind } from '../../record.ts'
import { councilAlone, looksLikeBody } from '../heading/bodies.ts'
import { numberAt } from '../items/item-numbers.ts'
import { ONE_ITEM } from '../items/one-item.ts'
import { dateIn } from '../phrases/dates.ts'
import { isItem, MEETING_OF_ITEM, TRACKER_TITLE } from './kind-signs.ts'
import { isMinutesTitle, PRESENT } from './minutes-signs.ts'
import { opensAsReport, reportSigns } from './report-signs.ts'
import { isForwardPlan, isProgramme } from './table-signs.ts'

const AGENDA_AND_MINUTES = /^agenda(?:\s*,\s*decisions)?\s+and\s+(?:(?:draft|printed|public)\s+)*minutes$/i
const DECISIONS =
  /^(?:(?:executive |cabinet |delegated |officer |key |committee )?decisions? (?:recording|notice|list|sheet|record|statement|summary|digest|schedule)|decisions? (?:of|taken|made|published)\b.{0,60}(?<!\.)$|(?:notice|record|list|summary|statement|schedule) of (?:\w+ ){0,3}decisions?\b|(?:agenda and|printed) decisions|voting record|recorded votes?$)/i
const SUPPLEMENT =
  /^(?:public )?supplement(?:ary)?\b|\bsupplementary (?:agenda|pack|papers?|information|reports?)\b|^(?:agenda )?(?:supplement|addendum)\b/i
const UNAVAILABLE =
  /\b(?:unavailable|not available) when the (?:agenda|papers) (?:was|were) (?:printed|published|sent|despatched)\b/i
const AGENDA =
  /^(?:\W*(?:public |meeting )?(?:agenda|a g e n d a)\b(?!\s+item)\W*(?:for\b.*)?|notice of (?:a )?meeting.*|summons.*|public document pack)$/i
const DECIDED =
  /\b(?:RESOLVED|AGREED)\b|\b(?:it was|was|were) (?:unanimously )?(?:resolved|agreed)\b|\bmoved\b.{0,80}\bseconded\b|\bput to the vote\b/
/** Above the items of a meeting's page on a council's site. */
const ITEM_COLUMNS = /^no\.?\s*\|?\s*items?\b/i
/** What the minutes of an item say and its agenda does not. */
const HAPPENED =
  /\bRESOLVED\b|^(?:The|Members|Councillors?|There|It|No|Apologies|A|An|In|Following)\b.{0,200}\b(?:was|were|had|noted|agreed|resolved|reported|introduced|presented|considered|advised|updated|asked|discussed|submitted|appointed|elected|declared|welcomed|moved|proposed)\b/
const HEAD = 45

/** What the file itself is, by how it opens. */
export function openingKind(lines: readonly Line[]): DocumentKind | undefined {
  const head = lines.slice(0, HEAD)
  const early = head.slice(0, 16)
  const has = (pattern: RegExp, among = head): boolean => among.some((line) => pattern.test(line.text))
  const at = (test: (line: Line, at: number) => boolean): number => {
    const index = head.findIndex(test)
    return index < 0 ? Number.POSITIVE_INFINITY : index
  }
  if (has(AGENDA_AND_MINUTES)) return 'agenda+minutes'
  if (has(DECISIONS, early) || has(/^decisions?$/i, head.slice(0, 3))) return 'decisions'
  if (has(SUPPLEMENT, early) || has(UNAVAILABLE)) return 'supplement'
  const agendaWord = at((line) => AGENDA.test(line.text))
  const membership = saysWhatHappened(lines)
    ? Number.POSITIVE_INFINITY
    : at((_, index) => isMembership(head, index))
  const agenda = Math.min(agendaWord, membership)
  const present = at((line, index) => PRESENT.test(line.text) && !isItem(head, index))
  const titled = at((line, index) => isMinutesTitle(line.text) && !isItem(head, index))
  // "Minutes of 4 March" above the word agenda, with nobody present, are what the meeting has before it.
  const minutes = agendaWord < present && titled < agendaWord ? present : Math.min(present, titled)
  const ofItem = kindOfOneItem(lines)
  if (ofItem) return ofItem
  if (has(ITEM_COLUMNS) && minutes > 3)
    return lines.some((line) => /\bminutes\s*:/i.test(line.text)) ? 'agenda+minutes' : 'agenda'
  if (minutes < agenda) return 'minutes'
  if (agenda === Number.POSITIVE_INFINITY || reportSigns(head.slice(0, 25)).labels >= 4) {
    if (has(TRACKER_TITLE, early) && !opensAsReport(head)) return 'tracker'
    if (opensAsReport(head))
      return has(/^\W*(?:decision|recommendation)s? track/i, early) ? 'tracker' : 'report'
    if (isForwardPlan(lines) || early.some((_, index) => isProgramme(lines, index))) return 'work-programme'
  }
  if (agenda < Number.POSITIVE_INFINITY || isListOfItems(lines)) return 'agenda'
  return saysWhatWasDecided(lines) ? 'minutes' : undefined
}

/** Several lines of what was said and done, as only minutes have them. */
function saysWhatHappened(lines: readonly Line[]): boolean {
  return lines.slice(0, HEAD).filter((line) => HAPPENED.test(line.text)).length >= 3
}

/** A body, a day, and what was moved or resolved: minutes that do not call themselves so. */
function saysWhatWasDecided(lines: readonly Line[]): boolean {
  const head = lines.slice(0, 12)
  const named = head.some((line) => looksLikeBody(line.text) || councilAlone(line.text) !== undefined)
  if (!named || !lines.slice(0, 200).some((line) => DECIDED.test(line.text))) return false
  return head.some((line) => dateIn(line.text)) || hasNumberedHeadings(lines)
}

/** "Members:" with a date above or below it: a front sheet without the word agenda. */
function isMembership(head: readonly Line[], index: number): boolean {
  return (
    /^(?:\w+ )?members(?:hip)?\s*:/i.test(head[index]?.text ?? '') && head.some((line) => dateIn(line.text))
  )
}

/** The page of one item on a council's site: what it holds beside the title. */
function kindOfOneItem(lines: readonly Line[]): DocumentKind | undefined {
  const early = lines.slice(0, 16)
  const opens = early.find((line) => ONE_ITEM.test(line.text))
  const ofMeeting = early.some((line) => MEETING_OF_ITEM.test(line.text))
  if (!opens && !ofMeeting) return undefined
  const holds = (pattern: RegExp): boolean => lines.slice(0, 400).some((line) => pattern.test(line.text))
  if (ofMeeting || holds(/^minutes\s*:/i)) return 'minutes'
  if (holds(/^decisions?\s*:/i) || /decision/i.test(opens?.text ?? '')) return 'decisions'
  return holds(HAPPENED) ? 'minutes' : 'agenda'
}

function hasNumberedHeadings(lines: readonly Line[]): boolean {
  const headings = lines
    .slice(0, 200)
    .filter((line) => line.gapAbove && numberAt(line.text) && !/[.;,]$/.test(line.text))
  return headings.length >= 3
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
