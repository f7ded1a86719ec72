import { followSeats } from '../apologies/follow-seats.ts'
import type { Tx } from '../database/transact.ts'
import { followMembership } from '../publications/restricted-follow.ts'

/** What follows in the same transaction when an import has changed who sits where. */
export async function followImport(tx: Tx): Promise<void> {
  await followMembership(tx)
  await followSeats(tx)
}
