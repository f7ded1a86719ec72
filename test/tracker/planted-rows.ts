import { columnOfDate } from '../../src/calendar/civil.ts'
import type { Prisma } from '../../src/database/generated/client.ts'
import type { InventedCouncil, InventedPerson } from '../support/council.ts'

type Planted = Partial<
  Omit<Prisma.TrackerRowUncheckedCreateInput, 'councilId' | 'dueOn' | 'metOn' | 'owners' | 'clocks'>
> & {
  /** ISO civil dates. */
  readonly dueOn?: string
  readonly metOn?: string
  readonly owners?: readonly InventedPerson[]
  readonly heads?: readonly InventedPerson[]
  /** As papers print them. */
  readonly named?: readonly string[]
}

/** Rows of a council's tracker that stand already, whatever they came from; each after the one before. */
export function plantsRows(council: InventedCouncil) {
  let serial = 0
  return async (planted: Planted = {}): Promise<{ id: string; reference: string }> => {
    serial += 1
    const { dueOn, metOn, owners = [], heads = [], named = [], ...rest } = planted
    const { house, id: councilId, committee } = council
    const reference = rest.reference ?? `A${serial}/17`
    const at = new Date(house.now().epochMilliseconds)
    const owner = { councilId, since: at, byId: 'planted' }
    const row = await house.db.trackerRow.create({
      data: {
        councilId,
        committeeId: committee.id,
        kind: 'action',
        source: 'hand',
        sourceKey: `planted/${serial}`,
        groupKey: `planted/${serial}`,
        text: 'Write to the council’s partners.',
        createdAt: at,
        byId: 'planted',
        ...rest,
        reference,
        ...(dueOn === undefined ? {} : { due: rest.due ?? 'date', dueOn: columnOfDate(dueOn) }),
        ...(metOn === undefined ? {} : { metOn: columnOfDate(metOn) }),
        owners: {
          create: [
            ...owners.map(({ id }) => ({ ...owner, personId: id })),
            ...heads.map(({ id }) => ({ ...owner, personId: id, role: 'head' as const })),
            ...named.map((name) => ({ ...owner, name })),
          ],
        },
      },
    })
    return { id: row.id, reference }
  }
}
