import { civilDate, dateOfColumn, toDate } from '../calendar/civil.ts'
import type { Tx } from '../database/transact.ts'
import { noteChange } from './changes.ts'
import type { ChangedImport } from './import-plan.ts'
import { importedColumns, noteColumns } from './imported-columns.ts'
import { changeOwners, type OwnerSaid } from './owners.ts'
import { refreshRow } from './row-messages.ts'
import { lockedRows } from './rows.ts'

/** Bring a row that a file brought up to what its later edition says, with what was there before in its history. */
export async function changeImported(
  tx: Tx,
  { known, row, fields, notes }: ChangedImport,
  owners: readonly OwnerSaid[],
  timeZone: string,
): Promise<void> {
  const { councilId } = tx
  const today = civilDate(tx.now, timeZone).toString()
  const [there] = await lockedRows(tx, [known.id])
  if (!there) return
  const before = await tx.db.trackerRow.findFirstOrThrow({
    where: { councilId, id: known.id },
    select: { due: true, dueFrom: true, dueOn: true, dueRecurs: true, pausedOn: true },
  })
  await tx.db.trackerRow.update({
    where: { id: known.id, councilId },
    data: {
      ...importedColumns(row, today),
      ...(row.state === known.state
        ? { pausedOn: before.pausedOn }
        : { proposedAt: row.state === 'proposed' ? toDate(tx.now) : null }),
      version: { increment: 1 },
    },
  })
  if (fields.some(({ field }) => field === 'owners')) {
    const heads = there.owners.filter(({ role }) => role === 'head')
    await changeOwners(tx, there, {
      owners,
      heads: heads.map(({ person, name }) => ({ personId: person?.id, name: person ? '' : name })),
    })
  }
  const edited = fields.filter(({ field }) => field !== 'owners')
  if (edited.length > 0)
    await noteChange(tx, known.id, {
      kind: edited.every(({ field }) => field === 'rag') ? 'rag' : 'edited',
      before: {
        ...Object.fromEntries(edited.map(({ field, before: was }) => [field, was])),
        ...dueNoted(before),
      },
      after: Object.fromEntries(edited.map(({ field, after }) => [field, after])),
    })
  await tx.db.trackerUpdate.createMany({
    data: notes.map((note) => noteColumns(tx, known.id, row, note, today)),
  })
  await refreshRow(tx, there)
}

function dueNoted(row: {
  readonly due: string
  readonly dueFrom: Date | null
  readonly dueOn: Date | null
  readonly dueRecurs: boolean
}) {
  const day = (column: Date | null) => (column ? dateOfColumn(column) : '')
  return { due: row.due, dueFrom: day(row.dueFrom), dueOn: day(row.dueOn), dueRecurs: row.dueRecurs }
}
