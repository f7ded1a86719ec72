import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { holidayCalendar } from '../../src/calendar/holiday-calendar.ts'
import type { Nation } from '../../src/calendar/nations.ts'
import { ownKinds } from '../../src/interests/council-code.ts'
import {
  BARS,
  codeOf,
  KIND_IDS,
  type KindId,
  kindOf,
  kindsOfNation,
  type OwnKinds,
  problemsOf,
} from '../../src/interests/kind-rules.ts'
import {
  type Effect,
  effectOf,
  FREE,
  itemsToAsk,
  notifyUntil,
  startsNotification,
  strictest,
  votingStanding,
  whipEffect,
} from '../../src/interests/rules.ts'

const code = (nation: Nation, own: OwnKinds = {}, leavesRoom = true, asksForWhip?: boolean) =>
  codeOf({ nation, own, leavesRoom, asksForWhip })

function effect(
  nation: Nation,
  id: KindId,
  { leavesRoom = true, leave = undefined as boolean | undefined } = {},
) {
  const council = code(nation, {}, leavesRoom)
  const kind = kindOf(council, id)
  if (!kind) throw new Error(`${nation} has no ${id}`)
  return effectOf(kind, council, leave === undefined ? undefined : { mayVote: leave })
}

describe('what an interest lets a member do', () => {
  test.each`
    nation        | kind              | speaking      | mayVote  | mustLeave | staysWhereStandingOrdersAreSilent
    ${'england'}  | ${'dpi'}          | ${'no'}       | ${false} | ${true}   | ${true}
    ${'england'}  | ${'ori'}          | ${'asPublic'} | ${false} | ${true}   | ${true}
    ${'england'}  | ${'nri'}          | ${'asPublic'} | ${false} | ${true}   | ${true}
    ${'england'}  | ${'affected'}     | ${'yes'}      | ${true}  | ${false}  | ${true}
    ${'england'}  | ${'transparency'} | ${'yes'}      | ${true}  | ${false}  | ${true}
    ${'england'}  | ${'arrears'}      | ${'yes'}      | ${false} | ${false}  | ${true}
    ${'wales'}    | ${'personal'}     | ${'yes'}      | ${true}  | ${false}  | ${true}
    ${'wales'}    | ${'prejudicial'}  | ${'asPublic'} | ${false} | ${true}   | ${false}
    ${'wales'}    | ${'arrears'}      | ${'yes'}      | ${false} | ${false}  | ${true}
    ${'scotland'} | ${'financial'}    | ${'no'}       | ${false} | ${true}   | ${false}
    ${'scotland'} | ${'nonFinancial'} | ${'no'}       | ${false} | ${true}   | ${false}
    ${'scotland'} | ${'connection'}   | ${'yes'}      | ${true}  | ${false}  | ${true}
  `(
    '$nation, $kind: speaks $speaking, votes $mayVote, leaves $mustLeave',
    ({ nation, kind, speaking, mayVote, mustLeave, staysWhereStandingOrdersAreSilent }) => {
      expect(effect(nation, kind)).toMatchObject({ speaking, mayVote, mustLeave })
      expect(effect(nation, kind, { leavesRoom: false })).toMatchObject({
        speaking,
        mayVote,
        mustLeave: !staysWhereStandingOrdersAreSilent,
      })
    },
  )

  test('every kind of every nation stands in the table above, and names its source', () => {
    const ids = Object.values(kindsOfNation).flatMap((kinds) => kinds.map((kind) => kind.id))
    expect(ids).toHaveLength(12)
    expect(new Set(ids)).toEqual(new Set(KIND_IDS))
    for (const kind of Object.values(kindsOfNation).flat()) expect(kind.source).not.toBe('')
  })

  test.each`
    nation        | kind
    ${'england'}  | ${'dpi'}
    ${'england'}  | ${'ori'}
    ${'england'}  | ${'nri'}
    ${'wales'}    | ${'prejudicial'}
    ${'scotland'} | ${'financial'}
    ${'scotland'} | ${'nonFinancial'}
  `(
    'a dispensation lets the holder of $kind stay and speak, and vote where it says so',
    ({ nation, kind }) => {
      expect(effect(nation, kind, { leave: true })).toMatchObject({
        speaking: 'yes',
        mayVote: true,
        mustLeave: false,
      })
      expect(effect(nation, kind, { leave: false })).toMatchObject({
        speaking: 'yes',
        mayVote: false,
        mustLeave: false,
      })
    },
  )

  test('no dispensation lifts arrears of council tax, and none bars what was free', () => {
    expect(effect('england', 'arrears', { leave: true }).mayVote).toBe(false)
    expect(effect('england', 'transparency', { leave: false }).mayVote).toBe(true)
  })

  test('the West Berkshire error cannot be made: no setting and no other interest lets a holder of an undispensed DPI stay for the debate or vote', () => {
    const setting = fc.dictionary(
      fc.constantFrom(...KIND_IDS),
      fc.oneof(
        fc.string({ minLength: 1 }),
        fc.constant(false as const),
        fc.record({ bars: fc.constantFrom(...BARS), notifies: fc.boolean() }, { requiredKeys: [] }),
      ),
    )
    fc.assert(
      fc.property(
        setting,
        fc.boolean(),
        fc.array(fc.tuple(fc.nat(), fc.option(fc.boolean(), { nil: undefined }))),
        (own, leavesRoom, others) => {
          const council = code('england', ownKinds.parse(own), leavesRoom)
          const dpi = kindOf(council, 'dpi')
          if (!dpi) throw new Error('a council cannot do away with the DPI')
          const also = others.map(([place, leave]) => {
            const kind = council.kinds[place % council.kinds.length] ?? dpi
            // An undispensed DPI beside others, whatever leave there is for those.
            return effectOf(kind, council, leave === undefined ? undefined : { mayVote: leave })
          })
          const all = strictest([...also, effectOf(dpi, council), ...also])
          expect(all.speaking).toBe('no')
          expect(all.mayVote).toBe(false)
          expect(votingStanding(all, true).isEligible).toBe(false)
        },
      ),
    )
  })

  test('of several interests the strictest counts, in any order, and more never allow more', () => {
    const effects = fc.array(
      fc
        .tuple(
          fc.constantFrom('england', 'wales', 'scotland'),
          fc.nat(),
          fc.option(fc.boolean(), { nil: undefined }),
        )
        .map(([nation, place, leave]): Effect => {
          const council = code(nation)
          const kind = council.kinds[place % council.kinds.length]
          return kind ? effectOf(kind, council, leave === undefined ? undefined : { mayVote: leave }) : FREE
        }),
    )
    const order = ['yes', 'asPublic', 'no']
    fc.assert(
      fc.property(effects, effects, (some, more) => {
        const [fewer, all] = [strictest(some), strictest([...some, ...more])]
        expect(order.indexOf(all.speaking)).toBeGreaterThanOrEqual(order.indexOf(fewer.speaking))
        expect(Number(all.mayVote)).toBeLessThanOrEqual(Number(fewer.mayVote))
        expect(Number(all.mustLeave)).toBeGreaterThanOrEqual(Number(fewer.mustLeave))
        const { sources, ...back } = strictest([...more, ...some].reverse())
        expect(all).toMatchObject(back)
        expect(new Set(sources)).toEqual(new Set(all.sources))
      }),
    )
  })

  test('F28: an undispensed DPI is out of those eligible; the quorum setting decides whether it still counts', () => {
    const dpi = effect('england', 'dpi')
    expect(votingStanding(dpi, true)).toEqual({ isEligible: false, countsForQuorum: true })
    expect(votingStanding(dpi, false)).toEqual({ isEligible: false, countsForQuorum: false })
    expect(votingStanding(effect('england', 'dpi', { leave: true }), false)).toEqual({
      isEligible: true,
      countsForQuorum: true,
    })
  })
})

describe('a council’s own code', () => {
  test('names a kind as the council does, and leaves the rest to the nation’s', () => {
    const council = code('england', ownKinds.parse({ ori: 'Other disclosable interest', affected: false }))
    expect(council.names.get('ori')).toBe('Other disclosable interest')
    expect(council.kinds.map((kind) => kind.id)).toEqual(['dpi', 'ori', 'nri', 'transparency', 'arrears'])
  })

  test('can be lighter or stricter where statute does not decide', () => {
    const own = ownKinds.parse({
      nri: { bars: 'nothing' },
      affected: { name: 'Affected interest', notifies: true },
    })
    expect(problemsOf(own, 'england')).toEqual([])
    const council = code('england', own)
    const [nri, affected] = [kindOf(council, 'nri'), kindOf(council, 'affected')]
    expect(nri && effectOf(nri, council)).toMatchObject({ speaking: 'yes', mayVote: true, mustLeave: false })
    expect(affected && startsNotification(affected, 'neither')).toBe(true)
  })

  test.each([
    [{ dpi: { bars: 'vote' } }, 'england', [{ code: 'statutory', kind: 'dpi' }]],
    [{ dpi: false }, 'england', [{ code: 'statutory', kind: 'dpi' }]],
    [{ prejudicial: { bars: 'nothing' } }, 'wales', [{ code: 'statutory', kind: 'prejudicial' }]],
    [{ dpi: 'DPI' }, 'wales', [{ code: 'other-nation', kind: 'dpi' }]],
    [{ dpi: 'DPI' }, 'england', []],
  ] as const)('%o in %s: %o', (own, nation, problems) => {
    expect(problemsOf(own, nation)).toEqual(problems)
  })
})

describe('telling the Monitoring Officer', () => {
  const calendar = holidayCalendar('england-and-wales', [])
  const until = (id: KindId, registration: 'registered' | 'pending' | 'neither' | undefined) => {
    const kind = kindOf(code('england'), id)
    return kind && notifyUntil(kind, registration, Temporal.PlainDate.from('2017-09-20'), calendar)
  }

  test('is due within 28 days beginning with the day of the disclosure, which is the first', () => {
    const end = until('dpi', 'neither')
    expect(end?.lastDay.toString()).toBe('2017-10-17')
    expect(end?.period).toMatchObject({
      length: 28,
      start: 'beginning-with',
      source: 'Localism Act 2011 s31(3)',
    })
  })

  test.each([
    ['dpi', 'registered', false],
    ['dpi', 'pending', false],
    ['dpi', 'neither', true],
    ['dpi', undefined, true],
    ['ori', 'neither', false],
    ['arrears', 'neither', false],
  ] as const)('%s, %s: %s', (id, registration, starts) => {
    expect(until(id, registration) !== undefined).toBe(starts)
  })
})

describe('a party whip', () => {
  test.each([
    ['england', undefined, true, true],
    ['england', false, false, true],
    ['wales', undefined, true, false],
    ['wales', false, true, false],
    ['scotland', undefined, false, true],
    ['scotland', true, true, true],
  ] as const)('%s, set to %s: asked %s, may vote %s', (nation, set, asks, mayVote) => {
    const council = code(nation, {}, true, set)
    expect(council.whip.asks).toBe(asks)
    expect(whipEffect(council)).toMatchObject({ speaking: 'yes', mayVote, mustLeave: false })
  })
})

test('a member is asked about each item once, and only about later ones again', () => {
  const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
  expect(itemsToAsk(items, undefined)).toEqual(items)
  expect(itemsToAsk(items, { itemIds: ['a', 'b', 'gone'] })).toEqual([{ id: 'c' }])
  expect(itemsToAsk(items, { itemIds: ['c', 'b', 'a'] })).toEqual([])
})
