import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueInPrint } from '../../src/tracker/due-text-rules.ts'
import type { Due } from '../../src/tracker/types.ts'

const none: Due = { kind: 'none' }
const often: Due = { kind: 'recurrence', on: undefined }
const by = (on: string): Due => ({ kind: 'date', on, recurs: false })
const byAndOn = (on: string): Due => ({ kind: 'date', on, recurs: true })
const within = (from: string, on: string): Due => ({ kind: 'range', from, on })

describe('what a council printed under "When?"', () => {
  test.each<[printed: string, due: Due]>([
    // F26, seed 003
    ['Jan 2017 and ongoing', byAndOn('2017-01-31')],
    ['Summer 2016', within('2016-06-01', '2016-08-31')],
    ['Half Termly', often],
    // As the same paper prints them.
    ['Sum mer 2016', within('2016-06-01', '2016-08-31')],
    ['End Feb 2017', by('2017-02-28')],
    ['Dec 2016', by('2016-12-31')],
    ['Mar2017', by('2017-03-31')],
    ['January 2017', by('2017-01-31')],
    ['Jan –April 2017', within('2017-01-01', '2017-04-30')],
    ['Dec 2016 – April 2017', within('2016-12-01', '2017-04-30')],
    ['Jan and Feb 2017', within('2017-01-01', '2017-02-28')],
    ['Dec 2016 and termly', byAndOn('2016-12-31')],
    ['Jan 2017 Jan 2017', by('2017-01-31')],
    ['From Jan 2017 and ongoing', often],
    ['From Jan 2017 onwards', often],
    ['From Jan 2017', none],
    ['Dec 2017 Feb 2017', none],
    ['22/23 Feb and 1/2/7/9 March 2017', none],
    ['Phase 1 completed Phase 2 Mar 2017 (LOGI) version', none],
    ['Nov 16', none],
    // Elsewhere.
    ['30 June 2017', by('2017-06-30')],
    ['by Friday 30th June 2017', by('2017-06-30')],
    ['30/06/17', by('2017-06-30')],
    ['30.6.2017', by('2017-06-30')],
    ['2017-06-30', by('2017-06-30')],
    ['30-Jun-2017', by('2017-06-30')],
    ['30-Jun-17', by('2017-06-30')],
    ['31-Jun-17', none],
    ['Jun-17', none],
    ['31 June 2017', none],
    ['September 2017', by('2017-09-30')],
    ['End of February 2016', by('2016-02-29')],
    ['Q2 2017/18', within('2017-07-01', '2017-09-30')],
    ['Quarter 4 2017-18', within('2018-01-01', '2018-03-31')],
    ['Q2 2017', none],
    ['Winter 2017/18', within('2017-12-01', '2018-02-28')],
    ['2017/18', within('2017-04-01', '2018-03-31')],
    ['2018', within('2018-01-01', '2018-12-31')],
    ['1 May 2017 to 30 June 2017', within('2017-05-01', '2017-06-30')],
    ['30 June 2017 to 1 May 2017', none],
    ['End of March', none],
    ['Immediate', none],
    ['ASAP', none],
    ['Ongoing', often],
    ['On-going', often],
    ['Quarterly', often],
    ['Every six months', often],
    ['TBC', none],
    ['With effect from 1 April 2017', none],
    ['Once properly developed', { kind: 'event', happenedOn: undefined }],
    ['Before the 30 June', none],
    ['Summer Term 2016', none],
    ['', none],
    ['–', none],
  ])('"%s"', (printed, due) => {
    expect(dueInPrint(printed)).toEqual(due)
  })

  test('never gives a day whose year it did not print, whatever it prints', () => {
    const words = fc.constantFrom(
      ...[
        'Jan',
        'March',
        'Summer',
        'and',
        'ongoing',
        'Q3',
        '2016',
        '2017/18',
        '–',
        'end of',
        '16',
        '30',
        'from',
      ],
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), (parts) => {
        const printed = parts.join(' ')
        const due = dueInPrint(printed)
        const on = 'on' in due ? due.on : undefined
        if (on === undefined) return
        const from = due.kind === 'range' ? due.from : on
        expect(from <= on).toBe(true)
        expect(printed.includes(from.slice(0, 4))).toBe(true)
      }),
    )
  })

  test('gives the very day of any date that names one', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10)
          const [year, month, day] = iso.split('-').map(Number)
          expect(dueInPrint(`${day}/${month}/${year}`)).toEqual(by(iso))
          expect(dueInPrint(`by ${iso}`)).toEqual(by(iso))
        },
      ),
    )
  })
})
