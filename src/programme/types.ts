import type { Temporal } from 'temporal-polyfill'
import type { MeetingState } from '../meetings/types.ts'
import type { Scores } from './scorings.ts'

/** As stored. */
export type ProgrammeState = 'proposed' | 'declined' | 'agreed' | 'scheduled' | 'taken' | 'withdrawn'

export const PROGRAMME_KINDS = ['item', 'review'] as const
export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number]

/**
 * How an entry stands now. What follows from its meeting is worked out and never stored: a meeting that is cancelled
 * leaves its entries to be scheduled again, and brings them back when it takes place after all.
 */
export type Standing =
  | 'proposed'
  | 'declined'
  | 'withdrawn'
  | 'toSchedule'
  | 'toReschedule'
  | 'scheduled'
  | 'taken'

/** A meeting as the programme needs it. */
export interface ProgrammeMeeting {
  readonly id: string
  /** ISO civil date. */
  readonly date: string
  readonly startTime: string
  readonly state: MeetingState
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  /** Where it was opened. */
  readonly sitting: 'open' | 'adjourned' | 'closed' | 'inquorate' | undefined
  /** When it was last put off to another day, and from which. */
  readonly moved: { readonly at: Temporal.Instant; readonly from: string } | undefined
}

/** What is said of an entry. */
export interface EntrySaid {
  readonly kind: ProgrammeKind
  readonly title: string
  /** "Reason for consideration". */
  readonly reason: string
  readonly outcomeWanted: string
  /** "Responsible Cabinet Member / Officer". */
  readonly lead: string
  /** Of a review. */
  readonly scope: string
  readonly scores: Scores
}

export interface EntryAtHand extends EntrySaid {
  readonly id: string
  readonly committeeId: string
  readonly state: ProgrammeState
  readonly standing: Standing
  /** As printed: "6 (High)", "-". */
  readonly scoreText: string
  readonly meeting: ProgrammeMeeting | undefined
  /** The meeting was put off to another day since the entry was put down for it: from which. */
  readonly movedFrom: string | undefined
  /** Of a paper, where no such meeting is known: an ISO date, or words such as "Spring 2018". */
  readonly printedDate: string
  readonly position: number
  readonly proposer: { readonly id: string; readonly name: string; readonly onSlack: boolean } | undefined
  /** A clerk entered it for the proposer. */
  readonly relayed: boolean
  readonly proposedAt: Temporal.Instant | undefined
  /** ISO civil date. */
  readonly decideBy: string | undefined
  /** Its last day is over and nobody has decided. */
  readonly overdue: boolean
  readonly decisionReason: string
  readonly sourceKey: string | undefined
  readonly createdAt: Temporal.Instant
  /** ISO civil date on which it came or was last changed. */
  readonly changedOn: string
  /** How often it was changed since it came: with a change there is something to take back. */
  readonly changes: number
  readonly version: number
}
