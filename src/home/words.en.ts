import type { Temporal } from 'temporal-polyfill'
import { longDate, stamp } from '../calendar/words.en.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { COUNTED } from '../tracker/read-search.ts'

/** Everything that people read on their Home. */
export const homeWords = {
  hello: (name: string, today: string): Mrkdwn => mrkdwn`*${name}* · ${longDate(today)}`,
  back: 'Back',
  more: 'More',
  moreMeetings: 'More meetings',
  earlierMeetings: 'Earlier meetings',

  /** What a button of an act says, by its word. */
  acts: {
    pack: 'Publish a pack',
    meetings: 'Meetings',
    open: 'Open a meeting',
    roll: 'Roll',
    sheet: 'Meeting sheet',
    minutes: 'Minutes',
    calendar: 'Calendar feed',
    tracker: 'Tracker',
    add: 'Add to the tracker',
    paper: 'Tracker paper',
    figures: 'Tracker figures',
    import: 'Import a tracker',
    leave: 'Days away',
    programme: 'Work programme',
    interests: 'My interests',
    attendance: 'Attendance',
    'six-months': 'Six-month watch',
    'vote-settings': 'Vote settings',
  },
  settings: 'Reminder settings',
  desk: 'Tracker desk and settings',
  quorum: 'Quorum',
  supplements: 'Supplements',
  changeMeeting: 'Change',
  openMeeting: 'Open the meeting',

  proposals: (count: number): Mrkdwn =>
    mrkdwn`*Work programme:* ${count === 1 ? 'one proposal waits' : `${count} proposals wait`} to be decided.`,

  clerk: {
    heading: 'For you to do today',
    committees: 'Your committees',
    nothing: () => mrkdwn`Nothing waits for you today.`,
    deadline: (
      meeting: MeetingInWords,
      latest: Temporal.PlainDate,
      { isPast, isCovered }: { readonly isPast: boolean; readonly isCovered: boolean },
    ): Mrkdwn =>
      isPast
        ? mrkdwn`:warning: *Papers not published:* ${meetingWords.meeting(meeting)}. ${longDate(latest)} was the last day on which the clear days could be kept. They can still be published; the shorter notice is then recorded.`
        : mrkdwn`*Papers not published:* ${meetingWords.meeting(meeting)}. Publish by the end of ${longDate(latest)}, so that the clear days are kept.${isCovered ? '' : ' The public holidays of those days are not all known yet: the true day may be earlier.'}`,
    moreTroubles: (count: number) =>
      mrkdwn`${count === 1 ? 'One more message is' : `${count} more messages are`} in trouble. The notices in your clerks’ channel name each.`,
    toMinute: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`*No minutes drafted:* ${meetingWords.meeting(meeting)}.`,
    draft: 'Minutes',
    tracker: {
      overdue: (count: number) => mrkdwn`*Overdue:* ${rows(count)}.`,
      unowned: (count: number) =>
        mrkdwn`*Nobody owes ${count === 1 ? 'it' : 'them'}:* ${rows(count)}. Name an owner, or nobody is asked.`,
      proposed: (count: number) =>
        mrkdwn`*Proposed complete:* ${rows(count)}, for the next meeting to close.`,
      wishes: (count: number) =>
        mrkdwn`*Owners who ask for more time, or say that it is not theirs:* ${String(count)}. Decide each in its message.`,
      answers: (count: number) =>
        mrkdwn`*Answers waiting to be cleared:* ${String(count)}. They go to the members once a senior officer has cleared them.`,
    },
    show: 'Show them',
    committee: (name: string, next: MeetingInWords | undefined): Mrkdwn =>
      next
        ? mrkdwn`*${name}*\nNext meeting: ${meetingWords.when(next)}`
        : mrkdwn`*${name}*\nNo meeting is planned. Schedule one with *Meetings*.`,
  },

  chair: {
    heading: 'As Chair',
    committees: (names: readonly string[]): Mrkdwn => mrkdwn`You preside over: ${names.join(', ')}`,
    fine: () => mrkdwn`No meeting of the next three weeks is in doubt.`,
    urgent: (meeting: MeetingInWords, number: string, title: string | undefined): Mrkdwn =>
      mrkdwn`*Needs your ruling:* item ${number}${title === undefined ? '' : `, ${title}`}, ${meetingWords.meeting(meeting)}. It was not open to inspection in time: at the meeting you say whether it is urgent, and why.`,
    overdue: (count: number): Mrkdwn =>
      count === 0
        ? mrkdwn`*Overdue:* nothing.`
        : mrkdwn`*Overdue:* ${rows(count)}${count > 1 ? '; the longest first' : ''}.`,
  },

  member: {
    heading: 'Your meetings',
    noMeetings: () => mrkdwn`No meeting of yours is planned.`,
    questions: 'What you asked',
    noQuestions: () =>
      mrkdwn`You have asked nothing that waits for an answer. At a meeting, record a question with /followup.`,
    preferences: 'Reminders',
    fewer: () =>
      mrkdwn`You get fewer reminders: only the last one before a meeting, and one for the reports of a meeting.`,
    usual: () => mrkdwn`You get the usual reminders: at most one message a day, and three about a meeting.`,
    toFewer: 'Fewer reminders',
    toUsual: 'The usual reminders',
  },

  officer: {
    heading: 'What you owe',
    nothing: () => mrkdwn`You owe the committees nothing at the moment.`,
    inPlaceOf: (name: string): Mrkdwn => mrkdwn`*For ${name}, who is away*`,
    reports: 'Reports you owe',
    report: (meeting: MeetingInWords): Mrkdwn => mrkdwn`For ${meetingWords.meeting(meeting)}:`,
  },

  head: {
    heading: 'Overdue of your service',
    intro: (count: number): Mrkdwn => mrkdwn`${rows(count)} overdue; the longest first.`,
    all: 'All that is overdue',
  },

  /** Under a list that goes on. */
  showAll: 'Show all',

  admin: {
    heading: 'Scrutineer itself',
    facts: (of: {
      readonly version: string
      readonly database: 'embedded' | 'server'
      readonly slackConnected: boolean
      readonly lastTick: string | undefined
      readonly unsent: number
      readonly undelivered: number
    }): Mrkdwn =>
      mrkdwn`*Version:* ${of.version}\n*Database:* ${DATABASES[of.database]}\n*Slack:* ${
        of.slackConnected ? 'connected' : 'not connected: messages wait until it is'
      }\n*Last looked at what is due:* ${of.lastTick ?? 'not since it was started'}\n*Messages on their way:* ${String(
        of.unsent,
      )}\n*Messages in trouble:* ${String(of.undelivered)}`,
    atRisk: () =>
      mrkdwn`:warning: This council’s record is in the embedded database, which is for trying Scrutineer. It can lose the last minutes when the machine loses power. Set DATABASE_URL to a PostgreSQL server before you rely on it: README.md says how.`,
    withoutSlack: (names: readonly string[], more: number): Mrkdwn =>
      names.length === 0
        ? mrkdwn`*Without Slack:* nobody.`
        : mrkdwn`*Without Slack:* ${names.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en-GB')} more` : ''}. Every message that goes to all lists them for the clerk, with the text for an e-mail.`,
    /** What has no form in Slack. */
    setUp: () =>
      mrkdwn`Committees, people and holidays are set up at the command line of the machine on which Scrutineer runs: \`npm run -s cli -- help\` lists the commands.`,
    tick: (at: Temporal.Instant, timeZone: string) => stamp(at, timeZone),
  },

  stranger: {
    known: (clerks: readonly string[]): Mrkdwn =>
      mrkdwn`You are not on a committee, and owe none anything. When that changes, it shows here. /tracker shows what the committees have asked for, and /agenda their next meetings.${askOne(clerks)}`,
  },

  /** When the Home itself could not be made. */
  trouble: (said: Mrkdwn): Mrkdwn => mrkdwn`${said}\nOpen this tab again in a moment.`,
  /** Opened again while its meeting is not there any more. */
  actGone: () => mrkdwn`This is not offered any more. Open your Home again.`,
}

const DATABASES = { embedded: 'embedded', server: 'PostgreSQL server' } as const

function rows(count: number): string {
  if (count > COUNTED) return `more than ${COUNTED.toLocaleString('en-GB')} rows of the tracker`
  return count === 1 ? '1 row of the tracker' : `${count.toLocaleString('en-GB')} rows of the tracker`
}

function askOne(clerks: readonly string[]): string {
  return clerks.length === 0 ? '' : ` Questions? Ask ${clerks.join(' or ')}.`
}

export type HomeWords = typeof homeWords
export type HomeActWord = keyof HomeWords['acts']
