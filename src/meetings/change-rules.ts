import type { Temporal } from 'temporal-polyfill'
import { isAfter } from '../calendar/civil.ts'
import type { MeetingFace, WantedMeeting } from './types.ts'

export type { MeetingFace, WantedMeeting } from './types.ts'

export const CHANGE_KINDS = ['cancelled', 'postponed', 'moved', 'time', 'room', 'restored'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** Cancelled or postponed, it keeps its day and place: a cancellation that is taken back restores them. */
export function faceAfter(before: MeetingFace, wanted: WantedMeeting): MeetingFace {
  if (wanted.to !== 'scheduled') return { ...before, state: wanted.to }
  const { date, startTime, venue } = wanted
  return { state: 'scheduled', date, startTime, venue }
}

/** What a change is called; none when nothing is different. */
export function kindsOfChange(before: MeetingFace, after: MeetingFace): ChangeKind[] {
  if (after.state !== 'scheduled') return after.state === before.state ? [] : [after.state]
  const isMoved = after.date !== before.date
  // A new day for a postponed meeting is what was announced; its own day again takes the postponement back.
  const isRestored = before.state === 'cancelled' || (before.state === 'postponed' && !isMoved)
  return [
    ...(isRestored ? (['restored'] as const) : []),
    ...(isMoved ? (['moved'] as const) : []),
    ...(after.startTime === before.startTime ? [] : (['time'] as const)),
    ...(after.venue === before.venue ? [] : (['room'] as const)),
  ]
}

/**
 * Whether everybody is asked afresh if they come: for another day, and for a day not yet known. At another
 * time or in another room what they said still holds.
 */
export function asksAfresh(before: MeetingFace, after: MeetingFace): boolean {
  if (after.state === 'postponed') return before.state !== 'postponed'
  return after.state === 'scheduled' && after.date !== before.date
}

/** Another meeting of the same committee. */
export interface OtherMeeting extends MeetingFace {
  readonly id: string
}

/**
 * A committee meets once a day; and a meeting that was cancelled or put off keeps the day and time it had,
 * so that it can be restored.
 */
export function inTheWay<Other extends OtherMeeting>(
  wanted: Pick<MeetingFace, 'date' | 'startTime'>,
  others: readonly Other[],
): Other | undefined {
  const onThatDay = others.filter((other) => other.date === wanted.date)
  return (
    onThatDay.find((other) => other.state === 'scheduled') ??
    onThatDay.find((other) => other.startTime === wanted.startTime)
  )
}

/**
 * - `meeting-over`: what has taken place cannot be changed; a further meeting is scheduled instead
 * - `past-day`: said at the date, nearly always a mistyped year
 * - `another-meeting`: said at the date, with the meeting that stands there
 * - `nothing-changed`: said at the form
 * - `already-so`: somebody, perhaps oneself by a second press, has made this very change
 * - `changed-meanwhile`: look at the meeting as it is now
 */
export type ChangeRefusal =
  | { readonly code: 'meeting-over' }
  | { readonly code: 'past-day' }
  | { readonly code: 'another-meeting'; readonly other: OtherMeeting }
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'already-so' }
  | { readonly code: 'changed-meanwhile' }

export interface ChangeQuestion {
  readonly before: MeetingFace
  readonly after: MeetingFace
  readonly endsAt: Temporal.Instant
  /** When it would begin after the change. */
  readonly startsAtAfter: Temporal.Instant
  /** The other meetings of the committee. */
  readonly others: readonly OtherMeeting[]
  /** Whether the clerk saw the meeting as it is. */
  readonly isFresh: boolean
  readonly now: Temporal.Instant
}

/** Why a meeting cannot be changed so, or `undefined` when it can. */
export function whyNotChange(question: ChangeQuestion): ChangeRefusal | undefined {
  const { before, after, isFresh, now } = question
  const kinds = kindsOfChange(before, after)
  if (kinds.length === 0) return { code: isFresh ? 'nothing-changed' : 'already-so' }
  if (!isFresh) return { code: 'changed-meanwhile' }
  // A postponed meeting has no day that could be over.
  if (before.state !== 'postponed' && !isAfter(question.endsAt, now)) return { code: 'meeting-over' }
  if (after.state !== 'scheduled') return undefined
  const isNewTime = kinds.some((kind) => kind === 'restored' || kind === 'moved' || kind === 'time')
  if (isNewTime && !isAfter(question.startsAtAfter, now)) return { code: 'past-day' }
  const other = isNewTime ? inTheWay(after, question.others) : undefined
  return other && { code: 'another-meeting', other }
}
