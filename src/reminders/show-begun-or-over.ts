import { toDate, toInstant } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'
import { refreshReminders } from '../meetings/reminder-messages.ts'
import { OPENS_BEFORE, opensFrom } from '../sitting/opening-rules.ts'

/** Older messages are left as they are: nobody looks for an answer to last week's meeting. */
const LOOKED_BACK = { hours: 24 }

/**
 * Make the messages about meetings that have begun or are over true again: in members' messages nothing is asked any
 * more, and the clerks' list offers to open the meeting, to record who came, then to correct it. Run every minute; a
 * message that was refreshed since is left alone.
 *
 * @returns about how many meetings messages were refreshed
 */
export async function showBegunOrOver(house: House): Promise<number> {
  const now = house.now()
  const begun = await house.db.meeting.findMany({
    where: {
      councilId: house.councilId,
      state: 'scheduled',
      startsAt: { gt: toDate(now.subtract(LOOKED_BACK)), lte: toDate(now.add(OPENS_BEFORE)) },
    },
    select: { id: true, startsAt: true, endsAt: true },
  })
  let refreshed = 0
  for (const { id, startsAt, endsAt } of begun) {
    const isOver = endsAt <= toDate(now)
    const canBeOpened = toDate(opensFrom({ startsAt: toInstant(startsAt) }))
    const since = isOver ? endsAt : startsAt <= toDate(now) ? startsAt : canBeOpened
    const kinds = isOver ? [messageKinds.member, messageKinds.clerks] : [messageKinds.clerks]
    // What is due since then was rendered since.
    const of = { councilId: house.councilId, kind: { in: kinds }, subject: id }
    const stale = { ...of, state: 'sent' as const, dueAt: { lt: since } }
    if ((await house.db.outboxMessage.count({ where: stale })) === 0) continue
    await house.transact(SCRUTINEER, async (tx) => {
      for (const kind of kinds) await tx.refresh({ kind, subject: id })
      if (isOver) await refreshReminders(tx, { subject: id })
    })
    refreshed += 1
  }
  return refreshed
}
