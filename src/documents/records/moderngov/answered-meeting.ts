import type { Line } from '../../lines/line.ts'

/** What Modern.Gov's web service answers about one meeting. What it leaves empty is left out. */
export interface AnsweredMeeting {
  /** The name of the body: only said inside the items, or by the list that the meeting stands in. */
  committee?: Line
  date?: Line
  time?: Line
  plannedEnd?: Line
  ended?: Line
  venue?: Line
  /** Free text: `Confirmed`, `Cancelled`, `Confirmed; Rescheduled from 24 September 2026`. */
  status?: Line
  /** The line of the meeting itself. */
  line: Line
  minutesPublished: boolean
  decisionsPublished: boolean
  items: AnsweredItem[]
  attendees: Attendee[]
}

export interface AnsweredItem {
  /** As it is shown, without its full stop; not the number that the system counts items by. */
  number: string
  title: Line
  closed: boolean
  /** Only papers of the item are closed. */
  closedPapers: boolean
  /** The paragraph of Schedule 12A that the papers give as the reason. */
  paragraph?: string
  /** What the agenda says of it, what was decided, and what the minutes say. */
  agenda: Line[]
  decision: Line[]
  minutes: Line[]
}

export interface Attendee {
  /** Their name, as the council writes it. */
  line: Line
  role: string
  /** `Present`, `Apologies`, `Expected` and more; `Expected` may stand long after the meeting. */
  attendance: string
}
