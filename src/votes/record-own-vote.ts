import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'
import { heldSitting, showControl, timeOf, type VotingAct } from './ground.ts'
import { whyNotOwnVote } from './own-vote-rules.ts'
import type { VoteRefusal } from './refusals.ts'
import { eligibleIn } from './rules.ts'
import type { VoteSide } from './types.ts'
import { type VoteAtHand, votesAtHand } from './vote-at-hand.ts'

export interface RecordOwnVote extends VotingAct {
  /** By its number: its latest revision counts. The last that was declared when absent. */
  readonly number?: number | undefined
  readonly memberId: string
  readonly side: VoteSide
}

/**
 * A member requires the minutes to say how they voted (SI 1993/202 Sch 2 para 1): they themselves at once, or the
 * clerk for them, later too with the time at which they asked. Asking twice is the same as once.
 */
export async function recordOwnVote(
  house: House,
  act: RecordOwnVote,
): Promise<Outcome<VoteAtHand, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const held = await heldSitting(tx, act.meetingId)
    if (!held.ok) return held
    const sitting = held.value
    const isRelayed = act.by !== act.memberId
    if (isRelayed && !(await isClerk(tx, sitting.meeting.committeeId, act.by)))
      return refused({ code: 'not-a-clerk' })
    const vote = lastDeclared(await votesAtHand(tx, act.meetingId), act.number)
    const business = sitting.business.find(({ recordId }) => recordId === vote?.recordId)
    if (!vote?.declaredAt || !business) return refused({ code: 'not-declared' })
    const asked = isRelayed && act.at === undefined && sitting.closedAt ? vote.declaredAt : act.at
    const at = timeOf(sitting, business, isRelayed ? asked : tx.now, tx.now)
    // Who asks for themselves asks now: outside the meeting that is after its end.
    if (!at.ok) return isRelayed ? at : refused({ code: 'next-begun' })
    const choice = vote.choices.find(({ personId }) => personId === act.memberId)?.side
    const why = whyNotOwnVote(
      {
        declaredAt: vote.declaredAt,
        nextBegunAt: nextBegun(sitting, vote),
        // Who voted despite a bar voted, too.
        hadVote: choice !== undefined || eligibleIn(vote.closed).includes(act.memberId),
        isRecorded: vote.isRecorded,
        choice,
      },
      act.side,
      at.value,
    )
    if (why) return refused(why)
    const of = { councilId: tx.councilId, voteId: vote.id, personId: act.memberId }
    const said = { side: act.side, at: toDate(at.value), byId: act.by }
    await tx.db.ownVote.upsert({
      where: { councilId_voteId_personId: of },
      create: { ...of, ...said },
      update: said,
    })
    const { id, committeeId } = sitting.meeting
    tx.audit(
      'sitting.own-vote-recorded',
      { meeting: id, vote: vote.id, member: act.memberId, side: act.side, relayed: isRelayed },
      committeeId,
    )
    await showControl(tx, id)
    return done(vote)
  })
}

export function lastDeclared(votes: readonly VoteAtHand[], number?: number): VoteAtHand | undefined {
  return votes.findLast(
    (vote) => vote.state === 'declared' && (number === undefined || vote.number === number),
  )
}

/** When other business was begun after a vote: "immediately after" ends there. */
export function nextBegun(
  { business, closedAt }: Pick<SittingAtHand, 'business' | 'closedAt'>,
  vote: Pick<VoteAtHand, 'recordId' | 'declaredAt'>,
): Temporal.Instant | undefined {
  const after = business.flatMap(({ recordId, startedAt }) =>
    startedAt &&
    recordId !== vote.recordId &&
    vote.declaredAt &&
    startedAt.epochMilliseconds >= vote.declaredAt.epochMilliseconds
      ? [startedAt]
      : [],
  )
  const first = after.toSorted((one, other) => one.epochMilliseconds - other.epochMilliseconds)[0]
  return first ?? closedAt?.add({ milliseconds: 1 })
}
