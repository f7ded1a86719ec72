import { joinLines } from '../../lines/join-lines.ts'
import type { Line } from '../../lines/line.ts'
import type { PaperEntry } from '../../record.ts'
import { type Found, found } from '../found.ts'
import { columnsOf, type RowsOf } from './columns.ts'
import { entryOf, mainOf } from './entry.ts'
import { meaningOf } from './heads.ts'
import { piecesOf } from './pieces.ts'

/** "Lead officer: Head of Streets", "Recommendation 3: That ..."; a sentence with a colon in it is none. */
const LABEL = /^([\p{Lu}][\p{L} /&()?’'-]{1,44}?)\s*(\d{1,3})?\s*:\s*(.*)$/u
/** "Recommendation 3", which heads its card. */
const NUMBERED =
  /^(recommendation|action|resolution|rec|item)s?\.?\s*(?:no\.?\s*)?(\d{1,3}(?:\.\d{1,2})?)\s*[.–—-]?\s*(.*)$/i
/** How many lines one field of a card takes. */
const LONGEST_FIELD = 60

interface Field {
  label: string
  lines: string[]
}

interface Card {
  at: Line
  fields: Field[]
}

interface Labelled {
  label: string
  number?: string | undefined
  value: string
}

/** The entries of a paper that prints each as a card: a label and what it holds on each line, one card below the other. */
export function labelledEntries(
  lines: readonly Line[],
  of: RowsOf,
  vocabulary: ReadonlySet<string>,
): Found<PaperEntry>[] {
  return cardsIn(lines, of).flatMap((card) => {
    const entry = entryOfCard(card, of, vocabulary)
    return entry ? [found(entry, card.at)] : []
  })
}

function cardsIn(lines: readonly Line[], of: RowsOf): Card[] {
  const cards: Card[] = []
  for (const [index, line] of lines.entries()) {
    const card = cards.at(-1)
    const own = labelOn(line)
    if (own) {
      const isNext =
        !card || own.number !== undefined || card.fields.some(({ label }) => sameLabel(label, own.label))
      const open: Card = isNext ? { at: line, fields: [] } : card
      if (isNext) cards.push(open)
      if (own.number !== undefined) open.fields.push({ label: 'No', lines: [own.number] })
      open.fields.push({ label: own.label, lines: [own.value] })
      continue
    }
    const next = lines[index + 1]
    const first = next && labelOn(next)
    if (first && isNameOfCard(line, card, first))
      cards.push({ at: line, fields: [{ label: of === 'tracker' ? 'Action' : 'Title', lines: [line.text] }] })
    else if (card) goOn(card, line)
  }
  return cards
}

/** A line above the first label of a card says what the card is about, where no label does. */
function isNameOfCard(line: Line, card: Card | undefined, next: Labelled): boolean {
  if (!line.gapAbove && !line.heading) return false
  if (line.text.split(' ').length > 25 || /[.:;,]$/.test(line.text)) return false
  return !card || card.fields.some(({ label }) => sameLabel(label, next.label))
}

function goOn({ fields }: Card, line: Line): void {
  const last = fields.at(-1)
  if (!last || last.lines.length >= LONGEST_FIELD) return
  const isEmpty = last.lines.every((text) => text === '')
  if (isEmpty || !line.gapAbove) last.lines.push(line.text)
}

function labelOn(line: Line): Labelled | undefined {
  const numbered = NUMBERED.exec(line.text)
  if (numbered?.[1] && !/:/.test(line.text)) {
    const [, label, number, rest = ''] = numbered
    return /^(?:$|\p{Lu})/u.test(rest) ? { label, number, value: rest } : undefined
  }
  const [first, ...others] = piecesOf(line)
  const second = others.map(({ text }) => text).join(' ')
  const apart = first && others.length > 0 && others.length <= 2 && first.text.length <= 45
  if (apart && !/[.;]$/.test(first.text) && meaningOf(first.text))
    return { label: first.text.replace(/\s*:$/, ''), value: second }
  const match = LABEL.exec(line.text)
  return match?.[1] ? { label: match[1], number: match[2], value: match[3] ?? '' } : undefined
}

function sameLabel(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function entryOfCard(
  { at, fields }: Card,
  of: RowsOf,
  vocabulary: ReadonlySet<string>,
): PaperEntry | undefined {
  const head = { at, heading: false, cells: new Map(fields.map(({ label }, column) => [column, label])) }
  const columns = columnsOf(head, of)
  if (!columns || columns.meanings.size < 3) return undefined
  const cells = new Map(
    fields.map(({ lines }, column) => [
      column,
      joinLines(
        lines.filter((text) => text !== ''),
        vocabulary,
      ),
    ]),
  )
  const entry = entryOf({ at, heading: false, cells }, columns, of)
  return mainOf(entry) === undefined ? undefined : entry
}
