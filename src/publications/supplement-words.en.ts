import type { Temporal } from 'temporal-polyfill'
import { longDate, stamp } from '../calendar/words.en.ts'
import { latestWords, verdictWords } from '../calendar/working.en.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { channelLink, type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { Notice } from './notice-rules.ts'
import type { PageRange } from './paper-rules.ts'
import { emailWords, listOfPages, newsWords, pagesInWords } from './supplement-news-words.en.ts'
import type { LineRefusal, NamedItem } from './supplement-rules.ts'

/** Everything a person reads about papers that come after the agenda. */
export const words = {
  close: 'Close',
  cancel: 'Cancel',
  /** "Supplement 2", by the number that it prints. */
  name: ({ printedNo, number }: { printedNo: number | undefined; number: number }) =>
    `Supplement ${printedNo ?? number}`,
  nameIn: ({ printedNo, number }: { printedNo: number | undefined; number: number }) =>
    `supplement ${printedNo ?? number}`,
  pages: pagesInWords,

  form: {
    title: 'Check the supplement',
    submit: 'Publish',
    read: (name: string, pages: number) =>
      mrkdwn`I have read *${name}* (${pages} page${pages === 1 ? '' : 's'}): a supplement to papers that are published already. Please check each line: what you publish is what members see.`,
    typed: () => mrkdwn`Type what comes to the papers that are published already.`,
    couldNotRead: (problem: string) =>
      mrkdwn`:warning: *I could not read this supplement.* ${problem}\n\nYou can publish it all the same: choose the meeting and type what it brings, a line each.`,
    meeting: 'Meeting',
    meetingPlaceholder: 'Choose the meeting',
    printedNo: 'Number of the supplement',
    printedNoHint:
      'As the paper prints it, such as “Supplementary Agenda No. 2”. People know it by this number.',
    badNumber: 'Give the number alone, such as 2.',
    lines: (part: number, parts: number, all: boolean) =>
      all ? 'What it brings' : `What it brings, part ${part} of ${parts}`,
    linesHint:
      'One line an item: 8. Improvement plan (pages 34-45) [to follow]. At the end of a line: [to follow] is the report that was to follow, [replaces] takes the place of an earlier one, [new] is an item that was not on the agenda, nothing is a further report. Put [closed] after a new item from which the public is excluded.',
    linesPlaceholder: '8. Improvement plan (pages 34-45) [to follow]\n12. Urgent repairs (pages 46-50) [new]',
    marksDiffer: (line: number) =>
      `Line ${line}: only one of [new], [to follow] and [replaces] can be true of a line.`,
    ownPages: 'Page numbers',
    ownPagesTick: 'This supplement counts its pages from 1 itself',
    ownPagesDescription: 'They do not go on from the papers before it',
    publicAddress: 'Public address of the supplement',
    sameFile: (meeting: string, name: string) =>
      mrkdwn`:warning: This very file was published before: it is ${name} of ${meeting}.`,
    theAgenda: 'the agenda pack',
    differs: (number: string, onAgenda: string, onPaper: string) =>
      mrkdwn`:mag: Item ${number} is “${onAgenda}” on the agenda; this paper calls it “${onPaper}”. Is it the right item?`,
    differsToo: (numbers: readonly string[]) =>
      mrkdwn`:mag: The same holds for ${numbers.length === 1 ? 'item' : 'items'} ${numbers.join(', ')}: this paper calls them otherwise than the agenda does.`,
    check: 'Compare with the agenda',
    lookAt: (problem: string) => mrkdwn`:warning: ${problem}`,
    missing: (ranges: readonly PageRange[]) =>
      mrkdwn`:mag: No paper has ${listOfPages(ranges)} so far. Another supplement may; publishing is not stopped.`,
    asAgenda: 'Publish it as the agenda',
    noMeeting: {
      cancelled: (meeting: string) =>
        mrkdwn`:no_entry_sign: This is for a meeting that is cancelled: ${meeting}. If it takes place after all, say so first with */meeting*; then publish.`,
      postponed: (meeting: string) =>
        mrkdwn`:hourglass: This is for a meeting that is postponed: ${meeting}. Give it its new date first with */meeting*; then publish.`,
      'not-published': (meeting: string) =>
        mrkdwn`:warning: The agenda of ${meeting} is not published here yet. Publish it first and then this, or press the button if this is the agenda. Until then this paper waits for you in our direct messages.`,
      'not-found': (committee: string, date: string | undefined) =>
        mrkdwn`:warning: The paper is for ${committee === '' ? 'a committee that I could not read' : committee}${date === undefined ? '' : `, ${longDate(date)}`}. I know no coming meeting of yours there whose agenda is published.`,
    },
    nothingPublished: () =>
      mrkdwn`:warning: No coming meeting of your committees has published papers, so there is nothing to add to. Publish the agenda first, with */pack*.`,
    choose: () => mrkdwn`Or choose another meeting below.`,
  },

  /** At a line or a field, with what to do. */
  refusal: {
    line: (line: number, said: string) => `Line ${line}: ${said}`,
    of: (refusal: LineRefusal): string => lineRefusal(refusal),
    noLines: 'A supplement brings at least one paper. Type one line an item.',
    meetingOver: 'This meeting is over. What was laid before it is recorded with its minutes.',
    meetingCancelled:
      'This meeting is cancelled. If it takes place after all, say so first with /meeting; then publish.',
    meetingPostponed: 'This meeting is postponed. Give it its new date first with /meeting; then publish.',
    numberTaken: (number: number) =>
      `Supplement ${number} of this meeting is published already. Give this one another number, or withdraw the first.`,
    notPublished: 'The agenda of this meeting is not published yet. Publish it first with /pack.',
    openedAfterEnd: 'Papers cannot be opened only after the meeting has ended.',
    another: (byName: string, at: Temporal.Instant, timeZone: string) =>
      mrkdwn`:warning: ${byName} published a supplement of this meeting at ${stamp(at, timeZone)}, while you looked at yours. Nothing of yours was published. The form shows the agenda as it stands now: please check your lines and press *Publish* again.`,
    /** Slack may have lost the answer to the first time that it was pressed. */
    anotherByYou: (at: Temporal.Instant, timeZone: string) =>
      mrkdwn`:warning: You published a supplement of this meeting at ${stamp(at, timeZone)}. If it was this one, close the form: nothing was published twice. If this is another, please check your lines and press *Publish* again.`,
    published: (byName: string, at: Temporal.Instant, timeZone: string) =>
      mrkdwn`${byName} published this supplement at ${stamp(at, timeZone)}. Nothing was posted twice. If it shall come out again, withdraw the first: *Supplements* in your clerks’ list.`,
  },

  receipt: {
    title: 'Supplement published',
    done: (name: string, meeting: MeetingInWords) =>
      mrkdwn`:white_check_mark: *${name} published:* ${meetingWords.meeting(meeting)}`,
    channel: (channelId: string) =>
      mrkdwn`The card in ${channelLink(channelId)} is up to date, and a reply under it says what changed.`,
    noChannel: () => mrkdwn`:warning: This committee has no Slack channel, so there is no card.`,
    told: (people: number) =>
      mrkdwn`${people} ${people === 1 ? 'person gets' : 'people get'} a line in their direct messages at once.`,
    withoutSlack: (names: readonly string[]) =>
      mrkdwn`:envelope: Not on Slack, so please tell them by e-mail: ${names.join(', ')}.`,
    noAddress: () =>
      mrkdwn`:warning: You gave no public address, so nobody can open it from Slack: people are told to ask you.`,
    missing: (ranges: readonly PageRange[]) =>
      mrkdwn`:mag: *Pages:* no paper has ${listOfPages(ranges)} so far.`,
    pagesAgree: () => mrkdwn`:white_check_mark: *Pages:* no gap and no page twice.`,
    ownPages: () => mrkdwn`*Pages:* counted by the supplement itself.`,
    notice: (notice: Notice): Mrkdwn => mrkdwn`*Notice:* ${verdict(notice)}`,
  },

  withdraw: {
    button: (name: string) => `Withdraw ${name}`,
    confirm: {
      title: 'Withdraw this supplement?',
      text: 'Its items and papers leave the card, what it replaced comes back, and every member is told in one line.',
      yes: 'Withdraw it',
      no: 'Keep it',
    },
    done: (name: string, told: number) =>
      mrkdwn`:leftwards_arrow_with_hook: *${name} is withdrawn.* The card shows the papers without it, and ${told} ${told === 1 ? 'person is' : 'people are'} told in one line.`,
    tellByEmail: (names: readonly string[]) =>
      mrkdwn`:envelope: Not on Slack, so please tell them by e-mail: ${names.join(', ')}.`,
    before: (byName: string, at: Temporal.Instant, timeZone: string) =>
      mrkdwn`${byName} withdrew it at ${stamp(at, timeZone)}. Nobody was told twice.`,
    notAClerk: (committee: string) => mrkdwn`Only a clerk of *${committee}* can withdraw its papers.`,
    meetingOver: () =>
      mrkdwn`The meeting is over, so its papers stay as they were. Put a correction into the minutes.`,
    gone: () => mrkdwn`This supplement is not in the record any more.`,
  },

  /** For the clerks: every supplement of a meeting. */
  list: {
    title: 'Supplements',
    button: (count: number) => `Supplements (${count})`,
    none: () => mrkdwn`No supplement of this meeting stands any more.`,
    entry: (name: string, by: string, at: Temporal.Instant, timeZone: string) =>
      mrkdwn`*${name}*, published by ${by} at ${stamp(at, timeZone)}`,
    withdrawn: (name: string, by: string, at: Temporal.Instant, timeZone: string) =>
      mrkdwn`~${name}~ withdrawn by ${by} at ${stamp(at, timeZone)}`,
    more: (more: number) => mrkdwn`… and ${more} more.`,
  },

  news: newsWords,
  email: emailWords,
}
export type SupplementWords = typeof words

function verdict(notice: Notice): Mrkdwn {
  switch (notice.state) {
    case 'in-time':
      return notice.basis === 'convened'
        ? mrkdwn`:white_check_mark: lawful, since the meeting itself was convened at short notice on ${longDate(notice.convenedOn)}.`
        : mrkdwn`:white_check_mark: ${verdictWords(notice.count)}`
    case 'late':
      return mrkdwn`:warning: ${verdictWords(notice.count)} ${latestWords(notice.count.latest, notice.count.rule, notice.count.calendar)} Publishing is not stopped. A new item can be considered only if whoever presides rules at the meeting that special circumstances make it urgent (LGA 1972 s100B(4)(b)); that a report to a listed item was late is recorded.`
    case 'not-certain':
      return mrkdwn`:warning: ${verdictWords(notice.count)}`
  }
}

function lineRefusal(refusal: LineRefusal): string {
  switch (refusal.code) {
    case 'no-such-item':
      return refusal.number === ''
        ? 'no item of the agenda has this title. Give its number, or put [new] at the end if it was not on the agenda.'
        : `there is no item ${refusal.number} on the agenda. Correct the number, or put [new] at the end if it was not on the agenda.`
    case 'item-exists':
      return `${itemNamed(refusal.item)} is on the agenda already. Take [new] away, or give the new item a number of its own.`
    case 'item-twice':
      return `${itemNamed(refusal.item)} stands on two lines. Give it one, with all its pages.`
    case 'closed-report':
      return `${itemNamed(refusal.item)} is open to the public. Leave a closed report to it out of the supplement: only those entitled may be told of it.`
    case 'nothing-to-replace':
      return `${itemNamed(refusal.item)} has no report that could be replaced. Take [replaces] away, or put [to follow].`
    case 'nothing-to-follow':
      return `${itemNamed(refusal.item)} has its report already. Take [to follow] away if this is a further one, or put [replaces].`
    case 'pages-overlap': {
      const own = refusal.sameItem ? ' If they replace these, put [replaces] at the end of the line.' : ''
      return `${words.pages(refusal.shared)} belong to ${itemNamed(refusal.item)} already. Correct the pages.${own} If this supplement counts its pages from 1 itself, tick that below.`
    }
    case 'lines-overlap':
      return `${words.pages(refusal.shared)} stand on an earlier line of this supplement too. Correct the pages.`
  }
}

function itemNamed({ number, title }: NamedItem): string {
  if (number === '') return title === '' ? 'an item' : `“${title}”`
  return title === '' ? `item ${number}` : `item ${number} (${title})`
}
