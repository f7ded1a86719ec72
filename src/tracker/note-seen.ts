import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome } from '../outcome.ts'
import { type ActOnOwed, type OwedRefusal, onOwed } from './owner-acting.ts'
import type { TrackedRow } from './types.ts'

/** The owner has seen what they were asked: nothing is repeated until the next step comes. */
export async function noteSeen(
  house: House,
  act: ActOnOwed,
): Promise<Outcome<{ readonly already: boolean }, OwedRefusal>> {
  return onOwed<{ readonly already: boolean }, OwedRefusal>(house, act, async ({ tx, row }) => {
    const seen = await acknowledge(tx, row)
    if (seen > 0) tx.audit('tracker.seen', { row: row.id }, row.committeeId)
    return done({ already: seen === 0 })
  })
}

/**
 * What whoever acts was asked about a row is seen; where they act for somebody else, what that person was asked.
 *
 * @returns how many steps were acknowledged by it
 */
export async function acknowledge(tx: Tx, row: Pick<TrackedRow, 'id' | 'groupKey'>): Promise<number> {
  const { councilId } = tx
  const open = {
    councilId,
    groupKey: row.groupKey,
    rowIds: { has: row.id },
    outcome: 'sent' as const,
    acknowledgedAt: null,
  }
  const data = { acknowledgedAt: toDate(tx.now) }
  // Also what their deputy was asked in their place.
  const theirs = { OR: [{ personId: tx.by }, { insteadOfId: tx.by }] }
  const isAsked = await tx.db.escalation.count({
    where: { councilId, groupKey: row.groupKey, rowIds: { has: row.id }, ...theirs },
  })
  const where = isAsked > 0 ? { ...open, ...theirs } : open
  const { count } = await tx.db.escalation.updateMany({ where, data })
  return count
}
