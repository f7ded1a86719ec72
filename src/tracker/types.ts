import type { Temporal } from 'temporal-polyfill'
import type { CouncilPerson } from '../committees/people.ts'

export const TRACKED_KINDS = ['recommendation', 'information', 'action'] as const
export type TrackedKind = (typeof TRACKED_KINDS)[number]

/** Law 12: an owner hears at most once in so many days, and so often in all about one action. */
export const OWNER_DAYS = 7
export const MOST_AN_ACTION = 5

export const TRACKED_STATES = [
  'open',
  'proposed',
  'closed',
  'paused',
  'superseded',
  'transferred',
  'withdrawn',
] as const
export type TrackedState = (typeof TRACKED_STATES)[number]

export type TrackedSource = 'resolution' | 'question' | 'import' | 'hand'

export const RAGS = ['red', 'amber', 'green'] as const
export type Rag = (typeof RAGS)[number]

/** When something is due, beside the words in which it was said or printed. ISO civil dates. */
export type Due =
  | { readonly kind: 'none' }
  | { readonly kind: 'date'; readonly on: string; readonly recurs: boolean }
  | { readonly kind: 'range'; readonly from: string; readonly on: string }
  /** "Half Termly"; the next time, where it is known. */
  | { readonly kind: 'recurrence'; readonly on: string | undefined }
  /** "once properly developed": it waits for that and is never overdue. */
  | { readonly kind: 'event'; readonly happenedOn: string | undefined }
  /** A condition on every later report about a topic. */
  | { readonly kind: 'standing' }

/** Somebody who owes a row, or hears of it as head of service. */
export interface RowOwner {
  readonly id: string
  readonly role: 'owner' | 'head'
  /** Where the council knows them. */
  readonly person: CouncilPerson | undefined
  /** As papers name them. */
  readonly name: string
}

/** A row of the tracker as it stands. */
export interface TrackedRow {
  readonly id: string
  readonly committeeId: string
  /** "R3/17" */
  readonly reference: string
  readonly kind: TrackedKind
  readonly state: TrackedState
  readonly source: TrackedSource
  /** Rows of one resolution, or imported ones of one minute, share it, and with it their nudges. */
  readonly groupKey: string
  readonly meetingId: string | undefined
  readonly recordId: string | undefined
  /** ISO civil date of the meeting it comes from. */
  readonly metOn: string | undefined
  /** As printed: "24"; empty until the minutes are numbered. */
  readonly minute: string
  /** "2.a"; empty where it has no parts. */
  readonly path: string
  readonly leadIn: string
  readonly text: string
  readonly topic: string
  /** From business with the public excluded: nothing of its words may go to Slack. */
  readonly isClosed: boolean
  readonly asker: CouncilPerson | undefined
  readonly askerName: string
  readonly addressee: string
  readonly executiveMember: string
  readonly verbClass: string
  readonly how: string
  readonly successMeasure: string
  readonly due: Due
  readonly dueText: string
  readonly rag: Rag | undefined
  readonly status: string
  readonly topicWords: readonly string[]
  readonly backReference: string
  readonly supersededById: string | undefined
  readonly transferredToId: string | undefined
  readonly pausedOn: string | undefined
  readonly pausedWhy: string
  readonly proposedAt: Temporal.Instant | undefined
  readonly completedOn: string | undefined
  readonly closedAt: Temporal.Instant | undefined
  readonly createdAt: Temporal.Instant
  /** Those who owe it now, owners first. */
  readonly owners: readonly RowOwner[]
  /** The earliest end of a clock that runs; ISO civil date. */
  readonly clockDueOn: string | undefined
  /** An answer, or the executive's response, has come since the committee asked, or asked again. */
  readonly isAnswered: boolean
  readonly version: number
}
