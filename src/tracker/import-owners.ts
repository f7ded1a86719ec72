import { nameKey } from '../committees/committee-file.ts'
import type { CouncilRows } from '../committees/people.ts'
import { ownersIn } from './import-plan.ts'
import { ownerByOffice } from './owner-by-office.ts'
import type { OwnerSaid } from './owners.ts'

/**
 * Who owes a row by the words of a printed cell: people whom the council knows by that name or that office alone,
 * everybody else as printed. A cell is parted into several owners only where it names somebody who is known.
 */
export async function ownersByPrint(
  rows: CouncilRows,
  committeeId: string,
): Promise<(printed: string) => Promise<readonly OwnerSaid[]>> {
  const byName = await peopleByName(rows)
  const found = new Map<string, string | undefined>()
  const personOf = async (words: string): Promise<string | undefined> => {
    const key = nameKey(words)
    if (!found.has(key))
      found.set(
        key,
        byName.get(nameKey(withoutTitle(words))) ?? (await ownerByOffice(rows, committeeId, words)),
      )
    return found.get(key)
  }
  return async (printed) => {
    if (printed === '') return []
    const whole = await personOf(printed)
    if (whole !== undefined) return [{ personId: whole, name: printed }]
    const parts: OwnerSaid[] = []
    for (const name of ownersIn(printed)) parts.push({ personId: await personOf(name), name })
    return parts.some(({ personId }) => personId !== undefined)
      ? parts
      : [{ personId: undefined, name: printed }]
  }
}

/** Those of a name that nobody else of the council has. */
async function peopleByName({ councilId, db }: CouncilRows): Promise<ReadonlyMap<string, string>> {
  const people = await db.person.findMany({ where: { councilId }, select: { id: true, name: true } })
  const ids = new Map<string, string | undefined>()
  for (const { id, name } of people) ids.set(nameKey(name), ids.has(nameKey(name)) ? undefined : id)
  return new Map([...ids].flatMap(([name, id]) => (id === undefined ? [] : [[name, id]])))
}

function withoutTitle(printed: string): string {
  return printed.trim().replace(/^(?:(?:Councillor|Cllr|Mrs|Mr|Ms|Miss|Mx|Dr|Prof(?:essor)?)\.?\s+)+/iu, '')
}
