import { toDate } from '../calendar/civil.ts'
import type { Tx } from '../database/transact.ts'
import { noteChange } from './changes.ts'
import { lapseWishes } from './lapse-wishes.ts'
import { tellNewOwners } from './tell-owed.ts'
import type { RowOwner, TrackedRow } from './types.ts'

/** Somebody who shall owe a row: known to the council, or as papers name them. */
export interface OwnerSaid {
  readonly personId: string | undefined
  /** As printed, where the council does not know them. */
  readonly name: string
}

/** Who owes a row from now on, and who hears of it as their head of service. */
export interface OwnersSaid {
  readonly owners: readonly OwnerSaid[]
  readonly heads: readonly OwnerSaid[]
}

/**
 * Say who owes a row. Whoever stops owing it stays in its history, with the day; whoever goes on keeps theirs.
 *
 * @returns whether anybody came or went
 */
export async function changeOwners(tx: Tx, row: TrackedRow, said: OwnersSaid, why = ''): Promise<boolean> {
  const wanted = [
    ...distinct(said.owners).map((one) => ({ ...one, role: 'owner' as const })),
    ...distinct(said.heads).map((one) => ({ ...one, role: 'head' as const })),
  ]
  const gone = row.owners.filter(
    (standing) => !wanted.some((one) => one.role === standing.role && isSame(standing, one)),
  )
  const come = wanted.filter(
    (one) => !row.owners.some((standing) => one.role === standing.role && isSame(standing, one)),
  )
  if (gone.length + come.length === 0) return false
  const { councilId } = tx
  await tx.db.trackerOwner.updateMany({
    where: { councilId, rowId: row.id, id: { in: gone.map(({ id }) => id) } },
    data: { until: toDate(tx.now) },
  })
  const left = gone.flatMap(({ role, person }) => (role === 'owner' && person ? [person.id] : []))
  await lapseWishes(tx, row.id, left)
  for (const { role, personId, name } of come)
    await tx.db.trackerOwner.create({
      data: {
        councilId,
        rowId: row.id,
        role,
        personId: personId ?? null,
        name,
        since: toDate(tx.now),
        byId: tx.by,
      },
    })
  await noteChange(tx, row.id, {
    kind: 'owners',
    why,
    before: { owners: row.owners.filter(({ role }) => role === 'owner').map(nameOrId) },
    after: { owners: distinct(said.owners).map(({ personId, name }) => personId ?? name) },
  })
  await tellNewOwners(tx, row, peopleOf(come.filter(({ role }) => role === 'owner')))
  return true
}

/** As a form or a use case takes them, of those who owe a row now. */
export function ownersOfRow({ owners }: Pick<TrackedRow, 'owners'>): OwnersSaid {
  const of = (wanted: RowOwner['role']) =>
    owners
      .filter(({ role }) => role === wanted)
      .map(({ person, name }) => ({ personId: person?.id, name: person ? '' : name }))
  return { owners: of('owner'), heads: of('head') }
}

/** Those of them whom the council knows. */
export function peopleOf(owners: readonly OwnerSaid[]): string[] {
  return owners.flatMap(({ personId }) => personId ?? [])
}

function nameOrId({ person, name }: RowOwner): string {
  return person?.id ?? name
}

function isSame(standing: RowOwner, { personId, name }: OwnerSaid): boolean {
  return personId === undefined
    ? standing.person === undefined && standing.name === name
    : standing.person?.id === personId
}

function distinct(owners: readonly OwnerSaid[]): OwnerSaid[] {
  const named = owners.filter(({ personId, name }) => personId !== undefined || name !== '')
  return [...new Map(named.map((one) => [one.personId ?? `name ${one.name}`, one])).values()]
}
