import type { PaperDocument } from '../../../src/documents/paper.ts'
import { firstOf } from '../papers.ts'

/** Minutes of an invented committee with this attendance block. */
export function minutesWith(attendance: string, items = plainItems): Promise<PaperDocument> {
  return firstOf(
    `Minutes of the meeting of the Harbour Scrutiny Committee held on Thursday 4 March 2027\n\n${attendance}\n\n${items}`,
  )
}

export const plainItems = `1. Minutes of the last meeting

The minutes were agreed.

2. Harbour dredging

The Director presented the report.

3. Work programme

The programme was noted.
`

/** Minutes in which this is said under an item of this title. */
export function minutesSaying(title: string, said: string): Promise<PaperDocument> {
  return minutesWith(
    'Present: Councillors Arkwell (Chair), Boyce and Cardow.',
    `1. ${title}\n\n${said}\n\n2. Harbour dredging\n\nThe Director presented the report.\n\n3. Work programme\n\nThe programme was noted.\n`,
  )
}

/** A page of a meeting with the agenda's own words above what the minutes say. */
export function pageSaying(title: string, asked: string, said: string): Promise<PaperDocument> {
  return firstOf(
    `Agenda and minutes\n\nHarbour Scrutiny Committee - Thursday 4 March 2027 7.00 pm\n\nVenue: Civic Offices\n\nItems\nNo. Item\n\n1.\n\n${title}\n\n${asked}\n\nMinutes:\n\n${said}\n\n2.\n\nWork programme\n\nMinutes:\n\nThe programme was noted.\n`,
  )
}
