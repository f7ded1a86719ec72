import { createHash } from 'node:crypto'
import type { PaperEntry } from '../documents/record.ts'
import { dueInPrint } from './due-text-rules.ts'
import type { Due, Rag, TrackedState } from './types.ts'

/** A row of a council's own tracker, as its paper prints it and as far as its words are sure. */
export interface ImportedRow {
  /** The same row of a later edition of the paper has the same. */
  readonly key: string
  readonly reference: string
  readonly minute: string
  /** ISO civil date. */
  readonly metOn: string | undefined
  readonly topic: string
  readonly text: string
  readonly isClosed: boolean
  /** As printed, several in one cell among them. */
  readonly owner: string
  readonly executiveMember: string
  readonly how: string
  readonly successMeasure: string
  readonly backReference: string
  readonly due: Due
  readonly dueText: string
  readonly status: string
  readonly rag: Rag | undefined
  readonly state: Extract<TrackedState, 'open' | 'proposed' | 'paused'>
  readonly notes: readonly ImportedNote[]
}

export interface ImportedNote {
  readonly kind: 'progress' | 'outcome' | 'note'
  /** "Q2", as printed. */
  readonly quarter: string
  readonly text: string
}

/** A row of the paper that is none of a tracker, with its words. */
export interface LeftOutRow {
  readonly text: string
  readonly isClosed: boolean
  /** `nothing-asked`: it says nothing that somebody could do. `heading`: it has words, and nothing beside them. */
  readonly why: 'nothing-asked' | 'heading'
}

/** What a sheet can say of a row beside what an entry has fields for. */
export interface BesideEntry {
  readonly topic: string
  readonly how: string
  readonly successMeasure: string
  readonly executiveMember: string
  readonly backReference: string
  readonly outcomes: readonly ImportedNote[]
}

const NOTHING_BESIDE: BesideEntry = {
  topic: '',
  how: '',
  successMeasure: '',
  executiveMember: '',
  backReference: '',
  outcomes: [],
}

/** The rows of a tracker for taking over, and those that are left out. */
export function importedRows(entries: readonly (PaperEntry & { readonly beside?: BesideEntry })[]): {
  readonly rows: readonly ImportedRow[]
  readonly leftOut: readonly LeftOutRow[]
} {
  const rows: ImportedRow[] = []
  const leftOut: LeftOutRow[] = []
  const seen = new Map<string, number>()
  for (const entry of entries) {
    const why = whyLeftOut(entry)
    if (why) {
      leftOut.push({ text: wordsOf(entry), isClosed: entry.partExempt === true, why })
      continue
    }
    const root = rootOf(entry)
    const times = (seen.get(root) ?? 0) + 1
    seen.set(root, times)
    rows.push(rowOf(entry, times === 1 ? root : `${root}#${times}`))
  }
  return { rows, leftOut }
}

function whyLeftOut(entry: PaperEntry): LeftOutRow['why'] | undefined {
  if (textOf(entry) === '') return 'nothing-asked'
  const { owner, due, status, rag, update, comments } = entry
  // A plan's rows stand under headings that only count them: "1. Ensure that assessments are timely".
  return [owner, due, status, rag, update, comments].every(isEmpty) ? 'heading' : undefined
}

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}

function textOf({ recommendation, title }: PaperEntry): string {
  return (recommendation ?? title ?? '').trim()
}

function wordsOf(entry: PaperEntry): string {
  const { reference, number, owner, due, status, update, comments } = entry
  return [reference ?? number, textOf(entry), owner, due, status, update, comments]
    .filter((text) => !isEmpty(text))
    .join(' | ')
}

/**
 * By what a row is known again: its printed reference, else its words. A reference that stands at several rows counts
 * them in their order.
 */
function rootOf(entry: PaperEntry): string {
  const { reference } = entry
  if (reference !== undefined && reference.trim() !== '') return `ref/${plainly(reference)}`
  return `text/${createHash('sha256')
    .update(plainly(textOf(entry)))
    .digest('hex')
    .slice(0, 16)}`
}

function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function rowOf(entry: PaperEntry & { readonly beside?: BesideEntry }, key: string): ImportedRow {
  const { beside = NOTHING_BESIDE } = entry
  const reference = (entry.reference ?? entry.number ?? '').trim()
  const status = (entry.status ?? '').trim()
  const dueText = (entry.due ?? '').trim()
  const rag = ragIn(entry.rag ?? '') ?? ragIn(status)
  // A colour that is none, such as a printer's "Dad / Red", is still what the paper says.
  const colour = entry.rag !== undefined && ragIn(entry.rag) === undefined ? entry.rag.trim() : ''
  return {
    key,
    reference,
    minute: (entry.minute ?? '').trim(),
    metOn: [entry.date, entry.meetingDate].find((date) => date !== undefined && ISO.test(date)),
    topic: (entry.section ?? beside.topic).trim(),
    text: textOf(entry),
    isClosed: entry.partExempt === true,
    owner: (entry.owner ?? '').trim(),
    executiveMember: beside.executiveMember,
    how: beside.how,
    successMeasure: beside.successMeasure,
    backReference: [reference, beside.backReference].filter((text) => text !== '').join('; '),
    due: dueInPrint(dueText),
    dueText,
    status: [status, colour].filter((text) => text !== '').join('; '),
    rag,
    state: stateIn(status),
    notes: [
      ...[entry.update, entry.comments].flatMap((text) => (isEmpty(text) ? [] : [noteOf(text ?? '')])),
      ...(isEmpty(entry.reason) ? [] : [{ kind: 'note' as const, quarter: '', text: entry.reason ?? '' }]),
      ...beside.outcomes,
    ],
  }
}

const ISO = /^\d{4}-\d\d-\d\d$/

/** "Q2 Evidence that …" reports a quarter's outcome. */
function noteOf(text: string): ImportedNote {
  const quarter = /^(Q[1-4](?:\s+\d{4}(?:[/-]\d{2,4})?)?)\b(?!\s*,)/.exec(text.trim())?.[1]
  return quarter === undefined
    ? { kind: 'progress', quarter: '', text: text.trim() }
    : { kind: 'outcome', quarter, text: text.trim() }
}

/** A colour, where the words are one and nothing else. */
function ragIn(printed: string): Rag | undefined {
  switch (plainly(printed)) {
    case 'red':
    case 'r':
      return 'red'
    case 'amber':
    case 'a':
      return 'amber'
    case 'green':
    case 'g':
      return 'green'
    default:
      return undefined
  }
}

const COMPLETE = new Set(['complete', 'completed', 'done', 'closed', 'actioned', 'implemented', 'achieved'])

/**
 * How far a row has come, where its words are sure: "COMPLETED" is, "COMPLETED FOR JANUARY 2017" and "completed and
 * ongoing" are not. What its owner calls complete is proposed: only the committee closes it (law 6).
 */
function stateIn(status: string): ImportedRow['state'] {
  const words = plainly(status)
  if (words === 'paused' || words === 'on hold') return 'paused'
  return words !== '' && words.split(' ').every((word) => COMPLETE.has(word)) ? 'proposed' : 'open'
}
