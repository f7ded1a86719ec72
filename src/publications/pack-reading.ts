import { z } from 'zod'
import type { Paper, PaperDocument } from '../documents/paper.ts'

const mark = z.object({ kind: z.string(), page: z.number(), line: z.number(), text: z.string() })
/** A sign of exempt matter that the publishing clerk must answer for. */
export type RestrictedMarkRead = z.infer<typeof mark>

const reading = z.object({
  council: z.string().optional(),
  committee: z.string().optional(),
  date: z.string().optional(),
  time: z.string().optional(),
  plannedEnd: z.string().optional(),
  venue: z.string().optional(),
  chair: z.string().optional(),
  viceChair: z.string().optional(),
  members: z.array(z.string()).default([]),
  items: z
    .array(z.object({ number: z.string(), title: z.string(), pages: z.string().optional() }))
    .default([]),
  pages: z.number(),
  also: z.array(z.string()).default([]),
})
/** What was read of a pack, as it is stored with it: the agenda's fields, and what else the file holds. */
export type PackReading = z.infer<typeof reading>

export const emptyReading: PackReading = { members: [], items: [], pages: 0, also: [] }

/** From the stored column. */
export function storedReading(column: unknown): PackReading {
  return column === null || column === undefined ? emptyReading : reading.parse(column)
}

export function storedMarks(column: unknown): RestrictedMarkRead[] {
  return z.array(mark).parse(column)
}

/** The standard sentence about a possible exclusion stands on many open agendas: it alone asks for no answer. */
const WEAK_MARK = 'possible-exclusion'

export function mustConfirmPublicCopy(marks: readonly RestrictedMarkRead[]): boolean {
  return marks.some((it) => it.kind !== WEAK_MARK)
}

/** The agenda of a paper, or `undefined` when it holds none. */
export function agendaOf(paper: Paper): PackReading | undefined {
  const agenda = paper.documents.find(isAgenda)
  if (!agenda) return undefined
  const { kind: _kind, where: _where, ...fields } = agenda
  return reading.parse({
    ...fields,
    pages: paper.pages,
    also: paper.documents.filter((document) => document !== agenda).map((document) => document.kind),
  })
}

function isAgenda(document: PaperDocument): boolean {
  return document.kind === 'agenda' || document.kind === 'agenda+minutes'
}
