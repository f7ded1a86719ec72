import { Temporal } from 'temporal-polyfill'
import { countdownDay, latestLawfulDay } from '../calendar/clear-days.ts'
import type { House } from '../database/house.ts'
import { officesOf } from '../meetings/duty-rows.ts'
import { comingMeetings, type MeetingAtHand } from '../meetings/meeting.ts'
import { meetingNotice } from '../publications/published-agenda.ts'
import { type DayAfter, dayAfter } from './draft-rules.ts'
import { mostFirst } from './policy.ts'
import { type StepDay, stepDay } from './rules.ts'

/** When the next meeting would be reminded of, with the working. */
export interface PolicyPreview {
  readonly meeting: MeetingAtHand
  readonly today: Temporal.PlainDate
  readonly members: readonly StepDay[]
  readonly notice: readonly NoticeDay[]
  readonly drafts: readonly DayAfter[]
}

/** A day of the countdown to the latest lawful publication. */
export interface NoticeDay {
  readonly lead: number
  readonly day: Temporal.PlainDate
  readonly latest: Temporal.PlainDate
}

/**
 * The dates of these days for the committee's next meeting.
 *
 * @returns nothing where no meeting is planned
 */
export async function previewOf(
  house: House,
  committeeId: string,
  days: Readonly<Record<'members' | 'notice' | 'drafts', readonly number[]>>,
): Promise<PolicyPreview | undefined> {
  const coming = await comingMeetings(house, [committeeId], house.now())
  const meeting = coming.find(({ state }) => state === 'scheduled')
  if (!meeting) return undefined
  const offices = await officesOf(house)
  const law = await meetingNotice(house, meeting)
  const latest = latestLawfulDay(law.meeting, law.rule, law.holidays)
  return {
    meeting,
    today: Temporal.PlainDate.from(house.now().toZonedDateTimeISO(house.timeZone).toPlainDate()),
    members: mostFirst(days.members).map((lead) => stepDay(meeting, lead, offices)),
    notice: mostFirst(days.notice).map((lead) => ({
      lead,
      day: countdownDay(latest.day, lead, law.holidays),
      latest: latest.day,
    })),
    drafts: mostFirst(days.drafts)
      .reverse()
      .map((lead) => dayAfter(Temporal.PlainDate.from(meeting.date), lead, offices)),
  }
}
