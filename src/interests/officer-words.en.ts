import type { Temporal } from 'temporal-polyfill'
import { longDate, shortDate, stamp } from '../calendar/words.en.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { Ground } from './dispensation-rules.ts'
import type { RecordRefusal } from './record-dispensation.ts'
import type { Effect, Registration } from './rules.ts'

/** Everything that clerks and the Monitoring Officer read about interests. */
export const officerWords = {
  button: 'Interests',

  notices: {
    title: 'Interests',
    intro: (meeting: MeetingInWords) =>
      mrkdwn`*${meetingWords.meeting(meeting)}*\n:lock: Advance notice, for the clerks and the Monitoring Officer alone. Please do not copy it into a channel: it becomes public when the member discloses it at the meeting.`,
    meeting: 'Another meeting',
    none: () => mrkdwn`No member has given notice of an interest.`,
    notice: (facts: NoticeInWords, timeZone: string): Mrkdwn => {
      const whose = facts.isPartners ? ', a partner’s or that of somebody close' : ''
      const sensitive = facts.isSensitive ? ', sensitive' : ''
      const register = facts.registration === undefined ? '' : `, ${registrations[facts.registration]}`
      const dispensed = facts.dispensation === undefined ? '' : `, dispensation “${facts.dispensation}”`
      const how =
        facts.relayedBy === undefined
          ? mrkdwn`${stamp(facts.at, timeZone)}`
          : mrkdwn`${stamp(facts.at, timeZone)}, relayed by ${[facts.relayedBy, facts.relayedNote].filter(Boolean).join(', ')}`
      return mrkdwn`*${facts.member}*: ${facts.kind}${whose}${sensitive}${register}${dispensed}\n${facts.where}\n_${officerWords.effect(facts.effect)}_ · ${how}`
    },
    nature: (nature: string): Mrkdwn => mrkdwn`What it is: ${nature}`,
    unopened: () =>
      mrkdwn`What it is cannot be opened: the key of private text was changed. Ask your administrator.`,
    nothing: (names: readonly string[]) => mrkdwn`*Nothing to declare:* ${names.join(', ')}`,
    unanswered: (names: readonly string[]) => mrkdwn`*Not answered for every item:* ${names.join(', ')}`,
    enterFor: () => mrkdwn`Enter a notice for a member:`,
    member: 'Choose the member',
    dispensations: 'Dispensations',
    noMeetings: () => mrkdwn`No meeting is planned of which you may see the notices.`,
    notAReader: () =>
      mrkdwn`What members give notice of is seen by the clerks of the committee and the Monitoring Officer alone. If you are one of them, ask your administrator to say so.`,
  },

  page: {
    shown: (from: number, until: number, of: number) => mrkdwn`Shown: ${from} to ${until} of ${of}.`,
    next: 'Show the next ones',
    first: 'Show the first ones',
  },

  /** "must leave; neither speaks nor votes" */
  effect: ({ speaking, mayVote, mustLeave }: Effect): string => {
    const leaves = mustLeave ? 'leaves the room; ' : ''
    if (speaking === 'no') return `${leaves}neither speaks nor votes`
    if (speaking === 'asPublic') return `${leaves}speaks only as far as the public may, does not vote`
    return mayVote ? 'takes part and votes' : 'may speak, does not vote'
  },

  dispensations: {
    title: 'Dispensations',
    none: () => mrkdwn`No dispensation is in force or to come.`,
    intro: (source: string) =>
      mrkdwn`Leave to take part despite an interest (${source}). It counts at meetings up to its last day.`,
    one: (facts: {
      name: string | undefined
      scope: string
      ground: Ground
      mayVote: boolean
      grantedBy: string
      grantedOn: string
      until: string
    }): Mrkdwn =>
      mrkdwn`*${facts.name ?? 'General, for every member'}*: ${facts.scope}\n${facts.mayVote ? 'to speak and vote' : 'to speak, not to vote'} · ${grounds[facts.ground]} · granted by ${facts.grantedBy} on ${shortDate(facts.grantedOn)} · until ${longDate(facts.until)}`,
    record: 'Record a dispensation…',
    revoke: 'Revoke',
    revokeConfirm: {
      title: 'Revoke this dispensation?',
      text: 'From now on nobody may rely on it, also where a notice names it.',
      yes: 'Revoke',
      no: 'Keep it',
    },
    recorded: () => mrkdwn`:white_check_mark: *Recorded.*`,
    revoked: () => mrkdwn`:white_check_mark: *Revoked.* Please tell the members who relied on it.`,
  },

  dispense: {
    title: 'Record a dispensation',
    submit: 'Record',
    person: 'Member',
    personHint: 'Leave it empty for a general dispensation.',
    personPlaceholder: 'Every member',
    scope: 'For what?',
    scopePlaceholder: 'Setting the budget and the council tax',
    ground: 'On what ground?',
    vote: 'It lets the member',
    votes: { vote: 'speak and vote', speak: 'speak, not vote' },
    grantedBy: 'Granted by',
    grantedByPlaceholder: 'Standards Committee, Monitoring Officer …',
    grantedOn: 'Granted on',
    until: 'Last day',
    missing: 'Please answer.',
  },

  grounds: {
    impeded: 'So many are barred that business would be impeded',
    balance: 'The political balance would be upset',
    residents: 'In the interests of people who live in the area',
    executive: 'No member of the executive could take part',
    appropriate: 'Otherwise appropriate',
  } satisfies Record<Ground, string>,

  refusals: {
    title: 'Not recorded',
    record: (refusal: RecordRefusal): string => {
      switch (refusal.code) {
        case 'not-an-officer':
          return 'Dispensations are recorded by clerks and the Monitoring Officer.'
        case 'person-gone':
          return 'This person is not in the council any more.'
        case 'dispensation-gone':
          return 'This dispensation was revoked already.'
        case 'no-scope':
          return 'Say for what it was granted.'
        case 'granted-ahead':
          return 'It is recorded once it is granted: this day is still to come.'
        case 'ends-before':
          return 'It cannot end before it is granted.'
        case 'too-long':
          return `A dispensation may not exceed four years (${refusal.source}): the last day that this one may have is ${longDate(refusal.latest)}.`
      }
    },
  },
}
export type OfficerWords = typeof officerWords

export interface NoticeInWords {
  readonly member: string
  readonly kind: string
  readonly where: string
  readonly effect: Effect
  readonly isPartners: boolean
  readonly isSensitive: boolean
  readonly registration: Registration | undefined
  readonly dispensation: string | undefined
  readonly at: Temporal.Instant
  readonly relayedBy: string | undefined
  readonly relayedNote: string
}

const registrations: Record<Registration, string> = {
  registered: 'registered',
  pending: 'notified, not registered yet',
  neither: 'neither registered nor notified',
}

const grounds: Record<Ground, string> = {
  impeded: 'business would be impeded',
  balance: 'political balance',
  residents: 'interests of residents',
  executive: 'no member of the executive',
  appropriate: 'otherwise appropriate',
}
