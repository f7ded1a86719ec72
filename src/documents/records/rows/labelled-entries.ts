import { joinLines } from '../../lines/join-lines.ts'
import type { Line } from '../../lines/line.ts'
import type { PaperEntry } from '../../record.ts'
import { type Found, found } from '../found.ts'
import { isStatus, rowNumber } from './cell-values.ts'
import { columnsOf, type RowsOf } from './columns.ts'
import { datedHeading, undatedHeading } from './dated-headings.ts'
import { entryOf, mainOf } from './entry.ts'
import { meaningOf } from './heads.ts'
import { piecesOf } from './pieces.ts'

/** "Lead officer: Head of Streets", "Recommendation 3: That ..."; a sentence with a colon in it is none. */
const LABEL = /^(\p{Lu}[\p{L} /&()?’'-]{1,44}?(?:\([\p{L}\d ]{2,30}\))?)\s*(\d{1,3})?\s*:\s*(.*)$/u
const CODE = '[A-Z]{0,5}[ /.-]?\\d{1,4}(?:[./-]\\d{1,4}){0,2}[a-z]?'
/** "Recommendation 3", "Action 24/09: Send the map", which heads its card. */
const NUMBERED = new RegExp(
  `^(recommendation|action|resolution|rec|item)s?\\.?\\s*(?:(?:no|ref)\\.?\\s*)?(${CODE})\\s*[.:–—-]?\\s*(.*)$`,
  'i',
)
/** "PP/12", which heads its card too, with where it comes from beside it. */
const CODED = /^([A-Z]{1,5}[ /.-]?\d{1,4}(?:[./-]\d{1,4}){0,2}|\d{1,4}[/-]\d{1,4})\s*(\(.{4,120}\))?$/
/** "(Meeting of 16 September 2026, minute 31)" */
const WHENCE = /^\(?(?:(?:[a-z]+ ){0,2}meeting\b|min(?:ute)?s?\b|\d).{3,110}$/i
/** No card has more. */
const MOST_FIELDS = 40
/** How many lines one field of a card takes. */
const LONGEST_FIELD = 60

interface Field {
  label: string
  lines: string[]
}

interface Card {
  at: Line
  /** What stands above its first label: a title that has none of its own. */
  name?: Line
  /** The day of the meeting under which several cards stand. */
  day?: string | undefined
  fields: Field[]
}

interface Labelled {
  label: string
  number?: string | undefined
  /** At which meeting and in which minute it was asked for. */
  whence?: string | undefined
  value: string
}

/** The entries of a paper that prints each as a card: a label and what it holds on each line, one card below the other. */
export function labelledEntries(
  lines: readonly Line[],
  of: RowsOf,
  vocabulary: ReadonlySet<string>,
): Found<PaperEntry>[] {
  const cards = new Cards()
  const labels = lines.map(labelOn)
  for (const index of lines.keys()) cards.take(lines, labels, index)
  return cards.all.flatMap((card) => entryOfCard(card, of, vocabulary) ?? [])
}

class Cards {
  readonly all: Card[] = []
  private day: string | undefined
  /** "1." on a line of its own, above the card that it counts. */
  private counted: Line | undefined
  private named: Line | undefined

  take(lines: readonly Line[], labels: readonly (Labelled | undefined)[], index: number): void {
    const [line, next, second] = lines.slice(index, index + 3)
    if (!line) return
    const card = this.all.at(-1)
    const own = labels[index]
    const below = labels[index + 1]
    // The first card below may have its name above its labels.
    const named = labels[index + 2] && second && !second.gapAbove && !awaitsValue(card)
    const heads = line.gapAbove && next?.gapAbove && (below || named)
    const day = heads ? dayAlone(line, own) : undefined
    if (day !== undefined) this.day = day
    else if (heads && !own && undatedHeading(line.text)) this.day = undefined
    else if (own) this.field(line, own, card)
    else if (line.gapAbove && rowNumber(line.text) !== undefined && next && !next.gapAbove)
      this.counted = line
    else if (below && this.isName(line, card, below)) this.named = line
    else if (card) goOn(card, line)
  }

  private field(line: Line, { label, number, whence, value }: Labelled, card: Card | undefined): void {
    const isNext = !card || number !== undefined || card.fields.some((field) => sameLabel(field.label, label))
    const open = isNext ? this.open(line) : card
    if (open.fields.length >= MOST_FIELDS) return
    if (number !== undefined) open.fields.push({ label: 'No', lines: [number] })
    if (whence !== undefined) open.fields.push({ label: 'Meeting date and minute', lines: [whence] })
    open.fields.push({ label, lines: [value] })
  }

  private open(at: Line): Card {
    const card: Card = {
      at: this.counted ?? at,
      day: this.day,
      fields: [],
      ...(this.named && { name: this.named }),
    }
    const number = this.counted && rowNumber(this.counted.text)
    if (number !== undefined) card.fields.push({ label: 'No', lines: [number] })
    this.counted = undefined
    this.named = undefined
    this.all.push(card)
    return card
  }

  /** A line above the first label of a card says what the card is about, where no label does. */
  private isName(line: Line, card: Card | undefined, next: Labelled): boolean {
    if (!line.gapAbove && !line.heading && !this.counted) return false
    if (line.text.split(' ').length > 25 || /[.:;,]$/.test(line.text)) return false
    return !card || card.fields.some(({ label }) => sameLabel(label, next.label))
  }
}

/** Whether its last label stands alone so far: what it is for comes below. */
function awaitsValue(card: Card | undefined): boolean {
  return card?.fields.at(-1)?.lines.every((text) => text.trim() === '') ?? false
}

/** "Meeting: 4 May 2027" or the date alone, above the cards of that meeting. */
function dayAlone(line: Line, own: Labelled | undefined): string | undefined {
  if (own && !/^(?:date|meeting)/i.test(own.label)) return undefined
  return datedHeading(own ? own.value : line.text)
}

function goOn({ fields }: Card, line: Line): void {
  const last = fields.at(-1)
  if (!last || last.lines.length >= LONGEST_FIELD) return
  const whole = last.lines.join(' ')
  // A word under the last field says how far the matter has come.
  if (isStatus(line.text) && /[.]$/.test(whole) && !fields.some(({ label }) => /status|rag/i.test(label)))
    fields.push({ label: 'Status', lines: [line.text] })
  else if (whole.trim() === '' || !line.gapAbove) last.lines.push(line.text)
}

function labelOn(line: Line): Labelled | undefined {
  const headed = headOfCard(line)
  if (headed) return headed
  const [first, ...others] = piecesOf(line)
  const second = others.map(({ text }) => text).join(' ')
  const apart = first && others.length > 0 && others.length <= 2 && first.text.length <= 45
  if (apart && !/[.;]$/.test(first.text) && meaningOf(first.text))
    return { label: first.text.replace(/\s*:$/, ''), value: second }
  const match = LABEL.exec(line.text)
  return match?.[1]
    ? { label: match[1].replace(/\s*\(.*\)$/, ''), number: match[2], value: match[3] ?? '' }
    : undefined
}

/** What opens a card by its number or its reference. */
function headOfCard({ text, gapAbove, heading }: Line): Labelled | undefined {
  const coded = gapAbove || heading ? CODED.exec(text) : null
  const [, named = 'Action', number, rest = ''] = coded
    ? [coded[0], 'Action', coded[1], coded[2]]
    : (NUMBERED.exec(text) ?? [])
  if (number === undefined || !/\d/.test(number)) return undefined
  const label = /^rec$/i.test(named) ? 'Recommendation' : named
  if (WHENCE.test(rest)) return { label, number, whence: rest, value: '' }
  return /^(?:$|\p{Lu})/u.test(rest) ? { label, number, value: rest } : undefined
}

function sameLabel(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function entryOfCard(card: Card, of: RowsOf, vocabulary: ReadonlySet<string>): Found<PaperEntry> | undefined {
  const own = rowOfCard(card.fields, of, vocabulary)
  const named = own || !card.name ? undefined : [nameOf(card.name.text, of), ...card.fields]
  const entry = own ?? (named && rowOfCard(named, of, vocabulary))
  if (!entry || mainOf(entry) === undefined) return undefined
  const day = card.day === undefined ? {} : { [of === 'tracker' ? 'date' : 'meetingDate']: card.day }
  return found({ ...day, ...entry }, own ? card.at : (card.name ?? card.at))
}

function nameOf(name: string, of: RowsOf): Field {
  return { label: of === 'tracker' ? 'Action' : 'Title', lines: [name] }
}

function rowOfCard(
  fields: readonly Field[],
  of: RowsOf,
  vocabulary: ReadonlySet<string>,
): PaperEntry | undefined {
  const labels = new Map(fields.map(({ label }, column) => [column, label]))
  const columns = columnsOf({ cells: labels }, of)
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
  return entryOf({ cells }, columns, of)
}
