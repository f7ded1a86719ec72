import type { House } from '../database/house.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { heldVote, showControl, type VotingAct } from './ground.ts'
import type { VoteRefusal } from './refusals.ts'
import { type VoteAtHand, voteById } from './vote-at-hand.ts'

export interface ChangeMethod extends VotingAct {
  readonly voteId: string
  readonly to: 'hands' | 'rollCall'
}

/**
 * Finish a vote by other means, as when Slack cannot be reached in the middle of it. Calling the roll, the clerk
 * goes on from what members pressed; a show of hands counts everybody anew, so that nothing counts twice.
 */
export async function changeMethod(
  house: House,
  act: ChangeMethod,
): Promise<Outcome<VoteAtHand, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const held = await heldVote(tx, act)
    if (!held.ok) return held
    const { sitting, vote } = held.value
    if (vote.state !== 'open') return refused({ code: 'vote-ended' })
    if (vote.method === act.to) return done(vote)
    const isNamed = act.to === 'rollCall'
    if (!isNamed && vote.requestedByIds.length > 0 && vote.isRecorded)
      return refused({ code: 'names-needed' })
    if (!isNamed)
      await tx.db.voteChoice.deleteMany({ where: { councilId: tx.councilId, voteId: vote.id, despite: '' } })
    await tx.db.vote.update({
      where: { id: vote.id, councilId: tx.councilId },
      data: { method: act.to, isRecorded: isNamed, version: { increment: 1 } },
    })
    const { id, committeeId } = sitting.meeting
    tx.audit(
      'sitting.vote-method-changed',
      { meeting: id, vote: vote.id, from: vote.method, to: act.to },
      committeeId,
    )
    await tx.refresh({ kind: messageKinds.ballot, subject: vote.id })
    await showControl(tx, id)
    const now = await voteById(tx, id, vote.id)
    return now ? done(now) : refused({ code: 'vote-gone' })
  })
}
