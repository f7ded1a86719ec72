import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { isBeforeDay } from '../../src/calendar/days.ts'
import { holidayCalendar } from '../../src/calendar/holiday-calendar.ts'
import { isOfficeHour } from '../../src/meetings/duty-rules.ts'
import { draftStepAtHand } from '../../src/reminders/draft-rules.ts'
import {
  MOST_A_MEETING,
  MOST_AN_ACTION,
  OWNER_DAYS,
  type Reminded,
  type StepAtHand,
  stepAtHand,
  stepDay,
  withinCaps,
} from '../../src/reminders/rules.ts'

const LONDON = 'Europe/London'
const offices = holidayCalendar('england-and-wales')
/** One meeting after each change of the clocks and one after Christmas, when most days do not count. */
const meetings = fc.record({
  date: fc.constantFrom('2017-10-31', '2018-03-27', '2018-01-03', '2017-09-23'),
  startTime: fc.constantFrom('09:00', '10:00', '18:30'),
})
const leads = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 3 })
/** From one look to the next: a minute, hours, days of an outage. */
const jumps = fc.array(
  fc.oneof(
    fc.integer({ min: 1, max: 90 }),
    fc.integer({ min: 60, max: 60 * 30 }),
    fc.integer({ min: 60 * 24, max: 60 * 24 * 12 }),
  ),
  { minLength: 1, maxLength: 120 },
)

interface Slot {
  readonly lead: number
  readonly outcome: 'sent' | 'skipped'
  readonly at: Temporal.Instant
}

/** What the unique keys keep of each look: the first row of a slot, whoever else comes with it. */
function lookedAt(
  instants: readonly Temporal.Instant[],
  look: (today: Temporal.PlainDate) => StepAtHand | undefined,
  until?: Temporal.Instant,
): Slot[] {
  const slots = new Map<number, Slot>()
  for (const at of instants) {
    const local = at.toZonedDateTimeISO(LONDON)
    if (until && Temporal.Instant.compare(at, until) >= 0) continue
    if (!isOfficeHour(local, offices)) continue
    const step = look(local.toPlainDate())
    if (!step || slots.has(step.lead)) continue
    slots.set(step.lead, { lead: step.lead, outcome: 'sent', at })
    for (const lead of step.passed) if (!slots.has(lead)) slots.set(lead, { lead, outcome: 'skipped', at })
  }
  return [...slots.values()]
}

function instantsOf(from: Temporal.Instant, minutes: readonly number[]): Temporal.Instant[] {
  let at = from
  return minutes.map((jump) => {
    at = at.add({ minutes: jump })
    return at
  })
}

describe('the times before a meeting', () => {
  const startOf = (meeting: { date: string; startTime: string }) =>
    Temporal.PlainDateTime.from(`${meeting.date}T${meeting.startTime}`).toZonedDateTime(LONDON).toInstant()
  const leadingUpTo = (meeting: { date: string; startTime: string }, minutes: readonly number[]) =>
    instantsOf(startOf(meeting).subtract({ hours: 24 * 35 }), minutes)
  const lookAt =
    (meeting: { date: string; startTime: string }, days: readonly number[]) => (today: Temporal.PlainDate) =>
      stepAtHand(meeting, days, { today, askedOn: undefined, offices })

  test('are each used at most once, never early, and in office hours, however the clock jumps and changes', () => {
    fc.assert(
      fc.property(meetings, leads, jumps, (meeting, days, minutes) => {
        const slots = lookedAt(leadingUpTo(meeting, minutes), lookAt(meeting, days), startOf(meeting))
        expect(new Set(slots.map(({ lead }) => lead)).size).toBe(slots.length)
        for (const { lead, at, outcome } of slots) {
          const on = at.toZonedDateTimeISO(LONDON)
          expect(days).toContain(lead)
          expect(isBeforeDay(on.toPlainDate(), stepDay(meeting, lead, offices).day)).toBe(false)
          expect(isOfficeHour(on, offices)).toBe(true)
          // What is sent is the last time that has come: the ones before it are over.
          if (outcome === 'sent')
            for (const other of days.filter((one) => one < lead))
              expect(isBeforeDay(on.toPlainDate(), stepDay(meeting, other, offices).day)).toBe(true)
        }
        const sent = slots.filter(({ outcome }) => outcome === 'sent').map(({ lead }) => lead)
        expect(sent).toEqual([...sent].sort((one, other) => other - one))
      }),
      { numRuns: 300 },
    )
  })

  test('come out the same when looks come twice, in replicas', () => {
    fc.assert(
      fc.property(
        meetings,
        leads,
        jumps,
        fc.infiniteStream(fc.boolean()),
        (meeting, days, minutes, again) => {
          const once = leadingUpTo(meeting, minutes)
          const twice = once.flatMap((at) => (again.next().value ? [at, at] : [at]))
          const [one, other] = [once, twice].map((at) =>
            lookedAt(at, lookAt(meeting, days), startOf(meeting)),
          )
          expect(other).toEqual(one)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('are skipped only when a later one had come before anybody looked: a look a minute skips none', () => {
    fc.assert(
      fc.property(meetings, leads, (meeting, days) => {
        // Every hour is the same as every minute: office hours begin and end on the hour.
        const instants = leadingUpTo(
          meeting,
          Array.from({ length: 35 * 24 }, () => 60),
        )
        const slots = lookedAt(instants, lookAt(meeting, days), startOf(meeting))
        const daysOf = days.map((lead) => stepDay(meeting, lead, offices).day.toString())
        // Two that fall on one day, as 1 and 0 before a meeting at nine, are one.
        expect(slots.filter(({ outcome }) => outcome === 'sent')).toHaveLength(new Set(daysOf).size)
        expect(slots).toHaveLength(days.length)
      }),
      { numRuns: 40 },
    )
  })

  test('that fell on or before the day of asking remind nobody', () => {
    fc.assert(
      fc.property(meetings, leads, fc.integer({ min: 0, max: 30 }), (meeting, days, ago) => {
        const askedOn = Temporal.PlainDate.from(meeting.date).subtract({ days: ago })
        const today = Temporal.PlainDate.from(meeting.date)
        const step = stepAtHand(meeting, days, { today, askedOn, offices })
        for (const lead of step ? [step.lead, ...step.passed] : [])
          expect(isBeforeDay(askedOn, stepDay(meeting, lead, offices).day)).toBe(true)
      }),
    )
  })
})

describe('the times after a meeting', () => {
  test('are each used at most once, the later ones first where both have come', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('2017-10-27', '2018-03-23', '2017-12-20'),
        fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 3 }),
        jumps,
        (ended, days, minutes) => {
          const day = Temporal.PlainDate.from(ended)
          const from = day.toZonedDateTime(LONDON).toInstant()
          const slots = lookedAt(instantsOf(from, minutes), (today) =>
            draftStepAtHand(day, days, { today, offices }),
          )
          expect(new Set(slots.map(({ lead }) => lead)).size).toBe(slots.length)
          const sent = slots.filter(({ outcome }) => outcome === 'sent').map(({ lead }) => lead)
          expect(sent).toEqual([...sent].sort((one, other) => one - other))
          for (const { lead, at } of slots.filter(({ outcome }) => outcome === 'skipped'))
            expect(slots.some((one) => one.at === at && one.outcome === 'sent' && one.lead > lead)).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('what may go on a day', () => {
  const due = (cap: 'meeting' | 'owner') => ({
    cap,
    kind: cap,
    subject: 's',
    personId: 'p',
    committeeId: 'c',
    slot: 'x',
    stale: [],
  })
  const live = (cap: 'meeting' | 'owner', gaps: readonly number[]): Reminded[] => {
    const before: Reminded[] = []
    let day = Temporal.PlainDate.from('2017-09-01')
    for (const gap of gaps) {
      day = day.add({ days: gap })
      if (withinCaps([due(cap)], before, day).length > 0)
        before.push({ cap, personId: 'p', subject: 's', day })
    }
    return before
  }

  test('is three about a meeting, and of an owner one a week and five about one action, in any rhythm', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 40 }), (gaps) => {
        expect(live('meeting', gaps)).toHaveLength(Math.min(gaps.length, MOST_A_MEETING))
        const asOwner = live('owner', gaps)
        expect(asOwner.length).toBeLessThanOrEqual(MOST_AN_ACTION)
        for (const [place, { day }] of asOwner.slice(1).entries())
          expect(day.since(asOwner[place]?.day ?? day).days).toBeGreaterThanOrEqual(OWNER_DAYS)
      }),
    )
  })
})
