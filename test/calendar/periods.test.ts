import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { holidayCalendar } from '../../src/calendar/holiday-calendar.ts'
import { endOfPeriod, type Period } from '../../src/calendar/periods.ts'
import { workingOfPeriod } from '../../src/calendar/working.en.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const calendar = holidayCalendar('england-and-wales')
const period = (length: number, unit: Period['unit'], start: Period['start']): Period => ({
  length,
  unit,
  start,
  source: 'a rule',
})

describe('the last day of a period', () => {
  test.each([
    ['F17, two months to respond', '2017-09-25', period(2, 'months', 'beginning-with'), '2017-11-24'],
    ['F18, from the notice', '2017-10-10', period(2, 'months', 'beginning-with'), '2017-12-09'],
    ['F20, 28 days of a request', '2017-08-09', period(28, 'days', 'after'), '2017-09-06'],
    ['28 days beginning with a disclosure', '2018-03-01', period(28, 'days', 'beginning-with'), '2018-03-28'],
    [
      'F21, 20 working days over a bank holiday',
      '2017-08-14',
      period(20, 'working-days', 'beginning-with'),
      '2017-09-11',
    ],
    ['F16, six months from the last attendance', '2017-08-09', period(6, 'months', 'after'), '2018-02-09'],
    ['a month from 31 January', '2023-01-31', period(1, 'months', 'after'), '2023-02-28'],
    ['a month from 31 January in a leap year', '2024-01-31', period(1, 'months', 'after'), '2024-02-29'],
    [
      'two months beginning with 31 December',
      '2022-12-31',
      period(2, 'months', 'beginning-with'),
      '2023-02-28',
    ],
    [
      'two months beginning with 1 January',
      '2023-01-01',
      period(2, 'months', 'beginning-with'),
      '2023-02-28',
    ],
    ['one working day after a Friday', '2017-09-15', period(1, 'working-days', 'after'), '2017-09-18'],
    [
      'one working day beginning with a Saturday',
      '2017-09-16',
      period(1, 'working-days', 'beginning-with'),
      '2017-09-18',
    ],
  ] as const)('%s, %s', (_, from, rule, lastDay) => {
    expect(endOfPeriod(day(from), rule, calendar).lastDay.toString()).toBe(lastDay)
  })

  test('shows whether the first day counts, and what does not count', () => {
    expect(
      workingOfPeriod(
        endOfPeriod(day('2017-08-25'), period(2, 'working-days', 'beginning-with'), calendar),
        calendar,
      ),
    ).toEqual([
      '2 working days beginning with Friday 25 August 2017, which counts as the first day (a rule).',
      'Left out: Sat 26 Aug (weekend); Sun 27 Aug (weekend); Mon 28 Aug (Summer bank holiday).',
      'The last day is Tuesday 29 August 2017.',
    ])
    expect(
      workingOfPeriod(endOfPeriod(day('2017-08-09'), period(1, 'months', 'after'), calendar), calendar),
    ).toEqual([
      '1 month after Wednesday 9 August 2017, which does not count (a rule).',
      'The last day is Saturday 9 September 2017.',
    ])
  })

  test('may be later where holidays are not known', () => {
    const end = endOfPeriod(day('2028-12-20'), period(20, 'working-days', 'after'), calendar)
    expect(end.covered).toBe(false)
    expect(workingOfPeriod(end, calendar).at(-1)).toContain('It may be later')
  })

  test('beginning with a day ends one day before the same period after it, but at the end of short months', () => {
    const dates = fc.integer({ min: 0, max: 6000 }).map((days) => day('2011-01-01').add({ days }))
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 12 }), (from, months) => {
        const begins = endOfPeriod(from, period(months, 'months', 'beginning-with'), calendar).lastDay
        const after = endOfPeriod(from, period(months, 'months', 'after'), calendar).lastDay
        const shortMonth = after.day !== from.day
        return begins.until(after).days === (shortMonth ? 0 : 1)
      }),
    )
  })
})
