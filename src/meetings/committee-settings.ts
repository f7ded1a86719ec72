import { toDate } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Actor } from '../database/transact.ts'
import type { LeadTimes } from './duty-rules.ts'
import { messageKinds } from './messages.ts'

/** What an administrator sets for a committee. */
export interface CommitteeSettings {
  /** Working days before the meeting. */
  readonly leads: LeadTimes
  /** Whether it is counted how many members open the papers; never who. */
  readonly countsOpenings: boolean
}

export async function committeeSettings(rows: CouncilRows, committeeId: string): Promise<CommitteeSettings> {
  const row = await rows.db.committee.findFirstOrThrow({
    where: { councilId: rows.councilId, id: committeeId },
  })
  const { draftLead, finalLead, clearanceLead, briefingLead, countsOpenings } = row
  return {
    leads: { draft: draftLead, final: finalLead, clearance: clearanceLead, briefing: briefingLead },
    countsOpenings,
  }
}

/** Set what is given; the rest stays. Reports that are asked for already keep their days. */
export async function setCommittee(
  house: House,
  act: {
    readonly by: Actor
    readonly committeeId: string
    readonly leads: Partial<LeadTimes>
    readonly countsOpenings: boolean | undefined
  },
): Promise<CommitteeSettings> {
  return house.transact(act.by, async (tx) => {
    const before = await committeeSettings(tx, act.committeeId)
    const after = {
      leads: { ...before.leads, ...act.leads },
      countsOpenings: act.countsOpenings ?? before.countsOpenings,
    }
    const { draft, final, clearance, briefing } = after.leads
    const { countsOpenings } = after
    const data = {
      draftLead: draft,
      finalLead: final,
      clearanceLead: clearance,
      briefingLead: briefing,
      countsOpenings,
    }
    if (JSON.stringify(before) === JSON.stringify(after)) return after
    await tx.db.committee.update({ where: { id: act.committeeId, councilId: tx.councilId }, data })
    tx.audit('committee.set', data, act.committeeId)
    // Links lead another way now, and the clerks' lists begin or end to say how many.
    if (countsOpenings !== before.countsOpenings) {
      const coming = await tx.db.meeting.findMany({
        where: { councilId: tx.councilId, committeeId: act.committeeId, endsAt: { gt: toDate(tx.now) } },
        select: { id: true },
      })
      for (const { id } of coming)
        for (const kind of [messageKinds.packCard, messageKinds.member, messageKinds.clerks])
          await tx.refresh({ kind, subject: id })
    }
    return after
  })
}
