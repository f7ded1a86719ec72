import { civilDate, columnOfDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnRow, onRow, type RowRefusal } from './acting.ts'
import { moveRow, type WhyMissing } from './drop-row.ts'

/** Nobody is asked for it for a while, and it is not overdue meanwhile: with the reason, which the papers print. */
export async function pauseRow(
  house: House,
  act: ActOnRow & { readonly why: string },
): Promise<Outcome<undefined, RowRefusal | WhyMissing>> {
  return onRow<undefined, WhyMissing>(house, act, async ({ tx, row }) => {
    if (act.why === '') return refused({ code: 'why-missing' })
    if (!(await moveRow(tx, row, 'pause', { kind: 'paused', why: act.why })))
      return refused({ code: 'row-over' })
    await tx.db.trackerRow.update({
      where: { id: row.id, councilId: tx.councilId },
      data: { pausedOn: columnOfDate(civilDate(tx.now, house.timeZone).toString()), pausedWhy: act.why },
    })
    tx.audit('tracker.row-paused', { row: row.id, reference: row.reference }, row.committeeId)
    return done(undefined)
  })
}

/** What was proposed complete before it was paused still is: nobody is asked for it anew. */
export async function resumeRow(house: House, act: ActOnRow): Promise<Outcome<undefined, RowRefusal>> {
  return onRow<undefined, RowRefusal>(house, act, async ({ tx, row }) => {
    const act = row.proposedAt === undefined ? 'resume' : 'resumeProposed'
    if (!(await moveRow(tx, row, act, { kind: 'resumed' }))) return refused({ code: 'row-over' })
    tx.audit('tracker.row-resumed', { row: row.id, reference: row.reference }, row.committeeId)
    return done(undefined)
  })
}
