import type { Temporal } from 'temporal-polyfill'
import { plainDateOf } from '../committees/council-calendar.ts'
import type { IntendedMessage } from '../database/intended-message.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds } from './messages.ts'

/**
 * Everything that a person is reminded of on a day, in one direct message (law 12).
 *
 * @param of.day on which it is sent, in the council's zone
 * @param of.committeeId whose clerks hear of trouble with it; needed where it is wanted
 */
export function remindersMessage(of: {
  readonly personId: string
  readonly committeeId?: string
  readonly day: Temporal.PlainDate
}): IntendedMessage {
  return {
    kind: messageKinds.reminders,
    subject: of.personId,
    recipient: { person: of.personId },
    slot: of.day.toString(),
    ...(of.committeeId === undefined ? {} : { committeeId: of.committeeId }),
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
  const bundles = await tx.db.reminderBundle.findMany({
    where: {
      councilId: tx.councilId,
      ...(personId === undefined ? {} : { personId }),
      slots: { some: { councilId: tx.councilId, subject, outcome: 'sent' } },
    },
    select: { personId: true, day: true },
  })
  await tx.refreshAll(
    bundles.map((one) => remindersMessage({ personId: one.personId, day: plainDateOf(one.day) })),
  )
}
