import type { Temporal } from 'temporal-polyfill'
import { stamp } from '../calendar/words.en.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { DescribeRefusal } from './exclusion-describe.ts'
import type { ClosedAs, Lacking } from './exclusion-rules.ts'
import { exclusionWords } from './exclusion-words.en.ts'
import type { GrantRefusal } from './grant-restricted.ts'
import type { AnnounceRefusal } from './restricted-rules.ts'

const lackingWords: Readonly<Record<Lacking, string>> = {
  paragraphs: 'its paragraph of the Schedule',
  'public-interest': 'why the public interest is outweighed',
  basis: 'by what it is confidential',
}

const forTheRecord = 'For the record alone: it is shown to nobody, not even here again.'
const recorded = 'One is recorded: leave this empty to keep it.'

/** Everything that is said about closed items and restricted papers. */
export const restrictedWords = {
  close: 'Close',
  cancel: 'Cancel',

  list: {
    button: 'Closed items',
    title: 'Closed items',
    intro: (meeting: MeetingInWords) => mrkdwn`*${meetingWords.meeting(meeting)}*`,
    explains: () =>
      mrkdwn`Titles of closed items and restricted papers are neither kept nor shown. Only those entitled are told of a restricted paper, each in a direct message with a link to your council’s own site; never a channel.`,
    none: () => mrkdwn`No item of this agenda is closed to the public.`,
    closed: () => mrkdwn`*Closed to the public*`,
    item: (number: string, closed: ClosedAs | undefined, lacking: readonly Lacking[], papers: number) => {
      const missing =
        lacking.length === 0
          ? mrkdwn``
          : mrkdwn` :warning: _to be added: ${lacking.map((one) => lackingWords[one]).join(', ')}_`
      const told = papers === 0 ? mrkdwn`` : mrkdwn` · ${papersWords(papers)}`
      return mrkdwn`• ${exclusionWords.closedItem(number, closed)}${told}${missing}`
    },
    openWithPapers: (number: string, title: string, papers: number) =>
      mrkdwn`• ${number === '' ? '' : `${number}. `}${title} (open) · ${papersWords(papers)}`,
    choose: () => mrkdwn`Open an item to say why it is closed, or to announce a restricted paper:`,
    placeholder: 'Choose an item',
    option: (number: string, title: string) =>
      title === ''
        ? `${number === '' ? 'An item' : number}: closed`
        : `${number === '' ? '' : `${number}. `}${title}`,
    motion: 'Words for the meeting',
    all: 'All items',
  },

  motion: {
    title: 'Words for the meeting',
    intro: () => mrkdwn`For the Chair to move before the closed items, and after them. Copy what you need.`,
    incomplete: () =>
      mrkdwn`:warning: The resolution must state the description of each item (Section 100A(5)). Open the items marked in the list, choose their paragraphs, and come back.`,
  },

  item: {
    open: (number: string, title: string): Mrkdwn =>
      number === '' ? mrkdwn`*${title}*` : mrkdwn`*${number}. ${title}*`,
    closed: (number: string, closed: ClosedAs | undefined): Mrkdwn =>
      mrkdwn`*${exclusionWords.closedItem(number, closed)}*`,
    isOpen: () => mrkdwn`The public may attend this item. A paper to it may be closed all the same.`,
    lacking: (lacking: readonly Lacking[]) =>
      mrkdwn`:warning: To be added: ${lacking.map((one) => lackingWords[one]).join(', ')}.`,
    complete: 'Why it is closed',
    announce: 'Announce a restricted paper',
    paper: (closed: ClosedAs, by: string, at: Temporal.Instant, timeZone: string) =>
      mrkdwn`:lock: ${exclusionWords.closedPaper(closed)}\nAnnounced by ${by === '' ? 'somebody' : by} at ${stamp(at, timeZone)}`,
    withdrawn: (closed: ClosedAs, by: string, at: Temporal.Instant, timeZone: string) =>
      mrkdwn`_Withdrawn:_ ${exclusionWords.closedPaper(closed)}, announced by ${by === '' ? 'somebody' : by} at ${stamp(at, timeZone)}`,
    more: (more: number) => mrkdwn`… and ${more} earlier.`,
    who: 'Who may read it',
  },

  form: {
    describeTitle: 'Why it is closed',
    describe: 'Save',
    announceTitle: 'Restricted paper',
    announce: 'Tell those entitled',
    announceIntro: (members: number) =>
      mrkdwn`The ${members} elected member${members === 1 ? '' : 's'} of the committee today get one direct message each, with the words that the public may read and a link. Co-optees, officers and substitutes get it only when you let them, in the next step. No channel is told.`,
    address: 'Address on your restricted site',
    addressHint:
      'By number, without a title or a file name: https://restricted.example.gov.uk/s12345. Whoever opens it signs in there. Scrutineer neither fetches nor keeps the paper.',
    access: 'The public is excluded because it is',
    exempt: 'Exempt',
    exemptHint: 'by resolution of the meeting',
    confidential: 'Confidential',
    confidentialHint: 'the law forbids disclosure: no resolution is needed',
    paragraphs: (part: number, parts: number) =>
      parts === 1
        ? 'If exempt: paragraphs of the Schedule'
        : `If exempt: paragraphs of the Schedule (${part} of ${parts})`,
    publicInterest: 'Why the public interest in disclosure is outweighed',
    publicInterestHint: (isRecorded: boolean) => (isRecorded ? `${forTheRecord} ${recorded}` : forTheRecord),
    basis: 'If confidential: by which enactment, order or department’s terms',
    basisHint: (isRecorded: boolean) => (isRecorded ? `${forTheRecord} ${recorded}` : forTheRecord),
  },

  announced: {
    done: (told: number) =>
      told === 0
        ? mrkdwn`:warning: *Announced*, but nobody who is entitled is on Slack.`
        : mrkdwn`:white_check_mark: *Announced.* ${told} ${told === 1 ? 'person gets' : 'people get'} a direct message. Nothing goes to a channel.`,
    withoutSlack: (names: readonly string[]) =>
      mrkdwn`:envelope: Entitled, but not on Slack: ${names.join(', ')}. Please give it to them yourself.`,
  },

  paper: {
    title: 'Who may read it',
    submit: 'Let them read it',
    site: (site: string) => mrkdwn`On ${site}. The address itself is shown only to those entitled.`,
    members: (names: readonly string[]) =>
      names.length === 0
        ? mrkdwn`*By their seat:* nobody sits on this committee today.`
        : mrkdwn`*By their seat today (${names.length}):* ${names.join(', ')}`,
    granted: (name: string, by: string, at: Temporal.Instant, timeZone: string) =>
      mrkdwn`${name}, let by ${by === '' ? 'somebody' : by} at ${stamp(at, timeZone)}`,
    nobodyGranted: () => mrkdwn`*By you:* nobody so far.`,
    byYou: () => mrkdwn`*By a clerk:*`,
    moreGranted: (more: number) => mrkdwn`… and ${more} more. Take some back to see them.`,
    withoutSlack: (names: readonly string[]) =>
      mrkdwn`:envelope: Not on Slack, so not told here: ${names.join(', ')}`,
    grant: 'Let somebody else read it',
    grantHint:
      'A co-optee, an officer, a substitute, another member who needs to know. It is recorded with your name.',
    revoke: 'Take back',
    revokeConfirm: {
      title: 'Take it back?',
      text: 'The message stays in their direct messages, but says that the paper is no longer theirs, without the link.',
      yes: 'Take back',
      no: 'Cancel',
    },
    withdraw: 'Withdraw the paper',
    withdrawConfirm: {
      title: 'Withdraw this paper?',
      text: 'Everybody’s message then says that it was withdrawn, without the link. It cannot be undone; you can announce it again.',
      yes: 'Withdraw',
      no: 'Cancel',
    },
    wasWithdrawn: () => mrkdwn`:leftwards_arrow_with_hook: *Withdrawn.* Nobody has the link any more.`,
    wasGranted: (name: string, inSlack: boolean) =>
      inSlack
        ? mrkdwn`:white_check_mark: ${name} may read it and gets a direct message.`
        : mrkdwn`:white_check_mark: ${name} may read it, but is not on Slack: please give it to them yourself.`,
    wasRevoked: (name: string) =>
      mrkdwn`:white_check_mark: Taken back from ${name}: their message says that it is no longer theirs.`,
  },

  refusals: {
    gone: () => mrkdwn`That is not on the agenda any more. Close this and press *Closed items* again.`,
    notAClerk: (committee: string) =>
      mrkdwn`Only a clerk of *${committee}* can see or change this. Please ask one of them.`,
    announce: (refusal: Exclude<AnnounceRefusal, { code: 'not-a-clerk' | 'gone' }>): string =>
      announceWords(refusal),
    describe: (refusal: Exclude<DescribeRefusal, { code: 'not-a-clerk' | 'gone' }>): string =>
      refusal.code === 'open'
        ? 'The public may attend this item. Where that is wrong, press “Correct the papers” in your list and put [closed] at the end of its line.'
        : exclusionWords.noSuchParagraph(refusal),
    grant: (refusal: Exclude<GrantRefusal, { code: 'not-a-clerk' }>): Mrkdwn => grantWords(refusal),
    unknownPerson:
      'Scrutineer does not know this person. Ask your administrator to import them, or give them the paper yourself.',
    nobodyChosen: 'Choose somebody.',
  },

  /** To those entitled, in words that anybody may read: direct messages reach Slack's exports. */
  message: {
    notification: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`A restricted paper for you: ${meetingWords.meeting(meeting)}`,
    meeting: (meeting: MeetingInWords): Mrkdwn => mrkdwn`:lock: *${meetingWords.meeting(meeting)}*`,
    meetingIs: {
      cancelled: () => mrkdwn`:no_entry_sign: *This meeting is cancelled.*`,
      postponed: () => mrkdwn`:hourglass: *This meeting is postponed.* A new date will be sent.`,
    },
    closedItem: (number: string, closed: ClosedAs): Mrkdwn =>
      mrkdwn`${exclusionWords.closedItem(number, closed)}`,
    openItem: (number: string, title: string, closed: ClosedAs): Mrkdwn =>
      mrkdwn`${number === '' ? '' : `${number}. `}${title}\n${exclusionWords.closedPaper(closed)}`,
    open: 'Read it on the council’s site',
    rules: () =>
      mrkdwn`*Not for publication.* For you alone: you sign in there. Please do not pass it on, and do not quote from it here.`,
    contact: (clerks: readonly string[]): Mrkdwn => mrkdwn`Questions: ${clerks.join(', ')}`,
    over: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`A restricted paper for ${meetingWords.meeting(meeting)} was announced here. *It is no longer yours to read,* and its link is gone.`,
    withdrawn: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`:leftwards_arrow_with_hook: A restricted paper for ${meetingWords.meeting(meeting)} was announced here. *It was withdrawn,* and its link is gone.`,
    ask: (clerks: readonly string[]): Mrkdwn =>
      clerks.length === 0
        ? mrkdwn`If that is wrong, ask the clerk. Please destroy any copy that you have made.`
        : mrkdwn`If that is wrong, ask ${clerks.join(' or ')}. Please destroy any copy that you have made.`,
  },
}
export type RestrictedWords = typeof restrictedWords

function papersWords(papers: number): string {
  return papers === 1 ? '1 restricted paper' : `${papers} restricted papers`
}

function announceWords(refusal: Exclude<AnnounceRefusal, { code: 'not-a-clerk' | 'gone' }>): string {
  switch (refusal.code) {
    case 'not-an-address':
      return 'Give a web address that starts with https:// and holds no password.'
    case 'in-slack':
      return 'Restricted papers go to no channel and lie nowhere in Slack: whoever is in a channel, or joins it later, would read them. Give the address on your council’s own restricted site; those entitled get it in a direct message.'
    case 'too-long':
      return `This address is longer than ${refusal.limit} characters. Give a shorter one.`
    case 'speaks':
      return speaking[refusal.where]
    case 'address-is-public':
      return 'This is the public address of papers that are published: everybody has it. Give the address on the restricted site.'
    case 'announced-before':
      return 'This paper was announced before for this item. Nobody was told twice. “Who may read it” lets others read it.'
    case 'description-missing':
      return 'Say by which paragraphs it is exempt, or by what it is confidential: those who get it must be told (Section 100B(5)).'
    case 'no-such-paragraph':
      return exclusionWords.noSuchParagraph(refusal)
  }
}

const byNumber =
  'Direct messages reach Slack’s exports, so the address may hold no title and no file name. Give it by number, as the site’s page of the item or paper has it, or give the site’s address alone.'
const speaking = {
  path: `A folder or file in this address reads like a title. ${byNumber}`,
  query: `What follows the question mark in this address reads like a title. ${byNumber}`,
  fragment: `What follows the # in this address reads like a title. ${byNumber}`,
} as const

function grantWords(refusal: Exclude<GrantRefusal, { code: 'not-a-clerk' }>): Mrkdwn {
  switch (refusal.code) {
    case 'gone':
      return restrictedWords.refusals.gone()
    case 'withdrawn':
      return mrkdwn`This paper was withdrawn: nobody may read it any more. Announce it again where it is needed.`
    case 'entitled-already':
      return mrkdwn`${refusal.person.name} may read it already. Nothing was changed.`
    case 'revoked-already':
      return mrkdwn`${refusal.person.name} may not read it by a clerk’s leave any more. Nothing was changed.`
  }
}
