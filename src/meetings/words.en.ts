import { clockTime, longDate, shortDate } from '../calendar/words.en.ts'

export interface MeetingInWords {
  readonly committeeName: string
  /** ISO civil date. */
  readonly date: string
  /** Local time `HH:MM`. */
  readonly startTime: string
}

export const words = {
  /** "Wednesday 20 September 2017, 10 am" */
  when: (meeting: MeetingInWords) => `${longDate(meeting.date)}, ${clockTime(meeting.startTime)}`,
  /** "Wed 20 Sep, 10 am" */
  whenShort: (meeting: MeetingInWords) => `${shortDate(meeting.date)}, ${clockTime(meeting.startTime)}`,
  /** "Health Scrutiny Committee, Wednesday 20 September 2017, 10 am" */
  meeting: (meeting: MeetingInWords) => `${meeting.committeeName}, ${words.when(meeting)}`,
  /** The date first: a list's entries may be cut for the eye, and the committee is often the same. */
  entry: (meeting: MeetingInWords) => `${words.whenShort(meeting)} – ${meeting.committeeName}`,
}
