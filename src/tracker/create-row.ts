import { Temporal } from 'temporal-polyfill'
import { v7 as newId } from 'uuid'
import { municipalYearOf } from '../apologies/substitute-rules.ts'
import { columnOfDate, toDate } from '../calendar/civil.ts'
import type { Tx } from '../database/transact.ts'
import type { OwnersSaid } from './owners.ts'
import { nextReferences } from './references.ts'
import { dueColumns } from './rows.ts'
import type { TrackedRow } from './types.ts'

/** What a new row says that no meeting's record made. */
export type NewRow = Pick<
  TrackedRow,
  | 'committeeId'
  | 'kind'
  | 'groupKey'
  | 'recordId'
  | 'metOn'
  | 'minute'
  | 'path'
  | 'leadIn'
  | 'text'
  | 'topic'
  | 'isClosed'
  | 'asker'
  | 'askerName'
  | 'addressee'
  | 'executiveMember'
  | 'verbClass'
  | 'how'
  | 'successMeasure'
  | 'due'
  | 'dueText'
  | 'topicWords'
  | 'backReference'
> & {
  readonly sourceKey: string
  readonly meetingId: string | undefined
  /** ISO civil date: its reference is of the municipal year in which that lies. */
  readonly today: string
}

/**
 * Put a row into the tracker with a reference of its own.
 *
 * @returns its id and reference
 */
export async function createRow(
  tx: Tx,
  row: NewRow,
  { owners, heads }: OwnersSaid,
): Promise<{ readonly id: string; readonly reference: string }> {
  const { councilId } = tx
  const yearBegan = Temporal.PlainDate.from(municipalYearOf(row.today).from).year
  const [reference = ''] = await nextReferences(tx, { kind: row.kind, yearBegan, count: 1 })
  const id = newId()
  await tx.db.trackerRow.create({
    data: {
      ...dueColumns(row.due),
      id,
      councilId,
      committeeId: row.committeeId,
      reference,
      kind: row.kind,
      source: 'hand',
      sourceKey: row.sourceKey,
      groupKey: row.groupKey,
      recordId: row.recordId ?? null,
      meetingId: row.meetingId ?? null,
      metOn: row.metOn === undefined ? null : columnOfDate(row.metOn),
      minute: row.minute,
      path: row.path,
      leadIn: row.leadIn,
      text: row.text,
      topic: row.topic,
      isClosed: row.isClosed,
      askerId: row.asker?.id ?? null,
      askerName: row.askerName,
      addressee: row.addressee,
      executiveMember: row.executiveMember,
      verbClass: row.verbClass,
      how: row.how,
      successMeasure: row.successMeasure,
      dueText: row.dueText,
      topicWords: [...row.topicWords],
      backReference: row.backReference,
      createdAt: toDate(tx.now),
      byId: tx.by,
    },
  })
  const all = [
    ...owners.map((one) => ({ ...one, role: 'owner' as const })),
    ...heads.map((one) => ({ ...one, role: 'head' as const })),
  ]
  for (const { role, personId, name } of all)
    await tx.db.trackerOwner.create({
      data: {
        councilId,
        rowId: id,
        role,
        personId: personId ?? null,
        name,
        since: toDate(tx.now),
        byId: tx.by,
      },
    })
  return { id, reference }
}
