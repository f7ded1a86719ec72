import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { isPresent, presentAt, presidingAt, staysOf } from '../../src/sitting/roll-rules.ts'
import type { ChairLine, RollLine } from '../../src/sitting/types.ts'

const at = (minute: number) => Temporal.Instant.from('2017-08-09T14:00:00Z').add({ minutes: minute })

let entered = 0
const nextId = () => {
  entered += 1
  return String(entered).padStart(6, '0')
}
const line = (
  personId: string,
  kind: RollLine['kind'],
  minute: number,
  more: Partial<RollLine> = {},
): RollLine => ({
  id: nextId(),
  personId,
  kind,
  mode: 'inRoom',
  forId: undefined,
  at: at(minute),
  ...more,
})
const names = (roll: readonly RollLine[], minute: number) =>
  presentAt(roll, at(minute)).map(({ personId }) => personId)

describe('the roll', () => {
  test('who arrived is there until they leave, whenever it was entered', () => {
    const roll = [line('dann', 'left', 30), line('dann', 'arrived', 0), line('tuohy', 'arrived', 10)]
    expect(names(roll, 5)).toEqual(['dann'])
    expect(names(roll, 29)).toEqual(['dann', 'tuohy'])
    expect(names(roll, 30)).toEqual(['tuohy'])
  })

  test('who returns is there again, and both stays are known', () => {
    const roll = [line('dann', 'arrived', 0), line('dann', 'left', 30), line('dann', 'arrived', 45)]
    expect(names(roll, 40)).toEqual([])
    expect(names(roll, 45)).toEqual(['dann'])
    expect(staysOf(roll)).toMatchObject([
      { since: at(0), until: at(30) },
      { since: at(45), until: undefined },
    ])
  })

  test('an arrival that is entered twice is one stay since the first', () => {
    expect(staysOf([line('dann', 'arrived', 0), line('dann', 'arrived', 7)])).toMatchObject([
      { since: at(0) },
    ])
  })

  test('who looks on from afar is not present', () => {
    expect(isPresent({ mode: 'remoteObserver' })).toBe(false)
    expect(isPresent({ mode: 'remoteMember' })).toBe(true)
  })

  test('the order of entering changes nothing', () => {
    const roll = fc.array(
      fc.record({
        who: fc.constantFrom('a', 'b', 'c'),
        kind: fc.constantFrom('arrived' as const, 'left' as const),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(roll, fc.nat(12), fc.infiniteStream(fc.nat()), (acts, minute, weights) => {
        const entries = acts.map(({ who, kind }, place) => line(who, kind, place))
        const mixed = entries
          .map((entry) => ({ entry, weight: Number(weights.next().value) }))
          .toSorted((one, other) => one.weight - other.weight)
          .map(({ entry }) => entry)
        expect(presentAt(mixed, at(minute))).toEqual(presentAt(entries, at(minute)))
        expect(staysOf(mixed)).toEqual(staysOf(entries))
      }),
    )
  })
})

describe('who presides', () => {
  const chair = (personId: string, minute: number, recordId?: string): ChairLine => ({
    id: `${minute}`,
    personId,
    recordId,
    at: at(minute),
  })

  test('whoever took the chair last; for an item alone, whoever took it for that item', () => {
    const chairs = [chair('aspinall', 0), chair('james', 20, 'item-5'), chair('dann', 60)]
    expect(presidingAt(chairs, at(-1), undefined)).toBeUndefined()
    expect(presidingAt(chairs, at(5), undefined)).toBe('aspinall')
    expect(presidingAt(chairs, at(25), 'item-5')).toBe('james')
    expect(presidingAt(chairs, at(25), 'item-6')).toBe('aspinall')
    expect(presidingAt(chairs, at(60), 'item-6')).toBe('dann')
  })
})
