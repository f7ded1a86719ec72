import type { KnownBlock, ModalView } from '@slack/types'
import type { ClearDaysRule, LatestDay } from '../calendar/clear-days.ts'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import { changeWords, type ToldChange } from '../meetings/change-words.en.ts'
import { noticeWords } from '../publications/notice-words.en.ts'
import { actions, button, context, contexts, divider, modal, section, sections } from '../slack/blocks.ts'
import { type Choice, offered, option, plain } from '../slack/choices.ts'
import { ids } from '../slack/ids.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { AgendaWords } from './agenda-words.en.ts'
import { heading } from './heading.ts'
import { type MemberControls, type MemberModel, ownBlocks } from './member-view.ts'
import { agendaLines, type CardItem, type PackCardModel, stateBlocks } from './pack-card-view.ts'
import { fitsView, type Lines, whatFits } from './whole.ts'
import type { CardWords } from './words.en.ts'

export interface AgendaModel {
  readonly metadata: string
  /** The meetings to choose from. */
  readonly choices: readonly Choice[]
  readonly card: PackCardModel
  /** One of this committee's clerks is told what to do, not whom to ask. */
  readonly forClerk: boolean
  readonly lastChange: ToldChange | undefined
  /** How it concerns this person, as their own message shows it; absent for somebody without a seat. */
  readonly own: MemberModel | undefined
  /** While the papers of a meeting that takes place are not out. */
  readonly due:
    | { readonly latest: LatestDay; readonly isPast: boolean; readonly working: DueWorking | undefined }
    | undefined
  /** Items that are late, and those whose report is to follow. */
  readonly late: readonly LateItem[]
}

/** How the latest lawful day was found: for clerks. */
export interface DueWorking {
  readonly rule: ClearDaysRule
  readonly holidays: HolidayCalendar
}

export interface LateItem extends Pick<CardItem, 'number' | 'title' | 'open' | 'closed' | 'lateness'> {
  readonly toFollow: boolean
}

/** `/agenda`: the next meeting as it concerns this person. */
export function agendaView(model: AgendaModel, say: AgendaWords, cards: CardWords): ModalView {
  const { card } = model
  const groups = [
    ...lateLines(model, say, cards),
    ...(card.items.length > 0 ? [agendaLines(card, cards)] : []),
  ]
  return modal({
    title: say.title,
    close: say.close,
    metadata: model.metadata,
    blocks: whatFits(groups, fitsView, (lines, left) => [
      ...(model.choices.length > 1 ? [meetingMenu(model, say)] : []),
      heading(card.meeting.committeeName),
      ...sections(cards.pack.when(card.meeting, card.venue)),
      ...stateBlocks(card.state, cards),
      ...(model.lastChange ? contexts(changeWords.line(card.meeting.committeeName, model.lastChange)) : []),
      ...own(model, cards),
      ...papersBlocks(model, say, cards),
      ...(lines.length > 0 ? [divider, ...lines] : []),
      ...(left > 0 ? [context(cards.pack.moreInPapers(left))] : []),
      ...(card.clerks.length === 0 ? [] : contexts(cards.pack.contact(card.clerks))),
    ]),
  })
}

/** A menu beside words: a field would need a button to submit the view, and there is nothing to submit. */
function meetingMenu({ choices, card }: AgendaModel, say: AgendaWords): KnownBlock {
  const chosen = choices.find((choice) => choice.value === card.meetingId)
  return {
    ...section(say.which(choices.length)),
    accessory: {
      type: 'static_select',
      action_id: ids.agenda.meeting,
      placeholder: plain(say.meeting),
      ...offered(choices),
      ...(chosen ? { initial_option: option(chosen) } : {}),
    },
  }
}

/** In the view the form takes its place; apologies are withdrawn there, too. */
const inAgenda: MemberControls = { coming: ids.agenda.coming, apologies: ids.agenda.apologies }

/** Cancelled or postponed, the state above says so already; over and never answered, there is nothing to say. */
function own({ own: model, card }: AgendaModel, cards: CardWords): KnownBlock[] {
  if (!model || card.state !== 'scheduled') return []
  if (model.phase === 'over' && model.state === 'unanswered' && !model.sitsFor) return []
  return ownBlocks(model, cards, inAgenda)
}

function papersBlocks(
  { card, due, forClerk }: AgendaModel,
  say: AgendaWords,
  cards: CardWords,
): KnownBlock[] {
  if (card.publishedAt === undefined) {
    if (!due) return []
    return [
      section(due.isPast ? say.papersLate(due.latest) : say.papersDue(due.latest)),
      ...(due.working ? contexts(say.papersWorking(due.latest, due.working.rule, due.working.holidays)) : []),
    ]
  }
  return [
    card.publicAddress === ''
      ? section(forClerk ? say.notOnlineForClerk() : say.notOnline())
      : actions(button({ id: ids.link, text: cards.pack.open, url: card.publicAddress, style: 'primary' })),
    ...(card.agendaLate ? contexts(noticeWords.agendaLate()) : []),
    context(cards.pack.published(card.publishedAt, card.timeZone)),
  ]
}

/** Where the whole agenda is late, that is said once, and only what is to follow is listed. */
function lateLines({ late, card }: AgendaModel, say: AgendaWords, cards: CardWords): Lines[] {
  const lines = late.flatMap((item): Mrkdwn[] => {
    const isListed = item.lateness === 'report-late' || (item.lateness === 'item-late' && !card.agendaLate)
    const marks = [
      ...(item.toFollow ? [say.toFollow()] : []),
      ...(isListed
        ? [item.lateness === 'item-late' ? noticeWords.itemLate() : noticeWords.reportLate()]
        : []),
    ]
    const named = item.open
      ? cards.pack.item(item.number, item.title, '')
      : cards.pack.closedItem(item.number, item.closed)
    return marks.length === 0 ? [] : [marks.reduce((line, mark) => mrkdwn`${line} · ${mark}`, named)]
  })
  return lines.length === 0 ? [] : [{ heading: say.late(), lines }]
}
