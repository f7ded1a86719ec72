import type { Temporal } from 'temporal-polyfill'
import { dateOfColumn, toDate } from '../calendar/civil.ts'
import { membersOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'

/** A meeting that is not over began no longer ago than this. */
const LONGEST_MEETING = { hours: 24 }

/** The members whose meeting sits now by its plan: they are left alone until its end (law 12). */
export async function sittingNow(house: House, now: Temporal.Instant): Promise<Set<string>> {
  const meetings = await house.db.meeting.findMany({
    where: {
      councilId: house.councilId,
      state: 'scheduled',
      startsAt: { lte: toDate(now), gt: toDate(now.subtract(LONGEST_MEETING)) },
      endsAt: { gt: toDate(now) },
    },
    select: { committeeId: true, date: true },
  })
  const sitting = new Set<string>()
  for (const { committeeId, date } of meetings)
    for (const { person } of await membersOn(house.db, house.councilId, committeeId, dateOfColumn(date), {
      substitutes: true,
    }))
      sitting.add(person.id)
  return sitting
}
