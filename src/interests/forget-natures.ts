import { Temporal } from 'temporal-polyfill'
import { reasonDays } from '../apologies/keep-reasons.ts'
import { civilDate, columnOfDate } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER } from '../database/transact.ts'

/**
 * Delete in what the interests lay of people who have held no seat in the council for so many days as it keeps
 * private text (UK GDPR art. 5(1)(e): no longer than is needed). While somebody sits, what they said can be given
 * again before another meeting; once they have left, nothing needs it. Their notices stay, without it.
 *
 * @returns how many were deleted
 */
export async function forgetNatures(house: House): Promise<number> {
  const days = await reasonDays(house)
  const since = house.now().subtract(Temporal.Duration.from({ hours: 24 * days }))
  const lastDay = civilDate(since, house.timeZone).toString()
  const gone = new Set((await naturesOfTheGone(house, lastDay)).map(({ personId }) => personId))
  let forgotten = 0
  for (const personId of gone)
    forgotten += await house.transact(SCRUTINEER, async (tx) => {
      // They may sit again, and another process may have been first.
      const still = (await naturesOfTheGone(tx, lastDay)).filter((one) => one.personId === personId)
      const { count } = await tx.db.interestNature.deleteMany({
        where: { councilId: tx.councilId, id: { in: still.map(({ id }) => id) } },
      })
      if (count > 0) tx.audit('interests.natures-forgotten', { member: personId, natures: count })
      return count
    })
  return forgotten
}

/** @param lastDay ISO civil date: whoever held a seat on that day or later has not been gone for long enough */
async function naturesOfTheGone(
  { councilId, db }: CouncilRows,
  lastDay: string,
): Promise<{ id: string; personId: string }[]> {
  return db.$queryRaw`
    SELECT "nature"."id", "notice"."personId"
    FROM "InterestNature" AS "nature"
    JOIN "InterestNotice" AS "notice" ON "notice"."councilId" = "nature"."councilId"
      AND "notice"."id" = "nature"."noticeId"
    WHERE "nature"."councilId" = ${councilId}::uuid
      AND NOT EXISTS (SELECT FROM "SeatOccupancy" AS "held"
        WHERE "held"."councilId" = "nature"."councilId" AND "held"."personId" = "notice"."personId"
          AND ("held"."until" IS NULL OR "held"."until" >= ${columnOfDate(lastDay)}::date))`
}
