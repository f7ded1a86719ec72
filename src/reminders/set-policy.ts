import { toDate } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { lockCommittee } from '../meetings/locks.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { policies } from './policies.ts'
import { mostFirst, policiesOf } from './policy.ts'
import type { PolicyId } from './types.ts'

/** What a clerk sets of one policy. */
export interface SetPolicy {
  readonly policy: PolicyId
  readonly active: boolean
  /** Working days before what it is about. */
  readonly days: readonly number[]
  /** As of when the clerk saw it. */
  readonly version: number
}

export type SetPolicyRefusal =
  | { readonly code: 'not-a-clerk' }
  /** Somebody else set it while the form was open. */
  | { readonly code: 'changed-meanwhile' }

/** Set when a committee is reminded. What is set already stays, and is noted nowhere. */
export async function setPolicies(
  house: House,
  act: { readonly by: string; readonly committeeId: string; readonly set: readonly SetPolicy[] },
): Promise<Outcome<void, SetPolicyRefusal>> {
  const { by, committeeId } = act
  return house.transact(by, async (tx): Promise<Outcome<void, SetPolicyRefusal>> => {
    await lockCommittee(tx, committeeId)
    if (!(await isClerk(tx, committeeId, by))) return refused({ code: 'not-a-clerk' })
    const inForce = await policiesOf(tx)
    for (const { policy, active, version, ...given } of act.set) {
      const before = inForce(committeeId, policy)
      if (before.version !== version) return refused({ code: 'changed-meanwhile' })
      const days = policies[policy].most === 0 ? [...policies[policy].days] : mostFirst(given.days)
      if (before.active === active && String(before.days) === String(days)) continue
      const of = { councilId: tx.councilId, committeeId, kind: policy }
      const set = { active, days, changedById: by, changedAt: toDate(tx.now) }
      await tx.db.reminderPolicy.upsert({
        where: { councilId_committeeId_kind: of },
        create: { ...of, ...set },
        update: { ...set, version: { increment: 1 } },
      })
      tx.audit('reminders.set', { policy, active, days: days.map(String) }, committeeId)
    }
    return done(undefined)
  })
}
