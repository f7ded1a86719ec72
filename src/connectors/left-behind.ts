import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { PackDesk } from '../publications/pack-desk.ts'
import type { ClaimedWatch } from './claim-looks.ts'
import { addressOf, givePaper } from './settle-proposal.ts'

/** A paper that was taken is given for reading in the same moment, unless the process ended in between. */
const SURELY_LEFT = { minutes: 5 }

/** Papers that a clerk has taken and that were never given for reading: given now. */
export async function giveLeftBehind(house: House, watch: ClaimedWatch, desk: PackDesk): Promise<void> {
  const { councilId } = house
  const left = await house.db.siteProposal.findMany({
    where: {
      councilId,
      state: 'taken',
      kind: { in: ['pack', 'supplement'] },
      byId: { not: null },
      packId: null,
      settledAt: { lt: toDate(house.now().subtract(SURELY_LEFT)) },
      seen: { watchedId: watch.id },
    },
    include: { seen: true },
  })
  for (const row of left) {
    const address = addressOf(row)
    // Taken off the site meanwhile.
    if (row.byId === null || address === undefined) continue
    const packId = await givePaper(house, { by: row.byId, proposalId: row.id, address })
    if (packId !== undefined) await desk.read(house, packId)
  }
}
