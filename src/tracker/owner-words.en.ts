import { stamp } from '../calendar/words.en.ts'
import { displayName } from '../committees/people.ts'
import type { AddressRefusal } from '../publications/restricted-address-rules.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { AnswerAccess } from './answers.ts'
import { closedRowSaid, dayInFull } from './list-words.en.ts'
import type { Rag, TrackedRow } from './types.ts'
import type { WishAtHand } from './wishes.ts'

/** A row in a sentence: its words, or of closed business nothing but its kind, meeting and reference (law 3). */
function rowSaid(row: TrackedRow): Mrkdwn {
  if (row.isClosed) return closedRowSaid(row)
  return mrkdwn`*${row.reference}* ${row.leadIn === '' ? '' : `${row.leadIn} `}${row.text}`
}

const place: Readonly<Record<Extract<AddressRefusal, { code: 'speaks' }>['where'], string>> = {
  path: 'A part of this address',
  query: 'What follows the question mark in this address',
  fragment: 'What follows the # in this address',
}

/** What owners of rows read, those who decide for them, and those who asked. */
export const words = {
  close: 'Close',
  cancel: 'Cancel',
  row: rowSaid,

  buttons: {
    answer: 'Answer',
    answerAgain: 'Answer again',
    update: 'Update',
    done: 'Done',
    notDone: 'Not done after all',
    moreTime: 'Need more time',
    notMine: 'Not mine',
    seen: 'Seen',
    all: 'All that I owe',
    label: (button: string, reference: string) => `${button} (${reference})`,
  },

  list: {
    title: 'What you owe',
    none: (): Mrkdwn => mrkdwn`You owe the committees nothing at the moment.`,
    inPlaceOf: (name: string): Mrkdwn => mrkdwn`*For ${name}, who is away*`,
    earlier: 'Earlier',
    later: 'Later',
  },

  update: {
    title: 'How does it go?',
    submit: 'Send',
    text: 'What has happened?',
    textHint: 'In a few sentences. It is dated and added to what was said before; the row stays open.',
    rag: 'How does it stand?',
    rags: {
      green: 'Green: it will be done in time',
      amber: 'Amber: it may be late',
      red: 'Red: it will be late, or is stuck',
    } satisfies Record<Rag, string>,
    recorded: (reference: string): Mrkdwn =>
      mrkdwn`:white_check_mark: Noted for ${reference}. It stays open: press *Done* when it is done, or *Answer* when you can answer.`,
  },
  done: {
    title: 'It is done',
    submit: 'Propose as complete',
    on: 'When was it done?',
    text: 'What was done?',
    textHint: 'The committee reads this when it decides whether to close it.',
    recorded: (reference: string): Mrkdwn =>
      mrkdwn`:white_check_mark: ${reference} is proposed as complete. It stands on the committee’s next agenda, and the committee closes it. Until then you can take it back.`,
    takenBack: (reference: string): Mrkdwn => mrkdwn`${reference} is open again.`,
  },
  moreTime: {
    title: 'Need more time',
    submit: 'Ask',
    why: 'Why is more time needed?',
    until: 'Until when?',
    note: (): Mrkdwn =>
      mrkdwn`The clerk or the Chair decides. Until they have, the time stays as it is. A time that the law sets is not moved by this.`,
    recorded: (reference: string): Mrkdwn =>
      mrkdwn`:white_check_mark: The clerk and the Chair are asked for more time for ${reference}. You hear once they have decided.`,
  },
  notMine: {
    title: 'Not mine',
    submit: 'Send',
    person: 'Whose is it?',
    name: 'Or by name or office',
    nameHint: 'Of somebody who is not on Slack, such as: Director of Public Health.',
    why: 'Why?',
    note: (): Mrkdwn => mrkdwn`The clerk or the Chair decides. Until they have, it stays with you.`,
    recorded: (reference: string): Mrkdwn =>
      mrkdwn`:white_check_mark: The clerk and the Chair are asked to give ${reference} to somebody else. You hear once they have decided.`,
  },
  seen: {
    done: (reference: string): Mrkdwn =>
      mrkdwn`:white_check_mark: Thank you. You are not reminded of ${reference} again until its next step.`,
    already: (reference: string): Mrkdwn => mrkdwn`That you have seen ${reference} is noted already.`,
  },

  answer: {
    title: 'Answer',
    submit: 'Send the answer',
    access: 'Who may read it?',
    accesses: {
      public: 'Everybody: it is public',
      exempt: 'Members alone: it is exempt',
      confidential: 'Members alone: it is confidential',
    } satisfies Record<AnswerAccess, string>,
    text: 'Your answer',
    textHint: 'A sentence is enough. It may stay empty where the note says it all.',
    file: 'Or a briefing note',
    fileHint: (megabytes: number) => `PDF, Word or a table, up to ${megabytes} MB.`,
    address: 'Its address on the council’s restricted site',
    addressHint:
      'Scrutineer takes no words and no file that are not public: members are told that it is there, and where. Give it by number.',
    clearer: 'Who clears it?',
    clearerHint:
      'The committee wants answers cleared. Needed where no head of service is named in the tracker.',
    reading: (): Mrkdwn => mrkdwn`Taking the file over …`,
    shared: (reference: string): Mrkdwn =>
      mrkdwn`:white_check_mark: ${reference} is answered. It is on its way to whoever asked, and to all members of the committee. You are not asked for it any more; the committee closes it.`,
    waits: (reference: string, clearer: string): Mrkdwn =>
      mrkdwn`:white_check_mark: Your answer to ${reference} waits for ${clearer} to clear it. Then it reaches whoever asked, and all members of the committee.`,
  },

  /** To those entitled to an answer. */
  answered: {
    short: (reference: string): Mrkdwn => mrkdwn`${reference} is answered`,
    text: (row: TrackedRow, committee: string): Mrkdwn =>
      joinMrkdwn([mrkdwn`:speech_balloon: *Answered* (${committee})`, rowSaid(row)]),
    asked: (name: string): Mrkdwn => mrkdwn`Asked by ${name}.`,
    by: (name: string): Mrkdwn => mrkdwn`From ${name}:`,
    words: (text: string): Mrkdwn => mrkdwn`${text}`,
    restricted: (): Mrkdwn =>
      mrkdwn`The answer is not public. It stands on the council’s restricted site; nothing of it is in Slack.`,
    open: 'Open the note',
    read: 'Read it all',
    goesOn: (): Mrkdwn => mrkdwn`It is longer than a message holds: press *Read it all*.`,
    address: 'Where it stands',
    addressIs: (address: string): Mrkdwn =>
      mrkdwn`It stands at ${address}. Please sign in there; do not pass the address on.`,
    coming: (): Mrkdwn => mrkdwn`The note is on its way into your direct message with Scrutineer.`,
    fileTitle: (reference: string) => `Briefing note on ${reference}`,
    email: 'Text for an e-mail',
    without: (names: readonly string[]): Mrkdwn =>
      mrkdwn`Not on Slack, so please tell them: ${names.join(', ')}.`,
    emailNone: (): Mrkdwn => mrkdwn`Everybody who may have it is reached by Slack.`,
    emailText: (reference: string, committee: string, question: string, answer: string) =>
      `${committee}: ${reference} is answered\n\n${question}\n\n${answer}`,
    emailRestricted: 'The answer is not public. It stands on the council’s restricted site.',
    emailNote: (name: string) => `The briefing note “${name}” goes with this message.`,
  },

  clearance: {
    short: (reference: string): Mrkdwn => mrkdwn`An answer to ${reference} waits for you to clear it`,
    asks: (name: string): Mrkdwn =>
      mrkdwn`:mag: *An answer waits for you to clear it.* It is from ${name}, and nobody else has it yet.`,
    clear: 'Clear',
    sendBack: 'Send back…',
    cleared: (): Mrkdwn =>
      mrkdwn`:white_check_mark: Cleared. It is on its way to whoever asked and to all members.`,
    sentBack: (why: string): Mrkdwn =>
      why === ''
        ? mrkdwn`Another answer took its place.`
        : mrkdwn`:leftwards_arrow_with_hook: Sent back: ${why}`,
    over: (): Mrkdwn => mrkdwn`It does not wait any more.`,
    title: 'Send the answer back',
    submit: 'Send back',
    why: 'What should be changed?',
    back: (row: TrackedRow, name: string, why: string): Mrkdwn =>
      joinMrkdwn([
        mrkdwn`:leftwards_arrow_with_hook: *${name} has sent your answer back.* Nobody else has had it.`,
        rowSaid(row),
        mrkdwn`Why: ${why}`,
      ]),
    backShort: (reference: string): Mrkdwn => mrkdwn`Your answer to ${reference} was sent back`,
  },

  wish: {
    short: (reference: string): Mrkdwn => mrkdwn`An owner asks about ${reference}`,
    said: (wish: WishAtHand, by: string): Mrkdwn =>
      joinMrkdwn([
        wish.kind === 'moreTime'
          ? mrkdwn`:hourglass: *${by} asks for more time*, until ${dayInFull(wish.until ?? '')}`
          : mrkdwn`:arrows_counterclockwise: *${by} says that this is not theirs*, but is owed by ${proposedName(wish)}`,
        rowSaid(wish.row),
        // Of closed business nobody's words go into Slack.
        ...(wish.row.isClosed ? [] : [mrkdwn`Why: ${wish.why}`]),
      ]),
    lawful: (day: string): Mrkdwn =>
      mrkdwn`:warning: A time that the law sets ends on ${dayInFull(day)}. It is not moved by more time given here.`,
    grant: 'Grant',
    refuse: 'Refuse…',
    title: 'Refuse',
    submit: 'Refuse',
    why: 'Why?',
    whyHint: 'Whoever asked is told.',
    decided: (wish: WishAtHand, by: string, timeZone: string): Mrkdwn => {
      if (wish.state === 'lapsed') return mrkdwn`Not needed any more.`
      const when = wish.decidedAt ? `, ${stamp(wish.decidedAt, timeZone)}` : ''
      // Of closed business nobody's words go into Slack.
      const why = wish.decidedWhy === '' || wish.row.isClosed ? '' : `: ${wish.decidedWhy}`
      return wish.state === 'granted'
        ? mrkdwn`:white_check_mark: Granted by ${by}${when}${why}`
        : mrkdwn`:no_entry_sign: Refused by ${by}${when}${why}`
    },
    told: (wish: WishAtHand, by: string): Mrkdwn => {
      const why = wish.decidedWhy === '' || wish.row.isClosed ? mrkdwn`` : mrkdwn`\nWhy: ${wish.decidedWhy}`
      const row = rowSaid(wish.row)
      if (wish.kind === 'moreTime')
        return wish.state === 'granted'
          ? mrkdwn`:white_check_mark: *You have more time, until ${dayInFull(wish.until ?? '')}.* ${by} has granted it.\n${row}${why}`
          : mrkdwn`:no_entry_sign: *You were not given more time.* ${by} has decided.\n${row}${why}`
      return wish.state === 'granted'
        ? mrkdwn`:white_check_mark: *This is not yours any more*, but owed by ${proposedName(wish)}. ${by} has agreed.\n${row}${why}`
        : mrkdwn`:no_entry_sign: *This stays with you.* ${by} has decided.\n${row}${why}`
    },
    toldShort: (reference: string): Mrkdwn => mrkdwn`It is decided what you asked about ${reference}`,
    done: (isGranted: boolean): Mrkdwn =>
      isGranted
        ? mrkdwn`:white_check_mark: Granted. Whoever asked is told.`
        : mrkdwn`:no_entry_sign: Refused. Whoever asked is told why.`,
  },

  given: {
    short: (): Mrkdwn => mrkdwn`A committee asks something of you`,
    intro: (committee: string): Mrkdwn =>
      mrkdwn`:inbox_tray: *${committee} asks this of you.* Answer here, at any time.`,
    over: (): Mrkdwn => mrkdwn`:white_check_mark: Nothing of this is owed by you any more.`,
    more: (left: number): Mrkdwn => mrkdwn`… and ${left} more.`,
  },

  question: {
    short: (reference: string): Mrkdwn => mrkdwn`Your question ${reference} has moved`,
    heading: (committee: string): Mrkdwn => mrkdwn`:speech_balloon: *Your question* (${committee})`,
    owners: (names: readonly string[]): Mrkdwn =>
      names.length === 0
        ? mrkdwn`Nobody is named to answer it yet.`
        : mrkdwn`To be answered by ${names.join(', ')}.`,
    answered: (): Mrkdwn =>
      mrkdwn`:white_check_mark: It is answered: the answer came in a message of its own.`,
    restricted: (): Mrkdwn =>
      mrkdwn`:white_check_mark: It is answered, to the members of the committee alone: the answer is not public. Ask the clerk what you may have of it.`,
    clearing: (): Mrkdwn => mrkdwn`An answer is given and waits to be cleared.`,
    over: (state: TrackedRow['state']): Mrkdwn => mrkdwn`${over[state]}`,
  },

  errors: {
    'text-missing': 'Please say it in a sentence.',
    'why-missing': 'Please say why.',
    'day-missing': 'Please choose a day.',
    'day-ahead': 'That day is still to come: say when it was done.',
    'day-past': 'That day is over: choose one that is still to come.',
    'day-no-later': 'That is no more time than there is already: choose a later day.',
    'whose-missing': 'Please choose who owes it, or write their name or office below.',
    'theirs-already': 'They owe it as it is.',
    'nothing-said': 'Please answer in a sentence, or add a file.',
    'clearer-missing': 'Please choose the senior officer who clears it; not yourself.',
    'unknown-person': 'They are not known to Scrutineer: write their name or office below instead.',
    address: (why: AddressRefusal): string => {
      switch (why.code) {
        case 'not-an-address':
          return 'Give a web address that starts with https:// and holds no password.'
        case 'in-slack':
          return 'What is not public lies nowhere in Slack: give the address on the council’s restricted site.'
        case 'too-long':
          return `This address is longer than ${why.limit} characters. Give a shorter one.`
        case 'speaks':
          return `${place[why.where]} may say what it is about. Direct messages reach Slack’s exports, so give it by number, or give the site’s address alone.`
      }
    },
  },

  refusals: {
    title: 'Not done',
    gone: (): Mrkdwn => mrkdwn`This is not in the tracker any more. Ask the clerk of the committee.`,
    notYours: (): Mrkdwn =>
      mrkdwn`Only those who owe this can do that: its owner, their deputy while they are away, their head of service, or a clerk of the committee for them. If it should be yours, ask the clerk.`,
    over: (): Mrkdwn =>
      mrkdwn`This is proposed as complete, answered, paused or closed already, so nothing was changed. The clerk of the committee can say how it stands.`,
    asked: (): Mrkdwn =>
      mrkdwn`You have asked for this already, and it waits for the clerk or the Chair to decide.`,
    closedRow: (): Mrkdwn =>
      mrkdwn`This was asked in a closed part of a meeting, so nothing of it is answered in public, and its words are not shown here. Choose *exempt* or *confidential* and give the address on the restricted site.`,
    noFile: (): Mrkdwn =>
      mrkdwn`Scrutineer takes no words and no file of an answer that is not public. Give its address on the restricted site.`,
    closedWords: (): Mrkdwn =>
      mrkdwn`This comes from a closed part of a meeting: what you write here reaches Slack, so keep to what is not exempt.`,
    notDecider: (): Mrkdwn => mrkdwn`Only a clerk of the committee or its Chair decides this.`,
    decided: (): Mrkdwn => mrkdwn`That is decided already, or not needed any more. Nothing was changed.`,
    notClearer: (): Mrkdwn =>
      mrkdwn`Only the senior officer who was named clears this answer, or their deputy while they are away.`,
    notEntitled: (): Mrkdwn =>
      mrkdwn`This answer is not open to you. Ask the clerk of the committee if you think that it should be.`,
    noFileThere: (): Mrkdwn => mrkdwn`There is no file with this answer any more.`,
    notFetched: (name: string): Mrkdwn =>
      mrkdwn`“${name}” could not be fetched from Slack, so nothing was stored. Choose it again, or answer in a sentence.`,
    tooLarge: (name: string, limit: number): Mrkdwn =>
      mrkdwn`“${name}” is larger than ${limit} MB, so nothing was stored. Put it on the council’s site and answer with a sentence that says where.`,
    notClerk: (): Mrkdwn => mrkdwn`Only a clerk of the committee sees this.`,
  },
}
export type OwnerWords = typeof words

const over: Readonly<Record<TrackedRow['state'], string>> = {
  open: 'It is open.',
  proposed: 'Its owner says that it is done. The committee has still to close it.',
  closed: ':white_check_mark: The committee has closed it.',
  paused: 'It is paused.',
  superseded: 'Another reference took its place.',
  transferred: 'Another committee goes on with it.',
  withdrawn: 'It is not followed up any more.',
}

/** What was typed about closed business is not shown in Slack, a name among it. */
function proposedName({ proposed, proposedName: name, row }: WishAtHand): string {
  if (proposed) return displayName(proposed)
  return row.isClosed ? 'somebody whose name stands in the tracker’s paper' : name
}
