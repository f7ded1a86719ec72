import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { latenessOf, noticeByDay } from '../../src/publications/notice-rules.ts'
import { noticeWords } from '../../src/publications/notice-words.en.ts'
import { meetingOn, noticeFor } from './notices.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('the notice of papers', () => {
  test.each([
    ['opened in time (F1)', '2017-09-12', '2017-09-20', undefined, 'in-time'],
    ['one day short (F2)', '2017-09-13', '2017-09-20', undefined, 'late'],
    [
      'of a meeting convened at short notice, open from that day',
      '2017-09-15',
      '2017-09-20',
      '2017-09-15',
      'in-time',
    ],
    ['of such a meeting, opened before it was convened', '2017-09-14', '2017-09-20', '2017-09-15', 'in-time'],
    ['of such a meeting, opened a day later', '2017-09-18', '2017-09-20', '2017-09-15', 'late'],
    ['beyond the known holidays', '2028-12-18', '2029-01-10', undefined, 'not-certain'],
    ['beyond them, but convened in time', '2029-01-03', '2029-01-08', '2029-01-03', 'in-time'],
  ] as const)('%s', (_, opened, meeting, convened, state) => {
    const convenedOn = convened === undefined ? undefined : day(convened)
    expect(noticeFor(opened, meeting, { convenedOn }).state).toBe(state)
  })

  test('that is late names the latest lawful day, what follows, and that nothing is stopped', () => {
    const said = noticeWords.outcome(noticeFor('2017-09-13', '2017-09-20')).text
    expect(said).toContain('Short by 1 clear day')
    expect(said).toContain('The latest lawful publication is Tuesday 12 September 2017')
    expect(said).toContain('Publishing is not stopped')
    expect(said).toContain('s100B(4)(b)')
  })
})

describe('what is late about an item', () => {
  const meeting = meetingOn('2015-09-24')

  test.each([
    ['listed and reported in time', '2015-09-16', ['2015-09-16'], 'none'],
    [
      'listed in time, its report late (F3): not the same as a late item',
      '2015-09-16',
      ['2015-09-18'],
      'report-late',
    ],
    ['one of two reports late', '2015-09-16', ['2015-09-16', '2015-09-18'], 'report-late'],
    ['listed late: needs a ruling, whatever its report', '2015-09-18', ['2015-09-18'], 'item-late'],
    ['listed late without a report', '2015-09-18', [], 'item-late'],
  ] as const)('%s', (_, listed, reports, lateness) => {
    expect(
      latenessOf({ listedOn: day(listed), reportsOpenedOn: reports.map(day) }, noticeByDay(meeting)),
    ).toBe(lateness)
  })

  test('under the rule of Wales and Scotland three clear days are enough (F10)', () => {
    const item = { listedOn: day('2015-09-18'), reportsOpenedOn: [] }
    expect(latenessOf(item, noticeByDay({ ...meeting, rule: { ...meeting.rule, days: 3 } }))).toBe('none')
  })
})
