import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'

/** Older lists are left as they are: nobody looks for yesterday's button. */
const LOOKED_BACK = { hours: 24 }

/**
 * Make the clerks' lists of meetings that have begun true again: from then on who came can be recorded. Run
 * every minute; a list that was refreshed since the beginning is left alone.
 *
 * @returns how many lists were refreshed
 */
export async function showBegun(house: House): Promise<number> {
  const now = house.now()
  const begun = await house.db.meeting.findMany({
    where: {
      councilId: house.councilId,
      state: 'scheduled',
      startsAt: { lte: toDate(now), gt: toDate(now.subtract(LOOKED_BACK)) },
    },
    select: { id: true, startsAt: true },
  })
  if (begun.length === 0) return 0
  const lists = await house.db.outboxMessage.findMany({
    where: {
      councilId: house.councilId,
      kind: messageKinds.clerks,
      state: 'sent',
      subject: { in: begun.map(({ id }) => id) },
    },
    select: { subject: true, dueAt: true },
  })
  // What is due since the beginning was rendered since.
  const startOf = new Map(begun.map(({ id, startsAt }) => [id, startsAt]))
  const stale = lists.filter(({ subject, dueAt }) => dueAt < (startOf.get(subject) ?? dueAt))
  if (stale.length === 0) return 0
  await house.transact(SCRUTINEER, async (tx) => {
    for (const { subject } of stale) await tx.refresh({ kind: messageKinds.clerks, subject })
  })
  return stale.length
}
