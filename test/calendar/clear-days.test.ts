import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  type ClearDaysRule,
  clearDays,
  countdownDay,
  type DayMode,
  latestLawfulDay,
} from '../../src/calendar/clear-days.ts'
import { addWorkingDays, isBeforeDay, isWorkingDay } from '../../src/calendar/days.ts'
import { holidayCalendar } from '../../src/calendar/holiday-calendar.ts'
import { divisionOf, type Nation, nations, noticeRules } from '../../src/calendar/nations.ts'
import { workingOfClearDays } from '../../src/calendar/working.en.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const calendar = holidayCalendar('england-and-wales')

function notice(published: string, meeting: string, nation: Nation = 'england') {
  return clearDays({
    opened: day(published),
    meeting: day(meeting),
    rule: noticeRules[nation],
    calendar: holidayCalendar(divisionOf(nation)),
  })
}

describe('notice of a meeting', () => {
  test.each([
    ['F1', '2017-09-12', '2017-09-20', 'england', 5, 'lawful', 0],
    ['F2', '2017-09-13', '2017-09-20', 'england', 4, 'short', 1],
    ['F3', '2015-09-18', '2015-09-24', 'england', 3, 'short', 2],
    ['F4', '2017-03-29', '2017-04-03', 'england', 2, 'short', 3],
    ['F5, the day of a state funeral', '2022-09-12', '2022-09-20', 'england', 4, 'short', 1],
    ['F6', '2022-09-12', '2022-09-21', 'england', 5, 'lawful', 0],
    ['F7, Easter', '2026-03-31', '2026-04-09', 'england', 4, 'short', 1],
    ['F8, Christmas', '2025-12-24', '2026-01-06', 'england', 5, 'lawful', 0],
    ['F9, in Wales', '2017-03-29', '2017-04-03', 'wales', 2, 'short', 1],
    ['F10, in Wales', '2015-09-18', '2015-09-24', 'wales', 3, 'lawful', 0],
    ['F10, in Scotland', '2015-09-18', '2015-09-24', 'scotland', 3, 'lawful', 0],
    ['on the day itself', '2017-09-20', '2017-09-20', 'england', 0, 'short', 5],
    ['after the meeting', '2017-09-21', '2017-09-20', 'england', 0, 'short', 5],
    ['over a leap day', '2024-02-22', '2024-03-01', 'england', 5, 'lawful', 0],
    [
      'over a Scottish holiday that England does not keep',
      '2025-11-26',
      '2025-12-02',
      'scotland',
      2,
      'short',
      1,
    ],
  ] as const)(
    '%s: published %s for %s in %s: %i clear days, %s',
    (_, published, meeting, nation, days, verdict, shortBy) => {
      const count = notice(published, meeting, nation)
      expect([count.counted.length, count.verdict, count.shortBy]).toEqual([days, verdict, shortBy])
    },
  )

  test('shows the days that it counted and why it left others out', () => {
    expect(workingOfClearDays(notice('2026-03-31', '2026-04-09'))).toEqual([
      '5 clear days needed (Local Government Act 1972 s100A(6)(a) and s100B(3), as amended by SI 2002/715); Saturdays, Sundays and bank holidays do not count.',
      'The papers were opened on Tuesday 31 March 2026 and the meeting is on Thursday 9 April 2026; neither day counts.',
      'Counted: Wed 1 Apr, Thu 2 Apr, Tue 7 Apr, Wed 8 Apr = 4 clear days.',
      'Left out: Fri 3 Apr (Good Friday); Sat 4 Apr (weekend); Sun 5 Apr (weekend); Mon 6 Apr (Easter Monday).',
      'Short by 1 clear day: 4 of the 5 that are needed.',
      'The latest lawful publication is Monday 30 March 2026: it leaves Tue 31 Mar, Wed 1 Apr, Thu 2 Apr, Tue 7 Apr, Wed 8 Apr.',
    ])
  })

  test('between Christmas and New Year warns that offices may be closed (F8)', () => {
    expect(workingOfClearDays(notice('2025-12-24', '2026-01-06')).join(' ')).toContain(
      'could be inspected on Mon 29 Dec, Tue 30 Dec, Wed 31 Dec',
    )
  })

  test('names a closure of the council’s own and counts the day all the same', () => {
    const count = clearDays({
      opened: day('2017-09-12'),
      meeting: day('2017-09-20'),
      rule: noticeRules.england,
      calendar,
      closures: [
        { date: '2017-09-15', name: 'staff conference' },
        { date: '2017-09-20', name: 'not counted anyway' },
      ],
    })
    expect(count.verdict).toBe('lawful')
    expect(count.closedOn.map(({ name }) => name)).toEqual(['staff conference'])
    expect(workingOfClearDays(count).join(' ')).toContain('Fri 15 Sep (staff conference)')
  })

  test('opened on a Sunday is pointed out', () => {
    expect(workingOfClearDays(notice('2017-09-10', '2017-09-20')).join(' ')).toContain(
      'Sun 10 Sep (weekend): check',
    )
  })
})

describe('the latest lawful publication', () => {
  const questions: ClearDaysRule = { days: 2, mode: 'working', source: 'standing orders on public questions' }

  test.each([
    ['F1', '2017-09-20', noticeRules.england, '2017-09-12'],
    ['F7', '2026-04-09', noticeRules.england, '2026-03-30'],
    ['F11', '2023-11-07', questions, '2023-11-02'],
    ['F12', '2022-04-12', questions, '2022-04-07'],
    ['F13', '2023-02-07', questions, '2023-02-02'],
    ['with every day counted', '2017-09-20', { ...noticeRules.england, mode: 'calendar' }, '2017-09-14'],
    ['with no day needed', '2017-09-20', { ...noticeRules.england, days: 0 }, '2017-09-19'],
  ] as const)('%s: for %s', (_, meeting, rule, latest) => {
    expect(latestLawfulDay(day(meeting), rule, calendar).day.toString()).toBe(latest)
  })

  test.each([
    [10, '2017-08-28 is a bank holiday', '2017-08-25'],
    [3, '', '2017-09-06'],
    [1, '', '2017-09-08'],
    [0, '', '2017-09-11'],
  ])('%i working days before it (%s)', (before, _, date) => {
    const { day: latest } = latestLawfulDay(day('2017-09-19'), noticeRules.england, calendar)
    expect(countdownDay(latest, before, calendar).toString()).toBe(date)
  })
})

describe('beyond the years whose holidays are known', () => {
  test('a count that looks long enough is not certified, and says until when holidays are known (F30)', () => {
    const count = notice('2028-12-20', '2029-01-05')
    expect(count.verdict).toBe('cannot-certify')
    expect(count.latest.covered).toBe(false)
    expect(workingOfClearDays(count).join(' ')).toContain('to Sunday 31 December 2028 (list of ')
  })

  test('before them, too', () => expect(notice('2009-09-01', '2009-09-15').verdict).toBe('cannot-certify'))

  test('a count that is too short in any case is short', () =>
    expect(notice('2029-01-04', '2029-01-08').verdict).toBe('short'))

  test('where every day counts, holidays do not matter', () => {
    const rule: ClearDaysRule = { days: 10, mode: 'calendar', source: 'SI 2012/2089 reg 17' }
    const count = clearDays({ opened: day('2031-01-01'), meeting: day('2031-01-12'), rule, calendar })
    expect(count.verdict).toBe('lawful')
  })
})

test('a holiday proclaimed after this version counts as soon as it is added', () => {
  const proclaimed = holidayCalendar('england-and-wales', [{ date: '2027-03-10', name: 'Day of mourning' }])
  const question = { opened: day('2027-03-05'), meeting: day('2027-03-15'), rule: noticeRules.england }
  expect(clearDays({ ...question, calendar }).verdict).toBe('lawful')
  expect(clearDays({ ...question, calendar: proclaimed }).verdict).toBe('short')
})

describe('for every meeting of the known years', () => {
  const first = day('2011-02-01')
  const meetings = fc
    .integer({ min: 0, max: first.until(day('2028-12-31')).days })
    .map((days) => first.add({ days }))
  const rules: fc.Arbitrary<ClearDaysRule> = fc.record({
    days: fc.integer({ min: 0, max: 28 }),
    mode: fc.constantFrom<DayMode[]>('working', 'calendar'),
    source: fc.constant('a rule'),
  })

  test('the latest lawful day is lawful and the next day on which papers can be opened is not', () => {
    fc.assert(
      fc.property(meetings, rules, fc.constantFrom(...nations), (meeting, rule, nation) => {
        const own = holidayCalendar(divisionOf(nation))
        const latest = latestLawfulDay(meeting, rule, own).day
        const verdict = (opened: Temporal.PlainDate) =>
          clearDays({ opened, meeting, rule, calendar: own }).shortBy
        const next = rule.mode === 'working' ? addWorkingDays(latest, 1, own) : latest.add({ days: 1 })
        return verdict(latest) === 0 && (rule.days === 0 || verdict(next) > 0)
      }),
    )
  })

  test('papers opened earlier never have fewer clear days', () => {
    fc.assert(
      fc.property(meetings, rules, fc.integer({ min: 0, max: 60 }), (meeting, rule, before) => {
        const opened = meeting.subtract({ days: before })
        const count = (from: Temporal.PlainDate) =>
          clearDays({ opened: from, meeting, rule, calendar }).counted.length
        return count(opened.subtract({ days: 1 })) >= count(opened)
      }),
    )
  })

  test('every day between the two is either counted or left out, once', () => {
    fc.assert(
      fc.property(meetings, rules, fc.integer({ min: 1, max: 90 }), (meeting, rule, before) => {
        const opened = meeting.subtract({ days: before })
        const { counted, leftOut } = clearDays({ opened, meeting, rule, calendar })
        const all = [...counted, ...leftOut.map((one) => one.date)].map(String)
        return all.length === before - 1 && new Set(all).size === all.length
      }),
    )
  })

  test('a countdown ends on working days that come one after the other', () => {
    fc.assert(
      fc.property(meetings, (meeting) => {
        const { day: latest } = latestLawfulDay(meeting, noticeRules.england, calendar)
        const days = [10, 3, 1, 0].map((before) => countdownDay(latest, before, calendar))
        return days.every(
          (one, at) => isWorkingDay(one, calendar) && (at === 0 || isBeforeDay(days[at - 1] ?? one, one)),
        )
      }),
    )
  })
})
