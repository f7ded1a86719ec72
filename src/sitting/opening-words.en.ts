import type { MemberState } from '../apologies/rules.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

/** The roll call with which a meeting is opened. */
export const openingWords = {
  button: 'Open the meeting',
  title: 'Open the meeting',
  submit: 'Open',
  intro: (meeting: MeetingInWords): Mrkdwn =>
    mrkdwn`*${meetingWords.meeting(meeting)}*\nTick who is in the room. Those who said that they come are ticked; who comes later is entered later, at the true time.`,
  began: 'When did it begin?',
  there: (from: number, to: number, all: number): string =>
    from === 1 && to === all ? 'In the room' : `In the room (${from}–${to})`,
  person: ({ name, forName }: { name: string; forName: string | undefined }): string =>
    forName === undefined ? name : `${name} (for ${forName})`,
  state: {
    absent: 'has sent apologies',
    late: 'will be late',
    leavingEarly: 'will leave early',
    unanswered: 'has not answered',
    coming: '',
  } satisfies Record<MemberState, string>,
  afar: 'Attends remotely',
  afarHint: {
    remoteMember: 'They count as present.',
    remoteObserver:
      'In England they can watch and speak, but do not count as present in law and have no vote.',
  },
  chair: 'Who presides?',
  chairHint: 'Left empty: the Chair where they are in the room, else the Vice Chair.',
  opened: (meeting: MeetingInWords, already: boolean, hasChannel: boolean): Mrkdwn => {
    const said = already
      ? mrkdwn`*${meetingWords.meeting(meeting)}* was opened already; nothing was done twice.`
      : mrkdwn`*${meetingWords.meeting(meeting)}* is open.`
    return hasChannel
      ? mrkdwn`${said}\nIts control stands in the clerks’ channel.`
      : mrkdwn`${said}\nThe committee has no clerks’ channel: its control stands in your direct message with me.`
  },
}
