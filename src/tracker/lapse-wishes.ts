import { toDate } from '../calendar/civil.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'

/**
 * What was asked for is overtaken: the row is answered, proposed complete, not asked for any more, or owed by others.
 *
 * @param byIds of whose wishes alone; everybody's where it is left out
 */
export async function lapseWishes(tx: Tx, rowId: string, byIds?: readonly string[]): Promise<void> {
  const { councilId } = tx
  const where = {
    councilId,
    rowId,
    state: 'waiting' as const,
    ...(byIds ? { byId: { in: [...byIds] } } : {}),
  }
  const waiting = await tx.db.ownerWish.findMany({ where, select: { id: true } })
  if (waiting.length === 0) return
  await tx.db.ownerWish.updateMany({
    where,
    data: { state: 'lapsed', decidedAt: toDate(tx.now), version: { increment: 1 } },
  })
  for (const { id } of waiting) await tx.refresh({ kind: messageKinds.ownerWish, subject: id })
}
