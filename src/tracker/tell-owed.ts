import type { Tx } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'
import { refreshAsked, refreshClerksAsked } from './note-escalations.ts'
import { givenMessage, myQuestionMessage } from './owner-messages.ts'

/**
 * Tell whoever asked a question that it has moved: answered, due on another day, given to somebody else, closed. One
 * message, which is edited to stay true. An asker without Slack hears of it from the clerks.
 */
export async function tellAsker(tx: Tx, rowId: string): Promise<void> {
  const { councilId } = tx
  const row = await tx.db.trackerRow.findFirst({
    where: { councilId, id: rowId },
    select: { askerId: true, committeeId: true },
  })
  if (!row?.askerId) return
  const onSlack = { councilId, id: row.askerId, slackUserId: { not: null } }
  if ((await tx.db.person.count({ where: onSlack })) === 0) return
  await tx.show(myQuestionMessage({ rowId, committeeId: row.committeeId, personId: row.askerId }))
}

/** Make true again everything that owners, askers and those who decide were told of a row. */
export async function refreshOwed(
  tx: Tx,
  row: { readonly id: string; readonly groupKey: string },
): Promise<void> {
  await refreshAsked(tx, row)
  await refreshClerksAsked(tx, row)
  for (const { id } of await toClear(tx, row.id))
    await tx.refresh({ kind: messageKinds.answerClearance, subject: id })
  await tx.refresh({ kind: messageKinds.myQuestion, subject: row.id })
  await tx.refresh({ kind: messageKinds.ownerGiven, subject: row.groupKey })
}

function toClear({ councilId, db }: Tx, rowId: string) {
  return db.trackerAnswer.findMany({
    where: { councilId, rowId, clearance: { in: ['waiting', 'sentBack'] } },
    select: { id: true },
    orderBy: { number: 'desc' },
    // The last one given, and the one whose place it took.
    take: 2,
  })
}

/** Tell those who owe a row from now on that they do, unless it was their own act. */
export async function tellNewOwners(
  tx: Tx,
  row: { readonly committeeId: string; readonly groupKey: string },
  personIds: readonly string[],
): Promise<void> {
  const onSlack = await tx.db.person.findMany({
    where: {
      councilId: tx.councilId,
      id: { in: personIds.filter((id) => id !== tx.by) },
      slackUserId: { not: null },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  const { committeeId, groupKey } = row
  for (const { id } of onSlack)
    await tx.show(givenMessage({ committeeId, groupKey, personId: id, now: tx.now }))
}
