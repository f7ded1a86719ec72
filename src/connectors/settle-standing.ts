import { civilDate, toDate } from '../calendar/civil.ts'
import type { Tx } from '../database/transact.ts'
import type { Follow } from '../meetings/change-meeting.ts'
import { siteMessageKinds } from './messages.ts'
import { comparison, proposalOf } from './present-state.ts'
import { standingOf } from './rules.ts'

/**
 * Close what was asked about a committee's meetings and needs no answer any more: somebody did it without
 * the button, the site took it back, or the meeting is over.
 */
export async function settleStanding(
  tx: Tx,
  of: { readonly watchedId: string } | { readonly meetingId: string },
  today: string,
): Promise<void> {
  const { councilId } = tx
  const open = await tx.db.siteProposal.findMany({
    where: { councilId, state: 'open', seen: of },
    include: { seen: true },
  })
  const touched = new Set<string>()
  for (const proposal of open) {
    const standing = standingOf(proposalOf(proposal), await comparison(tx, proposal.seen), today)
    if (standing === 'open') continue
    await tx.db.siteProposal.updateMany({
      where: { councilId, id: proposal.id, state: 'open' },
      data: { state: standing === 'done' ? 'taken' : 'dismissed', settledAt: toDate(tx.now) },
    })
    touched.add(proposal.seenId)
  }
  for (const subject of touched) await tx.refresh({ kind: siteMessageKinds.proposals, subject })
}

/** A clerk has changed a meeting: what the site proposed about it may be done. */
export const settleAfterChange: Follow = async (tx, { meeting }) => {
  await settleStanding(tx, { meetingId: meeting.id }, civilDate(tx.now, meeting.timeZone).toString())
}

/** The committee is not watched any more: nothing is asked about it. */
export async function dropStanding(tx: Tx, watchedId: string): Promise<void> {
  const { councilId } = tx
  const where = { councilId, state: 'open' as const, seen: { watchedId } }
  const open = await tx.db.siteProposal.findMany({ where, select: { seenId: true } })
  await tx.db.siteProposal.updateMany({ where, data: { state: 'dismissed', settledAt: toDate(tx.now) } })
  for (const subject of new Set(open.map(({ seenId }) => seenId)))
    await tx.refresh({ kind: siteMessageKinds.proposals, subject })
}
