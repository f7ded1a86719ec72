import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { clockTime, longDate, shortDate, stamp } from '../../src/calendar/words.en.ts'

describe('dates and times as the field prints them', () => {
  test.each([
    ['10:00', '10 am'],
    ['14:30', '2.30 pm'],
    ['12:00', 'noon'],
    ['12:30', '12.30 pm'],
    ['00:00', '12 am'],
    ['00:30', '12.30 am'],
    ['09:05', '9.05 am'],
    ['23:59', '11.59 pm'],
  ])('%s is "%s"', (time, said) => {
    expect(clockTime(time)).toBe(said)
  })

  test('a date stands with its weekday, day and month in words', () => {
    expect(longDate('2017-09-20')).toBe('Wednesday 20 September 2017')
    expect(longDate('2024-02-29')).toBe('Thursday 29 February 2024')
    expect(longDate(Temporal.PlainDate.from('2023-01-01'))).toBe('Sunday 1 January 2023')
    expect(shortDate('2017-09-20')).toBe('Wed 20 Sep')
  })

  test('what was done is stamped with the council’s wall clock, not with UTC', () => {
    const at = Temporal.Instant.from('2017-09-12T13:05:59Z')
    expect(stamp(at, 'Europe/London')).toBe('14:05 on Tue 12 Sep')
    expect(stamp(Temporal.Instant.from('2017-09-12T23:05:00Z'), 'Europe/London')).toBe('00:05 on Wed 13 Sep')
  })
})
