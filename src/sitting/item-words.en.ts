import type { Temporal } from 'temporal-polyfill'
import { longDate } from '../calendar/words.en.ts'
import type { Effect } from '../interests/types.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { Conduct, ConductProblem } from './interest-rules.ts'
import { timeWords } from './words.en.ts'

/** What clerks and members read about an item while the meeting sits, and what it leaves for the minutes. */
export const words = {
  close: 'Close',
  cancel: 'Cancel',
  record: 'Record',

  minutes: {
    /** After "a general dispensation was applied". */
    generalFor: (scopes: readonly string[]) =>
      `in relation to ${scopes.map((scope) => `“${scope}”`).join(' and ')}`,
  },

  /** "must leave the room, and may neither speak nor vote" */
  effect: ({ speaking, mayVote, mustLeave }: Effect): string => {
    if (speaking === 'no')
      return mustLeave
        ? 'must leave the room, and may neither speak nor vote'
        : 'may stay, but neither speak nor vote'
    if (speaking === 'asPublic')
      return mustLeave
        ? 'may speak only as far as the public may, must then leave the room, and may not vote'
        : 'may stay, speak only as far as the public may, and not vote'
    return mayVote ? 'may stay, speak and vote' : 'may stay and speak, but not vote'
  },

  control: {
    bound: (name: string, effect: string, why: string): Mrkdwn =>
      mrkdwn`:no_entry_sign: *${name}* ${effect}: ${why}.`,
    noticed: 'by notice, not disclosed yet',
    disclosed: 'by what was disclosed',
    whipped: 'by a party whip',
    free: (names: string): Mrkdwn => mrkdwn`Disclosed, and free to take part: ${names}.`,
    toConfirm: (notices: number): Mrkdwn =>
      notices === 1
        ? mrkdwn`:memo: There is 1 notice about this item. Press *Interests* when it is disclosed, or is not.`
        : mrkdwn`:memo: There are ${notices} notices about this item. Press *Interests* when they are disclosed, or are not.`,
    wholeMeeting: (notices: number): Mrkdwn =>
      notices === 1
        ? mrkdwn`:memo: There is 1 notice about the whole meeting that was not called yet.`
        : mrkdwn`:memo: There are ${notices} notices about the whole meeting that were not called yet.`,
    against: (name: string, problem: ConductProblem): Mrkdwn =>
      problem === 'spoke'
        ? mrkdwn`:warning: ${name} is recorded as speaking, which the interest bars. Is its kind right, or was there a dispensation? The record says what happened.`
        : mrkdwn`:warning: ${name} is recorded as voting, which the interest bars. Is its kind right, or was there a dispensation? The record says what happened.`,
    late: (): Mrkdwn =>
      mrkdwn`:warning: This item was not on the agenda in time. It may be considered only if whoever presides rules that special circumstances make it urgent (LGA 1972 s100B(4)(b)). Press *Urgency*.`,
    accepted: (name: string): Mrkdwn => mrkdwn`:white_check_mark: ${name} ruled that this item is urgent.`,
    notAccepted: (name: string): Mrkdwn =>
      mrkdwn`:no_entry_sign: ${name} ruled that this item is not urgent: it may not be considered today.`,
    publicThere: (): Mrkdwn =>
      mrkdwn`:warning: This item is closed, and the public has not been excluded. Move the exclusion first.`,
    publicOut: (since: Temporal.Instant, timeZone: string): Mrkdwn =>
      mrkdwn`:lock: The public is excluded since ${timeWords(since, timeZone)}.`,
    begunWhileOut: (): Mrkdwn =>
      mrkdwn`:lock: This item was begun while the public was excluded, so it stands in the closed part of the minutes. If it was taken in public, untick that: *More*, *What was said…*.`,
    openWhileOut: (): Mrkdwn =>
      mrkdwn`:warning: This item is open on the agenda, and the public is still excluded. Let the public in, unless the resolution covers it.`,
    questions: (all: number, unread: number): Mrkdwn =>
      unread === 0
        ? mrkdwn`${count(all, 'question')}, all read back.`
        : mrkdwn`${count(all, 'question')}, *${unread} to read back*.`,
    unreadBefore: (items: readonly { readonly item: string; readonly unread: number }[]): Mrkdwn =>
      mrkdwn`:warning: Still to be read back: ${items.map(({ item, unread }) => `${count(unread, 'question')} of ${item}`).join('; ')}.`,
    running: (
      people: readonly { readonly name: string; readonly until: string; readonly byHand: boolean }[],
    ) =>
      mrkdwn`:hourglass: The Monitoring Officer must be told: ${people.map(({ name, until, byHand }) => `${name} by ${longDate(until)}${byHand ? ' (not on Slack: please tell them)' : ''}`).join('; ')}.`,

    interests: 'Interests',
    urgency: 'Urgency',
    exclude: 'Exclude the public',
    excludeInWords: 'Exclude the public in other words…',
    readmit: 'Let the public in',
    readmitAt: 'Let the public in, at another time…',
    ask: 'Question',
    readBack: (unread: number) => `Read back (${unread})`,
    questionsOfItem: 'Questions of an item',
    told: 'Who must tell the Monitoring Officer',
  },

  interests: {
    title: 'Interests',
    which: 'Item',
    every: 'Every notice of the meeting',
    wholeMeeting: 'The whole meeting',
    intro: (): Mrkdwn =>
      mrkdwn`What is disclosed is public from then on: what the interest is goes into the minutes, unless it is sensitive.`,
    none: (): Mrkdwn => mrkdwn`Nobody gave notice, and nothing is disclosed.`,
    toCall: (): Mrkdwn => mrkdwn`*Notices*`,
    recorded: (): Mrkdwn => mrkdwn`*At the meeting*`,
    notice: (name: string, kind: string, marks: readonly string[]) =>
      `${name}: ${kind}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`,
    whole: 'whole meeting',
    partners: 'a partner’s or that of somebody close',
    sensitive: 'sensitive',
    dispensed: 'with a dispensation',
    whip: 'Party whip',
    outcome: { disclosed: 'Disclosed', notDeclared: 'Not declared at the meeting' },
    later: 'Not called yet',
    said: (line: string, effect: string): Mrkdwn => mrkdwn`*${line}*\n${effect}`,
    notDeclared: (line: string): Mrkdwn => mrkdwn`~${line}~\nNot declared at the meeting: it does not count.`,
    until: (until: string, isTold: boolean): Mrkdwn =>
      isTold
        ? mrkdwn`The Monitoring Officer has been told.`
        : mrkdwn`Not in the register: the Monitoring Officer must be told by ${longDate(until)}.`,
    did: (name: string) => `What ${name} did`,
    conduct: {
      left: 'Left the room',
      silent: 'Stayed, and said nothing',
      spoke: 'Spoke, and did not vote',
      tookPart: 'Took part',
    } satisfies Record<Conduct, string>,
    notYet: 'Not recorded yet',
    strike: 'Strike',
    strikeTitle: 'Strike this entry?',
    strikeText: 'It was entered by mistake. It stays in the record as struck; a notice is open again.',
    strikeYes: 'Strike',
    declare: 'Declared on the spot…',
    notShown: (toCall: number, recorded: number): Mrkdwn => {
      const which = [
        ...(toCall > 0 ? [count(toCall, 'notice')] : []),
        ...(recorded > 0 ? [`${count(recorded, 'entry', 'entries')} at the meeting`] : []),
      ]
      return mrkdwn`… and ${which.join(' and ')} more: choose an item above to see its own.`
    },
  },

  disclose: {
    title: 'Declared on the spot',
    member: 'Who?',
    item: 'In which item?',
    type: 'What kind is it?',
    holder: 'Whose interest is it?',
    sensitive: 'Sensitive',
    sensitiveTick: 'Its details could lead to violence or intimidation',
    sensitiveHint: 'Then only the fact is recorded (Localism Act 2011 s32).',
    nature: 'What is it?',
    natureHint: 'As the member said it: it goes into the minutes. Of a party whip: which, and what it asks.',
    registration: 'Is it in the register of interests?',
    registrationHint: 'Asked of disclosable pecuniary interests.',
    dispensation: 'Dispensation',
    dispensationChoice: (scope: string, until: string, whose: string) =>
      `${whose}: ${scope} (until ${longDate(until)})`,
    general: 'General',
    did: 'What did they do?',
    missing: 'Please choose.',
    natureMissing: 'Say what it is, or tick that it is sensitive.',
    registrationMissing: 'Say whether it is in the register.',
  },

  told: {
    title: 'Monitoring Officer',
    intro: (): Mrkdwn =>
      mrkdwn`Interests that were disclosed at this meeting and are neither registered nor notified.`,
    none: (): Mrkdwn => mrkdwn`Nobody has to tell the Monitoring Officer of an interest.`,
    line: (name: string, kind: string, isTold: boolean, byHand: boolean): Mrkdwn => {
      const state = isTold ? ': the Monitoring Officer has been told' : ''
      return mrkdwn`*${name}*, ${kind}${state}${byHand && !isTold ? '. Not on Slack: please tell them of the last day' : ''}.`
    },
    working: (lines: readonly string[]): Mrkdwn => mrkdwn`${lines.join(' ')}`,
    more: (more: number): Mrkdwn => mrkdwn`… and ${more} more: they appear when these are told.`,
    button: 'Told',
    notification: (until: string): Mrkdwn =>
      mrkdwn`An interest must be notified to the Monitoring Officer by ${longDate(until)}`,
    toMember: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`:memo: *Please tell the Monitoring Officer of the interest that you disclosed* at ${meetingWords.meeting(meeting)}. It is neither registered nor notified.`,
    toOfficer: (name: string, meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`:memo: *${name} disclosed an interest* at ${meetingWords.meeting(meeting)} that is neither registered nor notified. They must tell you of it.`,
    kind: (kind: string, isSensitive: boolean): Mrkdwn =>
      isSensitive ? mrkdwn`${kind}, sensitive` : mrkdwn`${kind}`,
    lastDay: (until: string): Mrkdwn => mrkdwn`The last day is *${longDate(until)}*.`,
    isTold: (at: Temporal.Instant, timeZone: string): Mrkdwn =>
      mrkdwn`:white_check_mark: The Monitoring Officer was told; noted on ${longDate(at.toZonedDateTimeISO(timeZone).toPlainDate())}.`,
    struck: (): Mrkdwn =>
      mrkdwn`:white_check_mark: The clerk has struck this entry: nothing is due from it any more.`,
    reminder: (until: string): Mrkdwn =>
      mrkdwn`Please tell the Monitoring Officer of the interest that you disclosed: the last day is *${longDate(until)}*.`,
  },

  ruling: {
    title: 'Urgency of a late item',
    intro: (item: string, presides: string | undefined): Mrkdwn =>
      presides === undefined
        ? mrkdwn`*${item}*\nOnly whoever presides can rule: enter first who has taken the chair.`
        : mrkdwn`*${item}*\nThe ruling is given by ${presides}, who presides.`,
    which: 'Item',
    accepted: 'Ruling',
    yes: 'Urgent: the item is considered',
    no: 'Not urgent: the item is not considered today',
    circumstances: 'Special circumstances',
    circumstancesHint: 'They must stand in the minutes (LGA 1972 s100B(4)(b)).',
    missing: 'Say what the special circumstances are: the minutes must state them.',
    choose: 'Please choose.',
    nobodyPresides: 'Nobody presided at that time. Enter who took the chair first.',
  },

  exclusion: {
    title: 'Exclude the public',
    text: 'The motion, as moved',
    hint: 'It names the items and the descriptions of the Schedule, and nothing of what is exempt.',
    leftEmpty:
      'The motion is longer than this field. Left empty, it is recorded whole, as the agenda gives it; write it only where other words were moved.',
    agreed: (): Mrkdwn =>
      mrkdwn`Recorded as agreed without a vote. Where it goes to a vote, press *More* and *Motion or amendment…* instead, and tick there that the public would be excluded.`,
    record: 'Agreed',
    standing: (since: Temporal.Instant, until: Temporal.Instant | undefined, timeZone: string): Mrkdwn =>
      until === undefined
        ? mrkdwn`Excluded since ${timeWords(since, timeZone)}.`
        : mrkdwn`Excluded from ${timeWords(since, timeZone)} to ${timeWords(until, timeZone)}.`,
    strike: 'Strike',
    strikeTitle: 'Strike this exclusion?',
    strikeText: 'It was entered by mistake. It stays in the record as struck.',
    missing: 'Say what was moved.',
    incomplete:
      'Put the paragraphs of the Schedule in place of the brackets: the resolution must state them.',
    readmitTitle: 'Let the public in',
    readmit: (): Mrkdwn => mrkdwn`The public was let in again at this time.`,
  },

  refusals: {
    title: 'Not entered',
    excludedAlready: (): Mrkdwn => mrkdwn`The public is excluded already.`,
    publicThere: (): Mrkdwn => mrkdwn`The public was not excluded then.`,
    noMotion: (): Mrkdwn =>
      mrkdwn`Nothing that is still to come is closed. Use *Exclude the public in other words*, and enter what was moved.`,
    description: (): Mrkdwn =>
      mrkdwn`The resolution must state the description of the Schedule, and the agenda does not say it of every closed item. Use *Exclude the public in other words*.`,
    disclosureGone: (): Mrkdwn => mrkdwn`This entry was struck already.`,
    notAnOfficer: (): Mrkdwn =>
      mrkdwn`Only the Monitoring Officer or a clerk of the committee says that they were told.`,
    notAMember: (): Mrkdwn =>
      mrkdwn`Only members, co-optees and substitutes declare interests. Enter somebody who sits for another in the roll first.`,
    noSuchKind: (): Mrkdwn => mrkdwn`The council’s code has no such interest any more.`,
    noLeave: (): Mrkdwn =>
      mrkdwn`That dispensation is not this member’s, or not in force on the day of the meeting.`,
    noWhip: (): Mrkdwn => mrkdwn`This council does not ask about a party whip.`,
  },
}
export type ItemWords = typeof words

function count(many: number, what: string, several = `${what}s`): string {
  return many === 1 ? `1 ${what}` : `${many} ${several}`
}
