import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  civilDate,
  columnOfDate,
  dateOfColumn,
  instantOf,
  isAfter,
  toDate,
  toInstant,
} from '../../src/calendar/civil.ts'

const LONDON = 'Europe/London'

describe('the instant of a civil date and time', () => {
  test.each([
    ['in winter', '2026-01-14', '10:00', '2026-01-14T10:00:00Z'],
    ['in summer', '2017-09-20', '10:00', '2017-09-20T09:00:00Z'],
    ['just before the clocks go forward', '2026-03-29', '00:59', '2026-03-29T00:59:00Z'],
    ['just after the clocks go forward', '2026-03-29', '02:00', '2026-03-29T01:00:00Z'],
    ['in the hour that spring leaves out: the later reading', '2026-03-29', '01:30', '2026-03-29T01:30:00Z'],
    ['in the hour that autumn repeats: the earlier reading', '2026-10-25', '01:30', '2026-10-25T00:30:00Z'],
    ['just after the repeated hour', '2026-10-25', '02:00', '2026-10-25T02:00:00Z'],
    ['at the first minute of a year', '2026-01-01', '00:00', '2026-01-01T00:00:00Z'],
  ])('is right %s', (_when, date, time, instant) => {
    expect(instantOf(date, time, LONDON).toString()).toBe(instant)
  })

  test('has its own date on the wall, on every day and at every minute that the clocks show', () => {
    const day = fc
      .integer({ min: 0, max: 365 * 40 })
      .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }))
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 })
    fc.assert(
      fc.property(day, minute, (date, minutes) => {
        const time = Temporal.PlainTime.from('00:00').add({ minutes }).toString({ smallestUnit: 'minute' })
        expect(civilDate(instantOf(date.toString(), time, LONDON), LONDON).toString()).toBe(date.toString())
      }),
      { numRuns: 300 },
    )
  })

  test('refuses a day that no calendar has', () => {
    expect(() => instantOf('2026-02-30', '10:00', LONDON)).toThrow(RangeError)
  })
})

describe('civil dates and instants in columns', () => {
  test('a date is the same after the column, whatever zone the machine is in', () => {
    expect(dateOfColumn(columnOfDate('2017-09-20'))).toBe('2017-09-20')
    expect(columnOfDate('2017-09-20').toISOString()).toBe('2017-09-20T00:00:00.000Z')
  })

  test('an instant is the same after the column, to the millisecond', () => {
    const at = Temporal.Instant.from('2017-09-20T09:00:00.123Z')
    expect(toInstant(toDate(at)).equals(at)).toBe(true)
  })

  test('late in the evening in summer it is still today in London, not the day of UTC', () => {
    const lateEvening = Temporal.Instant.from('2017-09-20T23:30:00Z')
    expect(civilDate(lateEvening, LONDON).toString()).toBe('2017-09-21')
    expect(civilDate(lateEvening, 'UTC').toString()).toBe('2017-09-20')
  })

  test('an instant is not after itself', () => {
    const at = Temporal.Instant.from('2017-09-20T09:00:00Z')
    expect(isAfter(at, at)).toBe(false)
    expect(isAfter(at.add({ nanoseconds: 1 }), at)).toBe(true)
  })
})
