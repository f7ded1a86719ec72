import { columnOfDate, toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { noteChange } from './changes.ts'
import { acknowledge } from './note-seen.ts'
import { type ActOnOwed, type OwedRefusal, onOwed } from './owner-acting.ts'
import { isLive } from './state-rules.ts'
import type { Rag } from './types.ts'

export interface UpdateAction extends ActOnOwed {
  readonly text: string
  /** As it was where it is left out. */
  readonly rag?: Rag | undefined
}

/** - `text-missing`: say how it goes */
export type UpdateRefusal = OwedRefusal | { readonly code: 'text-missing' }

/** Say how a row goes: a dated word that adds to those before. It answers nothing, and the row stays open. */
export async function updateAction(
  house: House,
  act: UpdateAction,
): Promise<Outcome<undefined, UpdateRefusal>> {
  return onOwed<undefined, UpdateRefusal>(house, act, async ({ tx, row, today }) => {
    if (act.text === '') return refused({ code: 'text-missing' })
    if (!isLive(row)) return refused({ code: 'row-over' })
    const { councilId } = tx
    await tx.db.trackerUpdate.create({
      data: {
        councilId,
        rowId: row.id,
        kind: 'progress',
        text: act.text,
        rag: act.rag ?? null,
        on: columnOfDate(today),
        at: toDate(tx.now),
        byId: act.by,
      },
    })
    if (act.rag !== undefined && act.rag !== row.rag) {
      await tx.db.trackerRow.update({
        where: { id: row.id, councilId },
        data: { rag: act.rag, version: { increment: 1 } },
      })
      await noteChange(tx, row.id, {
        kind: 'rag',
        before: { rag: row.rag ?? null },
        after: { rag: act.rag },
      })
    }
    await acknowledge(tx, row)
    tx.audit('tracker.updated', { row: row.id, rag: act.rag ?? null }, row.committeeId)
    return done(undefined)
  })
}
