import { describe, expect, test } from 'vitest'
import { firstOf } from '../papers.ts'

const record = (rows: string): string => `WEXBOURNE BOROUGH COUNCIL

CABINET - RECORD OF DECISIONS

Meeting held on Thursday 4 March 2027

Present: Councillors Arkwell (Chair), Boyce and Cardow

${rows}

Signed: E Gale, Monitoring Officer
`

describe('decisions in a table with a row for each item', () => {
  test.each([
    [
      'with tabs',
      'Agenda Item\tTopic\tDecision\tCall-in?\n1.\tApologies\tThere were none.\tNo\n3.\tMinutes\tThat the minutes be signed.\tNo\n4.\tRoads\t(a) That the plan be approved. (b) That Elm Rise wait.\tYes',
    ],
    [
      'in Markdown',
      '| No. | Subject | Decision |\n|---|---|---|\n| 1 | Apologies | None. |\n| 3 | Minutes | That the minutes be signed. |\n| 4 | Roads | RESOLVED: (a) That the plan be approved. (b) That Elm Rise wait. |',
    ],
  ])('%s', async (_, rows) => {
    const { resolutions = [] } = await firstOf(record(rows))
    expect(resolutions).toEqual([
      { item: '3', text: 'That the minutes be signed.' },
      {
        item: '4',
        text: '(a) That the plan be approved. (b) That Elm Rise wait.',
        clauses: [
          { label: 'a', text: 'That the plan be approved.' },
          { label: 'b', text: 'That Elm Rise wait.' },
        ],
      },
    ])
  })

  test('cells that tell no decision', async () => {
    const { resolutions } = await firstOf(
      record(
        'Item\tSubject\tDecision\n1\tApologies\tThere were none.\n2\tInterests\tSee item 4.\n3\tQuestions\t-\n4\tRoads\tSee minutes',
      ),
    )
    expect(resolutions).toBeUndefined()
  })
})
