import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

/** What the one message of reminders a day says. */
export const words = {
  notification: (): Mrkdwn => mrkdwn`A reminder of what is due from you`,
  intro: (): Mrkdwn => mrkdwn`:bell: *A reminder of what is due from you*`,
  allDone: (): Mrkdwn =>
    mrkdwn`:white_check_mark: What was due here is answered, or not needed any more. Thank you.`,
  meeting: (meeting: MeetingInWords): Mrkdwn => mrkdwn`*${meetingWords.meeting(meeting)}*`,
  reportsFor: (meeting: MeetingInWords): Mrkdwn => mrkdwn`For ${meetingWords.meeting(meeting)}`,
  attendance: (): Mrkdwn => mrkdwn`Will you be there? You have not answered yet.`,
  begun: (): Mrkdwn => mrkdwn`The meeting has begun: tell the clerk if you cannot come.`,
  cancelled: (): Mrkdwn => mrkdwn`:no_entry_sign: This meeting is cancelled. You need not answer.`,
  postponed: (): Mrkdwn =>
    mrkdwn`:hourglass: This meeting is postponed. You will be asked again when it has a new date.`,
  notAMember: (): Mrkdwn => mrkdwn`You do not sit on this committee any more, so nothing is due from you.`,
  toDraft: (): Mrkdwn =>
    mrkdwn`The meeting is over, and there is no draft of its minutes yet. Members recall best who said what while it is fresh.`,
  minutes: 'Open the minutes',
  drafted: (): Mrkdwn => mrkdwn`:white_check_mark: The minutes of this meeting are drafted.`,
  more: (left: number): Mrkdwn =>
    mrkdwn`*${left} more ${left === 1 ? 'thing is' : 'things are'} due* for which there is no room here: see my message about each meeting, choose the meeting in */agenda*, or send */apologies list*; */tracker* shows what you owe; clerks find minutes with */meeting minutes*.`,
  moreReports: (left: number): Mrkdwn =>
    mrkdwn`*${left} more ${left === 1 ? 'report' : 'reports'}* of this meeting: see my message about its reports.`,
  few: (): Mrkdwn =>
    mrkdwn`Scrutineer sends reminders in office hours only, at most one a day and three a meeting; of what you owe a committee, at most one a week.`,
  fewerChosen: (): Mrkdwn =>
    mrkdwn`You get fewer reminders: only the last one before a meeting, one for the reports of a meeting, and none before something is due.`,
  fewer: 'Fewer reminders',
  usual: 'The usual reminders',
}
export type BundleWords = typeof words
