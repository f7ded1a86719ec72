import { type CouncilRows, displayName } from '../committees/people.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'
import { nameOf } from '../sitting/chair-view.ts'
import { sittingWords } from '../sitting/words.en.ts'
import { howVoted } from './how-voted.ts'
import type { MotionOfMinutes } from './types.ts'
import { type VoteAtHand, voteAtHand, votesAtHand } from './vote-at-hand.ts'
import { withNames } from './vote-rows.ts'
import { motionsOfMeeting } from './votes-of-meeting.ts'
import type { VoteWords } from './words.en.ts'

export interface ListedVote {
  readonly vote: VoteAtHand
  readonly item: string
  readonly how: string
  /** What was declared before it was corrected, oldest first. */
  readonly before: readonly { readonly vote: VoteAtHand; readonly how: string; readonly why: string }[]
  readonly owns: readonly { readonly name: string; readonly side: string }[]
}

export interface ListedMotion {
  readonly motion: MotionOfMinutes
  readonly item: string
  readonly mover: string
}

export interface VotesListed {
  readonly meetingId: string
  readonly motions: readonly ListedMotion[]
  /** Latest first. */
  readonly votes: readonly ListedVote[]
}

/** Every vote of a meeting with its history, and the motions that were not decided by one. */
export async function votesListed(
  rows: CouncilRows,
  sitting: SittingAtHand,
  say: VoteWords,
): Promise<VotesListed> {
  const { councilId, db } = rows
  const meetingId = sitting.meeting.id
  const itemOf = (recordId: string) => {
    const business = sitting.business.find((one) => one.recordId === recordId)
    return business ? sittingWords.item(business) : ''
  }
  const latest = await votesAtHand(rows, meetingId)
  const all = (await db.vote.findMany({ where: { councilId, meetingId }, include: withNames })).map(
    voteAtHand,
  )
  const voted = new Set(latest.map(({ motionId }) => motionId))
  const motions = (await motionsOfMeeting(rows, meetingId)).filter(
    ({ id, state }) => state === 'open' || !voted.has(id),
  )
  return {
    meetingId,
    motions: motions.map((motion) => ({
      motion,
      item: itemOf(motion.recordId),
      mover: motion.mover ? displayName(motion.mover) : '',
    })),
    votes: latest.toReversed().map((vote) => ({
      vote,
      item: itemOf(vote.recordId),
      how: howVoted(vote, say),
      before: all
        .filter(({ number, revision }) => number === vote.number && revision < vote.revision)
        .toSorted((one, other) => one.revision - other.revision)
        .map((one) => ({
          vote: one,
          how: howVoted(one, say),
          why:
            all.find(({ number, revision }) => number === one.number && revision === one.revision + 1)?.why ??
            '',
        })),
      owns: vote.owns.map(({ personId, side }) => ({
        name: nameOf(sitting, personId),
        side: say.sides[side],
      })),
    })),
  }
}
