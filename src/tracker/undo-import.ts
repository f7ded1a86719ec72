import { z } from 'zod'
import { columnOfDate, toDate } from '../calendar/civil.ts'
import { OPERATOR } from '../committees/import-committee.ts'
import { isClerk } from '../committees/people.ts'
import type { TrackerChange, TrackerImport } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { noteChange } from './changes.ts'
import { importWords } from './import-words.en.ts'
import { atOwnInstant, holdImports, knownImports } from './known-imports.ts'
import { refreshRow } from './row-messages.ts'
import { trackedRows } from './rows.ts'
import { RAGS, TRACKED_STATES } from './types.ts'

export interface UndoImport {
  readonly by: string
  readonly importId: string
}

/**
 * - `import-gone`: the council has no such import
 * - `not-a-clerk`: the committee's clerks keep its tracker
 * - `already-undone`
 * - `not-the-last`: another was taken over since; take that back first
 * - `touched`: somebody has worked on rows that it brought; with their references
 */
export type UndoRefusal =
  | { readonly code: 'import-gone' | 'not-a-clerk' | 'already-undone' | 'not-the-last' }
  | { readonly code: 'touched'; readonly references: readonly string[] }

/**
 * Take an import back, while nobody has touched what it brought: its new rows are withdrawn, and what it changed is
 * as it was. References that it gave are not given again.
 */
export async function undoImport(
  house: House,
  { by, importId }: UndoImport,
): Promise<Outcome<{ readonly withdrawn: number; readonly restored: number }, UndoRefusal>> {
  return house.transact<Outcome<{ withdrawn: number; restored: number }, UndoRefusal>>(by, async (opened) => {
    const { councilId } = opened
    const asked = await opened.db.trackerImport.findFirst({ where: { councilId, id: importId } })
    if (!asked) return refused({ code: 'import-gone' })
    const { committeeId } = asked
    if (by !== OPERATOR && !(await isClerk(opened, committeeId, by))) return refused({ code: 'not-a-clerk' })
    await holdImports(opened, committeeId)
    const tx = await atOwnInstant(opened, committeeId)
    // Read once more: whoever pressed first may have taken it back while this waited.
    const one = await tx.db.trackerImport.findFirstOrThrow({ where: { councilId, id: importId } })
    if (one.undoneAt) return refused({ code: 'already-undone' })
    const since = await tx.db.trackerImport.count({
      where: { councilId, committeeId, undoneAt: null, at: { gt: one.at } },
    })
    if (since > 0) return refused({ code: 'not-the-last' })
    const { created, changes } = await broughtBy(tx, one)
    const brought = new Set([...created, ...changes.map(({ rowId }) => rowId)])
    const touched = (await knownImports(tx, committeeId)).filter(
      (row) => brought.has(row.id) && row.isTouched,
    )
    if (touched.length > 0)
      return refused({ code: 'touched', references: touched.map(({ reference }) => reference) })
    await withdrawAll(tx, created)
    for (const change of changes) await restore(tx, change)
    for (const row of await trackedRows(tx, { id: { in: [...brought] } })) await refreshRow(tx, row)
    await tx.db.trackerImport.update({
      where: { id: importId, councilId },
      data: { undoneAt: toDate(tx.now) },
    })
    const restored = new Set(changes.map(({ rowId }) => rowId)).size
    tx.audit('tracker.import-undone', { import: importId, withdrawn: created.length, restored }, committeeId)
    return done({ withdrawn: created.length, restored })
  })
}

/** What an import brought is told by its instant: a transaction has one. */
async function broughtBy({ councilId, db }: Tx, { committeeId, at }: TrackerImport) {
  const created = await db.trackerRow.findMany({
    where: { councilId, committeeId, source: 'import', createdAt: at },
    select: { id: true },
  })
  const changes = await db.trackerChange.findMany({
    where: { councilId, at, row: { councilId, committeeId, source: 'import', createdAt: { not: at } } },
    orderBy: { id: 'asc' },
  })
  return { created: created.map(({ id }) => id), changes }
}

async function withdrawAll(tx: Tx, rowIds: readonly string[]): Promise<void> {
  await tx.db.trackerRow.updateMany({
    where: { councilId: tx.councilId, id: { in: [...rowIds] } },
    data: { state: 'withdrawn', version: { increment: 1 } },
  })
  await tx.db.trackerChange.createMany({
    data: rowIds.map((rowId) => ({
      councilId: tx.councilId,
      rowId,
      kind: 'withdrawn' as const,
      why: importWords.takenBack,
      after: { state: 'withdrawn' },
      at: toDate(tx.now),
      byId: tx.by,
    })),
  })
}

/** As `changeImported` notes what was there. */
const noted = z.object({
  text: z.string().optional(),
  isClosed: z.enum(['', 'closed']).optional(),
  minute: z.string().optional(),
  metOn: z.string().optional(),
  topic: z.string().optional(),
  executiveMember: z.string().optional(),
  how: z.string().optional(),
  successMeasure: z.string().optional(),
  backReference: z.string().optional(),
  dueText: z.string().optional(),
  status: z.string().optional(),
  rag: z.union([z.enum(RAGS), z.literal('')]).optional(),
  state: z.enum(TRACKED_STATES).optional(),
  due: z.enum(['none', 'date', 'range', 'recurrence', 'event', 'standing']),
  dueFrom: z.string(),
  dueOn: z.string(),
  dueRecurs: z.boolean(),
})

async function restore(tx: Tx, { rowId, kind, at, before }: TrackerChange): Promise<void> {
  const { councilId } = tx
  await tx.db.trackerUpdate.deleteMany({ where: { councilId, rowId, at } })
  if (kind === 'owners') {
    await tx.db.trackerOwner.updateMany({
      where: { councilId, rowId, since: at },
      data: { until: toDate(tx.now) },
    })
    await tx.db.trackerOwner.updateMany({ where: { councilId, rowId, until: at }, data: { until: null } })
    await noteChange(tx, rowId, { kind: 'owners', why: importWords.takenBack })
    return
  }
  const { metOn, rag, due, dueFrom, dueOn, dueRecurs, state, isClosed, ...texts } = noted.parse(before)
  const row = await tx.db.trackerRow.findFirstOrThrow({ where: { councilId, id: rowId } })
  await tx.db.trackerRow.update({
    where: { id: rowId, councilId },
    data: {
      text: texts.text ?? row.text,
      minute: texts.minute ?? row.minute,
      topic: texts.topic ?? row.topic,
      executiveMember: texts.executiveMember ?? row.executiveMember,
      how: texts.how ?? row.how,
      successMeasure: texts.successMeasure ?? row.successMeasure,
      backReference: texts.backReference ?? row.backReference,
      dueText: texts.dueText ?? row.dueText,
      status: texts.status ?? row.status,
      due,
      dueRecurs,
      ...(metOn === undefined ? {} : { metOn: dayOrNothing(metOn) }),
      ...(isClosed === undefined ? {} : { isClosed: isClosed === 'closed' }),
      ...(rag === undefined ? {} : { rag: rag === '' ? null : rag }),
      ...(state === undefined
        ? {}
        : {
            state,
            proposedAt: state === 'proposed' ? at : null,
            ...(state === 'paused' ? {} : { pausedOn: null, pausedWhy: '' }),
          }),
      dueFrom: dayOrNothing(dueFrom),
      dueOn: dayOrNothing(dueOn),
      version: { increment: 1 },
    },
  })
  await noteChange(tx, rowId, { kind, why: importWords.takenBack })
}

function dayOrNothing(day: string): Date | null {
  return day === '' ? null : columnOfDate(day)
}
