import type { PaperVote } from '../../record.ts'
import type { Business } from '../business.ts'
import { type Found, type FoundFields, listOf } from '../found.ts'
import { eachResolutionOnce, oneAccountOfVotes } from './accounts.ts'
import { OwnBody } from './own-body.ts'
import { type Passage, passagesOf } from './passages.ts'
import { resolutionsIn } from './resolutions.ts'
import { votesIn } from './votes.ts'

/** What the meeting resolved and how it voted. An agenda and what is added to it come before the meeting: they decide nothing. */
export function readDecisions(business: Business): FoundFields {
  if (business.kind === 'agenda' || business.kind === 'supplement') return {}
  const body = new OwnBody(business)
  const passages = passagesOf(business)
  return {
    resolutions: listOf(eachResolutionOnce(passages.flatMap((passage) => resolutionsIn(passage, body)))),
    votes: listOf(byItem(passages).flatMap((ofItem) => votesOf(ofItem, body))),
  }
}

function votesOf(passages: readonly Passage[], body: OwnBody): Found<PaperVote>[] {
  const told = (decision: boolean): Found<PaperVote>[] =>
    passages
      .filter((passage) => passage.decision === decision)
      .flatMap((passage) => votesIn(passage, body).map(({ vote }) => vote))
  return oneAccountOfVotes(told(true), told(false))
}

/** The decision and the minutes of one item stand one after the other. */
function byItem(passages: readonly Passage[]): Passage[][] {
  const items: Passage[][] = []
  for (const passage of passages) {
    const last = items.at(-1)
    if (last && last[0]?.section === passage.section) last.push(passage)
    else items.push([passage])
  }
  return items
}
