import type { ClearDays } from '../calendar/clear-days.ts'
import type { DayOff } from '../calendar/days.ts'
import { longDate } from '../calendar/words.en.ts'
import { latestWords, verdictWords } from '../calendar/working.en.ts'
import { channelLink, type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { OtherMeeting } from './change-rules.ts'
import type { MeetingFace, MeetingState } from './types.ts'
import { type MeetingInWords, words as meetingWords } from './words.en.ts'

/** Everything a clerk reads while scheduling and changing meetings. */
export const words = {
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',

  help: (): Mrkdwn =>
    mrkdwn`*/meeting* is for clerks: it lists the coming meetings of your committees. *Schedule a meeting* makes one before its papers are there. *Change…* moves, postpones or cancels one, changes its time or room, or takes that back: every member is told at once, at any hour. *Reminders…* sets when members, authors and clerks are reminded. The list of each meeting in your clerks’ channel has the same button. Members see what is planned with */agenda*. */meeting open* opens a meeting with its roll, from an hour before; */meeting roll* enters who comes and goes; */meeting sheet* prints a sheet to write on. */meeting quorum* sets how many must be there, */meeting attendance* shows who came over a year, */meeting six-months* who has not come for long. */meeting minutes* makes and keeps the minutes of a meeting that is over, and */meeting calendar* gives the addresses to which calendars subscribe.`,

  list: {
    title: 'Meetings',
    none: (): Mrkdwn =>
      mrkdwn`No meeting of your committees is planned. Schedule one here, or publish a pack with */pack*: that makes its meeting, too.`,
    intro: (committees: number): Mrkdwn =>
      committees === 1
        ? mrkdwn`The coming meetings of your committee.`
        : mrkdwn`The coming meetings of your committees.`,
    schedule: 'Schedule a meeting',
    reminders: 'Reminders…',
    quorum: 'Quorum…',
    attendance: 'Attendance…',
    sixMonths: 'Six-month watch…',
    change: 'Change…',
    changeLabel: (meeting: MeetingInWords) => `Change ${meetingWords.whenShort(meeting)}`,
    reports: 'Reports…',
    reportsLabel: (meeting: MeetingInWords) => `Reports for ${meetingWords.whenShort(meeting)}`,
    meeting: (
      meeting: MeetingInWords & { state: MeetingState; venue: string },
      hasPapers: boolean,
    ): Mrkdwn => {
      const state = STATE[meeting.state]
      const place = meeting.venue === '' ? 'No place yet' : meeting.venue
      const papers = hasPapers ? 'papers published' : 'no papers yet'
      return mrkdwn`*${meetingWords.when(meeting)}*\n${meeting.committeeName}\n${state}${place} · ${papers}`
    },
    earlier: 'Earlier meetings',
    later: 'Later meetings',
    page: (from: number, to: number, all: number): Mrkdwn => mrkdwn`Meetings ${from} to ${to} of ${all}`,
  },

  schedule: {
    title: 'Schedule a meeting',
    submit: 'Schedule',
    intro: (): Mrkdwn =>
      mrkdwn`Members are not told now: they get a message when the papers are published. They see the meeting with */agenda* and can already send apologies.`,
    committee: 'Committee',
    committeePlaceholder: 'Choose the committee',
    doneTitle: 'Scheduled',
    done: (meeting: MeetingInWords, venue: string): Mrkdwn =>
      mrkdwn`:white_check_mark: *Scheduled:* ${meetingWords.meeting(meeting)}${venue === '' ? '' : `, ${venue}`}`,
    undo: (): Mrkdwn =>
      mrkdwn`Mistyped? */meeting*, then *Change…*: as long as nobody has been told of the meeting, you can correct it without a message to anybody.`,
  },

  change: {
    title: 'Change a meeting',
    submit: 'Change the meeting',
    now: (meeting: MeetingInWords & { state: MeetingState; venue: string }): Mrkdwn =>
      mrkdwn`*${meetingWords.meeting(meeting)}*\n${STATE[meeting.state]}${meeting.venue === '' ? 'No place yet' : meeting.venue}`,
    to: 'What shall become of it?',
    options: {
      scheduled: {
        scheduled: 'It takes place: another day, time or place',
        postponed: 'Postpone it: a new date will follow',
        cancelled: 'Cancel it',
      },
      postponed: {
        scheduled: 'It takes place on this day',
        postponed: '',
        cancelled: 'Cancel it',
      },
      cancelled: {
        scheduled: 'It takes place after all',
        postponed: 'Not cancelled but postponed: a new date will follow',
        cancelled: '',
      },
    } satisfies Record<MeetingState, Record<MeetingState, string>>,
    date: 'Day',
    time: 'Start',
    venue: 'Place',
    reason: 'Why?',
    reasonHint: 'Members and everybody in the committee’s channel read this. Leave out whatever is private.',
    quietly: 'Only a correction?',
    quietlyTick: 'Correct my entry and tell nobody',
    quietlyDescription: 'Nobody has been told of this meeting yet',
    tells: (isChannel: boolean): Mrkdwn =>
      isChannel
        ? mrkdwn`Every member gets one new line in their direct message at once, and so does the committee’s channel.`
        : mrkdwn`Every member gets one new line in their direct message at once.`,
    asksAfresh: (): Mrkdwn =>
      mrkdwn`For another day everybody is asked afresh whether they will come; answers and private reasons given so far no longer count.`,
    missing: 'Please fill this in.',
    nothingChanged: 'Nothing is different yet. Change something, or press Cancel.',
    pastDay: 'That day and time are past. Is the year right?',
    anotherMeeting: (other: OtherMeeting): string => {
      const said = meetingWords.when(other)
      if (other.state === 'scheduled')
        return `The committee meets on that day already: ${said}. Choose another day, or change that meeting.`
      const was = other.state === 'cancelled' ? 'which is cancelled' : 'which is postponed'
      return `The committee has a meeting at that day and time, ${was}. Change that one instead, or choose another time.`
    },
  },

  changed: {
    title: 'Changed',
    told: (members: number, channelId: string | undefined): Mrkdwn => {
      const people = members === 1 ? '1 person gets' : `${members} people get`
      return channelId === undefined
        ? mrkdwn`${people} this line in their direct message now. The committee has no Slack channel.`
        : mrkdwn`${people} this line in their direct message now, and so does ${channelLink(channelId)}.`
    },
    quietly: (): Mrkdwn => mrkdwn`Corrected. Nobody was told, since nobody knew of the meeting.`,
    asked: (): Mrkdwn => mrkdwn`Everybody is asked afresh whether they will come.`,
    undo: (): Mrkdwn => mrkdwn`A mistake? Change it again with */meeting*: everybody is told of that, too.`,
  },

  day: {
    off: (off: DayOff): Mrkdwn =>
      off.because === 'weekend'
        ? mrkdwn`:warning: ${longDate(off.date)} is at a weekend.`
        : mrkdwn`:warning: ${longDate(off.date)} is a holiday (${off.name}).`,
    closed: (date: string, name: string): Mrkdwn =>
      mrkdwn`:warning: The council’s offices are closed on ${longDate(date)} (${name}).`,
    notice: (notice: ClearDays): Mrkdwn => {
      const latest = latestWords(notice.latest, notice.rule, notice.calendar)
      return notice.verdict === 'short'
        ? mrkdwn`:warning: *Notice of this day, given today:* ${verdictWords(notice)} ${latest} It is lawful only if the meeting is convened at short notice: say so when you publish the papers.`
        : mrkdwn`*Notice of this day and its papers:* ${latest}`
    },
  },

  email: {
    title: 'Text for an e-mail',
    button: 'E-mail about the change',
    names: (names: readonly string[]): Mrkdwn =>
      mrkdwn`:envelope: *Not on Slack, so please tell them by e-mail:* ${names.join(', ')}. Copy this text; when they answer, use *Answer for a member* in the clerks’ list.`,
    none: (): Mrkdwn => mrkdwn`Everybody on this committee is on Slack.`,
    nothingChanged: (): Mrkdwn => mrkdwn`Nothing about this meeting has been changed.`,
  },

  refusals: {
    title: 'Not changed',
    onlyClerks: (clerks: readonly string[]): Mrkdwn =>
      clerks.length === 0
        ? mrkdwn`Only clerks schedule and change meetings, and you are not the clerk of a committee here. If that is wrong, ask your administrator to import you as clerk. */agenda* shows what is planned.`
        : mrkdwn`Only clerks schedule and change meetings. ${asking(clerks)} */agenda* shows what is planned.`,
    notAClerkOf: (committee: string, clerks: readonly string[]): Mrkdwn =>
      clerks.length === 0
        ? mrkdwn`Only a clerk of *${committee}* can change its meetings, and it has none here. Ask your administrator.`
        : mrkdwn`Only a clerk of *${committee}* can change its meetings. ${asking(clerks)}`,
    gone: (): Mrkdwn =>
      mrkdwn`This meeting is not in the record any more. Open the list anew with */meeting*.`,
    over: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`${meetingWords.meeting(meeting)} is over, so it cannot be changed any more. If it did not take place, schedule another with */meeting*, *Schedule a meeting*.`,
    alreadySo: (by: string | undefined, at: string): Mrkdwn =>
      by === undefined
        ? mrkdwn`The meeting is already so. Nobody was told twice.`
        : mrkdwn`This is done already: ${by} changed it so at ${at}. Nobody was told twice.`,
    changedMeanwhile: (meeting: MeetingInWords & MeetingFace): Mrkdwn =>
      mrkdwn`This meeting was changed or its papers were published while you looked at it, so nothing of yours was changed. As it is now:\n${words.change.now(meeting)}\nOpen it again to change it.`,
    openAgain: 'Open it again',
  },
}
export type MeetingScreenWords = typeof words

/** Formatting of our own around words of our own. */
const STATE: Readonly<Record<MeetingState, Mrkdwn>> = {
  scheduled: mrkdwn``,
  cancelled: mrkdwn`:no_entry_sign: *Cancelled.* `,
  postponed: mrkdwn`:hourglass: *Postponed*, no new date yet. `,
}

function asking(clerks: readonly string[]): Mrkdwn {
  return mrkdwn`Ask ${clerks.join(' or ')}.`
}
