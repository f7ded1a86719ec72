import { describe, expect, test } from 'vitest'
import type { PaperItem } from '../../../src/documents/record.ts'
import { firstOf } from '../papers.ts'

async function itemsOf(business: string): Promise<PaperItem[]> {
  return (await firstOf(`AGENDA\n\nHealth Panel\n\nThursday 20 May 2027\n\n${business}`)).items ?? []
}

const brief = (items: PaperItem[]): string[] =>
  items.map((item) => `${item.number}|${item.title}|${item.pages ?? ''}`)

describe('numbers, titles and page ranges', () => {
  test.each([
    [
      'pages on the line of the title',
      '1. Apologies\n\n2. Bus lanes (Pages 7 - 28)\n\nTo consider.\n',
      ['1|Apologies|', '2|Bus lanes|7-28'],
    ],
    [
      'pages on the line below',
      '1. Apologies\n\n2. Bus lanes\n(Pages 7 - 28)\n',
      ['1|Apologies|', '2|Bus lanes|7-28'],
    ],
    [
      'pages after a gap',
      '1. Apologies\n\n2. Bus lanes\n\n(Pages 7 – 28)\n',
      ['1|Apologies|', '2|Bus lanes|7-28'],
    ],
    ['one page', '1. Apologies\n2. Bus lanes (Page 7)\n', ['1|Apologies|', '2|Bus lanes|7']],
    [
      'pages in the middle of a title',
      '1. Apologies\n\n2. **Bus lanes in** (Pages 7 - 28) **the old town**\n',
      ['1|Apologies|', '2|Bus lanes in the old town|7-28'],
    ],
    [
      'pages at the end of the first line of the description',
      '1. Apologies\n\n2. Bus lanes\nTo note the outcome of the work of the group on (Pages 7 - 28)\nbus lanes\n',
      ['1|Apologies|', '2|Bus lanes|7-28'],
    ],
    [
      'a column of pages',
      'Item                          Page\n1. Apologies\n2. Bus lanes                  7 - 28\n3. Parking                    29 - 30\n',
      ['1|Apologies|', '2|Bus lanes|7-28', '3|Parking|29-30'],
    ],
    [
      'the number on a line of its own',
      'Items\nNo. Item\n\n1.\n\nApologies\n\nTo receive apologies.\n\n2.\n\nBus lanes PDF 130 KB\n\nAdditional documents:\n',
      ['1|Apologies|', '2|Bus lanes|'],
    ],
    [
      'letters',
      '5. Budget\n\n5a. Capital\n\n5b. Revenue\n\n6. Close\n',
      ['5|Budget|', '5a|Capital|', '5b|Revenue|', '6|Close|'],
    ],
    [
      'parts A and B',
      'A1. Apologies\n\nA2. Minutes\n\nB1. Bus lanes\n',
      ['A1|Apologies|', 'A2|Minutes|', 'B1|Bus lanes|'],
    ],
    [
      'the year with the number',
      '23/11. Apologies\n\n23/12. Bus lanes\n',
      ['23/11|Apologies|', '23/12|Bus lanes|'],
    ],
    [
      'minute numbers',
      '2709. Police Report\n2710. Public Forum\n2711. Accounts for payment:-\n  Plants\n',
      ['2709|Police Report|', '2710|Public Forum|', '2711|Accounts for payment|'],
    ],
    ['no full stop', '1  Apologies\n\n2  Bus lanes\n', ['1|Apologies|', '2|Bus lanes|']],
    [
      'a title that begins with a number',
      '1. Apologies\n\n2. 20 mph zones\n',
      ['1|Apologies|', '2|20 mph zones|'],
    ],
    [
      'a wrapped title',
      '1. Apologies\n\n2. Establishing a partnership with the harbour board to\ndeliver lifeguards\n\nTo consider the report.\n',
      ['1|Apologies|', '2|Establishing a partnership with the harbour board to deliver lifeguards|'],
    ],
    [
      'reports to follow',
      '1. Apologies\n\n2. Bus lanes - report to follow\n\n3. Parking (to follow)\n',
      ['1|Apologies|', '2|Bus lanes|', '3|Parking|'],
    ],
    [
      'a list beside the title',
      '1.   Apologies\n\n2.   Finance -   Insurance\n                Hall fees\n\n3.   Close\n',
      ['1|Apologies|', '2|Finance|', '3|Close|'],
    ],
  ])('%s', async (_, business, wanted) => {
    expect(brief(await itemsOf(business))).toEqual(wanted)
  })
})

test('questions and paragraphs numbered inside an item are not items', async () => {
  const items = await itemsOf(`1. Apologies

2. Public questions
Written questions:
1. Written public questions must be received by 5 pm.
2. Any person may send up to three questions.
3. Replies will be published.
Statements:
1. Statements must be received by noon.

3. Minutes

4. Bus lanes
`)
  expect(brief(items)).toEqual(['1|Apologies|', '2|Public questions|', '3|Minutes|', '4|Bus lanes|'])
})

test('the description is no part of the title', async () => {
  const items = await itemsOf(`1. Declarations of Interest
Members will be asked to declare.

2. Call-in
The Panel is asked to consider the call-in.

3. Bus lanes
Report of the Director of Streets.
`)
  expect(items.map((item) => item.title)).toEqual(['Declarations of Interest', 'Call-in', 'Bus lanes'])
})

test('addresses, dates and times that begin with a number are not items', async () => {
  const items = await itemsOf(`70 Quay Street, Wexbourne
20 May 2027
10 am

1. Apologies

2. Bus lanes
`)
  expect(items.map((item) => item.number)).toEqual(['1', '2'])
})

test('a page without numbers gives its titles with none', async () => {
  const page = await firstOf(`Health Panel - Thursday, 20th May, 2027 5.00 pm, NEW

No. Item

Apologies and Named Substitutes

Declarations of Interest

Members should declare.

Minutes pdf icon PDF 436 KB

The minutes of 14th March 2027.

Bus Lanes Report
`)
  expect(page.items).toEqual(
    ['Apologies and Named Substitutes', 'Declarations of Interest', 'Minutes', 'Bus Lanes Report'].map(
      (title) => ({ number: '', title }),
    ),
  )
})

describe('closed items', () => {
  test('under a heading for the closed part', async () => {
    const items = await itemsOf(`PART I - open

1. Apologies

2. Exclusion of the press and public

PART II - PRIVATE MEETING

3. Lease of the pier
(Pages 9 - 12)
`)
    expect(items.map((item) => item.exempt)).toEqual([undefined, undefined, true])
  })

  test('by their own words, wholly or in part', async () => {
    const items = await itemsOf(`1. Apologies

2. Lease of the pier
This report is not for publication under paragraph 3 of Schedule 12A.

3. Waste
Part of this item is restricted under paragraph 3 of Schedule 12A.

4. Parking
`)
    expect(items).toEqual([
      { number: '1', title: 'Apologies' },
      { number: '2', title: 'Lease of the pier', exempt: true, paragraph: '3' },
      { number: '3', title: 'Waste', exempt: true, part: true, paragraph: '3' },
      { number: '4', title: 'Parking' },
    ])
  })

  test('a closed part that is empty closes nothing', async () => {
    const items = await itemsOf('1. Apologies\n\nPART II: NIL\n\n2. Close\n')
    expect(items.every((item) => item.exempt === undefined)).toBe(true)
  })
})

describe('a supplement lists the items that it has papers for', () => {
  test.each([
    [
      'however far apart they are',
      'Agenda item 4 - Budget 2027/28 (pages 3 - 60)\n\nAppendix C - Equality impact\n\nAgenda item 19 - Lease of the pier (pages 61 - 72)\n',
      ['4|Budget 2027/28', '19|Lease of the pier'],
    ],
    [
      'under the head of a table',
      'Agenda Item No.   Title                               Pages\n6a                Dredging: tabled amendment           1 - 2\n6b                Dredging: officer note               3\n12                Questions from the public            5 - 9\n',
      ['6a|Dredging: tabled amendment', '6b|Dredging: officer note', '12|Questions from the public'],
    ],
    [
      'by the numbers of planning applications',
      'Item 5 – 26/00123/FUL: Mill Lane\n\nTwo further letters were received.\n\nItem 7 – 26/00456/OUT: Quay Street\n\nThe objection was withdrawn.\n',
      ['5|26/00123/FUL: Mill Lane', '7|26/00456/OUT: Quay Street'],
    ],
  ])('%s', async (_, business, wanted) => {
    const supplement = await firstOf(
      `SUPPLEMENTARY AGENDA\n\nHarbour Panel\n\nThursday 4 March 2027\n\nThe following papers were not available when the agenda was published:\n\n${business}`,
    )
    expect(supplement.kind).toBe('supplement')
    expect((supplement.items ?? []).map(({ number, title }) => `${number}|${title}`)).toEqual(wanted)
  })
})

test('a longer list inside one item is no run of items', async () => {
  const list = Array.from({ length: 9 }, (_, at) => `  ${at + 1}. 27/00${at} - ${at + 1} Quay Street`).join(
    '\n',
  )
  const agenda = await firstOf(
    `HARBOUR PANEL\n\nAGENDA\n\nThursday 4 March 2027\n\nP1/27 Apologies\nP2/27 Declarations of interest\nP3/27 Minutes\nP4/27 Planning applications\n${list}\nP5/27 Correspondence\n`,
  )
  expect((agenda.items ?? []).map(({ number, title }) => `${number}|${title}`)).toEqual([
    'P1/27|Apologies',
    'P2/27|Declarations of interest',
    'P3/27|Minutes',
    'P4/27|Planning applications',
    'P5/27|Correspondence',
  ])
})
