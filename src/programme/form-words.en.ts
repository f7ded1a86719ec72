import type { PeriodEnd } from '../calendar/periods.ts'
import { longDate } from '../calendar/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

/** The forms of the work programme, and what is said after them. */
export const formWords = {
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  propose: {
    title: 'Propose a topic',
    titleAdd: 'Add to the programme',
    titleEdit: 'Edit the entry',
    submit: 'Propose',
    add: 'Add',
    proposer: 'Who proposes it?',
    kind: 'What is it?',
    topic: 'What should the committee look into?',
    reason: 'Reason for consideration',
    outcome: 'What should come of it?',
    lead: 'Responsible Cabinet Member or officer',
    scope: 'Scope of the review',
    scopeHint: 'Of a review: what it looks at, and what it leaves out.',
    met: (scoring: string): string => `Priority: ${scoring}`,
    metHint: 'Tick what is met: one point each. With nothing ticked it is not scored.',
    noScore: 'Not scored',
  },
  receipt: {
    title: 'Proposed',
    sent: (topic: string, clock: PeriodEnd): Mrkdwn =>
      mrkdwn`:white_check_mark: “${topic}” is proposed. The clerks have it; it is decided by ${longDate(clock.lastDay)}, and you hear how and why.`,
    relayed: (topic: string, name: string, clock: PeriodEnd): Mrkdwn =>
      mrkdwn`:white_check_mark: “${topic}” is proposed for ${name}, entered by you. It is to be decided by ${longDate(clock.lastDay)}.`,
    already: (topic: string): Mrkdwn =>
      mrkdwn`“${topic}” is proposed already and waits to be decided. Nothing was added.`,
    working: (lines: readonly string[]): Mrkdwn => mrkdwn`${lines.join(' ')}`,
  },
  decide: {
    title: 'Decide on a proposal',
    submit: 'Decide',
    proposal: (topic: string, by: string): Mrkdwn => mrkdwn`*${topic}*\nProposed by ${by}`,
    decision: 'Decision',
    accepted: 'Accept: it goes on the programme',
    declined: 'Decline',
    reason: 'Reason',
    reasonHint: 'The proposer reads it. It is needed when the proposal is declined.',
  },
  arrange: { title: 'Schedule an entry', submit: 'Save' },
  settings: {
    title: 'Programme and call-in',
    days: 'Working days to decide on a proposal',
    scoring: 'How proposals are scored',
    variedBy: 'Who may vary the programme between meetings',
    variedByHint:
      'As the committee resolved, such as: the clerk in consultation with the Chair. Empty: nobody, and every change must be as the committee agreed.',
    requesters: 'Call-in: how many councillors must ask',
    window: 'Call-in: working days after publication',
    meetWithin: 'Call-in: working days within which the committee meets',
    grounds: 'Call-in: grounds, one a line',
    groundsHint: 'Where the constitution lists none, leave it empty: a reason in words is then needed.',
    saved: (): Mrkdwn =>
      mrkdwn`:white_check_mark: Saved. It holds for proposals and decisions that are entered from now on.`,
  },
  /** To the clerks, and to the proposer. */
  message: {
    proposed: (of: { readonly committee: string; readonly topic: string }): Mrkdwn =>
      mrkdwn`A proposal for the work programme of the ${of.committee}: *${of.topic}*`,
    overdue: (committee: string): Mrkdwn =>
      mrkdwn`A proposal for the work programme of the ${committee} is not decided`,
    notification: (committee: string): Mrkdwn =>
      mrkdwn`A proposal for the work programme of the ${committee}`,
    decide: 'Decide…',
    open: 'Open',
    settled: (standing: string): Mrkdwn => mrkdwn`_${standing}._`,
    accepted: (topic: string, where: string): Mrkdwn =>
      mrkdwn`:white_check_mark: Your proposal “${topic}” was accepted. ${where}.`,
    declined: (topic: string): Mrkdwn =>
      mrkdwn`Your proposal “${topic}” was declined for now. You can speak to the Chair, or propose it again with */programme*.`,
    reason: (reason: string): Mrkdwn => mrkdwn`*Reason:* ${reason}`,
    tellProposer: (name: string): Mrkdwn =>
      mrkdwn`:warning: ${name} is not on Slack: tell them what became of the proposal, and why.`,
    again: (topic: string): Mrkdwn =>
      mrkdwn`The decision on your proposal “${topic}” was taken back; it is decided on again.`,
    takenOff: (topic: string): Mrkdwn => mrkdwn`Your proposal “${topic}” is not on the programme any more.`,
    told: (committee: string): Mrkdwn =>
      mrkdwn`Your proposal for the work programme of the ${committee} was decided`,
  },
}
export type ProgrammeFormWords = typeof formWords
