import type { House } from '../database/house.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { heldVote, showControl, type VotingAct } from './ground.ts'
import type { VoteRefusal } from './refusals.ts'
import type { VoteAtHand } from './vote-at-hand.ts'

export interface AbandonVote extends VotingAct {
  readonly voteId: string
}

/** A vote that was opened by mistake, or must be put again: nothing of it counts. Twice is the same as once. */
export async function abandonVote(house: House, act: AbandonVote): Promise<Outcome<VoteAtHand, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const held = await heldVote(tx, act)
    if (!held.ok) return held
    const { sitting, vote } = held.value
    if (vote.state === 'abandoned') return done(vote)
    if (vote.state === 'declared') return refused({ code: 'vote-ended' })
    await tx.db.vote.update({
      where: { id: vote.id, councilId: tx.councilId },
      data: { state: 'abandoned', version: { increment: 1 } },
    })
    const { id, committeeId } = sitting.meeting
    tx.audit('sitting.vote-abandoned', { meeting: id, vote: vote.id, number: vote.number }, committeeId)
    await tx.refresh({ kind: messageKinds.ballot, subject: vote.id })
    await showControl(tx, id)
    return done({ ...vote, state: 'abandoned' })
  })
}
