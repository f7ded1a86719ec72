import type { Temporal } from 'temporal-polyfill'
import { isAfter } from '../calendar/civil.ts'

export const APOLOGY_KINDS = ['absent', 'late', 'leavingEarly'] as const
export type ApologyKind = (typeof APOLOGY_KINDS)[number]

/** The meeting as the rules of apologies need it. */
export interface MeetingForApologies {
  readonly name: string
  readonly state: 'scheduled' | 'cancelled' | 'postponed'
  readonly endsAt: Temporal.Instant
}

/**
 * - `not-a-member`: apologies are for members of that committee; ask the clerk if that is wrong
 * - `meeting-cancelled`: nobody is expected
 * - `meeting-postponed`: it has no day yet; everybody is asked afresh for the new one
 * - `meeting-moved`: another day than the one that was asked about; answer again for the new one
 * - `meeting-over`: only the clerk corrects the record now
 * - `not-a-clerk`: only a clerk answers for somebody else
 * - `nothing-to-withdraw`: there are no apologies, or they were withdrawn already
 */
export type AnswerRefusal =
  | { readonly code: 'not-a-member'; readonly meeting: string }
  | { readonly code: 'meeting-cancelled'; readonly meeting: string }
  | { readonly code: 'meeting-postponed'; readonly meeting: string }
  | { readonly code: 'meeting-moved'; readonly meeting: string }
  | { readonly code: 'meeting-over'; readonly meeting: string }
  | { readonly code: 'meeting-gone' }
  | { readonly code: 'not-a-clerk' }
  | { readonly code: 'nothing-to-withdraw'; readonly meeting: string }

/**
 * Why a member's answer cannot be taken now, or `undefined` when it can.
 *
 * Apologies are convention, not statute: they are taken until the meeting's planned end and never mean
 * that an absence is "approved" (LGA 1972 s85(1) asks the authority for that). Afterwards only the clerk
 * corrects the record.
 */
export function whyNotAnswer(
  meeting: MeetingForApologies,
  sits: boolean,
  byClerk: boolean,
  now: Temporal.Instant,
): AnswerRefusal | undefined {
  if (!sits) return { code: 'not-a-member', meeting: meeting.name }
  if (meeting.state === 'cancelled') return { code: 'meeting-cancelled', meeting: meeting.name }
  if (meeting.state === 'postponed') return { code: 'meeting-postponed', meeting: meeting.name }
  if (!byClerk && !isAfter(meeting.endsAt, now)) return { code: 'meeting-over', meeting: meeting.name }
  return undefined
}

/** What is known of a member's coming. */
export const MEMBER_STATES = ['coming', 'absent', 'late', 'leavingEarly', 'unanswered'] as const
export type MemberState = (typeof MEMBER_STATES)[number]

export function isMemberState(said: string): said is MemberState {
  return MEMBER_STATES.some((state) => state === said)
}

/** Apologies in force say more than an earlier "I'll be there". */
export function memberState(
  apology: { readonly kind: ApologyKind; readonly withdrawn: boolean } | undefined,
  saidComing: boolean,
): MemberState {
  if (apology && !apology.withdrawn) return apology.kind
  return saidComing ? 'coming' : 'unanswered'
}
