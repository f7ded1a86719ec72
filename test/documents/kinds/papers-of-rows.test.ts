import { describe, expect, test } from 'vitest'
import { firstOf, paperOf } from '../papers.ts'

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

describe('whatever stands above the rows and below them', () => {
  const tracker =
    'Ref\tMeeting\tAction\tLead officer / Member\tDeadline\tStatus\n1\t4 May 2026\tSend the map of drains\tAda Fenn\tJune 2026\tDone\n2\t4 May 2026\tWrite to the Minister\tJan Hobbs\tJuly 2026\tOpen\n3\t1 June 2026\tArrange a visit\tClerk\tAugust 2026\tOpen\n'
  const programme =
    'Date\tTopic\tCabinet Member\tLead Officer\tReport Author\n4 May 2026\tDrains\tCllr Frobe\tJan Hobbs\tJan Hobbs\n\tFerries\tCllr Frobe\tAda Fenn\tAda Fenn\n1 June 2026\tDepot\tCllr Nunn\tJan Hobbs\tJan Hobbs\n'

  test.each([
    [
      'tracker',
      `Ports Panel\n\n7 July 2026\n\nReport of the Head of Legal Services\n\nAction Tracker\n\n${tracker}`,
    ],
    [
      'tracker',
      `Ports Panel\nRecommendation Tracker\n\nReport to the meeting of 7 July 2026\n\n${tracker}\nNotes\n\n1.\tClosed.\n`,
    ],
    ['tracker', `Ports Panel\n7 July 2026\n\nWhat was asked of officers so far\n\n${tracker}`],
    [
      'tracker',
      `Meeting: Ports Panel\nDate: 7 July 2026\nTitle: Recommendation Tracker\nAuthor: Ada Fenn\n\n${tracker}`,
    ],
    [
      'work-programme',
      `Ports Panel\n\nWork Programme 2026/27\n\nContact: Ada Fenn, Lead Officer\n\n${programme}`,
    ],
    [
      'work-programme',
      `Report to: Ports Panel, 7 July 2026\n\nTopics of the year: report of the Clerk\n\n${programme}`,
    ],
    [
      'agenda',
      'Ports Panel\n\nTuesday 7 July 2026\n\n1  Apologies for absence\n2  Declarations of interest\n3  Action tracker   9 - 12\n4  Work programme   13 - 16\n',
    ],
    [
      'minutes',
      'Ports Panel\n\n4 May 2026\n\nCommittee members: Fenn, Hobbs\n\nPP1 Apologies\n\nCouncillor Nunn had sent apologies.\n\nPP2 Action log\n\nThe Panel noted the log.\n\nPP3 Drains\n\nRESOLVED: That the log be noted.\n',
    ],
  ])('%s', async (kind, text) => {
    const { documents } = await paperOf(text)
    expect(documents.map((one) => one.kind)).toEqual([kind])
  })
})
