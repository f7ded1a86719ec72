import type { Temporal } from 'temporal-polyfill'
import { type DayOff, dayOff } from './days.ts'
import type { HolidayCalendar } from './holiday-calendar.ts'

/**
 * A period that the law sets. "Beginning with" a day counts that day as the first; "within 28 days of"
 * or "from" a day does not (law 7).
 */
export interface Period {
  readonly length: number
  readonly unit: 'days' | 'working-days' | 'months'
  readonly start: 'beginning-with' | 'after'
  /** The section of the Act, regulation or standing order. */
  readonly source: string
}

/** The last day of a period, with everything that it takes to check it by hand. */
export interface PeriodEnd {
  readonly period: Period
  readonly from: Temporal.PlainDate
  readonly lastDay: Temporal.PlainDate
  /** Days that do not count, where only working days do. */
  readonly leftOut: readonly DayOff[]
  /** Whether every holiday in the period is known; if not, it may end later. */
  readonly covered: boolean
}

/** The last day of a period that begins with, or runs from, a day. */
export function endOfPeriod(from: Temporal.PlainDate, period: Period, calendar: HolidayCalendar): PeriodEnd {
  if (period.unit === 'working-days') return endOfWorkingDays(from, period, calendar)
  const lastDay = period.unit === 'months' ? endOfMonths(from, period) : endOfDays(from, period)
  return { period, from, lastDay, leftOut: [], covered: true }
}

function endOfDays(from: Temporal.PlainDate, { length, start }: Period): Temporal.PlainDate {
  return from.add({ days: start === 'beginning-with' ? length - 1 : length })
}

/**
 * The corresponding date rule (*Dodds v Walker* [1981] 1 WLR 1027): a period of months from a day ends on the
 * day of the same number, or on the last of the month where that has no such day; one that begins with a
 * day ends on the day before the corresponding one.
 */
function endOfMonths(from: Temporal.PlainDate, { length, start }: Period): Temporal.PlainDate {
  const corresponding = from.add({ months: length })
  const exists = corresponding.day === from.day
  return start === 'beginning-with' && exists ? corresponding.subtract({ days: 1 }) : corresponding
}

function endOfWorkingDays(from: Temporal.PlainDate, period: Period, calendar: HolidayCalendar): PeriodEnd {
  const leftOut: DayOff[] = []
  let day = period.start === 'beginning-with' ? from : from.add({ days: 1 })
  let left = period.length
  for (;;) {
    const off = dayOff(day, calendar)
    if (off) leftOut.push(off)
    else left -= 1
    if (left <= 0) break
    day = day.add({ days: 1 })
  }
  return { period, from, lastDay: day, leftOut, covered: calendar.covers(from, day) }
}
