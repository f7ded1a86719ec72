import type { Line } from '../../lines/line.ts'
import type { DocumentKind } from '../../record.ts'
import { beginsAnotherMeeting } from './business-signs.ts'
import { MEETING_OF_ITEM, STAMP, untilStamp } from './kind-signs.ts'
import { beginsMinutes, isMinutesTitle, minutesHeading, PRESENT } from './minutes-signs.ts'
import { openingKind } from './opening-kind.ts'
import { asksAgain, isStampedReport, reportStart } from './report-signs.ts'
import { isProgramme, isTracker, trackerTable } from './table-signs.ts'

/** A document inside a file: its kind and the lines that it takes. */
export interface Part {
  kind: DocumentKind
  lines: Line[]
}

interface Start {
  index: number
  kind: DocumentKind
  stamped?: true
  /** Of a tracker: the head of its table, which is printed again on every page. */
  head?: string
}

/** How far below a stamp its papers say what they are. */
const BELOW_STAMP = 14
/** Two documents do not begin within so few lines, where no stamp says so. */
const SHORTEST = 3
/** The heading of a tracker or a programme that does not open with its name, in lines. */
const TALLEST_HEADING = 20

/** The documents of a file in their order. A file of which nothing is recognised has none. */
export function partsOf(lines: readonly Line[]): Part[] {
  const opening = openingKind(lines)
  const starts: Start[] = opening ? [{ index: 0, kind: opening }] : []
  // A page of a council's site holds one meeting; what looks like another document in it is a list of links.
  if (opening !== 'agenda+minutes' && opening !== 'decisions') {
    for (let index = opening ? 5 : 0; index < lines.length; index += 1) {
      const last = starts.at(-1)
      const start = startAt(lines, index, last)
      if (!start || (last && !start.stamped && start.index <= last.index + SHORTEST)) continue
      starts.push(start)
      index = Math.max(index, start.index)
    }
  }
  return starts.map((start, at) => ({
    kind: start.kind,
    lines: lines.slice(at === 0 ? withHeading(start) : start.index, starts[at + 1]?.index),
  }))
}

/** What stands above the first table of a file, near its top, is the heading of it. */
function withHeading({ index, kind }: Start): number {
  return index <= TALLEST_HEADING && (kind === 'tracker' || kind === 'work-programme') ? 0 : index
}

/** Whether a further document begins around this line, and at which line. */
function startAt(lines: readonly Line[], index: number, last: Start | undefined): Start | undefined {
  const line = lines[index]
  if (!line) return undefined
  const after = last?.index ?? -1
  const current = last?.kind
  if (STAMP.test(line.text)) {
    const papers = behindStamp(lines, index)
    return papers && { ...papers, stamped: true }
  }
  // The page of an item that came before several meetings.
  if (
    current === 'minutes' &&
    index > 0 &&
    MEETING_OF_ITEM.test(line.text) &&
    lines.slice(after, index).some((one) => MEETING_OF_ITEM.test(one.text))
  )
    return { index, kind: 'minutes' }
  if (PRESENT.test(line.text)) {
    const heading = minutesHeading(lines, index, after)
    if (heading !== undefined) return { index: heading, kind: 'minutes' }
  }
  if ((current === 'agenda' || current === 'minutes') && beginsAnotherMeeting(lines, index, after))
    return { index, kind: current }
  if (current === 'minutes' && beginsMinutes(lines, index, after)) return { index, kind: 'minutes' }
  const report = reportStart(lines, index, after)
  if (report !== undefined && (current !== 'report' || asksAgain(lines, after, report)))
    return { index: report, kind: 'report' }
  if (current !== 'work-programme' && isProgramme(lines, index)) return { index, kind: 'work-programme' }
  if (current !== 'tracker' && isTracker(lines, index)) return { index, kind: 'tracker' }
  return current === 'agenda' || current === 'minutes' ? undefined : trackerAt(lines, index, last)
}

/** A tracker that is only known by the head of its table; the same head again is the same table overleaf. */
function trackerAt(lines: readonly Line[], index: number, last: Start | undefined): Start | undefined {
  const inTracker = last?.kind === 'tracker'
  const after = inTracker ? last.index - 1 : (last?.index ?? -1)
  const table = trackerTable(lines, index, after, last?.head)
  if (!table) return undefined
  if (inTracker) {
    last.head ??= table.head
    if (last.head === table.head || table.caption === index || table.caption <= last.index) return undefined
  }
  return { index: table.caption, kind: 'tracker', head: table.head }
}

/** What the papers are that are stamped with an item's number. */
function behindStamp(lines: readonly Line[], stamp: number): Start | undefined {
  const from = stamp + 1
  const papers = untilStamp(lines.slice(from, from + BELOW_STAMP))
  const present = papers.findIndex((line) => PRESENT.test(line.text))
  if (
    papers.some((line) => isMinutesTitle(line.text)) ||
    (present >= 0 && minutesHeading(lines, from + present, stamp) !== undefined)
  )
    return { index: from, kind: 'minutes' }
  for (const [at] of papers.entries()) {
    if (isProgramme(lines, from + at)) return { index: from, kind: 'work-programme' }
    if (isTracker(lines, from + at)) return { index: from, kind: 'tracker' }
  }
  return isStampedReport(papers) ? { index: from, kind: 'report' } : undefined
}
