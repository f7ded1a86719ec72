import type { KnownBlock } from '@slack/types'
import type { SupplementNews } from '../publications/supplement-news.ts'
import type { SupplementWords } from '../publications/supplement-words.en.ts'
import { actions, button, context, contexts, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { fitsMessage, whatFits } from './whole.ts'

export interface SupplementModel {
  readonly news: SupplementNews
  readonly clerks: readonly string[]
  readonly timeZone: string
}

/** Somebody to turn to; a committee with dozens of clerks need not name them all. */
const CLERKS_NAMED = 3

/** Under the card: what the supplement changed, or that it is withdrawn. */
export function supplementReply(model: SupplementModel, say: SupplementWords) {
  return told(model, say.news.reply(say.name(model.news)), say)
}

/** A member's one new line: the same, with the meeting, since it stands alone. */
export function supplementLine(model: SupplementModel, say: SupplementWords) {
  return told(model, say.news.line(say.name(model.news), model.news.meeting), say)
}

/** That a supplement was withdrawn, as one line. */
export function withdrawnLine(said: Mrkdwn): { text: string; blocks: KnownBlock[] } {
  return { text: said.text, blocks: sections(said) }
}

function told(
  model: SupplementModel,
  first: Mrkdwn,
  say: SupplementWords,
): { text: string; blocks: KnownBlock[] } {
  const { news, timeZone } = model
  const text = say.news.notification(say.name(news), news.meeting).text
  if (news.withdrawn)
    return { text, blocks: sections(say.news.wasWithdrawn(say.name(news), news.withdrawn.at, timeZone)) }
  const lines = news.changes.map((change) => say.news.change(change))
  return {
    text,
    blocks: whatFits([{ heading: say.news.changed(), lines }], fitsMessage, (changes, left) => [
      ...sections(first),
      ...changes,
      ...(left > 0 ? [context(say.news.more(left))] : []),
      ...lateBlocks(news, say),
      context(say.news.opened(news.openedAt, timeZone)),
      ...(news.onlineAt && !news.onlineAt.equals(news.openedAt)
        ? [context(say.news.online(news.onlineAt, timeZone))]
        : []),
      ...whereToRead(model, left > 0, say),
    ]),
  }
}

/** What follows from the lateness of each; the card marks which they are (LGA 1972 s100B(3), (4)). */
function lateBlocks({ changes }: SupplementNews, say: SupplementWords): KnownBlock[] {
  const late = (which: 'item-late' | 'report-late') =>
    changes.filter(({ lateness }) => lateness === which).length
  return [
    ...(late('item-late') === 0 ? [] : [section(say.news.lateItems(late('item-late')))]),
    ...(late('report-late') === 0 ? [] : [section(say.news.lateReports(late('report-late')))]),
  ]
}

function whereToRead({ news, clerks }: SupplementModel, goesOn: boolean, say: SupplementWords): KnownBlock[] {
  const buttons = [
    ...(news.publicAddress === ''
      ? []
      : [button({ id: ids.link, text: say.news.open, url: news.publicAddress, style: 'primary' })]),
    ...(goesOn ? [button({ id: ids.whole.agenda, text: say.news.wholeAgenda, value: news.meeting.id })] : []),
  ]
  return [
    ...(news.publicAddress === '' ? contexts(say.news.askClerk(clerks.slice(0, CLERKS_NAMED))) : []),
    ...(buttons.length === 0 ? [] : [actions(...buttons)]),
  ]
}
