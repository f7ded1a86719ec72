import { createHash } from 'node:crypto'
import type { House } from '../database/house.ts'
import { SCRUTINEER } from '../database/transact.ts'
import type { Paper } from '../documents/paper.ts'
import { messageKinds } from '../meetings/messages.ts'
import { agendaOf } from './pack-reading.ts'

/** What came of reading a pack: what it says, or why it could not be read, in words for the clerk. */
export type ReadingResult =
  | { readonly ok: true; readonly name: string; readonly paper: Paper; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly name: string; readonly problem: string }

/**
 * Store what was read. Of a file that could not be read nothing is stored but why: the clerk types the
 * fields. A second result for the same pack changes nothing.
 */
export async function recordReading(
  house: House,
  act: {
    readonly packId: string
    readonly result: ReadingResult
    readonly notAnAgenda: (kinds: string[]) => string
  },
): Promise<void> {
  await house.transact(SCRUTINEER, async (tx) => {
    const { result } = act
    const agenda = result.ok ? agendaOf(result.paper) : undefined
    const problem = result.ok
      ? agenda
        ? null
        : act.notAnAgenda(result.paper.documents.map((document) => document.kind))
      : result.problem
    const stored = await tx.db.pack.updateMany({
      where: { councilId: tx.councilId, id: act.packId, state: 'reading' },
      data: {
        state: agenda ? 'draft' : 'unreadable',
        fileName: result.name,
        readingProblem: problem,
        // Marks are kept even of a paper without an agenda: it may be published all the same.
        restrictedMarks: result.ok ? result.paper.restrictedMarks.map((mark) => ({ ...mark })) : [],
        ...(agenda && result.ok
          ? {
              reading: agenda,
              fileBytes: result.bytes.byteLength,
              fileSha256: createHash('sha256').update(result.bytes).digest('hex'),
            }
          : {}),
      },
    })
    if (stored.count === 0) return
    tx.audit(agenda ? 'pack.read' : 'pack.unreadable', { pack: act.packId })
    await tx.refresh({ kind: messageKinds.packReading, subject: act.packId })
  })
}
