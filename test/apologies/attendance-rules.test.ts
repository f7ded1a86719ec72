import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changesOf,
  faultOf,
  type Recorded,
  recordedAs,
  remoteMode,
  type Said,
  saidOf,
} from '../../src/apologies/attendance-rules.ts'

describe('remote attendance', () => {
  test.each([
    ['england', '2017-09-20', 'remoteObserver'],
    ['england', '2020-04-03', 'remoteObserver'],
    ['england', '2020-04-04', 'remoteMember'],
    ['england', '2021-05-06', 'remoteMember'],
    ['england', '2021-05-07', 'remoteObserver'],
    ['england', '2026-11-28', 'remoteObserver'],
    ['wales', '2021-05-01', 'remoteMember'],
    ['wales', '2019-05-01', 'remoteObserver'],
    ['scotland', '2017-09-20', 'remoteMember'],
  ] as const)('in %s on %s makes a %s', (nation, date, mode) => {
    expect(remoteMode(nation, date)).toBe(mode)
  })

  test('F27: in England it is no presence, and stands with the apologies', () => {
    expect(recordedAs('a', { code: 'remote' }, 'remoteObserver')).toMatchObject({
      state: 'apologies',
      mode: 'remoteObserver',
    })
    expect(recordedAs('a', { code: 'remote' }, 'remoteMember')).toMatchObject({ state: 'present' })
  })
})

describe('a record of who came', () => {
  const present = (personId: string, forId?: string): Recorded => ({
    personId,
    state: 'present',
    mode: 'inRoom',
    forId,
  })
  const away = (personId: string): Recorded => ({
    personId,
    state: 'apologies',
    mode: 'inRoom',
    forId: undefined,
  })
  const members = new Set(['a', 'b'])

  test('has no row for a substitute who did not sit', () => {
    const said = [present('a'), recordedAs('s', { code: 'not-there' }, 'remoteObserver')]
    expect(changesOf([], said, members)).toEqual({ fresh: [present('a')], corrected: [] })
  })

  test('knows what is corrected, and asks why', () => {
    const change = changesOf([present('a'), away('b')], [present('a'), present('b')], members)
    expect(change).toEqual({ fresh: [], corrected: [present('b')] })
    expect(faultOf([present('a'), away('b')], change, '')).toEqual({ code: 'why-missing' })
    expect(faultOf([present('a'), away('b')], change, 'He came at 10.20.')).toBeUndefined()
  })

  test('seats nobody for a member who is there, and no two for one', () => {
    const represented = changesOf([], [present('a'), present('s', 'a')], members)
    expect(faultOf([], represented, '')).toMatchObject({ code: 'present-and-represented', memberId: 'a' })
    const twice = changesOf([away('a')], [present('s', 'a'), present('t', 'a')], members)
    expect(faultOf([away('a')], twice, '')).toMatchObject({ code: 'seat-twice', personId: 't' })
  })

  test('what is said of somebody is shown again as it was said', () => {
    const saying = fc.oneof(
      fc.constantFrom<Said>(
        { code: 'present' },
        { code: 'apologies' },
        { code: 'absent' },
        { code: 'remote' },
      ),
    )
    fc.assert(
      fc.property(
        saying,
        fc.constantFrom('remoteMember' as const, 'remoteObserver' as const),
        (said, remote) => {
          expect(saidOf(recordedAs('a', said, remote), true)).toEqual(said)
        },
      ),
    )
    const sat: Said = { code: 'for', memberId: 'a', remote: false }
    expect(saidOf(recordedAs('s', sat, 'remoteObserver'), false)).toEqual(sat)
  })

  test('saying the same again changes nothing', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd')
    const rows = fc.uniqueArray(
      fc.record({
        personId: person,
        state: fc.constantFrom('present' as const, 'apologies' as const, 'absent' as const),
        mode: fc.constant('inRoom' as const),
        forId: fc.constant(undefined),
      }),
      { selector: ({ personId }) => personId },
    )
    fc.assert(
      fc.property(rows, (said) => {
        expect(changesOf(said, said, new Set(['a', 'b', 'c', 'd']))).toEqual({ fresh: [], corrected: [] })
      }),
    )
  })
})
