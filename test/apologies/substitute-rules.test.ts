import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  type Candidate,
  cutOffOf,
  municipalYearOf,
  type SubstituteRule,
  whyNotInPool,
  whyNotName,
} from '../../src/apologies/substitute-rules.ts'
import { instantOf } from '../../src/calendar/civil.ts'
import { holidayCalendar } from '../../src/calendar/holiday-calendar.ts'

const holidays = holidayCalendar('england-and-wales', [])
const rule: SubstituteRule = { pool: 'group', sameGroup: true, perYear: 2 }
const fit: Candidate = {
  isNamed: false,
  sitsHere: false,
  groups: ['Blue'],
  isExecutive: false,
  isAway: false,
  isTaken: false,
}

describe('who may sit for a member', () => {
  test.each([
    ['a member of the same group', rule, 'Blue', fit, undefined],
    ['who sits there', rule, 'Blue', { ...fit, sitsHere: true }, 'sits-here'],
    ['an executive member', rule, 'Blue', { ...fit, isExecutive: true }, 'executive'],
    ['another group', rule, 'Red', fit, 'other-group'],
    ['another group, where that is no matter', { ...rule, sameGroup: false }, 'Red', fit, undefined],
    ['who is away', rule, 'Blue', { ...fit, isAway: true }, 'away'],
    ['who is taken', rule, 'Blue', { ...fit, isTaken: true }, 'taken'],
    ['who is not named', { ...rule, pool: 'named' }, 'Blue', fit, 'not-named'],
    ['who is named', { ...rule, pool: 'named' }, 'Blue', { ...fit, isNamed: true }, undefined],
    ['anybody, for a seat of no group', rule, undefined, fit, 'other-group'],
    [
      'a named one of no group, for a seat of none',
      rule,
      undefined,
      { ...fit, isNamed: true, groups: [] },
      undefined,
    ],
  ] as const)('%s', (_, of, group, candidate, why) => {
    expect(whyNotInPool(of, group, candidate)).toBe(why)
  })

  test('is never an executive member nor a member of the committee, whatever the rule', () => {
    const candidate = fc.record({
      isNamed: fc.boolean(),
      sitsHere: fc.boolean(),
      groups: fc.subarray(['Blue', 'Red']),
      isExecutive: fc.boolean(),
      isAway: fc.boolean(),
      isTaken: fc.boolean(),
    })
    const rules = fc.record({
      pool: fc.constantFrom('named' as const, 'group' as const),
      sameGroup: fc.boolean(),
      perYear: fc.constant(undefined),
    })
    fc.assert(
      fc.property(rules, fc.constantFrom('Blue', 'Red', undefined), candidate, (of, group, one) => {
        if (whyNotInPool(of, group, one) !== undefined) return
        expect([one.isExecutive, one.sitsHere, one.isAway, one.isTaken]).toEqual([false, false, false, false])
        if (of.pool === 'named') expect(one.isNamed).toBe(true)
        if (of.sameGroup && group !== undefined) expect(one.groups).toContain(group)
      }),
    )
  })
})

const meeting = {
  date: '2027-01-20',
  timeZone: 'Europe/London',
  startsAt: instantOf('2027-01-20', '14:00', 'Europe/London'),
}

describe('until when one may be named', () => {
  test.each([
    ['until it begins', undefined, undefined, '2027-01-20T14:00:00Z'],
    ['midday on the day', 0, '12:00', '2027-01-20T12:00:00Z'],
    ['midday on the day, by the time alone', undefined, '12:00', '2027-01-20T12:00:00Z'],
    ['a time after it begins is when it begins', 0, '16:00', '2027-01-20T14:00:00Z'],
    ['five on the working day before', 1, '17:00', '2027-01-19T17:00:00Z'],
    ['three working days, over a weekend', 3, '17:00', '2027-01-15T17:00:00Z'],
    ['the end of the day before', 1, undefined, '2027-01-20T00:00:00Z'],
  ])('%s', (_, days, time, at) => {
    expect(cutOffOf(meeting, { days, time }, holidays)).toMatchObject({ covered: true })
    expect(cutOffOf(meeting, { days, time }, holidays).at.toString()).toBe(at)
  })

  test('says when the holidays before the meeting are not all known', () => {
    const far = { ...meeting, date: '2199-01-21' }
    expect(cutOffOf(far, { days: 2, time: '12:00' }, holidays).covered).toBe(false)
  })
})

test.each([
  ['2027-05-01', '2027-05-01', '2028-04-30'],
  ['2027-04-30', '2026-05-01', '2027-04-30'],
  ['2027-12-31', '2027-05-01', '2028-04-30'],
])('the municipal year of %s is from %s to %s', (date, from, until) => {
  expect(municipalYearOf(date)).toEqual({ from, until })
})

describe('whether a substitute may be named now', () => {
  const now = Temporal.Instant.from('2027-01-20T12:00:00Z')
  const of = { rule, isAbsent: true, by: 'member' as const, until: now.add({ minutes: 1 }), inYear: 0, now }
  test.each([
    ['before the cut-off', {}, undefined],
    ['at the cut-off', { until: now }, 'too-late'],
    ['at the cut-off by the whip', { until: now, by: 'whip' as const }, 'too-late'],
    ['at the cut-off by a clerk, who had notice', { until: now, by: 'clerk' as const }, undefined],
    ['without apologies', { isAbsent: false }, 'not-absent'],
    ['on a committee without substitutes', { rule: { ...rule, pool: undefined } }, 'no-substitutes'],
    ['once in a year that allows two', { inYear: 1 }, undefined],
    ['twice in a year that allows two', { inYear: 2 }, 'year-full'],
    ['often in a year without a limit', { inYear: 9, rule: { ...rule, perYear: undefined } }, undefined],
  ])('%s', (_, facts, code) => {
    expect(whyNotName({ ...of, ...facts })?.code).toBe(code)
  })
})
