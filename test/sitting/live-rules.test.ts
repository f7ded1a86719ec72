import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { notBefore } from '../../src/sitting/acting.ts'
import { recordedByRoll } from '../../src/sitting/attendance-of-roll.ts'
import { chairToBegin } from '../../src/sitting/opening-rules.ts'
import { liveQuorum, type SittingForQuorum } from '../../src/sitting/quorum-rules.ts'
import { isPresent, staysOf } from '../../src/sitting/roll-rules.ts'
import { changesFrom, type StateChange, stateAfter } from '../../src/sitting/state-rules.ts'
import { trueTime } from '../../src/sitting/true-time.ts'
import type { RollLine, SittingState } from '../../src/sitting/types.ts'

const BEGAN = Temporal.Instant.from('2017-09-20T09:00:00Z')
const at = (minute: number) => BEGAN.add({ minutes: minute })
let entered = 0
const line = (
  personId: string,
  kind: RollLine['kind'],
  minute: number,
  more: Partial<RollLine> = {},
): RollLine => {
  entered += 1
  const id = String(entered).padStart(6, '0')
  return { id, personId, kind, mode: 'inRoom', forId: undefined, at: at(minute), ...more }
}

describe('the quorum in the room', () => {
  const holders = new Set(['a', 'b', 'c', 'd', 'e'])
  const sitting = (roll: readonly RollLine[], more: Partial<SittingForQuorum> = {}): SittingForQuorum => ({
    needed: 3,
    waitMinutes: 15,
    beganAt: BEGAN,
    roll,
    holders,
    notCounted: new Set(),
    itemSince: undefined,
    ...more,
  })
  const three = [line('a', 'arrived', 0), line('b', 'arrived', 0), line('c', 'arrived', 0)]

  test('counts who holds a seat that counts, or sits for its holder; who looks on from afar is not there', () => {
    const roll = [
      line('a', 'arrived', 0),
      line('officer', 'arrived', 0),
      line('b', 'arrived', 0, { mode: 'remoteObserver' }),
      line('sub', 'arrived', 0, { forId: 'c' }),
      line('d', 'arrived', 0, { mode: 'remoteMember' }),
    ]
    expect(liveQuorum(sitting(roll), at(1))).toMatchObject({ state: 'met', there: 3, spare: 0 })
  })

  test('waits from when there became too few, not from when anybody looked or left again', () => {
    const roll = [...three, line('a', 'left', 10), line('b', 'left', 12)]
    const live = liveQuorum(sitting(roll), at(20))
    expect([live.state, live.since.equals(at(10)), live.waitsUntil.equals(at(25))]).toEqual([
      'lost',
      true,
      true,
    ])
  })

  test('that was regained in between waits anew', () => {
    const roll = [...three, line('a', 'left', 10), line('a', 'arrived', 15), line('c', 'left', 30)]
    expect(liveQuorum(sitting(roll), at(31)).since.equals(at(30))).toBe(true)
  })

  test('that never was waits from the beginning, by the plan too', () => {
    const roll = [line('a', 'arrived', -20)]
    for (const minute of [-10, 5])
      expect(liveQuorum(sitting(roll), at(minute)).waitsUntil.equals(at(15))).toBe(true)
  })

  test('leaves out who may not take part in the item, from when the item began', () => {
    const out = sitting(three, { notCounted: new Set(['c']), itemSince: at(10) })
    expect(liveQuorum(out, at(9))).toMatchObject({ state: 'met', notCounted: [] })
    const live = liveQuorum(out, at(12))
    expect(live).toMatchObject({ state: 'lost', there: 2, notCounted: ['c'] })
    expect(live.since.equals(at(10))).toBe(true)
  })
})

describe('the record of who came, by the roll', () => {
  const holders = ['a', 'b', 'c'].map((personId) => ({ personId, hasApologies: personId === 'b' }))

  test('has everybody once, present exactly when they were there in the sense of the law', () => {
    const someLine = fc.record({
      personId: fc.constantFrom('a', 'b', 'c'),
      kind: fc.constantFrom<RollLine['kind']>('arrived', 'left'),
      minute: fc.integer({ min: 0, max: 60 }),
      mode: fc.constantFrom<RollLine['mode']>('inRoom', 'remoteMember', 'remoteObserver'),
    })
    fc.assert(
      fc.property(fc.array(someLine, { maxLength: 20 }), (lines) => {
        const roll = lines.map(({ personId, kind, minute, mode }) => line(personId, kind, minute, { mode }))
        const recorded = recordedByRoll(roll, holders, [])
        expect(recorded.map(({ personId }) => personId)).toEqual(['a', 'b', 'c'])
        for (const { personId, state } of recorded) {
          const was = staysOf(roll).some((stay) => stay.personId === personId && isPresent(stay))
          expect(state === 'present').toBe(was)
        }
      }),
    )
  })

  test('keeps apologies, has a remote observer with them, and who only stayed away as absent', () => {
    const roll = [line('a', 'arrived', 0, { mode: 'remoteObserver' })]
    expect(recordedByRoll(roll, holders, [])).toEqual([
      { personId: 'a', state: 'apologies', mode: 'remoteObserver', forId: undefined },
      { personId: 'b', state: 'apologies', mode: 'inRoom', forId: undefined },
      { personId: 'c', state: 'absent', mode: 'inRoom', forId: undefined },
    ])
  })

  test('has a substitute for the member, and none who was recorded and was not there', () => {
    const roll = [line('sub', 'arrived', 0, { forId: 'b' })]
    const before = { personId: 'other', state: 'present' as const, mode: 'inRoom' as const, forId: 'c' }
    const recorded = recordedByRoll(roll, holders, [before])
    expect(recorded.slice(3)).toEqual([
      { personId: 'sub', state: 'present', mode: 'inRoom', forId: 'b' },
      { personId: 'other', state: 'absent', mode: 'inRoom', forId: undefined },
    ])
  })
})

describe('when something happened', () => {
  const meeting = { date: '2017-09-20', timeZone: 'Europe/London', startsAt: BEGAN }
  const now = Temporal.Instant.from('2017-09-20T10:05:40Z')

  test.each([
    ['', undefined],
    ['11:04', '2017-09-20T10:04:00Z'],
    ['11:05', '2017-09-20T10:05:40Z'],
    ['09:50', '2017-09-20T08:50:00Z'],
    ['00:20', '2017-09-20T23:20:00Z'],
  ])('“%s” is %s', (time, expected) => {
    expect(trueTime(meeting, time, now)?.toString()).toBe(expected)
  })

  test('in the same minute one thing comes after the other, and in an earlier one it is refused', () => {
    expect(notBefore(at(5), at(5).add({ seconds: 30 }))?.equals(at(5).add({ seconds: 30 }))).toBe(true)
    expect(notBefore(at(4), at(5))).toBeUndefined()
    expect(notBefore(at(6), at(5))?.equals(at(6))).toBe(true)
  })
})

describe('the state of a meeting', () => {
  test.each<[SittingState, StateChange, SittingState | 'already' | undefined]>([
    ['open', 'adjourned', 'adjourned'],
    ['open', 'resumed', 'already'],
    ['adjourned', 'closed', 'closed'],
    ['closed', 'closed', 'already'],
    ['closed', 'inquorate', undefined],
    ['closed', 'adjourned', undefined],
    ['inquorate', 'reopened', 'open'],
  ])('%s, %s: %s', (state, change, expected) => {
    expect(stateAfter(state, change)).toBe(expected)
  })

  test('what is offered can be done', () => {
    for (const state of ['open', 'adjourned', 'closed', 'inquorate'] as const)
      for (const change of changesFrom(state)) expect(stateAfter(state, change)).not.toBeUndefined()
  })

  test('the Chair presides where they are there, else the Vice Chair, else nobody until one is elected', () => {
    const members = [
      { personId: 'vice', office: 'viceChair' as const },
      { personId: 'chair', office: 'chair' as const },
      { personId: 'x', office: 'none' as const },
    ]
    expect(chairToBegin(members, new Set(['vice', 'chair']))).toBe('chair')
    expect(chairToBegin(members, new Set(['vice', 'x']))).toBe('vice')
    expect(chairToBegin(members, new Set(['x']))).toBeUndefined()
  })
})
