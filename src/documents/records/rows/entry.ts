import type { PaperEntry } from '../../record.ts'
import { dateIn } from '../phrases/dates.ts'
import {
  dateOrPrinted,
  isColour,
  isColourKey,
  isEmpty,
  isStatus,
  minuteNumber,
  rowNumber,
} from './cell-values.ts'
import type { Columns, RowsOf } from './columns.ts'
import { undatedHeading } from './dated-headings.ts'
import type { Meaning } from './heads.ts'
import { type LabelledPart, labelsWithin } from './labels-within.ts'
import type { Row } from './table-rows.ts'

type TextField = Exclude<keyof PaperEntry, 'partExempt'>

/** What an entry is about. */
export function mainOf(entry: PaperEntry): string | undefined {
  return entry.recommendation ?? entry.title
}

/** The cells of a row as the fields of an entry. */
export function entryOf(row: Pick<Row, 'cells'>, columns: Columns, of: RowsOf): PaperEntry {
  const entry: PaperEntry = {}
  const hasStatus = saysStatus(row, columns)
  for (const [column, text] of alignedCells(row, columns)) {
    let meaning = column === UNHEADED_NUMBER ? 'number' : columns.meanings.get(column)
    if (column === columns.main && isColour(text)) meaning = 'rag'
    if (!meaning || isEmpty(text)) continue
    for (const part of labelledParts(meaning, text)) put(entry, part.meaning, part.text, { of, hasStatus })
  }
  return withNumberApart(entry)
}

const UNHEADED_NUMBER = -1

/** Where one column says how far a matter has come, "Accepted" in another is what was answered. */
function saysStatus({ cells }: Pick<Row, 'cells'>, { meanings }: Columns): boolean {
  return [...meanings].some(
    ([column, meaning]) => (meaning === 'status' || meaning === 'rag') && !isEmpty(cells.get(column) ?? ''),
  )
}

interface RowKind {
  of: RowsOf
  hasStatus: boolean
}
/** "Officer: Ann Boyce Progress: Letter sent": one column, such as "Officer and progress", for several fields. */
function labelledParts(own: Meaning, text: string): LabelledPart[] {
  const whole = [{ meaning: own, text }]
  if (!PARTED.has(own)) return whole
  const { before, parts } = labelsWithin(text)
  if (!parts.some(({ meaning }) => meaning !== own)) return whole
  return before === '' ? parts : [{ meaning: own, text: before }, ...parts]
}

/** Columns of what became of a matter; a recommendation may well have a colon in it. */
const PARTED: ReadonlySet<Meaning> = new Set(['due', 'owner', 'update', 'comments', 'status', 'outcome'])

/** Rows whose number stands in a column of its own, for which the head has none, reach one column further than the head. */
function alignedCells(row: Pick<Row, 'cells'>, { width }: Columns): [number, string][] {
  const cells = [...row.cells]
  const first = row.cells.get(0)
  const shifted =
    Math.max(...row.cells.keys()) === width && (first === undefined || rowNumber(first) !== undefined)
  return shifted ? cells.map(([column, text]) => [column - 1, text]) : cells
}

function put(entry: PaperEntry, meaning: Meaning, text: string, { of, hasStatus }: RowKind): void {
  switch (meaning) {
    case 'number': {
      // "17.3" is how other papers refer to the row; "3" only counts it.
      const number = rowNumber(text)
      add(entry, number && /^\d+$/.test(number) ? 'number' : 'reference', number)
      break
    }
    case 'reference':
      add(entry, 'reference', text.replace(/^(\d{1,3})\.$/, '$1'))
      break
    case 'item': {
      const number = rowNumber(text)
      add(entry, number ? 'number' : 'title', number ?? text)
      break
    }
    case 'minute':
      add(entry, 'minute', minuteNumber(text))
      break
    case 'meetingAndMinute':
      putMeetingAndMinute(entry, text, of)
      break
    case 'meetingDate':
    case 'date':
      // "Future items" in a programme's column of dates; a tracker's column "Meeting" also holds names: "Cabinet".
      if (of === 'work-programme' && undatedHeading(text)) {
        add(entry, 'section', text)
        break
      }
      add(entry, of === 'tracker' && isBody(text) ? 'origin' : meaning, dateOrPrinted(text))
      break
    case 'executiveDate':
    case 'due':
      add(entry, meaning, dateOrPrinted(text))
      break
    case 'update':
    case 'outcome':
      // A column of progress often holds one word.
      add(
        entry,
        isStatus(text) && !SAYS_MORE.test(text) && !hasStatus && entry.status === undefined
          ? 'status'
          : 'update',
        text,
      )
      break
    case 'rag':
      // Where a row was printed out of its columns, what is no colour is what the next column says.
      if (!isColourKey(text)) add(entry, text.split(' ').length <= 5 ? 'rag' : 'comments', text)
      break
    case 'partExempt':
      if (/^(?:no|open|public|part (?:i|1))$/i.test(text)) entry.partExempt = false
      else if (/\b(?:yes|exempt|private|part (?:ii|2)|confidential)\b/i.test(text)) entry.partExempt = true
      break
    case 'owner':
      add(entry, 'owner', text.replace(/(?<=\p{Ll}{2})\.$/u, ''))
      break
    case 'action':
    case 'description':
    case 'other':
      break
    default:
      add(entry, meaning, text)
  }
}

/** "Complete. Sent on 29 July." reports what was done. */
const SAYS_MORE = /[.;:]\s+\p{L}/u

function isBody(text: string): boolean {
  return (
    !/\d/.test(text) && !/^(?:tb[acd]|on-?going|n\/a|various|(?:spring|summer|autumn|winter)\b)/i.test(text)
  )
}

function putMeetingAndMinute(entry: PaperEntry, text: string, of: RowsOf): void {
  const date = dateIn(text)
  if (date) add(entry, of === 'tracker' ? 'date' : 'meetingDate', date.date)
  const rest = date ? `${text.slice(0, date.index)} ${text.slice(date.index + date.length)}` : text
  const minute = /\b(?:min(?:ute)?s?\.?\s*(?:no\.?|ref\.?)?\s*)?([A-Z]{0,5}\.?\d{1,4}[\w/.]{0,8})\b/i.exec(
    rest,
  )?.[1]
  if (minute) add(entry, 'minute', minute)
}

/** Two columns for one field (progress and response) are both said. */
function add(entry: PaperEntry, field: TextField, text: string | undefined): void {
  if (text === undefined) return
  const there = entry[field]
  entry[field] = there === undefined ? text : `${there} ${text}`
}

/** "2. Improve the paths" where no column holds the number. */
function withNumberApart(entry: PaperEntry): PaperEntry {
  if (entry.number !== undefined || entry.reference !== undefined) return entry
  for (const field of ['recommendation', 'title'] as const) {
    const match = /^\(?((?:R|Rec\.?\s?)?\d{1,3}(?:\.\d{1,2})?)(?:[.)]+)\s+(?=\p{L})/iu.exec(
      entry[field] ?? '',
    )
    const number = match?.[1]
    if (match && number) return { number, ...entry, [field]: entry[field]?.slice(match[0].length) ?? '' }
  }
  return entry
}
