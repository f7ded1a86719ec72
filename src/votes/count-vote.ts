import { Temporal } from 'temporal-polyfill'
import { done, type Outcome, refused } from '../outcome.ts'
import type { Electorate } from './electorate.ts'
import { standingOf } from './eligible-rules.ts'
import type { VoteRefusal } from './refusals.ts'
import { countByName, isEqual, NOTHING_COUNTED, resultOf, whyNotCounted, whyNotUnanimous } from './rules.ts'
import type { Counts, Standing, VoteResult } from './types.ts'
import type { VoteAtHand } from './vote-at-hand.ts'

/** How a vote went, as the clerk enters it; of a vote by name the names say it. */
export interface VoteCount {
  /** Of a show of hands. */
  readonly counts?: Counts | undefined
  /** Noted as unanimous; without a count, numbers are never made of it. */
  readonly isUnanimous?: boolean | undefined
  /** Of a vote by voices: what whoever presided declared. */
  readonly isCarried?: boolean | undefined
}

export interface CountedVote {
  readonly counts: Counts | undefined
  readonly standings: readonly Standing[]
  /** Absent where the votes are equal: whoever presides has a casting vote. */
  readonly result: VoteResult | undefined
  readonly isUnanimous: boolean
}

/** Count a vote at the moment of its closing, or say why it cannot be. */
export function countVote(
  vote: Pick<VoteAtHand, 'method' | 'isRecorded' | 'choices'>,
  count: VoteCount,
  electorate: Electorate,
  moment: Temporal.Instant,
): Outcome<CountedVote, VoteRefusal> {
  const standings = electorate.at(moment)
  if (isByName(vote)) return countedByName(vote, count, electorate, moment)
  const isUnanimous = count.isUnanimous ?? false
  const isCounted = count.counts !== undefined || (vote.method === 'hands' && !isUnanimous)
  if (!isCounted) {
    // Agreed without a vote is carried, unless a correction says that it was not.
    const isCarried = isUnanimous || (count.isCarried ?? (vote.method === 'assent' ? true : undefined))
    if (isCarried === undefined) return refused({ code: 'outcome-missing' })
    return done({ counts: undefined, standings, result: isCarried ? 'carried' : 'lost', isUnanimous })
  }
  const counts = count.counts ?? NOTHING_COUNTED
  const despite = vote.choices.filter((choice) => choice.despite !== undefined)
  const fault =
    whyNotCounted(counts, standings, despite) ?? (isUnanimous ? whyNotUnanimous(counts) : undefined)
  return fault ? refused(fault) : done(outcomeOf(counts, standings, isUnanimous))
}

/** Whether it is decided by who voted how, and not by numbers alone. */
export function isByName({ method, isRecorded }: Pick<VoteAtHand, 'method' | 'isRecorded'>): boolean {
  return isRecorded || method === 'rollCall' || method === 'electronic'
}

function countedByName(
  vote: Pick<VoteAtHand, 'choices'>,
  count: VoteCount,
  electorate: Electorate,
  moment: Temporal.Instant,
): Outcome<CountedVote, VoteRefusal> {
  // Cast after the moment that is now said to be its end, it still is a vote: they were asked in time.
  const castAt = new Map(vote.choices.map(({ personId, at }) => [personId, earlier(at, moment)]))
  const found = countByName(vote.choices, electorate.at(moment), (personId) => {
    const at = castAt.get(personId)
    return at !== undefined && standingOf(electorate.at(at), personId).bar === undefined
  })
  if ('fault' in found) return refused(found.fault)
  const { counts, standings } = found.counted
  const isUnanimous = count.isUnanimous ?? false
  const fault = isUnanimous ? whyNotUnanimous(counts) : undefined
  return fault ? refused(fault) : done(outcomeOf(counts, standings, isUnanimous))
}

function outcomeOf(counts: Counts, standings: readonly Standing[], isUnanimous: boolean): CountedVote {
  return {
    counts,
    standings,
    isUnanimous,
    result: isEqual(counts) ? undefined : resultOf(counts, undefined),
  }
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other
}
