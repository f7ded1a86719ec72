import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { House } from '../database/house.ts'
import { SCRUTINEER, type Tx } from '../database/transact.ts'
import { agendaOf } from '../documents/agenda-of.ts'
import type { PaperError, PaperFile, ReadOutcome } from '../documents/paper.ts'
import { paperErrorWords } from '../documents/words.en.ts'
import { messageKinds } from '../meetings/messages.ts'
import { packReading, readingOf, restrictedMark } from './pack-reading.ts'

/** What is kept of a file: how long it was, and what tells it from another. */
export interface FileSize {
  readonly bytes: number
  readonly sha256: string
}

export function sizeOf(bytes: Uint8Array): FileSize {
  return { bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') }
}

const common = {
  name: z.string(),
  marks: z.array(restrictedMark).readonly(),
  /** Of the pack itself, where the clerk gave the address of its meeting. */
  publicAddress: z.string().optional(),
}

/** As the command line hands it over to the bot, too. */
export const readingResult = z.discriminatedUnion('ok', [
  z.object({
    ...common,
    ok: z.literal(true),
    size: z.object({ bytes: z.int(), sha256: z.string() }),
    reading: packReading,
  }),
  z.object({ ...common, ok: z.literal(false), problem: z.string() }),
])

/**
 * What came of reading a pack: what it says, or why it could not be read, in words for the clerk. Marks
 * of exempt matter are kept even of a paper without an agenda: it may be published all the same.
 */
export type ReadingResult = z.infer<typeof readingResult>

/** What a reader's answer means for a pack. */
export function resultOf(file: PaperFile, outcome: ReadOutcome): ReadingResult {
  const { name } = file
  if (!outcome.ok) return { ok: false, name, problem: unreadable(outcome.error), marks: [] }
  const { paper } = outcome
  const found = agendaOf(paper)
  const marks = paper.restrictedMarks
  return found.ok
    ? { ok: true, name, size: sizeOf(file.bytes), reading: readingOf(paper, found.agenda), marks }
    : { ok: false, name, problem: unreadable(found.error), marks }
}

function unreadable(error: PaperError): string {
  const { what, tryThis } = paperErrorWords(error)
  return `${what} ${tryThis}`
}

/**
 * Store what was read. Of a file that could not be read nothing is stored but why: the clerk types the
 * fields. A second result for the same pack changes nothing.
 */
export async function recordReading(
  house: House,
  act: { readonly packId: string; readonly result: ReadingResult },
): Promise<void> {
  await house.transact(SCRUTINEER, (tx) => storeReading(tx, act.packId, act.result))
}

/** The same within an open transaction. */
export async function storeReading(tx: Tx, packId: string, result: ReadingResult): Promise<void> {
  const stored = await tx.db.pack.updateMany({
    where: { councilId: tx.councilId, id: packId, state: 'reading' },
    data: {
      ...(result.name === '' ? {} : { fileName: result.name }),
      ...(result.publicAddress === undefined ? {} : { publicAddress: result.publicAddress }),
      claimedAt: null,
      restrictedMarks: result.marks.map((mark) => ({ ...mark })),
      ...(result.ok
        ? {
            state: 'draft',
            reading: result.reading,
            fileBytes: result.size.bytes,
            fileSha256: result.size.sha256,
          }
        : { state: 'unreadable', readingProblem: result.problem }),
    },
  })
  if (stored.count === 0) return
  tx.audit(result.ok ? 'pack.read' : 'pack.unreadable', { pack: packId })
  await tx.refresh({ kind: messageKinds.packReading, subject: packId })
}
