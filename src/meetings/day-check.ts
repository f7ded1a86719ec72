import type { Temporal } from 'temporal-polyfill'
import { type ClearDays, clearDays } from '../calendar/clear-days.ts'
import { type DayOff, dayOff } from '../calendar/days.ts'
import type { AddedDay } from '../calendar/holiday-calendar.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import type { CouncilRows } from '../committees/people.ts'

/** What a clerk should know of the day on which a meeting shall take place. */
export interface DayCheck {
  /** Why it is no working day. */
  readonly off: DayOff | undefined
  /** The offices are closed then. */
  readonly closure: AddedDay | undefined
  /** The clear days that are left for notice of it, if notice is given today. */
  readonly notice: ClearDays
}

export async function checkDay(
  rows: CouncilRows,
  meeting: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Promise<DayCheck> {
  const { notice: rule, holidays, closures } = await councilCalendar(rows)
  return {
    off: dayOff(meeting, holidays),
    closure: closures.find(({ date }) => date === meeting.toString()),
    notice: clearDays({ opened: today, meeting, rule, calendar: holidays, closures }),
  }
}
