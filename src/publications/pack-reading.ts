import { z } from 'zod'
import type { Paper, PaperDocument } from '../documents/paper.ts'

export const restrictedMark = z.object({
  kind: z.string(),
  page: z.number(),
  line: z.number(),
  text: z.string(),
  times: z.number(),
})
/** A sign of exempt matter that the publishing clerk must answer for. */
export type RestrictedMarkRead = z.infer<typeof restrictedMark>

export const packReading = z.object({
  council: z.string().optional(),
  committee: z.string().optional(),
  date: z.string().optional(),
  time: z.string().optional(),
  venue: z.string().optional(),
  chair: z.string().optional(),
  viceChair: z.string().optional(),
  members: z.array(z.string()).default([]),
  items: z
    .array(
      z.object({
        number: z.string(),
        title: z.string(),
        pages: z.string().optional(),
        /** The paper says that the public is excluded; `part`: from an enclosure alone. */
        exempt: z.literal(true).optional(),
        part: z.literal(true).optional(),
      }),
    )
    .default([]),
  pages: z.number(),
  also: z.array(z.string()).default([]),
})
/** What was read of a pack, as it is stored with it: the agenda's fields, and what else the file holds. */
export type PackReading = z.infer<typeof packReading>

export const emptyReading: PackReading = { members: [], items: [], pages: 0, also: [] }

/** From the stored column. */
export function storedReading(column: unknown): PackReading {
  return column === null || column === undefined ? emptyReading : packReading.parse(column)
}

export function storedMarks(column: unknown): RestrictedMarkRead[] {
  return z.array(restrictedMark).parse(column)
}

/** The standard sentence about a possible exclusion stands on many open agendas: it alone asks for no answer. */
const WEAK_MARK = 'possible-exclusion'

/** The marks of matter that is closed, which a person must answer for. */
export function closedMarks(marks: readonly RestrictedMarkRead[]): readonly RestrictedMarkRead[] {
  return marks.filter((it) => it.kind !== WEAK_MARK)
}

/** How often the file shows such marks, repeats on every page included. */
export function countOf(marks: readonly RestrictedMarkRead[]): number {
  return marks.reduce((sum, one) => sum + one.times, 0)
}

/** What is kept of a paper: its agenda's fields, and which other documents the file holds. */
export function readingOf(paper: Paper, agenda: PaperDocument): PackReading {
  const { kind: _kind, where: _where, doubts: _doubts, ...fields } = agenda
  return packReading.parse({
    ...fields,
    pages: paper.pages,
    also: paper.documents.filter((document) => document !== agenda).map((document) => document.kind),
  })
}
