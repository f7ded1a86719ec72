import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { Visitor } from '../slack/visitor.ts'
import { mayAnswerFor } from './owner-acting.ts'
import { ownerWords } from './owner-words.ts'
import { trackedRow } from './rows.ts'
import type { TrackedRow } from './types.ts'

/** The row for somebody who may answer for it; anybody else is told who can. */
export async function heldByOwner(
  { house, personId, language }: Visitor,
  rowId: string,
): Promise<{ readonly row: TrackedRow; readonly today: string } | { readonly why: Mrkdwn }> {
  const say = ownerWords(language)
  const row = await trackedRow(house, rowId)
  if (!row) return { why: say.refusals.gone() }
  const today = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
  return (await mayAnswerFor(house, row, personId, today)) ? { row, today } : { why: say.refusals.notYours() }
}
