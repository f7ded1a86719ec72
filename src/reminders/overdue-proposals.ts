import { columnOfDate, dateOfColumn } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER } from '../database/transact.ts'
import { clerksAddress } from '../meetings/clerks-address.ts'
import { isOfficeHour } from '../meetings/duty-rules.ts'
import { proposalOverdue } from '../programme/messages.ts'
import { momentOf } from './moment.ts'

/**
 * Tell the clerks, once and in working hours, of a proposal for the work programme that nobody has decided in time.
 * Run every minute; what is decided meanwhile is not sent, and an answer about it stands in the programme itself.
 */
export async function remindOfProposals(house: House): Promise<void> {
  const moment = await momentOf(house)
  if (!isOfficeHour(moment.now.toZonedDateTimeISO(house.timeZone), moment.offices)) return
  const { councilId, db } = house
  const overdue = await db.programmeEntry.findMany({
    where: { councilId, state: 'proposed', decideBy: { lt: columnOfDate(moment.today.toString()) } },
    select: { id: true, committeeId: true, decideBy: true },
    orderBy: { id: 'asc' },
  })
  if (overdue.length === 0) return
  const committees = await db.committee.findMany({
    where: { councilId, id: { in: overdue.map(({ committeeId }) => committeeId) } },
    select: { id: true, clerksChannelId: true },
  })
  await house.transact(SCRUTINEER, async (tx) => {
    for (const { id: entryId, committeeId, decideBy } of overdue) {
      const clerksChannelId = committees.find(({ id }) => id === committeeId)?.clerksChannelId ?? undefined
      const slot = decideBy ? dateOfColumn(decideBy) : ''
      for (const recipient of await clerksAddress(tx, { committeeId, clerksChannelId }))
        await tx.show(proposalOverdue({ entryId, committeeId, recipient, slot }))
    }
  })
}
