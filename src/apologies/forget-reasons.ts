import { Temporal } from 'temporal-polyfill'
import { toDate, toInstant } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER } from '../database/transact.ts'
import { reasonDays } from './keep-reasons.ts'

/**
 * Delete the private reasons of meetings that were over so many days ago as the council keeps them (UK GDPR
 * art. 5(1)(e): no longer than is needed). That they were deleted is noted, what they said is not.
 *
 * @returns how many were deleted
 */
export async function forgetReasons(house: House): Promise<number> {
  const { councilId, db } = house
  const hours = 24 * (await reasonDays(house))
  const before = toDate(house.now().subtract(Temporal.Duration.from({ hours })))
  const due = await db.apologyReason.findMany({
    where: { councilId, apology: { meeting: { endsAt: { lte: before }, state: { not: 'postponed' } } } },
    select: { apology: { select: { meetingId: true } } },
  })
  let forgotten = 0
  for (const meetingId of new Set(due.map(({ apology }) => apology.meetingId)))
    forgotten += await house.transact(SCRUTINEER, async (tx) => {
      const meeting = await tx.db.meeting.findFirst({
        where: { councilId, id: meetingId, endsAt: { lte: before } },
        select: { committeeId: true, endsAt: true },
      })
      if (!meeting) return 0
      const { count } = await tx.db.apologyReason.deleteMany({
        where: { councilId, apology: { councilId, meetingId } },
      })
      // Another process was first.
      if (count === 0) return 0
      tx.audit(
        'apologies.reasons-forgotten',
        { meeting: meetingId, reasons: count, over: toInstant(meeting.endsAt).toString() },
        meeting.committeeId,
      )
      return count
    })
  return forgotten
}
