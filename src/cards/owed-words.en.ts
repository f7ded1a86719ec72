import { shortDate } from '../calendar/words.en.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { WhyNot } from '../tracker/escalation-rules.ts'
import { dayInFull } from '../tracker/list-words.en.ts'

const WHY_NOT: Readonly<Partial<Record<WhyNot, string>>> = {
  'on-leave': 'is away, and has no deputy whom Scrutineer reaches',
  'no-slack': 'is not on Slack',
  'no-owner': 'is owed by nobody in the tracker',
  'no-head': 'has no head of service in the tracker',
}

/** Names that stand in closed papers alone are not shown in Slack (law 3). */
const CLOSED_NAME = 'Somebody who is named in closed business'

function notTold(who: string, why: WhyNot, references: readonly string[]): Mrkdwn {
  return who === ''
    ? mrkdwn`• ${references.join(', ')} ${WHY_NOT[why] ?? ''}`
    : mrkdwn`• ${who} ${WHY_NOT[why] ?? ''}: ${references.join(', ')}`
}

/** What is said about what is owed to a committee: in the owner's message of a day, and to the clerks. */
export const owedWords = {
  bundle: {
    heading: (): Mrkdwn => mrkdwn`*What you owe the committees*`,
    group: (committee: string, topic: string, isClosed: boolean): Mrkdwn =>
      topic === '' || isClosed ? mrkdwn`_${committee}_` : mrkdwn`_${committee}: ${topic}_`,
    forHead: (committee: string): Mrkdwn =>
      mrkdwn`:rotating_light: *Overdue in your service* (${committee}). Its owner has been asked and has not answered. It goes on the committee’s next agenda as overdue, and you are invited to attend.`,
    final: (until: string, days: number, covered: boolean): Mrkdwn =>
      mrkdwn`:warning: *Final notice.* This has stood on the committee’s agenda as overdue. Unless it is answered within ${days} working days, that is by ${dayInFull(until)}, the Chair will formally write to the Chief Executive.${covered ? '' : ' (Holidays that far ahead are not known yet.)'}`,
    more: (left: number): Mrkdwn => mrkdwn`… and ${left} more for which there is no room here.`,
  },

  clerks: {
    short: (committee: string): Mrkdwn => mrkdwn`What is owed to ${committee}: something needs you`,
    heading: (committee: string, day: string): Mrkdwn =>
      mrkdwn`:card_index: *What is owed to ${committee}* – ${shortDate(day)}`,
    settled: (): Mrkdwn => mrkdwn`:white_check_mark: Everything of this is answered, or not needed any more.`,
    undeliverable: (): Mrkdwn => mrkdwn`*Could not be told by Scrutineer:*`,
    /** "Mrs Oakapple is not on Slack: R3/17, A2/17" */
    notTold: (who: string, why: WhyNot, references: readonly string[]): Mrkdwn =>
      who === '' && why === 'no-slack'
        ? notTold(CLOSED_NAME, why, references)
        : notTold(who, why, references),
    closedName: CLOSED_NAME,
    agenda: (meeting: string, references: readonly string[], heads: readonly string[]): Mrkdwn =>
      joinMrkdwn([
        mrkdwn`*For the agenda of ${meeting}, as overdue:* ${references.join(', ')}`,
        heads.length === 0
          ? mrkdwn`No head of service is named in the tracker: please invite whoever is responsible.`
          : mrkdwn`Please invite ${heads.join(', ')}.`,
      ]),
    letter: (references: readonly string[]): Mrkdwn =>
      mrkdwn`*Final notice has gone by without an answer:* ${references.join(', ')}. The Chair’s letter to the Chief Executive is drafted.`,
    more: (left: number): Mrkdwn =>
      mrkdwn`… and ${left} more lines for which there is no room here: the tracker has every row with how it was asked for.`,
    overdue: 'Everything that is overdue',
    email: 'Text for an e-mail',
    letterButton: 'The Chair’s letter (Word)',
    emailTitle: 'Text for an e-mail',
    emailFor: (who: string): Mrkdwn => mrkdwn`*${who}*`,
    emailNone: (): Mrkdwn => mrkdwn`Nobody has to be told by e-mail any more.`,
    /** In paragraphs: what is long goes on in another block, and is pasted after the first. */
    emailText: (committee: string, lines: readonly string[], isFinal: boolean): string[] => [
      `${committee}: what the committee has asked for`,
      'The committee has asked for the following, and has had no answer yet:',
      ...lines,
      ...(isFinal ? ['Unless it is answered, the Chair will formally write to the Chief Executive.'] : []),
      'Please answer this message; I enter your answer for the committee.',
    ],
    emailLine: (reference: string, text: string, due: string | undefined): string =>
      due === undefined ? `${reference}: ${text}` : `${reference}: ${text} (due ${dayInFull(due)})`,
  },
}
