import type { Temporal } from 'temporal-polyfill'
import type { DayOff } from '../calendar/days.ts'
import { longDate, shortDate } from '../calendar/words.en.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { DaysProblem } from './days-text.ts'
import type { DayAfter } from './draft-rules.ts'
import type { NoticeDay } from './preview.ts'
import type { StepDay } from './rules.ts'

/** What clerks read where they set when people are reminded. */
export const words = {
  title: 'Reminders',
  submit: 'Save',
  close: 'Close',
  cancel: 'Cancel',
  committee: (name: string): Mrkdwn => mrkdwn`*${name}*`,
  choose: 'Choose a committee',
  intro: (): Mrkdwn =>
    mrkdwn`What Scrutineer sends by itself: in office hours, not on holidays or closures, one message a day to a person for everything together, and at most three a meeting. Whoever has answered gets none.`,
  active: 'What is sent',
  kinds: {
    members: {
      text: 'Members: whether they come, and their interests',
      description: 'Until they have answered, or the meeting begins',
    },
    reports: {
      text: 'Authors and whoever clears or briefs: what they owe',
      description: 'The working day before each is due, and the one after',
    },
    notice: {
      text: 'Clerks: the papers are not published yet',
      description: 'Until they are, in the clerks’ channel',
    },
    drafts: {
      text: 'Clerks: the minutes are not drafted yet',
      description: 'Until there is a draft, in the clerk’s own message',
    },
    actions: {
      text: 'Owners of actions: what they have to answer',
      description: 'At most once a week, five times about one action',
    },
  },
  days: {
    members: 'Members: working days before the meeting',
    notice: 'Clerks: working days before the latest lawful publication',
    drafts: 'Clerks: working days after the end of the meeting',
    actions: 'Owners: working days before the action is due',
  },
  daysHint: {
    members: 'Such as 5, 2, 0. At most three; 0 is the morning of the meeting.',
    notice: 'Such as 10, 3, 1, 0. At most six; 0 is the last lawful day.',
    drafts: 'Such as 5, 10. At most three. They count from the day on which you close the meeting here.',
    actions:
      'Such as 10, 0. At most five; 0 is the day itself. What follows when it is overdue comes by itself.',
  },
  problems: {
    'no-numbers': () => 'Please give numbers with commas between them, such as 5, 2, 0.',
    'too-far': (_most: number, furthest: number) => `At most ${furthest} working days.`,
    'too-soon': () => 'At least 1 working day.',
    'too-many': (most: number) => `At most ${most} of them, so that nobody gets more.`,
  } satisfies Record<DaysProblem, (most: number, furthest: number) => string>,
  changedMeanwhile:
    'Somebody else has set this meanwhile. Close this form and open it again to see what holds now.',

  preview: 'Show the dates',
  previewOf: (meeting: MeetingInWords): Mrkdwn =>
    mrkdwn`*The dates for the next meeting:* ${meetingWords.meeting(meeting)}`,
  noMeeting: (): Mrkdwn => mrkdwn`No meeting of this committee is planned, so there are no dates to show.`,
  toMembers: (): Mrkdwn => mrkdwn`*Members*`,
  toClerks: (): Mrkdwn => mrkdwn`*Clerks, while the papers are not published*`,
  toMinute: (): Mrkdwn => mrkdwn`*Clerks, while the minutes are not drafted*`,
  off: (): Mrkdwn => mrkdwn`_Switched off._`,
  step: (step: StepDay, today: Temporal.PlainDate): Mrkdwn =>
    mrkdwn`• ${before(step.lead, step.meeting)}: *${shortDate(step.day)}*${moved(step)}${past(step.day, today)}${leftOut(step.leftOut)}${step.covered ? '' : '; it may be earlier, since not every bank holiday until then is known'}`,
  noticeStep: ({ lead, day, latest }: NoticeDay, today: Temporal.PlainDate): Mrkdwn =>
    mrkdwn`• ${lead === 0 ? `The latest lawful day` : before(lead, latest)}: *${shortDate(day)}*${past(day, today)}`,
  draftStep: ({ lead, day, ended, leftOut: off, covered }: DayAfter): Mrkdwn =>
    mrkdwn`• ${lead} working ${lead === 1 ? 'day' : 'days'} after ${shortDate(ended)}: *${shortDate(day)}*${leftOut(off)}${covered ? '' : '; it may be later, since not every bank holiday until then is known'}`,
  reportsFixed: (): Mrkdwn =>
    mrkdwn`*Authors and whoever clears or briefs:* on the working day before each step is due, and on the one after. The days of the steps stand in the list of reports.`,

  savedTitle: 'Saved',
  saved: (committee: string): Mrkdwn =>
    mrkdwn`:white_check_mark: *Saved for ${committee}.* It holds from now on.`,
  refusals: {
    onlyClerks: (): Mrkdwn =>
      mrkdwn`Only a clerk of the committee sets when it is reminded. Nothing was changed.`,
    gone: (): Mrkdwn =>
      mrkdwn`You are not the clerk of a committee any more, so that there is nothing to set. Ask your administrator.`,
  },
}
export type ReminderWords = typeof words

function before(lead: number, of: Temporal.PlainDate): string {
  if (lead === 0) return `On the morning of ${longDate(of)}`
  return `${lead} working ${lead === 1 ? 'day' : 'days'} before ${shortDate(of)}`
}

function moved({ moved: why }: StepDay): string {
  if (why === 'day-off') return ', since nobody is reminded on the day itself, which is no working day'
  return why === 'too-early' ? ', since the meeting begins as early as reminders do' : ''
}

function past(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  return day.toString() < today.toString() ? ' (over)' : ''
}

function leftOut(days: readonly DayOff[]): string {
  if (days.length === 0) return ''
  const named = days.map(
    (off) => `${shortDate(off.date)} (${off.because === 'weekend' ? 'weekend' : off.name})`,
  )
  return `; left out: ${named.join(', ')}`
}
