import { civilDate, columnOfDate, toDate } from '../calendar/civil.ts'
import type { Tx } from '../database/transact.ts'
import type { Follow } from '../meetings/change-meeting.ts'
import { askClerks } from './ask-clerks.ts'
import { siteMessageKinds } from './messages.ts'
import { comparison, proposalOf } from './present-state.ts'
import { standingOf } from './rules.ts'

/**
 * Close what was asked about a committee's meetings and needs no answer any more: somebody did it without
 * the button, the site took it back, or the meeting is over. What settled itself so is asked again when it
 * comes again: cancelled, on after all, and cancelled once more. What a clerk has settled stays settled.
 */
export async function settleStanding(
  tx: Tx,
  of: { readonly watchedId: string } | { readonly meetingId: string },
  today: string,
): Promise<void> {
  const { councilId } = tx
  const rows = await tx.db.siteProposal.findMany({
    where: {
      councilId,
      seen: { ...of, watched: { stoppedAt: null } },
      OR: [{ state: 'open' }, { byId: null, seen: { date: { gte: columnOfDate(today) } } }],
    },
    include: { seen: { include: { watched: true } } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const settled = new Set<string>()
  const asked = new Map<string, { committeeId: string; seenId: string; proposalId: string }>()
  for (const row of rows) {
    const { id, seenId, seen } = row
    const standing = standingOf(proposalOf(row), await comparison(tx, seen), today)
    if ((standing === 'open') === (row.state === 'open')) continue
    const data =
      standing === 'open'
        ? { state: 'open' as const, settledAt: null }
        : {
            state: standing === 'done' ? ('taken' as const) : ('dismissed' as const),
            settledAt: toDate(tx.now),
          }
    await tx.db.siteProposal.updateMany({ where: { councilId, id, state: row.state }, data })
    if (standing !== 'open') settled.add(seenId)
    else asked.set(seenId, { committeeId: seen.watched.committeeId, seenId, proposalId: id })
  }
  for (const subject of settled) await tx.refresh({ kind: siteMessageKinds.proposals, subject })
  for (const of of asked.values()) await askClerks(tx, of)
}

/** A clerk has changed a meeting: what the site proposed about it may be done. */
export const settleAfterChange: Follow = async (tx, { meeting }) => {
  await settleStanding(tx, { meetingId: meeting.id }, civilDate(tx.now, meeting.timeZone).toString())
}

/** The committee is not watched any more: nothing is asked about it, until it is watched again. */
export async function dropStanding(tx: Tx, watchedId: string): Promise<void> {
  const { councilId } = tx
  const where = { councilId, state: 'open' as const, seen: { watchedId } }
  const open = await tx.db.siteProposal.findMany({ where, select: { seenId: true } })
  await tx.db.siteProposal.updateMany({ where, data: { state: 'dismissed', settledAt: toDate(tx.now) } })
  for (const subject of new Set(open.map(({ seenId }) => seenId)))
    await tx.refresh({ kind: siteMessageKinds.proposals, subject })
}
