import type { Place } from '../../paper.ts'
import type { PaperResolution, PaperVote } from '../../record.ts'
import type { Business } from '../business.ts'
import { type Found, type FoundFields, listOf } from '../found.ts'
import { eachResolutionOnce, oneAccountOfVotes } from './accounts.ts'
import { callInDeadlineOf, callInOf } from './call-in.ts'
import { carriedMotions } from './carried-motions.ts'
import { refusalsIn } from './not-approved.ts'
import { OwnBody } from './own-body.ts'
import { type Passage, passagesOf } from './passages.ts'
import { resolutionsIn } from './resolutions.ts'
import { tabledDecisions } from './tabled-decisions.ts'
import { withDoubtOfPresence } from './vote-doubts.ts'
import { votesIn } from './votes.ts'

/**
 * What the meeting resolved and how it voted. An agenda and what is added to it come before the meeting: they
 * decide nothing. `present` are those whom the paper lists as having been there.
 */
export function readDecisions(business: Business, present?: readonly string[]): FoundFields {
  const callIn = callInOf(business)
  if (business.kind === 'agenda' || business.kind === 'supplement') return { callIn }
  const body = new OwnBody(business)
  const passages = passagesOf(business)
  const items = byItem(passages).map((ofItem) => decisionsOn(ofItem, body))
  return {
    resolutions: listOf(
      withTabled(
        tabledDecisions(business),
        eachResolutionOnce(items.flatMap(({ resolutions }) => resolutions)),
      ),
    ),
    votes: listOf(items.flatMap(({ votes }) => votes.map((vote) => withDoubtOfPresence(vote, present)))),
    notApproved: listOf(passages.flatMap(refusalsIn)),
    callIn,
    callInDeadline: callInDeadlineOf(business),
  }
}

/** Of an item whose decision stands in a table, and between the table's rows, what is read otherwise is a cell once more. */
function withTabled(
  tabled: readonly Found<PaperResolution>[],
  others: readonly Found<PaperResolution>[],
): Found<PaperResolution>[] {
  const items = new Set(tabled.map(({ value }) => value.item))
  const [first] = tabled
  const last = tabled.at(-1)
  if (!first || !last) return [...others]
  const isBetween = ({ at }: Found<unknown>): boolean => !isAbove(at, first.at) && !isAbove(last.at, at)
  return [...tabled, ...others.filter((other) => !items.has(other.value.item) && !isBetween(other))]
}

function isAbove(one: Place, other: Place): boolean {
  return one.page < other.page || (one.page === other.page && one.line < other.line)
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

function decisionsOn(
  passages: readonly Passage[],
  body: OwnBody,
): { resolutions: Found<PaperResolution>[][]; votes: Found<PaperVote>[] } {
  const told = passages.map((passage) => ({
    passage,
    votes: votesIn(passage, body),
    decisions: resolutionsIn(passage, body),
  }))
  // Where a decision is set apart, "it was agreed to send the figures" in the discussion is not the decision.
  const setApart = told.some(({ decisions }) => decisions.some(({ manner }) => manner === 'set apart'))
  const resolutions = told.map(({ passage, votes, decisions }) => {
    if (setApart) return decisions.filter(({ manner }) => manner !== 'in prose')
    const motions = passage.decision ? [] : carriedMotions(passage, votes)
    return [...decisions, ...motions].sort((one, other) => one.paragraph - other.paragraph)
  })
  const votesOf = (decision: boolean): Found<PaperVote>[] =>
    told
      .filter(({ passage }) => passage.decision === decision)
      .flatMap(({ votes }) => votes.map(({ vote }) => vote))
  return {
    resolutions: resolutions.map((decisions) => decisions.map(({ resolution }) => resolution)),
    votes: oneAccountOfVotes(votesOf(true), votesOf(false)),
  }
}
