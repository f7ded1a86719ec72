import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { dayInFull, trackerListWords } from './list-words.en.ts'
import type { ResponseState } from './response-rules.ts'
import type { Due, Rag, TrackedKind, TrackedRow } from './types.ts'

/** What clerks read about the rows of their tracker: after a meeting, and in the forms of a row. */
export const rowWords = {
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  back: 'Back',
  on: 'More',

  tracked: {
    notification: (date: string): string =>
      `The tracker has taken over what the meeting of ${dayInFull(date)} asked for`,
    heading: (committee: string, date: string): Mrkdwn =>
      mrkdwn`*${committee}, ${dayInFull(date)}*\nThe tracker has taken over what the meeting asked for.`,
    counts: (of: { readonly rows: number; readonly noOwner: number; readonly noTime: number }): Mrkdwn => {
      const rows = of.rows === 1 ? '1 row' : `${of.rows} rows`
      if (of.rows === 0)
        return mrkdwn`Nothing of the meeting is in the tracker now: its record asks nobody for anything.`
      const missing = [
        ...(of.noOwner === 0 ? [] : [`${of.noOwner} without an owner`]),
        ...(of.noTime === 0 ? [] : [`${of.noTime} without a time`]),
      ]
      return missing.length === 0
        ? mrkdwn`${rows}, each with an owner and a time.`
        : mrkdwn`${rows}; ${missing.join(', ')}. Nobody is asked for what has no owner.`
    },
    noOwner: (): Mrkdwn => mrkdwn`*No owner yet*`,
    noTime: (): Mrkdwn => mrkdwn`*No time yet*`,
    left: (left: number): Mrkdwn => mrkdwn`… and ${left} more: *Look through* shows them all.`,
    look: 'Look through',
  },

  look: {
    title: 'From the meeting',
    intro: (committee: string, date: string): Mrkdwn =>
      mrkdwn`*${committee}, ${dayInFull(date)}*\nSay who owes each row and by when. What was resolved is not changed here: put the resolution right in the record of the meeting.`,
    none: (): Mrkdwn => mrkdwn`The tracker holds nothing of this meeting.`,
    edit: 'Change…',
    more: 'More…',
    drop: 'Not for the tracker…',
    takeUp: 'Track it after all',
    gone: (): Mrkdwn => mrkdwn`There is no such meeting, or it was not opened yet.`,
  },

  desk: {
    title: 'A row of the tracker',
    all: 'All of this meeting',
    history: 'Whole history',
    goesOn: (): Mrkdwn => mrkdwn`There is more of it: *Whole history* has everything.`,
    edit: 'Owner, time…',
    response: 'Response…',
    clock: 'Start a time…',
    event: 'It has come about…',
    pause: 'Pause…',
    resume: 'Take up again',
    supersede: 'New reference…',
    reopen: 'Open again…',
    strike: 'Strike…',
    saved: (): Mrkdwn => mrkdwn`:white_check_mark: Saved.`,
    added: (reference: string): Mrkdwn => mrkdwn`:white_check_mark: *${reference}* is in the tracker.`,
    superseded: (old: string): Mrkdwn => mrkdwn`:white_check_mark: This takes the place of ${old}.`,
    conditions: (words: readonly string[]): Mrkdwn =>
      words.length === 0
        ? mrkdwn`No words are set by which later items on this topic are known: *Owner, time…* has the field.`
        : mrkdwn`You are reminded of it when a later item names: ${words.join(', ')}.`,
  },

  form: {
    title: 'Owner and time',
    addTitle: 'Add to the tracker',
    addIntro: (): Mrkdwn =>
      mrkdwn`For what no record of a meeting says. What a meeting resolved comes here by itself once it is over. Nothing of closed business: its words must not stand in Slack.`,
    meeting: 'Committee and meeting',
    noMeeting: (committee: string): string => `No meeting: ${committee}`,
    meetingOf: (committee: string, date: string): string => `${dayInFull(date)}: ${committee}`,
    minute: 'Minute',
    text: 'What was asked for?',
    kind: 'What is it?',
    kinds: {
      recommendation: 'A recommendation',
      information: 'Information, or an answer, for members',
      action: 'Something to be done',
    } satisfies Record<TrackedKind, string>,
    owners: 'Who owes it?',
    ownersHint: 'One or several, from Slack.',
    otherOwners: 'Others who owe it',
    otherOwnersHint: 'Not on Slack: a name or an office in each line, as papers print it.',
    heads: 'Heads of service',
    headsHint: 'They hear of it when it is overdue.',
    otherHeads: 'Other heads of service',
    due: 'By when?',
    dues: {
      none: 'Nothing was said',
      date: 'On a day',
      range: 'Between two days',
      recurrence: 'Again and again',
      event: 'Once something has come about',
      standing: 'On every later report about it',
    } satisfies Record<Due['kind'], string>,
    dueFrom: 'From (between two days)',
    dueOn: 'Day, or the last of them',
    dueOnHint: 'Of something that comes again and again: the next day, where it is known.',
    dueRecurs: 'After that day',
    recurs: 'It goes on: “January 2017 and ongoing”',
    dueText: 'As it was said',
    dueTextHint: 'Such as: summer 2016; every half term; once properly developed.',
    executiveMember: 'Executive member',
    topic: 'Topic',
    how: 'How it is to be done',
    successMeasure: 'How success is measured',
    backReference: 'Earlier minute or reference',
    rag: 'Colour',
    rags: { red: 'Red', amber: 'Amber', green: 'Green' } satisfies Record<Rag, string>,
    status: 'Status in your words',
    statusHint: 'Printed beside the colour, which never stands alone.',
    topicWords: 'Words of later items',
    topicWordsHint:
      'With commas between. An agenda item that names two of them reminds you of this condition.',
    kept: 'It is longer than this field takes. Left empty, it stays as it is.',
    closed: (): Mrkdwn =>
      mrkdwn`It is of closed business, so none of its words are shown or written here. Write nothing that must stay closed.`,
  },

  why: {
    dropTitle: 'Not for the tracker',
    drop: (): Mrkdwn =>
      mrkdwn`It stays in the history as withdrawn, and nobody is asked for it. You can undo this.`,
    pauseTitle: 'Pause',
    pause: (): Mrkdwn => mrkdwn`Nobody is asked for it, and it is not overdue, until you take it up again.`,
    supersedeTitle: 'New reference',
    supersede: (): Mrkdwn =>
      mrkdwn`For what has drifted from its first purpose. The old row stays as it was resolved; each names the other.`,
    text: 'What is asked for now?',
    reopenTitle: 'Open again',
    reopen: (): Mrkdwn => mrkdwn`The closure stays in its history.`,
    at: 'Who opens it again?',
    correction: 'I put right a closure that was entered wrongly',
    byMeeting: (date: string): string => `The committee, at its meeting of ${dayInFull(date)}`,
    why: 'Why?',
    whyHint: 'Papers print it.',
    closedHint: 'It is of closed business: write nothing that must stay closed.',
  },

  event: {
    title: 'It has come about',
    intro: (): Mrkdwn => mrkdwn`What it waited for has come about: from now on it is asked for.`,
    on: 'When did it come about?',
    dueOn: 'By when is it to be done now?',
    dueHint: 'Left empty, no day is set.',
  },

  response: {
    title: 'Response',
    intro: (): Mrkdwn =>
      mrkdwn`What the executive, the council or the partner decided, from the minute of their own meeting. An officer cannot accept or reject for them.`,
    before: (revision: number): Mrkdwn =>
      mrkdwn`There is a response already. What you record becomes revision ${revision + 1}; the earlier ones stay in the history.`,
    state: 'What did they decide?',
    states: {
      accepted: 'Accepted',
      inPart: 'Accepted in part',
      rejected: 'Rejected',
      notedOnly: 'Noted only',
      unfeasible: 'Found not feasible',
    } satisfies Record<ResponseState, string>,
    notes: {
      accepted: 'As it stands, without “in principle”',
      inPart: 'Say which part, and why not the rest',
      rejected: 'With their reasons',
      notedOnly: 'Also “in principle”: neither is acceptance',
      unfeasible: 'With their reasons',
    } satisfies Record<ResponseState, string>,
    reasons: 'Their reasons',
    reasonsHint: 'Needed for everything but “accepted”.',
    proposed: 'What they propose to do',
    body: 'Whose decision?',
    bodyHint: 'Such as: Cabinet; Council; NHS England.',
    consideredOn: 'When did they consider it?',
    minute: 'Their minute',
    publishedOn: 'When was the response published?',
    recorded: (revision: number, state: ResponseState): Mrkdwn =>
      state === 'notedOnly'
        ? mrkdwn`:white_check_mark: Recorded as revision ${revision}. “Noted” is not acceptance: papers print it so, and the committee decides what follows.`
        : mrkdwn`:white_check_mark: Recorded as revision ${revision}.`,
  },

  /** Before a meeting whose items a standing condition speaks of. */
  conditions: {
    heading: (): Mrkdwn => mrkdwn`*The committee wants this of every report on these topics*`,
    line: (row: TrackedRow, titles: readonly string[]): Mrkdwn =>
      mrkdwn`• “${titles.join('”, “')}”: ${trackerListWords.line(row)}`,
  },

  refusals: {
    title: 'Not done',
    gone: (): Mrkdwn => mrkdwn`This row is not in your council’s tracker.`,
    notAClerk: (): Mrkdwn =>
      mrkdwn`Only a clerk of this committee keeps its tracker. If something in it is wrong, tell the clerk.`,
    changed: (): Mrkdwn =>
      mrkdwn`Somebody has changed this row meanwhile, so nothing of yours was stored. Look at it again.`,
    over: (): Mrkdwn =>
      mrkdwn`In the state that this row has now, this cannot be done. Look at it again: somebody may have done it already.`,
    why: 'Say why.',
    text: 'Say what was asked for.',
    day: 'Choose the day.',
    from: 'Choose the first day.',
    reversed: 'It ends before it begins.',
    words: 'Say how often, or after what.',
    owner: 'Somebody here is not known to Scrutineer: write their name in the field below instead.',
    noMeeting: (): Mrkdwn => mrkdwn`That meeting is not one of this committee’s that was opened.`,
    notRecommendation: (): Mrkdwn =>
      mrkdwn`Only a recommendation has a response. What officers owe is answered by them, with the buttons in their message.`,
    reasons: 'Whatever is not simply accepted needs its reasons.',
    body: 'Say whose decision it is.',
    notYet: 'That day has not come yet.',
    beforeMade: 'That is before the committee asked for it.',
    publishedBefore: 'That is before they considered it.',
    noEvent: (): Mrkdwn => mrkdwn`This row does not wait for anything.`,
    dueBefore: 'That is before it came about.',
  },
}
export type RowWords = typeof rowWords

/** "R3/17 that the clinics stay open": how a row is named in a list of choices; of closed business by its reference alone. */
export function rowChoice(row: TrackedRow): string {
  if (row.isClosed) return `${row.reference} (closed business)`
  return `${row.reference} ${row.text}`
}
