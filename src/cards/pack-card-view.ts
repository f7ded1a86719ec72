import type { KnownBlock, ModalView } from '@slack/types'
import type { Temporal } from 'temporal-polyfill'
import type { ChangeKind } from '../meetings/change-rules.ts'
import type { MeetingState } from '../meetings/meeting.ts'
import type { MeetingInWords } from '../meetings/words.en.ts'
import type { ClosedAs } from '../publications/exclusion-rules.ts'
import type { Lateness } from '../publications/notice-rules.ts'
import { noticeWords } from '../publications/notice-words.en.ts'
import type { PageRange } from '../publications/paper-rules.ts'
import { actions, button, context, contexts, divider, modal, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { lengthOf } from '../slack/limits.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { heading } from './heading.ts'
import { fitsMessage, fitsView, type Lines, whatFits } from './whole.ts'
import type { CardWords } from './words.en.ts'

export interface CardItem {
  readonly number: string
  readonly title: string
  readonly pageFrom: number | undefined
  readonly pageTo: number | undefined
  readonly open: boolean
  /** As what it is closed. */
  readonly closed?: ClosedAs | undefined
  readonly lateness: Lateness
  /** Its report was not ready when the agenda was opened, and is not there yet. */
  readonly toFollow: boolean
  /** What supplements did to its papers; none while only the agenda pack has any. */
  readonly papers: readonly CardPaper[]
  /** Who leads it. */
  readonly lead?: string
  /** The public address of its report alone, as the agenda pack brought it. */
  readonly address?: string
}

/** A paper of an item that counts now. */
export interface CardPaper {
  /** Absent for the agenda pack. */
  readonly supplement: SupplementNumbers | undefined
  readonly pages: PageRange | undefined
  /** Pages of it that a later paper replaces. */
  readonly replaced: readonly PageRange[]
  /** Its own public address. */
  readonly address?: string
}

/** What was changed about the meeting since its papers are out. */
export interface CardChange {
  readonly kinds: readonly ChangeKind[]
  readonly at: Temporal.Instant
}

/** What was corrected last in papers that are out. */
export interface CardCorrection {
  /** By number. */
  readonly items: readonly string[]
  readonly address: boolean
  readonly at: Temporal.Instant
}

interface SupplementNumbers {
  readonly number: number
  readonly printedNo: number | undefined
}

export interface CardSupplement extends SupplementNumbers {
  readonly publishedAt: Temporal.Instant
  /** Empty when it is not online. */
  readonly address: string
}

export interface PackCardModel {
  readonly meetingId: string
  readonly meeting: MeetingInWords
  readonly venue: string
  readonly state: MeetingState
  readonly items: readonly CardItem[]
  readonly publicAddress: string
  readonly publishedAt: Temporal.Instant | undefined
  readonly supplements: readonly CardSupplement[]
  /** The whole agenda was opened later than the law asks. */
  readonly agendaLate: boolean
  readonly openedOn: string | undefined
  readonly timeZone: string
  readonly clerks: readonly string[]
  /** The agenda pack, where its openings are counted. */
  readonly countedAs?: string | undefined
  /** The calendar file; absent while browsers cannot reach the bot. */
  readonly calendar?: string | undefined
  readonly changes?: readonly CardChange[]
  readonly corrected?: CardCorrection | undefined
}

/** The card; an agenda that is too long for a message goes on in a view of its own. */
export function packCard(model: PackCardModel, say: CardWords): { text: string; blocks: KnownBlock[] } {
  return {
    text: say.pack.notification(model.meeting).text,
    blocks: whatFits([agendaLines(model, say)], fitsMessage, (items, left) => [
      heading(model.meeting.committeeName),
      ...sections(say.pack.when(model.meeting, model.venue)),
      ...stateBlocks(model.state, say),
      divider,
      ...items,
      ...(left > 0 ? [context(say.pack.moreItems(left))] : []),
      ...(model.agendaLate ? contexts(noticeWords.agendaLate()) : []),
      ...(model.openedOn === undefined ? [] : [context(noticeWords.openedOn(model.openedOn))]),
      ...(model.publishedAt ? [context(say.pack.published(model.publishedAt, model.timeZone))] : []),
      ...supplementBlocks(model, say),
      ...changeBlocks(model, say),
      ...(model.corrected ? contexts(say.pack.corrected(model.corrected, model.timeZone)) : []),
      ...(model.clerks.length === 0 ? [] : contexts(say.pack.contact(model.clerks))),
      ...buttons(model, left > 0, say),
    ]),
  }
}

/** The whole agenda, for anybody who may see the card. */
export function wholeAgenda(model: PackCardModel, say: CardWords): ModalView {
  return modal({
    title: say.pack.agendaTitle,
    close: say.close,
    blocks: whatFits([agendaLines(model, say)], fitsView, (items, left) => [
      ...sections(say.pack.meeting(model.meeting)),
      divider,
      ...items,
      ...(left > 0 ? [context(say.pack.moreInPapers(left))] : []),
      ...supplementBlocks(model, say),
    ]),
  })
}

/** On a card the last so many supplements stand with their links; those before are named. */
const SUPPLEMENTS_SHOWN = 4
/** A longer address would crowd out what else a message says; the line about the supplement has a button. */
const ADDRESS_SHOWN = 400

function supplementBlocks({ supplements, timeZone }: PackCardModel, say: CardWords): KnownBlock[] {
  const earlier = supplements.slice(0, -SUPPLEMENTS_SHOWN)
  return [
    ...(earlier.length === 0 ? [] : contexts(say.pack.earlierSupplements(earlier))),
    ...supplements.slice(-SUPPLEMENTS_SHOWN).flatMap((one) => {
      const address = lengthOf(one.address) > ADDRESS_SHOWN ? '' : one.address
      return contexts(say.pack.supplement({ ...one, address }, timeZone))
    }),
  ]
}

/** On a card the last so many changes stand; those before are counted, and all stand in a view. */
const CHANGES_SHOWN = 3

function changeBlocks({ changes = [], timeZone }: PackCardModel, say: CardWords): KnownBlock[] {
  const earlier = changes.length - CHANGES_SHOWN
  return [
    ...(earlier > 0 ? [context(say.pack.earlierChanges(earlier))] : []),
    ...changes.slice(-CHANGES_SHOWN).map(({ kinds, at }) => context(say.pack.changed(kinds, at, timeZone))),
  ]
}

/** What everybody must know before anything else: it does not take place, or not on that day. */
export function stateBlocks(state: MeetingState, say: CardWords): KnownBlock[] {
  return state === 'scheduled' ? [] : sections(say.pack[state]())
}

/** The items as everybody may read them, with what is late about them. */
export function agendaLines(model: PackCardModel, say: CardWords): Lines {
  return {
    heading: say.pack.agenda(),
    lines: model.items.map((item) => itemLine(item, model.agendaLate, say)),
  }
}

function buttons(model: PackCardModel, goesOn: boolean, say: CardWords): KnownBlock[] {
  const { meetingId: value } = model
  const { changes = [] } = model
  const elements = [
    ...(model.publicAddress === '' ? [] : [openPapers(model, say)]),
    ...(goesOn ? [button({ id: ids.whole.agenda, text: say.pack.wholeAgenda, value })] : []),
    ...(changes.length > CHANGES_SHOWN
      ? [button({ id: ids.whole.changes, text: say.pack.allChanges, value })]
      : []),
    ...(model.state !== 'scheduled'
      ? []
      : [button({ id: ids.apologies.open, text: say.pack.apologies, value })]),
    ...(model.calendar === undefined
      ? []
      : [button({ id: ids.calendar, text: say.pack.calendar, url: model.calendar })]),
  ]
  return elements.length === 0 ? [] : [actions(...elements)]
}

/** Everybody sees the same card: who opened the papers is known by the press alone, where it is counted. */
function openPapers({ publicAddress: url, countedAs }: PackCardModel, say: CardWords) {
  const shape = { text: say.pack.open, url, style: 'primary' as const }
  return countedAs === undefined
    ? button({ id: ids.link, ...shape })
    : button({ id: ids.papers, value: countedAs, ...shape })
}

function itemLine(item: CardItem, agendaLate: boolean, say: CardWords): Mrkdwn {
  const named = item.open ? openItem(item, say) : say.pack.closedItem(item.number, item.closed)
  const line = item.toFollow ? mrkdwn`${named} · ${say.pack.toFollow()}` : named
  // Where the whole agenda is late, that is said once.
  if (item.lateness === 'none' || (item.lateness === 'item-late' && agendaLate)) return line
  const late = item.lateness === 'item-late' ? noticeWords.itemLate() : noticeWords.reportLate()
  return mrkdwn`${line} · ${late}`
}

function openItem(item: CardItem, say: CardWords): Mrkdwn {
  const { number, title, papers, lead = '' } = item
  const pages = item.pageFrom === undefined ? '' : say.pack.pages(item.pageFrom, item.pageTo ?? item.pageFrom)
  const own = papers.length > 0 ? papers.map(({ address }) => address) : [item.address]
  const named = say.pack.item(number, title, papers.length > 0 ? say.pack.papers(papers) : pages)
  const links = own.flatMap((address) =>
    address && lengthOf(address) <= ADDRESS_SHOWN ? [say.pack.report(address)] : [],
  )
  const led = lead === '' ? named : mrkdwn`${named} · ${lead}`
  return links.reduce((line, link) => mrkdwn`${line} · ${link}`, led)
}
