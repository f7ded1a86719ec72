import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { isBeforeDay, isWorkingDay } from '../../src/calendar/days.ts'
import { holidayCalendar } from '../../src/calendar/holiday-calendar.ts'
import {
  askedDay,
  dueDay,
  isOfficeHour,
  isReminderDue,
  isStillAsked,
  MOST_REMINDERS,
  officeDays,
  sameTitle,
} from '../../src/meetings/duty-rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const england = holidayCalendar('england-and-wales')
const offices = officeDays(england, [{ date: '2017-09-08', name: 'Staff day' }])
const meeting = day('2017-09-20')

describe('The day by which something is due', () => {
  test.each([
    // Left out: the bank holiday of 28 August, weekends, and the closure of 8 September.
    [15, '2017-08-29'],
    [10, '2017-09-05'],
    [8, '2017-09-07'],
    [7, '2017-09-11'],
    [3, '2017-09-15'],
    [1, '2017-09-19'],
    [0, '2017-09-20'],
  ])('%i working days before Wednesday 20 September 2017 is %s', (lead, expected) => {
    expect(dueDay(meeting, lead, offices).day.toString()).toBe(expected)
  })

  test('names what was left out, a bank holiday and a closure of the offices alike', () => {
    const due = dueDay(meeting, 17, offices)
    expect(due.leftOut.flatMap((off) => (off.because === 'holiday' ? [off.name] : []))).toEqual([
      'Summer bank holiday',
      'Staff day',
    ])
    expect(due.covered).toBe(true)
  })

  test('says when the holidays in between are not all known', () => {
    expect(dueDay(england.to.add({ days: 400 }), 10, offices).covered).toBe(false)
  })

  test('is a working day of the offices with exactly so many up to the meeting', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 1, max: 40 }), (after, lead) => {
        const on = day('2015-06-01').add({ days: after })
        const due = dueDay(on, lead, offices)
        let working = 0
        for (let at = due.day; isBeforeDay(at, on); at = at.add({ days: 1 }))
          if (isWorkingDay(at, offices)) working += 1
        expect(isWorkingDay(due.day, offices)).toBe(true)
        expect(working).toBe(lead)
      }),
    )
  })

  test('becomes the next working day when it is over already, and never one after the meeting', () => {
    const due = dueDay(meeting, 15, offices)
    expect(askedDay(due, day('2017-08-29'), offices).toString()).toBe('2017-08-29')
    expect(askedDay(due, day('2017-09-06'), offices).toString()).toBe('2017-09-06')
    // Friday the 8th is a closure.
    expect(askedDay(due, day('2017-09-08'), offices).toString()).toBe('2017-09-11')
    const saturday = { day: day('2017-09-01'), meeting: day('2017-09-10') }
    expect(askedDay(saturday, day('2017-09-09'), offices).toString()).toBe('2017-09-10')
  })
})

describe('Working hours', () => {
  test.each([
    ['2017-09-06T08:59', false],
    ['2017-09-06T09:00', true],
    ['2017-09-06T16:59', true],
    ['2017-09-06T17:00', false],
    ['2017-09-09T10:00', false],
    ['2017-08-28T10:00', false],
    ['2017-09-08T10:00', false],
  ])('%s: %s', (local, expected) => {
    const now = Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London')
    expect(isOfficeHour(now, offices)).toBe(expected)
  })
})

describe('Reminders', () => {
  const owed = (dueOn: string, askedOn = '2017-08-01', isAnswered = false) => ({
    dueOn: day(dueOn),
    askedOn: day(askedOn),
    isAnswered,
  })
  const due = (today: string, duties = [owed('2017-09-05')], sent: string[] = []) =>
    isReminderDue(duties, sent.map(day), day(today), offices)

  test('come on the working day before, and on the one after', () => {
    expect(due('2017-09-01')).toBe(false)
    expect(due('2017-09-04')).toBe(true)
    expect(due('2017-09-05', undefined, ['2017-09-04'])).toBe(false)
    expect(due('2017-09-06', undefined, ['2017-09-04'])).toBe(true)
    expect(due('2017-09-15', undefined, ['2017-09-04', '2017-09-06'])).toBe(false)
  })

  test('are one after an outage, however much was missed', () => {
    expect(due('2017-09-12')).toBe(true)
    expect(due('2017-09-13', undefined, ['2017-09-12'])).toBe(false)
  })

  test('do not repeat on the day on which somebody is asked', () => {
    expect(due('2017-09-06', [owed('2017-09-06', '2017-09-06')])).toBe(false)
    expect(due('2017-09-07', [owed('2017-09-06', '2017-09-06')])).toBe(true)
  })

  test('stay away once it is answered', () => {
    expect(due('2017-09-06', [owed('2017-09-05', '2017-08-01', true)])).toBe(false)
  })

  test('are at most three a meeting and one a day, whatever is owed and however often it is asked', () => {
    const working = fc.integer({ min: 0, max: 60 }).map((days) => day('2017-08-01').add({ days }))
    fc.assert(
      fc.property(
        fc.array(fc.record({ dueOn: working, askedOn: working, isAnswered: fc.boolean() }), { maxLength: 6 }),
        (duties) => {
          const sent: Temporal.PlainDate[] = []
          for (let today = day('2017-08-01'); isBeforeDay(today, meeting); today = today.add({ days: 1 }))
            if (isReminderDue(duties, sent, today, offices)) sent.push(today)
          expect(sent.length).toBeLessThanOrEqual(MOST_REMINDERS)
          expect(new Set(sent.map(String)).size).toBe(sent.length)
          if (duties.every(({ isAnswered }) => isAnswered)) expect(sent).toEqual([])
        },
      ),
    )
  })

  test('stop for reports when the papers are published, not for the briefing', () => {
    expect(isStillAsked('final', true)).toBe(false)
    expect(isStillAsked('final', false)).toBe(true)
    expect(isStillAsked('briefing', true)).toBe(true)
  })
})

test.each([
  ['Bus services', 'bus  Services.', true],
  ['Item 5 – Café “Léger”', 'Item 5 - Café Léger', true],
  ['Bus services', 'Bus services 2', false],
])('“%s” and “%s” are the same title: %s', (one, other, same) => {
  expect(sameTitle(one, other)).toBe(same)
})
