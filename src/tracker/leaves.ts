import { columnOfDate, dateOfColumn } from '../calendar/civil.ts'
import { type CouncilPerson, type CouncilRows, personOf } from '../committees/people.ts'

/** Days on which an officer is away, both included, and who answers for them. */
export interface LeaveAtHand {
  readonly id: string
  readonly person: CouncilPerson
  /** ISO civil dates. */
  readonly from: string
  readonly until: string
  readonly deputy: CouncilPerson | undefined
}

/** Leaves that are not over on a day and were not cancelled, the next first; of everybody where nobody is named. */
export async function leavesFrom(
  { councilId, db }: CouncilRows,
  today: string,
  personIds?: readonly string[],
): Promise<LeaveAtHand[]> {
  const rows = await db.leave.findMany({
    where: {
      councilId,
      endedAt: null,
      until: { gte: columnOfDate(today) },
      ...(personIds === undefined ? {} : { personId: { in: [...personIds] } }),
    },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
  })
  const ids = rows.flatMap(({ personId, deputyId }) => [personId, ...(deputyId === null ? [] : [deputyId])])
  const people = await db.person.findMany({ where: { councilId, id: { in: [...new Set(ids)] } } })
  const byId = new Map(people.map((person) => [person.id, personOf(person)]))
  return rows.flatMap((row): LeaveAtHand[] => {
    const person = byId.get(row.personId)
    if (!person) return []
    return [
      {
        id: row.id,
        person,
        from: dateOfColumn(row.from),
        until: dateOfColumn(row.until),
        deputy: row.deputyId === null ? undefined : byId.get(row.deputyId),
      },
    ]
  })
}

/** Those who are away on a day. */
export async function leavesOn(
  rows: CouncilRows,
  today: string,
  personIds?: readonly string[],
): Promise<Map<string, LeaveAtHand>> {
  const leaves = await leavesFrom(rows, today, personIds)
  return new Map(leaves.filter(({ from }) => from <= today).map((leave) => [leave.person.id, leave]))
}

/** Whom somebody answers for today: themselves, and whoever is away and named them. */
export async function answersForToday(rows: CouncilRows, personId: string, today: string): Promise<string[]> {
  const { councilId, db } = rows
  const day = columnOfDate(today)
  const leaves = await db.leave.findMany({
    where: { councilId, deputyId: personId, endedAt: null, from: { lte: day }, until: { gte: day } },
    select: { personId: true },
  })
  return [...new Set([personId, ...leaves.map((leave) => leave.personId)])]
}
