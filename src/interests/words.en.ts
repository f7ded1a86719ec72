import type { Temporal } from 'temporal-polyfill'
import { longDate, shortDate, stamp } from '../calendar/words.en.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { Bar, KindId } from './kind-rules.ts'
import type { Effect, Registration } from './rules.ts'

/** Everything a member reads about interests. */
export const words = {
  close: 'Close',
  cancel: 'Cancel',
  done: 'Done',

  /** The usual names; a council's own code may have others. */
  kinds: {
    dpi: 'Disclosable pecuniary interest',
    ori: 'Other registrable interest',
    nri: 'Non-registrable interest',
    affected: 'Affected, no more than most people here',
    transparency: 'For transparency only',
    personal: 'Personal interest',
    prejudicial: 'Personal and prejudicial interest',
    financial: 'Financial interest',
    nonFinancial: 'Non-financial interest',
    connection: 'Connection, for transparency',
    arrears: 'Council tax two months in arrears',
  } satisfies Record<KindId, string>,

  /** Beside a kind in the form. */
  bars: {
    all: 'You neither speak nor vote, unless you have a dispensation',
    asPublic: 'You speak only as far as the public may, and do not vote',
    vote: 'You may speak, but not vote',
    nothing: 'You say so at the meeting, and take part',
  } satisfies Record<Bar, string>,

  whip: 'Party whip',
  whipHint: (barsVote: boolean) =>
    barsVote ? 'You declare it, and do not vote on the question' : 'Your group told you how to vote',

  wholeMeeting: 'The whole meeting',

  holders: {
    own: 'The member’s own',
    partner: 'A partner’s, or that of somebody close',
  },

  registrations: {
    registered: 'Yes, it is in the register',
    pending: 'The Monitoring Officer has been told, it is not in the register yet',
    neither: 'Neither',
  } satisfies Record<Registration, string>,

  /** "You must leave the room for …" */
  effect: (effect: Effect, where: string): Mrkdwn => {
    const { speaking, mayVote, mustLeave } = effect
    if (speaking === 'no')
      return mustLeave
        ? mrkdwn`You must leave the room, and may neither speak nor vote, on ${where}.`
        : mrkdwn`You may stay but not speak or vote on ${where}.`
    if (speaking === 'asPublic')
      return mustLeave
        ? mrkdwn`You may speak only as far as the public may, must then leave the room, and may not vote, on ${where}.`
        : mrkdwn`You may stay, speak only as far as the public may, and not vote, on ${where}.`
    return mayVote
      ? mrkdwn`You may stay, speak and vote on ${where}.`
      : mrkdwn`You may stay and speak but not vote on ${where}.`
  },
  /** "item 7. Winter pressures" */
  onItem: (name: string) => `item ${name}`,
  onUnnumbered: (name: string) => `“${name}”`,
  onWholeMeeting: 'every item of the meeting',
  sources: (sources: readonly string[]): Mrkdwn => mrkdwn`By ${sources.join('; ')}.`,

  form: {
    title: 'Interests',
    submit: 'Continue',
    meeting: 'Meeting',
    intro: () =>
      mrkdwn`This is advance notice. Only you, the clerks of this committee and the Monitoring Officer see it; it appears in no channel. You still have to disclose the interest at the meeting.`,
    introFor: (name: string) => mrkdwn`*For ${name}*. What you enter is shown as relayed by you.`,
    notAsked: (items: number) =>
      items === 1
        ? mrkdwn`There is one item on the agenda. If you have nothing to declare in it, one tap says so.`
        : mrkdwn`There are ${items} items on the agenda. If you have nothing to declare in any of them, one tap says so.`,
    noAgenda: () =>
      mrkdwn`The agenda is not published yet. You can give notice for the whole meeting now; you will be asked about the items when they are out.`,
    declaredNothing: () => mrkdwn`:white_check_mark: Nothing to declare so far.`,
    newItems: (names: readonly string[]): Mrkdwn => mrkdwn`:new: ${newItems(names)}`,
    nothing: 'Nothing to declare',
    nothingMore: 'Nothing more to declare',
    /** "Disclosable pecuniary interest, item 7. Winter pressures" */
    standing: (facts: StandingInWords): Mrkdwn => {
      const marks = [
        ...(facts.isPartners ? ['a partner’s or that of somebody close'] : []),
        ...(facts.isSensitive ? ['sensitive'] : []),
        ...(facts.relayedBy === undefined ? [] : [`entered by ${facts.relayedBy}`]),
      ]
      const marked = marks.length === 0 ? mrkdwn`` : mrkdwn` (${marks.join(', ')})`
      return mrkdwn`*${facts.kind}*${marked}: ${facts.where}\n${facts.effect}`
    },
    moreStanding: (more: number) =>
      mrkdwn`… and ${more} more: */declare list* shows them. When you withdraw one of these, the next appears here.`,
    change: 'Change…',
    withdraw: 'Withdraw',
    declare: () => mrkdwn`*Declare an interest*`,
    items: 'In which item?',
    itemsPlaceholder: 'One or several',
    type: 'What kind is it?',
    earlier: 'Or the same as before',
    earlierHint: 'What you wrote about it then is used again.',
    earlierPlaceholder: 'An interest of an earlier meeting',
    earlierChoice: (kind: string, where: string, date: string, isSensitive: boolean) =>
      `${kind}${isSensitive ? ' (sensitive)' : ''}, ${where}, ${shortDate(date)}`,
    holder: 'Whose interest is it?',
    sensitive: 'Sensitive',
    sensitiveTick: 'Its details could lead to violence or intimidation',
    sensitiveHint:
      'Then it is only recorded that there is an interest: you are not asked what it is, and the minutes do not say it.',
    dispensation: 'Dispensation',
    dispensationPlaceholder: 'None',
    dispensationHint: 'Those in force for you on the day of the meeting.',
    dispensationChoice: (scope: string, until: string, isGeneral: boolean) =>
      `${isGeneral ? 'General: ' : ''}${scope} (until ${shortDate(until)})`,
    missingItem: 'Choose the item, or the whole meeting.',
    missingType: 'Choose what it is, or an interest of an earlier meeting.',
    changing: (kind: string, where: string) => mrkdwn`You are changing your notice: *${kind}*, ${where}`,
  },

  confirm: {
    title: 'What follows',
    submit: 'Give notice',
    heading: (kind: string) => mrkdwn`*${kind}*`,
    dispensed: (scope: string, until: string) =>
      mrkdwn`With the dispensation “${scope}”, in force until ${longDate(until)}.`,
    notInForce: () =>
      mrkdwn`:warning: The dispensation that you chose is not in force on the day of the meeting.`,
    registration: 'Is it in the register of interests?',
    nature: 'What is the interest?',
    natureHint:
      'A sentence or two. Private: only the clerks and the Monitoring Officer can read it. At the meeting the member says it.',
    natureKept: 'Leave this empty to keep what was said before.',
    natureNone: () => mrkdwn`:lock: Sensitive: you are not asked what it is, and no details are kept.`,
    whipNature: 'Which whip, and what does it ask?',
    whipHint: 'It is declared at the meeting and minuted.',
    note: 'How were you told?',
    notePlaceholder: 'By e-mail, by telephone …',
    missing: 'Please answer.',
  },

  receipt: {
    title: 'Noted',
    given: (meeting: MeetingInWords) =>
      mrkdwn`:white_check_mark: *Your notice is recorded.*\n${meetingWords.meeting(meeting)}`,
    givenFor: (name: string, meeting: MeetingInWords) =>
      mrkdwn`:white_check_mark: *Recorded for ${name}.*\n${meetingWords.meeting(meeting)}`,
    disclose: () =>
      mrkdwn`Please disclose it at the meeting when the item comes up. It is minuted only then.`,
    /** Localism Act 2011 s31(3). */
    notify: () =>
      mrkdwn`Once you have disclosed it at the meeting, you have 28 days, that day included, to tell the Monitoring Officer, since it is neither registered nor notified.`,
    nothing: (meeting: MeetingInWords) =>
      mrkdwn`:white_check_mark: *Nothing to declare*, recorded for ${meetingWords.meeting(meeting)}. You are asked again only if an item is added.`,
    nothingMore: (standing: number, meeting: MeetingInWords) =>
      mrkdwn`:white_check_mark: *Nothing more to declare*, recorded for ${meetingWords.meeting(meeting)}. ${standing === 1 ? 'The notice that you gave stands.' : `The ${standing} notices that you gave stand.`}`,
  },

  message: {
    ask: () => mrkdwn`*Interests:* is there anything to declare about these items?`,
    newItems: (names: readonly string[]): Mrkdwn => mrkdwn`:new: ${newItems(names)}`,
    nothing: () => mrkdwn`Interests: you have nothing to declare.`,
    given: (notices: number) =>
      notices === 1
        ? mrkdwn`Interests: you gave notice of one. Please disclose it at the meeting.`
        : mrkdwn`Interests: you gave notice of ${notices}. Please disclose them at the meeting.`,
    nothingToDeclare: 'Nothing to declare',
    nothingMore: 'Nothing more to declare',
    declarations: 'Declarations',
  },

  list: {
    title: 'My interests',
    intro: () =>
      mrkdwn`Your notices for meetings that are not over. To change or withdraw one, type */declare*.`,
    meeting: (meeting: MeetingInWords) => mrkdwn`*${meetingWords.meeting(meeting)}*`,
    none: () => mrkdwn`No notice given.`,
    nothing: (at: Temporal.Instant, timeZone: string) =>
      mrkdwn`Nothing to declare, said ${stamp(at, timeZone)}.`,
    more: (more: number) => mrkdwn`… and ${more} more.`,
  },

  help: () =>
    mrkdwn`*/declare* opens the form for your next meeting: choose the item and what it is, and you see what you may do before you send it.\n• */declare nothing* – nothing to declare\n• */declare list* – what you gave notice of\n• */declare notices* – what members gave notice of (clerks and the Monitoring Officer)\n• */declare dispensations* – record or revoke one (clerks and the Monitoring Officer)\nOnly you, the clerks of the committee and the Monitoring Officer see a notice.`,
  unknown: (text: string) => mrkdwn`I do not know “${text}”. ${words.help()}`,

  none: {
    meetings: () =>
      mrkdwn`No meeting of your committees is planned at the moment. You will be asked about interests when an agenda is published.`,
    noAgenda: (meeting: string) =>
      mrkdwn`The agenda of ${meeting} is not published yet. You will be asked when it is; to give notice of an interest now, type */declare*.`,
    notAMember: () =>
      mrkdwn`Interests are declared by members of a committee, and you are not one here. Ask the clerk if that is wrong.`,
    clerk: () =>
      mrkdwn`You are a clerk, not a member. */declare notices* shows what members gave notice of, and lets you enter it for one.`,
  },

  refusals: {
    title: 'Not recorded',
    notAMember: (meeting: string, clerks: readonly string[]) =>
      mrkdwn`Interests in ${meeting} are declared by its members. ${askClerks(clerks)}`,
    cancelled: (meeting: string) => mrkdwn`${meeting} is cancelled, so there is nothing to declare.`,
    postponed: (meeting: string) =>
      mrkdwn`${meeting} is postponed and has no new date yet. What you declared stands; please add to it once there is a date.`,
    moved: (meeting: string) =>
      mrkdwn`The day of this meeting was changed meanwhile, so nothing was recorded. It is now: ${meeting}. Please look again at what is asked, and answer once more.`,
    over: (meeting: string, clerks: readonly string[]) =>
      mrkdwn`${meeting} is over, so no advance notice is taken. What you disclosed there is in the clerk’s record. If you find now that you had an interest, tell the clerk and the Monitoring Officer. ${askClerks(clerks)}`,
    gone: () => mrkdwn`This meeting is not in the record any more. Please ask the clerk.`,
    notAClerk: () => mrkdwn`Only a clerk of this committee can enter an interest for a member.`,
    agendaChanged: (meeting: string) =>
      mrkdwn`The agenda of ${meeting} was changed meanwhile, so nothing was recorded. My message about the meeting shows the items as they are now: please look at them and answer again.`,
    noticeGone: () => mrkdwn`This notice was withdrawn already. Type */declare* to see what stands.`,
    noticeChanged: () =>
      mrkdwn`This notice was changed since you opened the form, so nothing was recorded. Type */declare* to see it as it is now.`,
    sameNotice: () =>
      mrkdwn`The same interest in the same item is declared already. Type */declare* and change that one.`,
    noSuchKind: () =>
      mrkdwn`Your council’s code of conduct has no such interest any more. Type */declare* and choose another.`,
    noLeave: () =>
      mrkdwn`That dispensation is not in force for you on the day of the meeting, so nothing was recorded. Please declare without it, or ask the Monitoring Officer.`,
    noWhip: () => mrkdwn`Your council does not ask about a party whip.`,
    incomplete: () =>
      mrkdwn`Something was left out, so nothing was recorded. Type */declare* and answer every question.`,
  },
}
export type InterestWords = typeof words

export interface StandingInWords {
  readonly kind: string
  readonly where: string
  readonly effect: Mrkdwn
  readonly isPartners: boolean
  readonly isSensitive: boolean
  readonly relayedBy: string | undefined
}

/** Beyond so many, the number is said. */
const NAMED = 5

function newItems(names: readonly string[]): string {
  if (names.length === 1) return `New item ${names[0]}: anything to declare?`
  const named = names.slice(0, NAMED).join('; ')
  const more = names.length > NAMED ? `; and ${names.length - NAMED} more` : ''
  return `New items ${named}${more}: anything to declare?`
}

function askClerks(clerks: readonly string[]): string {
  return clerks.length === 0 ? 'Please ask the clerk.' : `Please ask ${clerks.join(' or ')}.`
}
