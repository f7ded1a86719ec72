import { longDate } from '../calendar/words.en.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

/** What the Chair, presenters and members read of draft minutes. */
export const commentWords = {
  draft: {
    notification: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`The draft minutes of ${meetingWords.meeting(meeting)} are ready for your comment.`,
    asked: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`The draft minutes of the meeting on *${longDate(meeting.date)}* are ready. Please read them and say what is wrong or missing. The committee itself agrees them at a later meeting.`,
    read: 'Read the draft',
    comment: 'Comment',
    agreed: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`The minutes of the meeting on *${longDate(meeting.date)}* are agreed. Thank you for reading the draft.`,
    coming: (): Mrkdwn => mrkdwn`The draft comes as a Word document in this conversation in a moment.`,
    notYours: (): Mrkdwn =>
      mrkdwn`This draft is not out for your comment any more. Ask the clerk of the committee if you need it.`,
  },

  check: {
    notification: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`Please check what the minutes of ${meetingWords.meeting(meeting)} say of your attendance.`,
    asked: (meeting: MeetingInWords, said: string): Mrkdwn =>
      mrkdwn`The draft minutes of the meeting on *${longDate(meeting.date)}* say: *${said}* If that is right, there is nothing to do.`,
    present: 'You were present.',
    joined: (at: string) => `You were present and joined the meeting at ${at}.`,
    left: (at: string) => `You were present and left the meeting at ${at}.`,
    joinedAndLeft: (joined: string, left: string) =>
      `You were present, joined the meeting at ${joined} and left at ${left}.`,
    apologies: 'You sent apologies for absence.',
    substituted: (name: string) => `You sent apologies for absence, and ${name} sat for you.`,
    absent: 'You were absent.',
    remote: 'You followed the meeting remotely, without a vote.',
    wrong: 'That is wrong',
    agreed: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`The minutes of the meeting on *${longDate(meeting.date)}* are agreed.`,
  },

  form: {
    title: 'Draft minutes',
    label: 'What is wrong or missing?',
    hint: 'Say which minute, and how it should read. The clerk reads it; nobody else does.',
    attendanceLabel: 'How was it really?',
    attendanceHint: 'For example: I arrived at 10.20 am. The clerk reads it; nobody else does.',
    send: 'Send',
    cancel: 'Cancel',
    close: 'Close',
    sent: (committee: string): Mrkdwn => mrkdwn`Thank you. The clerk of the ${committee} has your comment.`,
  },
  refusals: {
    notAsked: (): Mrkdwn =>
      mrkdwn`The draft was not sent to you for comment. Ask the clerk of the committee if you want to say something of it.`,
    notCirculated: (): Mrkdwn =>
      mrkdwn`These minutes are not out for comment any more. Write to the clerk of the committee: what is wrong can still be amended when the committee agrees them.`,
    nothingSaid: 'Say what should be different.',
  },

  clerks: {
    notification: (meeting: MeetingInWords, open: number): Mrkdwn =>
      mrkdwn`Draft minutes of ${meetingWords.meeting(meeting)}: ${open === 1 ? '1 comment' : `${open} comments`} to settle.`,
    none: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`*Draft minutes, ${longDate(meeting.date)}* are out for comment. Nothing was said of them yet.`,
    counted: (meeting: MeetingInWords, open: number, all: number): Mrkdwn =>
      open === 0
        ? mrkdwn`*Draft minutes, ${longDate(meeting.date)}*: ${all === 1 ? 'the one comment is' : `all ${all} comments are`} settled.`
        : mrkdwn`*Draft minutes, ${longDate(meeting.date)}*: ${open === 1 ? '1 comment' : `${open} comments`} to settle, of ${all}.`,
    over: (meeting: MeetingInWords): Mrkdwn => mrkdwn`*Minutes, ${longDate(meeting.date)}*: agreed.`,
    open: 'Minutes',
  },
}
