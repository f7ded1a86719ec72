import type { KnownBlock, ModalView } from '@slack/types'
import { displayName } from '../committees/people.ts'
import { actions, button, context, contexts, modal, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { noticeWords } from './notice-words.en.ts'
import type { SupplementPublished } from './publish-supplement.ts'
import type { SupplementNews } from './supplement-news.ts'
import type { SupplementWords } from './supplement-words.en.ts'

/** Lines that are shown on the receipt; the card and the message have them all. */
const CHANGES_SHOWN = 20
/** Of a meeting's supplements the last so many stand in the clerks' view. */
const LISTED = 12

/** What came of publishing: what changed, the notice with its working, the pages, and who is told. */
export function supplementReceipt(
  published: SupplementPublished,
  news: SupplementNews,
  say: SupplementWords,
): ModalView {
  const { meeting, withoutSlack, notice, missing } = published
  const more = news.changes.length - CHANGES_SHOWN
  const receipt = say.receipt
  return modal({
    title: receipt.title,
    close: say.close,
    blocks: [
      ...sections(receipt.done(say.name(news), meeting)),
      ...news.changes.slice(0, CHANGES_SHOWN).flatMap((change) => sections(say.news.change(change))),
      ...(more > 0 ? [context(say.list.more(more))] : []),
      section(meeting.channelId === undefined ? receipt.noChannel() : receipt.channel(meeting.channelId)),
      section(receipt.told(published.told)),
      ...(withoutSlack.length === 0 ? [] : sections(receipt.withoutSlack(withoutSlack.map(displayName)))),
      ...sections(receipt.notice(notice)),
      ...contexts(noticeWords.working(notice)),
      ...pagesBlocks(news, missing, say),
      ...(news.publicAddress === '' ? [section(receipt.noAddress())] : []),
      actions(...buttonsOf(news, withoutSlack.length > 0, say)),
    ],
  })
}

function pagesBlocks(
  news: SupplementNews,
  missing: SupplementPublished['missing'],
  { receipt }: SupplementWords,
): KnownBlock[] {
  if (news.ownPages) return [section(receipt.ownPages())]
  if (news.changes.every(({ pages }) => pages === undefined)) return []
  return missing.length === 0 ? [section(receipt.pagesAgree())] : sections(receipt.missing(missing))
}

/** The supplements of a meeting, for its clerks, newest first. */
export function supplementList(
  supplements: readonly SupplementNews[],
  of: { readonly timeZone: string; readonly someWithoutSlack: boolean },
  say: SupplementWords,
): ModalView {
  const newestFirst = [...supplements].reverse()
  const more = newestFirst.length - LISTED
  return modal({
    title: say.list.title,
    close: say.close,
    blocks: [
      ...(supplements.length === 0 ? [section(say.list.none())] : []),
      ...newestFirst.slice(0, LISTED).flatMap((news) => entry(news, of, say)),
      ...(more > 0 ? [context(say.list.more(more))] : []),
    ],
  })
}

function entry(
  news: SupplementNews,
  of: { readonly timeZone: string; readonly someWithoutSlack: boolean },
  say: SupplementWords,
): KnownBlock[] {
  const name = say.name(news)
  if (news.withdrawn)
    return sections(say.list.withdrawn(name, news.withdrawn.by, news.withdrawn.at, of.timeZone))
  return [
    ...sections(say.list.entry(name, news.publishedBy, news.publishedAt, of.timeZone)),
    ...news.changes.slice(0, 3).flatMap((change) => contexts(say.news.change(change))),
    ...(news.changes.length > 3 ? [context(say.list.more(news.changes.length - 3))] : []),
    actions(...buttonsOf(news, of.someWithoutSlack, say)),
  ]
}

function buttonsOf(news: SupplementNews, someWithoutSlack: boolean, say: SupplementWords) {
  const value = news.publicationId
  return [
    ...(someWithoutSlack ? [button({ id: ids.supplement.emailText, text: say.email.button, value })] : []),
    button({
      id: ids.supplement.withdraw,
      text: say.withdraw.button(say.nameIn(news)),
      value,
      style: 'danger',
      confirm: say.withdraw.confirm,
    }),
  ]
}
