import { describe, expect, test } from 'vitest'
import { firstOf } from '../papers.ts'

async function rowsOf(text: string): Promise<unknown[]> {
  const document = await firstOf(text)
  expect(document.kind).toBe('tracker')
  return document.entries ?? []
}

/** A text whose cells stand apart by tabs, written with bars. */
function tabbed(text: string): string {
  return text.replace(/[^\S\n]*\|[^\S\n]*/g, '\t')
}

describe('the rows of a tracker', () => {
  test('each column goes into the field that its head names', async () => {
    const rows = await rowsOf(
      tabbed(`Recommendation Tracker

Reference | Origin | Date | Area | Recommendation | Exec Date | Lead Officer/EM | Action taken | Status
SR 01 | CSC | 4/5/2026 | Finance | That the fees be frozen. | 1 June 2026 | AB/CD | Fees were set in June. | Complete
SR 02 | CSC | 4/5/2026 | Leisure | That the pool be kept open. | - | EF | Report due. | Ongoing
`),
    )
    expect(rows).toEqual([
      {
        reference: 'SR 01',
        origin: 'CSC',
        date: '2026-05-04',
        title: 'Finance',
        recommendation: 'That the fees be frozen.',
        executiveDate: '2026-06-01',
        owner: 'AB/CD',
        update: 'Fees were set in June.',
        status: 'Complete',
      },
      {
        reference: 'SR 02',
        origin: 'CSC',
        date: '2026-05-04',
        title: 'Leisure',
        recommendation: 'That the pool be kept open.',
        owner: 'EF',
        update: 'Report due.',
        status: 'Ongoing',
      },
    ])
  })

  test.each([
    [
      'No | Date | Report Title | Action | Action Owner | Expected completion date | Actual completion date | Comments',
      '3 | 7 May 2026 | Ferries | Write to the operator | Head of Ports | End Feb 2027 | 3 March 2027 | Letter sent',
      {
        number: '3',
        date: '2026-05-07',
        title: 'Ferries',
        recommendation: 'Write to the operator',
        owner: 'Head of Ports',
        due: 'End Feb 2027',
        comments: 'Letter sent',
      },
    ],
    [
      'Ref | Select Committee | Meeting Date | Recommendation Made | Recommendation made to | Action taken or Planned to Date | Outcome',
      'SC18 | Children | 7 May 2026 | That beds be found | Cabinet | Two were found | Actioned',
      {
        reference: 'SC18',
        origin: 'Children',
        date: '2026-05-07',
        recommendation: 'That beds be found',
        update: 'Two were found',
        status: 'Actioned',
      },
    ],
    [
      'NOS | What? | Who? | How? | When? | Success measures | Current Status | Outcome – (report for Q1, Q2, Q3, Q4)',
      '17.3 | Supervision takes place | AD/HoS | Audits | Jan 2017 and ongoing | All seen | ISSUED. COMPLETED – IN PLACE | Seen in all teams, month by month.',
      {
        reference: '17.3',
        title: 'Supervision takes place',
        owner: 'AD/HoS',
        due: 'Jan 2017 and ongoing',
        status: 'ISSUED. COMPLETED – IN PLACE',
        update: 'Seen in all teams, month by month.',
      },
    ],
    [
      'Ofsted Recommendation | RAG Rating | Comments',
      '2. Improve the data | Amber | A suite of measures is in place',
      {
        number: '2',
        recommendation: 'Improve the data',
        rag: 'Amber',
        comments: 'A suite of measures is in place',
      },
    ],
    [
      'Action | Officer responsible | Progress Update | To be completed/progressed',
      'Map the drains | Engineer | Half are mapped so far. | Half Termly',
      {
        recommendation: 'Map the drains',
        owner: 'Engineer',
        update: 'Half are mapped so far.',
        due: 'Half Termly',
      },
    ],
    [
      'Meeting, Date & Minute | Recommendation | Executive Decision Maker | Action | Expected Outcome | Lead Officer',
      'Housing OSC, 9 July 2026, Min 31 | That rents be held | Cllr Ash | Rents were held. | More homes | Head of Homes',
      {
        date: '2026-07-09',
        minute: '31',
        recommendation: 'That rents be held',
        update: 'Rents were held.',
        reason: 'More homes',
        owner: 'Head of Homes',
      },
    ],
    [
      'Min no | Resolution | Responsible officer | Deadline | Progress',
      'Min. No. 214 | That a visit be arranged | Clerk | Summer 2016 | Closed',
      {
        minute: '214',
        recommendation: 'That a visit be arranged',
        owner: 'Clerk',
        due: 'Summer 2016',
        status: 'Closed',
      },
    ],
    [
      'Agreed action | Lead | Timescale | RAG | Update',
      'Train the staff | HR | by 31 March 2027 | Green | Courses began in January.',
      {
        recommendation: 'Train the staff',
        owner: 'HR',
        due: '2027-03-31',
        rag: 'Green',
        update: 'Courses began in January.',
      },
    ],
  ])('%s', async (head, row, entry) => {
    expect(await rowsOf(tabbed(`Action Tracker\n\n${head}\n${row}\n`))).toEqual([entry])
  })

  test('a column for several things is taken apart by the labels in its cells', async () => {
    const rows = await rowsOf(
      tabbed(`Tracking Resolutions

Date / Minute number | Resolution | Target date, officer responsible and progress
4 May 2026, Minute 12 | That the sums be shown: all of them | Date: June 2026 Officer: Ann Boyce Progress: Sent to members
`),
    )
    expect(rows).toEqual([
      {
        date: '2026-05-04',
        minute: '12',
        recommendation: 'That the sums be shown: all of them',
        due: 'June 2026',
        owner: 'Ann Boyce',
        update: 'Sent to members',
      },
    ])
  })

  test('a date that stands once goes into each of its rows, and a section ends it', async () => {
    const rows = await rowsOf(
      tabbed(`Action Tracker

Date | Minute | Action | Owner | Status
4 May 2026 | 12 | Write to the bus company | Clerk | Closed
| | Ask for the figures | Clerk | Open
Older actions | | | |
| 3 | Mend the clock | Cllr Ash | Open
`),
    )
    expect(rows).toEqual([
      {
        date: '2026-05-04',
        minute: '12',
        recommendation: 'Write to the bus company',
        owner: 'Clerk',
        status: 'Closed',
      },
      {
        date: '2026-05-04',
        minute: '12',
        recommendation: 'Ask for the figures',
        owner: 'Clerk',
        status: 'Open',
      },
      {
        section: 'Older actions',
        minute: '3',
        recommendation: 'Mend the clock',
        owner: 'Cllr Ash',
        status: 'Open',
      },
    ])
  })

  test('a row broken over a page is one row, and a head printed again is none', async () => {
    const rows = await rowsOf(
      tabbed(`Improvement Plan Tracker

Recommendation | RAG | Comments
Plan every transition early and | | A protocol is
\f
Recommendation | RAG | Comments
with the family | Amber | agreed
| | and will be printed in May.
Keep the records | Red | None are kept.
`),
    )
    expect(rows).toEqual([
      {
        recommendation: 'Plan every transition early and with the family',
        rag: 'Amber',
        comments: 'A protocol is agreed and will be printed in May.',
      },
      { recommendation: 'Keep the records', rag: 'Red', comments: 'None are kept.' },
    ])
  })

  test('under a merged cell each row with a status of its own is an entry', async () => {
    const rows = await rowsOf(
      tabbed(`Action Log Tracker

No | Action | Owner | Due | Status
1 | Repair the pier | Harbour | May 2026 | Completed
| | Ports | June 2026 | Not started
`),
    )
    expect(rows).toEqual([
      {
        number: '1',
        recommendation: 'Repair the pier',
        owner: 'Harbour',
        due: 'May 2026',
        status: 'Completed',
      },
      {
        number: '1',
        recommendation: 'Repair the pier',
        owner: 'Ports',
        due: 'June 2026',
        status: 'Not started',
      },
    ])
  })

  test('what stands below the table is no row: a key of colours, a table of other things', async () => {
    const rows = await rowsOf(
      tabbed(`Action Tracker

Action | Owner | RAG | Comments
| | Red, Amber, Green |
Mend the gate | Clerk | Green | Mended

Key

Red | no improvement
Green | sustained improvement

Service: | Parks
Version: 1 | Date: | 21.03.2026
`),
    )
    expect(rows).toEqual([
      { recommendation: 'Mend the gate', owner: 'Clerk', rag: 'Green', comments: 'Mended' },
    ])
  })

  test('what a bad scan leaves of a line is no recommendation', async () => {
    const rows = await rowsOf(
      tabbed(`Recommendation Tracker

Recommendation | RAG Rating | Comments
That the quay steps be mended before the winter, and the rail beside them. | Green | They were mended in May.
That the panel be told of the dredging by its next meeting but one. | Green | It was told.
A so b o s | Amber | broadly in the plans, which need to improve.
Dad | Red | The work began late.
That the dues be looked at again together with those of the other harbours. | Amber | A report is due.
`),
    )
    expect(rows).toEqual([
      expect.objectContaining({ rag: 'Green', comments: 'They were mended in May.' }),
      expect.objectContaining({ rag: 'Green', comments: 'It was told.' }),
      expect.objectContaining({ rag: 'Amber', comments: 'A report is due.' }),
    ])
  })

  test('a row of data with the words of a head in it stays a row', async () => {
    const rows = await rowsOf(
      tabbed(`Action Tracker

Action | Lead officer | Update
Review of the policy | Officers | Update report
Progress report | Lead member | Ongoing
`),
    )
    expect(rows).toHaveLength(2)
  })
})

describe('trackers without a table', () => {
  test('as prose: the date, the minute, and below each clause what came of it', async () => {
    const rows = await rowsOf(`Decision Tracking of Recommendations

APPENDIX A

4 May 2026
Min. No. 31 – Ferry Fares – Recommended
(1) That the operator be asked
to attend.
Attended on 3 June.
Completed
(2) That fares be reviewed.
Not started
Minute 32 - Toilets - Recommended - That the toilets be
kept open.
Ongoing
`)
    expect(rows).toEqual([
      {
        date: '2026-05-04',
        minute: '31',
        title: 'Ferry Fares',
        recommendation: 'That the operator be asked to attend.',
        update: 'Attended on 3 June.',
        status: 'Completed',
      },
      {
        date: '2026-05-04',
        minute: '31',
        title: 'Ferry Fares',
        recommendation: 'That fares be reviewed.',
        status: 'Not started',
      },
      {
        date: '2026-05-04',
        minute: '32',
        title: 'Toilets',
        recommendation: 'That the toilets be kept open.',
        status: 'Ongoing',
      },
    ])
  })

  test('one cell a line, the head first', async () => {
    const rows = await rowsOf(`Scrutiny Recommendation Tracker

Reference

Date

Recommendation

Lead Officer

Action taken

Status

SR (25/26) 01

01/01/26

That the tariff be reviewed.

AB/CD

Two things were done:

· One

· Two

Complete

SR (25/26) 02

01/02/26

That the hall be sold.

EF

Ongoing

Key

Reference: the year and a number
`)
    expect(rows).toEqual([
      {
        reference: 'SR (25/26) 01',
        date: '2026-01-01',
        recommendation: 'That the tariff be reviewed.',
        owner: 'AB/CD',
        update: 'Two things were done: · One · Two',
        status: 'Complete',
      },
      // An empty cell leaves no trace: what the others hold tells which it was.
      {
        reference: 'SR (25/26) 02',
        date: '2026-02-01',
        recommendation: 'That the hall be sold.',
        owner: 'EF',
        status: 'Ongoing',
      },
    ])
  })

  test('as cards: a label and what it holds, one card below the other', async () => {
    const rows = await rowsOf(`Recommendations Tracker

Recommendation 1: That the bridge be lit.
Lead officer: Head of Streets
Target date: 30 June 2026
Status: In progress

Recommendation 2: That the lights be
dimmed at night.
Lead officer: Head of Streets
Target date: Autumn 2026
Status: Not started
`)
    expect(rows).toEqual([
      {
        number: '1',
        recommendation: 'That the bridge be lit.',
        owner: 'Head of Streets',
        due: '2026-06-30',
        status: 'In progress',
      },
      {
        number: '2',
        recommendation: 'That the lights be dimmed at night.',
        owner: 'Head of Streets',
        due: 'Autumn 2026',
        status: 'Not started',
      },
    ])
  })
})

test('a tracker says what it is called and of which day it is', async () => {
  const document = await firstOf(
    tabbed(`Inspection Recommendations: Progress 'Snapshot': 1 March 2027

Recommendation | RAG | Comments
Keep the records | Red | None are kept.
`),
  )
  expect(document).toMatchObject({
    kind: 'tracker',
    title: "Inspection Recommendations: Progress 'Snapshot': 1 March 2027",
    date: '2027-03-01',
  })
})

test('the front sheet above a tracker says to whom it goes and what it is called', async () => {
  const tracker = await firstOf(
    tabbed(`Report to: Harbour Board, Tuesday 9 March 2027
Title: Recommendation Tracker
Author: Jan Hobbs

No | Recommendation | Lead officer | Status
1 | Dredge the bar | Ada Fenn | Open
2 | Mend the pier | Clerk | Closed
`),
  )
  expect(tracker).toMatchObject({
    kind: 'tracker',
    committee: 'Harbour Board',
    date: '2027-03-09',
    title: 'Recommendation Tracker',
  })
  expect(tracker.entries).toHaveLength(2)
})

test.each(['Progress at March 2027', 'Position as at 31 March 2027', 'Update (March 2027)'])(
  'a head that tells of when: %s',
  async (head) => {
    const rows = await rowsOf(
      tabbed(
        `Action Log\n\nMin. No. | Action | Officer | ${head}\nPP 12 | Send the map | Clerk | Sent on 4 March\nPP 15 | Ask the ferry | Ann Boyce | A letter went out\n`,
      ),
    )
    expect(rows).toEqual([
      { minute: 'PP 12', recommendation: 'Send the map', owner: 'Clerk', update: 'Sent on 4 March' },
      { minute: 'PP 15', recommendation: 'Ask the ferry', owner: 'Ann Boyce', update: 'A letter went out' },
    ])
  },
)

test('by when papers are wanted stands between the day of a meeting and its table', async () => {
  const { entries } = await firstOf(
    tabbed(
      'Ports Panel\nWork Programme\n\nMeeting: 13 April 2027\nReport deadline: 1 April 2027\n\nItem | Purpose | Lead officer\nPiers | To see the survey | Ann Boyce\nTides | To hear the clerk | Clerk\n\nMeeting: 8 June 2027\nReport deadline: 27 May 2027\n\nItem | Purpose | Lead officer\nFerries | To agree | Bob Cardow\n',
    ),
  )
  expect(entries?.map(({ meetingDate, title }) => [meetingDate, title])).toEqual([
    ['2027-04-13', 'Piers'],
    ['2027-04-13', 'Tides'],
    ['2027-06-08', 'Ferries'],
  ])
})
