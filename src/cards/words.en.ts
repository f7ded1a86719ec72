import type { Temporal } from 'temporal-polyfill'
import { stamp, stampInFull } from '../calendar/words.en.ts'
import type { ChangeKind } from '../meetings/change-rules.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { correctionWords } from '../publications/correction-words.en.ts'
import type { ClosedAs } from '../publications/exclusion-rules.ts'
import { exclusionWords } from '../publications/exclusion-words.en.ts'
import { restrictedWords } from '../publications/restricted-words.en.ts'
import { words as supplementWords } from '../publications/supplement-words.en.ts'
import { link, type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { CardPaper, CardSupplement } from './pack-card-view.ts'

/** What the standing messages say. */
export const words = {
  close: 'Close',
  meetingGone: () => mrkdwn`This meeting is not in the record any more. Please ask the clerk.`,
  clerksOnly: () => mrkdwn`Only a clerk of this committee can open this list.`,

  pack: {
    notification: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`The papers are published: ${meetingWords.meeting(meeting)}`,
    agendaTitle: 'Agenda',
    meeting: (meeting: MeetingInWords): Mrkdwn => mrkdwn`*${meetingWords.meeting(meeting)}*`,
    when: (meeting: MeetingInWords, venue: string): Mrkdwn =>
      venue === ''
        ? mrkdwn`*${meetingWords.when(meeting)}*`
        : mrkdwn`*${meetingWords.when(meeting)}* · ${venue}`,
    published: (at: Temporal.Instant, timeZone: string) =>
      mrkdwn`Papers published at ${stampInFull(at, timeZone)}`,
    agenda: () => mrkdwn`*Agenda*`,
    item: (number: string, title: string, pages: string): Mrkdwn => {
      const numbered = number === '' ? mrkdwn`${title}` : mrkdwn`${number}. ${title}`
      return pages === '' ? mrkdwn`${numbered}` : mrkdwn`${numbered} _(${pages})_`
    },
    /** LGA 1972 Sch 12A: all that the public is told of an item that is closed to it. */
    closedItem: (number: string, closed: ClosedAs | undefined): Mrkdwn =>
      mrkdwn`${exclusionWords.closedItem(number, closed)}`,
    pages: (from: number, to: number) => (from === to ? `page ${from}` : `pages ${from}–${to}`),
    /** "pages 7–28 without page 23; supplement 1, page 23" */
    papers: (papers: readonly CardPaper[]) => papers.map(paperWords).join('; '),
    toFollow: (): Mrkdwn => mrkdwn`_report to follow_`,
    supplement: (supplement: CardSupplement, timeZone: string): Mrkdwn => {
      const name = supplementWords.name(supplement)
      const named = supplement.address === '' ? mrkdwn`${name}` : link(supplement.address, name)
      return mrkdwn`${named} published at ${stampInFull(supplement.publishedAt, timeZone)}`
    },
    earlierSupplements: (earlier: readonly CardSupplement[]): Mrkdwn =>
      mrkdwn`Before: ${earlier.map((one) => supplementWords.nameIn(one)).join(', ')}`,
    moreItems: (more: number): Mrkdwn =>
      mrkdwn`… and ${more} more ${more === 1 ? 'item' : 'items'}: press *Whole agenda*.`,
    moreInPapers: (more: number): Mrkdwn =>
      mrkdwn`… and ${more} more ${more === 1 ? 'item' : 'items'}, in the papers.`,
    /** With the PDF itself, under the card. */
    file: (): Mrkdwn => mrkdwn`The papers as a file.`,
    wholeAgenda: 'Whole agenda',
    open: 'Open the papers',
    calendar: 'Add to calendar',
    /** The report of an item by itself. */
    report: (address: string): Mrkdwn => link(address, 'report'),
    /** "Changed 14:05 on Tue 12 Sep: time, room" */
    changed: (kinds: readonly ChangeKind[], at: Temporal.Instant, timeZone: string): Mrkdwn =>
      mrkdwn`Changed ${stamp(at, timeZone)}: ${kinds.map((kind) => changed[kind]).join(', ')}`,
    earlierChanges: (earlier: number): Mrkdwn =>
      mrkdwn`… and ${earlier} earlier ${earlier === 1 ? 'change' : 'changes'}: press *All changes*.`,
    allChanges: 'All changes',
    sooner: 'Earlier changes',
    later: 'Later changes',
    corrected: correctionWords.onCard,
    contact: (clerks: readonly string[]): Mrkdwn => mrkdwn`Questions about the meeting: ${clerks.join(', ')}`,
    apologies: 'Send apologies',
    cancelled: (): Mrkdwn => mrkdwn`:no_entry_sign: *This meeting is cancelled.*`,
    postponed: (): Mrkdwn => mrkdwn`:hourglass: *This meeting is postponed.* A new date will be sent.`,
  },

  member: {
    notification: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`Will you be there? ${meetingWords.meeting(meeting)}`,
    papers: (items: number, address: string): Mrkdwn => {
      const said = items === 1 ? 'The papers are out: 1 item.' : `The papers are out: ${items} items.`
      return address === ''
        ? mrkdwn`${said} They are not online yet: ask the clerk for them.`
        : mrkdwn`${said} ${link(address, 'Open the papers')}`
    },
    supplements: (names: readonly string[]): Mrkdwn =>
      mrkdwn`With ${names.join(', ')}: see my messages about ${names.length === 1 ? 'it' : 'them'}.`,
    ask: () => mrkdwn`*Will you be there?*`,
    coming: (at: Temporal.Instant, timeZone: string) =>
      mrkdwn`:white_check_mark: *You will be there.* You said so at ${stamp(at, timeZone)}.`,
    absent: (at: Temporal.Instant, timeZone: string) =>
      mrkdwn`:envelope: *You have sent your apologies.* Recorded at ${stamp(at, timeZone)}.`,
    late: (at: Temporal.Instant, timeZone: string) =>
      mrkdwn`:clock3: *You will come late.* Recorded at ${stamp(at, timeZone)}.`,
    leavingEarly: (at: Temporal.Instant, timeZone: string) =>
      mrkdwn`:clock3: *You will leave early.* Recorded at ${stamp(at, timeZone)}.`,
    /** Law 7: where the holidays before it are not all known, the deadline says so. */
    until: (
      apologies: Temporal.Instant,
      substitute: { readonly at: Temporal.Instant; readonly covered: boolean } | undefined,
      timeZone: string,
    ): Mrkdwn => {
      const said = mrkdwn`Apologies are taken until the planned end of the meeting: ${stampInFull(apologies, timeZone)}.`
      if (!substitute) return said
      const perhaps = substitute.covered
        ? ''
        : ' It may be earlier, since not every bank holiday until then is known.'
      return mrkdwn`${said} A substitute can be named until ${stampInFull(substitute.at, timeZone)}.${perhaps}`
    },
    declineInMessage: (): Mrkdwn =>
      mrkdwn`If you cannot come after all, say so in my message about the meeting.`,
    relayed: (by: string): Mrkdwn => mrkdwn`${by} recorded this for you.`,
    over: () => mrkdwn`This meeting is over. To correct the record, ask the clerk.`,
    cancelled: () => mrkdwn`:no_entry_sign: *This meeting is cancelled.* You are not expected.`,
    postponed: () =>
      mrkdwn`:hourglass: *This meeting is postponed.* A new date will be sent, and you will be asked again.`,
    iWillBeThere: 'I’ll be there',
    sendApologies: 'Send apologies',
    change: 'Change',
    withdraw: 'Withdraw my apologies',
  },

  change: {
    ask: () => mrkdwn`*Will you be there on the new day?* What you answered before no longer counts.`,
  },

  clerks: {
    notification: (meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`Who is coming: ${meetingWords.meeting(meeting)}`,
    heading: () => 'Who is coming',
    meeting: (meeting: MeetingInWords, channel: Mrkdwn | undefined): Mrkdwn =>
      channel
        ? mrkdwn`*${meetingWords.meeting(meeting)}* · card in ${channel}`
        : mrkdwn`*${meetingWords.meeting(meeting)}*`,
    counts: (facts: { coming: number; apologies: number; unanswered: number; members: number }): Mrkdwn =>
      mrkdwn`Coming: *${facts.coming}* · Apologies: *${facts.apologies}* · No answer yet: *${facts.unanswered}* · Members: *${facts.members}*`,
    apologies: () => mrkdwn`*Apologies*`,
    late: () => mrkdwn`*Coming late or leaving early*`,
    coming: () => mrkdwn`*Coming*`,
    unanswered: () => mrkdwn`*No answer yet*`,
    nobody: () => mrkdwn`nobody`,
    answered: (facts: {
      person: string
      note: string
      at: string
      way: 'command' | 'button' | 'relayed'
      relayedBy: string | undefined
      relayedNote: string
      hasReason: boolean
      substitute?: string | undefined
    }): Mrkdwn => {
      const how =
        facts.relayedBy === undefined
          ? mrkdwn`${ways[facts.way]}`
          : facts.relayedNote === ''
            ? mrkdwn`relayed by ${facts.relayedBy}`
            : mrkdwn`relayed by ${facts.relayedBy}, ${facts.relayedNote}`
      const note = facts.note === '' ? mrkdwn`` : mrkdwn` – ${facts.note}`
      const reason = facts.hasReason ? mrkdwn` :lock: reason given` : mrkdwn``
      return mrkdwn`• ${facts.person}${note}, ${facts.at}, ${how}${reason}${facts.substitute === undefined ? mrkdwn`` : mrkdwn`; ${facts.substitute}`}`
    },
    opened: (opened: number, members: number): Mrkdwn =>
      mrkdwn`:eyes: Opened by *${opened}* of ${members}, as far as can be told. Only the number is kept.`,
    withoutSlack: () => mrkdwn`:envelope: *Not on Slack, so please tell them by e-mail*`,
    emailText: 'Text for an e-mail',
    answerFor: 'Answer for a member',
    correct: 'Correct an answer',
    substitutes: 'Substitutes',
    changeMeeting: 'Change the meeting',
    reports: 'Reports for this meeting',
    changeEmail: 'E-mail about the change',
    reasons: 'Private reasons',
    supplements: (count: number) => supplementWords.list.button(count),
    closedItems: restrictedWords.list.button,
    correctPapers: correctionWords.button,
    wholeList: 'Whole list',
    continued: () => mrkdwn`The list goes on: press *Whole list*.`,
    moreLines: (more: number): Mrkdwn => mrkdwn`… and ${more} more.`,
  },

  hello: {
    notification: () => 'What I can do for you',
    member: () =>
      mrkdwn`Hello! I am a notice board and a form, not a person, so I cannot answer questions. What I can do:\n• */agenda* – the next meeting: its papers, your answer and what is due\n• */apologies* – send or withdraw your apologies for a meeting\n• */declare* – give notice of an interest, or that you have none\n• The buttons in my message about each meeting do the same.`,
    clerk: () =>
      mrkdwn`Hello! I am a notice board and a form, not a person. What I can do for a clerk:\n• */pack* – publish an agenda pack or a supplement; or drop its PDF here\n• */meeting* – schedule a meeting, move it, postpone or cancel it\n• */agenda* – the next meeting, as members see it\n• The list of each meeting in your clerks’ channel shows who is coming, and lets you *Answer for a member*.`,
    notAClerk: () =>
      mrkdwn`Thank you, but only clerks publish papers, so I have not read the file. Please send it to your clerk.`,
  },
}
export type CardWords = typeof words

const changed: Readonly<Record<ChangeKind, string>> = {
  cancelled: 'cancelled',
  postponed: 'postponed',
  moved: 'date',
  time: 'time',
  room: 'room',
  restored: 'takes place after all',
}

const ways = { command: 'by /apologies', button: 'by button', relayed: 'relayed' } as const

function paperWords({ supplement, pages, replaced }: CardPaper): string {
  const said = [
    ...(supplement ? [supplementWords.nameIn(supplement)] : []),
    ...(pages ? [supplementWords.pages(pages)] : []),
  ].join(', ')
  const gone = replaced.map((range) => supplementWords.pages(range)).join(', ')
  return gone === '' ? said : `${said} without ${gone}`
}
