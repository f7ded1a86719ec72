import type { CouncilRows } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Actor } from '../database/transact.ts'

/** Days for which private text is kept; more than ten years is no retention. */
export const REASON_DAYS = { least: 1, most: 3650 } as const

/** For how many days private text is kept after it was needed. */
export async function reasonDays({ councilId, db }: CouncilRows): Promise<number> {
  const council = await db.council.findUniqueOrThrow({
    where: { id: councilId },
    select: { reasonDays: true },
  })
  return council.reasonDays
}

/**
 * Set for how long private text is kept. It holds for what is stored already: the next tick deletes what is older.
 *
 * @param act.days within `REASON_DAYS`
 */
export async function setReasonDays(
  house: House,
  act: { readonly by: Actor; readonly days: number },
): Promise<void> {
  await house.transact(act.by, async (tx) => {
    const before = await reasonDays(tx)
    if (before === act.days) return
    await tx.db.council.update({ where: { id: tx.councilId }, data: { reasonDays: act.days } })
    tx.audit('council.privacy-set', { days: act.days, before })
  })
}
