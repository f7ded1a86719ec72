import { longDate, shortDate } from '../calendar/words.en.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { NumberClash } from './number-rules.ts'
import type { MinutesStyleName } from './styles.ts'

/** Below an amendment, where another meeting agreed it than the one that agreed the minutes. */
export const amendmentWords = {
  agreedOn: (text: string, date: string) => `${text} (Agreed on ${longDate(date)}.)`,
}

/** What clerks read and press about minutes. */
export const minutesWords = {
  title: 'Minutes',
  close: 'Close',
  cancel: 'Cancel',
  meeting: 'Meeting',
  heading: (meeting: MeetingInWords): Mrkdwn =>
    mrkdwn`*${meeting.committeeName}*\n${meetingWords.when(meeting)}`,
  entry: (meeting: MeetingInWords) => meetingWords.entry(meeting),
  none: (): Mrkdwn =>
    mrkdwn`No meeting of your committees has been closed in Scrutineer yet. Open one with */meeting open*; what happened at it can also be entered afterwards.`,

  states: {
    none: 'Not drafted yet.',
    draft: 'Draft.',
    circulated: (on: string) => `Draft, out for comment since ${longDate(on)}.`,
    agreed: (on: string) => `Agreed at the meeting on ${longDate(on)}.`,
    signed: (name: string, on: string) => `Signed by ${name} on ${longDate(on)}.`,
  },
  numbers: (first: number, last: number) =>
    last < first ? '' : first === last ? `Minute ${first}.` : `Minutes ${first} to ${last}.`,
  unnumbered: (count: number): Mrkdwn =>
    mrkdwn`${count === 1 ? 'One item has' : `${count} items have`} no number yet: press *Make the draft* again.`,
  sameNumbers: (clashes: readonly NumberClash[]): Mrkdwn =>
    mrkdwn`These drafts have some of the same numbers: ${clashes.map(clashSaid).join('; ')}. Make them again, or set another first number.`,
  amendments: (texts: readonly string[]): Mrkdwn =>
    mrkdwn`*Amendments*\n${texts.map((text, place) => `${place + 1}. ${text}`).join('\n')}`,
  problems: (texts: readonly string[]): Mrkdwn => mrkdwn`*To look at*\n${texts.join('\n')}`,

  draft: 'Make the draft',
  draftAgain: 'Draft again',
  circulate: 'Send for comment',
  circulateConfirm: {
    title: 'Send for comment?',
    text: 'The Chair and those who presented are asked to read the draft, and each member is asked whether the minutes have their attendance right. Who has been asked already is not asked again.',
    yes: 'Send',
    no: 'Not yet',
  },
  agree: 'Agreed…',
  sign: 'Signed…',
  amend: 'Amendment…',
  upload: 'Final text…',
  settings: 'Number and style…',
  out: 'Votes, attendance',
  edit: 'Text of a minute',
  editPlaceholder: 'Choose a minute',
  settle: 'Settled',
  comment: {
    text: (name: string, text: string): Mrkdwn => mrkdwn`*${name}*: ${text}`,
    attendance: (name: string, text: string): Mrkdwn => mrkdwn`*${name}*. Attendance: ${text}`,
  },
  moreComments: (count: number): Mrkdwn =>
    mrkdwn`${count === 1 ? 'One more comment is' : `${count} more comments are`} shown once these are settled.`,
  paper: (name: string, number: number, differences: number, on: string): Mrkdwn =>
    mrkdwn`*${name}* (${number}), kept on ${shortDate(on)}: ${differences === 0 ? 'no differences' : differences === 1 ? '1 difference' : `${differences} differences`} from the record.`,
  showPaper: 'Differences',

  coming: (): Mrkdwn =>
    mrkdwn`The draft comes into your conversation with Scrutineer in a moment: as a Word document and as a page for your site.`,
  closedToo: (): Mrkdwn =>
    mrkdwn`The draft comes into your conversation with Scrutineer in a moment: as a Word document and as a page for your site. What was taken without the public comes as a document of its own, *not for publication*.`,
  outComing: (): Mrkdwn =>
    mrkdwn`Votes and attendance come into your conversation with Scrutineer in a moment, as CSV and as JSON. They hold nothing that is closed or private.`,
  circulated: (asked: number, withoutSlack: readonly string[]): Mrkdwn =>
    withoutSlack.length === 0
      ? mrkdwn`${asked === 1 ? 'One person is' : `${asked} people are`} asked. What they say stands here and in your clerks’ channel.`
      : mrkdwn`${asked === 1 ? 'One person is' : `${asked} people are`} asked. Not on Slack, so please send them the draft yourself: ${withoutSlack.join(', ')}.`,

  file: {
    open: (committee: string, date: string, kind: string) => `${slug(committee)}-minutes-${date}.${kind}`,
    closed: (committee: string, date: string) =>
      `${slug(committee)}-minutes-${date}-not-for-publication.docx`,
    votes: (committee: string, date: string, kind: string) => `${slug(committee)}-votes-${date}.${kind}`,
    attendance: (committee: string, date: string, kind: string) =>
      `${slug(committee)}-attendance-${date}.${kind}`,
    title: (meeting: MeetingInWords, isDraft: boolean) =>
      `${isDraft ? 'Draft minutes' : 'Minutes'}: ${meetingWords.meeting(meeting)}`,
    closedTitle: (meeting: MeetingInWords) =>
      `Not for publication: closed part of the minutes, ${longDate(meeting.date)}`,
    votesTitle: (meeting: MeetingInWords) => `Votes: ${meetingWords.meeting(meeting)}`,
    attendanceTitle: (meeting: MeetingInWords) => `Attendance: ${meetingWords.meeting(meeting)}`,
  },

  editForm: {
    title: 'Text of a minute',
    save: 'Save',
    item: (title: string): Mrkdwn => mrkdwn`*${title}*`,
    presenters: 'Presented by',
    presentersHint: 'As the minutes print them, one a line: Ross Jago (Lead officer)',
    presented: 'What they presented',
    presentedHint: 'As it follows “provided Members with …”: an update on winter pressures',
    passage: 'What else the minutes say',
    passageHint: 'A line for each paragraph. Lines that begin with a dash become a list.',
    summary: 'For the open minutes',
    summaryHint:
      'A fair and coherent record of what was done, without what is exempt (Local Government Act 1972 s100C(2)).',
    saved: (): Mrkdwn => mrkdwn`The text is part of the record now. Make the draft again to print it.`,
  },
  agreeForm: {
    title: 'Minutes agreed',
    save: 'Record',
    at: 'Agreed at the meeting',
    amendments: 'Amendments',
    amendmentsHint:
      'One a line, as the committee agreed them. Nothing where they were agreed as they were. The open minutes print them: say nothing of closed business here.',
    none: (): Mrkdwn =>
      mrkdwn`Minutes are agreed at a later meeting of the same committee. None has begun yet.`,
  },
  amendForm: {
    title: 'Amendment',
    save: 'Record',
    text: 'Amendment',
    textHint:
      'As the meeting agreed it. What the minutes said stands; this stands below it, in the open minutes: say nothing of closed business here.',
  },
  signForm: {
    title: 'Minutes signed',
    save: 'Record',
    by: 'Signed by',
    byHint: 'Whoever presided at the meeting that agreed them (Local Government Act 1972 Sch 12 para 41).',
    on: 'On',
    warning: (): Mrkdwn =>
      mrkdwn`From then on the roll, votes and resolutions of this meeting cannot be changed. What turns out wrong is put right by an amendment that a later meeting agrees.`,
  },
  uploadForm: {
    title: 'Final text',
    save: 'Compare and keep',
    file: 'The minutes as your council finished them',
    fileHint: 'A Word document (.docx), a PDF or a web page. It is kept as it is, beside the record.',
    reading: (): Mrkdwn => mrkdwn`The file is read and compared with the record. This takes a moment.`,
    kept: (name: string): Mrkdwn => mrkdwn`*${name}* is kept beside the record.`,
    keptAlready: (name: string): Mrkdwn => mrkdwn`*${name}* was kept already; it is the same file.`,
    sha256: (sha256: string): Mrkdwn => mrkdwn`SHA-256 ${sha256}`,
  },
  settingsForm: {
    title: 'Number and style',
    save: 'Save',
    first: 'Number of the first minute',
    firstHint: (next: number) =>
      `Minutes are numbered through the municipal year, from May to April. The next free number is ${next}.`,
    notANumber: 'Write a whole number from 1.',
    style: 'House style of the committee',
    styles: {
      plymouth: '“Agreed –”, questions lettered, the times at the head',
      resolved: '“RESOLVED: That …”, movers before it, the time at the end',
    } satisfies Record<MinutesStyleName, string>,
  },

  notDone: 'Not recorded',
  refusals: {
    'not-open': (): Mrkdwn =>
      mrkdwn`This meeting was not opened in Scrutineer, so that there is nothing to minute.`,
    'not-a-clerk': (): Mrkdwn => mrkdwn`Only a clerk of the committee keeps its minutes.`,
    'not-closed': (): Mrkdwn =>
      mrkdwn`Close the meeting first (control, *More*, *Close*): then its record is whole, and the minutes can be numbered.`,
    'numbers-fixed': (): Mrkdwn =>
      mrkdwn`These minutes are agreed. People cite them by number, so their numbers stay.`,
    'no-number': (): Mrkdwn => mrkdwn`Minutes are numbered from 1. Write another number.`,
    'number-taken': (clash: NumberClash): Mrkdwn =>
      mrkdwn`These numbers belong to signed minutes: ${clashSaid(clash)}. Choose another first number.`,
    'not-drafted': (): Mrkdwn => mrkdwn`Make the draft first.`,
    'past-comment': (): Mrkdwn =>
      mrkdwn`These minutes are agreed already; a comment could not change them any more.`,
    'no-such-meeting': (): Mrkdwn =>
      mrkdwn`Minutes are agreed at a later meeting of the same committee, once it has begun. Choose such a meeting.`,
    'agreed-already': (): Mrkdwn =>
      mrkdwn`These minutes are recorded as agreed already. If something was left out, record it with *Amendment…*.`,
    'not-agreed': (): Mrkdwn => mrkdwn`Record first at which meeting these minutes were agreed (*Agreed…*).`,
    'nothing-said': (): Mrkdwn => mrkdwn`Write the amendment as it was agreed.`,
    'not-presiding': (): Mrkdwn =>
      mrkdwn`Minutes are signed by whoever presided at the meeting that agreed them (Local Government Act 1972 Sch 12 para 41). Choose that person.`,
    'no-such-day': (): Mrkdwn =>
      mrkdwn`They cannot be signed before that meeting, nor in the future. Correct the day.`,
    'signed-already': (): Mrkdwn =>
      mrkdwn`These minutes are recorded as signed already, by somebody else or on another day.`,
    signed: (): Mrkdwn =>
      mrkdwn`These minutes are signed: their text stands. What is wrong is put right by an amendment that a later meeting agrees (*Amendment…*).`,
    'changed-meanwhile': (): Mrkdwn =>
      mrkdwn`Somebody else has written in this minute meanwhile, so nothing of yours was stored. Open it again and add it to what is there.`,
    'item-gone': (): Mrkdwn => mrkdwn`This item is not in the record any more.`,
    'no-title': (): Mrkdwn => mrkdwn`An item that no agenda listed needs a title.`,
    'in-future': (): Mrkdwn => mrkdwn`That time has not come yet.`,
    'no-such-style': (): Mrkdwn => mrkdwn`There is no such style. Choose one of the list.`,
    tooLarge: (name: string, megabytes: number): Mrkdwn =>
      mrkdwn`*${name}* is larger than ${megabytes} MB. Minutes are text: is it a scan? Give the Word document instead.`,
    notFetched: (name: string): Mrkdwn => mrkdwn`*${name}* could not be fetched from Slack. Share it again.`,
  },
}

function clashSaid({ date, first, last }: NumberClash): string {
  return `${shortDate(date)} (${first} to ${last})`
}

/** "wellbeing-overview-and-scrutiny-committee": for file names. */
function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}
