import { Temporal } from 'temporal-polyfill'
import type { HolidayCalendar } from './holiday-calendar.ts'

/** Why a day is not a working day. */
export type DayOff =
  | { readonly date: Temporal.PlainDate; readonly because: 'weekend' }
  | { readonly date: Temporal.PlainDate; readonly because: 'holiday'; readonly name: string }

/** ISO 8601: Saturday is 6, Sunday 7. */
const SATURDAY = 6

/** Why this is no working day, or `undefined` when it is one. A holiday on a weekend is a weekend. */
export function dayOff(date: Temporal.PlainDate, calendar: HolidayCalendar): DayOff | undefined {
  if (date.dayOfWeek >= SATURDAY) return { date, because: 'weekend' }
  const name = calendar.nameOf(date)
  return name === undefined ? undefined : { date, because: 'holiday', name }
}

export function isWorkingDay(date: Temporal.PlainDate, calendar: HolidayCalendar): boolean {
  return dayOff(date, calendar) === undefined
}

/**
 * The working day that lies so many working days after another day, or before it when negative. With 0,
 * the day itself, or the next working day when it is none.
 */
export function addWorkingDays(
  from: Temporal.PlainDate,
  workingDays: number,
  calendar: HolidayCalendar,
): Temporal.PlainDate {
  const step = workingDays < 0 ? -1 : 1
  let day = from
  let left = Math.abs(workingDays)
  if (left === 0) while (!isWorkingDay(day, calendar)) day = day.add({ days: 1 })
  while (left > 0) {
    day = day.add({ days: step })
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return day
}

/** How many working days lie after one day up to and with another; less than 0 when that is past. */
export function workingDaysUntil(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  calendar: HolidayCalendar,
): number {
  if (isBeforeDay(to, from)) return -workingDaysUntil(to, from, calendar)
  let count = 0
  for (let day = from.add({ days: 1 }); !isBeforeDay(to, day); day = day.add({ days: 1 }))
    if (isWorkingDay(day, calendar)) count += 1
  return count
}

export function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other
}

export function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) >= 0 ? one : other
}

export function isBeforeDay(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0
}
