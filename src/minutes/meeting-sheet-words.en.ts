import type { MemberState } from '../apologies/rules.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

/** The sheet that a clerk prints before a meeting and writes on while it sits. */
export const sheetWords = {
  title: (meeting: MeetingInWords) => `Sheet for the meeting: ${meetingWords.meeting(meeting)}`,
  file: (committee: string, date: string) =>
    `sheet-${committee
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')}-${date}.docx`,
  notForPublication:
    'NOT FOR PUBLICATION: a working paper of the clerk, with interests of which members have given notice. It is not a record.',
  coming: (): Mrkdwn =>
    mrkdwn`The sheet comes to your direct message as a Word file. It is a clerk’s paper, not for publication.`,
  notAClerk: (): Mrkdwn => mrkdwn`Only a clerk of this committee can print the sheet of its meetings.`,

  times: 'Began: ________   Adjourned: ________   Resumed: ________   Ended: ________',
  chair:
    'In the chair: ______________________________   Changed at: ________   to: ______________________________',

  roll: {
    heading: 'Roll',
    caption: 'Members: tick who is there, with times of arriving and leaving',
    head: ['Member', 'Has said', 'There', 'Came', 'Left', 'Returned'],
    /** A box to tick: seen, and read aloud as such. */
    box: '☐',
    said: {
      absent: 'apologies',
      late: 'late',
      leavingEarly: 'leaves early',
      unanswered: 'no answer',
      coming: 'comes',
    } satisfies Record<MemberState, string>,
    member: (name: string, office: string, forName: string | undefined): string => {
      const notes = [office, forName === undefined ? '' : `for ${forName}`].filter((note) => note !== '')
      return notes.length === 0 ? name : `${name} (${notes.join(', ')})`
    },
    office: { none: '', chair: 'Chair', viceChair: 'Vice Chair' },
    quorum: (needed: number, working: string) => `Quorum: ${needed} (${working}).`,
    also: 'Also in attendance (name, role, organisation):',
    line: '____________________________________________________________',
  },

  interests: {
    heading: 'Interests noticed',
    none: 'No member has given notice of an interest or a party whip.',
    intro:
      'Notice is no disclosure: tick what is disclosed at the meeting. The nature of an interest is read in Scrutineer.',
    head: ['Member', 'Item', 'Interest', 'So they', 'Disclosed'],
    whole: 'the whole meeting',
    /** Of a sensitive interest the fact alone (Localism Act 2011 s32). */
    sensitive: 'a sensitive interest',
    whip: 'a party whip',
  },

  rulings: {
    heading: 'Late items: the Chair’s ruling',
    intro:
      'These items were not open to inspection in time. An item may be considered only where “by reason of special circumstances, which shall be specified in the minutes, the chairman of the meeting is of the opinion that the item should be considered at the meeting as a matter of urgency” (LGA 1972 s100B(4)(b)).',
    none: 'No item is late.',
    urgent: (item: string) =>
      `${item}   ${sheetWords.roll.box} urgent   ${sheetWords.roll.box} not considered`,
    circumstances: 'Special circumstances:',
  },

  items: {
    heading: 'Items',
    none: 'The agenda has no items yet.',
    begun: 'Began: ________   Ended: ________',
    presenter: (lead: string) =>
      lead === '' ? 'Presented by: ______________________________' : `Presented by: ${lead}`,
    questions: 'Questions (who asked, what, who answers, by when):',
    motion: 'Moved by: ____________________   Seconded by: ____________________',
    resolved: 'Resolved:',
    agreed: `${'☐'} agreed without a vote   ${'☐'} by voices   ${'☐'} by hands   ${'☐'} by name`,
    caption: (item: string) => `Votes on ${item}`,
    votes: ['For', 'Against', 'Abstained', 'Not voting', 'Casting vote'],
  },
}
