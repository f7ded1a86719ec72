import { columnOfDate, toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { noteChange } from './changes.ts'
import { lapseWishes } from './lapse-wishes.ts'
import { acknowledge } from './note-seen.ts'
import { type ActOnOwed, type OwedRefusal, onOwed } from './owner-acting.ts'
import { stateAfter } from './state-rules.ts'

export interface ProposeComplete extends ActOnOwed {
  /** What was done. */
  readonly text: string
  /** When, by its owner's own word; ISO civil date. */
  readonly doneOn: string
}

/**
 * - `text-missing`: say what was done
 * - `day-missing`: say when
 * - `day-ahead`: it is done when it is done: no day that is still to come
 */
export type ProposeRefusal = OwedRefusal | { readonly code: 'text-missing' | 'day-missing' | 'day-ahead' }

/**
 * Propose a row as complete: nobody is asked for it any more, and it stands on the committee's next agenda. Only the
 * committee closes it (law 6).
 */
export async function proposeComplete(
  house: House,
  act: ProposeComplete,
): Promise<Outcome<undefined, ProposeRefusal>> {
  return onOwed<undefined, ProposeRefusal>(house, act, async ({ tx, row, today }) => {
    if (act.text === '') return refused({ code: 'text-missing' })
    if (act.doneOn === '') return refused({ code: 'day-missing' })
    if (act.doneOn > today) return refused({ code: 'day-ahead' })
    const state = stateAfter('propose', row.state)
    if (state === undefined) return refused({ code: 'row-over' })
    const { councilId } = tx
    await tx.db.trackerUpdate.create({
      data: {
        councilId,
        rowId: row.id,
        kind: 'done',
        text: act.text,
        on: columnOfDate(act.doneOn),
        at: toDate(tx.now),
        byId: act.by,
      },
    })
    await tx.db.trackerRow.update({
      where: { id: row.id, councilId },
      data: {
        state,
        proposedAt: toDate(tx.now),
        completedOn: columnOfDate(act.doneOn),
        version: { increment: 1 },
      },
    })
    await noteChange(tx, row.id, {
      kind: 'proposed',
      before: { state: row.state },
      after: { state, completedOn: act.doneOn },
    })
    await acknowledge(tx, row)
    await lapseWishes(tx, row.id)
    tx.audit('tracker.proposed-complete', { row: row.id, doneOn: act.doneOn }, row.committeeId)
    return done(undefined)
  })
}

/** Take it back while the committee has not closed it: it is open again, and asked for again. */
export async function takeProposalBack(
  house: House,
  act: ActOnOwed,
): Promise<Outcome<undefined, OwedRefusal>> {
  return onOwed<undefined, OwedRefusal>(house, act, async ({ tx, row }) => {
    const state = stateAfter('unpropose', row.state)
    if (state === undefined) return refused({ code: 'row-over' })
    await tx.db.trackerRow.update({
      where: { id: row.id, councilId: tx.councilId },
      data: { state, proposedAt: null, completedOn: null, version: { increment: 1 } },
    })
    await noteChange(tx, row.id, { kind: 'unproposed', before: { state: row.state }, after: { state } })
    tx.audit('tracker.proposal-taken-back', { row: row.id }, row.committeeId)
    return done(undefined)
  })
}
