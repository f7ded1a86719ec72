import { sixMonthReaders } from '../apologies/six-month-readers.ts'
import { sixMonthList, type WatchedCouncillor } from '../apologies/six-month-watch.ts'
import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER } from '../database/transact.ts'
import { officesOf } from '../meetings/duty-rows.ts'
import { isOfficeHour } from '../meetings/duty-rules.ts'
import { messageKinds, sixMonthsMessage } from '../meetings/messages.ts'

/**
 * Warn the clerks of councillors who come near the end of six months without attending: once for each step of
 * each end, all that are due on a day in one message. Run every minute; it looks once an hour, since what it
 * looks at changes by the day.
 *
 * @returns a tick that answers how many councillors were newly warned of
 */
export function sixMonthWarnings(): (house: House) => Promise<number> {
  const looked = new Map<string, string>()
  return async (house) => {
    const now = house.now().toZonedDateTimeISO(house.timeZone)
    const hour = `${now.toPlainDate().toString()} ${now.hour}`
    if (looked.get(house.councilId) === hour) return 0
    if (!isOfficeHour(now, await officesOf(house))) return 0
    const warned = await warnSixMonths(house, now.toPlainDate().toString())
    looked.set(house.councilId, hour)
    return warned
  }
}

/** @param today in the council's zone */
export async function warnSixMonths(house: House, today: string): Promise<number> {
  const due = (await sixMonthList(house, today)).councillors.filter(({ step }) => step !== undefined)
  if (due.length === 0) return 0
  return house.transact(SCRUTINEER, async (tx) => {
    const { councilId } = tx
    // The unique key decides between processes: whoever makes the row tells of it.
    const fresh = await tx.db.reminderSlot.createManyAndReturn({
      data: due.map((one) => ({
        councilId,
        kind: messageKinds.sixMonths,
        subject: one.personId,
        personId: one.personId,
        slot: slotOf(one),
        outcome: 'sent' as const,
        at: toDate(tx.now),
      })),
      skipDuplicates: true,
      select: { personId: true, slot: true },
    })
    const warned = new Set(fresh.map(({ personId }) => personId))
    if (warned.size === 0) return 0
    for (const { recipient, committeeId, councillors } of await sixMonthReaders(tx, today))
      if ([...warned].some((personId) => councillors.has(personId)))
        await tx.show(sixMonthsMessage({ councilId, committeeId, day: today, recipient }))
    tx.audit('six-months.warned', {
      day: today,
      councillors: fresh.map(({ personId, slot }) => `${personId} ${slot}`),
    })
    return warned.size
  })
}

function slotOf({ watch, step }: WatchedCouncillor): string {
  return `${watch.expiry}/${step}`
}
