import type { Temporal } from 'temporal-polyfill'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import type { ToNote } from '../tracker/asked-rows.ts'

/** A reminder of one kind about one thing, which has fallen due for one person. */
export interface DueReminder {
  /** A kind of kinds.ts. */
  readonly kind: string
  /** The id of what it is about; the parts of one resolution share one, the resolution's. */
  readonly subject: string
  readonly personId: string
  /** Whose clerks hear of trouble with the message. */
  readonly committeeId: string
  /** Which of the times of the kind it is. */
  readonly slot: string
  /** Earlier times that went by unused: they are skipped. */
  readonly stale: readonly string[]
  /** What is written into the log of asking with it, in the same transaction. */
  readonly noted?: readonly ToNote[]
}

/** Which limits of law 12 hold for a kind. */
export type ReminderCap =
  /** At most three a meeting, all kinds about it together. */
  | 'meeting'
  /** At most one a week to a person, and five in all about one subject. */
  | 'owner'

/** When a tick looks, and by which calendar. */
export interface Moment {
  readonly now: Temporal.Instant
  /** In the council's zone. */
  readonly today: Temporal.PlainDate
  /** The days on which the council's offices work. */
  readonly offices: HolidayCalendar
  /** What a committee has set, or the defaults. */
  policyOf(committeeId: string, policy: PolicyId): PolicyInForce
}

/** What a clerk can set, each for one or several kinds. */
export const POLICIES = ['members', 'reports', 'notice', 'drafts', 'actions'] as const
export type PolicyId = (typeof POLICIES)[number]

export interface PolicyInForce {
  readonly active: boolean
  /** Working days before what it is about (of drafts, after it), most first; 0 is the day itself. */
  readonly days: readonly number[]
  /** How often it was set; 0 while the defaults hold. */
  readonly version: number
}
