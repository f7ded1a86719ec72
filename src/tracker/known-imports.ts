import { Temporal } from 'temporal-polyfill'
import { dateOfColumn } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { Tx } from '../database/transact.ts'
import type { KnownImport } from './import-plan.ts'

/** The key of an imported row as it is stored: the same words in another committee's tracker are another row. */
export function importKey(committeeId: string, key: string): string {
  return `import/${committeeId}/${key}`
}

/** The instants at which imports of a committee were taken over or taken back, in milliseconds. */
async function importInstants({ councilId, db }: CouncilRows, committeeId: string): Promise<Set<number>> {
  const imports = await db.trackerImport.findMany({
    where: { councilId, committeeId },
    select: { at: true, undoneAt: true },
  })
  return new Set(
    imports.flatMap(({ at, undoneAt }) => [at.getTime(), ...(undoneAt ? [undoneAt.getTime()] : [])]),
  )
}

/**
 * Hold a committee's imported rows for the rest of the transaction: two files come one after the other, and whatever an
 * owner does to a row meanwhile comes before or after, and is not written over.
 */
export async function holdImports({ councilId, db }: Tx, committeeId: string): Promise<void> {
  await db.$queryRaw`SELECT "id" FROM "Committee"
    WHERE "councilId" = ${councilId}::uuid AND "id" = ${committeeId}::uuid FOR UPDATE`
  await db.$queryRaw`SELECT "id" FROM "TrackerRow"
    WHERE "councilId" = ${councilId}::uuid AND "committeeId" = ${committeeId}::uuid
      AND "source" = 'import'::"TrackedSource" ORDER BY "id" FOR UPDATE`
}

/**
 * The transaction with an instant of its own, later than that of any import of the committee: by its instant is known
 * what an import brought, however close two follow each other.
 */
export async function atOwnInstant(tx: Tx, committeeId: string): Promise<Tx> {
  const last = Math.max(...(await importInstants(tx, committeeId)))
  const now = tx.now.epochMilliseconds > last ? tx.now : Temporal.Instant.fromEpochMilliseconds(last + 1)
  return { ...tx, now }
}

/** Every row that files have brought into a committee's tracker, with whether it was worked on here since. */
export async function knownImports(rows: CouncilRows, committeeId: string): Promise<KnownImport[]> {
  const { councilId, db } = rows
  const at = { where: { councilId }, select: { at: true } }
  const instants = await importInstants(rows, committeeId)
  const found = await db.trackerRow.findMany({
    where: { councilId, committeeId, source: 'import' },
    orderBy: { id: 'asc' },
    include: {
      owners: { where: { councilId, until: null, role: 'owner' }, orderBy: { id: 'asc' } },
      updates: { where: { councilId }, select: { at: true, text: true } },
      changes: at,
      clocks: at,
      responses: at,
      answers: at,
      wishes: at,
    },
  })
  return found.map((row): KnownImport => {
    const acts = [row.updates, row.changes, row.clocks, row.responses, row.answers, row.wishes].flat()
    return {
      id: row.id,
      key: row.sourceKey.slice(importKey(committeeId, '').length),
      reference: row.reference,
      state: row.state,
      text: row.text,
      isClosed: row.isClosed,
      minute: row.minute,
      metOn: row.metOn ? dateOfColumn(row.metOn) : undefined,
      topic: row.topic,
      owners: row.owners.map(({ name }) => name),
      executiveMember: row.executiveMember,
      how: row.how,
      successMeasure: row.successMeasure,
      backReference: row.backReference,
      dueText: row.dueText,
      status: row.status,
      rag: row.rag ?? undefined,
      notes: row.updates.map(({ text }) => text),
      isTouched: acts.some((act) => !instants.has(act.at.getTime())),
    }
  })
}
