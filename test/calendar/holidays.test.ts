import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { holidayCalendar } from '../../src/calendar/holiday-calendar.ts'
import type { HolidayDivision } from '../../src/calendar/holidays/holiday-data.ts'

/** Easter Sunday by the anonymous Gregorian computus: an account of its own, to check the list by. */
function easter(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return Temporal.PlainDate.from({ year, month, day: ((h + l - 7 * m + 114) % 31) + 1 })
}

const YEARS = Array.from({ length: 2028 - 2011 + 1 }, (_, index) => 2011 + index)
const divisions = ['england-and-wales', 'scotland', 'northern-ireland'] as const

function holidaysOf(division: HolidayDivision, year: number): string[] {
  const calendar = holidayCalendar(division)
  const days: string[] = []
  for (
    let day = Temporal.PlainDate.from({ year, month: 1, day: 1 });
    day.year === year;
    day = day.add({ days: 1 })
  )
    if (calendar.nameOf(day) !== undefined) days.push(day.toString())
  return days
}

describe.each(divisions)('the holidays of %s', (division) => {
  const usual = { 'england-and-wales': 8, scotland: 9, 'northern-ireland': 10 }[division]
  const once: Readonly<Record<number, number>> = {
    2011: 1,
    2012: 1,
    2022: 2,
    2023: 1,
    ...(division === 'scotland' && { 2026: 1 }),
  }

  test.each(YEARS)('in %i are as many as the law and the proclamations say', (year) => {
    expect(holidaysOf(division, year)).toHaveLength(usual + (once[year] ?? 0))
  })

  test('keep Good Friday of every year, and Easter Monday outside Scotland', () => {
    const calendar = holidayCalendar(division)
    for (const year of YEARS) {
      expect(calendar.nameOf(easter(year).subtract({ days: 2 }))).toBe('Good Friday')
      expect(calendar.nameOf(easter(year).add({ days: 1 }))).toBe(
        division === 'scotland' ? undefined : 'Easter Monday',
      )
    }
  })

  test('none is on a weekend: a substitute day stands for it', () => {
    for (const year of YEARS)
      for (const day of holidaysOf(division, year))
        expect(Temporal.PlainDate.from(day).dayOfWeek).toBeLessThan(6)
  })
})

test.each([
  ['england-and-wales', '2022-09-19', 'Bank Holiday for the State Funeral of Queen Elizabeth II'],
  ['england-and-wales', '2020-05-08', 'Early May bank holiday (VE Day)'],
  ['england-and-wales', '2020-05-04', undefined],
  ['england-and-wales', '2026-12-28', 'Boxing Day (substitute day)'],
  ['england-and-wales', '2025-11-30', undefined],
  ['scotland', '2022-01-04', '2nd January (substitute day)'],
  ['scotland', '2025-12-01', 'St Andrew’s Day (substitute day)'],
  ['scotland', '2026-06-15', 'World Cup bank holiday'],
  ['northern-ireland', '2025-07-14', 'Battle of the Boyne (Orangemen’s Day) (substitute day)'],
] as const)('in %s, %s is: %s', (division, day, name) => {
  expect(holidayCalendar(division).nameOf(Temporal.PlainDate.from(day))).toBe(name)
})
