import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome } from '../outcome.ts'
import { type ActOnSitting, onSitting, type SittingRefusal } from './acting.ts'

/** Take up what a supplement brought after the meeting was opened. Without anything new nothing is done. */
export async function followAgenda(
  house: House,
  act: ActOnSitting,
): Promise<Outcome<{ readonly added: number }, SittingRefusal>> {
  return onSitting<{ readonly added: number }, SittingRefusal>(house, act, async ({ tx, sitting }) => {
    const added = await addAgendaItems(tx, act.meetingId)
    if (added > 0)
      tx.audit('sitting.business-added', { meeting: act.meetingId, added }, sitting.meeting.committeeId)
    return done({ added })
  })
}

/** A record for each item of the agenda that has none yet, behind what there is. @returns how many */
export async function addAgendaItems(tx: Tx, meetingId: string): Promise<number> {
  const where = { councilId: tx.councilId, meetingId }
  const records = await tx.db.itemRecord.findMany({ where, select: { itemId: true, position: true } })
  const known = new Set(records.map(({ itemId }) => itemId))
  const last = Math.max(0, ...records.map(({ position }) => position))
  const items = await tx.db.agendaItem.findMany({
    where: { ...where, withdrawnAt: null },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  const fresh = items.filter(({ id }) => !known.has(id))
  if (fresh.length > 0)
    await tx.db.itemRecord.createMany({
      data: fresh.map(({ id }, place) => ({ ...where, itemId: id, position: last + place + 1 })),
    })
  return fresh.length
}
