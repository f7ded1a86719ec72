import { Temporal } from 'temporal-polyfill'
import { englandAndWales } from './holidays/england-and-wales.ts'
import type { HolidayData, HolidayDivision } from './holidays/holiday-data.ts'
import { northernIreland } from './holidays/northern-ireland.ts'
import { scotland } from './holidays/scotland.ts'

/** A day that an administrator has added: proclaimed since this version, or a closure of the council's own. */
export interface AddedDay {
  /** ISO civil date. */
  readonly date: string
  readonly name: string
}

/** The holidays of one part of the United Kingdom, and how far they are known. */
export interface HolidayCalendar {
  readonly division: HolidayDivision
  readonly source: string
  readonly asOf: Temporal.PlainDate
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  /** The holiday on this day. Silence counts only where `covers` holds. */
  nameOf(day: Temporal.PlainDate): string | undefined
  /** Whether every holiday from one day to another is known. */
  covers(from: Temporal.PlainDate, to: Temporal.PlainDate): boolean
}

const DATA: Readonly<Record<HolidayDivision, HolidayData>> = {
  'england-and-wales': englandAndWales,
  scotland,
  'northern-ireland': northernIreland,
}

/**
 * The holidays of a division, with days that were proclaimed after this list was made.
 *
 * @param proclaimed holidays by law, such as the day of a state funeral; closures of one council are none
 */
export function holidayCalendar(
  division: HolidayDivision,
  proclaimed: readonly AddedDay[] = [],
): HolidayCalendar {
  return calendarOf(DATA[division], proclaimed)
}

export function calendarOf(data: HolidayData, proclaimed: readonly AddedDay[] = []): HolidayCalendar {
  const from = Temporal.PlainDate.from(data.from)
  const to = Temporal.PlainDate.from(data.to)
  const names = new Map(Object.entries(data.days))
  for (const { date, name } of proclaimed) names.set(Temporal.PlainDate.from(date).toString(), name)
  return {
    division: data.division,
    source: data.source,
    asOf: Temporal.PlainDate.from(data.asOf),
    from,
    to,
    nameOf: (day) => names.get(day.toString()),
    covers: (first, last) =>
      Temporal.PlainDate.compare(from, first) <= 0 && Temporal.PlainDate.compare(last, to) <= 0,
  }
}
