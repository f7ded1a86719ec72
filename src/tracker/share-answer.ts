import { toDate } from '../calendar/civil.ts'
import { membersOn } from '../committees/people.ts'
import type { Tx } from '../database/transact.ts'
import { clerksAddress } from '../meetings/clerks-address.ts'
import { answerAtHand, isRestricted } from './answers.ts'
import { answerMessage } from './owner-messages.ts'
import { tellAsker } from './tell-owed.ts'

/**
 * Send an answer on its way: one new line to whoever asked and to each member of the committee, and one to the clerks,
 * who tell those without Slack. Who may have it is looked at again when each is sent.
 *
 * @param today ISO civil date in the council's zone
 */
export async function shareAnswer(tx: Tx, answerId: string, today: string): Promise<void> {
  const { councilId } = tx
  const answer = await answerAtHand(tx, answerId)
  if (!answer) return
  await tx.db.trackerAnswer.update({
    where: { id: answerId, councilId },
    data: { sharedAt: toDate(tx.now), version: { increment: 1 } },
  })
  const { committeeId, asker, id: rowId } = answer.row
  const members = await membersOn(tx.db, councilId, committeeId, today)
  const readers = [
    ...members.map(({ person }) => person),
    ...(asker && !isRestricted(answer) ? [asker] : []),
  ].filter(({ slackUserId }) => slackUserId !== undefined)
  const committee = await tx.db.committee.findFirst({ where: { councilId, id: committeeId } })
  const address = { committeeId, clerksChannelId: committee?.clerksChannelId ?? undefined }
  const recipients = [
    ...[...new Set(readers.map(({ id }) => id))].map((person) => ({ person })),
    ...(await clerksAddress(tx, address)),
  ]
  for (const recipient of recipients) await tx.show(answerMessage({ answerId, committeeId, recipient }))
  await tellAsker(tx, rowId)
}
