import { poolFor, substituteRule, substitutionsInYear } from '../apologies/substitute-pool.ts'
import type { NotInPool } from '../apologies/substitute-rules.ts'
import { type CouncilRows, displayName } from '../committees/people.ts'
import type { SittingAtHand } from './at-hand.ts'
import type { RollWish } from './roll-changes.ts'

/** What standing orders have against a substitute; who sent apologies and came all the same is no concern. */
export type AgainstSubstitute =
  | Exclude<NotInPool, 'away' | 'sits-here'>
  | 'no-substitutes'
  | 'not-a-councillor'
  | 'year-full'

export interface SubstituteWarning {
  readonly name: string
  readonly forName: string
  readonly why: AgainstSubstitute
}

/**
 * What the committee's rules say against those who were entered as sitting for somebody. The roll stands all the same,
 * since it says what happened (law 4); the Chair may want to know.
 */
export async function substituteWarnings(
  rows: CouncilRows,
  { meeting, members }: Pick<SittingAtHand, 'meeting' | 'members'>,
  entered: readonly RollWish[],
): Promise<SubstituteWarning[]> {
  const { councilId, db } = rows
  const warnings: SubstituteWarning[] = []
  for (const { personId, forId, kind } of entered) {
    const absent = members.find((one) => one.kind !== 'substitute' && one.person.id === forId)
    if (kind !== 'arrived' || !absent) continue
    const why = await whyNotSit(rows, meeting, { absent, personId })
    const person = why && (await db.person.findFirst({ where: { councilId, id: personId } }))
    if (why && person) warnings.push({ name: displayName(person), forName: displayName(absent.person), why })
  }
  return warnings
}

async function whyNotSit(
  rows: CouncilRows,
  meeting: SittingAtHand['meeting'],
  { absent, personId }: { readonly absent: SittingAtHand['members'][number]; readonly personId: string },
): Promise<AgainstSubstitute | undefined> {
  const rule = await substituteRule(rows, meeting)
  if (rule.pool === undefined) return 'no-substitutes'
  const entry = (await poolFor(rows, meeting, absent, rule)).find(({ person }) => person.id === personId)
  if (!entry) return 'not-a-councillor'
  const { why } = entry
  if (why !== undefined && why !== 'away' && why !== 'sits-here') return why
  const inYear = await substitutionsInYear(rows, meeting, absent.person.id)
  return rule.perYear !== undefined && inYear >= rule.perYear ? 'year-full' : undefined
}
