import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { compareMembership, sameCommittee, sameName, whyNotPublish } from '../../src/publications/rules.ts'
import type { PackFields } from '../../src/publications/types.ts'

describe('why a pack cannot be published', () => {
  const endsAt = Temporal.Instant.from('2017-09-20T11:00:00Z')
  const startsAt = endsAt.subtract({ hours: 2 })
  const openedAt = startsAt.subtract({ hours: 24 * 8 })
  const before = endsAt.subtract({ nanoseconds: 1 })
  const fields: PackFields = {
    committeeId: 'k',
    date: '2017-09-20',
    startTime: '10:00',
    venue: '',
    items: [{ number: '1', title: 'Apologies' }],
    publicAddress: '',
    opened: { date: '2017-09-12', time: '10:00' },
    online: undefined,
    convenedOn: undefined,
    publicCopyConfirmed: false,
  }
  const empty = { ...fields, items: [] }
  const confirmed = { ...fields, publicCopyConfirmed: true }
  const marks = { marks: 3 }

  test.each([
    ['nothing stands in the way until the planned end', fields, before, undefined, undefined],
    [
      'the meeting is over at its planned end',
      fields,
      endsAt,
      undefined,
      { code: 'meeting-over', date: '2017-09-20' },
    ],
    ['an agenda has an item', empty, before, undefined, { code: 'no-items' }],
    ['marks are answered for', fields, before, marks, { code: 'confirm-public-copy', marks: 3 }],
    ['marks that were answered for are no obstacle', confirmed, before, marks, undefined],
    ['a past date is said first', empty, endsAt, marks, { code: 'meeting-over', date: '2017-09-20' }],
  ])('%s', (_promise, given, now, mustConfirm, refusal) => {
    expect(whyNotPublish(given, { startsAt, endsAt }, openedAt, now, mustConfirm)).toEqual(refusal)
  })

  test('papers are opened before the meeting begins, at the latest with it', () => {
    const why = (opened: Temporal.Instant) =>
      whyNotPublish(fields, { startsAt, endsAt }, opened, before, undefined)
    expect(why(startsAt)).toBeUndefined()
    expect(why(startsAt.add({ minutes: 1 }))).toEqual({ code: 'opened-after-start' })
  })

  test('a meeting is not convened after its day', () => {
    const why = (convenedOn: string) =>
      whyNotPublish({ ...fields, convenedOn }, { startsAt, endsAt }, openedAt, before, undefined)
    expect(why('2017-09-20')).toBeUndefined()
    expect(why('2017-09-21')).toEqual({ code: 'convened-after-start' })
  })
})

describe('two names', () => {
  test.each([
    ['Aspinall', 'Mrs Pat Aspinall', true],
    ['J Ward', 'Jo Ward', true],
    ['J. Ward', 'Jo Ward', true],
    ['K Ward', 'Jo Ward', false],
    ['Jo Ward', 'Joanna Ward', true],
    ['Joan Ward', 'John Ward', false],
    ['Councillor Siân Prosser-Lowe', 'Sian Prosser-Lowe', true],
    ['Councillor the Lord Hartwick', 'Hartwick', true],
    ['Prof. Dr Anna Bell', 'Anna Bell', true],
    ['WARD', 'ward', true],
    ['Ward, Jo', 'Jo Ward', false],
    ['Jo Ward', 'Jo Warden', false],
    ['Dr Mensah-Boyd', 'Kofi Mensah Boyd', false],
    ['Mary Ann Ward', 'Ann Ward', true],
  ])('"%s" and "%s" are one person: %s', (one, other, same) => {
    expect(sameName(one, other)).toBe(same)
    expect(sameName(other, one)).toBe(same)
  })

  test('that say nobody are nobody in particular', () => {
    expect(sameName('Councillor', 'Jo Ward')).toBe(false)
    expect(sameName('', 'Jo Ward')).toBe(false)
    expect(sameName('Councillor', 'Mr')).toBe(false)
  })
})

describe('the members on the paper and in the seats', () => {
  test('agree when they are the same people under shorter names', () => {
    expect(compareMembership(['J Ward', 'Mrs Aspinall'], ['Jo Ward', 'Pat Aspinall'])).toEqual({
      onlyOnPaper: [],
      onlyInSeats: [],
    })
  })

  test('differ by who stands on one side only', () => {
    expect(compareMembership(['Jo Ward', 'Al New'], ['Jo Ward', 'Bo Old'])).toEqual({
      onlyOnPaper: ['Al New'],
      onlyInSeats: ['Bo Old'],
    })
  })

  test('say nothing of the seats when the paper lists nobody', () => {
    expect(compareMembership([], ['Jo Ward'])).toEqual({ onlyOnPaper: [], onlyInSeats: [] })
  })
})

describe('the committee on the paper', () => {
  test.each([
    ['Wellbeing & Care Scrutiny Committee', 'WELLBEING AND CARE SCRUTINY COMMITTEE', true],
    ['The Planning Panel', 'Planning Panel', true],
    ['Children’s Scrutiny', 'Children’s  Scrutiny', true],
    ['Health – Scrutiny (Joint)', 'Health Scrutiny Joint', true],
    ['Pwyllgor Craffu Tŷ', 'Pwyllgor Craffu Tŷ', true],
    ['Pwyllgor Craffu Tŷ', 'Pwyllgor Craffu Ty', true],
    ['Pwyllgor Craffu Tŷ', 'Pwyllgor Craffu T', false],
    ['Children’s Scrutiny', 'Childrens Scrutiny', true],
    ['', '', false],
    ['Children’s Scrutiny', "Children's Scrutiny", true],
    ['Health Scrutiny', 'Adult Scrutiny', false],
    ['', 'Planning Panel', false],
  ])('"%s" is "%s": %s', (one, other, same) => {
    expect(sameCommittee(one, other)).toBe(same)
    expect(sameCommittee(other, one)).toBe(same)
  })
})
