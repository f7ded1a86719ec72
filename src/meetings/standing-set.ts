import type { House } from '../database/house.ts'
import type { Actor } from '../database/transact.ts'
import { lockCommittee } from './locks.ts'
import { standingItems } from './standing-agenda.ts'

export interface SetStandingItems {
  readonly by: Actor
  readonly committeeId: string
  /** In their order; none takes all away. */
  readonly titles: readonly string[]
}

/** Say with which items every agenda of a committee begins. @returns whether anything is different now */
export async function setStandingItems(house: House, act: SetStandingItems): Promise<boolean> {
  return house.transact(act.by, async (tx) => {
    await lockCommittee(tx, act.committeeId)
    const before = await standingItems(tx, act.committeeId)
    if (before.join('\n') === act.titles.join('\n')) return false
    const { councilId } = tx
    await tx.db.standingItem.deleteMany({ where: { councilId, committeeId: act.committeeId } })
    await tx.db.standingItem.createMany({
      data: act.titles.map((title, index) => ({
        councilId,
        committeeId: act.committeeId,
        position: index + 1,
        title,
      })),
    })
    tx.audit(
      'committee.standing-items-set',
      { before: before.length, after: act.titles.length },
      act.committeeId,
    )
    return true
  })
}
