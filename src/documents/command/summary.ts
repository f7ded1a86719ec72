import { doubtWords } from '../doubt-words.en.ts'
import type { Paper, PaperDocument, Place } from '../paper.ts'
import type { DocumentField, DocumentRecord } from '../record.ts'
import {
  foundAt,
  kindOfDocument,
  paperFound,
  placeWords,
  pleaseCheck,
  restrictedMarkWords,
  restrictedWords,
} from '../words.en.ts'
import { FIELD_WORDS, statedNoneWords, type Told } from './record-words.en.ts'
import { Sheet } from './sheet.ts'

export interface SummaryOptions {
  /** Say of each value on which page and line it was read. */
  readonly explain?: boolean
  /** Where the paper was fetched. */
  readonly address?: string | undefined
  /** Columns of the terminal. */
  readonly width?: number | undefined
}

const NARROW = 60
const WIDE = 110

/** What a paper says, for people: every field of every document, with what is doubtful beside it. */
export function summary(paper: Paper, options: SummaryOptions = {}): string {
  const sheet = new Sheet(Math.min(Math.max(options.width || WIDE, NARROW), WIDE))
  sheet.add(0, paperFound(paper))
  if (options.address !== undefined) sheet.add(2, foundAt(options.address))
  for (const document of paper.documents) addDocument(sheet, document, options.explain ?? false)
  if (paper.restrictedMarks.length > 0) {
    sheet.gap()
    sheet.add(2, restrictedWords)
    for (const mark of paper.restrictedMarks) sheet.add(4, restrictedMarkWords(mark))
  }
  return sheet.text()
}

function addDocument(sheet: Sheet, document: PaperDocument, explain: boolean): void {
  sheet.gap()
  const [begins] = document.where.kind ?? []
  sheet.add(2, withPlace(kindOfDocument(document.kind).toUpperCase(), explain ? begins : undefined))
  addDoubts(sheet, document, 'kind')
  for (const field of FIELDS) {
    const told = toldOf(document, field)
    if (!told) continue
    addField(sheet, field, told, explain ? (document.where[field] ?? []) : [])
    addDoubts(sheet, document, field)
  }
}

/** @param places of the values, in their order; none where nobody asked */
function addField(sheet: Sheet, field: Field, told: readonly Told[], places: readonly Place[]): void {
  const { label, several } = FIELD_WORDS[field]
  const [first] = told
  if (!first) sheet.row(label, withPlace(statedNoneWords, places[0]))
  else if (several === undefined && told.length === 1) sheet.row(label, withPlace(first.text, places[0]))
  else if (several === 'in-line' && places.length === 0)
    sheet.row(`${label} (${told.length})`, told.map(({ text }) => text).join(', '))
  else {
    sheet.add(4, several === undefined ? `${label}:` : `${label} (${told.length}):`)
    for (const [index, { text, under = [] }] of told.entries()) {
      sheet.add(6, withPlace(text, places[index] ?? places[0]), 5)
      for (const line of under) sheet.add(11, line, 3)
    }
  }
}

function addDoubts(sheet: Sheet, document: PaperDocument, field: DocumentField): void {
  for (const doubt of document.doubts) {
    if (doubt.field !== field) continue
    sheet.add(6, withPlace(pleaseCheck(doubtWords(doubt, document[field])), doubt.at), 2)
  }
}

function withPlace(text: string, at: Place | undefined): string {
  return at ? `${text}  (${placeWords(at)})` : text
}

type Field = keyof typeof FIELD_WORDS

const FIELDS = Object.keys(FIELD_WORDS).filter((name): name is Field => name in FIELD_WORDS)

/** A field in words; `undefined` where the paper does not state it. */
function toldOf<F extends Field>(document: DocumentRecord, field: F): readonly Told[] | undefined {
  const value = document[field]
  return value === undefined ? undefined : tell(field, value)
}

function tell<F extends Field>(field: F, value: NonNullable<DocumentRecord[F]>): readonly Told[] {
  return FIELD_WORDS[field].tell(value)
}
