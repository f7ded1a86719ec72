import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { StateChange } from './state-rules.ts'

/** Adjourning, resuming, closing and reopening a meeting. */
export const stateWords = {
  buttons: {
    adjourned: 'Adjourn…',
    resumed: 'Resume…',
    closed: 'Close the meeting…',
    inquorate: 'End: no quorum…',
    reopened: 'Reopen…',
  } satisfies Record<StateChange, string>,
  titles: {
    adjourned: 'Adjourn the meeting',
    resumed: 'Resume the meeting',
    closed: 'Close the meeting',
    inquorate: 'End without a quorum',
    reopened: 'Reopen the meeting',
  } satisfies Record<StateChange, string>,
  submits: {
    adjourned: 'Adjourn',
    resumed: 'Resume',
    closed: 'Close it',
    inquorate: 'End it',
    reopened: 'Reopen',
  } satisfies Record<StateChange, string>,
  intros: {
    adjourned: mrkdwn`Those in the room stay in the roll: enter who left when the meeting goes on.`,
    resumed: mrkdwn`Enter in the roll who did not come back.`,
    closed: mrkdwn`The item under consideration ends, and who came is recorded by the roll. Everything can still be entered and corrected afterwards.`,
    inquorate: mrkdwn`No more decisions are taken. Business that is not done stands over, and the names of those present are recorded.`,
    reopened: mrkdwn`For a meeting that was closed too early by mistake. To write it up you need not reopen it.`,
  } satisfies Record<StateChange, Mrkdwn>,
  notTaken: (items: readonly string[]): Mrkdwn =>
    mrkdwn`*Not taken, standing over:* ${items.join('; ')}. Mark them in *Items* if they were deferred or withdrawn.`,
  note: 'Why, or until when',
  noteHint: 'As the minutes may print it; not private.',

  times: {
    button: 'Times…',
    title: 'Times of the meeting',
    submit: 'Correct',
    intro: (): Mrkdwn =>
      mrkdwn`If a time was entered wrongly, choose it and give the true one. The wrong one stays in the record as struck.`,
    which: 'Which time is wrong?',
    right: 'The true time',
    line: (kind: 'opened' | StateChange, time: string, note: string): string =>
      `${ACTS[kind]} at ${time}${note === '' ? '' : ` (${note})`}`,
  },
}

const ACTS: Readonly<Record<'opened' | StateChange, string>> = {
  opened: 'Began',
  adjourned: 'Adjourned',
  resumed: 'Resumed',
  closed: 'Closed',
  inquorate: 'Ended without a quorum',
  reopened: 'Reopened',
}
