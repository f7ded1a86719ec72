import { Temporal } from 'temporal-polyfill'
import { longDate } from '../calendar/words.en.ts'

/** The sentences of minutes as British councils print them (domain.md §4.3-4.10). Names come ready. */
export const words = {
  title: {
    committee: (committee: string) => committee,
    minutesOf: (committee: string) => `Minutes of the meeting of the ${committee}`,
  },
  held: {
    committee: (date: string) => longDate(date),
    minutesOf: (venue: string, date: string, time: string) =>
      `Held${venue === '' ? '' : ` at ${venue}`} on ${longDate(date)} at ${time}`,
  },
  closedTitle: (title: string) => `${title}: part II`,
  closedNote:
    'Not for publication. These minutes are of business from which the press and public were excluded (Local Government Act 1972, section 100A(4) and Schedule 12A).',

  /** Seed 000, as it stands. */
  draftNote: (body: string) =>
    `Note: At a future meeting, the ${body} will consider the accuracy of these draft minutes, so they may be subject to change. Please check the minutes of that meeting to confirm whether these minutes have been amended.`,
  /** What the committee calls itself, where its name says so. */
  body: (committee: string) =>
    /\b(?:panel|board|commission|sub-?committee|forum|group)$/i.exec(committee)?.[0] ?? 'Committee',

  /** "3.00 pm" */
  time: (time: string) => {
    const { hour, minute } = Temporal.PlainTime.from(time)
    const twelve = hour % 12 === 0 ? 12 : hour % 12
    return `${twelve}.${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`
  },
  startedAndFinished: (began: string, ended: string) =>
    `The meeting started at ${began} and finished at ${ended}.`,
  started: (began: string) => `The meeting started at ${began}.`,
  concluded: (ended: string) => `The meeting concluded at ${ended}.`,
  adjourned: (from: string, to: string | undefined) =>
    to === undefined
      ? `The meeting was adjourned at ${from}.`
      : `The meeting was adjourned at ${from} and resumed at ${to}.`,
  inquorate: (ended: string) =>
    `There was no quorum, and the meeting ended at ${ended}. No decisions were taken; the business stands over.`,

  joined: (name: string, at: string) => `${name} joined the meeting at ${at}.`,
  left: (name: string, at: string) => `${name} left the meeting at ${at}.`,
  returned: (name: string, at: string) => `${name} rejoined the meeting at ${at}.`,
  tookChair: (name: string, at: string) => `${name} took the chair at ${at}.`,
  tookChairForItem: (name: string) => `${name} took the chair for this item.`,

  alsoPresent: (people: string) => `Also in attendance: ${people}.`,
  personInRole: (name: string, role: string) => (role === '' ? name : `${name} (${role})`),

  minute: (number: number | undefined, title: string) =>
    number === undefined ? title : `${number}. ${title}`,
  closedItem: 'Item considered with the press and public excluded',
  /** Of an interest or a whip in closed business. */
  inClosedPart: 'details in the closed part of these minutes',
  declarationsHeading: 'Declarations of interest',
  amendmentsHeading: 'Amendments agreed',
  deferred: 'This item was deferred to a later meeting.',
  withdrawn: 'This item was withdrawn.',
  notReached: 'This item was not reached.',

  presentedBy: (names: string, presented: string) => `${names} provided Members with ${presented}`,
  presentedAlone: (names: string) => `${names} presented this item.`,
  received: (presented: string) => `Members received ${presented}`,

  questions: {
    keyAreas: 'Key areas of questioning related to –',
    raised: 'Key lines of questioning from Members related to –',
  },
  requests: 'Members asked for –',
  request: (text: string, owner: string, due: string) =>
    [text, ...(owner === '' ? [] : [`(${owner})`]), ...(due === '' ? [] : [`– ${due}`])].join(' '),

  noUrgentBusiness: 'There were no items of Chair’s Urgent Business.',
  urgent: (chair: string, item: string, circumstances: string) =>
    `${chair} was of the opinion that ${item} should be considered at the meeting as a matter of urgency by reason of the following special circumstances: ${circumstances} (Section 100B(4)(b) of the Local Government Act 1972).`,
  notUrgent: (chair: string, item: string, circumstances: string) =>
    `${chair} was not of the opinion that ${item} should be considered at the meeting as a matter of urgency${circumstances === '' ? '' : `: ${circumstances}`} (Section 100B(4)(b) of the Local Government Act 1972).`,
  theChair: 'The Chair',
  readmitted: (at: string) => `The press and public were readmitted at ${at}.`,

  moved: (what: string, mover: string, seconder: string, text: string) =>
    `${what} was proposed by ${mover}${seconder === '' ? '' : ` and seconded by ${seconder}`}: “${text}”`,
  motion: 'The motion',
  amendment: 'An amendment',
  wording: (what: string, text: string) => `${what}: “${text}”`,
  ended: {
    carried: (what: string) => `${what} was carried.`,
    lost: (what: string) => `${what} was lost.`,
    withdrawn: (what: string) => `${what} was withdrawn.`,
    deferred: (what: string) => `${what} was deferred.`,
    fell: (what: string) => `${what} fell.`,
    open: (what: string) => `${what} was not put to the vote.`,
  },
  /** Before the outcome. */
  proposedAndVoted: (mover: string, seconder: string, isVoted: boolean) =>
    `It was proposed by ${mover}${seconder === '' ? '' : `, seconded by ${seconder}`}${isVoted ? ' and, following a vote, it was:' : ' and it was:'}`,
  /** After it. */
  proposedInBrackets: (mover: string, seconder: string) =>
    seconder === '' ? `(Proposed by ${mover}.)` : `(Proposed by ${mover} and seconded by ${seconder}.)`,

  outcome: {
    agreed: {
      one: (text: string) => `Agreed ${text}`,
      plain: (text: string) => `Agreed – ${text}`,
      noted: (what: string) => `Members noted ${what}`,
      several: 'Agreed –',
    },
    resolved: {
      one: (text: string) => `RESOLVED: ${text}`,
      recommended: (addressee: string, text: string) =>
        addressee === '' ? `RECOMMENDED: ${text}` : `RECOMMENDED TO ${addressee.toUpperCase()}: ${text}`,
      several: 'RESOLVED:',
      recommendedSeveral: (addressee: string) =>
        addressee === '' ? 'RECOMMENDED:' : `RECOMMENDED TO ${addressee.toUpperCase()}:`,
    },
    reason: (reasons: string) => `Reason for decision: ${reasons}`,
    referral: (reasons: string) => `Reasons for referral: ${reasons}`,
  },
  /** In the tracker, by reference alone. */
  closedRows: (body: string, references: readonly string[]) =>
    `The ${body} agreed that the following be closed: ${references.join(', ')}.`,
}
export type MinutesLineWords = typeof words
