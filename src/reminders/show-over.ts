import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'
import { refreshReminders } from '../meetings/reminder-messages.ts'

/** Older messages are left as they are: nobody looks for an answer to last week's meeting. */
const LOOKED_BACK = { hours: 24 }

/**
 * Make members' messages about meetings that are over true again: nothing is asked in them any more. Run every
 * minute; a message that was refreshed since the planned end is left alone.
 *
 * @returns about how many meetings messages were refreshed
 */
export async function showOver(house: House): Promise<number> {
  const now = house.now()
  const over = await house.db.meeting.findMany({
    where: {
      councilId: house.councilId,
      state: 'scheduled',
      startsAt: { gt: toDate(now.subtract(LOOKED_BACK)), lte: toDate(now) },
      endsAt: { lte: toDate(now) },
    },
    select: { id: true, endsAt: true },
  })
  let refreshed = 0
  for (const { id, endsAt } of over) {
    // What is due since the end was rendered since.
    const of = { councilId: house.councilId, kind: messageKinds.member, subject: id }
    const stale = { ...of, state: 'sent' as const, dueAt: { lt: endsAt } }
    if ((await house.db.outboxMessage.count({ where: stale })) === 0) continue
    await house.transact(SCRUTINEER, async (tx) => {
      await tx.refresh({ kind: messageKinds.member, subject: id })
      await refreshReminders(tx, { subject: id })
    })
    refreshed += 1
  }
  return refreshed
}
