import type { App } from '@slack/bolt'
import type { Button, ModalView } from '@slack/types'
import { civilDate } from '../calendar/civil.ts'
import { committeesWhereClerk } from '../committees/people.ts'
import type { MeetingWord } from '../meetings/listeners.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { lengthOf } from '../slack/limits.ts'
import { asCommand, asOpening, asSubmit, type CommandVisit, type Reception } from '../slack/listen.ts'
import { openings, type Shown, showInPlace } from '../slack/opening.ts'
import { turnsPages } from '../slack/turn-pages.ts'
import type { Visitor } from '../slack/visitor.ts'
import {
  type ListPart,
  type ListShown,
  listShownIn,
  rowView,
  SEARCH_LIMIT,
  trackerListView,
  turnedTo,
} from './list-views.ts'
import { trackerListWords as say, statesAsked } from './list-words.en.ts'
import { askedBy, owedBy, type SomeRows, trackerToDo } from './own-rows.ts'
import { isEmptySearch, searchForWords, searchOf, type TrackerSearch } from './read-search.ts'
import { rowActs } from './row-acts.ts'
import { closedBusinessOf, rowPage } from './row-page.ts'
import { type FoundRows, searchRows } from './search-rows.ts'

/** `/tracker`: what concerns somebody, the search, and a row with its whole history. */
export function registerTrackerList(app: App, reception: Reception, words: readonly MeetingWord[]): void {
  const opening = openings(app, reception)

  app.command(
    '/tracker',
    asCommand(reception, async (visit) => {
      const { text } = visit
      if (text.toLowerCase() === 'help') return visit.answer(say.help())
      const asked = words.find(({ word }) => isAsked(word, text))
      if (asked) return asked.open(visit)
      await openTracker(visit)
    }),
  )

  for (const [id, own] of [
    [ids.trackerList.list, true],
    [ids.trackerList.search, false],
  ] as const)
    opening(id, async ({ visitor, value }) => ({ view: await listView(visitor, { text: value, own }) }))

  app.view(
    ids.trackerList.form,
    asSubmit(reception, async ({ visitor, fields }) => ({
      show: await listView(visitor, { text: textOf(fields, ids.trackerList.field.search), own: false }),
    })),
  )

  app.action(
    { type: 'block_actions', action_id: ids.trackerList.more },
    asOpening(reception, async (visit) => {
      if (!visit.view) return
      const shown = listShownIn(visit.view.metadata) ?? EVERYTHING
      await showInPlace(visit, await listView(visit.visitor, { ...shown, after: visit.value }))
    }),
  )
  app.action(
    { type: 'block_actions', action_id: ids.trackerList.fromStart },
    asOpening(reception, async (visit) => {
      if (!visit.view) return
      const { text, own } = listShownIn(visit.view.metadata) ?? EVERYTHING
      await showInPlace(visit, await listView(visit.visitor, { text, own }))
    }),
  )

  opening(ids.trackerList.row, ({ visitor, value, view }) =>
    rowShown(visitor, value, { list: view && listShownIn(view.metadata), page: 0 }),
  )
  opening(ids.trackerList.back, async ({ visitor, view }) => {
    const list = view && listShownIn(view.metadata)
    return { view: await listView(visitor, list ?? EVERYTHING) }
  })
  turnsPages(app, reception, ids.trackerList.turn, (visitor, value) => {
    const { rowId, ...at } = turnedTo(value)
    return rowShown(visitor, rowId, at)
  })
}

/** What `/tracker` shows: what was typed after it, else what concerns the person. */
export async function openTracker({ visitor, client, triggerId, text, answer }: CommandVisit): Promise<void> {
  if (lengthOf(text) > SEARCH_LIMIT) return answer(say.tooLong(SEARCH_LIMIT))
  await client.views.open({ trigger_id: triggerId, view: await listView(visitor, { text, own: false }) })
}

/** The word alone, or with somebody after it: "leave", "leave @Jane Smith". */
function isAsked(word: string, text: string): boolean {
  const typed = text.toLowerCase()
  return typed === word || typed.startsWith(`${word} <@`)
}

async function listView(visitor: Visitor, shown: ListShown): Promise<ModalView> {
  const { house, personId } = visitor
  const today = civilDate(house.now(), house.timeZone)
  const search = searchOf(shown.text, today, statesAsked)
  const model = { shown, today: today.toString() }
  if (isEmptySearch(search) && !shown.own)
    return trackerListView({ ...model, concerns: await concernsOf(visitor), found: NOTHING }, say)
  const closedOf = await closedBusinessOf(house, personId)
  const find = (wanted: TrackerSearch): Promise<FoundRows> =>
    searchRows(house, {
      search: wanted,
      closedOf,
      committeeIds: shown.own ? closedOf : undefined,
      after: shown.after,
    })
  const found = await find(search)
  const asWords = found.count === 0 ? searchForWords(shown.text, search) : undefined
  const foundAsWords = asWords && (await find(asWords))
  return asWords && foundAsWords && foundAsWords.count > 0
    ? trackerListView(
        { ...model, concerns: undefined, found: foundAsWords, leftOut: asWords.leftOut, asWords: true },
        say,
      )
    : trackerListView({ ...model, concerns: undefined, found, leftOut: search.leftOut }, say)
}

const EVERYTHING: ListShown = { text: '', own: false }
const NOTHING = { rows: [], count: 0, next: undefined }

/** So many of each: the whole lists are on the person's Home. */
const SHOWN = 10

async function concernsOf({ house, personId }: Visitor): Promise<ListPart[]> {
  const clerks = await committeesWhereClerk(house, personId)
  const toDo = await trackerToDo(
    house,
    clerks.map(({ id }) => id),
  )
  const lines = say.toDo(toDo)
  return [
    ...part(say.headings.owed, await owedBy(house, personId)),
    ...part(say.headings.asked, await askedBy(house, personId)),
    ...(lines.length === 0 ? [] : [{ heading: say.headings.toDo, lines, rows: [], more: 0 }]),
  ]
}

function part(heading: string, { rows, count }: SomeRows): ListPart[] {
  const shown = rows.slice(0, SHOWN)
  return shown.length === 0 ? [] : [{ heading, lines: [], rows: shown, more: count - shown.length }]
}

async function rowShown(
  visitor: Visitor,
  rowId: string,
  at: { readonly list: ListShown | undefined; readonly page: number },
): Promise<Shown> {
  const page = await rowPage(visitor.house, visitor.personId, rowId)
  if (!page) return { why: say.gone() }
  const acts: readonly Button[] = rowActs(page, visitor.language)
  return { view: rowView(page, { ...at, acts }, say) }
}
