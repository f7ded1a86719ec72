import type { PeriodEnd } from '../calendar/periods.ts'
import { longDate } from '../calendar/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { CallInOutcome } from './call-in-rules.ts'
import type { CallInRequester, CallInRow } from './call-ins.ts'

/** What councillors and clerks read about decisions that can be called in. */
export const callInWords = {
  title: 'Call-in',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Earlier',
  on: 'More',
  none: (): Mrkdwn => mrkdwn`No decision has been entered that can be called in.`,
  intro: (): Mrkdwn =>
    mrkdwn`Decisions of the executive that were published and are not carried out yet. Councillors can ask for one to be called in until the end of its last day.`,
  enter: 'Enter a decision…',
  open: 'Open',
  ask: 'Ask for call-in…',
  relay: 'A councillor asked…',
  withdraw: 'Take my request back',
  schedule: 'Put down for a meeting…',
  hear: 'Record the outcome…',
  invalid: 'Not valid…',
  takeBack: 'It is valid after all',
  all: 'All call-ins',

  decision: (one: Pick<CallInRow, 'title' | 'reference' | 'decidedBy' | 'publishedOn'>): Mrkdwn =>
    mrkdwn`*${one.title}*${one.reference === '' ? '' : ` (${one.reference})`}\nDecided by ${one.decidedBy}, published on ${longDate(one.publishedOn)}`,
  outcomes: {
    released: 'Released: the decision stands and may be carried out',
    referredBack: 'Referred back to who decided, to think again',
    referredToCouncil: 'Referred to the council',
  } satisfies Record<CallInOutcome, string>,
  counted: ({ requests, rule }: Pick<CallInRow, 'requests' | 'rule'>): string =>
    `${requests.length} of the ${rule.requesters} councillors needed ${requests.length === 1 ? 'has' : 'have'} asked`,
  state: (one: CallInRow): string => {
    switch (one.state) {
      case 'open':
        return `${callInWords.counted(one)}. It can be called in until the end of ${longDate(one.closesOn)}.`
      case 'called': {
        const by = one.meetBy === undefined ? '' : ` The committee meets by ${longDate(one.meetBy)}.`
        return `Called in by ${one.requests.length} councillors.${by}${callInWords.meetingSaid(one)}`
      }
      case 'lapsed':
        return `Not called in: ${callInWords.counted(one)} when the time ended on ${longDate(one.closesOn)}. The decision may be carried out.`
      case 'invalid':
        return `Not valid: ${one.outcomeWhy}`
      case 'heard': {
        const outcome = one.outcome === undefined ? '' : callInWords.outcomes[one.outcome]
        const minute = one.outcomeMinute === '' ? '' : ` (minute ${one.outcomeMinute})`
        return `${outcome}${minute}. ${one.outcomeWhy}`
      }
    }
  },
  meetingSaid: ({ meeting, meetBy }: Pick<CallInRow, 'meeting' | 'meetBy'>): string => {
    if (!meeting) return ' No meeting is set for it yet.'
    if (meeting.state !== 'scheduled')
      return ` Its meeting of ${longDate(meeting.date)} does not take place: put it down for another.`
    const late = meetBy !== undefined && meeting.date > meetBy ? ', which is later than the rule wants' : ''
    return ` It is heard on ${longDate(meeting.date)}${late}.`
  },
  stateLine: (one: CallInRow): Mrkdwn => mrkdwn`${callInWords.state(one)}`,
  requester: ({ name, grounds, reason, relayed }: CallInRequester): Mrkdwn =>
    mrkdwn`• ${name}${relayed ? ' (entered by a clerk)' : ''}${grounds.length === 0 ? '' : `: ${grounds.join('; ')}`}${reason === '' ? '' : `\n${reason}`}`,
  names: (names: readonly string[]): Mrkdwn => mrkdwn`*Asked:* ${names.join(', ')}`,
  requesters: (): Mrkdwn => mrkdwn`*Who has asked*`,
  onAgenda: (title: string, reference: string): string =>
    `Call-in: ${title}${reference === '' ? '' : ` (${reference})`}`,
  working: (lines: readonly string[]): Mrkdwn => mrkdwn`${lines.join(' ')}`,

  enterForm: {
    title: 'Enter a decision',
    submit: 'Enter',
    decision: 'Decision',
    decisionHint:
      'It is posted in the committee’s channel: nothing that is exempt or confidential. Of such a decision give the reference and the open part of its title.',
    reference: 'Reference',
    decidedBy: 'Who decided?',
    decidedByHint: 'Such as: Cabinet; Cabinet Member for Health.',
    publishedOn: 'Published on',
    rule: (of: { requesters: number; windowDays: number; meetWithin: number }): Mrkdwn =>
      mrkdwn`The council’s rule: ${of.requesters} councillors, within ${of.windowDays} working days after publication; the committee meets within ${of.meetWithin} working days. It is set with */programme settings*.`,
    receipt: (window: PeriodEnd): Mrkdwn =>
      mrkdwn`:white_check_mark: Entered. Councillors can ask until the end of ${longDate(window.lastDay)}; the committee’s channel and the clerks see how many have.`,
    already: (): Mrkdwn => mrkdwn`This decision was entered before. Nothing was added.`,
  },
  askForm: {
    title: 'Ask for call-in',
    submit: 'Ask',
    grounds: 'Grounds',
    reason: 'Reason',
    reasonHint: 'The clerks and the Chair read it.',
    person: 'Who asked?',
    on: 'Received on',
    asked: (asked: number, needed: number): Mrkdwn =>
      mrkdwn`:white_check_mark: The request is recorded: ${asked} of ${needed}.`,
    called: (meet: PeriodEnd): Mrkdwn =>
      mrkdwn`:white_check_mark: The request is recorded, and with it the decision is called in. The committee meets by ${longDate(meet.lastDay)}; the clerks are told, and the Chair where they are on Slack.`,
  },
  invalidForm: { title: 'Not valid', submit: 'Record', why: 'Why is it not valid?' },
  scheduleForm: { title: 'Put down for a meeting', submit: 'Save', meeting: 'Meeting' },
  whyHint: 'It is posted in the committee’s channel: nothing that is exempt or confidential.',
  noCouncillors: (): Mrkdwn =>
    mrkdwn`No councillor sits on a committee now, so nobody can ask. The administrator imports committees first.`,
  noMeetings: (): Mrkdwn =>
    mrkdwn`No meeting of this committee is planned. Schedule one with */meeting* first.`,
  hearForm: {
    title: 'Record the outcome',
    submit: 'Record',
    outcome: 'What did the committee do?',
    why: 'Why?',
    minute: 'Minute',
  },
  card: {
    notification: (title: string): Mrkdwn => mrkdwn`A decision that can be called in: ${title}`,
    chairNotOnSlack: (name: string): Mrkdwn =>
      mrkdwn`:warning: The Chair, ${name}, is not on Slack: tell them of the call-in.`,
    noChair: (): Mrkdwn => mrkdwn`:warning: The committee has no Chair now whom Scrutineer could tell.`,
    made: (one: Pick<CallInRow, 'title'>): Mrkdwn => mrkdwn`:bell: *Called in:* ${one.title}`,
  },
  errors: {
    'title-missing': 'Say which decision.',
    'decider-missing': 'Say who decided.',
    'published-ahead': 'That day has not come: a decision can be called in once it is published.',
    'grounds-missing': 'Choose at least one ground.',
    'reason-missing': 'Say why.',
    'in-future': 'That day has not come.',
    'meeting-gone': 'That meeting is not known any more. Choose another.',
    'meeting-off': 'That meeting is cancelled or has no day. Choose another.',
    'meeting-over': 'That meeting has been. Choose another.',
    person: 'Choose a councillor whom Scrutineer knows.',
    day: 'Choose the day.',
    outcome: 'Choose what the committee did.',
  },
  refusals: {
    title: 'Not done',
    executive: (): Mrkdwn =>
      mrkdwn`A member of the executive cannot ask for its decisions to be called in. Any other councillor can.`,
    'substitute-only': (): Mrkdwn =>
      mrkdwn`A named substitute who sits on no committee cannot ask here. If you are a councillor, ask the clerk to have you added as a member of the council first.`,
    'not-a-councillor': (): Mrkdwn =>
      mrkdwn`Only members of the council ask for a call-in. Co-opted members and officers can tell the Chair instead.`,
    'called-already': (): Mrkdwn =>
      mrkdwn`Enough councillors have asked: this is called in already, and nothing more is needed.`,
    'window-over': (): Mrkdwn =>
      mrkdwn`The time for asking is over. A request that reached the clerk in time can still be entered by the clerk, with the day on which it came.`,
    'not-yet': (): Mrkdwn =>
      mrkdwn`The decision was not published yet on that day. Ask on or after the day of its publication.`,
    settled: (): Mrkdwn => mrkdwn`This call-in is settled. Open it to see how.`,
    'call-in-gone': (): Mrkdwn =>
      mrkdwn`This decision is not there any more. Open */programme callin* again.`,
    'call-in-changed': (): Mrkdwn =>
      mrkdwn`Somebody has changed this meanwhile, so nothing of yours was stored. Open it again and look.`,
    'not-a-clerk': (): Mrkdwn => mrkdwn`Only a clerk of this committee does that. Ask the clerk.`,
    'not-called': (): Mrkdwn =>
      mrkdwn`Too few councillors have asked, so this is not called in and there is nothing to hear.`,
    'not-asked': (): Mrkdwn => mrkdwn`No request of yours stands, so there is nothing to take back.`,
  },
}
export type CallInWords = typeof callInWords
