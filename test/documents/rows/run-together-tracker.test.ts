import { expect, test } from 'vitest'
import { firstOf } from '../papers.ts'

test('rows whose cells ran together: a number and a date first, who and how far last, and a person is asked', async () => {
  const document = await firstOf(`Action Log
Ports Scrutiny Panel

No. Date Action Owner Status
1 12/01/2027 Send round the note on damp Head of Ports Complete
2 12/01/2027 Report back on the waits at the
next meeting Ann Boyce Ongoing
3 09/02/2027 Ask the harbour group to come Scrutiny Officer In progress
`)
  expect(document.entries).toEqual([
    {
      number: '1',
      date: '2027-01-12',
      recommendation: 'Send round the note on damp',
      owner: 'Head of Ports',
      status: 'Complete',
    },
    {
      number: '2',
      date: '2027-01-12',
      recommendation: 'Report back on the waits at the next meeting',
      owner: 'Ann Boyce',
      status: 'Ongoing',
    },
    {
      number: '3',
      date: '2027-02-09',
      recommendation: 'Ask the harbour group to come',
      owner: 'Scrutiny Officer',
      status: 'In progress',
    },
  ])
  expect(document.doubts).toEqual([expect.objectContaining({ code: 'by-layout', field: 'entries' })])
})
