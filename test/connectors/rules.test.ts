import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  ahead,
  type Compared,
  daysToAsk,
  isOff,
  isToTell,
  looksClosed,
  nextLook,
  proposeForMeeting,
  proposeForPapers,
  standingOf,
} from '../../src/connectors/rules.ts'

const minutesUntil = (at: string, of: Partial<Parameters<typeof nextLook>[1]> = {}) => {
  const now = Temporal.Instant.from(at)
  const next = nextLook(now, { timeZone: 'Europe/London', failures: 0, chance: 0, ...of })
  return next.since(now).total('minutes')
}

describe('the next look', () => {
  test.each([
    ['by day', '2027-01-20T10:00:00Z', {}, 15],
    ['at night', '2027-01-20T23:00:00Z', {}, 60],
    ['at eight in the evening of a summer’s day', '2027-07-20T19:00:00Z', {}, 60],
    ['after a failure', '2027-01-20T10:00:00Z', { failures: 1 }, 30],
    ['after four', '2027-01-20T10:00:00Z', { failures: 4 }, 240],
    ['after very many', '2027-01-20T10:00:00Z', { failures: 400 }, 360],
    ['when the site asks for a day', '2027-01-20T10:00:00Z', { failures: 1, retryAfterMs: 86_400_000 }, 1440],
    ['with jitter', '2027-01-20T10:00:00Z', { chance: 0.6 }, 18],
  ])('%s', (_, at, of, minutes) => expect(minutesUntil(at, of)).toBe(minutes))

  test('is never sooner than a quarter of an hour, nor than the site asks, and never beyond eight hours unasked', () => {
    const at = fc
      .integer({ min: 0, max: 366 * 24 })
      .map((hours) => Temporal.Instant.from('2027-01-01T00:00:00Z').add({ hours }))
    const of = fc.record({
      failures: fc.nat(50),
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
      retryAfterMs: fc.option(fc.nat(20_000_000), { nil: undefined }),
    })
    fc.assert(
      fc.property(at, of, (now, given) => {
        const minutes = minutesUntil(now.toString(), given)
        const askedFor = (given.retryAfterMs ?? 0) / 60_000
        expect(minutes).toBeGreaterThanOrEqual(Math.max(15, askedFor) - 0.001)
        expect(minutes).toBeLessThanOrEqual(Math.max(8 * 60, askedFor * 1.34))
      }),
    )
  })
})

test('the clerks are told of a shield at once, and of what passes when it has not passed', () => {
  expect([1, 2, 3, 4].map((failures) => isToTell('refuses-programs', failures))).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect([1, 2, 3, 4].map((failures) => isToTell('too-slow', failures))).toEqual([false, false, true, true])
})

test.each([
  ['Confirmed', undefined],
  ['', undefined],
  ['Confirmed; Rescheduled from 24 September 2026', undefined],
  ['Provisional', undefined],
  ['Cancelled', 'cancelled'],
  ['CANCELLED - see website', 'cancelled'],
  ['Meeting canceled', 'cancelled'],
  ['Postponed', 'postponed'],
])('the status “%s” means %s', (status, off) => expect(isOff(status)).toBe(off))

test.each([
  ['Exempt Appendix 2', true],
  ['Report (Part B)', true],
  ['NOT FOR PUBLICATION Land sale', true],
  ['Minutes', false],
  ['Partnership report', false],
  ['Appendix 2', false],
])('the title “%s” is of a closed paper: %s', (title, closed) => expect(looksClosed(title)).toBe(closed))

const here = { date: '2027-03-04', startTime: '14:00', venue: 'Tide Room', state: 'scheduled' } as const
const onSite = {
  date: '2027-03-04',
  startTime: '14:00',
  venue: 'Tide Room, Civic Offices',
  status: 'Confirmed',
}
const before = { venue: 'Tide Room, Civic Offices', status: 'Confirmed' }

describe('what is asked about a meeting', () => {
  const asked = (changes: Partial<Compared>) =>
    proposeForMeeting({ onSite, here, before, ...changes }).map((it) => `${it.kind} ${it.what}`)

  test.each<[string, Partial<Compared>, string[]]>([
    ['the same here and there', {}, []],
    ['a room that is only written otherwise', { before: undefined }, []],
    ['not here', { here: undefined }, ['meeting meeting']],
    ['not here, and off', { here: undefined, onSite: { ...onSite, status: 'Cancelled' } }, []],
    ['cancelled there', { onSite: { ...onSite, status: 'Cancelled' } }, ['cancelled cancelled']],
    ['postponed there', { onSite: { ...onSite, status: 'Postponed' } }, ['cancelled postponed']],
    ['at another time', { onSite: { ...onSite, startTime: '15:00' } }, ['moved to 2027-03-04 15:00']],
    ['at a time that nobody understands', { onSite: { ...onSite, startTime: undefined } }, []],
    ['on another day', { onSite: { ...onSite, date: '2027-03-05' } }, ['moved to 2027-03-05 14:00']],
    ['in another room', { onSite: { ...onSite, venue: 'Staithe Room' } }, ['moved in Staithe Room']],
    ['cancelled here alone', { here: { ...here, state: 'cancelled' } }, []],
    [
      'cancelled here, and on again there',
      { here: { ...here, state: 'cancelled' }, before: { ...before, status: 'Cancelled' } },
      ['restored 2027-03-04 14:00'],
    ],
    [
      'postponed here, with a new day there',
      { here: { ...here, state: 'postponed' }, onSite: { ...onSite, date: '2027-04-01' } },
      ['moved to 2027-04-01 14:00'],
    ],
  ])('%s', (_, changes, kinds) => expect(asked(changes)).toEqual(kinds))

  test('is open when it is asked, and done when what is here is as it is there', () => {
    const dates = fc.constantFrom('2027-03-04', '2027-03-05')
    const anyHere = fc.option(
      fc.record({
        date: dates,
        startTime: fc.constantFrom('14:00', '15:00'),
        venue: fc.constantFrom('Tide Room', 'Staithe Room'),
        state: fc.constantFrom('scheduled' as const, 'cancelled' as const, 'postponed' as const),
      }),
      { nil: undefined },
    )
    const statuses = fc.constantFrom('Confirmed', 'Cancelled', 'Postponed')
    const venues = fc.constantFrom('Tide Room', 'Staithe Room', '')
    const any = fc.record({
      onSite: fc.record({
        date: dates,
        startTime: fc.constantFrom('14:00', undefined),
        venue: venues,
        status: statuses,
      }),
      here: anyHere,
      before: fc.option(fc.record({ venue: venues, status: statuses }), { nil: undefined }),
      isPublished: fc.boolean(),
      paperKeys: fc.constant(new Set<string>()),
    })
    fc.assert(
      fc.property(any, (compared) => {
        const proposals = proposeForMeeting(compared)
        for (const proposal of proposals) expect(standingOf(proposal, compared, '2027-03-01')).toBe('open')
        for (const proposal of proposals) expect(standingOf(proposal, compared, '2027-03-06')).toBe('gone')
        const { date, startTime = '14:00', venue } = compared.onSite
        const after = { ...compared, here: { date, startTime, venue, state: 'scheduled' as const } }
        for (const proposal of proposals.filter((it) => it.kind !== 'cancelled'))
          expect(standingOf(proposal, after, '2027-03-01')).toBe('done')
        expect(new Set(proposals.map((it) => `${it.kind} ${it.what}`)).size).toBe(proposals.length)
      }),
    )
  })
})

describe('what is asked about papers', () => {
  const page = 'https://democracy.example/ieListDocuments.aspx'
  const papers = [
    { key: 's1', title: 'Budget report' },
    { key: 'b2', title: 'Public questions' },
    { key: 'b3', title: 'Supplementary Agenda' },
    { key: 's4', title: 'Late report' },
  ]
  const asked = (known?: readonly string[], isPublished = false) =>
    proposeForPapers({ papers, packAddress: page, isPublished }, known && new Set(known)).map(
      (it) => `${it.kind} ${it.what}`,
    )

  test('with the agenda comes the pack, and what is called a supplement beside it', () =>
    expect(asked()).toEqual([`pack ${page}`, 'supplement b3']))

  test('of a meeting whose pack is published already, only the supplement', () =>
    expect(asked(undefined, true)).toEqual(['supplement b3']))

  test('afterwards, whatever is new', () =>
    expect(asked(['agenda', 's1', 'b3'])).toEqual(['supplement b2', 'supplement s4']))
})

test('of an answer that ignores the days asked for, the nearest sixty in those days are left', () => {
  const { from, to } = daysToAsk('2027-03-01')
  const days = fc
    .integer({ min: 0, max: 9_000 })
    .map((day) => Temporal.PlainDate.from('2006-01-01').add({ days: day }).toString())
  fc.assert(
    fc.property(fc.array(days, { maxLength: 200 }), (dates) => {
      const left = ahead(
        dates.map((date) => ({ date })),
        '2027-03-01',
      ).map((it) => it.date)
      const within = dates.filter((date) => date >= from && date <= to).toSorted()
      expect(left).toEqual(within.slice(0, 60))
    }),
  )
})
