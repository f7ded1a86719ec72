import { type CouncilPerson, type CouncilRows, displayName, personOf } from '../committees/people.ts'

/** Whom an officer answers to: hears when what the officer owes is long overdue, and clears their answers. */
export interface ServiceLineAtHand {
  readonly id: string
  readonly officer: CouncilPerson
  readonly head: CouncilPerson
}

/** Everybody of the council of whom it is known, by the officer's name. */
export async function serviceLines({ councilId, db }: CouncilRows): Promise<ServiceLineAtHand[]> {
  const lines = await db.serviceLine.findMany({ where: { councilId } })
  const ids = [...new Set(lines.flatMap(({ personId, headId }) => [personId, headId]))]
  const people = await db.person.findMany({ where: { councilId, id: { in: ids } } })
  const byId = new Map(people.map((person) => [person.id, personOf(person)]))
  return lines
    .flatMap(({ id, personId, headId }): ServiceLineAtHand[] => {
      const [officer, head] = [byId.get(personId), byId.get(headId)]
      return officer && head ? [{ id, officer, head }] : []
    })
    .toSorted((one, other) => displayName(one.officer).localeCompare(displayName(other.officer)))
}
