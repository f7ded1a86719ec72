import { expect, test } from 'vitest'
import { dateIn } from '../../src/documents/records/phrases/dates.ts'
import { timeIn } from '../../src/documents/records/phrases/times.ts'

test.each([
  ['Wednesday 20 September 2017', '2017-09-20'],
  ['Wednesday, 20th September, 2017', '2017-09-20'],
  ['THURSDAY, 24 SEPTEMBER 2015', '2015-09-24'],
  ['the 8th May 2007', '2007-05-08'],
  ['1st of June 2026', '2026-06-01'],
  ['Weds 3 Feb 2027', '2027-02-03'],
  ['TUESDAY MARCH 2ND 2010', '2010-03-02'],
  ['January 20, 2027', '2027-01-20'],
  ['13/10/2008 10:00:00 AM', '2008-10-13'],
  ['20.09.17', '2017-09-20'],
  ['2027-01-20', '2027-01-20'],
  ['Held on 29 February 2028 in the hall', '2028-02-29'],
])('%s is %s', (text, date) => {
  expect(dateIn(text)?.date).toBe(date)
})

test.each([
  ['31 February 2027'],
  ['29 February 2027'],
  ['Wednesday 20 September'],
  ['September 2017'],
  ['paragraph 1.2.3'],
  ['Tel 01752 304570'],
  ['99/99/2020'],
  ['2017/18'],
])('%s is no date of a day', (text) => {
  expect(dateIn(text)).toBeUndefined()
})

test.each([
  ['10 am', '10:00'],
  ['2.00pm', '14:00'],
  ['10.30 a.m.', '10:30'],
  ['5.20 p.m.', '17:20'],
  ['12 noon', '12:00'],
  ['midday', '12:00'],
  ['12.15 am', '00:15'],
  ['12.15 pm', '12:15'],
  ['14:00', '14:00'],
  ['1430 hours', '14:30'],
  ['@ 7.30pm', '19:30'],
  ['7 for 7.30pm', '19:30'],
  ['6.30 pm for 7 pm', '19:00'],
  ['10.00 - 11.30 am', '10:00'],
  ['11.00 to 1.00 pm', '11:00'],
  ['10.00am - 12.30pm', '10:00'],
  ['10:00:00 AM', '10:00'],
])('%s begins at %s', (text, time) => {
  expect(timeIn(text)?.time).toBe(time)
})

test.each([['£14.50'], ['paragraph 10.3'], ['25:70'], ['20 September 2017'], ['Room 10']])(
  '%s is no time',
  (text) => {
    expect(timeIn(text)).toBeUndefined()
  },
)

test('a time without its half of the day is taken only where a label stands and only one half is possible', () => {
  expect(timeIn('10.30')).toBeUndefined()
  expect(timeIn('10.30', true)?.time).toBe('10:30')
  expect(timeIn('14.00', true)?.time).toBe('14:00')
  expect(timeIn('2.30', true)).toBeUndefined()
})
