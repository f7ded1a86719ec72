import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countsForQuorum,
  isWorse,
  outlookOf,
  type QuorumRule,
  quorumForecast,
  quorumOf,
  type SeatOutlook,
} from '../../src/apologies/quorum-rules.ts'
import { quorumWords } from '../../src/apologies/quorum-words.en.ts'

const quarter: QuorumRule = {
  least: 3,
  fraction: { numerator: 1, denominator: 4 },
  base: 'wholeMembership',
  rounding: 'up',
  waitMinutes: 5,
}
const rule = (change: Partial<QuorumRule>): QuorumRule => ({ ...quarter, ...change })

describe('the quorum', () => {
  test.each<[string, Partial<QuorumRule>, { whole: number; held: number }, number, string]>([
    [
      'F15: the greater of three and a quarter of the whole membership',
      {},
      { whole: 11, held: 11 },
      3,
      'greater of 3 and a quarter of 11 seats, rounded up: 3',
    ],
    [
      'vacant seats stay in the whole membership',
      {},
      { whole: 16, held: 11 },
      4,
      'greater of 3 and a quarter of 16 seats: 4',
    ],
    [
      'or only the seats that are filled count',
      { base: 'current' },
      { whole: 16, held: 11 },
      3,
      'greater of 3 and a quarter of 11 seats that are filled, rounded up: 3',
    ],
    [
      'rounded down',
      { least: undefined, rounding: 'down' },
      { whole: 15, held: 15 },
      3,
      'a quarter of 15 seats, rounded down: 3',
    ],
    [
      'rounded to the nearest',
      { least: undefined, rounding: 'nearest' },
      { whole: 15, held: 15 },
      4,
      'a quarter of 15 seats, rounded to the nearest: 4',
    ],
    [
      'two fifths',
      { fraction: { numerator: 2, denominator: 5 } },
      { whole: 10, held: 9 },
      4,
      'greater of 3 and 2/5 of 10 seats: 4',
    ],
    [
      'one number alone',
      { fraction: undefined },
      { whole: 11, held: 11 },
      3,
      'the number that standing orders set',
    ],
    [
      'nobody is never a quorum',
      { least: undefined, rounding: 'down' },
      { whole: 3, held: 3 },
      1,
      'a quarter of 3 seats, rounded down: 1',
    ],
  ])('%s', (_, change, seats, number, working) => {
    const quorum = quorumOf(rule(change), seats)
    expect(quorum?.number).toBe(number)
    expect(quorum && quorumWords.working(quorum)).toBe(working)
  })

  test('is unknown where the committee has no rule', () => {
    expect(quorumOf(rule({ least: undefined, fraction: undefined }), { whole: 11, held: 11 })).toBeUndefined()
  })

  test('counts members and the co-optees who vote on everything', () => {
    expect(countsForQuorum({ kind: 'member', voting: 'always' })).toBe(true)
    expect(countsForQuorum({ kind: 'coOptee', voting: 'always' })).toBe(true)
    for (const voting of ['educationOnly', 'ifCommitteeDetermines', 'never'] as const)
      expect(countsForQuorum({ kind: 'coOptee', voting })).toBe(false)
    expect(countsForQuorum({ kind: 'substitute', voting: 'always' })).toBe(false)
  })
})

describe('the forecast', () => {
  const of11 = quorumOf(quarter, { whole: 11, held: 11 })
  const seats = (counts: Partial<Record<SeatOutlook, number>>) =>
    (Object.entries(counts) as [SeatOutlook, number][]).flatMap(([outlook, count]) =>
      Array.from({ length: count }, () => outlook),
    )
  const forecast = (counts: Partial<Record<SeatOutlook, number>>) => {
    if (!of11) throw new Error('there is a rule')
    return quorumForecast(of11, seats(counts))
  }

  test('F15: safe while eight or fewer of eleven are away, lost at the ninth', () => {
    for (let away = 0; away <= 11; away += 1) {
      expect(forecast({ away, coming: 11 - away }).state).toBe(away <= 8 ? 'certain' : 'lost')
      expect(forecast({ away, unanswered: 11 - away }).state).toBe(away <= 8 ? 'likely' : 'lost')
    }
  })

  test('names lateness and leaving early as risks, not as absences', () => {
    expect(forecast({ late: 2, coming: 2, away: 7 })).toMatchObject({
      state: 'certain',
      coming: 4,
      waitsForLate: true,
      endsWithEarly: false,
    })
    expect(forecast({ leavingEarly: 1, coming: 2, away: 8 })).toMatchObject({
      state: 'certain',
      waitsForLate: false,
      endsWithEarly: true,
    })
    expect(forecast({ late: 1, coming: 3, away: 7 })).toMatchObject({ waitsForLate: false })
  })

  test('says how many more can be away', () => {
    expect(forecast({ coming: 2, unanswered: 4, away: 5 })).toMatchObject({ state: 'likely', spare: 3 })
    expect(forecast({ coming: 2, away: 9 })).toMatchObject({ state: 'lost', spare: 0 })
  })

  const outlook = fc.constantFrom<SeatOutlook>(
    'coming',
    'late',
    'leavingEarly',
    'unanswered',
    'away',
    'vacant',
  )
  const committee = fc.record({
    seats: fc.array(outlook, { minLength: 1, maxLength: 30 }),
    least: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    denominator: fc.integer({ min: 2, max: 5 }),
    rounding: fc.constantFrom('up' as const, 'down' as const, 'nearest' as const),
    base: fc.constantFrom('wholeMembership' as const, 'current' as const),
  })
  const forecastFor = (
    of: typeof committee extends fc.Arbitrary<infer T> ? T : never,
    outlooks = of.seats,
  ) => {
    const held = of.seats.filter((it) => it !== 'vacant').length
    const quorum = quorumOf(
      {
        least: of.least,
        fraction: { numerator: 1, denominator: of.denominator },
        base: of.base,
        rounding: of.rounding,
        waitMinutes: 0,
      },
      { whole: of.seats.length, held },
    )
    if (!quorum) throw new Error('there is a rule')
    return quorumForecast(quorum, outlooks)
  }

  test('one more absence never makes it better, and one more who comes never worse', () => {
    fc.assert(
      fc.property(committee, fc.nat(), (of, place) => {
        const at = place % of.seats.length
        if (of.seats[at] === 'vacant') return
        const changed = (to: SeatOutlook) => of.seats.map((it, seat) => (seat === at ? to : it))
        const now = forecastFor(of).state
        expect(isWorse(now, forecastFor(of, changed('away')).state)).toBe(false)
        expect(isWorse(forecastFor(of, changed('coming')).state, now)).toBe(false)
      }),
    )
  })

  test('a substitute who has accepted never makes it worse', () => {
    fc.assert(
      fc.property(committee, (of) => {
        const away = of.seats.indexOf('away')
        if (away < 0) return
        const before = outlookOf('absent', false)
        const after = outlookOf('absent', true)
        const withOne = (to: SeatOutlook) => of.seats.map((it, seat) => (seat === away ? to : it))
        expect(isWorse(forecastFor(of, withOne(after)).state, forecastFor(of, withOne(before)).state)).toBe(
          false,
        )
      }),
    )
  })

  test('every seat is counted once, and certain means enough', () => {
    fc.assert(
      fc.property(committee, (of) => {
        const it = forecastFor(of)
        expect(it.coming + it.unanswered + it.away + it.vacant).toBe(of.seats.length)
        expect(it.state === 'certain').toBe(it.coming >= it.quorum.number)
        expect(it.state === 'lost').toBe(it.coming + it.unanswered < it.quorum.number)
      }),
    )
  })
})
