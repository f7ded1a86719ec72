import { overlapOf, type PageRange, type PaperInForce, pagesOf, type ReportAtHand } from './paper-rules.ts'
import { sameTitle } from './title-rules.ts'
import type { SupplementEffect, SupplementLine } from './types.ts'

/** An item of the agenda as it stands. */
export interface ItemAtHand {
  readonly number: string
  readonly title: string
  readonly access: 'public' | 'exempt' | 'confidential'
  readonly toFollow: boolean
  readonly reports: readonly ReportAtHand[]
  readonly papers: readonly PaperInForce[]
}

/** A line of a supplement with the item of the agenda that it is about; a new item has none. */
export interface SettledLine<E extends ItemAtHand = ItemAtHand> {
  readonly line: SupplementLine
  readonly entry: E | undefined
  readonly effect: SupplementEffect
}

/** An item as a refusal may name it: what is closed to the public by its number alone. */
export interface NamedItem {
  readonly number: string
  /** Empty where it is closed. */
  readonly title: string
}

/**
 * Why a line cannot be published as it stands; `index` is its place among the lines. Each is said at the
 * field, with what to do.
 */
export type LineRefusal = { readonly index: number } & (
  | { readonly code: 'no-such-item'; readonly number: string }
  | { readonly code: 'item-exists'; readonly item: NamedItem }
  | { readonly code: 'item-twice'; readonly item: NamedItem }
  /** A closed paper to an open item is none for the public: it is announced to those entitled alone. */
  | { readonly code: 'closed-report'; readonly item: NamedItem }
  | { readonly code: 'nothing-to-replace'; readonly item: NamedItem }
  | { readonly code: 'nothing-to-follow'; readonly item: NamedItem }
  | {
      readonly code: 'pages-overlap'
      readonly pages: PageRange
      readonly shared: PageRange
      readonly item: NamedItem
      /** The pages belong to the item itself, so that the line may well replace them. */
      readonly sameItem: boolean
    }
  | { readonly code: 'lines-overlap'; readonly pages: PageRange; readonly shared: PageRange }
)

/** The item of the agenda that a line is about: by its number, or where it prints none, by its title. */
export function entryOf<E extends ItemAtHand>(
  line: Pick<SupplementLine, 'number' | 'title'>,
  entries: readonly E[],
): E | undefined {
  return line.number === ''
    ? entries.find((entry) => sameTitle(entry.title, line.title))
    : entries.find((entry) => sameNumber(entry.number, line.number))
}

export function sameNumber(one: string, other: string): boolean {
  const plain = (number: string) => number.toLowerCase().replaceAll(/[.\s]+$/g, '')
  return one !== '' && plain(one) === plain(other)
}

/** A closed item's title is no fact to be repeated, not even to a clerk. */
export function named(entry: Pick<ItemAtHand, 'number' | 'title' | 'access'>): NamedItem {
  return { number: entry.number, title: entry.access === 'public' ? entry.title : '' }
}

/** The lines with the items that they are about, or why the first of them that cannot be settled cannot. */
export function settleLines<E extends ItemAtHand>(
  lines: readonly SupplementLine[],
  entries: readonly E[],
  ownPages: boolean,
):
  | { readonly ok: true; readonly lines: SettledLine<E>[] }
  | { readonly ok: false; readonly refusal: LineRefusal } {
  const settled: SettledLine<E>[] = []
  for (const [index, line] of lines.entries()) {
    const entry = entryOf(line, entries)
    const refusal =
      whyNotLine(line, entry, settled) ?? whyNotPages(line, entry, { entries, before: settled, ownPages })
    if (refusal) return { ok: false, refusal: { ...refusal, index } }
    settled.push({ line, entry, effect: line.effect })
  }
  return { ok: true, lines: settled }
}

type Why<T> = T extends unknown ? Omit<T, 'index'> : never

function whyNotLine(
  line: SupplementLine,
  entry: ItemAtHand | undefined,
  before: readonly SettledLine[],
): Why<LineRefusal> | undefined {
  if (line.effect === 'new') {
    if (entry) return { code: 'item-exists', item: named(entry) }
    const twin = before.find((one) => one.effect === 'new' && sameNumber(one.line.number, line.number))
    return twin && { code: 'item-twice', item: { number: line.number, title: '' } }
  }
  if (!entry) return { code: 'no-such-item', number: line.number }
  const item = named(entry)
  if (before.some((one) => one.entry === entry)) return { code: 'item-twice', item }
  if (line.closed && entry.access === 'public') return { code: 'closed-report', item }
  if (line.effect === 'replaces' && entry.papers.length === 0) return { code: 'nothing-to-replace', item }
  if (line.effect === 'fulfils' && !entry.toFollow && entry.papers.length > 0)
    return { code: 'nothing-to-follow', item }
  return undefined
}

function whyNotPages(
  line: SupplementLine,
  entry: ItemAtHand | undefined,
  among: {
    readonly entries: readonly ItemAtHand[]
    readonly before: readonly SettledLine[]
    readonly ownPages: boolean
  },
): Why<LineRefusal> | undefined {
  const pages = pagesOf(line)
  if (!pages) return undefined
  for (const one of among.before) {
    const its = pagesOf(one.line)
    const shared = its && overlapOf(pages, its)
    if (shared) return { code: 'lines-overlap', pages, shared }
  }
  if (among.ownPages) return undefined
  for (const other of among.entries) {
    const sameItem = other === entry
    if (sameItem && line.effect === 'replaces') continue
    for (const its of pagesSoFar([other])) {
      const shared = overlapOf(pages, its)
      if (shared) return { code: 'pages-overlap', pages, shared, item: named(other), sameItem }
    }
  }
  return undefined
}

/** The pages of all papers so far that are counted through. */
export function pagesSoFar(entries: readonly ItemAtHand[]): PageRange[] {
  return entries.flatMap((entry) =>
    entry.reports.flatMap((report) => (report.ownPages ? [] : (pagesOf(report) ?? []))),
  )
}

/**
 * Pages that are missing after the agenda's last page: between the papers before and this supplement, or
 * within it. They are pointed out and stop nothing: the supplement that has them may come later.
 */
export function missingPages(
  entries: readonly ItemAtHand[],
  lines: readonly { readonly pageFrom?: number | undefined; readonly pageTo?: number | undefined }[],
): PageRange[] {
  const added = lines.flatMap((line) => pagesOf(line) ?? [])
  if (added.length === 0) return []
  const agenda = entries.flatMap((entry) =>
    entry.reports.flatMap((report) => (report.publicationNumber === 0 ? (pagesOf(report) ?? []) : [])),
  )
  const all = [...pagesSoFar(entries), ...added].sort((one, other) => one.from - other.from)
  const end = agenda.length > 0 ? Math.max(...agenda.map(({ to }) => to)) : (all[0]?.from ?? 1) - 1
  const missing: PageRange[] = []
  let reached = end
  for (const { from, to } of all) {
    if (from > reached + 1) missing.push({ from: reached + 1, to: from - 1 })
    reached = Math.max(reached, to)
  }
  return missing
}

/** Whether a supplement seems to count its pages from 1 itself: it begins before the papers so far end. */
export function countsItself(entries: readonly ItemAtHand[], lines: readonly SupplementLine[]): boolean {
  const pages = lines.flatMap((line) => (line.effect === 'replaces' ? [] : (pagesOf(line) ?? [])))
  const first = Math.min(...pages.map(({ from }) => from))
  const last = Math.max(0, ...pagesSoFar(entries).map(({ to }) => to))
  return pages.length > 0 && first <= FIRST_PAGES && first <= last
}

/** A cover, and a blank page after it, often stand before the first paper. */
const FIRST_PAGES = 4
