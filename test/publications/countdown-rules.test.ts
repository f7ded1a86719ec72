import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { countdownDue } from '../../src/publications/countdown-rules.ts'
import { meetingOn } from './notices.ts'

const london = (text: string) =>
  Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/London').toInstant()
const stepAt = (local: string, meeting = '2017-09-20') =>
  countdownDue(meetingOn(meeting), london(local), 'Europe/London')?.step

test.each([
  // The latest lawful day is Tuesday 12 September; 28 August is a bank holiday.
  ['2017-08-25T09:00', undefined],
  ['2017-08-29T08:59', undefined],
  ['2017-08-29T09:00', 10],
  ['2017-09-06T23:59', 10],
  ['2017-09-07T08:59', 10],
  ['2017-09-07T09:00', 3],
  ['2017-09-11T09:00', 1],
  ['2017-09-12T08:59', 1],
  ['2017-09-12T09:00', 0],
  ['2017-09-12T23:59', 0],
  ['2017-09-13T00:00', undefined],
  ['2017-09-19T12:00', undefined],
] as const)('at %s the step is %s', (local, step) => {
  expect(stepAt(local)).toBe(step)
})

test('nine in the morning is nine on the wall, summer and winter', () => {
  // Latest lawful day Friday 20 October 2017 in summer time, Monday 30 October in winter time.
  expect(stepAt('2017-10-20T09:00', '2017-10-30')).toBe(0)
  expect(stepAt('2017-10-20T08:59', '2017-10-30')).toBe(1)
  expect(stepAt('2017-10-30T09:00', '2017-11-07')).toBe(0)
  expect(stepAt('2017-10-30T08:59', '2017-11-07')).toBe(1)
})

test('under the rule of Wales the last day comes later', () => {
  const meeting = meetingOn('2017-09-20')
  const due = countdownDue(
    { ...meeting, rule: { ...meeting.rule, days: 3 } },
    london('2017-09-14T09:00'),
    'Europe/London',
  )
  expect(due).toMatchObject({ step: 0, latest: { counted: { length: 3 } } })
})
