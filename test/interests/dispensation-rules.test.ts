import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { holidayCalendar } from '../../src/calendar/holiday-calendar.ts'
import { type DispensationAtHand, isInForce, whyNotDispense } from '../../src/interests/dispensation-rules.ts'

const calendar = holidayCalendar('england-and-wales', [])
const TODAY = Temporal.PlainDate.from('2017-09-06')

describe('a dispensation', () => {
  const why = (
    grantedOn: string,
    until: string,
    nation: 'england' | 'wales' = 'england',
    scope = 'The budget',
  ) => whyNotDispense({ scope, grantedOn, until }, nation, TODAY, calendar)

  test.each([
    ['2017-09-06', '2021-09-05', undefined],
    ['2017-09-06', '2021-09-06', 'too-long'],
    ['2016-02-29', '2020-02-28', undefined],
    ['2017-09-06', '2017-09-06', undefined],
    ['2017-09-06', '2017-09-05', 'ends-before'],
    ['2017-09-07', '2018-09-05', 'granted-ahead'],
  ])('granted on %s until %s: %s', (grantedOn, until, code) => {
    expect(why(grantedOn, until)?.code).toBe(code)
  })

  test('of more than four years is refused with the section and the last day that it may have', () => {
    expect(why('2017-05-10', '2021-12-31')).toEqual({
      code: 'too-long',
      latest: '2021-05-09',
      source: 'Localism Act 2011 s33(3)',
    })
    expect(why('2017-05-10', '2027-05-10', 'wales')).toBeUndefined()
  })

  test('says for what', () => {
    expect(why('2017-09-06', '2018-09-05', 'england', ' ')).toEqual({ code: 'no-scope' })
  })

  test.each([
    [{}, 'ann', '2017-09-20', true],
    [{}, 'ann', '2017-09-21', false],
    [{}, 'ann', '2017-08-31', false],
    [{}, 'bob', '2017-09-20', false],
    [{ personId: undefined }, 'bob', '2017-09-20', true],
    [{ isRevoked: true }, 'ann', '2017-09-20', false],
  ])('%o for %s at a meeting on %s is in force: %s', (given, member, day, expected) => {
    const dispensation: DispensationAtHand = {
      id: 'd',
      personId: 'ann',
      ground: 'residents',
      scope: 'The budget',
      mayVote: true,
      grantedBy: 'Standards Committee',
      grantedOn: '2017-09-01',
      until: '2017-09-20',
      isRevoked: false,
      ...given,
    }
    expect(isInForce(dispensation, member, day)).toBe(expected)
  })
})
