import { Temporal } from 'temporal-polyfill'
import { done, type Outcome, refused } from '../outcome.ts'
import { notBefore } from '../sitting/acting.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'
import type { GroundRefusal } from './refusals.ts'
import type { VoteAtHand } from './vote-at-hand.ts'

/** A vote whose beginning was entered later than this is being written up, and not taken now. */
const WRITTEN_UP = Temporal.Duration.from({ minutes: 2 })

/**
 * When something about a vote happened that is entered without a time: now, while it is being taken; when the vote
 * was opened, where it is written up afterwards.
 */
export function momentOf(
  sitting: Pick<SittingAtHand, 'closedAt'>,
  vote: Pick<VoteAtHand, 'openedAt' | 'enteredAt' | 'closedAt'>,
  at: Temporal.Instant | undefined,
  now: Temporal.Instant,
): Outcome<Temporal.Instant, GroundRefusal> {
  const end = sitting.closedAt ?? now
  if (at) {
    const moment = notBefore(at, vote.openedAt)
    const isOutside = !moment || Temporal.Instant.compare(moment, end) > 0
    return isOutside ? refused({ code: 'time-outside' }) : done(moment)
  }
  const begun = vote.openedAt.add(WRITTEN_UP)
  const isWrittenUp = sitting.closedAt !== undefined || Temporal.Instant.compare(begun, vote.enteredAt) < 0
  return done(isWrittenUp ? (vote.closedAt ?? vote.openedAt) : now)
}
