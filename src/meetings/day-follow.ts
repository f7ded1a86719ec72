import { toDate } from '../calendar/civil.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds } from './messages.ts'

/**
 * The council's calendar has changed: what messages say of days that are counted is made true again. Days by
 * which reports are due stay as people were told them; the list of reports says what they would be now.
 */
export async function followCalendar(tx: Tx): Promise<void> {
  const coming = await tx.db.meeting.findMany({
    where: { councilId: tx.councilId, endsAt: { gt: toDate(tx.now) } },
    select: { id: true },
  })
  const { countdown, packCard, reportDuties, reportList } = messageKinds
  for (const { id } of coming)
    for (const kind of [countdown, packCard, reportDuties, reportList])
      await tx.refresh({ kind, subject: id })
}
