import { describe, expect, test } from 'vitest'
import { firstOf } from '../papers.ts'
import { brief } from './brief.ts'

const heading = 'HARBOUR PANEL\n\nAGENDA\n\nThursday 4 March 2027\n\n'

describe('a table of items', () => {
  test('has its titles in one column, also where they wrap', async () =>
    expect(
      brief(
        await firstOf(
          `${heading}Item   Title                               Lead              Time\n1.     Welcome and apologies               Chair             10.00\n2.     Update on the harbour               Jo Smith,         10.05\n       wall and its stones                 Director\n3.     Any other business                  All               11.55\n`,
        ),
      ),
    ).toEqual([
      '1|Welcome and apologies',
      '2|Update on the harbour wall and its stones',
      '3|Any other business',
    ]))

  test('says below a title what is no title: a sentence, what an item is for, a day', async () =>
    expect(
      brief(
        await firstOf(
          `${heading}Item    Title                                              Pages\n1       Welcome                                            1\n2       Minutes of the Panel of 7 January and of           3 - 9\n        the Dredging Group\n3       Annual report                                      11 - 40\n        The figures of the outer\n        harbour came late.\n4       Lease of the pier                                  41 - 47\n        Not for publication under paragraph 3.\n5       Date of next meeting\n        6 May 2027\n`,
        ),
      ),
    ).toEqual([
      '1|Welcome',
      '2|Minutes of the Panel of 7 January and of the Dredging Group',
      '3|Annual report',
      '4|Lease of the pier',
      '5|Date of next meeting',
    ]))

  test('may begin with the time of each item', async () =>
    expect(
      brief(
        await firstOf(
          `${heading}Time     Item                                    Lead\n10.00    1. Welcome and apologies                Chair\n10.05    2. Update on the harbour                Jo Smith\n            wall and its stones\n10.30    3. Any other business                   All\n`,
        ),
      ),
    ).toEqual([
      '1|Welcome and apologies',
      '2|Update on the harbour wall and its stones',
      '3|Any other business',
    ]))

  test('of decisions keeps the decision out of the title, and its clauses are no items', async () => {
    const decisions = await firstOf(
      'Cabinet - Record of Decisions\n\n4 March 2027\n\nItem\tTopic\tDecision\n5\tHarbour dues\tRESOLVED:\n\t\t1. That they rise.\n\t\t2. That all be told.\n6\tPier (Exempt)\tRESOLVED: That it be let.\n',
    )
    expect(decisions.kind).toBe('decisions')
    expect(decisions.items).toEqual([
      { number: '5', title: 'Harbour dues' },
      { number: '6', title: 'Pier (Exempt)', exempt: true },
    ])
  })
})

describe('lettered parts of an item', () => {
  test('are items where papers are given for them', async () => {
    const { items } = await firstOf(
      `${heading}3. MINUTES\n   (a) Harbour Panel of 4 January (Pages 5 - 12)\n   (b) Quay Group of 6 January (Pages 13 - 16)\n\n4. DUES (Pages 17 - 20)\n`,
    )
    expect(items?.map(({ number, pages }) => [number, pages])).toEqual([
      ['3', undefined],
      ['3a', '5-12'],
      ['3b', '13-16'],
      ['4', '17-20'],
    ])
  })

  test('are a list where none are', async () =>
    expect(
      brief(
        await firstOf(
          `${heading}3. To receive reports:\na. County Councillor\nb. Police\n\n4. Dues (Pages 17 - 20)\n`,
        ),
      ),
    ).toEqual(['3|To receive reports', '4|Dues']))
})

test('an item that was taken early keeps its number and its place', async () => {
  const minutes = await firstOf(
    'MINUTES of the Harbour Panel held on 7 January 2027\n\nPresent: Councillors Ash and Birch\n\n1. Apologies\n\nNone.\n\n2. Interests\n\nNone.\n\n7. Dredging\n\nThe points were:\n\n1. It is dear.\n2. It is slow.\n\n3. Minutes\n\nAgreed.\n\n4. Dues\n\nNoted.\n\n5. Walls\n\nNoted.\n\n6. Quay\n\nNoted.\n\n8. Close\n\n4 pm.\n',
  )
  expect(minutes.items?.map(({ number }) => number)).toEqual(['1', '2', '7', '3', '4', '5', '6', '8'])
})

describe('pages of an item', () => {
  test.each([
    ['(Pages 7 - 28)', '7-28'],
    ['[pages 7 to 28]', '7-28'],
    ['Pages 7 – 28', '7-28'],
    ['pp. 7-28', '7-28'],
    ['(Page Nos. 7 to 28)', '7-28'],
    ['Page No: 7', '7'],
    ['(Pages 7 & 8)', '7-8'],
    ['(Pages 7 - 28 and 31 - 40)', '7-28, 31-40'],
    ['(report attached, pages 7-28)', '7-28'],
    ['Page(s) 7 - 28', '7-28'],
    ['(Pages A7 - A28)', 'A7-A28'],
    ['(Pages 1,007 - 1,028)', '1007-1028'],
    ['PDF 120 KB (Pages 7 - 28)', '7-28'],
  ])('%s', async (printed, pages) => {
    for (const between of [' ', '\n']) {
      const { items } = await firstOf(
        `${heading}1. Apologies\n\n2. Bus lanes${between}${printed}\n\nTo note.\n`,
      )
      expect(items?.[1]).toEqual({ number: '2', title: 'Bus lanes', pages })
    }
  })

  test.each(['(see page 17)', 'P5/Q2', '(2026 - 2027)', '(ages 5-11)'])('%s are none', async (words) => {
    const { items } = await firstOf(`${heading}1. Apologies\n\n2. Schools ${words}\n\nTo note.\n`)
    expect(items?.[1]).toEqual({ number: '2', title: `Schools ${words}` })
  })
})
