import type { Tx } from '../database/transact.ts'
import { ballotMessage } from '../meetings/messages.ts'
import type { SittingAtHand } from './at-hand.ts'
import type { RollWish } from './roll-changes.ts'

/**
 * Who comes in while a vote by button is open is asked as well. Whether they may vote on it is looked at when the
 * message is sent (law 3).
 */
export async function askArrived(
  tx: Tx,
  { meeting }: Pick<SittingAtHand, 'meeting'>,
  entered: readonly RollWish[],
): Promise<void> {
  const { councilId } = tx
  const { id: meetingId, committeeId } = meeting
  const arrived = entered.filter(({ kind }) => kind === 'arrived').map(({ personId }) => personId)
  const vote = await tx.db.vote.findFirst({
    where: { councilId, meetingId, state: 'open', method: 'electronic' },
    select: { id: true },
  })
  if (!vote || arrived.length === 0) return
  const onSlack = await tx.db.person.findMany({
    where: { councilId, id: { in: arrived }, slackUserId: { not: null } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const { id: personId } of onSlack)
    await tx.show(ballotMessage({ voteId: vote.id, committeeId, personId }))
}
