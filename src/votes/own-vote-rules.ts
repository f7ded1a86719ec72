import { Temporal } from 'temporal-polyfill'
import type { Counts, VoteSide } from './types.ts'

/**
 * - `not-declared`: it can be asked for only once the result is declared
 * - `next-begun`: the next item had begun; only "immediately after a vote" counts
 * - `not-there`: whoever asks had no part in this vote
 * - `named-already`: the minutes name everybody's vote anyway
 * - `other-side`: the vote that is recorded for them was another
 */
export type OwnVoteRefusal =
  | { readonly code: 'not-declared' }
  | { readonly code: 'next-begun' }
  | { readonly code: 'not-there' }
  | { readonly code: 'named-already' }
  | { readonly code: 'other-side'; readonly side: VoteSide }

export interface OwnVoteGround {
  readonly declaredAt: Temporal.Instant | undefined
  /** When the item after it began, where one has. */
  readonly nextBegunAt: Temporal.Instant | undefined
  readonly hadVote: boolean
  readonly isRecorded: boolean
  /** What is recorded of them by name, though the minutes print no names. */
  readonly choice: VoteSide | undefined
}

/**
 * Why a member cannot have their own vote minuted, or `undefined` when they can: any member may require it
 * "immediately after" a vote (SI 1993/202 Sch 2 para 1).
 *
 * @param at when the member asked
 */
export function whyNotOwnVote(
  ground: OwnVoteGround,
  side: VoteSide,
  at: Temporal.Instant,
): OwnVoteRefusal | undefined {
  const { declaredAt, nextBegunAt, hadVote, isRecorded, choice } = ground
  if (!declaredAt || Temporal.Instant.compare(at, declaredAt) < 0) return { code: 'not-declared' }
  if (nextBegunAt && Temporal.Instant.compare(at, nextBegunAt) >= 0) return { code: 'next-begun' }
  if (!hadVote) return { code: 'not-there' }
  if (isRecorded) return { code: 'named-already' }
  if (choice !== undefined && choice !== side) return { code: 'other-side', side: choice }
  return undefined
}

/** Sides on which more members say they voted than were counted: for the clerk to look into, never refused. */
export function sidesOverclaimed(
  counts: Counts | undefined,
  owns: readonly { readonly side: VoteSide }[],
): VoteSide[] {
  if (!counts) return []
  const sides = ['for', 'against', 'abstain'] as const
  return sides.filter((side) => owns.filter((own) => own.side === side).length > counts[side])
}
