import type { ClearDaysRule, LatestDay } from '../calendar/clear-days.ts'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import { longDate } from '../calendar/words.en.ts'
import { latestWords } from '../calendar/working.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

/** What `/agenda` says besides what the card and the member's message say. */
export const words = {
  title: 'Agenda',
  close: 'Close',
  meeting: 'Choose a meeting',
  which: (meetings: number): Mrkdwn => mrkdwn`${meetings} meetings are planned.`,
  help: (): Mrkdwn =>
    mrkdwn`*/agenda* shows the next meeting of your committees: its items and papers, what you have answered, and what is due until when. In a committee’s channel it shows that committee’s next meeting. Choose another meeting at the top.`,
  none: (): Mrkdwn =>
    mrkdwn`No meeting of your committees is planned at the moment. When papers are published you will get a message.`,
  noneHere: (): Mrkdwn =>
    mrkdwn`No meeting of this committee is planned at the moment. When papers are published a card appears here.`,
  /** For those who can change that. */
  noneForClerk: (): Mrkdwn =>
    mrkdwn`No meeting is planned at the moment. Schedule one with */meeting*, or publish its papers with */pack*.`,
  gone: (): Mrkdwn =>
    mrkdwn`This meeting is not in the record any more. Use */agenda* again to see what is planned.`,

  papersDue: (latest: LatestDay): Mrkdwn =>
    mrkdwn`*The papers are not published yet.* They are due by ${longDate(latest.day)}.`,
  papersLate: (latest: LatestDay): Mrkdwn =>
    mrkdwn`:warning: *The papers are not published yet.* The last day for it by law was ${longDate(latest.day)}.`,
  papersWorking: (latest: LatestDay, rule: ClearDaysRule, holidays: HolidayCalendar): Mrkdwn =>
    mrkdwn`${latestWords(latest, rule, holidays)} (${rule.source}) Publish with */pack*.`,
  notOnline: (): Mrkdwn => mrkdwn`The papers are not online yet: ask the clerk for them.`,
  /** For those whom the others ask. */
  notOnlineForClerk: (): Mrkdwn =>
    mrkdwn`The papers have no public address yet. Give it with *Correct the papers* in the list of this meeting in your clerks’ channel.`,
  late: (): Mrkdwn => mrkdwn`*Late or to follow*`,
  toFollow: (): Mrkdwn => mrkdwn`_report to follow_`,
}
export type AgendaWords = typeof words
