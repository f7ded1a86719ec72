import { clockTime, longDate } from '../calendar/words.en.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { exclusionWords } from '../publications/exclusion-words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { SittingState } from './types.ts'

type Instant = { toZonedDateTimeISO(timeZone: string): { hour: number; minute: number } }

/** "10.05 am" */
export function timeWords(at: Instant, timeZone: string): string {
  const { hour, minute } = at.toZonedDateTimeISO(timeZone)
  return clockTime(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
}

/** What every view of the sitting says. */
export const sittingWords = {
  /** Why a record of who came was corrected. */
  byTheRoll: 'By the roll of the meeting.',
  close: 'Close',
  cancel: 'Cancel',
  strike: 'Strike',

  state: {
    open: 'The meeting sits',
    adjourned: 'Adjourned',
    closed: 'Closed',
    inquorate: 'Ended without a quorum',
  } satisfies Record<SittingState, string>,

  /** Of what is closed to the public nothing is said but the lawful words. */
  item: ({ number, title, isClosed }: { number: string; title: string; isClosed: boolean }): string => {
    if (isClosed || title === '') return exclusionWords.closedItem(number, undefined)
    return number === '' ? title : `${number}. ${title}`
  },

  time: (date: string) => `Time, on ${longDate(date)}`,
  timeHint: 'When it really happened, not when you write it down.',

  notDone: 'Not entered',
  refusals: {
    gone: (): Mrkdwn => mrkdwn`This meeting is not in Scrutineer any more.`,
    notOpen: (): Mrkdwn =>
      mrkdwn`This meeting has not been opened yet. Open it with */meeting open*; everything can then be entered, also afterwards.`,
    notAClerk: (): Mrkdwn => mrkdwn`Only a clerk of this committee keeps the record of its meetings.`,
    signed: (): Mrkdwn =>
      mrkdwn`The minutes of this meeting are signed. What is wrong in them is put right by an amendment that a later meeting agrees.`,
    notHeld: (meeting: string): Mrkdwn =>
      mrkdwn`${meeting} is cancelled or postponed. If it takes place after all, say so with */meeting*, *Change…*; then open it.`,
    tooEarly: (meeting: string): Mrkdwn =>
      mrkdwn`${meeting}: it can be opened from one hour before its beginning. */meeting sheet* prints the sheet for it now.`,
    itemGone: (): Mrkdwn => mrkdwn`This is no business of the meeting any more. Look again at its items.`,
    movedOn: (current: string | undefined): Mrkdwn =>
      current === undefined
        ? mrkdwn`Another clerk has ended the item meanwhile. The control shows how it stands; nothing was changed.`
        : mrkdwn`Another clerk has gone on to “${current}” meanwhile. The control shows how it stands; nothing was changed.`,
    adjourned: (): Mrkdwn =>
      mrkdwn`The meeting is adjourned. Resume it first: *More*, *Resume*, with the time at which it went on.`,
    changedMeanwhile: (): Mrkdwn =>
      mrkdwn`Another clerk has changed this item meanwhile, so nothing of yours was stored. Copy what you wrote, open the item again, and add it to what is there.`,
    notNow: (state: string): Mrkdwn => mrkdwn`That cannot follow now. The meeting’s state: ${state}.`,
    timeGone: (): Mrkdwn => mrkdwn`Another clerk has corrected this time meanwhile. Look at the times again.`,
    voteOpen: (): Mrkdwn =>
      mrkdwn`A vote is not declared yet. Declare or abandon it first; then close the meeting.`,
    quorate: (): Mrkdwn =>
      mrkdwn`There are enough members in the room for the quorum. If some have left, enter that in the roll first.`,
    noName: 'Give the name as the minutes should print it.',
    noTitle: 'Give it a title, as the minutes should head it.',
    choose: 'Nothing is entered yet: choose below who came in, left, or takes part.',
    chooseForWhom: 'Choose for whom they sit.',
    chooseWho: 'Choose who sits for this member.',
    inFuture: 'This time has not come yet.',
    afterEnd: 'The meeting was over then. Correct the time, or reopen the meeting first.',
    beforeLast: (time: string) => `Something is entered at ${time} already: this cannot come before it.`,
    afterNext: (time: string) =>
      `Something is entered at ${time} that came after it: it cannot be later than that.`,
    beganTooEarly: 'No meeting begins more than an hour before its time. Correct the time.',
    beforeItem: 'The item before began later than this. Correct the time.',
    stillWaiting: (time: string) => `Standing orders wait for a quorum until ${time}: not before.`,
    chairNotThere: 'Tick this member as in the room as well: whoever presides is there.',
    notInRoom: 'This member was not in the room then. Enter in the roll when they came in.',
    represented: (name: string) =>
      `${name}: somebody sits in this place at this meeting. Strike that entry first.`,
    wasThere: (name: string) => `${name} would sit for a member who was there at this meeting.`,
    notAMember: (name: string) => `${name} holds no seat here: choose for which absent member they sit.`,
  },

  /** Of several meetings, the one that is meant. */
  pick: {
    title: 'Which meeting?',
    intro: (): Mrkdwn => mrkdwn`Which meeting is it?`,
    meeting: (meeting: MeetingInWords): Mrkdwn => mrkdwn`${meetingWords.meeting(meeting)}`,
    choose: 'Choose',
    chooseLabel: (meeting: MeetingInWords) => `Choose ${meetingWords.whenShort(meeting)}`,
    none: (): Mrkdwn =>
      mrkdwn`There is no meeting of your committees to open now: they can be opened from one hour before their beginning.`,
    noneOpen: (): Mrkdwn =>
      mrkdwn`No meeting of your committees has been opened. Open one with */meeting open*.`,
    noneAhead: (): Mrkdwn => mrkdwn`No meeting of your committees is planned.`,
  },
}
