import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { standingsAt, type VotingGround } from '../../src/votes/eligible-rules.ts'
import {
  type MotionAtHand,
  nextToPut,
  substantiveText,
  whyNotAmend,
  whyNotPut,
} from '../../src/votes/motion-rules.ts'
import { areNamesDue, neededForNames } from '../../src/votes/recorded-rules.ts'
import {
  countByName,
  countsOfChoices,
  isEqual,
  resultOf,
  totalOf,
  whyNotCounted,
  whyNotUnanimous,
} from '../../src/votes/rules.ts'
import type { Choice, Standing, VoteSide } from '../../src/votes/types.ts'

const people = (count: number): Standing[] =>
  Array.from({ length: count }, (_, at) => ({ personId: `m${at}`, bar: undefined }))
const called = (personId: string, side: VoteSide, despite?: 'interest' | 'whip'): Choice => ({
  personId,
  side,
  despite,
})

describe('A count', () => {
  test('of 5 for, 5 against and 1 abstained is equal, and the casting vote decides it (F22)', () => {
    const counts = { for: 5, against: 5, abstain: 1, none: 0 }
    expect(whyNotCounted(counts, people(11))).toBeUndefined()
    expect(isEqual(counts)).toBe(true)
    expect(resultOf(counts, 'for')).toBe('carried')
    expect(resultOf(counts, 'against')).toBe('lost')
    expect(resultOf(counts, undefined)).toBe('tied')
    expect(totalOf(counts)).toBe(11)
  })

  test('of 20 where 33 are present does not close: 13 are missing, by name where it is by name (F23)', () => {
    const counts = { for: 12, against: 8, abstain: 0, none: 0 }
    expect(whyNotCounted(counts, people(33))).toEqual({
      code: 'counts-missing',
      eligible: 33,
      entered: 20,
      by: 13,
    })
    const choices = people(20).map(({ personId }) => called(personId, 'for'))
    const found = countByName(choices, people(33), () => true)
    expect('fault' in found && found.fault).toMatchObject({
      code: 'names-missing',
      eligible: 33,
      entered: 20,
    })
    expect('fault' in found && 'personIds' in found.fault && found.fault.personIds).toHaveLength(13)
  })

  test('with more than are entitled does not close either', () => {
    expect(whyNotCounted({ for: 3, against: 0, abstain: 0, none: 0 }, people(2))).toMatchObject({
      code: 'counts-too-many',
      by: 1,
    })
  })

  test('has room for who votes despite an interest, and none for a whipped vote', () => {
    const all: Standing[] = [...people(2), { personId: 'x', bar: 'interest' }]
    const despite = [called('x', 'for', 'interest')]
    expect(whyNotCounted({ for: 2, against: 1, abstain: 0, none: 0 }, all, despite)).toBeUndefined()
    expect(whyNotCounted({ for: 0, against: 3, abstain: 0, none: 0 }, all, despite)).toEqual({
      code: 'despite-not-counted',
    })
    expect(countsOfChoices([called('x', 'for', 'whip'), called('y', 'for')]).for).toBe(1)
  })

  test('is unanimous only with somebody for and nobody against', () => {
    expect(whyNotUnanimous({ for: 8, against: 0, abstain: 1, none: 0 })).toBeUndefined()
    expect(whyNotUnanimous({ for: 8, against: 1, abstain: 0, none: 0 })).toBeDefined()
    expect(whyNotUnanimous({ for: 0, against: 0, abstain: 8, none: 0 })).toBeDefined()
  })

  test('by name always adds up to those who had a vote, whoever left after voting', () => {
    const sides: VoteSide[] = ['for', 'against', 'abstain', 'none']
    fc.assert(
      fc.property(
        fc.array(fc.record({ side: fc.constantFrom(...sides), stays: fc.boolean() }), { maxLength: 40 }),
        (votes) => {
          const choices = votes.map(({ side }, at) => called(`m${at}`, side))
          const closing = votes.map(
            ({ stays }, at): Standing => ({
              personId: `m${at}`,
              bar: stays ? undefined : 'notInRoom',
            }),
          )
          const found = countByName(choices, closing, () => true)
          if ('fault' in found) throw new Error(found.fault.code)
          const { counts, standings } = found.counted
          expect(totalOf(counts)).toBe(votes.length)
          expect(standings.filter(({ bar }) => bar === undefined)).toHaveLength(votes.length)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('by name refuses the vote of somebody who was not entitled when it was cast', () => {
    const found = countByName([called('m0', 'for')], [{ personId: 'm0', bar: 'notInRoom' }], () => false)
    expect('fault' in found && found.fault.code).toBe('names-not-entitled')
  })
})

describe('Who may vote', () => {
  const since = Temporal.Instant.from('2017-09-20T09:00:00Z')
  const ground = (over: Partial<VotingGround> = {}): VotingGround => ({
    nation: 'england',
    seats: [
      { personId: 'a', isSubstitute: false, voting: 'always' },
      { personId: 'b', isSubstitute: false, voting: 'always' },
      { personId: 'parent', isSubstitute: false, voting: 'educationOnly' },
      { personId: 'coopted', isSubstitute: false, voting: 'ifCommitteeDetermines' },
      { personId: 'expert', isSubstitute: false, voting: 'never' },
      { personId: 'sub', isSubstitute: true, voting: 'always' },
    ],
    present: [],
    barred: new Map(),
    question: { education: false, determined: false },
    ...over,
  })
  const there = (personId: string, more: object = {}) => ({
    personId,
    mode: 'inRoom' as const,
    forId: undefined,
    since,
    ...more,
  })
  const barOf = (of: VotingGround, id: string) => standingsAt(of).find(({ personId }) => personId === id)?.bar

  test('is who is in the room; an absent member is named as such', () => {
    const of = ground({ present: [there('a')] })
    expect(barOf(of, 'a')).toBeUndefined()
    expect(barOf(of, 'b')).toBe('notInRoom')
  })

  test('is nobody from afar in England, and remote members in Wales and Scotland (F27)', () => {
    const present = [there('a', { mode: 'remoteMember' }), there('b', { mode: 'remoteObserver' })]
    expect(barOf(ground({ present }), 'a')).toBe('remote')
    for (const nation of ['wales', 'scotland'] as const) {
      expect(barOf(ground({ present, nation }), 'a')).toBeUndefined()
      expect(barOf(ground({ present, nation }), 'b')).toBe('remote')
    }
  })

  test('is a co-opted member only where their seat has the vote on this question', () => {
    const present = [there('parent'), there('coopted'), there('expert')]
    const bars = (question: VotingGround['question']) =>
      ['parent', 'coopted', 'expert'].map((id) => barOf(ground({ present, question }), id))
    expect(bars({ education: false, determined: false })).toEqual(['noVote', 'noVote', 'noVote'])
    expect(bars({ education: true, determined: false })).toEqual([undefined, 'noVote', 'noVote'])
    expect(bars({ education: false, determined: true })).toEqual(['noVote', undefined, 'noVote'])
  })

  test('is a substitute for whom they sit, unless that member is there or another came first', () => {
    expect(barOf(ground({ present: [there('sub')] }), 'sub')).toBe('noVote')
    expect(barOf(ground({ present: [there('sub', { forId: 'b' })] }), 'sub')).toBeUndefined()
    expect(barOf(ground({ present: [there('b'), there('sub', { forId: 'b' })] }), 'sub')).toBe('noVote')
    const two = ground({ present: [there('sub', { forId: 'b' }), there('other', { forId: 'b' })] })
    expect([barOf(two, 'sub'), barOf(two, 'other')]).toEqual([undefined, 'noVote'])
  })

  test('is nobody whom an interest or a whip bars (F28)', () => {
    const barred = new Map([
      ['a', 'interest'],
      ['b', 'whip'],
    ] as const)
    const of = ground({ present: [there('a'), there('b')], barred })
    expect([barOf(of, 'a'), barOf(of, 'b')]).toEqual(['interest', 'whip'])
  })
})

describe('Motions and amendments', () => {
  const motion = (number: number, over: Partial<MotionAtHand> = {}): MotionAtHand => ({
    id: `${number}`,
    recordId: 'r',
    number,
    kind: 'motion',
    parentId: undefined,
    text: `text ${number}`,
    substantive: `text ${number}`,
    moverId: undefined,
    seconderId: undefined,
    state: 'open',
    ...over,
  })
  const amendment = (number: number, over: Partial<MotionAtHand> = {}) =>
    motion(number, { kind: 'amendment', parentId: '1', substantive: `as amended by ${number}`, ...over })

  test('amendments are put before the motion, in the order moved', () => {
    const all = [motion(1), amendment(2), amendment(3)]
    expect(nextToPut(all)?.id).toBe('2')
    expect(whyNotPut(motion(1), all)?.code).toBe('amendment-open')
    expect(whyNotPut(amendment(3), all)?.code).toBe('amendment-open')
    expect(whyNotPut(amendment(2), all)).toBeUndefined()
  })

  test('a motion reads as its last carried amendment has it', () => {
    const all = [motion(1), amendment(2, { state: 'carried' }), amendment(3, { state: 'lost' })]
    expect(substantiveText(motion(1), all)).toBe('as amended by 2')
    expect(substantiveText(motion(1), [motion(1), amendment(2, { state: 'lost' })])).toBe('text 1')
  })

  test('nothing that ended is put or amended, and amendments are not amended', () => {
    for (const state of ['carried', 'lost', 'withdrawn', 'deferred', 'fell'] as const) {
      expect(whyNotPut(motion(1, { state }), [])?.code).toBe('motion-ended')
      expect(whyNotAmend(motion(1, { state }))?.code).toBe('motion-ended')
    }
    expect(whyNotAmend(amendment(2))?.code).toBe('amends-amendment')
  })
})

test.each([
  [{ members: 6, fraction: undefined }, 11, 6],
  [{ members: undefined, fraction: { numerator: 1, denominator: 3 } }, 11, 4],
  [{ members: undefined, fraction: { numerator: 1, denominator: 3 } }, 12, 4],
  [{ members: undefined, fraction: undefined }, 12, undefined],
])('names are due by standing orders %j of %i present when %s ask', (threshold, present, needed) => {
  expect(neededForNames(threshold, present)).toBe(needed)
  expect(areNamesDue(needed, needed ?? 99)).toBe(needed !== undefined)
  expect(areNamesDue(needed, (needed ?? 1) - 1)).toBe(false)
})
