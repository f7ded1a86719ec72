import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../../src/calendar/days.ts'
import { holidayCalendar } from '../../src/calendar/holiday-calendar.ts'
import {
  type GroupOverdue,
  groupStepAtHand,
  isFinal,
  type NotedStep,
  type OwnerAsked,
  ofSubject,
  ownerStepAtHand,
  subjectOf,
  timetableOf,
} from '../../src/tracker/escalation-rules.ts'
import { MOST_AN_ACTION, OWNER_DAYS } from '../../src/tracker/types.ts'

const offices = holidayCalendar('england-and-wales')
const day = (date: string) => Temporal.PlainDate.from(date)
const at = (today: string) => ({ today: day(today), offices })
const noted = (step: NotedStep['step'], on: string, isAcknowledged = false): NotedStep => ({
  step,
  on: day(on),
  isAcknowledged,
})

// Due on Friday 29 December 2017, with Christmas before it and New Year's Day after it.
const asked: OwnerAsked = {
  dueOn: day('2017-12-29'),
  since: day('2017-09-20'),
  leads: [10, 0],
  wantsFewer: false,
  noted: [],
  timesAsked: 0,
  lastAskedOn: undefined,
  isFinal: false,
}

describe('an owner is asked', () => {
  test('ten working days ahead, on the day, and the working day after it, holidays left out', () => {
    expect(timetableOf(asked, offices).map(({ slot, day: on }) => `${slot} ${on}`)).toEqual([
      'before/10 2017-12-13',
      'due 2017-12-29',
      'overdue 2018-01-02',
    ])
  })

  test.each<[string, Partial<OwnerAsked>, string, string | undefined]>([
    ['nothing before its time', {}, '2017-12-12', undefined],
    ['ahead', {}, '2017-12-13', 'before/10'],
    ['once', { noted: [noted('beforeDue', '2017-12-13')] }, '2017-12-20', undefined],
    ['on the day', { noted: [noted('beforeDue', '2017-12-13')] }, '2017-12-29', 'due'],
    ['no more than once a week', { lastAskedOn: day('2017-12-23') }, '2017-12-29', undefined],
    ['after the week', { lastAskedOn: day('2017-12-22') }, '2017-12-29', 'due'],
    ['of what was missed the last alone', {}, '2018-01-03', 'overdue'],
    ['not of what fell before it was theirs', { since: day('2017-12-20') }, '2017-12-22', undefined],
    ['of what came overdue, the working day after', { since: day('2018-02-02') }, '2018-02-05', 'overdue'],
    ['five times about one action in all', { timesAsked: 5 }, '2017-12-29', 'due five'],
    ['not ahead where they want fewer', { wantsFewer: true }, '2017-12-13', 'before/10 fewer'],
  ])('%s', (_name, given, today, expected) => {
    const step = ownerStepAtHand({ ...asked, ...given }, at(today))
    expect(step && [step.slot, ...(step.skip ? [step.skip] : [])].join(' ')).toBe(expected)
  })

  test('every week while it is overdue, until they say that they have seen it; the fifth is kept for the final notice', () => {
    const steps = [noted('due', '2017-12-29'), noted('overdue', '2018-01-05')]
    const overdue = { ...asked, noted: steps, timesAsked: 2 }
    expect(ownerStepAtHand(overdue, at('2018-01-11'))).toBeUndefined()
    expect(ownerStepAtHand(overdue, at('2018-01-12'))?.slot).toBe('digest/1')
    const seen = { ...overdue, noted: [noted('due', '2017-12-29'), noted('overdue', '2018-01-05', true)] }
    expect(ownerStepAtHand(seen, at('2018-03-12'))).toBeUndefined()
    expect(ownerStepAtHand({ ...seen, isFinal: true }, at('2018-03-12'))?.step).toBe('finalNotice')
    const four = { ...overdue, timesAsked: 4 }
    expect(ownerStepAtHand(four, at('2018-03-12'))).toBeUndefined()
    expect(ownerStepAtHand({ ...four, isFinal: true }, at('2018-03-12'))?.step).toBe('finalNotice')
    const told = { ...four, noted: [...steps, noted('finalNotice', '2018-03-12')], isFinal: true }
    expect(ownerStepAtHand(told, at('2018-06-12'))).toBeUndefined()
  })

  test('what was passed over is named, in order', () => {
    const { step, passed } = ownerStepAtHand(asked, at('2018-01-02')) ?? {}
    expect([step, passed?.map(({ slot }) => slot)]).toEqual(['overdue', ['before/10', 'due']])
  })
})

describe('beside the owner', () => {
  const group: GroupOverdue = {
    dueOn: day('2017-12-29'),
    since: day('2017-09-20'),
    headAfter: 10,
    finalDays: 10,
    noted: [],
    meetings: [
      { id: 'first', date: day('2018-01-17') },
      { id: 'second', date: day('2018-02-14') },
    ],
  }
  const of = (step: NotedStep['step'], on: string, meetingId?: string) => ({ ...noted(step, on), meetingId })

  test.each<[string, Partial<GroupOverdue>, string, string | undefined]>([
    ['nobody before ten working days', {}, '2018-01-12', undefined],
    ['the head of service after them', {}, '2018-01-15', 'headOfService'],
    [
      'the agenda ten working days ahead',
      { noted: [of('headOfService', '2018-01-15')] },
      '2018-01-16',
      'agenda first',
    ],
    ['of the next meeting', { noted: [of('headOfService', '2018-01-17')] }, '2018-01-30', undefined],
    ['once it is near', { noted: [of('headOfService', '2018-01-17')] }, '2018-01-31', 'agenda second'],
    [
      'of another meeting where that one is cancelled',
      { noted: [of('headOfService', '2018-01-15'), of('agenda', '2018-01-16', 'gone')] },
      '2018-01-31',
      'agenda second',
    ],
    [
      'the letter after the days of the final notice',
      { noted: [of('headOfService', '2018-01-15'), of('finalNotice', '2018-01-18')] },
      '2018-02-01',
      undefined,
    ],
    [
      'the letter after the days of the final notice',
      { noted: [of('headOfService', '2018-01-15'), of('finalNotice', '2018-01-18')] },
      '2018-02-02',
      'letter',
    ],
    [
      'nothing after the letter',
      { noted: [of('finalNotice', '2018-01-18'), of('letter', '2018-02-02')] },
      '2019-02-02',
      undefined,
    ],
  ])('%s', (_name, given, today, expected) => {
    const step = groupStepAtHand({ ...group, ...given }, at(today))
    expect(step && ('meetingId' in step ? `${step.step} ${step.meetingId}` : step.step)).toBe(expected)
  })

  test('final notice is given once the meeting is over on whose agenda it stood', () => {
    const onAgenda = { ...group, noted: [of('agenda', '2018-01-16', 'first')] }
    expect(isFinal(onAgenda, day('2018-01-17'))).toBe(false)
    expect(isFinal(onAgenda, day('2018-01-18'))).toBe(true)
    expect(isFinal({ ...onAgenda, meetings: [] }, day('2018-01-18'))).toBe(false)
  })
})

test('whatever days are set and whenever it is looked at, nobody hears more than once a week or five times, none after the final notice', () => {
  fc.assert(
    fc.property(
      fc.record({
        leads: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 5 }),
        since: fc.integer({ min: -60, max: 40 }),
        finalAfter: fc.integer({ min: 5, max: 120 }),
        looks: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 40, maxLength: 200 }),
        seen: fc.array(fc.boolean(), { minLength: 200, maxLength: 200 }),
      }),
      ({ leads, since, finalAfter, looks, seen }) => {
        const dueOn = day('2017-12-29')
        const notes: NotedStep[] = []
        const told: Temporal.PlainDate[] = []
        let today = day('2017-11-15')
        for (const [place, days] of looks.entries()) {
          today = today.add({ days })
          if (!isWorkingDay(today, offices)) continue
          const step = ownerStepAtHand(
            {
              dueOn,
              since: dueOn.add({ days: since }),
              leads,
              wantsFewer: false,
              noted: notes,
              timesAsked: told.length,
              lastAskedOn: told.at(-1),
              isFinal: Temporal.PlainDate.compare(today, dueOn.add({ days: finalAfter })) > 0,
            },
            { today, offices },
          )
          if (!step) continue
          expect(notes.some((one) => one.step === 'finalNotice')).toBe(false)
          notes.push(...step.passed.map((one) => noted(one.step, today.toString())))
          notes.push({ step: step.step, on: today, isAcknowledged: seen[place] ?? false })
          if (!step.skip) told.push(today)
        }
        expect(told.length).toBeLessThanOrEqual(MOST_AN_ACTION)
        for (const [place, on] of told.slice(1).entries())
          expect(on.since(told[place] ?? on).days).toBeGreaterThanOrEqual(OWNER_DAYS)
      },
    ),
    { numRuns: 200 },
  )
})

test('a subject of reminders names its resolution and its day', () => {
  const subject = subjectOf('resolution/0198/1', '2017-12-29')
  expect(ofSubject(subject)).toEqual({ groupKey: 'resolution/0198/1', dueOn: '2017-12-29' })
})
