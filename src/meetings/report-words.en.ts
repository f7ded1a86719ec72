import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import { longDate, shortDate, stamp } from '../calendar/words.en.ts'
import { coverageWords } from '../calendar/working.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { DueDay, ReportStep } from './duty-rules.ts'
import type { DutyShown } from './duty-shown.ts'
import type { MeetingState } from './types.ts'
import { type MeetingInWords, words as meetingWords } from './words.en.ts'

/** What is said of reports before a pack: to the clerks, and to those who owe them. */
export const words = {
  close: 'Close',
  cancel: 'Cancel',

  steps: {
    draft: 'Draft',
    final: 'Final text',
    clearance: 'Clearance',
    briefing: 'Chair’s briefing',
  } satisfies Record<ReportStep, string>,
  /** As papers call it; the Chair's briefing has no title of its own. */
  report: (title: string) => (title === '' ? 'The Chair’s briefing' : title),

  /** "15 working days before the meeting, without Mon 28 Aug (Summer bank holiday)" */
  working: (due: DueDay): string => {
    const off = due.leftOut.flatMap((day) =>
      day.because === 'holiday' ? [`${shortDate(day.date)} (${day.name})`] : [],
    )
    const days = due.lead === 1 ? '1 working day' : `${due.lead} working days`
    return `${days} before the meeting${off.length === 0 ? '' : `, without ${off.join(', ')}`}`
  },
  /** "due Wed 30 Aug: 15 working days before the meeting"; a day that is another than the lead time's says so. */
  due: (duty: Pick<DutyShown, 'dueOn' | 'due' | 'byHand' | 'state'>): string => {
    const verb = duty.state === 'overdue' ? 'was due' : 'due'
    const said = `${verb} ${shortDate(duty.dueOn)}`
    if (duty.dueOn === duty.due.day.toString()) return `${said}: ${words.working(duty.due)}`
    const instead = `${shortDate(duty.due.day)} would be ${words.working(duty.due)}`
    return duty.byHand ? `${said}, set by the clerk; ${instead}` : `${said}; ${instead}`
  },
  /** What is not known of the days, where a meeting lies beyond the known holidays. */
  uncovered: (offices: HolidayCalendar): Mrkdwn =>
    mrkdwn`Days before the meeting may have to be earlier: ${coverageWords(offices)}`,

  /** A step in the clerks' list: who, by when, and how it stands. */
  line: (duty: DutyShown, timeZone: string): Mrkdwn =>
    mrkdwn`${signs[duty.state]} ${words.steps[duty.step]}: ${duty.name}${duty.inSlack ? '' : ' (not on Slack)'}, ${standing(duty, timeZone)}`,
  /** The same in the message of whoever owes it. */
  ownLine: (duty: DutyShown, timeZone: string): Mrkdwn =>
    mrkdwn`${signs[duty.state]} ${words.steps[duty.step]}: ${standing(duty, timeZone)}`,
  title: (title: string): Mrkdwn => mrkdwn`*${words.report(title)}*`,

  list: {
    title: 'Reports',
    notification: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`Reports for this meeting: ${meetingWords.meeting(meeting)}`,
    heading: 'Reports for this meeting',
    meeting: (meeting: MeetingInWords): Mrkdwn => mrkdwn`*${meetingWords.meeting(meeting)}*`,
    none: (): Mrkdwn =>
      mrkdwn`Nobody is asked for a report yet. Name the author of each, and whoever clears it: they get one message with their days, and are reminded until they answer.`,
    summary: (reports: number, missing: number): Mrkdwn =>
      missing === 0
        ? mrkdwn`:white_check_mark: ${reports === 1 ? 'Everything is there.' : `Everything is there, of ${reports}.`}`
        : mrkdwn`*${missing} of ${reports}* ${missing === 1 ? 'lacks' : 'lack'} something still.`,
    nothingDue: (state: MeetingState): Mrkdwn =>
      state === 'cancelled'
        ? mrkdwn`:no_entry_sign: The meeting is cancelled: nothing is due.`
        : state === 'postponed'
          ? mrkdwn`:hourglass: The meeting is postponed: nothing is due until it has a new date. The days then move with it.`
          : mrkdwn`The meeting is over: nothing is due any more.`,
    published: (): Mrkdwn =>
      mrkdwn`The papers are published, so nobody is reminded of reports any more; a report that comes now is a supplement (*/pack*).`,
    button: 'Reports for this meeting',
    buttonFor: (meeting: MeetingInWords) => `Reports for ${meetingWords.whenShort(meeting)}`,
    short: 'Reports…',
    ask: 'Ask for a report',
    briefing: 'Chair’s briefing',
    change: 'Change…',
    changeLabel: (title: string) => `Change ${words.report(title)}`,
    email: 'Text for an e-mail',
    earlier: 'Earlier reports',
    later: 'Later reports',
    page: (from: number, to: number, all: number): Mrkdwn => mrkdwn`Reports ${from} to ${to} of ${all}`,
    more: (more: number): Mrkdwn =>
      mrkdwn`… and ${more} more ${more === 1 ? 'line' : 'lines'}: press *Reports for this meeting*.`,
  },

  form: {
    askTitle: 'Ask for a report',
    briefingTitle: 'Chair’s briefing',
    ask: 'Ask',
    name: 'Report or item',
    nameHint:
      'As the public agenda calls it: everybody who is asked reads this, so nothing that is closed to the public.',
    author: 'Who writes it',
    authorHint:
      'Owes the draft and the final text. Somebody is missing? An administrator imports them as officer.',
    clearer: 'Who clears it',
    clearerHint: 'The lead officer or director who owes the clearance. Leave it out if nobody does.',
    briefer: 'Who briefs the Chair',
    person: 'Choose a person',
    days: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`*The days before ${meetingWords.when(meeting)}*, by the committee’s lead times:`,
    day: (step: ReportStep, due: DueDay): Mrkdwn =>
      mrkdwn`${words.steps[step]}: ${longDate(due.day)}, ${words.working(due)}`,
    asks: (): Mrkdwn =>
      mrkdwn`Each person gets one message a meeting, five minutes after the first report is asked for. A day that is over already becomes the next working day.`,
    nobodyKnown: (): Mrkdwn =>
      mrkdwn`No officer or clerk is in the record yet. An administrator imports them with the committee: the column \`role\` says \`officer\`.`,
    missing: 'Please fill this in.',
    askedAlready: 'This report is asked for already. Close this form and press “Change…” beside it.',
    briefingAsked: 'The briefing is asked for already. Close this form and press “Change…” beside it.',
    unknownPerson: 'This person is not in the record any more. Please choose another.',
    dayAfterMeeting: 'That is after the meeting. Please choose an earlier day.',
  },

  change: {
    title: 'Change a report',
    submit: 'Change',
    day: (step: ReportStep) => `${words.steps[step]}: due`,
    done: 'What is there',
    doneHint: 'Tick what you have got yourself: it is entered on behalf of whoever owes it.',
    dropped: 'Not needed any more?',
    droppedTick: 'This is not needed any more',
    droppedDescription: 'Whoever owes it is told in their message',
    tells: (): Mrkdwn =>
      mrkdwn`Whoever is asked for something new, or by another day, gets one new line about it.`,
  },

  receipt: {
    title: 'Done',
    asked: (title: string): Mrkdwn => mrkdwn`:white_check_mark: *Asked for:* ${words.report(title)}`,
    changed: (title: string): Mrkdwn => mrkdwn`:white_check_mark: *Changed:* ${words.report(title)}`,
    dropped: (title: string): Mrkdwn =>
      mrkdwn`:white_check_mark: *Not needed any more:* ${words.report(title)}`,
    without: (names: readonly string[]): Mrkdwn =>
      mrkdwn`:envelope: *Not on Slack:* ${names.join(', ')}. Tell them by e-mail: the list of reports has the text.`,
  },

  email: {
    title: 'Text for an e-mail',
    none: (): Mrkdwn => mrkdwn`Everybody who is asked for a report is on Slack.`,
    intro: (): Mrkdwn =>
      mrkdwn`:envelope: *Not on Slack, so please tell them by e-mail.* What they answer, you enter with *Change…*.`,
    to: (name: string): Mrkdwn => mrkdwn`*${name}*`,
    body: (meeting: MeetingInWords, lines: readonly string[]): string =>
      [
        `Before the meeting: ${meetingWords.meeting(meeting)}`,
        '',
        'Dear colleague,',
        '',
        'Please let me have:',
        ...lines.map((line) => `- ${line}`),
        '',
        'If something will be late, please tell me why, and by when it will be there.',
      ].join('\n'),
    line: (title: string, duty: DutyShown): string =>
      `${title === '' ? '' : `${title}: `}${words.steps[duty.step]}, by ${longDate(duty.dueOn)}`,
  },

  late: {
    title: 'It will be late',
    submit: 'Tell the clerk',
    about: (title: string, duty: Pick<DutyShown, 'step' | 'dueOn'>): Mrkdwn =>
      mrkdwn`*${words.report(title)}*, ${words.steps[duty.step].toLowerCase()}: due ${longDate(duty.dueOn)}`,
    reason: 'Why',
    reasonHint: 'The clerks read this.',
    expected: 'When will it be there',
    pastDay: 'That day is past. When will it be there?',
    afterMeeting: 'That is after the meeting. If it cannot come before, say so to the clerk.',
    recordedTitle: 'Recorded',
    recorded: (expectedOn: string): Mrkdwn =>
      mrkdwn`:white_check_mark: The clerks know that it comes by ${longDate(expectedOn)}, and why. You are not reminded of it. When it is there, press *Done* in my message.`,
  },

  /** To whoever owes something. */
  own: {
    notification: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`What you are asked for before ${meetingWords.meeting(meeting)}`,
    intro: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`*What you are asked for before the meeting on ${meetingWords.when(meeting)}*`,
    done: (step: ReportStep) => `${words.steps[step]}: done`,
    late: 'Late because…',
    lateAgain: 'Another day…',
    all: 'All that I owe',
    allTitle: 'All that you owe',
    more: (more: number): Mrkdwn =>
      mrkdwn`… and ${more} more ${more === 1 ? 'report' : 'reports'}: press *All that I owe*.`,
    moreAskClerk: (more: number): Mrkdwn =>
      mrkdwn`… and ${more} more. Answer those here first; then the rest is shown.`,
    nothing: (): Mrkdwn => mrkdwn`Nothing is asked of you any more for this meeting.`,
    allDone: (): Mrkdwn => mrkdwn`:white_check_mark: Everything is there. Thank you.`,
    contact: (clerks: readonly string[]): Mrkdwn =>
      mrkdwn`A mistake, or somebody else’s task? Tell the clerk: ${clerks.join(', ')}`,
  },

  /** One new line, where something must be noticed. */
  lines: {
    changed: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`:calendar: The clerk has changed what you are asked for before ${meetingWords.meeting(meeting)}. It stands now:`,
    moved: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`:calendar: The meeting is now on ${meetingWords.when(meeting)} (${meeting.committeeName}), and your days have moved with it:`,
    restored: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`:calendar: The meeting takes place after all: ${meetingWords.meeting(meeting)}. Your days:`,
    cancelled: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`:no_entry_sign: The meeting is cancelled, so nothing is due from you: ${meetingWords.meeting(meeting)}`,
    postponed: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`:hourglass: The meeting is postponed, so nothing is due from you until it has a new date: ${meetingWords.meeting(meeting)}`,
  },

  /** A new line for the clerks. */
  lateForClerks: (
    meeting: MeetingInWords,
    title: string,
    duty: DutyShown & { readonly late: NonNullable<DutyShown['late']> },
  ): Mrkdwn =>
    mrkdwn`:clock3: *Late:* ${words.report(title)}, ${words.steps[duty.step].toLowerCase()}, for ${meetingWords.meeting(meeting)}. ${duty.name} expects it by ${longDate(duty.late.expectedOn)} (due ${shortDate(duty.dueOn)}): ${duty.late.reason}`,
  noLongerLate: (meeting: MeetingInWords, title: string, duty: DutyShown): Mrkdwn =>
    duty.state === 'done'
      ? mrkdwn`:white_check_mark: It was late, and is there: ${words.report(title)}, ${words.steps[duty.step].toLowerCase()}, for ${meetingWords.meeting(meeting)}`
      : mrkdwn`It was said to be late, and has another day or owner now: ${words.report(title)}, ${words.steps[duty.step].toLowerCase()}, for ${meetingWords.meeting(meeting)}`,

  refusals: {
    title: 'Not changed',
    gone: (): Mrkdwn =>
      mrkdwn`This meeting is not in the record any more. Open the list anew with */meeting*.`,
    reportGone: (): Mrkdwn =>
      mrkdwn`Nobody is asked for this report any more: somebody has changed that. Open the list of reports anew.`,
    notAClerk: (committee: string, clerks: readonly string[]): Mrkdwn =>
      clerks.length === 0
        ? mrkdwn`Only a clerk of *${committee}* says what is asked for, and it has none here. Ask your administrator.`
        : mrkdwn`Only a clerk of *${committee}* says what is asked for. Ask ${clerks.join(' or ')}.`,
    notAhead: (meeting: MeetingInWords & { readonly state: MeetingState }): Mrkdwn =>
      mrkdwn`${words.list.nothingDue(meeting.state)} ${meetingWords.meeting(meeting)}`,
    notNeeded: (): Mrkdwn =>
      mrkdwn`This is not needed any more: the clerk has taken it back. Thank you all the same.`,
    askedOfAnother: (name: string): Mrkdwn =>
      mrkdwn`The clerk has asked ${name} for this since, so there is nothing for you to do.`,
  },
}
export type ReportWords = typeof words

/** Formatting of our own around words of our own. */
const signs: Readonly<Record<DutyShown['state'], Mrkdwn>> = {
  done: mrkdwn`:white_check_mark:`,
  late: mrkdwn`:clock3:`,
  overdue: mrkdwn`:warning:`,
  open: mrkdwn`:white_large_square:`,
}

function standing(duty: DutyShown, timeZone: string): string {
  if (duty.doneAt) return `done at ${stamp(duty.doneAt, timeZone)}${relayed(duty)}`
  if (duty.late)
    return `late, expected ${shortDate(duty.late.expectedOn)} (${words.due(duty)}): ${duty.late.reason}${relayed(duty)}`
  return words.due(duty)
}

function relayed({ relayedBy }: DutyShown): string {
  return relayedBy === undefined ? '' : `, entered by ${relayedBy}`
}
