import type { CouncilRows } from '../committees/people.ts'
import { policies } from './policies.ts'
import type { PolicyId, PolicyInForce } from './types.ts'

/** What each committee of the council has set, or the defaults. */
export async function policiesOf(
  rows: CouncilRows,
): Promise<(committeeId: string, policy: PolicyId) => PolicyInForce> {
  const set = await rows.db.reminderPolicy.findMany({ where: { councilId: rows.councilId } })
  const byKey = new Map(set.map((row) => [`${row.committeeId} ${row.kind}`, row]))
  return (committeeId, policy) => {
    const row = byKey.get(`${committeeId} ${policy}`)
    const days = row && policies[policy].most > 0 ? row.days : policies[policy].days
    return { active: row?.active ?? true, days: mostFirst(days), version: row?.version ?? 0 }
  }
}

export function mostFirst(days: readonly number[]): number[] {
  return [...new Set(days)].sort((one, other) => other - one)
}
