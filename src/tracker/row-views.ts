import type { Button, KnownBlock, ModalView } from '@slack/types'
import { actions, button, contexts, divider, modal, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { pageOf, pagesOf } from '../slack/pages.ts'
import { turnButtons } from '../slack/turn-pages.ts'
import { type TrackerListWords, trackerListWords } from './list-words.en.ts'
import type { RowWords } from './row-words.en.ts'
import { standingOf } from './rules.ts'
import { isLive } from './state-rules.ts'
import type { TrackedRow } from './types.ts'

/** What the lines of a list need. */
interface Standing {
  /** ISO civil date. */
  readonly today: string
}

export interface LookThrough extends Standing {
  readonly meetingId: string
  readonly committee: string
  /** ISO civil date of the meeting. */
  readonly date: string
  readonly rows: readonly TrackedRow[]
  readonly page: number
}

/** The rows of a meeting, page by page, each with what its clerk says of it. */
export function lookView(model: LookThrough, say: RowWords): ModalView {
  const { look: words } = say
  const pages = pagesOf(model.rows.map((row) => listed(row, model, say)))
  const { page, at } = pageOf(pages, model.page)
  return modal({
    title: words.title,
    close: say.close,
    metadata: `${model.meetingId}/${at}`,
    blocks: [
      ...sections(words.intro(model.committee, model.date)),
      ...(model.rows.length === 0 ? [section(words.none())] : []),
      ...(page ?? []),
      ...turnButtons(ids.row.turn, model.meetingId, { at, pages: pages.length }, say),
    ],
  })
}

function listed(row: TrackedRow, { today }: Standing, say: RowWords): KnownBlock[] {
  const { look: words, tracked } = say
  const of = (id: string, text: string) =>
    button({ id, text, value: row.id, label: `${text} ${row.reference}` })
  const missing = missingOf(row).map((what) => tracked[what]())
  return [
    divider,
    ...sections(trackerListWords.line(row)),
    ...contexts(trackerListWords.below(row, standingOf(row, today))),
    ...missing.flatMap((what) => contexts(what)),
    actions(
      ...(row.state === 'withdrawn'
        ? [of(ids.row.takeUp, words.takeUp)]
        : [
            ...(isLive(row) ? [of(ids.row.edit, words.edit)] : []),
            of(ids.row.open, words.more),
            ...(isLive(row) ? [of(ids.row.drop, words.drop)] : []),
          ]),
    ),
  ]
}

/** What a clerk has still to say of a row: nobody is asked for what nobody owes, and nothing falls due on no day. */
export function missingOf(row: TrackedRow): ('noOwner' | 'noTime')[] {
  if (!isLive(row)) return []
  return [
    ...(row.owners.some(({ role }) => role === 'owner') ? [] : ['noOwner' as const]),
    ...(row.due.kind === 'none' && row.clockDueOn === undefined ? ['noTime' as const] : []),
  ]
}

/** A time that runs for a row. */
export interface RunningClock {
  readonly id: string
  readonly said: Mrkdwn
}

export interface RowDesk extends Standing {
  readonly row: TrackedRow
  readonly committee: string
  readonly clocks: readonly RunningClock[]
  /** What was just done. */
  readonly first?: Mrkdwn | undefined
}

/** A row, and everything that a clerk of its committee does about it. */
export function rowDeskView(
  model: RowDesk,
  say: RowWords,
  list: TrackerListWords = trackerListWords,
): ModalView {
  const { row } = model
  const { desk: words } = say
  const standing = standingOf(row, model.today)
  const back = row.meetingId
    ? [button({ id: ids.row.look, text: words.all, value: `${row.meetingId}/0` })]
    : []
  const acts = clerksButtons(row, say)
  const pages = pagesOf([
    sections(list.page.what(row, model.committee)),
    sections(list.page.standing(row, standing)),
    ...list.page.facts(row).map((fact) => sections(fact)),
    ...(row.due.kind === 'standing' && !row.isClosed ? [sections(words.conditions(row.topicWords))] : []),
  ])
  return modal({
    title: words.title,
    close: say.close,
    metadata: row.id,
    blocks: [
      ...(model.first ? sections(model.first) : []),
      ...(pages[0] ?? []),
      ...(pages.length > 1 ? contexts(words.goesOn()) : []),
      ...model.clocks.map(
        ({ id, said }): KnownBlock => ({
          ...section(said),
          accessory: button({ id: ids.row.strike, text: words.strike, value: `${row.id}/${id}` }),
        }),
      ),
      ...(acts.length === 0 ? [] : [actions(...acts)]),
      actions(button({ id: ids.trackerList.row, text: words.history, value: row.id }), ...back),
    ],
  })
}

/** What a clerk of its committee can do about a row in the state that it has. */
export function clerksButtons(row: TrackedRow, say: RowWords): Button[] {
  const { desk: words, look } = say
  const of = (id: string, text: string) => button({ id, text, value: row.id })
  const live = isLive(row)
  const isAnswerable = row.kind === 'recommendation' && (live || row.state === 'closed')
  return [
    ...(live ? [of(ids.row.edit, words.edit)] : []),
    ...(isAnswerable ? [of(ids.row.response, words.response)] : []),
    ...(live ? [of(ids.row.clock, words.clock)] : []),
    ...(live && row.due.kind === 'event' && row.due.happenedOn === undefined
      ? [of(ids.row.event, words.event)]
      : []),
    ...(row.state === 'open' || row.state === 'proposed' ? [of(ids.row.pause, words.pause)] : []),
    ...(row.state === 'paused' ? [of(ids.row.resume, words.resume)] : []),
    ...(live ? [of(ids.row.supersede, words.supersede), of(ids.row.drop, look.drop)] : []),
    ...(row.state === 'closed' ? [of(ids.row.reopen, words.reopen)] : []),
    ...(row.state === 'withdrawn' ? [of(ids.row.takeUp, look.takeUp)] : []),
  ]
}
