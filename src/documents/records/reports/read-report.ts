import type { Line } from '../../lines/line.ts'
import { type FoundFields, placeOf } from '../found.ts'
import { councilAlone } from '../heading/bodies.ts'
import { councilByAddress, mixedCase } from '../heading/council.ts'
import type { Part } from '../kinds/kinds.ts'
import { dateIn } from '../phrases/dates.ts'
import { labelled, wholeValue } from '../phrases/labels.ts'

/** How far into a report its front sheet goes. */
const FRONT_SHEET = 30

/** What the front sheet of a report says of it, and what the report recommends. */
export function readReport({ lines }: Part, whole: readonly Line[]): FoundFields {
  const front = lines.slice(0, FRONT_SHEET)
  const title = labelled(front, /report title|title of report|subject/)
  const committee = labelled(front, /committee|meeting|report to/)
  const date = labelled(front, /date(?: of meeting)?/)
  const day = date && dateIn(date.value)
  const council = front.slice(0, 3).find((line) => councilAlone(line.text))
  const name = council && councilAlone(council.text)
  return {
    title: title && { value: wholeValue(front, title), at: placeOf(title.line) },
    committee:
      committee && !dateIn(committee.value)
        ? { value: committee.value, at: placeOf(committee.line) }
        : undefined,
    date: date && day && { value: day.date, at: placeOf(date.line) },
    council:
      council && name
        ? { value: mixedCase(name, whole), at: placeOf(council) }
        : councilByAddress(front, whole),
  }
}
