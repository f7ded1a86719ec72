import type { Tx } from '../database/transact.ts'
import type { TrackedKind } from './types.ts'

/** Councils put the kind into the reference (Surrey: "R3/12", "A55/12"). */
const PREFIX: Readonly<Record<TrackedKind, string>> = { recommendation: 'R', information: 'Q', action: 'A' }

/**
 * The next references of a kind in a municipal year, "R3/17". A number that was given is never given again, whatever
 * becomes of its row: the serial stands by itself.
 *
 * @param yearBegan the calendar year in which the municipal year began
 */
export async function nextReferences(
  tx: Tx,
  of: { readonly kind: TrackedKind; readonly yearBegan: number; readonly count: number },
): Promise<string[]> {
  const { councilId } = tx
  const { kind, yearBegan: year, count } = of
  if (count === 0) return []
  const { last } = await tx.db.trackerSerial.upsert({
    where: { councilId_kind_year: { councilId, kind, year } },
    create: { councilId, kind, year, last: count },
    update: { last: { increment: count } },
  })
  const short = String(year % 100).padStart(2, '0')
  return Array.from({ length: count }, (_, place) => `${PREFIX[kind]}${last - count + place + 1}/${short}`)
}
