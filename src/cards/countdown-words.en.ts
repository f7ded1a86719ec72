import type { Temporal } from 'temporal-polyfill'
import type { ClearDaysRule, LatestDay } from '../calendar/clear-days.ts'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import { longDate } from '../calendar/words.en.ts'
import { latestWords } from '../calendar/working.en.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import type { Notice } from '../publications/notice-rules.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

/** What clerks are told while the papers of a meeting are not out yet. */
export const countdownWords = {
  short: (meeting: MeetingInWords): Mrkdwn =>
    mrkdwn`Papers still to publish: ${meetingWords.meeting(meeting)}`,
  /** @param left working days until the latest lawful day: 0 on the day itself, less than 0 after it */
  remaining: (meeting: MeetingInWords, latest: Temporal.PlainDate, left: number): Mrkdwn =>
    mrkdwn`:hourglass_flowing_sand: *${meetingWords.meeting(meeting)}*\n${remaining(latest, left)}`,
  working: (latest: LatestDay, rule: ClearDaysRule, holidays: HolidayCalendar): Mrkdwn =>
    mrkdwn`${latestWords(latest, rule, holidays)} Publish with */pack*.`,
  published: (meeting: MeetingInWords, notice: Notice['state']): Mrkdwn =>
    notice === 'late'
      ? mrkdwn`:warning: The papers are published, later than the law asks: ${meetingWords.meeting(meeting)}`
      : mrkdwn`:white_check_mark: The papers are published: ${meetingWords.meeting(meeting)}`,
  notNeeded: (meeting: MeetingInWords): Mrkdwn =>
    mrkdwn`No papers are needed now, since the meeting does not take place as planned: ${meetingWords.meeting(meeting)}`,
}

function remaining(latest: Temporal.PlainDate, left: number): Mrkdwn {
  const day = longDate(latest)
  if (left < 0) return mrkdwn`The papers are not published, and the latest lawful day was ${day}.`
  if (left === 0) return mrkdwn`*Today is the last day* on which the papers can be published lawfully.`
  if (left === 1) return mrkdwn`*1 working day is left:* the papers can be published lawfully until ${day}.`
  return mrkdwn`*${left} working days are left:* the papers can be published lawfully until ${day}.`
}
