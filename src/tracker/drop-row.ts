import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnRow, onRow, type RowRefusal } from './acting.ts'
import { noteChange, type RowChange } from './changes.ts'
import { type RowAct, stateAfter } from './state-rules.ts'
import type { TrackedRow } from './types.ts'

export interface WhyMissing {
  readonly code: 'why-missing'
}

/** A row that its clerk does not want tracked, such as a courtesy that reads like a request: it stays, withdrawn. */
export async function dropRow(
  house: House,
  act: ActOnRow & { readonly why: string },
): Promise<Outcome<undefined, RowRefusal | WhyMissing>> {
  return onRow<undefined, WhyMissing>(house, act, async ({ tx, row }) => {
    if (act.why === '') return refused({ code: 'why-missing' })
    if (!(await moveRow(tx, row, 'withdraw', { kind: 'withdrawn', why: act.why })))
      return refused({ code: 'row-over' })
    tx.audit('tracker.row-dropped', { row: row.id, reference: row.reference }, row.committeeId)
    return done(undefined)
  })
}

/** It is tracked after all. */
export async function takeUpRow(house: House, act: ActOnRow): Promise<Outcome<undefined, RowRefusal>> {
  return onRow<undefined, RowRefusal>(house, act, async ({ tx, row }) => {
    if (!(await moveRow(tx, row, 'takeUp', { kind: 'reopened' }))) return refused({ code: 'row-over' })
    tx.audit('tracker.row-taken-up', { row: row.id, reference: row.reference }, row.committeeId)
    return done(undefined)
  })
}

const NOT_PAUSED = { pausedOn: null, pausedWhy: '' } as const
/** What is open again starts with nothing of what it was. */
export const NOTHING_DONE = { ...NOT_PAUSED, proposedAt: null, completedOn: null, closedAt: null } as const

/**
 * Move a row to the state that an act leads to, and note it in its history.
 *
 * @returns whether the act could be done in the state that the row had
 */
export async function moveRow(
  tx: Tx,
  row: TrackedRow,
  act: Exclude<RowAct, 'close'>,
  change: RowChange,
): Promise<boolean> {
  const state = stateAfter(act, row.state)
  if (state === undefined) return false
  await tx.db.trackerRow.update({
    where: { id: row.id, councilId: tx.councilId },
    data: {
      state,
      ...(state === 'open' ? NOTHING_DONE : {}),
      ...(state === 'proposed' ? NOT_PAUSED : {}),
      version: { increment: 1 },
    },
  })
  await noteChange(tx, row.id, {
    ...change,
    before: { state: row.state, ...change.before },
    after: { state, ...change.after },
  })
  return true
}
