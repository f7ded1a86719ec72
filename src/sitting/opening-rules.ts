import type { Temporal } from 'temporal-polyfill'
import { isAfter } from '../calendar/civil.ts'
import type { MeetingState } from '../meetings/types.ts'

/** So long before its beginning clerks can open a meeting: people gather, and the roll is called. */
export const OPENS_BEFORE = { hours: 1 }

/** The meeting as this rule needs it. */
export interface MeetingToOpen {
  readonly state: MeetingState
  readonly startsAt: Temporal.Instant
}

/**
 * Why a meeting cannot be opened now, or `undefined` when it can.
 *
 * - `not-held`: it was cancelled or postponed
 * - `too-early`: from an hour before its beginning
 */
export function whyNotOpen(
  { state, startsAt }: MeetingToOpen,
  now: Temporal.Instant,
): 'not-held' | 'too-early' | undefined {
  if (state !== 'scheduled') return 'not-held'
  return isAfter(opensFrom({ startsAt }), now) ? 'too-early' : undefined
}

export function opensFrom({ startsAt }: Pick<MeetingToOpen, 'startsAt'>): Temporal.Instant {
  return startsAt.subtract(OPENS_BEFORE)
}

/**
 * Who takes the chair to begin with: the Chair where they are there, else the Vice Chair; `undefined` where the
 * members must elect somebody.
 */
export function chairToBegin(
  members: readonly { readonly personId: string; readonly office: 'none' | 'chair' | 'viceChair' }[],
  there: ReadonlySet<string>,
): string | undefined {
  const holder = (office: 'chair' | 'viceChair') =>
    members.find((member) => member.office === office && there.has(member.personId))?.personId
  return holder('chair') ?? holder('viceChair')
}
