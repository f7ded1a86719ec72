import { Temporal } from 'temporal-polyfill'
import { instantOf, isAfter } from '../calendar/civil.ts'
import { addWorkingDays } from '../calendar/days.ts'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'

/** Working days before the meeting on which clerks hear of the quorum; 0 is the morning of the meeting. */
export const CLERKS_HEAR = [5, 2, 1, 0] as const
/** The Chair is a member: three automatic messages a meeting at most (law 12). */
export const CHAIR_HEARS = [5, 2, 0] as const

/** Local time: automatic messages keep to working hours. */
const TOLD_AT = '09:00'

/**
 * The step of the forecast that is due: the last one whose morning has come. After an outage the present
 * step is told and not those that were missed; nothing once the meeting has begun.
 *
 * @param steps working days before the meeting, the earliest first
 * @param calendar the days on which the council's offices work
 */
export function forecastDue(
  meeting: { readonly date: string; readonly startsAt: Temporal.Instant; readonly timeZone: string },
  steps: readonly number[],
  calendar: HolidayCalendar,
  now: Temporal.Instant,
): number | undefined {
  if (!isAfter(meeting.startsAt, now)) return undefined
  const day = Temporal.PlainDate.from(meeting.date)
  return steps.findLast((step) => {
    const morning = step === 0 ? day : addWorkingDays(day, -step, calendar)
    return !isAfter(instantOf(morning.toString(), TOLD_AT, meeting.timeZone), now)
  })
}

/** Five working days lie in three weeks, holidays and closures at Christmas included. */
export const FORECAST_AHEAD = { hours: 24 * 21 }
