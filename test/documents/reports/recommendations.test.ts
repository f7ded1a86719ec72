import { describe, expect, test } from 'vitest'
import { firstOf } from '../papers.ts'

const front = `Report title: Ferries
Report to: Cabinet
Date of meeting: 4 March 2027
Wards affected: All
Key decision: No
Report author: Ann Boyce

1. Purpose of report

1.1 To tell Cabinet of the ferries and what was recommended before.
`

async function recommended(text: string): Promise<unknown> {
  const document = await firstOf(`${front}\n${text}\n`)
  expect(document.kind).toBe('report')
  expect(document).not.toHaveProperty('resolutions')
  return document.recommendations
}

describe('what a report recommends', () => {
  test.each([
    [
      'one a paragraph',
      '2. Recommendations\n\n2.1 That the fares be held.\n\n2.2 That the boats be\npainted.\n\n3. Background\n\n3.1 The boats are old.',
      [
        { label: '2.1', text: 'That the fares be held.' },
        { label: '2.2', text: 'That the boats be painted.' },
      ],
    ],
    [
      'a list under a lead-in',
      'RECOMMENDATION(S)\n\nIt is recommended that Cabinet:\n\n(a) holds the fares;\n(b) paints the boats.\n\nREASONS FOR RECOMMENDATION(S)\n\nThey are dear.',
      [
        { label: 'a', text: 'holds the fares;' },
        { label: 'b', text: 'paints the boats.' },
      ],
    ],
    [
      'a list in a list',
      'Recommendations\n\nThe Committee is asked to:\n\n1. note the fares\n2. recommend to Cabinet that\na) the boats be painted\nb) the pier be mended\n3. thank the crew\n\nBackground\n\nThe boats are old.',
      [
        { label: '1', text: 'note the fares' },
        { label: '2', text: 'recommend to Cabinet that' },
        { label: '2a', text: 'the boats be painted' },
        { label: '2b', text: 'the pier be mended' },
        { label: '3', text: 'thank the crew' },
      ],
    ],
    [
      'one without a number',
      'Proposed decision\n\nThe Committee is asked to note the fares and the state of the boats.\n\nReasons for decision\n\nNone.',
      [{ label: '', text: 'The Committee is asked to note the fares and the state of the boats.' }],
    ],
    [
      'bullets',
      'Recommendations\n\nMembers are asked to:\n\n• note the fares\n• visit the boats\n\nImplications\n\nNone.',
      [
        { label: '', text: 'note the fares' },
        { label: '', text: 'visit the boats' },
      ],
    ],
    [
      'on the line of the word',
      'RECOMMENDATION: That the fares be noted.\n\nBackground\n\nThe boats are old.',
      [{ label: '', text: 'That the fares be noted.' }],
    ],
    [
      'under a numbered paragraph that leads in',
      '2. Recommendations\n\n2.1 It is recommended that Cabinet:\n\n(a) holds the fares; and\n(b) paints the boats.\n\n3. Reasons\n\n3.1 They are dear.',
      [
        { label: '2.1a', text: 'holds the fares; and' },
        { label: '2.1b', text: 'paints the boats.' },
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await recommended(text)).toEqual(expected)
  })

  test.each([
    [
      'a report that recommends nothing',
      '2. Background\n\n2.1 The committee recommended in May that fares be held.',
    ],
    ['recommendations that are none', 'Recommendations\n\nNone\n\nBackground\n\nThe boats are old.'],
  ])('%s', async (_, text) => {
    expect(await recommended(text)).toBeUndefined()
  })
})
