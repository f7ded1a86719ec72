import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { holidayCalendar } from '../../src/calendar/holiday-calendar.ts'
import { workingOfPeriod } from '../../src/calendar/working.en.ts'
import { decisionClock, standingOf, whyNotPlace, whyNotVary } from '../../src/programme/rules.ts'
import { scorePrinted, scoringOf, scorings } from '../../src/programme/scorings.ts'
import type { ProgrammeMeeting } from '../../src/programme/types.ts'

const holidays = holidayCalendar('england-and-wales')
const day = (text: string) => Temporal.PlainDate.from(text)
const now = Temporal.Instant.from('2017-09-06T08:00:00Z')
const meeting: ProgrammeMeeting = {
  id: 'm',
  date: '2017-09-20',
  startTime: '10:00',
  state: 'scheduled',
  startsAt: Temporal.Instant.from('2017-09-20T09:00:00Z'),
  endsAt: Temporal.Instant.from('2017-09-20T11:00:00Z'),
  sitting: undefined,
  moved: undefined,
}

describe('the priority score', () => {
  const plymouth = scoringOf('plymouth')
  test.each([
    [6, '6 (High)'],
    [5, '5 (High)'],
    [4, '4 (Medium)'],
    [3, '3 (Medium)'],
    [2, '2 (Low)'],
    [0, '0 (Low)'],
  ])('of %i questions that are met prints as the programme of 2017 has it', (met, printed) => {
    const scores = Object.fromEntries(plymouth.criteria.map(({ id }, place) => [id, place < met ? 1 : 0]))
    expect(scorePrinted(scores, plymouth)).toBe(printed)
  })

  test('is a dash where nobody scored', () => {
    expect(scorePrinted({}, plymouth)).toBe('-')
  })

  test('of any scoring has a band for every total, and more points never a lower one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scorings),
        fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }),
        (scoring, given) => {
          const points = (more: number) =>
            Object.fromEntries(
              scoring.criteria.map(({ id }, place) => [
                id,
                Math.min(scoring.most, (given[place] ?? 0) + (place === 0 ? more : 0)),
              ]),
            )
          const rank = (scores: Record<string, number>) =>
            scoring.bands.findIndex(({ name }) => scorePrinted(scores, scoring).endsWith(`(${name})`))
          expect(rank(points(0))).toBeGreaterThanOrEqual(0)
          expect(rank(points(1))).toBeLessThanOrEqual(rank(points(0)))
        },
      ),
    )
  })

  test('of a scoring that is not known any more is the usual one', () => {
    expect(scoringOf('gone').id).toBe('plymouth')
  })
})

describe('the time for deciding on a proposal', () => {
  test('is working days after its day, and shows what was left out', () => {
    const clock = decisionClock(day('2017-08-24'), 5, holidays)
    expect(clock.lastDay.toString()).toBe('2017-09-01')
    expect(workingOfPeriod(clock, holidays).join(' ')).toContain('Summer bank holiday')
  })

  test('says so where the holidays are not known', () => {
    const clock = decisionClock(day('2060-08-24'), 5, holidays)
    expect(workingOfPeriod(clock, holidays).join(' ')).toContain('It may be later')
  })
})

describe('where an entry stands', () => {
  const at = { now, today: '2017-09-06' }
  const scheduled = { state: 'scheduled' as const, printedDate: '' }
  test.each([
    ['its meeting is to come', meeting, now, 'scheduled'],
    ['its meeting is cancelled', { ...meeting, state: 'cancelled' as const }, now, 'toReschedule'],
    ['its meeting is postponed', { ...meeting, state: 'postponed' as const }, now, 'toReschedule'],
    [
      'its meeting ended without a quorum',
      { ...meeting, sitting: 'inquorate' as const },
      now,
      'toReschedule',
    ],
    ['its meeting was closed', { ...meeting, sitting: 'closed' as const }, now, 'taken'],
    [
      'its meeting sits longer than planned',
      { ...meeting, sitting: 'open' as const },
      meeting.endsAt,
      'scheduled',
    ],
    ['its meeting is over and was never opened', meeting, meeting.endsAt, 'taken'],
  ])('follows from its meeting: %s', (_, of, when, standing) => {
    expect(standingOf(scheduled, of, { ...at, now: when })).toBe(standing)
  })

  test('of a paper is taken once its printed day is over, and words are no day', () => {
    const printed = (printedDate: string) => standingOf({ ...scheduled, printedDate }, undefined, at)
    expect(printed('2017-08-09')).toBe('taken')
    expect(printed('2017-09-06')).toBe('scheduled')
    expect(printed('Spring 2016')).toBe('scheduled')
  })
})

describe('a change of the programme', () => {
  test.each([
    [{ kind: 'committee', why: 'minute 31' }, '', undefined],
    [{ kind: 'committee', why: '' }, 'the clerk', 'why-missing'],
    [{ kind: 'delegated', why: 'urgent' }, '', 'no-delegation'],
    [{ kind: 'delegated', why: '' }, 'the clerk', 'why-missing'],
    [{ kind: 'delegated', why: 'urgent' }, 'the clerk', undefined],
  ] as const)('by %j where it is delegated to “%s”: %s', (authority, variedBy, code) => {
    expect(whyNotVary(authority, variedBy)?.code).toBe(code)
  })

  test.each([
    ['proposed', meeting, 'not-agreed'],
    ['withdrawn', meeting, 'not-agreed'],
    ['agreed', undefined, 'meeting-gone'],
    ['agreed', { ...meeting, state: 'cancelled' as const }, 'meeting-off'],
    ['scheduled', { ...meeting, sitting: 'closed' as const }, 'meeting-over'],
    ['taken', meeting, undefined],
  ] as const)('puts what is %s down for a meeting: %#', (state, of, code) => {
    expect(whyNotPlace(state, { to: 'meeting', meetingId: 'm' }, of, now)?.code).toBe(code)
  })
})
