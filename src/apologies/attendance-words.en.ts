import type { Nation } from '../calendar/nations.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { AttendanceMode } from './attendance-rules.ts'

/** What clerks read while they record who came. */
export const attendanceWords = {
  button: 'Record who came',
  correctButton: 'Correct who came',
  inList: (counts: { present: number; apologies: number; absent: number; observers: number }): Mrkdwn => {
    const observers = counts.observers === 0 ? '' : ` · Remote observers: ${counts.observers}`
    return mrkdwn`:pencil: *Recorded:* present ${counts.present} · apologies ${counts.apologies} · absent without apologies ${counts.absent}${observers}`
  },

  form: {
    title: 'Who came',
    submit: 'Record',
    next: 'Record, next page',
    cancel: 'Cancel',
    close: 'Close',
    intro: (meeting: MeetingInWords, hasRecord: boolean): Mrkdwn =>
      hasRecord
        ? mrkdwn`${meetingWords.meeting(meeting)}\nThis is what stands recorded. What you change is kept as a correction, with your name and why.`
        : mrkdwn`${meetingWords.meeting(meeting)}\nFilled in from the answers. Please check each; who has not answered has to be said.`,
    page: (page: number, pages: number): Mrkdwn =>
      mrkdwn`Page ${page} of ${pages}: each is recorded by itself.`,
    /** What remote attendance is, by the nation's law. */
    remoteIs: (nation: Nation, remote: AttendanceMode): Mrkdwn =>
      remote === 'remoteMember'
        ? mrkdwn`Who took part remotely was present by law${nation === 'england' ? ' on that day' : ''}.`
        : mrkdwn`Who followed remotely was not present in the sense of the law: they are recorded as an observer, with the apologies.`,
    choose: 'Choose',
    said: {
      present: 'Present',
      apologies: 'Apologies',
      absent: 'Absent without apologies',
      remoteMember: 'Present remotely',
      remoteObserver: 'Remote observer, not present in law',
      notThere: 'Did not sit',
    },
    substitute: (name: string) => `${name} (substitute)`,
    satFor: (member: string) => `Sat for ${member}`,
    satRemotelyFor: (member: string) => `Sat remotely for ${member}`,
    why: 'Why do you correct it?',
    whyHint: 'Needed where something that stands recorded changes. Not private.',
  },

  done: {
    title: 'Recorded',
    recorded: (meeting: MeetingInWords, fresh: number, corrected: number): Mrkdwn => {
      const said = [
        ...(fresh > 0 ? [`${people(fresh)} recorded`] : []),
        ...(corrected > 0 ? [`${people(corrected)} corrected`] : []),
      ]
      const what = said.length === 0 ? 'Nothing has changed' : said.join(', ')
      return mrkdwn`:white_check_mark: *${what}.*\n${meetingWords.meeting(meeting)}`
    },
  },

  refusals: {
    title: 'Not recorded',
    gone: (): Mrkdwn => mrkdwn`This meeting is not in the record any more.`,
    notAClerk: (): Mrkdwn => mrkdwn`Only a clerk of this committee can record who came.`,
    notBegun: (meeting: string): Mrkdwn =>
      mrkdwn`${meeting} has not begun. Until then the list shows who is expected; enter answers with *Answer for a member*.`,
    notHeld: (meeting: string): Mrkdwn =>
      mrkdwn`${meeting} did not take place, so nobody attended it. If it did, say so first with *Change the meeting*.`,
    meanwhile: (meeting: string): Mrkdwn =>
      mrkdwn`Somebody else has recorded attendance at ${meeting} meanwhile. Please open the form again: it shows what stands now.`,
    represented: (member: string) => `${member} is recorded as present, so nobody sat for them.`,
    seatTwice: (member: string) => `Somebody else is recorded as sitting for ${member}.`,
    whyMissing: 'Please say why you correct what stands recorded.',
    choose: 'Please choose.',
  },
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`
}
