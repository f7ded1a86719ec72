import type { PaperDocument } from '../documents/paper.ts'
import type { PaperEntry } from '../documents/record.ts'
import { limits } from '../slack/limits.ts'
import { isDay } from './rules.ts'
import { NOT_SCORED } from './scorings.ts'
import type { EntryAtHand, ProgrammeKind } from './types.ts'

/*
 * A work programme as a paper prints it, against the one that is kept: what taking it over would change. What the paper
 * does not have stays as it is: a paper may be a part, or older.
 */

/** A row of the paper. */
export interface ProgrammeRow {
  readonly title: string
  readonly reason: string
  readonly scoreText: string
  readonly lead: string
  readonly kind: ProgrammeKind
  /** An ISO date, words such as "Spring 2018", or empty: to be scheduled. */
  readonly date: string
}

/** A row as it was read: what the paper does not say is left out, and so is a column that it does not have. */
type RowRead = Pick<ProgrammeRow, 'title' | 'date'> & {
  readonly [fact in 'reason' | 'scoreText' | 'lead' | 'kind']: ProgrammeRow[fact] | undefined
}

const FACTS = ['reason', 'scoreText', 'lead', 'kind'] as const
/** `accepted`: it was proposed here and nobody had decided; the paper has it on the programme. */
export type ChangedFact = (typeof FACTS)[number] | 'date' | 'accepted'

/** What becomes of a row. */
export type RowDifference =
  | { readonly code: 'new'; readonly row: ProgrammeRow; readonly sourceKey: string }
  | {
      readonly code: 'changed'
      readonly row: ProgrammeRow
      readonly entryId: string
      readonly version: number
      readonly facts: readonly ChangedFact[]
      /** As it was, where the day is another. */
      readonly from: string
    }

export interface ProgrammePlan {
  readonly differences: readonly RowDifference[]
  readonly unchanged: number
  /** Entries that are kept here and are not in the paper: they stay. */
  readonly notInPaper: readonly EntryAtHand[]
  /** Rows without a title, or with a cell longer than a field. */
  readonly unreadable: number
}

/** The rows of the work programmes of a paper; `undefined` where it has none. */
export function rowsOfPaper(documents: readonly PaperDocument[]): PaperEntry[] | undefined {
  const programmes = documents.filter(({ kind }) => kind === 'work-programme')
  return programmes.length === 0 ? undefined : programmes.flatMap(({ entries }) => entries ?? [])
}

function rowOf(entry: PaperEntry): RowRead | undefined {
  const row: RowRead = {
    title: entry.title?.trim() ?? '',
    reason: entry.reason,
    scoreText: entry.score,
    lead: entry.owner,
    kind: kindOf(entry.section ?? ''),
    date: entry.meetingDate ?? '',
  }
  const isWhole = [row.title, row.reason ?? '', row.lead ?? ''].every(
    (text) => [...text].length <= limits.plainTextInput,
  )
  return row.title !== '' && isWhole ? row : undefined
}

/** Only a section says it: below a meeting papers print reviews among the items. */
function kindOf(section: string): ProgrammeKind | undefined {
  if (/\breviews?\b/i.test(section)) return 'review'
  return /\bitems?\b/i.test(section) ? 'item' : undefined
}

/** The row as it would be kept; of an entry that is kept already, with what the paper does not say of it. */
function wholeRow(row: RowRead, entry: EntryAtHand | undefined): ProgrammeRow {
  return {
    ...row,
    reason: row.reason ?? entry?.reason ?? '',
    scoreText: row.scoreText ?? entry?.scoreText ?? NOT_SCORED,
    lead: row.lead ?? entry?.lead ?? '',
    kind: row.kind ?? entry?.kind ?? 'item',
  }
}

/** Compare a paper's rows with the programme. The same paper twice gives no difference the second time. */
export function planProgramme(
  committeeId: string,
  paper: readonly PaperEntry[],
  entries: readonly EntryAtHand[],
): ProgrammePlan {
  const rows = paper.flatMap((entry) => rowOf(entry) ?? [])
  const kept = entries.filter(({ state }) => state !== 'declined' && state !== 'withdrawn')
  const left = new Set(kept)
  const pairs = new Map<RowRead, EntryAtHand>()
  const pair = (suits: (row: RowRead, entry: EntryAtHand) => boolean) => {
    for (const row of rows) {
      if (pairs.has(row)) continue
      const found = [...left].find((entry) => sameText(row.title, entry.title) && suits(row, entry))
      if (!found) continue
      pairs.set(row, found)
      left.delete(found)
    }
  }
  pair((row, entry) => row.date === dateOf(entry))
  // What is left under one title was put somewhere else; what was taken already stays where it was.
  pair((_row, entry) => entry.standing !== 'taken')

  const keys = new Set(entries.flatMap(({ sourceKey }) => sourceKey ?? []))
  const differences = rows.flatMap((read): RowDifference[] => {
    const entry = pairs.get(read)
    const row = wholeRow(read, entry)
    if (!entry) return [{ code: 'new', row, sourceKey: freeKey(committeeId, row, keys) }]
    const facts: ChangedFact[] = [
      ...FACTS.filter((name) => !sameText(row[name], entry[name])),
      ...(row.date === dateOf(entry) ? [] : (['date'] as const)),
      ...(entry.state === 'proposed' ? (['accepted'] as const) : []),
    ]
    const { id: entryId, version } = entry
    return facts.length === 0 ? [] : [{ code: 'changed', row, entryId, version, facts, from: dateOf(entry) }]
  })
  return {
    differences,
    unchanged: rows.length - differences.length,
    notInPaper: [...left].filter(({ state, standing }) => state !== 'proposed' && standing !== 'taken'),
    unreadable: paper.length - rows.length,
  }
}

/** The day of an entry as a paper would print it; empty where it is to be scheduled. */
function dateOf(entry: EntryAtHand): string {
  if (entry.state === 'agreed' || entry.state === 'proposed') return ''
  return entry.meeting?.date ?? entry.printedDate
}

/** One key a row of a committee: the store refuses to take a row over twice. */
function freeKey(committeeId: string, { title, date }: ProgrammeRow, taken: Set<string>): string {
  const base = `programme/${committeeId}/${isDay(date) ? date : plain(date)}/${plain(title)}`
  let key = base
  for (let more = 2; taken.has(key); more += 1) key = `${base}/${more}`
  taken.add(key)
  return key
}

/** Dashes, quotes, spaces and capitals differ between copies of one paper. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{P}\p{Z}\s]+/gu, ' ')
    .trim()
}

function sameText(one: string, other: string): boolean {
  return plain(one) === plain(other)
}
