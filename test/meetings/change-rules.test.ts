import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { instantOf } from '../../src/calendar/civil.ts'
import {
  asksAfresh,
  faceAfter,
  inTheWay,
  kindsOfChange,
  type MeetingFace,
  type OtherMeeting,
  type WantedMeeting,
  whyNotChange,
} from '../../src/meetings/change-rules.ts'

const planned: MeetingFace = {
  state: 'scheduled',
  date: '2027-01-20',
  startTime: '10:00',
  venue: 'Staithe Room',
}
const cancelled = { ...planned, state: 'cancelled' } as const
const postponed = { ...planned, state: 'postponed' } as const
const hold = (changes: Partial<MeetingFace> = {}): WantedMeeting => {
  const { date, startTime, venue } = { ...planned, ...changes }
  return { to: 'scheduled', date, startTime, venue }
}

describe('what a change is called', () => {
  test.each([
    ['cancelled', planned, { to: 'cancelled' }, ['cancelled'], false],
    ['postponed', planned, { to: 'postponed' }, ['postponed'], true],
    ['moved to another day', planned, hold({ date: '2027-01-28' }), ['moved'], true],
    [
      'moved to another day and time',
      planned,
      hold({ date: '2027-01-28', startTime: '14:00' }),
      ['moved', 'time'],
      true,
    ],
    ['put to another time', planned, hold({ startTime: '14:00' }), ['time'], false],
    ['put into another room', planned, hold({ venue: 'Wherry Room' }), ['room'], false],
    [
      'put to another time and room',
      planned,
      hold({ startTime: '14:00', venue: '' }),
      ['time', 'room'],
      false,
    ],
    ['left as it is', planned, hold(), [], false],
    ['cancelled twice', cancelled, { to: 'cancelled' }, [], false],
    ['postponed twice', postponed, { to: 'postponed' }, [], false],
    ['a cancellation taken back', cancelled, hold(), ['restored'], false],
    [
      'a cancellation taken back for another day',
      cancelled,
      hold({ date: '2027-01-28' }),
      ['restored', 'moved'],
      true,
    ],
    ['not cancelled but postponed', cancelled, { to: 'postponed' }, ['postponed'], true],
    ['a postponement taken back', postponed, hold(), ['restored'], false],
    ['a postponed meeting with its new day', postponed, hold({ date: '2027-01-28' }), ['moved'], true],
    ['a postponed meeting that is cancelled', postponed, { to: 'cancelled' }, ['cancelled'], false],
  ] as const)('%s', (_what, before, wanted, kinds, afresh) => {
    const after = faceAfter(before, wanted)
    expect(kindsOfChange(before, after)).toEqual(kinds)
    expect(asksAfresh(before, after)).toBe(afresh)
  })
})

const face = fc.record<MeetingFace>({
  state: fc.constantFrom('scheduled', 'cancelled', 'postponed'),
  date: fc.constantFrom('2027-01-20', '2027-01-28', '2027-02-03'),
  startTime: fc.constantFrom('10:00', '14:00'),
  venue: fc.constantFrom('', 'Staithe Room', 'Wherry Room'),
})
const wanted = fc.oneof(
  face.map(({ date, startTime, venue }): WantedMeeting => ({ to: 'scheduled', date, startTime, venue })),
  fc.constantFrom<WantedMeeting>({ to: 'cancelled' }, { to: 'postponed' }),
)

test('a change has a name exactly when something is different, and can be taken back', () => {
  fc.assert(
    fc.property(face, wanted, (before, change) => {
      const after = faceAfter(before, change)
      const isSame = JSON.stringify(after) === JSON.stringify(before)
      expect(kindsOfChange(before, after).length === 0).toBe(isSame)
      // Cancelled or postponed, it keeps what is needed to restore it.
      if (before.state === 'scheduled' && after.state !== 'scheduled') {
        const { date, startTime, venue } = after
        expect(faceAfter(after, { to: 'scheduled', date, startTime, venue })).toEqual(before)
        expect(kindsOfChange(after, before)).toEqual(['restored'])
      }
    }),
  )
})

test('everybody is asked afresh whenever the day is another one, and never for a room', () => {
  fc.assert(
    fc.property(face, wanted, (before, change) => {
      const after = faceAfter(before, change)
      const kinds = kindsOfChange(before, after)
      expect(asksAfresh(before, after)).toBe(kinds.includes('moved') || kinds.includes('postponed'))
    }),
  )
})

describe('why a meeting cannot be changed', () => {
  const now = Temporal.Instant.from('2027-01-11T09:00:00Z')
  const london = 'Europe/London'
  const why = (
    before: MeetingFace,
    change: WantedMeeting,
    facts: { now?: Temporal.Instant; isFresh?: boolean; others?: readonly OtherMeeting[] } = {},
  ) => {
    const after = faceAfter(before, change)
    return whyNotChange({
      before,
      after,
      endsAt: instantOf(before.date, before.startTime, london).add({ hours: 2 }),
      startsAtAfter: instantOf(after.date, after.startTime, london),
      others: [],
      isFresh: true,
      now,
      ...facts,
    })?.code
  }
  const end = Temporal.Instant.from('2027-01-20T12:00:00Z')

  test('is nothing for each change of a meeting ahead', () => {
    for (const change of [{ to: 'cancelled' }, { to: 'postponed' }, hold({ startTime: '14:00' })] as const)
      expect(why(planned, change)).toBeUndefined()
  })

  test('is that it is over, from the planned end on; a postponed one never is', () => {
    const before = end.subtract({ nanoseconds: 1 })
    expect(why(planned, { to: 'cancelled' }, { now: before })).toBeUndefined()
    expect(why(planned, hold({ venue: 'Wherry Room' }), { now: before })).toBeUndefined()
    for (const change of [{ to: 'cancelled' }, { to: 'postponed' }, hold({ venue: 'x' })] as const)
      expect(why(planned, change, { now: end })).toBe('meeting-over')
    expect(why(cancelled, hold(), { now: end })).toBe('meeting-over')
    expect(why(postponed, hold({ date: '2027-03-03' }), { now: end })).toBeUndefined()
    expect(why(postponed, { to: 'cancelled' }, { now: end })).toBeUndefined()
  })

  test('is that the new day and time are past', () => {
    expect(why(planned, hold({ date: '2026-01-28' }))).toBe('past-day')
    expect(why(planned, hold({ date: '2027-01-11', startTime: '09:00' }))).toBe('past-day')
    expect(why(planned, hold({ date: '2027-01-11', startTime: '09:01' }))).toBeUndefined()
    expect(why(postponed, hold(), { now: end })).toBe('past-day')
    const sitting = Temporal.Instant.from('2027-01-20T10:30:00Z')
    expect(why(planned, hold({ venue: 'Wherry Room' }), { now: sitting })).toBeUndefined()
    expect(why(planned, hold({ startTime: '10:15' }), { now: sitting })).toBe('past-day')
  })

  test('is that the committee meets then already', () => {
    const other = { ...planned, id: 'other', date: '2027-01-28' }
    const move = hold({ date: '2027-01-28', startTime: '14:00' })
    expect(why(planned, move, { others: [other] })).toBe('another-meeting')
    expect(why(planned, move, { others: [{ ...other, state: 'cancelled' }] })).toBeUndefined()
    const same = { ...other, state: 'postponed', startTime: '14:00' } as const
    expect(why(planned, move, { others: [same] })).toBe('another-meeting')
    expect(why(planned, hold({ venue: 'x' }), { others: [{ ...other, date: planned.date }] })).toBeUndefined()
  })

  test('is, on a second press, that it is so already; and on a stale screen, that it was changed', () => {
    expect(why(planned, hold())).toBe('nothing-changed')
    expect(why(cancelled, { to: 'cancelled' }, { isFresh: false })).toBe('already-so')
    expect(why(cancelled, hold({ startTime: '14:00' }), { isFresh: false })).toBe('changed-meanwhile')
    expect(why(cancelled, { to: 'cancelled' }, { isFresh: false, now: end })).toBe('already-so')
  })
})

test('what takes place is in the way before what is only kept', () => {
  const idle = { ...cancelled, id: 'idle' }
  const held = { ...planned, id: 'held', startTime: '14:00' }
  expect(inTheWay(planned, [idle, held])?.id).toBe('held')
  expect(inTheWay(planned, [idle])?.id).toBe('idle')
  expect(inTheWay({ ...planned, startTime: '11:00' }, [idle])).toBeUndefined()
  expect(inTheWay({ ...planned, date: '2027-01-21' }, [idle, held])).toBeUndefined()
})
