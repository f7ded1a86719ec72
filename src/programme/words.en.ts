import { clockTime, longDate, shortDate } from '../calendar/words.en.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { Authority, Place } from './rules.ts'
import type { EntryAtHand, ProgrammeKind, ProgrammeMeeting } from './types.ts'

type Day = Pick<ProgrammeMeeting, 'date' | 'startTime'>

/** What everybody reads about the work programme. */
export const words = {
  title: 'Work programme',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Earlier',
  on: 'More',
  toProgramme: 'Whole programme',
  day: ({ date, startTime }: Day): string => `${longDate(date)}, ${clockTime(startTime)}`,

  help: (): Mrkdwn =>
    mrkdwn`*/programme* shows the work programme of the channel’s committee, or of your own. *Propose…* there, or */programme propose*, is for its members. */programme callin* lists decisions of the executive that can be called in. Clerks schedule, import and print from the same view; */programme settings* says how proposals and call-ins are decided.`,
  unknown: (text: string): Mrkdwn =>
    mrkdwn`I do not know “${text}”. Use */programme*, */programme propose*, */programme callin* or */programme help*.`,
  noMembers: (): Mrkdwn =>
    mrkdwn`This committee has no members now whose proposal you could enter. *Add…* enters what the committee has agreed.`,
  noCommittee: (): Mrkdwn =>
    mrkdwn`No committee is set up yet, so there is no work programme. The administrator imports committees first.`,

  view: {
    committee: 'Committee',
    buttons: {
      propose: 'Propose…',
      add: 'Add…',
      import: 'Import…',
      print: 'Print…',
      settings: 'Settings…',
      callIns: 'Call-ins',
      open: 'Open',
    },
    none: (): Mrkdwn => mrkdwn`Nothing is on the work programme yet.`,
    sections: {
      toReschedule: 'To be re-scheduled',
      toSchedule: 'Items to be scheduled',
      reviews: 'Select committee reviews',
      proposals: 'Proposals to be decided',
      taken: 'Taken this year',
      closed: 'Declined or taken off',
    },
    meeting: (meeting: Day): string => longDate(meeting.date),
    heading: (text: string): Mrkdwn => mrkdwn`*${text}*`,
    entry: (entry: EntryAtHand): Mrkdwn =>
      joinMrkdwn([
        mrkdwn`${entry.overdue ? mrkdwn`:warning: ` : mrkdwn``}*${entry.title}*${entry.scoreText === '' || entry.scoreText === '-' ? '' : `  ${entry.scoreText}`}`,
        ...[entry.reason, entry.lead].filter((text) => text !== '').map((text) => mrkdwn`${text}`),
        ...words.marks(entry).map((mark) => mrkdwn`_${mark}_`),
      ]),
  },

  /** What else is to be known of an entry, beside where it stands. */
  marks: (entry: EntryAtHand): string[] => [
    ...(entry.standing === 'toReschedule' && entry.meeting
      ? [
          `The meeting of ${longDate(entry.meeting.date)} ${offWords(entry.meeting)}: this is to be scheduled again.`,
        ]
      : []),
    ...(entry.movedFrom !== undefined && entry.meeting && entry.standing === 'scheduled'
      ? [
          `Its meeting was moved from ${longDate(entry.movedFrom)} to ${longDate(entry.meeting.date)}: check that it still suits.`,
        ]
      : []),
    ...(entry.state === 'proposed' && entry.proposer
      ? [
          `Proposed by ${entry.proposer.name}${entry.relayed ? ', entered by a clerk' : ''}${entry.decideBy === undefined ? '' : `; to be decided by ${longDate(entry.decideBy)}${entry.overdue ? ', which is over' : ''}`}`,
        ]
      : []),
    ...(entry.standing === 'declined'
      ? [`Declined${entry.decisionReason === '' ? '' : `: ${entry.decisionReason}`}`]
      : []),
    ...(entry.standing === 'withdrawn' ? ['Taken off'] : []),
  ],

  entry: {
    title: 'Work programme entry',
    kinds: {
      item: 'Agenda item',
      review: 'Review by a select committee or task and finish group',
    } satisfies Record<ProgrammeKind, string>,
    fact: (name: string, text: string): Mrkdwn => mrkdwn`*${name}*\n${text}`,
    facts: {
      where: 'Where it stands',
      reason: 'Reason for consideration',
      outcome: 'Outcome wanted',
      lead: 'Responsible member or officer',
      score: 'Priority',
      scope: 'Scope',
      history: 'What was done',
    },
    standing: (entry: EntryAtHand): string => {
      switch (entry.standing) {
        case 'proposed':
          return 'Proposed, not decided'
        case 'declined':
          return 'Declined'
        case 'withdrawn':
          return 'Not on the programme'
        case 'toSchedule':
          return 'To be scheduled'
        case 'toReschedule':
          return 'To be re-scheduled'
        case 'scheduled':
        case 'taken': {
          const day = entry.meeting ? longDate(entry.meeting.date) : entry.printedDate
          if (entry.standing === 'taken') return day === '' ? 'Taken' : `Taken at the meeting of ${day}`
          return entry.meeting
            ? `Down for the meeting of ${day}`
            : `Down for ${day}; no such meeting is known yet`
        }
      }
    },
    working: (lines: readonly string[]): Mrkdwn => mrkdwn`${lines.join(' ')}`,
    change: (of: {
      readonly when: string
      readonly by: string
      readonly what: string
      readonly why: string
      readonly delegated: boolean
    }): Mrkdwn =>
      mrkdwn`• ${of.when}, ${of.by}: ${of.what}${of.delegated ? ', between meetings under the delegation' : ''}${of.why === '' ? '' : `. ${of.why}`}`,
    names: {
      state: 'where it stands',
      meetingId: 'the meeting',
      printedDate: 'the day',
      position: 'the order',
      title: 'the title',
      reason: 'the reason',
      outcomeWanted: 'the outcome wanted',
      lead: 'who is responsible',
      scope: 'the scope',
      kind: 'item or review',
      scores: 'the score',
      scoreText: 'the score',
      decidedById: 'the decision',
      decidedAt: 'the decision',
      decisionReason: 'the decision',
    } satisfies Record<string, string>,
    changed: (names: readonly string[]): string =>
      names.length === 0 ? 'added' : `changed ${names.join(', ')}`,
    buttons: {
      decide: 'Decide…',
      takeBack: 'Take back',
      arrange: 'Schedule…',
      edit: 'Edit…',
      up: 'Up',
      undo: 'Undo last change',
    },
    undoTitle: 'Undo the last change?',
    undoText: 'The entry becomes what it was before. Both stay in its history.',
    yes: 'Undo',
    no: 'Leave it',
    takeBackTitle: 'Take the proposal back?',
    takeBackText: 'It is not decided on any more. You can propose it again.',
    takeBackYes: 'Take back',
  },

  /** Where something is put, and by which right. */
  place: {
    label: 'Where does it go?',
    unscheduled: 'To be scheduled',
    taken: 'It was taken',
    off: 'Off the programme',
    meeting: ({ date, startTime }: Day): string =>
      `${shortDate(date)} ${date.slice(0, 4)}, ${clockTime(startTime)}`,
  },
  authority: {
    label: 'By which right?',
    kinds: {
      committee: 'As the committee agreed',
      delegated: 'Between meetings, under the delegation',
    } satisfies Record<Authority['kind'], string>,
    delegation: (by: string): Mrkdwn =>
      mrkdwn`The committee lets its programme be varied between meetings by: ${by}`,
    noDelegation: (): Mrkdwn =>
      mrkdwn`The committee has let nobody vary its programme between meetings, so this must be as it agreed. Where it has, enter that in the settings of */programme* first.`,
    why: 'Which meeting and minute, or why now?',
    whyHint: 'Such as: agreed on 20 September 2017, minute 31. It is kept and printed with the change.',
  },
  errors: {
    'title-missing': 'Say what it is about.',
    'reason-missing': 'Say why.',
    'why-missing': 'Say at which meeting it was agreed, or why it is done between meetings.',
    'no-delegation': 'The committee has let nobody vary its programme between meetings.',
    'meeting-gone': 'That meeting is not known any more. Choose another.',
    'meeting-off': 'That meeting is cancelled or has no day. Choose another.',
    'meeting-over': 'That meeting has been. Choose “It was taken”, or another meeting.',
    score: 'Give points on every line, or on none.',
    number: 'A whole number from 1 to 60.',
    proposer: 'Choose who proposes it.',
    grounds: 'At most 10 grounds, one a line, each of at most 75 characters.',
  },
  refusals: {
    title: 'Not done',
    'not-a-clerk': (): Mrkdwn =>
      mrkdwn`Only a clerk of this committee keeps its work programme. Ask the clerk; members can propose something.`,
    'not-the-chair': (): Mrkdwn => mrkdwn`Only the Chair or a clerk of this committee decides on proposals.`,
    'not-a-member': (): Mrkdwn =>
      mrkdwn`Only members of this committee propose something for its work programme. Ask one of them, or the clerk.`,
    'not-yours': (): Mrkdwn =>
      mrkdwn`This is another member’s proposal: only they, or a clerk for them, can do that.`,
    'entry-gone': (): Mrkdwn => mrkdwn`This entry is not there any more. Open */programme* again.`,
    'entry-changed': (): Mrkdwn =>
      mrkdwn`Somebody has changed this meanwhile, so nothing of yours was stored. Open it again and look.`,
    'decided-already': (): Mrkdwn =>
      mrkdwn`This was decided meanwhile. Open it to see how; *Undo last change* takes a decision back.`,
    'not-agreed': (): Mrkdwn =>
      mrkdwn`This is no part of the programme: decide on the proposal first, or undo what took it off.`,
    'at-the-top': (): Mrkdwn =>
      mrkdwn`This is the first of its meeting or section already. *Schedule…* puts it down for another.`,
    'nothing-to-undo': (): Mrkdwn => mrkdwn`Nothing was changed since it came, so there is nothing to undo.`,
  },
}
export type ProgrammeWords = typeof words

/** Why a meeting leaves what was down for it. */
function offWords({ state }: Pick<ProgrammeMeeting, 'state'>): string {
  if (state === 'cancelled') return 'was cancelled'
  return state === 'postponed' ? 'was postponed and has no new day' : 'ended without a quorum'
}

/** Where an entry goes, as a choice of a form. */
export function placeValue(place: Place): string {
  return place.to === 'meeting' ? `meeting/${place.meetingId}` : place.to
}
