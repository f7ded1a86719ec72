import { v7 as newId } from 'uuid'
import { columnOfDate, toDate } from '../calendar/civil.ts'
import type { Prisma } from '../database/generated/client.ts'
import type { Tx } from '../database/transact.ts'
import type { ImportedNote, ImportedRow } from './import-rows.ts'
import { dueColumns } from './rows.ts'

/** What a file alone says of a row. */
export function importedColumns(row: ImportedRow, today: string) {
  const isPaused = row.state === 'paused'
  return {
    state: row.state,
    text: row.text,
    isClosed: row.isClosed,
    minute: row.minute,
    metOn: row.metOn === undefined ? null : columnOfDate(row.metOn),
    topic: row.topic,
    executiveMember: row.executiveMember,
    how: row.how,
    successMeasure: row.successMeasure,
    backReference: row.backReference,
    ...dueColumns(row.due),
    dueText: row.dueText,
    status: row.status,
    rag: row.rag ?? null,
    pausedOn: isPaused ? columnOfDate(today) : null,
    pausedWhy: isPaused ? row.status : '',
  }
}

/** A dated word of the paper: of the day on which it was taken over, as the paper seldom dates it. */
export function noteColumns(
  tx: Tx,
  rowId: string,
  row: Pick<ImportedRow, 'owner' | 'rag'>,
  note: ImportedNote,
  today: string,
): Prisma.TrackerUpdateCreateManyInput {
  return {
    id: newId(),
    councilId: tx.councilId,
    rowId,
    kind: note.kind,
    text: note.text,
    quarter: note.quarter,
    rag: row.rag ?? null,
    on: columnOfDate(today),
    at: toDate(tx.now),
    byId: tx.by,
    byName: row.owner,
  }
}
