import type { Button, KnownBlock } from '@slack/types'
import { button, divider, header, section } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { turnButtons } from '../slack/turn-pages.ts'
import { rowBlocks } from '../tracker/list-views.ts'
import type { TrackerListWords } from '../tracker/list-words.en.ts'
import type { SomeRows } from '../tracker/own-rows.ts'
import type { TrackedRow } from '../tracker/types.ts'
import type { HomeEntry, PageShown } from './home-model.ts'
import type { HomeActWord, HomeWords } from './words.en.ts'

/** What every part of a Home is told. */
export interface PartSay {
  readonly home: HomeWords
  readonly tracker: TrackerListWords
  /** The person themselves, as the tracker's search takes them. */
  readonly mention: string
  readonly today: string
  readonly timeZone: string
  /** What there is to do, by its word: a button stands only where its act is there. */
  readonly acts: ReadonlySet<string>
}

/** A heading stays with the first entry below it, wherever a page ends. */
export function part(heading: string, entries: readonly HomeEntry[]): HomeEntry[] {
  const [first = [], ...rest] = entries
  return [[divider, header(heading), ...first], ...rest]
}

/** A button that does what a slash command does. */
export function actButton(say: PartSay, word: HomeActWord, style?: 'primary'): Button[] {
  if (!say.acts.has(word)) return []
  return [
    button({
      id: `${ids.home.act}.${word}`,
      text: say.home.acts[word],
      value: word,
      ...(style ? { style } : {}),
    }),
  ]
}

/** The pages of a list that is long by itself. */
export function turns(
  list: string,
  page: PageShown,
  say: { readonly back: string; readonly on: string },
): KnownBlock[] {
  return turnButtons(ids.home.turn, list, page, say)
}

/** Rows of the tracker, each with what can be done about it. */
export function rowEntries(
  { rows }: SomeRows,
  say: PartSay,
  more: (row: TrackedRow) => readonly KnownBlock[] = () => [],
): HomeEntry[] {
  return rows.map((row) => [...rowBlocks(row, say.today, say.tracker), ...more(row)])
}

/** Rows beyond those that are listed are found by the search. */
export function beyond({ rows, count }: SomeRows, all: Button, say: PartSay): HomeEntry[] {
  return count <= rows.length
    ? []
    : [[{ ...section(say.tracker.beyond(rows.length, count)), accessory: all }]]
}

/** Opens the tracker's list at what is looked for in the person's committees. */
export function listButton(text: string, label: string): Button {
  return button({ id: ids.trackerList.list, text: label, value: text })
}

/** Opens the tracker's list at what is looked for in all committees. */
export function searchButton(text: string, label: string): Button {
  return button({ id: ids.trackerList.search, text: label, value: text })
}

/** What is said, with the button that does something about it, where there is one. */
export function withButton(said: Mrkdwn, accessory: Button | undefined): KnownBlock {
  return accessory ? { ...section(said), accessory } : section(said)
}

/** What waits to be decided for the work programme. */
export function proposalEntries(count: number, say: PartSay): HomeEntry[] {
  const [open] = actButton(say, 'programme')
  return count === 0 ? [] : [[withButton(say.home.proposals(count), open)]]
}
