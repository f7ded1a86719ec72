import { Temporal } from 'temporal-polyfill'
import { columnOfDate, toDate } from '../calendar/civil.ts'
import { messageKey } from '../database/intended-message.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'
import { remindersMessage } from '../meetings/reminder-messages.ts'
import type { ToNote } from './asked-rows.ts'

/** Write steps into the log of asking, in the same transaction as what is sent of them. */
export async function noteEscalations(
  tx: Tx,
  notes: readonly ToNote[],
  today: Temporal.PlainDate,
): Promise<void> {
  const at = toDate(tx.now)
  await tx.db.escalation.createMany({
    data: notes.map(({ series, rowIds, personId, insteadOfId, ...note }) => ({
      councilId: tx.councilId,
      committeeId: series.committeeId,
      groupKey: series.groupKey,
      dueOn: columnOfDate(series.dueOn.toString()),
      rowIds: [...rowIds],
      personId: personId ?? null,
      insteadOfId: insteadOfId ?? null,
      step: note.step,
      outcome: note.outcome,
      why: note.why,
      messageKey:
        note.outcome === 'sent' && personId ? messageKey(remindersMessage({ personId, day: today })) : '',
      at,
    })),
  })
}

/**
 * Make true again what owners were asked about a row: what is answered says so. To be called by whatever changes a
 * row or who owes it.
 */
export async function refreshAsked(
  tx: Tx,
  { id, groupKey }: { readonly id: string; readonly groupKey: string },
): Promise<void> {
  const { councilId } = tx
  const notes = await tx.db.escalation.findMany({
    where: { councilId, groupKey, rowIds: { has: id }, outcome: 'sent', personId: { not: null } },
    select: { personId: true, messageKey: true },
    distinct: ['messageKey'],
  })
  await tx.refreshAll(
    notes.flatMap(({ personId, messageKey: key }) => {
      const day = dayOfKey(key)
      return personId && day ? [remindersMessage({ personId, day })] : []
    }),
  )
}

/** Make true again what the clerks were told of a row's asking: who could not be told, the agenda, the letter. */
export async function refreshClerksAsked(
  tx: Tx,
  { id, groupKey }: { readonly id: string; readonly groupKey: string },
): Promise<void> {
  const notes = await tx.db.escalation.findMany({
    where: {
      councilId: tx.councilId,
      groupKey,
      rowIds: { has: id },
      OR: [{ outcome: 'undeliverable' }, { outcome: 'sent', step: { in: ['agenda', 'letter'] } }],
    },
    select: { committeeId: true, at: true },
  })
  // Everything of it happens in office hours, when the day is the same everywhere in the country.
  const told = new Map(
    notes.map(({ committeeId, at }) => {
      const slot = at.toISOString().slice(0, 'YYYY-MM-DD'.length)
      return [`${committeeId} ${slot}`, { kind: messageKinds.trackerOwed, subject: committeeId, slot }]
    }),
  )
  for (const message of told.values()) await tx.refresh(message)
}

/** The day of the bundle in which it was asked: the last part of its key. */
function dayOfKey(key: string): Temporal.PlainDate | undefined {
  const day = key.split('/').at(-1)
  return day ? Temporal.PlainDate.from(day) : undefined
}
