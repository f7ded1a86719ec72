import type { Tx } from '../database/transact.ts'
import { clerksToAsk, newsMessage, proposalsMessage, siteMessageKinds } from './messages.ts'

/**
 * Have the clerks asked: in their one message about the meeting, and where that stands already by one new
 * line as well, since an edit notifies nobody.
 *
 * @param of.proposalId the newest that is asked
 */
export async function askClerks(
  tx: Tx,
  of: { readonly committeeId: string; readonly seenId: string; readonly proposalId: string },
): Promise<void> {
  const { committeeId, seenId, proposalId } = of
  const standing = await tx.db.outboxMessage.count({
    where: {
      councilId: tx.councilId,
      kind: siteMessageKinds.proposals,
      subject: seenId,
      sentAt: { not: null },
    },
  })
  // Asked once more, a question has a line of its own once more.
  const slot = `${proposalId}/${tx.now.epochMilliseconds}`
  for (const recipient of await clerksToAsk(tx, committeeId)) {
    const message = { recipient, committeeId, seenId }
    await tx.show(proposalsMessage(message))
    if (standing > 0) await tx.show(newsMessage({ ...message, slot }))
  }
}
