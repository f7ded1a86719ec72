import type { MotionOfMinutes, ResolutionOfMinutes, VoteOfMinutes } from '../votes/types.ts'
import type { AttendanceOfMeeting } from './attendance-lines.ts'
import type { NamedPerson } from './attendance-names.ts'
import type { DeclarationsOfMeeting } from './declarations-lines.ts'

/*
 * The minutes of a meeting as plain facts, whatever a council's style makes of them. Times are local, `HH:MM`.
 */

/** Somebody came after the meeting had begun, or went before it ended, or went and came back. */
export interface Movement {
  readonly person: NamedPerson
  readonly kind: 'joined' | 'left' | 'returned'
  readonly at: string
}

/** Somebody took the chair in the course of the meeting; for one item alone it stands in the minute of it. */
export interface ChairTaken {
  readonly person: NamedPerson
  readonly at: string
}

export interface TimesOfMeeting {
  readonly began: string
  /** Absent while it sits. */
  readonly ended: string | undefined
  readonly adjournments: readonly { readonly from: string; readonly to: string | undefined }[]
  /** It ended because too few came or stayed. */
  readonly isInquorate: boolean
}

export interface UrgencyOfMinute {
  readonly isAccepted: boolean
  readonly circumstances: string
  readonly presiding: NamedPerson | undefined
}

/** Information that somebody shall find, or something that they shall do, as it was asked for. */
export interface RequestOfMinute {
  readonly text: string
  readonly owner: string
  /** As said: "once properly developed", "every six months", or a day. */
  readonly due: string
}

/** What an item is about where the minutes have words of their own for it. */
export type MinuteAbout = 'declarations' | 'urgent' | 'other'

/** One numbered minute. */
export interface Minute {
  readonly recordId: string
  /** Absent until the minutes are drafted. */
  readonly number: number | undefined
  /** The item's number on the agenda. */
  readonly itemNumber: string
  readonly title: string
  readonly about: MinuteAbout
  readonly isClosed: boolean
  readonly state: 'done' | 'deferred' | 'withdrawn' | 'notReached'
  /** Who presided for this item alone. */
  readonly presiding: NamedPerson | undefined
  readonly presenters: readonly string[]
  readonly presented: string
  readonly urgency: readonly UrgencyOfMinute[]
  /** Resolved here, that the public be excluded; until when, where they were let in again. */
  readonly exclusions: readonly { readonly text: string; readonly readmitted: string | undefined }[]
  readonly questions: readonly string[]
  readonly requests: readonly RequestOfMinute[]
  readonly passage: string
  /** Of closed business, for the open minutes (LGA 1972 s100C(2)). */
  readonly summary: string
  readonly motions: readonly MotionOfMinutes[]
  readonly votes: readonly VoteOfMinutes[]
  readonly resolutions: readonly ResolutionOfMinutes[]
  /** References of what the committee closed in its tracker under this item. */
  readonly closedRows: readonly string[]
}

export interface MinutesModel {
  readonly meetingId: string
  readonly council: string
  readonly committee: string
  /** ISO civil date. */
  readonly date: string
  readonly venue: string
  /** Not yet agreed by a later meeting. */
  readonly isDraft: boolean
  readonly times: TimesOfMeeting
  readonly attendance: AttendanceOfMeeting
  readonly movements: readonly Movement[]
  readonly chairs: readonly ChairTaken[]
  readonly alsoPresent: readonly { readonly name: string; readonly role: string }[]
  readonly declarations: DeclarationsOfMeeting
  readonly minutes: readonly Minute[]
  /** What the meeting that agreed them had amended, each as it was agreed. */
  readonly amendments: readonly string[]
}
