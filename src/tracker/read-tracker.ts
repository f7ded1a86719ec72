import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { PaperError, PaperFile } from '../documents/paper.ts'
import type { ReadingDesk } from '../documents/reading-desk.ts'
import type { PaperEntry } from '../documents/record.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { entriesOfCsv, isCsv, isMarkedRestricted } from './import-csv.ts'
import type { BesideEntry } from './import-rows.ts'

/** A tracker is a list; what is larger is a pack that holds one among much else, and is still read. */
export const LARGEST_TRACKER_MB = 30
/** More than any council's tracker, and what one screen shows before it is taken over. */
export const MOST_ROWS = 400

/**
 * - `unreadable`: the file is damaged, locked or of a kind that is not read
 * - `no-tracker`: it was read, and no table in it is a tracker
 * - `restricted`: it is marked as not for the public, and its words may not come into Slack
 * - `too-many-rows`
 */
export type ReadTrackerRefusal =
  | { readonly code: 'unreadable'; readonly error: PaperError }
  | { readonly code: 'no-tracker'; readonly file: string }
  | { readonly code: 'restricted'; readonly file: string; readonly page: number | undefined }
  | { readonly code: 'too-many-rows'; readonly rows: number; readonly most: number }

export interface ReadTracker {
  readonly fileName: string
  readonly sha256: string
  readonly entries: readonly (PaperEntry & { readonly beside?: BesideEntry })[]
}

/** What the process that was called hands to the bot: its words alone, and no file. */
export const readTracker: z.ZodType<ReadTracker> = z.object({
  fileName: z.string(),
  sha256: z.string(),
  entries: z.array(z.custom<ReadTracker['entries'][number]>(isEntry)),
})

const TEXTS = z.record(z.string(), z.union([z.string(), z.boolean()]))
const BESIDE = z.object({
  topic: z.string(),
  how: z.string(),
  successMeasure: z.string(),
  executiveMember: z.string(),
  backReference: z.string(),
  outcomes: z.array(
    z.object({ kind: z.enum(['progress', 'outcome', 'note']), quarter: z.string(), text: z.string() }),
  ),
})

function isEntry(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { beside, ...texts }: Record<string, unknown> = { ...value }
  return TEXTS.safeParse(texts).success && (beside === undefined || BESIDE.safeParse(beside).success)
}

/** Read a council's own tracker: a sheet, or a paper of any kind that the reader takes. */
export async function readTrackerFile(
  desk: Pick<ReadingDesk, 'read'>,
  file: PaperFile,
): Promise<Outcome<ReadTracker, ReadTrackerRefusal>> {
  const found = isCsv(file.name) ? entriesIn(file) : await entriesOfPaper(desk, file)
  if (!found.ok) return found
  const entries = found.value
  if (entries.length === 0) return refused({ code: 'no-tracker', file: file.name })
  if (entries.length > MOST_ROWS)
    return refused({ code: 'too-many-rows', rows: entries.length, most: MOST_ROWS })
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return done({ fileName: file.name, sha256, entries })
}

function entriesIn(file: PaperFile): Outcome<ReadTracker['entries'], ReadTrackerRefusal> {
  if (isMarkedRestricted(file.bytes)) return refused({ code: 'restricted', file: file.name, page: undefined })
  const entries = entriesOfCsv(file.bytes)
  return entries ? done(entries) : refused({ code: 'no-tracker', file: file.name })
}

async function entriesOfPaper(
  desk: Pick<ReadingDesk, 'read'>,
  file: PaperFile,
): Promise<Outcome<ReadTracker['entries'], ReadTrackerRefusal>> {
  const read = await desk.read(file)
  if (!read.ok) return refused({ code: 'unreadable', error: read.error })
  const { documents, restrictedMarks } = read.paper
  // Many open papers carry the sentence that the public may be asked to leave: it closes nothing by itself.
  const mark = restrictedMarks.find(({ kind }) => kind !== 'possible-exclusion')
  if (mark) return refused({ code: 'restricted', file: file.name, page: mark.page })
  return done(documents.filter(({ kind }) => kind === 'tracker').flatMap(({ entries = [] }) => entries))
}
