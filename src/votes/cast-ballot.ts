import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { electorateOf } from './electorate.ts'
import { standingOf } from './eligible-rules.ts'
import { businessIn, heldSitting, showControl } from './ground.ts'
import type { VoteRefusal } from './refusals.ts'
import type { VoteSide } from './types.ts'
import { type VoteAtHand, voteById } from './vote-at-hand.ts'

export interface CastBallot {
  readonly voteId: string
  readonly by: string
  readonly side: VoteSide
}

/**
 * A member presses how they vote: one row a person, and the last press before closing counts. Who is not in the
 * room, or may not vote, is told why; of a vote despite an interest the clerk is the one to tell, who is warned of it.
 */
export async function castBallot(house: House, act: CastBallot): Promise<Outcome<VoteAtHand, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const of = { councilId: tx.councilId, id: act.voteId }
    const row = await tx.db.vote.findFirst({ where: of, select: { meetingId: true } })
    if (!row) return refused({ code: 'vote-gone' })
    const held = await heldSitting(tx, row.meetingId)
    if (!held.ok) return held
    // Read again once the sitting is held: it may have been closed while this press waited.
    const vote = await voteById(tx, row.meetingId, act.voteId)
    if (!vote) return refused({ code: 'vote-gone' })
    if (vote.state !== 'open' || vote.method !== 'electronic') return refused({ code: 'vote-ended' })
    const business = businessIn(held.value, vote.recordId)
    if (!business.ok) return business
    const electorate = await electorateOf(tx, held.value, business.value, vote.about)
    const { bar } = standingOf(electorate.at(tx.now), act.by)
    if (bar) return refused({ code: 'not-entitled', personId: act.by, bar })
    const before = vote.choices.find(({ personId }) => personId === act.by)
    if (before?.side === act.side) return done(vote)
    const mine = { councilId: tx.councilId, voteId: vote.id, personId: act.by }
    const cast = { side: act.side, way: 'member' as const, despite: '', at: toDate(tx.now), byId: act.by }
    await tx.db.voteChoice.upsert({
      where: { councilId_voteId_personId: mine },
      create: { ...mine, ...cast },
      update: { ...cast, version: { increment: 1 } },
    })
    const { id, committeeId } = held.value.meeting
    tx.audit('sitting.ballot-cast', { meeting: id, vote: vote.id, member: act.by }, committeeId)
    await tx.refresh({
      kind: messageKinds.ballot,
      subject: vote.id,
      recipient: { person: act.by },
    })
    await showControl(tx, id)
    const now = await voteById(tx, id, vote.id)
    return now ? done(now) : refused({ code: 'vote-gone' })
  })
}
