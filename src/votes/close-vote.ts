import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'
import { presidingAt } from '../sitting/roll-rules.ts'
import { type CountedVote, countVote, type VoteCount } from './count-vote.ts'
import { electorateOf } from './electorate.ts'
import { flagged } from './eligible-rules.ts'
import { businessIn, heldVote, showControl, type VotingAct } from './ground.ts'
import type { VoteRefusal } from './refusals.ts'
import { toStored } from './stored-standings.ts'
import type { Standing } from './types.ts'
import { type CastChoice, type VoteAtHand, voteById } from './vote-at-hand.ts'
import { momentOf } from './vote-moment.ts'

export interface CloseVote extends VotingAct, VoteCount {
  readonly voteId: string
}

/**
 * Close a vote: who may vote is taken down again, and a counted vote closes only when it adds up (law 4). Until it
 * is declared it can be counted again.
 */
export async function closeVote(house: House, act: CloseVote): Promise<Outcome<VoteAtHand, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const held = await heldVote(tx, act)
    if (!held.ok) return held
    const { sitting, vote } = held.value
    const closed = await closeWithin(tx, sitting, vote, act)
    if (closed.ok) await showControl(tx, act.meetingId)
    return closed
  })
}

/** The same where the sitting is held already. */
export async function closeWithin(
  tx: Tx,
  sitting: SittingAtHand,
  vote: VoteAtHand,
  act: VoteCount & { readonly at?: Temporal.Instant | undefined },
): Promise<Outcome<VoteAtHand, VoteRefusal>> {
  if (vote.state !== 'open' && vote.state !== 'closed') return refused({ code: 'vote-ended' })
  const business = businessIn(sitting, vote.recordId)
  if (!business.ok) return business
  const moment = momentOf(sitting, vote, act.at, tx.now)
  if (!moment.ok) return moment
  const electorate = await electorateOf(tx, sitting, business.value, vote.about)
  const choices = await keepFlags(tx, vote, electorate.at(moment.value))
  const counted = countVote({ ...vote, choices }, act, electorate, moment.value)
  if (!counted.ok) return counted
  await tx.db.vote.update({
    where: { id: vote.id, councilId: tx.councilId },
    data: {
      ...columnsOf(vote, counted.value),
      state: 'closed',
      presidingId: presidingAt(sitting.chairs, moment.value, vote.recordId) ?? null,
      closedAt: toDate(moment.value),
      version: { increment: 1 },
    },
  })
  const { id, committeeId } = sitting.meeting
  tx.audit('sitting.vote-closed', { meeting: id, vote: vote.id, method: vote.method }, committeeId)
  await tx.refresh({ kind: messageKinds.ballot, subject: vote.id })
  const now = await voteById(tx, id, vote.id)
  return now ? done(now) : refused({ code: 'vote-gone' })
}

/** An interest that was disclosed after a member had voted flags their vote all the same (law 4). */
async function keepFlags(
  tx: Tx,
  vote: Pick<VoteAtHand, 'id' | 'choices'>,
  standings: readonly Standing[],
): Promise<CastChoice[]> {
  const choices = flagged(vote.choices, standings)
  for (const { personId, despite } of choices) {
    if (vote.choices.find((one) => one.personId === personId)?.despite === despite) continue
    await tx.db.voteChoice.update({
      where: { councilId_voteId_personId: { councilId: tx.councilId, voteId: vote.id, personId } },
      data: { despite: despite ?? '', version: { increment: 1 } },
    })
  }
  return choices
}

/** What a count leaves in the vote's row. */
export function columnsOf(
  vote: Pick<VoteAtHand, 'about'>,
  { counts, standings, result, isUnanimous }: CountedVote,
) {
  return {
    eligibleClosed: toStored(vote.about, standings),
    countFor: counts?.for ?? null,
    countAgainst: counts?.against ?? null,
    countAbstain: counts?.abstain ?? null,
    countNone: counts?.none ?? null,
    result: result ?? null,
    isUnanimous,
  }
}
