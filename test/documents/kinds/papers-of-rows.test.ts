import { expect, test } from 'vitest'
import { firstOf } from '../papers.ts'

test.each([
  ['Recommendations of Scrutiny 2026/27 - Implementation', 'tracker'],
  ['Outstanding Actions', 'tracker'],
  ['Matters Arising', 'tracker'],
  ['Progress on resolutions', 'tracker'],
  ['Follow-up of recommendations', 'tracker'],
])('"%s" above rows with a status is a tracker', async (title, kind) => {
  const { kind: read } = await firstOf(`Ports Panel

${title}

Action                    Owner           Status
Mend the pier             Head of Ports   Open
Paint the clock           Clerk           Closed
`)
  expect(read).toBe(kind)
})

test.each([
  'Agenda plan updated 1 September 2026',
  'Scrutiny Work Plan',
  'Ports Panel: Forward Work Programme',
  'Notice of key decisions',
])('"%s" above dated topics is a work programme', async (title) => {
  const { kind } = await firstOf(`${title}

Meeting date      Item                  Lead officer
9 June 2026       Ferries               Ann Boyce
7 July 2026       Piers                 Bob Cardow
`)
  expect(kind).toBe('work-programme')
})

test('a paper without a name is a tracker where its rows plainly are those of one', async () => {
  const { kind } = await firstOf(`Ports Panel

Request that a list be sent
Officer: Head of Ports
Status: Closed

Request that the police come
Officer: Clerk
Status: Open

Request for a map
Officer: Clerk
Status: Open
`)
  expect(kind).toBe('tracker')
})

test('a report about a tracker is a report where the tracker is not in it', async () => {
  const { kind } = await firstOf(`Report of the Director of Resources

Ports Panel - 9 June 2026

Decision Tracking of Recommendations

Purpose of the Report

1. To tell members how far the open recommendations have come.

Recommendation

That the Panel note the report.
`)
  expect(kind).toBe('report')
})
