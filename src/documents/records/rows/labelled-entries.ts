import { joinLines } from '../../lines/join-lines.ts'
import type { Line } from '../../lines/line.ts'
import type { PaperEntry } from '../../record.ts'
import { type Found, found } from '../found.ts'
import { columnsOf, type RowsOf } from './columns.ts'
import { entryOf, mainOf } from './entry.ts'

/** "Lead officer: Head of Streets"; a sentence with a colon in it is none. */
const LABEL = /^([\p{Lu}][\p{L} /&?()’'-]{1,40}?)\s*(\d{1,3})?\s*:\s*(.*)$/u

interface Card {
  at: Line
  labels: string[]
  values: string[][]
}

/** The entries of a paper that prints each as a card: a label and what it holds on each line, one card below the other. */
export function labelledEntries(
  lines: readonly Line[],
  of: RowsOf,
  vocabulary: ReadonlySet<string>,
): Found<PaperEntry>[] {
  const cards: Card[] = []
  for (const line of lines) {
    const { label, number, value } = labelOn(line)
    const card = cards.at(-1)
    if (label !== undefined) {
      const isNext = !card || card.labels.some((one) => sameLabel(one, label))
      const open: Card = isNext ? { at: line, labels: [], values: [] } : card
      if (isNext) cards.push(open)
      if (number !== undefined) fill(open, 'No', number)
      fill(open, label, value)
    } else if (card && !line.gapAbove) card.values.at(-1)?.push(line.text)
  }
  return cards.flatMap((card) => {
    const entry = entryOfCard(card, of, vocabulary)
    return entry ? [found(entry, card.at)] : []
  })
}

function fill(card: Card, label: string, value: string): void {
  card.labels.push(label)
  card.values.push([value])
}

function labelOn(line: Line): { label?: string; number?: string; value: string } {
  const [first, second] = line.cells
  if (first && second && line.cells.length === 2 && first.text.length <= 40 && !/[.;]$/.test(first.text))
    return { label: first.text.replace(/:$/, ''), value: second.text }
  const match = LABEL.exec(line.text)
  if (!match?.[1]) return { value: line.text }
  return { label: match[1], ...(match[2] !== undefined && { number: match[2] }), value: match[3] ?? '' }
}

function sameLabel(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function entryOfCard(
  { at, labels, values }: Card,
  of: RowsOf,
  vocabulary: ReadonlySet<string>,
): PaperEntry | undefined {
  const head = { at, heading: false, cells: new Map(labels.entries()) }
  const columns = columnsOf(head, of)
  if (!columns || columns.meanings.size < 3) return undefined
  const cells = new Map(
    values.map((texts, column) => [
      column,
      joinLines(
        texts.filter((text) => text !== ''),
        vocabulary,
      ),
    ]),
  )
  const entry = entryOf({ at, heading: false, cells }, columns, of)
  return mainOf(entry) === undefined ? undefined : entry
}
