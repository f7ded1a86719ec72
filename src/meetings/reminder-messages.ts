import type { Temporal } from 'temporal-polyfill'
import { dateOfColumn } from '../calendar/civil.ts'
import type { IntendedMessage } from '../database/intended-message.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds } from './messages.ts'

/**
 * Everything that a person is reminded of on a day, in one direct message (law 12).
 *
 * @param of.day on which it is sent, in the council's zone
 * @param of.committeeId whose clerks hear of trouble with it
 */
export function remindersMessage(of: {
  readonly personId: string
  readonly committeeId: string
  readonly day: Temporal.PlainDate
}): IntendedMessage {
  return {
    kind: messageKinds.reminders,
    subject: of.personId,
    recipient: { person: of.personId },
    slot: of.day.toString(),
    committeeId: of.committeeId,
    once: true,
  }
}

/**
 * Make the reminders about a meeting or an action true again where they stand: what is answered says so. To be
 * called by whatever changes what a reminder asks for.
 *
 * @param of.subject the id of what they are about
 * @param of.personId whose; everybody's when absent
 */
export async function refreshReminders(
  tx: Tx,
  of: { readonly subject: string; readonly personId?: string | undefined },
): Promise<void> {
  const { personId, subject } = of
  const slots = await tx.db.reminderSlot.findMany({
    where: {
      councilId: tx.councilId,
      subject,
      outcome: 'sent',
      ...(personId === undefined ? {} : { personId }),
    },
    select: { personId: true, bundle: { select: { day: true } } },
  })
  const messages = new Map(
    slots.flatMap((slot) => {
      if (!slot.bundle) return []
      const day = dateOfColumn(slot.bundle.day)
      return [[`${slot.personId} ${day}`, { personId: slot.personId, day }] as const]
    }),
  )
  for (const one of messages.values())
    await tx.refresh({
      kind: messageKinds.reminders,
      subject: one.personId,
      recipient: { person: one.personId },
      slot: one.day,
    })
}
