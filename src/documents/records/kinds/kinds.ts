import type { Line } from '../../lines/line.ts'
import type { DocumentKind } from '../../record.ts'
import { councilAlone, looksLikeBody } from '../heading/bodies.ts'
import { dateIn } from '../phrases/dates.ts'
import {
  isItem,
  isMinutesTitle,
  isProgramme,
  isTracker,
  PRESENT,
  REPORT_LABEL,
  reportLabels,
  STAMP,
} from './kind-signs.ts'
import { openingKind } from './opening-kind.ts'

/** A document inside a file: its kind and the lines that it takes. */
export interface Part {
  kind: DocumentKind
  lines: Line[]
}

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
    if (STAMP.test(text) || text.split(' ').length > 20 || /[.;]$/.test(text) || isItem(lines, at)) break
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
