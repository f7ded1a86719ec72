import { columnOfDate, dateOfColumn } from '../calendar/civil.ts'
import { type CouncilRows, displayName } from '../committees/people.ts'
import type { Dispensation } from '../database/generated/client.ts'
import { type DispensationAtHand, isInForce } from './dispensation-rules.ts'

export function dispensationOf(row: Dispensation): DispensationAtHand {
  return {
    id: row.id,
    personId: row.personId ?? undefined,
    ground: row.ground,
    scope: row.scope,
    mayVote: row.mayVote,
    grantedBy: row.grantedBy,
    grantedOn: dateOfColumn(row.grantedOn),
    until: dateOfColumn(row.until),
    isRevoked: row.revokedAt !== null,
  }
}

/** The dispensations on which a member may rely at a meeting of this day, their own before the general ones. */
export async function dispensationsInForce(
  { councilId, db }: CouncilRows,
  memberId: string,
  day: string,
): Promise<DispensationAtHand[]> {
  const rows = await db.dispensation.findMany({
    where: {
      councilId,
      revokedAt: null,
      until: { gte: columnOfDate(day) },
      OR: [{ personId: memberId }, { personId: null }],
    },
    orderBy: [{ personId: { sort: 'asc', nulls: 'last' } }, { grantedOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(dispensationOf).filter((one) => isInForce(one, memberId, day))
}

export interface ListedDispensation extends DispensationAtHand {
  /** Of whom it is; absent for a general one. */
  readonly name: string | undefined
}

/** Every dispensation that is not over on this day, revoked ones left out. */
export async function standingDispensations(
  { councilId, db }: CouncilRows,
  day: string,
): Promise<ListedDispensation[]> {
  const rows = await db.dispensation.findMany({
    where: { councilId, revokedAt: null, until: { gte: columnOfDate(day) } },
    orderBy: [{ until: 'asc' }, { id: 'asc' }],
  })
  const people = await db.person.findMany({
    where: { councilId, id: { in: rows.flatMap((row) => row.personId ?? []) } },
  })
  const names = new Map(people.map((person) => [person.id, displayName(person)]))
  return rows.map((row) => ({
    ...dispensationOf(row),
    name: row.personId === null ? undefined : (names.get(row.personId) ?? ''),
  }))
}
