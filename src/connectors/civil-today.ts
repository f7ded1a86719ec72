import { civilDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'

/** The day that it is for the council, as an ISO date. */
export function civilToday(house: Pick<House, 'now' | 'timeZone'>): string {
  return civilDate(house.now(), house.timeZone).toString()
}
