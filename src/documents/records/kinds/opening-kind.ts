import type { Line } from '../../lines/line.ts'
import type { DocumentKind } from '../../record.ts'
import { ITEM_COLUMNS } from '../items/listed-sections.ts'
import { ONE_ITEM } from '../items/one-item.ts'
import { isStockTitle } from '../items/stock-titles.ts'
import { dateIn } from '../phrases/dates.ts'
import { isListOfBusiness, saysWhatHappened, saysWhatWasDecided } from './business-signs.ts'
import { isItem, MEETING_OF_ITEM } from './kind-signs.ts'
import { isMinutesTitle, PRESENT } from './minutes-signs.ts'
import {
  asksForDecision,
  isAgendaAndMinutes,
  isAgendaTitle,
  isDecisionsTitle,
  isSupplementTitle,
  wasUnavailable,
} from './own-names.ts'
import { hasSectionsOfReport, opensAsReport, reportSigns } from './report-signs.ts'
import { isTrackerTitle } from './rows-titles.ts'
import { holdsRows, isForwardPlan, isProgramme, openingRows } from './table-signs.ts'

const HEAD = 45
const EARLY = 16
const NOWHERE = Number.POSITIVE_INFINITY

/** What the file itself is, by how it opens. */
export function openingKind(lines: readonly Line[]): DocumentKind | undefined {
  const head = lines.slice(0, HEAD)
  const early = head.slice(0, EARLY)
  const says = (test: (text: string) => boolean, among = head): boolean =>
    among.some((line) => test(line.text))
  const first = (test: (line: Line, at: number) => boolean): number => {
    const index = head.findIndex(test)
    return index < 0 ? NOWHERE : index
  }
  if (says(isAgendaAndMinutes)) return 'agenda+minutes'
  const ofItem = kindOfOneItem(lines)
  if (ofItem) return ofItem
  if (says(isDecisionsTitle, early) || says((text) => /^decisions?$/i.test(text), head.slice(0, 3)))
    return 'decisions'
  if (says(isSupplementTitle, early) || wasUnavailable(head.map((line) => line.text))) return 'supplement'
  const agendaWord = first((line, index) => isAgendaTitle(line.text) && !isItem(head, index))
  const membership = saysWhatHappened(head) ? NOWHERE : first((_, index) => isMembership(head, index))
  const agenda = Math.min(agendaWord, membership)
  const present = first((line, index) => PRESENT.test(line.text) && !isItem(head, index))
  // Below "Apologies", the minutes of a meeting are an item of business.
  const business = first((line) => isStockTitle(line.text) && !isMinutesTitle(line.text))
  const titled = first((line, index) => index < business && isMinutesTitle(line.text) && !isItem(head, index))
  // "Minutes of 4 March" above the word agenda, with nobody present, are what the meeting has before it.
  const minutes = agendaWord < present && titled < agendaWord ? present : Math.min(present, titled)
  if (says(isOfMeetingPage) && minutes > 3) return kindOfMeetingPage(lines)
  const rows = agendaWord === NOWHERE ? openingRows(lines) : undefined
  if (rows && rows.at < minutes) return rows.kind
  if (minutes < agenda) return 'minutes'
  if (agenda === NOWHERE || reportSigns(head.slice(0, 25)).labels >= 4) {
    const paper = kindOfPaper(lines)
    if (paper) return paper
  }
  if (agenda < NOWHERE) return 'agenda'
  if (asksForDecision(head.map((line) => line.text))) return 'decisions'
  if (isListOfBusiness(lines)) return saysWhatHappened(lines.slice(0, 150)) ? 'minutes' : 'agenda'
  return saysWhatWasDecided(lines) ? 'minutes' : undefined
}

/** A tracker, a report or a work programme: papers that go to a meeting. */
function kindOfPaper(lines: readonly Line[]): DocumentKind | undefined {
  const head = lines.slice(0, HEAD)
  const early = head.slice(0, EARLY)
  const isReport = opensAsReport(head)
  if (early.some((_, index) => isTrackerTitle(early, index)) && !isReport) return 'tracker'
  if (isReport) {
    // The report that only hands on a tracker is no more than its heading.
    const isTracker = early.some((line) => /^\W*(?:decision|recommendation)s? track/i.test(line.text))
    return isTracker && holdsRows(lines, 'tracker') ? 'tracker' : 'report'
  }
  if (isForwardPlan(lines) || early.some((_, index) => isProgramme(lines, index))) return 'work-programme'
  return hasSectionsOfReport(lines) ? 'report' : undefined
}

/** "Members:" with a date above or below it: a front sheet without the word agenda. */
function isMembership(head: readonly Line[], index: number): boolean {
  return (
    /^(?:(?:\w+ )?members(?:hip)?\s*:|to:?\s+(?:all |the )?(?:\w+ )?(?:members|councillors|cllrs?)\b)/i.test(
      head[index]?.text ?? '',
    ) && head.some((line) => dateIn(line.text))
  )
}

function isOfMeetingPage(text: string): boolean {
  return ITEM_COLUMNS.test(text) || /^agenda (?:and|&) decisions$/i.test(text)
}

/** The page of a meeting on a council's site holds under its items what has been published of them so far. */
function kindOfMeetingPage(lines: readonly Line[]): DocumentKind {
  if (lines.some(({ text }) => /\bminutes\s*:/i.test(text))) return 'agenda+minutes'
  return lines.some(({ text }) => /^decisions?\s*:/i.test(text)) ? 'decisions' : 'agenda'
}

/** The page of one item on a council's site: what it holds beside the title. */
function kindOfOneItem(lines: readonly Line[]): DocumentKind | undefined {
  const early = lines.slice(0, EARLY)
  const opens = early.find((line) => ONE_ITEM.test(line.text))
  const ofMeeting = early.some((line) => MEETING_OF_ITEM.test(line.text))
  if (!opens && !ofMeeting) return undefined
  // The page of a decision gives its minutes too.
  if (/decision/i.test(opens?.text ?? '')) return 'decisions'
  const holds = (pattern: RegExp): boolean => lines.slice(0, 400).some((line) => pattern.test(line.text))
  if (ofMeeting || holds(/^minutes\s*:/i)) return 'minutes'
  if (holds(/^decisions?\s*:/i)) return 'decisions'
  return saysWhatHappened(lines.slice(0, 400), 1) ? 'minutes' : 'agenda'
}
