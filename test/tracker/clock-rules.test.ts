import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../../src/calendar/days.ts'
import { holidayCalendar } from '../../src/calendar/holiday-calendar.ts'
import { type ClockStart, clockFrom, clocksOfNation } from '../../src/tracker/clock-rules.ts'
import { ruleInShort, workingOfClock } from '../../src/tracker/clock-words.en.ts'

const calendar = holidayCalendar('england-and-wales')
const rule = { weeks: undefined, months: undefined, source: 'rule 10.3(b)' }

const due = (start: ClockStart) => clockFrom(start, calendar)?.end.lastDay.toString()

describe('the clocks of an answer', () => {
  test.each<[string, ClockStart, string | undefined]>([
    [
      'F17: report and notice on 25 September 2017',
      { kind: 'executive', receivedOn: '2017-09-25', noticeOn: '2017-09-25' },
      '2017-11-24',
    ],
    [
      'F18: report on 1 October, notice on 10 October',
      { kind: 'executive', receivedOn: '2017-10-01', noticeOn: '2017-10-10' },
      '2017-12-09',
    ],
    [
      'a notice that came before the report',
      { kind: 'executive', receivedOn: '2017-10-10', noticeOn: '2017-10-01' },
      '2017-12-09',
    ],
    [
      'a notice alone, where nobody knows when the report came',
      { kind: 'executive', receivedOn: undefined, noticeOn: '2017-09-25' },
      '2017-11-24',
    ],
    [
      'F19: minuted and received, but no notice: no statutory clock',
      { kind: 'executive', receivedOn: '2017-09-25', noticeOn: undefined },
      undefined,
    ],
    [
      'F19: eight weeks of the council’s own',
      { kind: 'local', on: '2017-09-20', rule: { ...rule, weeks: 8 } },
      '2017-11-15',
    ],
    [
      'F19: two months of the council’s own',
      { kind: 'local', on: '2017-09-20', rule: { ...rule, months: 2 } },
      '2017-11-20',
    ],
    ['no rule of the council’s own', { kind: 'local', on: '2017-09-20', rule }, undefined],
    ['F20: a health body asked on 9 August 2017', { kind: 'health', on: '2017-08-09' }, '2017-09-06'],
    ['28 days from a report on 1 March', { kind: 'crimeAndDisorder', on: '2018-03-01' }, '2018-03-29'],
    [
      'F21: a Healthwatch referral on 14 August 2017, over the bank holiday',
      { kind: 'healthwatch', on: '2017-08-14' },
      '2017-09-11',
    ],
    [
      'ten clear working days from Friday 18 August 2017, over the bank holiday',
      { kind: 'document', on: '2017-08-18', mode: 'working' },
      '2017-09-05',
    ],
    [
      'ten clear calendar days from 18 August 2017',
      { kind: 'document', on: '2017-08-18', mode: 'calendar' },
      '2017-08-29',
    ],
  ])('%s', (_, start, expected) => {
    expect(due(start)).toBe(expected)
  })

  test('shows its working: the rule, the start, what was left out, and the mode of clear days', () => {
    const said = (start: ClockStart) => {
      const clock = clockFrom(start, calendar)
      return clock ? [ruleInShort(clock), ...workingOfClock(clock, calendar)].join('\n') : ''
    }
    expect(said({ kind: 'executive', receivedOn: '2017-10-01', noticeOn: '2017-10-10' })).toContain(
      '2 months beginning with Tuesday 10 October 2017, which counts as the first day (LGA 2000 s9FE)',
    )
    expect(said({ kind: 'healthwatch', on: '2017-08-14' })).toContain('Mon 28 Aug (')
    expect(said({ kind: 'document', on: '2017-08-18', mode: 'calendar' })).toContain(
      '10 clear days, calendar days',
    )
    // Wherever the day stands, and not only when it is found.
    const beyond = clockFrom({ kind: 'healthwatch', on: '2060-08-14' }, calendar)
    expect(beyond && ruleInShort(beyond)).toContain('it may be later')
    expect(said({ kind: 'document', on: '2017-08-18', mode: 'working' })).toContain('Mon 28 Aug (')
    const local = said({ kind: 'local', on: '2017-09-20', rule: { ...rule, weeks: 8 } })
    expect(local).toContain('Local: 8 weeks after Wednesday 20 September 2017 (rule 10.3(b))')
    expect(local).toContain('No Act sets a time for this')
    expect(said({ kind: 'healthwatch', on: '2060-08-14' })).toContain('It may be later')
  })

  test('ten clear days have exactly ten such days between them, and end on a day that counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1500 }),
        fc.constantFrom('working' as const, 'calendar' as const),
        (days, mode) => {
          const from = Temporal.PlainDate.from('2017-01-02').add({ days })
          const end = clockFrom({ kind: 'document', on: from.toString(), mode }, calendar)?.end.lastDay
          if (!end) throw new Error('a document clock always runs')
          let between = 0
          for (
            let day = from.add({ days: 1 });
            Temporal.PlainDate.compare(day, end) < 0;
            day = day.add({ days: 1 })
          )
            if (mode === 'calendar' || isWorkingDay(day, calendar)) between += 1
          expect(between).toBe(10)
          if (mode === 'working') expect(isWorkingDay(end, calendar)).toBe(true)
        },
      ),
    )
  })

  test('belongs to the law of a nation: Wales has the crime and disorder clock, Scotland its own rules alone', () => {
    expect(clocksOfNation('england')).toHaveLength(6)
    expect(clocksOfNation('wales')).toEqual(['crimeAndDisorder', 'local'])
    expect(clocksOfNation('scotland')).toEqual(['local'])
  })
})
