import { columnOfDate } from '../calendar/civil.ts'
import type { Tx } from '../database/transact.ts'
import { reportLeads } from '../meetings/report-leads.ts'
import { storedItem } from './exclusion-rules.ts'
import { inAgendaOrder } from './order-rules.ts'
import type { AgendaEntry } from './published-agenda.ts'
import type { SettledLine } from './supplement-rules.ts'

export interface SupplementToStore {
  readonly meetingId: string
  readonly packId: string
  readonly publicationId: string
  /** ISO civil date. */
  readonly openedOn: string
  readonly lines: readonly SettledLine<AgendaEntry>[]
  /** The agenda as it stood. */
  readonly agenda: readonly AgendaEntry[]
}

/** What a supplement brings: new items at their place, and its papers of each item. */
export async function storeSupplement(tx: Tx, it: SupplementToStore): Promise<void> {
  const { councilId } = tx
  const openedOn = columnOfDate(it.openedOn)
  const added = it.lines.filter(({ entry }) => entry === undefined)
  const created = await createItems(tx, it, added)
  const idOf = new Map(added.map((one, place) => [one, created[place]]))
  const carried = it.lines.map((one) => ({ ...one, itemId: one.entry?.itemId ?? idOf.get(one) ?? '' }))
  await tx.db.packItem.createMany({
    data: carried.map(({ itemId }) => ({ councilId, packId: it.packId, itemId })),
  })
  await tx.db.itemReport.createMany({
    data: carried
      // A new item whose own report is to follow brings none.
      .filter(({ effect, line }) => effect !== 'new' || line.pageFrom !== undefined || !line.toFollow)
      .map(({ itemId, effect, line }) => ({
        councilId,
        itemId,
        publicationId: it.publicationId,
        effect: effect === 'new' ? ('adds' as const) : effect,
        pageFrom: line.pageFrom ?? null,
        pageTo: line.pageTo ?? null,
        openedOn,
        address: line.closed ? '' : (line.address ?? ''),
      })),
  })
}

/** @returns their ids, in the order of the lines */
async function createItems(
  tx: Tx,
  { meetingId, openedOn, agenda }: SupplementToStore,
  added: readonly SettledLine<AgendaEntry>[],
): Promise<string[]> {
  if (added.length === 0) return []
  const { councilId } = tx
  const last = await tx.db.agendaItem.aggregate({ where: { councilId, meetingId }, _max: { position: true } })
  const end = last._max.position ?? 0
  const leadOf = await reportLeads(tx, meetingId)
  const rows = await tx.db.agendaItem.createManyAndReturn({
    data: added.map(({ line }, place) => ({
      councilId,
      meetingId,
      position: end + 1 + place,
      number: line.number,
      ...storedItem(line),
      lead: line.closed ? '' : (line.lead ?? leadOf(line.title)),
      pageFrom: line.pageFrom ?? null,
      pageTo: line.pageTo ?? null,
      toFollow: line.toFollow ?? false,
      openedOn: columnOfDate(openedOn),
    })),
    select: { id: true, number: true, position: true },
  })
  const inPlace = rows.sort((one, other) => one.position - other.position)
  const before = agenda.map(({ itemId, number }) => ({ id: itemId, number }))
  await arrange(
    tx,
    meetingId,
    inAgendaOrder(before, inPlace).map(({ id }) => id),
  )
  return inPlace.map(({ id }) => id)
}

/**
 * Number the items of a meeting anew. Positions are unique at every moment of a statement, so they all step
 * aside first; items that were withdrawn go to the end.
 */
async function arrange(tx: Tx, meetingId: string, order: readonly string[]): Promise<void> {
  const { councilId } = tx
  const gone = await tx.db.agendaItem.findMany({
    where: { councilId, meetingId, id: { notIn: [...order] } },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  const all = [...order, ...gone.map(({ id }) => id)]
  await tx.db.agendaItem.updateMany({
    where: { councilId, meetingId },
    data: { position: { multiply: -1 } },
  })
  await tx.db.$executeRaw`
    UPDATE "AgendaItem" AS "item" SET "position" = "place"."position"
    FROM unnest(${all}::uuid[]) WITH ORDINALITY AS "place"("id", "position")
    WHERE "item"."councilId" = ${councilId}::uuid AND "item"."meetingId" = ${meetingId}::uuid
      AND "item"."id" = "place"."id"`
}
