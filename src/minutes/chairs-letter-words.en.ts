import { longDate } from '../calendar/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { EscalationStep } from '../tracker/escalation-rules.ts'

/** "9 August 2017" */
function day(date: string): string {
  return longDate(date).split(' ').slice(1).join(' ')
}

/** The Chair's letter to the Chief Executive about what was asked for and never answered. */
export const letterWords = {
  coming: (): Mrkdwn =>
    mrkdwn`The letter comes to your direct message as a Word file: a draft for the Chair to change and sign.`,
  none: (): Mrkdwn =>
    mrkdwn`Everything of this has been answered since, or is not needed any more: there is nothing to write about.`,
  notAClerk: (): Mrkdwn => mrkdwn`Only a clerk of the committee can have the Chair’s letter drafted.`,
  title: (committee: string) => `Letter of the Chair to the Chief Executive: ${committee}`,
  file: (committee: string, date: string) =>
    `chairs-letter-${committee
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')}-${date}.docx`,
  under: (council: string, date: string) => [council, day(date)],
  salutation: 'Dear Chief Executive,',
  subject: (committee: string) => `${committee}: requests that have not been answered`,
  intro: (committee: string) =>
    `I write as Chair of the ${committee}. The committee has asked for the following and, although each was asked for again and again and final notice was given, has had no answer.`,
  head: ['Reference', 'What was asked', 'When', 'Of whom', 'By when'],
  caption: 'What the committee has asked for and not been given',
  metOn: (date: string, minute: string) => `${day(date)}${minute === '' ? '' : `, minute ${minute}`}`,
  notKnown: '–',
  closed: (kind: string, date: string | undefined) =>
    date === undefined
      ? `${kind} from closed business: see the closed minutes`
      : `${kind} from the closed part of the meeting of ${day(date)}: see the closed minutes`,
  kinds: {
    recommendation: 'A recommendation',
    information: 'A request',
    action: 'An action',
  },
  askedHeading: 'How it was asked for',
  asked: {
    beforeDue: (on: string) => `${day(on)}: reminded before it was due`,
    due: (on: string) => `${day(on)}: asked for on the day`,
    overdue: (on: string) => `${day(on)}: asked for as overdue`,
    digest: (on: string) => `${day(on)}: asked for again`,
    headOfService: (on: string) => `${day(on)}: the head of service was told`,
    agenda: (on: string) =>
      `${day(on)}: put on the committee’s agenda as overdue, and the head of service invited`,
    finalNotice: (on: string) => `${day(on)}: final notice`,
    letter: (on: string) => `${day(on)}: final notice had gone by`,
  } satisfies Record<EscalationStep, (on: string) => string>,
  /** Nobody can know here whether the clerk sent it: the draft says what to check. */
  notDelivered: (asked: string) =>
    `${asked} [not delivered through Slack: keep this line only if the clerk sent it]`,
  request:
    'I should be grateful if you would see that the committee is answered before its next meeting, and tell me who will do so and when.',
  power:
    'Members and officers of the executive are required to attend before an overview and scrutiny committee and to answer its questions (Local Government Act 2000, section 9FA(8) and (9)).',
  close: 'Yours sincerely,',
  chair: (name: string, committee: string) => [...(name === '' ? [] : [name]), `Chair, ${committee}`],
}
