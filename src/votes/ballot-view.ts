import type { KnownBlock } from '@slack/types'
import { actions, button, contexts, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { VoteMethod, VoteSide, VoteState } from './types.ts'
import type { VoteWords } from './words.en.ts'

export interface Ballot {
  readonly voteId: string
  readonly committee: string
  /** Absent of closed business: it stands in no message. */
  readonly question: string | undefined
  readonly state: VoteState
  readonly method: VoteMethod
  readonly side: VoteSide | undefined
}

/** A member's own message: the question with a button a side, and what they pressed. */
export function ballotBlocks(ballot: Ballot, { ballot: say, sides }: VoteWords): KnownBlock[] {
  const { voteId: value, committee, question, state, method, side } = ballot
  const asked = sections(say.ask(committee, question ?? say.closedQuestion))
  if (state === 'abandoned') return [...asked, ...contexts(say.abandoned())]
  if (state !== 'open') return [...asked, ...contexts(say.over(side && sides[side]))]
  if (method !== 'electronic') return [...asked, ...contexts(say.byHand())]
  return [
    ...asked,
    actions(
      button({ id: ids.votes.ballotFor, text: sides.for, value }),
      button({ id: ids.votes.ballotAgainst, text: sides.against, value }),
      button({ id: ids.votes.ballotAbstain, text: sides.abstain, value }),
    ),
    ...contexts(side === undefined ? say.notYet() : say.chosen(sides[side])),
  ]
}
