import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnRow, onRow, type RowRefusal } from './acting.ts'
import { noteChange } from './changes.ts'
import { changeOwners, type OwnersSaid } from './owners.ts'
import { dueColumns } from './rows.ts'
import { isLive } from './state-rules.ts'
import type { Due, Rag, TrackedKind, TrackedRow } from './types.ts'

/** What a clerk says of a row. Its text is the committee's, and never changed here. */
export interface RowSaid {
  readonly kind: TrackedKind
  readonly due: Due
  /** As it was said: "as soon as the lease is signed". */
  readonly dueText: string
  readonly executiveMember: string
  readonly topic: string
  readonly how: string
  readonly successMeasure: string
  readonly backReference: string
  readonly status: string
  readonly rag: Rag | undefined
  /** Words of later items that a standing condition speaks of. */
  readonly topicWords: readonly string[]
}

/**
 * - `range-reversed`: it ends before it begins
 * - `words-missing`: an event or a rhythm that nobody has named
 */
export interface DueRefusal {
  readonly code: 'range-reversed' | 'words-missing'
}

export interface EditRow extends ActOnRow {
  readonly said: RowSaid & OwnersSaid
}

/** Say who owes a row and by when, and what else the tracker prints of it. */
export async function editRow(
  house: House,
  act: EditRow,
): Promise<Outcome<undefined, RowRefusal | DueRefusal>> {
  return onRow<undefined, DueRefusal>(house, act, async ({ tx, row }) => {
    const { said } = act
    if (!isLive(row)) return refused({ code: 'row-over' })
    const wrong = whyNotDue(said.due, said.dueText)
    if (wrong) return refused(wrong)
    const areOwnersNew = await changeOwners(tx, row, said)
    const [before, after] = [printedOf(row), printedOf(said)]
    const isDueNew = JSON.stringify([row.due, row.dueText]) !== JSON.stringify([said.due, said.dueText])
    if (JSON.stringify(before) !== JSON.stringify(after))
      await noteChange(tx, row.id, { kind: 'edited', before, after })
    if (isDueNew)
      await noteChange(tx, row.id, { kind: 'dueMoved', before: dueNoted(row), after: dueNoted(said) })
    if (row.rag !== said.rag)
      await noteChange(tx, row.id, {
        kind: 'rag',
        before: { rag: row.rag ?? null },
        after: { rag: said.rag ?? null },
      })
    const { kind, dueText, executiveMember, topic, how, successMeasure, backReference, status } = said
    await tx.db.trackerRow.update({
      where: { id: row.id, councilId: tx.councilId },
      data: {
        kind,
        ...(isDueNew ? { ...dueColumns(said.due), dueText } : {}),
        executiveMember,
        topic,
        how,
        successMeasure,
        backReference,
        status,
        rag: said.rag ?? null,
        topicWords: [...said.topicWords],
        version: { increment: 1 },
      },
    })
    tx.audit(
      'tracker.row-edited',
      { row: row.id, reference: row.reference, owners: areOwnersNew, due: isDueNew },
      row.committeeId,
    )
    return done(undefined)
  })
}

/** Why something cannot be due like this. */
export function whyNotDue(due: Due, dueText: string): DueRefusal | undefined {
  if (due.kind === 'range' && due.on < due.from) return { code: 'range-reversed' }
  if ((due.kind === 'event' || due.kind === 'recurrence') && dueText === '') return { code: 'words-missing' }
  return undefined
}

function printedOf(of: Pick<TrackedRow, Exclude<keyof RowSaid, 'due' | 'dueText' | 'rag'>>) {
  const { kind, executiveMember, topic, how, successMeasure, backReference, status, topicWords } = of
  return { kind, executiveMember, topic, how, successMeasure, backReference, status, topicWords }
}

/** What the history keeps of a due time; also of one that is moved at its owner's wish. */
export function dueNoted({ due, dueText }: Pick<TrackedRow, 'due' | 'dueText'>) {
  const on = due.kind === 'date' || due.kind === 'range' || due.kind === 'recurrence' ? due.on : undefined
  return { due: due.kind, on: on ?? null, text: dueText }
}
