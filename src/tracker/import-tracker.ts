import { Temporal } from 'temporal-polyfill'
import { v7 as newId } from 'uuid'
import { municipalYearOf } from '../apologies/substitute-rules.ts'
import { civilDate, toDate } from '../calendar/civil.ts'
import { OPERATOR } from '../committees/import-committee.ts'
import { type CouncilRows, isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { changeImported } from './change-imported.ts'
import { ownersByPrint } from './import-owners.ts'
import { type ImportPlan, planImport } from './import-plan.ts'
import { type ImportedRow, importedRows, type LeftOutRow } from './import-rows.ts'
import { importedColumns, noteColumns } from './imported-columns.ts'
import { atOwnInstant, holdImports, importKey, knownImports } from './known-imports.ts'
import type { OwnerSaid } from './owners.ts'
import type { ReadTracker } from './read-tracker.ts'
import { nextReferences } from './references.ts'
import type { TrackedKind } from './types.ts'

export interface ImportTracker {
  /** A clerk of the committee, or the operator at the command line. */
  readonly by: string
  readonly committeeId: string
  readonly read: ReadTracker
  /** What its new rows are; a paper seldom says. */
  readonly kind: TrackedKind
  /** Keys of new rows that the clerk leaves out: headings, or what a page broke. */
  readonly except?: readonly string[]
}

/**
 * - `not-a-clerk`: the committee's clerks keep its tracker
 * - `nothing-to-take`: every row is known already and says the same
 */
export interface ImportRefusal {
  readonly code: 'not-a-clerk' | 'nothing-to-take'
}

export interface ImportPreview {
  readonly plan: ImportPlan
  /** Every row of the file, by whose place one is left out. */
  readonly rows: readonly ImportedRow[]
  readonly leftOut: readonly LeftOutRow[]
}

export interface ImportReceipt extends ImportPreview {
  readonly importId: string
  /** As they are printed: nobody here is known by that name or office. */
  readonly unknownOwners: readonly string[]
}

/** What a file would change in a committee's tracker; nothing is changed. */
export async function previewImport(
  house: House,
  act: Omit<ImportTracker, 'kind'>,
): Promise<Outcome<ImportPreview, ImportRefusal>> {
  if (!(await mayImport(house, act))) return refused({ code: 'not-a-clerk' })
  const { rows, leftOut } = importedRows(act.read.entries)
  return done({ plan: planImport(rows, await knownImports(house, act.committeeId)), rows, leftOut })
}

/**
 * Take over a council's own tracker: new rows, and what an edition of the paper says otherwise of those that nobody
 * has worked on here. The same file again changes nothing. What its owners call complete is proposed, not closed.
 */
export async function takeImport(
  house: House,
  act: ImportTracker,
): Promise<Outcome<ImportReceipt, ImportRefusal>> {
  const { rows: all, leftOut } = importedRows(act.read.entries)
  const rows = all.filter(({ key }) => !(act.except ?? []).includes(key))
  // Looking names up takes a while: it is done before anything is held.
  const owners = await ownersOf(house, act.committeeId, rows)
  return house.transact<Outcome<ImportReceipt, ImportRefusal>>(act.by, async (opened) => {
    if (!(await mayImport(opened, act))) return refused({ code: 'not-a-clerk' })
    await holdImports(opened, act.committeeId)
    const tx = await atOwnInstant(opened, act.committeeId)
    const plan = planImport(rows, await knownImports(tx, act.committeeId))
    if (plan.created.length + plan.changed.length === 0) return refused({ code: 'nothing-to-take' })
    await createRows(tx, act, plan.created, owners, civilDate(tx.now, house.timeZone).toString())
    for (const changed of plan.changed)
      await changeImported(tx, changed, owners.get(changed.row.owner) ?? [], house.timeZone)
    const { id: importId } = await tx.db.trackerImport.create({
      data: {
        councilId: tx.councilId,
        committeeId: act.committeeId,
        fileName: act.read.fileName,
        sha256: act.read.sha256,
        created: plan.created.length,
        changed: plan.changed.length,
        unchanged: plan.unchanged.length,
        at: toDate(tx.now),
        byId: tx.by,
      },
    })
    tx.audit(
      'tracker.imported',
      {
        import: importId,
        sha256: act.read.sha256,
        created: plan.created.length,
        changed: plan.changed.map(({ known }) => known.id),
        unchanged: plan.unchanged.length,
      },
      act.committeeId,
    )
    const taken = [...plan.created, ...plan.changed.map(({ row }) => row)]
    return done({ plan, rows, leftOut, importId, unknownOwners: unknownIn(taken, owners) })
  })
}

async function mayImport(rows: CouncilRows, { by, committeeId }: Pick<ImportTracker, 'by' | 'committeeId'>) {
  return by === OPERATOR || (await isClerk(rows, committeeId, by))
}

type Owners = ReadonlyMap<string, readonly OwnerSaid[]>

async function ownersOf(house: House, committeeId: string, rows: readonly ImportedRow[]): Promise<Owners> {
  const byPrint = await ownersByPrint(house, committeeId)
  const owners = new Map<string, readonly OwnerSaid[]>()
  for (const { owner } of rows) if (!owners.has(owner)) owners.set(owner, await byPrint(owner))
  return owners
}

function unknownIn(rows: readonly ImportedRow[], owners: Owners): string[] {
  const names = rows.flatMap(({ owner }) =>
    (owners.get(owner) ?? []).flatMap(({ personId, name }) => (personId === undefined ? [name] : [])),
  )
  return [...new Set(names)]
}

async function createRows(
  tx: Tx,
  { committeeId, kind }: ImportTracker,
  rows: readonly ImportedRow[],
  owners: Owners,
  today: string,
): Promise<void> {
  const { councilId } = tx
  const at = toDate(tx.now)
  const yearBegan = Temporal.PlainDate.from(municipalYearOf(today).from).year
  const references = await nextReferences(tx, { kind, yearBegan, count: rows.length })
  const made = rows.map((row, place) => ({ id: newId(), row, reference: references[place] ?? '' }))
  await tx.db.trackerRow.createMany({
    data: made.map(({ id, row, reference }) => ({
      id,
      councilId,
      committeeId,
      reference,
      kind,
      source: 'import' as const,
      sourceKey: importKey(committeeId, row.key),
      groupKey: importKey(committeeId, groupOf(row)),
      ...importedColumns(row, today),
      proposedAt: row.state === 'proposed' ? at : null,
      createdAt: at,
      byId: tx.by,
    })),
  })
  await tx.db.trackerOwner.createMany({
    data: made.flatMap(({ id: rowId, row }) =>
      (owners.get(row.owner) ?? []).map(({ personId, name }) => ({
        id: newId(),
        councilId,
        rowId,
        personId: personId ?? null,
        name,
        since: at,
        byId: tx.by,
      })),
    ),
  })
  await tx.db.trackerUpdate.createMany({
    data: made.flatMap(({ id, row }) => row.notes.map((note) => noteColumns(tx, id, row, note, today))),
  })
}

/** What stands at one minute was asked for together; what names none stands for itself. */
function groupOf({ minute, metOn, key }: ImportedRow): string {
  return minute === '' ? key : `minute/${metOn ?? ''}/${minute}`
}
