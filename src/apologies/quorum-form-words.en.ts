import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { Quorum } from './quorum-rules.ts'
import { quorumWords } from './quorum-words.en.ts'

/** What clerks read while they set a committee's quorum. */
export const quorumFormWords = {
  title: 'Quorum',
  submit: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  committee: 'Committee',
  now: (quorum: Quorum | undefined): Mrkdwn =>
    quorum
      ? mrkdwn`At present: *${quorum.number}* (${quorumWords.working(quorum)}). Members count, and co-optees who vote on everything.`
      : mrkdwn`No quorum is set yet, so nothing is forecast. It stands in your standing orders.`,
  least: 'At least this many members',
  leastHint: 'A number, such as 3.',
  fraction: 'And at least this part of the seats',
  fractionHint: 'A fraction, such as 1/4. With both, the greater holds.',
  base: 'Part of which seats?',
  bases: {
    wholeMembership: 'The whole membership: vacant seats count',
    current: 'The seats that are filled',
  },
  rounding: 'If that is not a whole number',
  roundings: { up: 'Round up', down: 'Round down', nearest: 'Round to the nearest' },
  wait: 'Minutes to wait for a quorum',
  waitHint: 'Without a quorum by then the meeting is abandoned. Leave it empty for no wait.',
  flags: 'Also',
  flagged: {
    chairSeesNames: 'The Chair sees who is away, not only how many',
    isFullCouncil: 'This is the full council: it approves reasons for absence',
    countsForSixMonths: 'Attendance counts for the six-month rule',
  },
  faults: {
    number: (least: number, most: number) => `Please give a whole number from ${least} to ${most}.`,
    fraction: 'Please give a fraction of at most the whole, such as 1/4.',
  },
  done: (committee: string, quorum: Quorum | undefined): Mrkdwn =>
    quorum
      ? mrkdwn`:white_check_mark: *Saved for ${committee}.* Quorum ${quorum.number} (${quorumWords.working(quorum)}). The forecasts of coming meetings follow.`
      : mrkdwn`:white_check_mark: *Saved for ${committee}.* No quorum is set, so nothing is forecast.`,
  notAClerk: (): Mrkdwn => mrkdwn`Only a clerk of this committee can set its quorum.`,
}
