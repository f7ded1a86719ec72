import { vocabularyOf } from '../../lines/join-lines.ts'
import type { Line } from '../../lines/line.ts'
import type { PaperEntry } from '../../record.ts'
import type { Found } from '../found.ts'
import type { RowsOf } from './columns.ts'
import { entriesIn } from './entries.ts'
import { mainOf } from './entry.ts'
import { flattenedRows } from './flattened-tables.ts'
import { labelledEntries } from './labelled-entries.ts'
import { positionedRows } from './positioned-tables.ts'
import { listedTopics } from './programme-list.ts'
import { proseEntries } from './prose-tracker.ts'
import { runTogetherRows } from './run-together.ts'
import { blocksOf } from './table-rows.ts'
import { withSummaryApart } from './title-and-summary.ts'

/** The entries of a tracker or a programme, by the first of the ways in which such papers print them that gives any. */
export function entriesOf(lines: readonly Line[], of: RowsOf): Found<PaperEntry>[] {
  const vocabulary = vocabularyOf(lines)
  const ways: (() => Found<PaperEntry>[])[] = [
    () => entriesIn(blocksOf(lines, vocabulary), of),
    () => entriesIn(positionedRows(lines, of, vocabulary), of),
    () => (of === 'work-programme' ? runTogetherRows(lines) : []),
    () => flattenedEntries(lines, of, vocabulary),
    () => (of === 'tracker' ? proseEntries(lines, vocabulary) : []),
    () => labelledEntries(lines, of, vocabulary),
    () => (of === 'work-programme' ? listedTopics(lines) : []),
  ]
  for (const way of ways) {
    const entries = way()
    if (entries.length > 0) return of === 'tracker' ? entries : entries.map(apart)
  }
  return []
}

/** Once is enough to say that the columns were told apart by what their cells hold. */
function flattenedEntries(
  lines: readonly Line[],
  of: RowsOf,
  vocabulary: ReadonlySet<string>,
): Found<PaperEntry>[] {
  const { rows, sure } = flattenedRows(lines, of, vocabulary)
  const [first, ...others] = entriesIn(rows, of)
  if (!first || sure) return first ? [first, ...others] : []
  return [{ ...first, doubt: { code: 'by-layout', text: mainOf(first.value) ?? '' } }, ...others]
}

function apart(entry: Found<PaperEntry>): Found<PaperEntry> {
  return { ...entry, value: withSummaryApart(entry.value) }
}
