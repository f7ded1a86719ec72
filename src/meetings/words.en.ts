import { clockTime, longDate, shortDate } from '../calendar/words.en.ts'
import type { ScheduleRefusal } from './schedule-meeting.ts'

export interface MeetingInWords {
  readonly committeeName: string
  /** ISO civil date. */
  readonly date: string
  /** Local time `HH:MM`. */
  readonly startTime: string
}

type Moment = Pick<MeetingInWords, 'date' | 'startTime'>

export const words = {
  /** "Wednesday 20 September 2017, 10 am" */
  when: (meeting: Moment) => `${longDate(meeting.date)}, ${clockTime(meeting.startTime)}`,
  /** "Wed 20 Sep, 10 am" */
  whenShort: (meeting: Moment) => `${shortDate(meeting.date)}, ${clockTime(meeting.startTime)}`,
  /** "Health Scrutiny Committee, Wednesday 20 September 2017, 10 am" */
  meeting: (meeting: MeetingInWords) => `${meeting.committeeName}, ${words.when(meeting)}`,
  /** The date first: a list's entries may be cut for the eye, and the committee is often the same. */
  entry: (meeting: MeetingInWords) => `${words.whenShort(meeting)} – ${meeting.committeeName}`,
  /** At the date of a pack, where a person must first say what becomes of a meeting. */
  notScheduled: (refusal: ScheduleRefusal): string => {
    switch (refusal.code) {
      case 'meeting-cancelled':
        return `The meeting of ${refusal.meeting} is cancelled. If it takes place after all, say so first with /meeting, “Change…”; then publish.`
      case 'meeting-postponed':
        return `The meeting of ${refusal.meeting} is postponed and has no new date. If these are its papers, give it the date first with /meeting, “Change…”. If they are for another meeting, schedule that one with /meeting.`
      case 'meeting-moved':
        return `The meeting of ${refusal.meeting} was moved to ${refusal.to}. Correct the date; or, if this is another meeting, schedule it first with /meeting.`
    }
  },
}
