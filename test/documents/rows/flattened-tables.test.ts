import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readText } from '../../../src/documents/formats/text.ts'
import type { PaperEntry } from '../../../src/documents/record.ts'
import { entriesOf } from '../../../src/documents/records/rows/rows-of-document.ts'
import { bytesOf, firstOf } from '../papers.ts'

function tracker(text: string): PaperEntry[] {
  return entriesOf(readText(bytesOf(text)).pages.flat(), 'tracker').map(({ value }) => value)
}

describe('tables that a text shows one cell after the other', () => {
  const sheet = `Ports Scrutiny Committee

Action Sheet

Meeting Date

Action to be Taken

By Whom

Response / Update

Status

4 May 2026

Item 5: Ferries

Members to have the number of late
sailings.

Head of Ports

Late: 2024 - 61; 2025 - 88.

Complete

Item 7: Piers

Write to the owner of the pier.

Chair

Ongoing

9 June 2026

Item 4: Toilets

Come back with the cost of card readers.

Head of Leisure

Too dear. Members heard so on 3 July.

Complete
`

  test('a date stands once for its rows, and an empty cell leaves no trace', async () => {
    const document = await firstOf(sheet)
    expect(document).toMatchObject({ kind: 'tracker', title: 'Action Sheet' })
    expect(document.entries).toEqual([
      {
        date: '2026-05-04',
        origin: 'Item 5: Ferries',
        recommendation: 'Members to have the number of late sailings.',
        owner: 'Head of Ports',
        update: 'Late: 2024 - 61; 2025 - 88.',
        status: 'Complete',
      },
      {
        date: '2026-05-04',
        origin: 'Item 7: Piers',
        recommendation: 'Write to the owner of the pier.',
        owner: 'Chair',
        status: 'Ongoing',
      },
      {
        date: '2026-06-09',
        origin: 'Item 4: Toilets',
        recommendation: 'Come back with the cost of card readers.',
        owner: 'Head of Leisure',
        update: 'Too dear. Members heard so on 3 July.',
        status: 'Complete',
      },
    ])
  })

  test('a person is asked where cells are missing or hold several paragraphs', async () => {
    expect((await firstOf(sheet)).doubts).toEqual([
      expect.objectContaining({ code: 'by-layout', field: 'entries' }),
    ])
  })

  test('lines without white space between them, where a cell or a head takes two', () => {
    expect(
      tracker(`ROLLING ACTION LOG
No.
Date
Report title
Action
Action owner
Expected completion
date
Status
1
10 September 2026
Leisure centres
To send members the figures
for the last three years.
Head of Leisure
October 2026
Closed
2
10 September 2026
Road safety
To arrange a visit to Mill Lane.
Service Manager - Roads
December 2026
Open
`),
    ).toEqual([
      {
        number: '1',
        date: '2026-09-10',
        title: 'Leisure centres',
        recommendation: 'To send members the figures for the last three years.',
        owner: 'Head of Leisure',
        due: 'October 2026',
        status: 'Closed',
      },
      {
        number: '2',
        date: '2026-09-10',
        title: 'Road safety',
        recommendation: 'To arrange a visit to Mill Lane.',
        owner: 'Service Manager - Roads',
        due: 'December 2026',
        status: 'Open',
      },
    ])
  })
})

test('whichever cells are empty, those that are there go into their own fields', () => {
  const row = fc.record({
    recommendation: fc
      .array(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 4, maxLength: 20 })
      .map((words) => `To ${words.join(' ')}.`),
    owner: fc.option(fc.constantFrom('Head of Ports', 'Clerk', 'Legal Services'), { nil: undefined }),
    due: fc.option(fc.constantFrom('2027-05-04', '2027-06-09'), { nil: undefined }),
    status: fc.option(fc.constantFrom('Complete', 'Ongoing', 'Not started'), { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 10 }), (rows) => {
      const text = rows
        .flatMap(({ recommendation, owner, due, status }, at) => [
          `${at + 1}`,
          recommendation,
          owner,
          due,
          status,
        ])
        .filter((cell) => cell !== undefined)
      const head = ['No', 'Action', 'Owner', 'Target date', 'Status']
      expect(tracker([...head, ...text].join('\n\n'))).toEqual(
        rows.map((one, at) => ({
          number: `${at + 1}`,
          ...Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)),
        })),
      )
    }),
  )
})

test('the heads of all columns in one block, above cells that stand apart', async () => {
  const { entries } = await firstOf(`Work Programme for Scrutiny 2026/27

Ports Panel

Meeting Date
Topic
Lead Officer
Notes

9 June 2026

Ferry fares

Head of Ports

Petition

8 September 2026

Piers

Engineer

Yearly
`)
  expect(entries).toEqual([
    { meetingDate: '2026-06-09', title: 'Ferry fares', owner: 'Head of Ports', comments: 'Petition' },
    { meetingDate: '2026-09-08', title: 'Piers', owner: 'Engineer', comments: 'Yearly' },
  ])
})
