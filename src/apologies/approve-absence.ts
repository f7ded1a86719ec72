import { civilDate, columnOfDate, toDate } from '../calendar/civil.ts'
import { committeesWhereClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { isInTime } from './six-month-rules.ts'
import { sixMonthList, type WatchedCouncillor } from './six-month-watch.ts'

export interface ApproveAbsence {
  readonly by: string
  readonly personId: string
  readonly kind: 'reason' | 'familyAbsence'
  readonly approvedBy: string
  /** ISO civil dates. */
  readonly approvedOn: string
  readonly until: string
  readonly minute: string
}

/**
 * - `not-a-clerk`: clerks of the council record what it resolved
 * - `too-late`: approved on or after the expiry; it is for the Monitoring Officer
 * - `not-yet`: the day of the approval is still to come
 * - `backwards`: it would end before it was given
 * - `wales-only`: family absence is a right in Wales
 */
export type ApproveRefusal =
  | { readonly code: 'not-a-clerk' | 'no-councillor' | 'not-yet' | 'backwards' | 'wales-only' }
  | { readonly code: 'too-late'; readonly expiry: string }

/** Record that the authority approved a reason for not attending, where that came in time (s85(1)). */
export async function approveAbsence(
  house: House,
  act: ApproveAbsence,
): Promise<Outcome<{ readonly councillor: WatchedCouncillor }, ApproveRefusal>> {
  return house.transact<Outcome<{ readonly councillor: WatchedCouncillor }, ApproveRefusal>>(
    act.by,
    async (tx) => {
      if (!(await isAnyClerk(tx, act.by))) return refused({ code: 'not-a-clerk' })
      await tx.db.$queryRaw`SELECT "id" FROM "Person"
      WHERE "councilId" = ${tx.councilId}::uuid AND "id" = ${act.personId}::uuid FOR UPDATE`
      const today = civilDate(tx.now, house.timeZone).toString()
      const before = await sixMonthList(tx, today, [act.personId])
      const [councillor] = before.councillors
      if (!councillor) return refused({ code: 'no-councillor' })
      if (act.approvedOn > today) return refused({ code: 'not-yet' })
      if (act.until <= act.approvedOn) return refused({ code: 'backwards' })
      if (act.kind === 'familyAbsence' && before.nation !== 'wales') return refused({ code: 'wales-only' })
      if (!isInTime(act.approvedOn, councillor.watch))
        return refused({ code: 'too-late', expiry: councillor.watch.expiry })
      const { personId, kind, approvedBy, minute } = act
      const row = await tx.db.approvedAbsence.create({
        data: {
          councilId: tx.councilId,
          personId,
          kind,
          approvedBy,
          minute,
          approvedOn: columnOfDate(act.approvedOn),
          until: columnOfDate(act.until),
          byId: act.by,
          at: toDate(tx.now),
        },
      })
      tx.audit('absence.approval-recorded', {
        approval: row.id,
        member: personId,
        kind,
        approvedBy,
        approvedOn: act.approvedOn,
        until: act.until,
        minute,
      })
      await refreshWarnings(tx)
      const [after] = (await sixMonthList(tx, today, [personId])).councillors
      return done({ councillor: after ?? councillor })
    },
  )
}

/** Take back a record that was made by mistake; it stays with who took it back and when. */
export async function revokeApproval(
  house: House,
  act: { readonly by: string; readonly approvalId: string },
): Promise<Outcome<{ readonly personId: string }, { readonly code: 'not-a-clerk' | 'gone' }>> {
  return house.transact<Outcome<{ readonly personId: string }, { readonly code: 'not-a-clerk' | 'gone' }>>(
    act.by,
    async (tx) => {
      if (!(await isAnyClerk(tx, act.by))) return refused({ code: 'not-a-clerk' })
      const [row] = await tx.db.approvedAbsence.updateManyAndReturn({
        where: { councilId: tx.councilId, id: act.approvalId, revokedAt: null },
        data: { revokedAt: toDate(tx.now), revokedById: act.by },
        select: { personId: true },
      })
      if (!row) return refused({ code: 'gone' })
      tx.audit('absence.approval-revoked', { approval: act.approvalId, member: row.personId })
      await refreshWarnings(tx)
      return done(row)
    },
  )
}

/** The six months run across all committees, so that any clerk of the council keeps them. */
export async function isAnyClerk(rows: Parameters<typeof committeesWhereClerk>[0], personId: string) {
  return (await committeesWhereClerk(rows, personId)).length > 0
}

/** Make what was warned of true again: a warning names the council as its subject. */
export async function refreshWarnings(tx: Tx): Promise<void> {
  await tx.refresh({ kind: messageKinds.sixMonths, subject: tx.councilId })
}
