import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isInTime,
  lastCouncilBefore,
  sixMonthsFrom,
  WARNINGS,
  warningDay,
  warningDue,
} from '../../src/apologies/six-month-rules.ts'

describe('the six months', () => {
  test('F16: from 9 August 2017 they run to 9 February 2018, and the day before is the last safe one', () => {
    expect(sixMonthsFrom('2017-08-09', [])).toMatchObject({ expiry: '2018-02-09', lastSafeDay: '2018-02-08' })
    expect(isInTime('2018-02-08', { expiry: '2018-02-09' })).toBe(true)
    expect(isInTime('2018-02-09', { expiry: '2018-02-09' })).toBe(false)
  })

  test.each([
    ['2017-08-31', '2018-02-28'],
    ['2019-08-31', '2020-02-29'],
    ['2017-08-29', '2018-02-28'],
    ['2017-08-30', '2018-02-28'],
    ['2018-02-28', '2018-08-28'],
    ['2018-03-31', '2018-09-30'],
    ['2018-12-31', '2019-06-30'],
    ['2018-01-31', '2018-07-31'],
  ])('from %s they end on %s', (from, expiry) => {
    expect(sixMonthsFrom(from, []).expiry).toBe(expiry)
  })

  test('an approved reason moves the end only where it was approved before it', () => {
    const inTime = { approvedOn: '2018-02-08', until: '2018-05-31' }
    const late = { approvedOn: '2018-02-09', until: '2018-05-31' }
    expect(sixMonthsFrom('2017-08-09', [inTime])).toMatchObject({ expiry: '2018-05-31', extended: [inTime] })
    expect(sixMonthsFrom('2017-08-09', [late])).toMatchObject({ expiry: '2018-02-09', tooLate: [late] })
  })

  test('a second approval counts from the end that the first one gave', () => {
    const first = { approvedOn: '2018-01-10', until: '2018-05-31' }
    const second = { approvedOn: '2018-05-16', until: '2018-09-30' }
    expect(sixMonthsFrom('2017-08-09', [second, first]).expiry).toBe('2018-09-30')
    expect(sixMonthsFrom('2017-08-09', [second]).expiry).toBe('2018-02-09')
  })

  test('an approval shorter than the six months changes nothing, nor one for a time that is over', () => {
    expect(sixMonthsFrom('2017-08-09', [{ approvedOn: '2017-09-01', until: '2017-12-31' }]).expiry).toBe(
      '2018-02-09',
    )
    expect(sixMonthsFrom('2017-08-09', [{ approvedOn: '2017-02-01', until: '2017-06-30' }])).toMatchObject({
      extended: [],
      tooLate: [],
    })
  })
})

describe('warnings', () => {
  const watch = sixMonthsFrom('2017-08-09', [])

  test('come at three, four and five months, and 28 and 14 days before the end', () => {
    expect(WARNINGS.map((step) => warningDay(watch, step))).toEqual([
      '2017-11-09',
      '2017-12-09',
      '2018-01-09',
      '2018-01-12',
      '2018-01-26',
    ])
  })

  test.each([
    ['2017-11-08', undefined],
    ['2017-11-09', '3 months'],
    ['2018-01-11', '5 months'],
    ['2018-01-12', '28 days'],
    ['2018-02-09', '14 days'],
    ['2018-02-10', undefined],
  ])('on %s the step is %s', (today, step) => {
    expect(warningDue(watch, today)).toBe(step)
  })

  test('aim at the last full council before the end that is still to come', () => {
    const meetings = ['2018-02-09', '2017-11-22', '2018-01-24', '2018-03-07']
    expect(lastCouncilBefore(meetings, watch, '2017-12-01')).toBe('2018-01-24')
    expect(lastCouncilBefore(meetings, watch, '2018-01-24')).toBe('2018-01-24')
    expect(lastCouncilBefore(meetings, watch, '2018-01-25')).toBeUndefined()
  })
})

describe('whatever the day', () => {
  const day = fc
    .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const approval = fc
    .tuple(day, day)
    .map(([one, other]) =>
      one < other ? { approvedOn: one, until: other } : { approvedOn: other, until: one },
    )

  test('an approval never brings the end forward, and a later attendance never either', () => {
    fc.assert(
      fc.property(day, day, fc.array(approval, { maxLength: 4 }), (one, other, approvals) => {
        const [from, later] = one < other ? [one, other] : [other, one]
        const { expiry, lastSafeDay, from: begun } = sixMonthsFrom(from, approvals)
        expect(expiry >= sixMonthsFrom(from, []).expiry).toBe(true)
        expect(sixMonthsFrom(later, []).expiry >= sixMonthsFrom(from, []).expiry).toBe(true)
        expect(lastSafeDay < expiry && begun < lastSafeDay).toBe(true)
      }),
    )
  })

  test('steps come in their order', () => {
    fc.assert(
      fc.property(day, (from) => {
        const watch = sixMonthsFrom(from, [])
        const days = WARNINGS.map((step) => warningDay(watch, step))
        expect([...days].sort()).toEqual(days)
      }),
    )
  })
})
