import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { dayInFull } from './list-words.en.ts'

/** What clerks read about a committee's whole tracker. */
export const deskWords = {
  title: 'Tracker of a committee',
  committee: 'Committee',
  intro: (of: {
    readonly live: number
    readonly noOwner: number
    readonly forCommittee: number
    readonly waiting: number
    readonly paused: number
  }): Mrkdwn =>
    mrkdwn`*${of.live}* open ${of.live === 1 ? 'row' : 'rows'}: ${of.noOwner} without an owner, ${of.forCommittee} for the committee to look at and close, ${of.waiting} waiting for something to come about, ${of.paused} paused.`,
  add: 'Add a row…',
  notice: 'Send a notice…',
  close: 'Closed by the committee…',
  leaves: 'Somebody leaves…',
  handOver: 'Hand over to another committee…',
  set: 'Settings…',
  moreRows: (more: number): Mrkdwn =>
    mrkdwn`${more} more are not in this list: they are offered once these are dealt with, and /tracker finds each by its reference.`,

  closing: {
    title: 'Closed by the committee',
    button: 'Close actions…',
    intro: (committee: string, date: string): Mrkdwn =>
      mrkdwn`*${committee}, ${dayInFull(date)}*\nOnly the committee closes a row. Record here what it closed at this meeting.`,
    meeting: 'At which meeting?',
    meetingOf: (date: string): string => dayInFull(date),
    proposed: (): Mrkdwn => mrkdwn`*Answered or proposed complete*`,
    none: (): Mrkdwn => mrkdwn`Nothing of this committee is open in the tracker.`,
    noMeeting: (): Mrkdwn =>
      mrkdwn`No meeting of this committee has been opened yet, and only at a meeting does it close anything. Open it with /meeting open.`,
    left: (left: number): Mrkdwn =>
      mrkdwn`… and ${left} more that are answered or proposed complete: the field below has them, and /tracker proposed shows them whole.`,
    rows: 'Which did the committee close?',
    rowsHint: 'What is answered or proposed complete is chosen already. Take out what it did not close.',
    waiting: 'Looked at, and still waiting',
    waitingHint: 'These wait for something to come about, and are looked at in every meeting.',
    submit: 'Record',
    done: (closed: number, waiting: number): Mrkdwn =>
      mrkdwn`:white_check_mark: ${closed === 1 ? '1 row is' : `${closed} rows are`} closed by this meeting${
        waiting === 0 ? '' : `, and ${waiting} noted as still waiting`
      }. If one of them was a mistake, open it in /tracker and press *Open again…*.`,
    changed: (references: readonly string[]): Mrkdwn =>
      mrkdwn`:warning: Not closed, because they were changed since they were shown, or are over already: ${references.join(', ')}. Look at them again.`,
    nothing: 'Choose at least one.',
    either: 'One of these is chosen as closed above. A row is either closed, or still waiting.',
    inControl: (proposed: number): Mrkdwn =>
      proposed === 1
        ? mrkdwn`:ballot_box_with_check: 1 action is answered or proposed complete: the committee can close it under this item.`
        : mrkdwn`:ballot_box_with_check: ${proposed} actions are answered or proposed complete: the committee can close them under this item.`,
  },

  leavers: {
    title: 'Somebody leaves',
    intro: (): Mrkdwn =>
      mrkdwn`What somebody owes who leaves is handed on in one go. Those who hold no office, seat or duty that Scrutineer knows of come first.`,
    none: (): Mrkdwn => mrkdwn`Nobody whom Scrutineer knows owes this committee anything.`,
    person: (name: string, rows: number, hasGone: boolean): Mrkdwn =>
      mrkdwn`*${name}* owes ${rows === 1 ? '1 row' : `${rows} rows`}${hasGone ? ' :warning: holds no office, seat or duty that Scrutineer knows of: have they left?' : ''}`,
    handOn: 'Hand on…',
    more: (more: number): Mrkdwn =>
      mrkdwn`… and ${more} more owe something: search for their name with /tracker.`,
  },

  handOn: {
    title: 'Hand on',
    intro: (name: string): Mrkdwn =>
      mrkdwn`What *${name}* owes to this committee. Whoever owes a row with them goes on owing it.`,
    rows: 'Which rows?',
    to: 'To whom?',
    toName: 'Or by name or office',
    toNameHint: 'Of somebody who is not on Slack, as papers print it.',
    submit: 'Hand on',
    done: (many: number): Mrkdwn =>
      mrkdwn`:white_check_mark: ${many === 1 ? '1 row was' : `${many} rows were`} handed on.`,
    gone: (): Mrkdwn => mrkdwn`They owe this committee nothing any more.`,
    unknown: 'They are not known to Scrutineer: write their name or office below instead.',
    nobody: 'Say who owes it now.',
    same: 'This is the one who leaves.',
    missing: 'Choose at least one.',
  },

  transfer: {
    title: 'Hand over',
    intro: (committee: string): Mrkdwn =>
      mrkdwn`Another committee takes on what *${committee}* has asked for: because it is reorganised or abolished, or because the matter is theirs. Each row gets a reference there that names the old one.`,
    none: (): Mrkdwn => mrkdwn`Nothing of this committee is open in the tracker.`,
    noOther: (): Mrkdwn => mrkdwn`Your council has no other committee in Scrutineer.`,
    successor: 'Which committee takes it on?',
    all: 'How much?',
    everything: (many: number): string => `Everything that is open (${many})`,
    some: 'The rows chosen below',
    rows: 'Which rows?',
    why: 'Why?',
    whyHint: 'Papers print it, such as: the committee was abolished by Annual Council on 17 May 2018.',
    submit: 'Hand over',
    done: (many: number, committee: string): Mrkdwn =>
      mrkdwn`:white_check_mark: ${many === 1 ? '1 row was' : `${many} rows were`} handed over to ${committee}.`,
    working: (): Mrkdwn => mrkdwn`The rows are being handed over. This says so once they are.`,
    gone: (): Mrkdwn =>
      mrkdwn`None of these is open in this committee’s tracker any more: somebody may have handed them over already. /tracker finds each by its reference.`,
    missing: 'Choose at least one.',
    whyMissing: 'Say why.',
  },

  settings: {
    title: 'Tracker settings',
    clearance: 'Answers of officers',
    needsClearance: 'A named senior clears an answer before members have it',
    localIntro: (): Mrkdwn =>
      mrkdwn`*Your own rule for a response*\nA rule of your constitution counts from the meeting that recommended, and is always shown as local. Leave it empty if you have none.`,
    localWeeks: 'Weeks',
    localMonths: 'Or months',
    localSource: 'Where the rule stands',
    localSourceHint: 'Such as: rule 10.3(b).',
    documentMode: 'Ten clear days for a document',
    documentHint: 'The regulations do not say whether weekends count. Ask your Monitoring Officer.',
    modes: { working: 'Working days', calendar: 'Every day of the calendar' },
    headAfter: 'Working days until the head of service hears',
    headHint: 'Counted from the day on which something is overdue.',
    finalDays: 'Working days of the final notice',
    finalHint: '10 is “within the next fortnight”.',
    profile: 'How the tracker is printed',
    profiles: {
      plain: 'Plain: reference, what was asked, who, when, response, status',
      plymouth: 'Tracking resolutions: resolution, officer and response, progress',
      torbay: 'Red, amber and green: recommendation, colour, comments',
    },
    saved: (): Mrkdwn => mrkdwn`:white_check_mark: Saved. Times that run already keep their days.`,
    number: (most: number): string => `A whole number from 1 to ${most}.`,
    both: 'Weeks or months, not both.',
    source: 'Say where the rule stands: papers print it.',
  },
}
export type DeskWords = typeof deskWords
