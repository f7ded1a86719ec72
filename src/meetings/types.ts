/** `postponed`: put off without a new date yet. */
export type MeetingState = 'scheduled' | 'cancelled' | 'postponed'

/** What people are told of a meeting: whether, when and where it takes place. */
export interface MeetingFace {
  readonly state: MeetingState
  /** ISO civil date; of a postponed meeting, the one that no longer holds. */
  readonly date: string
  /** Local time `HH:MM`. */
  readonly startTime: string
  readonly venue: string
}

/** What shall become of a meeting: it takes place so, it has no day for now, or it is cancelled. */
export type WantedMeeting =
  | { readonly to: 'scheduled'; readonly date: string; readonly startTime: string; readonly venue: string }
  | { readonly to: 'postponed' }
  | { readonly to: 'cancelled' }
