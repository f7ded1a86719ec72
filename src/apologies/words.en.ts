import type { Temporal } from 'temporal-polyfill'
import { stamp } from '../calendar/words.en.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { MinutesPhrase } from './minutes-phrases.ts'
import type { ApologyKind, MemberState } from './rules.ts'

const kindSaid: Record<ApologyKind, string> = {
  absent: 'you will not be there',
  late: 'you will come late',
  leavingEarly: 'you will leave early',
}

/** Everything a person reads while sending, withdrawing or relaying apologies. */
export const words = {
  close: 'Close',
  cancel: 'Cancel',
  done: 'Done',

  form: {
    title: 'Apologies',
    submit: 'Send apologies',
    meeting: 'Meeting',
    kind: 'What should the clerk know?',
    kinds: {
      absent: 'I cannot come',
      late: 'I will come late',
      leavingEarly: 'I will leave early',
    } satisfies Record<ApologyKind, string>,
    reason: 'Reason',
    reasonHint: 'Private: only the clerks can read it. It does not appear in any channel or in the minutes.',
    sentAlready: (kind: ApologyKind, at: Temporal.Instant, timeZone: string): Mrkdwn =>
      mrkdwn`You sent apologies at ${stamp(at, timeZone)}: ${kindSaid[kind]}. Sending again replaces them.`,
    withdraw: 'Withdraw my apologies',
    inMinutes: 'What the minutes may say of the reason',
    phrases: {
      '': 'Nothing',
      councilBusiness: 'Other council business',
      illness: 'Illness',
      family: 'Family reasons',
      work: 'Work',
      holiday: 'Holiday',
    } satisfies Record<MinutesPhrase, string>,
    onlyForAbsence:
      'A substitute sits for somebody who does not come. Please choose “I cannot come”, or nobody here.',
    missing: 'Please choose.',
    help: () =>
      mrkdwn`*/apologies* opens a short form: choose the meeting and send. You get a receipt, and the clerk is told at once. Only the clerks can read your reason, if you give one.
• */apologies 11 Oct*, */apologies tomorrow*, */apologies Thursday* – the form for the meeting on that day
• */apologies away 3-20 October* – for all meetings of your committees in these days, in one go
• */apologies list* – all your coming meetings, and what you have said
• */apologies withdraw*, */apologies withdraw 11 Oct* – you come after all
• */apologies substitute* – who sits for you; for a whip, for the members of the group
• */apologies for @member 11 Oct* – for clerks: answer for a member; a name will do for somebody who is not on Slack
• */apologies rules* – for clerks: who may be a substitute, and until when`,
  },

  receipt: {
    title: 'Apologies sent',
    sent: (meeting: MeetingInWords, kind: ApologyKind) =>
      mrkdwn`:white_check_mark: *Your apologies are recorded:* ${kindSaid[kind]}.\n${meetingWords.meeting(meeting)}`,
    clerkTold: (clerks: readonly string[]) =>
      clerks.length === 0
        ? mrkdwn`The clerks have been told.`
        : mrkdwn`${clerks.join(' and ')} ${clerks.length === 1 ? 'has' : 'have'} been told.`,
    substitute: (name: string) => mrkdwn`${name} is asked to sit for you. You are told when they answer.`,
    reasonPrivate: () => mrkdwn`Your reason is kept private: only the clerks can read it.`,
    until: () => mrkdwn`You can withdraw your apologies until the meeting’s planned end.`,
    withdrawnTitle: 'Withdrawn',
    withdrawn: (meeting: MeetingInWords) =>
      mrkdwn`:white_check_mark: *Your apologies are withdrawn:* you are expected again.\n${meetingWords.meeting(meeting)}`,
  },

  command: {
    notUnderstood: (said: string) => mrkdwn`I did not understand “${said}”, so nothing was recorded.`,
    whichMeeting: (day: string) => mrkdwn`There is more than one meeting on ${day}. Which one do you mean?`,
    noneOn: (day: string) => mrkdwn`None of your committees meets on ${day}. These meetings are nearest:`,
    noneOnAtAll: (day: string) =>
      mrkdwn`None of your committees meets on ${day}, and no other meeting of theirs is planned.`,
    noneBetween: (from: string, until: string) =>
      mrkdwn`None of your committees meets from ${from} to ${until}, as far as meetings are planned. Nothing was recorded.`,
    nothingToWithdraw: () => mrkdwn`There are no apologies of yours to withdraw. You are expected.`,
    whichWithdrawal: () =>
      mrkdwn`You have sent apologies for more than one meeting. Which ones do you withdraw?`,
    whichMember: (said: string, names: readonly string[]) =>
      mrkdwn`“${said}” fits more than one member: ${names.join(', ')}. Please give the whole name.`,
    noSuchMember: (said: string) =>
      mrkdwn`There is no member “${said}” on the committees that you are a clerk of. Please check the name.`,
    noMeetingOf: (name: string) =>
      mrkdwn`${name} has no coming meeting there, on the committees that you are a clerk of.`,
    choose: 'Choose',
  },

  list: {
    title: 'Your meetings',
    entry: (meeting: MeetingInWords) => mrkdwn`*${meetingWords.entry(meeting)}*`,
    states: {
      coming: 'You said that you will be there',
      absent: 'You have sent your apologies',
      late: 'You will come late',
      leavingEarly: 'You will leave early',
      unanswered: 'No answer yet',
    } satisfies Record<MemberState, string>,
    stated: (said: string, at: Temporal.Instant | undefined, timeZone: string) =>
      at ? mrkdwn`${said} (${stamp(at, timeZone)}).` : mrkdwn`${said}.`,
    coming: 'I’ll be there',
    apologies: 'Send apologies',
    change: 'Change',
    withdraw: 'Withdraw',
    more: (left: number) => mrkdwn`… and ${left} more: */apologies* with the day shows each.`,
  },

  away: {
    title: 'Away',
    submit: 'Send apologies',
    intro: (from: string, until: string) =>
      mrkdwn`These meetings of your committees are planned from ${from} to ${until}. Take the tick from those that you will come to.`,
    meetings: 'Send apologies for',
    more: 'and for',
    tickOne: 'Please tick at least one meeting, or cancel.',
    receiptTitle: 'Apologies sent',
    sent: (meetings: readonly MeetingInWords[]) =>
      mrkdwn`:white_check_mark: *Your apologies are recorded* for ${meetings.length === 1 ? 'one meeting' : `${meetings.length} meetings`}:\n${meetings.map((it) => `• ${meetingWords.meeting(it)}`).join('\n')}`,
    notSent: (meetings: readonly string[]) =>
      mrkdwn`*Not recorded*, because it was changed meanwhile: ${meetings.join('; ')}. Look at it with */apologies list*.`,
  },

  correct: {
    title: 'Correct an answer',
    intro: (meeting: MeetingInWords) =>
      mrkdwn`${meetingWords.meeting(meeting)}\nThe meeting is over. What was recorded before stays visible beside the correction.`,
    why: 'Why is it corrected?',
    whyHint: 'Not private: it stands in the history of the record.',
    history: () => mrkdwn`*Corrections so far*`,
    earlier: (count: number) =>
      count === 1
        ? mrkdwn`One earlier correction is in the audit trail.`
        : mrkdwn`${count} earlier corrections are in the audit trail.`,
    line: (of: { name: string; before: string; after: string; why: string; by: string; at: string }) =>
      mrkdwn`• ${of.name}: ${of.before} → ${of.after}, ${of.at}, ${of.by}${of.why === '' ? '' : `: ${of.why}`}`,
  },

  none: {
    meetings: () =>
      mrkdwn`No meeting of your committees is planned at the moment. When papers are published you will get a message with buttons to answer.`,
    notAMember: (clerks: readonly string[]) =>
      clerks.length === 0
        ? mrkdwn`Apologies are for members of a committee, and you are not one here. Ask the clerk if that is wrong.`
        : mrkdwn`Apologies are for members of a committee, and you are not one here. If that is wrong, ask ${clerks.join(' or ')}.`,
    /** For a clerk, who answers for others in the list of the meeting. */
    clerk: () =>
      mrkdwn`You are a clerk, not a member. To enter apologies for a member, use *Answer for a member* in the list of the meeting in your clerks’ channel.`,
  },

  refusals: {
    title: 'Not recorded',
    notAMember: (meeting: string, clerks: readonly string[]) =>
      mrkdwn`Apologies for ${meeting} are for its members. ${askClerks(clerks)}`,
    cancelled: (meeting: string) =>
      mrkdwn`${meeting} is cancelled: nobody is expected, so no apologies are needed.`,
    postponed: (meeting: string) =>
      mrkdwn`${meeting} is postponed and has no new date yet. You will be asked again when it has one, so there is nothing to send now.`,
    moved: (meeting: string) =>
      mrkdwn`The day of this meeting was changed meanwhile, so nothing was recorded. It is now: ${meeting}. Please answer again for the new day.`,
    over: (meeting: string, clerks: readonly string[]) =>
      mrkdwn`${meeting} is over, so only the clerk can correct the record. ${askClerks(clerks)}`,
    gone: () => mrkdwn`This meeting is not in the record any more. Please ask the clerk.`,
    notAClerk: () => mrkdwn`Only a clerk of this committee can answer for a member.`,
    nothingToWithdraw: (meeting: string) =>
      mrkdwn`There are no apologies of yours to withdraw for ${meeting}. You are expected.`,
    nothingToWithdrawFor: (meeting: string) => mrkdwn`There are no apologies to withdraw for ${meeting}.`,
  },

  relay: {
    title: 'Answer for a member',
    submit: 'Record',
    intro: (meeting: MeetingInWords) =>
      mrkdwn`${meetingWords.meeting(meeting)}\nThe list shows that you recorded it, and how you were told.`,
    member: 'Member',
    memberPlaceholder: 'Choose the member',
    answer: 'Answer',
    answers: {
      coming: 'Will be there',
      absent: 'Sends apologies: cannot come',
      late: 'Will come late',
      leavingEarly: 'Will leave early',
      withdraw: 'Withdraws their apologies',
    },
    note: 'How were you told?',
    notePlaceholder: 'By e-mail, by telephone …',
    reason: 'Reason',
    reasonHint: 'Private: only the clerks can read it.',
    recorded: (name: string, answer: string, meeting: MeetingInWords) =>
      mrkdwn`:white_check_mark: *Recorded for ${name}:* ${answer}.\n${meetingWords.meeting(meeting)}`,
    recordedTitle: 'Recorded',
  },

  reasons: {
    title: 'Private reasons',
    intro: () => mrkdwn`:lock: For clerks only. Please do not copy these into a channel or the minutes.`,
    name: (name: string) => mrkdwn`*${name}*`,
    none: () => mrkdwn`Nobody has given a reason.`,
    doesNotOpen: 'This reason cannot be opened: the key of private text was changed. Ask your administrator.',
    more: (left: number) => mrkdwn`… and ${left} more.`,
  },

  substitute: (name: string) => `${name} (substitute)`,

  states: {
    coming: 'coming',
    absent: 'apologies',
    late: 'will be late',
    leavingEarly: 'will leave early',
    unanswered: 'no answer yet',
  } satisfies Record<MemberState, string>,
}
export type ApologiesWords = typeof words

function askClerks(clerks: readonly string[]): string {
  return clerks.length === 0 ? 'Please ask the clerk.' : `Please ask ${clerks.join(' or ')}.`
}
