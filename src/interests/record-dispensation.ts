import { civilDate, columnOfDate, toDate } from '../calendar/civil.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import { type CouncilRows, committeesWhereClerk, personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import {
  type DispensationAtHand,
  type DispensationRefusal,
  type Ground,
  whyNotDispense,
} from './dispensation-rules.ts'
import { dispensationOf } from './dispensations.ts'
import { isMonitoringOfficer } from './read-interests.ts'

/**
 * - `not-an-officer`: clerks and the Monitoring Officer record dispensations
 * - `person-gone`: nobody of that name is in the council
 * - `dispensation-gone`: it was revoked already
 */
export type RecordRefusal =
  | DispensationRefusal
  | { readonly code: 'not-an-officer' }
  | { readonly code: 'person-gone' }
  | { readonly code: 'dispensation-gone' }

export interface RecordDispensation {
  readonly by: string
  /** Absent for a general one. */
  readonly personId: string | undefined
  readonly ground: Ground
  readonly scope: string
  readonly mayVote: boolean
  /** The body or officer that granted it. */
  readonly grantedBy: string
  /** ISO civil dates, both inclusive. */
  readonly grantedOn: string
  readonly until: string
}

/** Whether this person may record and revoke dispensations: a clerk of any committee, or the Monitoring Officer. */
export async function keepsDispensations(rows: CouncilRows, personId: string): Promise<boolean> {
  return (
    (await committeesWhereClerk(rows, personId)).length > 0 || (await isMonitoringOfficer(rows, personId))
  )
}

/** Record that a dispensation was granted. */
export async function recordDispensation(
  house: House,
  act: RecordDispensation,
): Promise<Outcome<DispensationAtHand, RecordRefusal>> {
  return house.transact(act.by, async (tx) => {
    if (!(await keepsDispensations(tx, act.by))) return refused({ code: 'not-an-officer' })
    if (act.personId !== undefined && !(await personById(tx, act.personId)))
      return refused({ code: 'person-gone' })
    const { nation, holidays } = await councilCalendar(tx)
    const refusal = whyNotDispense(act, nation, civilDate(tx.now, house.timeZone), holidays)
    if (refusal) return refused(refusal)
    const { personId, ground, scope, mayVote, grantedBy } = act
    const row = await tx.db.dispensation.create({
      data: {
        councilId: tx.councilId,
        personId: personId ?? null,
        ground,
        scope: scope.trim(),
        mayVote,
        grantedBy,
        grantedOn: columnOfDate(act.grantedOn),
        until: columnOfDate(act.until),
        byId: act.by,
        at: toDate(tx.now),
      },
    })
    tx.audit('dispensation.recorded', {
      dispensation: row.id,
      member: personId ?? null,
      ground,
      mayVote,
      grantedOn: act.grantedOn,
      until: act.until,
    })
    return done(dispensationOf(row))
  })
}

/** Revoke a dispensation: from now on nobody may rely on it, also where a notice names it. */
export async function revokeDispensation(
  house: House,
  act: { readonly by: string; readonly dispensationId: string },
): Promise<Outcome<DispensationAtHand, RecordRefusal>> {
  return house.transact(act.by, async (tx) => {
    if (!(await keepsDispensations(tx, act.by))) return refused({ code: 'not-an-officer' })
    const of = { councilId: tx.councilId, id: act.dispensationId }
    const revoked = await tx.db.dispensation.updateMany({
      where: { ...of, revokedAt: null },
      data: { revokedAt: toDate(tx.now), revokedById: act.by },
    })
    const row = await tx.db.dispensation.findFirst({ where: of })
    if (revoked.count === 0 || !row) return refused({ code: 'dispensation-gone' })
    tx.audit('dispensation.revoked', { dispensation: row.id, member: row.personId })
    await refreshReliant(tx, row.id)
    return done(dispensationOf(row))
  })
}

/** Members who rely on it may do less now than their message led them to think. */
async function refreshReliant(tx: Tx, dispensationId: string): Promise<void> {
  const notices = await tx.db.interestNotice.findMany({
    where: { councilId: tx.councilId, dispensationId, withdrawnAt: null },
    select: { meetingId: true, personId: true },
  })
  for (const { meetingId, personId } of notices)
    await tx.refresh({ kind: messageKinds.member, subject: meetingId, recipient: { person: personId } })
}
