import type { Button, KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import {
  actions,
  button,
  context,
  contexts,
  divider,
  modal,
  section,
  sections,
  textField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { mostThatFit } from '../slack/most-that-fit.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { pageOf, pagesOf } from '../slack/pages.ts'
import { turnButtons } from '../slack/turn-pages.ts'
import type { TrackerListWords } from './list-words.en.ts'
import { COUNTED, MOST_WORDS } from './read-search.ts'
import type { RowPage } from './row-page.ts'
import { standingOf } from './rules.ts'
import type { TrackedRow } from './types.ts'

const { field } = ids.trackerList

/** More is a text, and not what somebody looks for by a few words. */
export const SEARCH_LIMIT = 200

/** What a list shows, so that it can be shown again: after a row was looked at, or when it is turned. */
export const listShown = z.object({
  text: z.string(),
  /** Only the committees that the person sits on or clerks. */
  own: z.boolean(),
  after: z.string().optional(),
})
export type ListShown = z.infer<typeof listShown>

/** The list that a view shows, or came from; none where it is another room's view. */
export function listShownIn(metadata: string): ListShown | undefined {
  return inMetadata.safeParse(metadata).data?.list
}

const listItself = listShown.transform((list) => ({ list }))
const rowOfList = z.object({ rowId: z.string(), list: listShown.optional() })
const inMetadata = z
  .string()
  .transform((text, context) => {
    try {
      const parsed: unknown = JSON.parse(text)
      return parsed
    } catch {
      context.addIssue('no list')
      return z.NEVER
    }
  })
  .pipe(z.union([rowOfList, listItself]))

/** A part of what concerns somebody: some rows below a heading. */
export interface ListPart {
  readonly heading: string
  /** In words, such as how many wait. */
  readonly lines: readonly Mrkdwn[]
  readonly rows: readonly TrackedRow[]
  readonly more: number
}

export interface TrackerList {
  readonly shown: ListShown
  readonly today: string
  /** What concerns the person, while nothing is looked for. */
  readonly concerns: readonly ListPart[] | undefined
  readonly found: {
    readonly rows: readonly TrackedRow[]
    readonly count: number
    readonly next: string | undefined
  }
  /** Words that were not looked for. */
  readonly leftOut?: readonly string[]
  /** What could have been a state or a reference was looked for as words. */
  readonly asWords?: boolean
}

/** The tracker's list: what concerns somebody, or what they looked for, with the field to look for more. */
export function trackerListView(model: TrackerList, say: TrackerListWords): ModalView {
  const { shown, concerns, found, leftOut = [] } = model
  // Texts of resolutions can be long: as many whole rows as a view takes, the others on the next page (law 8).
  const listed = found.rows.slice(0, rowsThatFit(found.rows, model.today, say))
  return modal({
    id: ids.trackerList.form,
    title: say.title,
    submit: say.search,
    close: say.close,
    metadata: JSON.stringify(shown),
    blocks: [
      textField({
        id: field.search,
        label: say.searchLabel,
        hint: say.searchHint,
        value: shown.text,
        optional: true,
        maxLength: SEARCH_LIMIT,
      }),
      ...(shown.own && !concerns ? [context(say.ownOnly)] : []),
      ...(concerns
        ? concernsBlocks(concerns, model, say)
        : [
            ...(leftOut.length === 0 ? [] : contexts(say.leftOut(leftOut, MOST_WORDS))),
            ...(model.asWords ? contexts(say.asWords()) : []),
            section(found.count === 0 ? say.none(shown.text) : say.found(found.count, COUNTED)),
            ...listed.flatMap((row) => rowBlocks(row, model.today, say)),
            ...turning(shown, listed.length < found.rows.length ? listed.at(-1)?.id : found.next, say),
          ]),
    ],
  })
}

function concernsBlocks(
  parts: readonly ListPart[],
  { today }: TrackerList,
  say: TrackerListWords,
): KnownBlock[] {
  if (parts.length === 0) return [section(say.nothingToDo())]
  return parts.flatMap(({ heading, lines, rows, more }) => [
    divider,
    section(say.part(heading)),
    ...lines.map((line) => section(line)),
    ...rows.flatMap((row) => rowBlocks(row, today, say)),
    ...(more > 0 ? [context(say.moreOwed(more))] : []),
  ])
}

/** A row in a list: two blocks, or more where its text is long. */
export function rowBlocks(row: TrackedRow, today: string, say: TrackerListWords): KnownBlock[] {
  const [first, ...rest] = sections(say.line(row))
  const open = button({
    id: ids.trackerList.row,
    text: say.open,
    value: row.id,
    label: say.openLabel(row.reference),
  })
  return [
    ...(first ? [{ ...first, accessory: open }] : []),
    ...rest,
    ...contexts(say.below(row, standingOf(row, today))),
  ]
}

function rowsThatFit(rows: readonly TrackedRow[], today: string, say: TrackerListWords): number {
  const [first] = pagesOf([rows.flatMap((row) => rowBlocks(row, today, say))])
  const fits = mostThatFit(
    rows.length,
    (count) =>
      rows.slice(0, count).flatMap((row) => rowBlocks(row, today, say)).length <= (first?.length ?? 0),
  )
  return Math.max(1, fits)
}

function turning(shown: ListShown, next: string | undefined, say: TrackerListWords): KnownBlock[] {
  const turns: Button[] = []
  if (shown.after !== undefined)
    turns.push(button({ id: ids.trackerList.fromStart, text: say.fromStart, value: '' }))
  if (next !== undefined) turns.push(button({ id: ids.trackerList.more, text: say.more, value: next }))
  return turns.length === 0 ? [] : [actions(...turns)]
}

/** Everything about a row. `list`: where the person came from. */
export function rowView(
  page: RowPage,
  shown: { readonly list: ListShown | undefined; readonly page: number; readonly acts: readonly Button[] },
  say: TrackerListWords,
): ModalView {
  const { row, standing } = page
  const { page: words } = say
  const entries: KnownBlock[][] = [
    sections(words.what(row, page.committeeName)),
    sections(words.standing(row, standing)),
    ...words.facts(row).map((fact) => sections(fact)),
    ...(page.supersededBy === undefined ? [] : [[section(words.supersededBy(page.supersededBy))]]),
    ...(page.transferredTo === undefined ? [] : [[section(words.transferredTo(page.transferredTo))]]),
    ...actRows(shown.acts),
    ...(page.clocks.length === 0 ? [] : [[divider, section(say.part(words.clocks))]]),
    ...page.clocks.map((clock) => sections(words.clock(clock))),
    [divider, section(say.part(words.history))],
    ...(page.history.length === 0 ? [[section(words.noHistory())]] : []),
    ...page.history.map((entry) => sections(words.entry(entry, page.timeZone))),
  ]
  const pages = pagesOf(entries)
  const { page: blocks, at } = pageOf(pages, shown.page)
  return modal({
    title: say.rowTitle,
    close: say.close,
    metadata: JSON.stringify({ rowId: row.id, ...(shown.list ? { list: shown.list } : {}) }),
    blocks: [
      ...(shown.list
        ? [actions(button({ id: ids.trackerList.back, text: say.backToList, value: row.id }))]
        : []),
      ...(blocks ?? []),
      ...turnButtons(
        ids.trackerList.turn,
        rowAndList(row.id, shown.list),
        { at, pages: pages.length },
        { back: say.earlier, on: say.later },
      ),
    ],
  })
}

/** A row of buttons takes 25 at most; five is what a telephone shows well. */
const ACTS_IN_A_ROW = 5

function actRows(acts: readonly Button[]): KnownBlock[][] {
  const rows: KnownBlock[][] = []
  for (let at = 0; at < acts.length; at += ACTS_IN_A_ROW)
    rows.push([actions(...acts.slice(at, at + ACTS_IN_A_ROW))])
  return rows
}

/** A button that turns the page carries the list along, so that the way back stays. */
function rowAndList(rowId: string, list: ListShown | undefined): string {
  return list ? `${rowId} ${JSON.stringify(list)}` : rowId
}

export function turnedTo(value: string): { rowId: string; list: ListShown | undefined; page: number } {
  const at = value.lastIndexOf('/')
  const [rowId = '', ...list] = value.slice(0, at).split(' ')
  return {
    rowId,
    list: list.length === 0 ? undefined : listShownIn(list.join(' ')),
    page: Number(value.slice(at + 1)),
  }
}
