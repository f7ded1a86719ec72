import { closedRowSaid, dayInFull } from './list-words.en.ts'
import type { TrackedRow } from './types.ts'

/**
 * The notice in writing (LGA 2000 s9FE) as a text to copy. Of closed business it names the reference alone: its words
 * go with the closed papers.
 *
 * @param of.respondBy ISO civil date, as the clock that it starts ends
 */
export function noticeText(of: {
  readonly committee: string
  readonly toBody: string
  readonly sentOn: string
  readonly respondBy: string
  readonly isPublished: boolean
  readonly rows: readonly TrackedRow[]
}): string {
  const { committee, toBody, sentOn, respondBy, isPublished, rows } = of
  return [
    `To: ${toBody}`,
    `From: ${committee}`,
    `Date: ${dayInFull(sentOn)}`,
    '',
    'Notice under section 9FE of the Local Government Act 2000',
    '',
    `The committee has made the recommendations below, and by this notice requires ${toBody}, by ${dayInFull(respondBy)} (two months beginning with the day on which you received them or, if later, this notice):`,
    '(a) to consider them;',
    '(b) to respond to the committee, saying what (if any) action you propose to take;',
    ...(isPublished ? ['(c) as they were published, to publish your response.'] : []),
    '',
    ...rows.flatMap((row) => [line(row), '']),
    'Please say of each whether it is accepted, accepted in part or rejected, with your reasons. To note a recommendation, or to accept it in principle, is not to accept it.',
  ].join('\n')
}

function line(row: TrackedRow): string {
  if (row.isClosed) return closedRowSaid(row).text
  const where = [
    ...(row.metOn === undefined ? [] : [dayInFull(row.metOn)]),
    ...(row.minute === '' ? [] : [`minute ${row.minute}`]),
    ...(row.path === '' ? [] : [`part ${row.path}`]),
  ]
  const from = where.length === 0 ? '' : ` (${where.join(', ')})`
  return `${row.reference}${from}: ${[row.leadIn, row.text].filter((text) => text !== '').join(' ')}`
}
