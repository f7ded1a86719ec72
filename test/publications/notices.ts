import { Temporal } from 'temporal-polyfill'
import { holidayCalendar } from '../../src/calendar/holiday-calendar.ts'
import { noticeRules } from '../../src/calendar/nations.ts'
import { type MeetingNotice, type Notice, noticeOf } from '../../src/publications/notice-rules.ts'

/** A meeting of an English council, of which papers can be in time or late. */
export function meetingOn(date: string, changes: Partial<MeetingNotice> = {}): MeetingNotice {
  return {
    meeting: Temporal.PlainDate.from(date),
    convenedOn: undefined,
    rule: noticeRules.england,
    holidays: holidayCalendar('england-and-wales'),
    closures: [],
    ...changes,
  }
}

export function noticeFor(opened: string, meeting: string, changes: Partial<MeetingNotice> = {}): Notice {
  return noticeOf(Temporal.PlainDate.from(opened), meetingOn(meeting, changes))
}
