import { Temporal } from 'temporal-polyfill'
import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'
import { castingOf } from './casting.ts'
import { heldVote, showControl, type VotingAct } from './ground.ts'
import type { VoteRefusal } from './refusals.ts'
import { NOTHING_COUNTED, resultOf } from './rules.ts'
import { settleMotion } from './settle-motion.ts'
import type { CastingSide, VerbClass } from './types.ts'
import { type VoteAtHand, voteById } from './vote-at-hand.ts'
import { momentOf } from './vote-moment.ts'

export interface DeclareVote extends VotingAct {
  readonly voteId: string
  /** How whoever presides used the second or casting vote; they need not use it. */
  readonly casting?: CastingSide | undefined
}

/** Record that the result was declared. Declaring twice is the same as once. */
export async function declareVote(house: House, act: DeclareVote): Promise<Outcome<VoteAtHand, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const held = await heldVote(tx, act)
    if (!held.ok) return held
    const { sitting, vote } = held.value
    if (vote.state === 'declared' && vote.casting === act.casting) return done(vote)
    const declared = await declareWithin(tx, sitting, vote, act)
    if (declared.ok) await showControl(tx, act.meetingId)
    return declared
  })
}

/**
 * The same where the sitting is held already.
 *
 * @param of.standard what the words of a button do, where nobody wrote any: there is nothing for the clerk to look at
 */
export async function declareWithin(
  tx: Tx,
  sitting: SittingAtHand,
  vote: VoteAtHand,
  { casting, at, standard }: Pick<DeclareVote, 'casting' | 'at'> & { readonly standard?: VerbClass },
): Promise<Outcome<VoteAtHand, VoteRefusal>> {
  if (vote.state !== 'closed' || !vote.closedAt) return refused({ code: 'vote-ended' })
  const moment = momentOf(sitting, vote, at, tx.now)
  if (!moment.ok) return moment
  const declaredAt = Temporal.Instant.compare(moment.value, vote.closedAt) < 0 ? vote.closedAt : moment.value
  const cast = castingOf(sitting, vote, casting, declaredAt)
  if (!cast.ok) return cast
  const result = vote.result ?? resultOf(vote.counts ?? NOTHING_COUNTED, casting)
  await tx.db.vote.update({
    where: { id: vote.id, councilId: tx.councilId },
    data: {
      state: 'declared',
      result,
      declaredAt: toDate(declaredAt),
      ...cast.value,
      version: { increment: 1 },
    },
  })
  const { id, committeeId } = sitting.meeting
  tx.audit(
    'sitting.vote-declared',
    { meeting: id, vote: vote.id, number: vote.number, result, casting: casting ?? '' },
    committeeId,
  )
  await settleMotion(tx, sitting, vote, result, standard)
  const now = await voteById(tx, id, vote.id)
  return now ? done(now) : refused({ code: 'vote-gone' })
}
