import type { House } from '../database/house.ts'
import { officesOf } from '../meetings/duty-rows.ts'
import { policiesOf } from './policy.ts'
import type { Moment } from './types.ts'

/** When a tick looks, and what it goes by. */
export async function momentOf(house: House): Promise<Moment> {
  const now = house.now()
  return {
    now,
    today: now.toZonedDateTimeISO(house.timeZone).toPlainDate(),
    offices: await officesOf(house),
    policyOf: await policiesOf(house),
  }
}
