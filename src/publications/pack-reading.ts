import { z } from 'zod'
import type { Paper, PaperDocument } from '../documents/paper.ts'
import { shortened } from '../slack/shorten.ts'

export const restrictedMark = z.object({
  kind: z.string(),
  page: z.number(),
  line: z.number(),
  text: z.string(),
  times: z.number(),
})
/** A sign of exempt matter that the publishing clerk must answer for. */
export type RestrictedMarkRead = z.infer<typeof restrictedMark>

/** The fields of an agenda that the clerk checks. */
const READ_FIELDS = ['committee', 'date', 'time', 'venue', 'chair', 'viceChair', 'members', 'items'] as const
export type ReadField = (typeof READ_FIELDS)[number]

const place = z.object({ page: z.number(), line: z.number() })
/** Where in the paper something stands, both counted from 1. */
export type PlaceRead = z.infer<typeof place>

const doubt = z.object({ code: z.string(), field: z.enum(READ_FIELDS), at: place, text: z.string() })
/** What the reader could not settle: the clerk is asked. */
export type DoubtRead = z.infer<typeof doubt>

/** What is kept of a paper stays small, however odd the paper: no agenda has more items or members. */
const MOST_PLACES = 300
const MOST_DOUBTS = 40
const DOUBT_TEXT = 300

export const packReading = z.object({
  /** Readings of earlier versions were of agendas alone. */
  kind: z.enum(['agenda', 'supplement']).default('agenda'),
  /** "Supplementary Agenda No. 2" */
  supplementNo: z.int().optional(),
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
  /** Of each field one place, or one for each of its entries; readings of earlier versions have none. */
  where: z.partialRecord(z.enum(READ_FIELDS), z.array(place)).default({}),
  doubts: z.array(doubt).default([]),
})
/** What was read of a pack, as it is stored with it: the fields of its agenda or supplement, and what else the file holds. */
export type PackReading = z.infer<typeof packReading>

export const emptyReading: PackReading = {
  kind: 'agenda',
  members: [],
  items: [],
  pages: 0,
  also: [],
  where: {},
  doubts: [],
}

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

/** What is kept of a paper: the fields of its agenda or supplement with their places, and which other documents it holds. */
export function readingOf(paper: Paper, pack: PaperDocument): PackReading {
  return packReading.parse({
    ...pack,
    kind: pack.kind === 'supplement' ? 'supplement' : 'agenda',
    pages: paper.pages,
    also: paper.documents.filter((document) => document !== pack).map((document) => document.kind),
    where: placesOf(pack),
    doubts: doubtsOf(pack),
  })
}

function placesOf({ where }: PaperDocument): PackReading['where'] {
  const places: PackReading['where'] = {}
  for (const field of READ_FIELDS) {
    const at = where[field]
    if (at) places[field] = at.slice(0, MOST_PLACES)
  }
  return places
}

function doubtsOf({ doubts }: PaperDocument): DoubtRead[] {
  return doubts
    .flatMap((one) => {
      const field = READ_FIELDS.find((name) => name === one.field)
      return field ? [{ ...one, field, text: shortened(one.text, DOUBT_TEXT) }] : []
    })
    .slice(0, MOST_DOUBTS)
}
