import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { commandWords } from '../../src/apologies/command-words.en.ts'
import { readCommand } from '../../src/apologies/read-command.ts'
import { longDate, shortDate } from '../../src/calendar/words.en.ts'

/** Wednesday. */
const today = Temporal.PlainDate.from('2027-10-06')
const read = (text: string) => JSON.parse(JSON.stringify(readCommand(text, today, commandWords)))

describe('a day after /apologies', () => {
  test.each([
    ['11 Oct', '2027-10-11'],
    ['11 october', '2027-10-11'],
    ['11/10', '2027-10-11'],
    ['11.10.', '2027-10-11'],
    ['11/10/27', '2027-10-11'],
    ['11/10/2028', '2028-10-11'],
    ['2027-10-11', '2027-10-11'],
    ['11 October 2027', '2027-10-11'],
    ['Mon 11 Oct', '2027-10-11'],
    ['Monday, 11th October 2027', '2027-10-11'],
    ['the 11th of October', '2027-10-11'],
    ['Oct 11', '2027-10-11'],
    ['on 11 Oct', '2027-10-11'],
    ['the 11th', '2027-10-11'],
    ['5th', '2027-11-05'],
    ['31st', '2027-10-31'],
    ['5 October', '2028-10-05'],
    ['6 October', '2027-10-06'],
    ['29 Feb', '2028-02-29'],
    ['today', '2027-10-06'],
    ['tomorrow', '2027-10-07'],
    ['Thursday', '2027-10-07'],
    ['thurs', '2027-10-07'],
    ['Wednesday', '2027-10-06'],
    ['next Wednesday', '2027-10-13'],
    ['next Thursday', '2027-10-07'],
    ['this Friday', '2027-10-08'],
  ])('“%s” is %s', (said, day) => {
    expect(read(said)).toEqual({ wants: 'day', day })
  })
})

describe('days away', () => {
  test.each([
    ['away 3-20 October', '2027-10-03', '2027-10-20'],
    ['I am away 3–20 October', '2027-10-03', '2027-10-20'],
    ["I'm away from 8 to 20 Oct", '2027-10-08', '2027-10-20'],
    ['away 8 Oct to 2 November 2027', '2027-10-08', '2027-11-02'],
    ['away 20 December - 5 January', '2027-12-20', '2028-01-05'],
    ['away 20 December 2028 until 5 January 2029', '2028-12-20', '2029-01-05'],
    ['away 20 December to 5 January 2028', '2027-12-20', '2028-01-05'],
    ['away 8/10-20/10', '2027-10-08', '2027-10-20'],
    ['away 2027-10-08 to 2027-10-20', '2027-10-08', '2027-10-20'],
    ['away until 20 October', '2027-10-06', '2027-10-20'],
    ['away next week', '2027-10-11', '2027-10-17'],
    ['away this week', '2027-10-06', '2027-10-10'],
    ['away November', '2027-11-01', '2027-11-30'],
    ['away in', undefined, undefined],
    ['away Thursday to Saturday', '2027-10-07', '2027-10-09'],
    ['away 11 Oct', '2027-10-11', '2027-10-11'],
    ['3-20 October', '2027-10-03', '2027-10-20'],
  ])('“%s” is from %s to %s', (said, from, until) => {
    expect(read(said)).toEqual(
      from === undefined ? { wants: 'unknown', said } : { wants: 'away', days: { from, until } },
    )
  })
})

describe('other words after /apologies', () => {
  test.each([
    ['', { wants: 'form' }],
    ['  ', { wants: 'form' }],
    ['help', { wants: 'help' }],
    ['HELP', { wants: 'help' }],
    ['?', { wants: 'help' }],
    ['list', { wants: 'list' }],
    ['substitute', { wants: 'substitute' }],
    ['rules', { wants: 'rules' }],
    ['withdraw', { wants: 'withdraw' }],
    ['withdraw 11 Oct', { wants: 'withdraw', day: '2027-10-11' }],
    ['for <@U0JO|jo>', { wants: 'relay', member: { slackUserId: 'U0JO' } }],
    ['for <@U0JO|jo> 11 Oct', { wants: 'relay', member: { slackUserId: 'U0JO' }, day: '2027-10-11' }],
    ['for Winifred Oakapple', { wants: 'relay', member: { name: 'Winifred Oakapple' } }],
    ['for Cllr May Day tomorrow', { wants: 'relay', member: { name: 'Cllr May Day' }, day: '2027-10-07' }],
    ['for Jo Ward the 11th of October', { wants: 'relay', member: { name: 'Jo Ward' }, day: '2027-10-11' }],
  ])('“%s”', (said, wanted) => {
    expect(read(said)).toEqual(wanted)
  })

  test.each([
    '31 February',
    '30/13',
    'for',
    'withdraw everything',
    'for <@U0JO> when the cows come home',
    'away',
    'away 20-3 cucumbers',
    'my hospital appointment',
    '11',
    'helpp',
  ])('“%s” is either a day that there is, or not understood', (said) => {
    const found = read(said)
    if (said === '11') expect(found).toEqual({ wants: 'day', day: '2027-10-11' })
    else expect(found).toEqual({ wants: 'unknown', said })
  })
})

describe('whatever is typed', () => {
  test('is read without an error, and days never end before they begin', () => {
    const piece = fc.constantFrom(
      '3',
      '20',
      '31',
      '11/10',
      'oct',
      'february',
      '2027',
      '-',
      'to',
      'until',
      'away',
      'next',
      'week',
      'thursday',
      'for',
      '<@U1|x>',
      'withdraw',
      '–',
      '29',
      '2028-02-30',
      'tomorrow',
      '0',
      '99',
      'the',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 7 }).map((all) => all.join(' ')),
        ),
        (said) => {
          const found = readCommand(said, today, commandWords)
          if (found.wants === 'away')
            expect(Temporal.PlainDate.compare(found.days.from, found.days.until)).toBeLessThanOrEqual(0)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('a day as our own messages print it is that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (ahead) => {
        const day = today.add({ days: ahead })
        for (const said of [longDate(day), shortDate(day), day.toString(), `${day.day}/${day.month}`])
          expect(read(said)).toEqual({ wants: 'day', day: day.toString() })
      }),
    )
  })
})
