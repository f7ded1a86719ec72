import { vocabularyOf } from '../../lines/join-lines.ts'
import type { Line } from '../../lines/line.ts'
import type { PaperEntry } from '../../record.ts'
import type { Found } from '../found.ts'
import type { RowsOf } from './columns.ts'
import { entriesIn } from './entries.ts'
import { mainOf } from './entry.ts'
import { flattenedRows } from './flattened-tables.ts'
import { labelledEntries } from './labelled-entries.ts'
import { listedEntries } from './listed-entries.ts'
import { positionedRows } from './positioned-tables.ts'
import { proseEntries } from './prose-tracker.ts'
import { runTogetherRows } from './run-together.ts'
import { runTogetherTracker } from './run-together-tracker.ts'
import { blocksOf } from './table-rows.ts'
import { withSummaryApart } from './title-and-summary.ts'

/** A way in which such papers print their rows, and how much it is trusted beside the others. */
interface Way {
  read: () => Found<PaperEntry>[]
  trust: number
}

/** The entries of a tracker or a programme, read in the way that puts most of the paper into fields. */
export function entriesOf(printed: readonly Line[], of: RowsOf): Found<PaperEntry>[] {
  const lines = withoutHeadingOverleaf(printed)
  const vocabulary = vocabularyOf(lines)
  const ways: Way[] = [
    // What the file itself marks as rows needs no guess.
    { read: () => entriesIn(blocksOf(lines, vocabulary), of), trust: 4 },
    { read: () => entriesIn(positionedRows(lines, of, vocabulary), of), trust: 1 },
    {
      read: () => (of === 'tracker' ? runTogetherTracker(lines, vocabulary) : runTogetherRows(lines)),
      trust: 1,
    },
    { read: () => flattenedEntries(lines, of, vocabulary), trust: 1 },
    { read: () => (of === 'tracker' ? proseEntries(lines, vocabulary) : []), trust: 1 },
    { read: () => labelledEntries(lines, of, vocabulary), trust: 1 },
    // Below a date, any line may look like a topic.
    { read: () => listedEntries(lines, of, vocabulary), trust: 0.5 },
  ]
  let best: Found<PaperEntry>[] = []
  let most = 0
  for (const { read, trust } of ways) {
    const entries = read()
    const worth = fieldsIn(entries) * trust
    if (worth <= most) continue
    best = entries
    most = worth
  }
  const entries = counted(withoutScraps(best))
  return of === 'tracker' ? entries : entries.map(apart)
}

/** In letters: from here on most of a table's recommendations are sentences, beside which a scrap is none. */
const SENTENCE = 60

/** Without what a bad scan leaves of a line: "A so b o s", "Dad" among sentences, with neither number nor longer word. */
function withoutScraps(entries: readonly Found<PaperEntry>[]): readonly Found<PaperEntry>[] {
  const lengths = entries
    .map(({ value }) => value.recommendation?.length ?? 0)
    .sort((one, other) => one - other)
  if ((lengths[Math.floor(lengths.length / 2)] ?? 0) < SENTENCE) return entries
  return entries.filter(
    ({ value: { recommendation, reference, number } }) =>
      recommendation === undefined ||
      reference !== undefined ||
      number !== undefined ||
      /[\p{L}\d]{4}/u.test(recommendation),
  )
}

/** "Ref" above 1, 2, 3 only counts the rows; with gaps these are the references of rows that stay when others go. */
function counted(entries: readonly Found<PaperEntry>[]): Found<PaperEntry>[] {
  const areInOrder = entries.every(({ value: { reference } }, at) => reference === `${at + 1}`)
  if (!areInOrder) return [...entries]
  return entries.map((entry) => {
    const { reference, ...value } = entry.value
    return { ...entry, value: { ...(reference !== undefined && { number: reference }), ...value } }
  })
}

/** How far down a paper's own heading stands, in lines. */
const HEADING = 6
const PAGE_NUMBER = /\s*\bpage \d{1,3}(?: of \d{1,3})?$/i

/** The name of the paper, printed again on its next page with the number of that, is no row. */
function withoutHeadingOverleaf(lines: readonly Line[]): readonly Line[] {
  const nameOf = ({ text }: Line): string => text.replace(PAGE_NUMBER, '').toLowerCase()
  const heading = lines.slice(0, HEADING).map(nameOf)
  return lines.filter((line, at) => {
    const first = PAGE_NUMBER.test(line.text) ? heading.indexOf(nameOf(line)) : -1
    return first < 0 || first >= at
  })
}

function fieldsIn(entries: readonly Found<PaperEntry>[]): number {
  return entries.reduce((sum, { value }) => sum + Object.keys(value).length, 0)
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
