import { describe, expect, test } from 'vitest'
import { firstOf } from '../papers.ts'

async function topicsOf(text: string): Promise<unknown[]> {
  const document = await firstOf(text)
  expect(document.kind).toBe('work-programme')
  return document.entries ?? []
}

/** A text whose cells stand apart by tabs, written with bars. */
function tabbed(text: string): string {
  return text.replace(/[^\S\n]*\|[^\S\n]*/g, '\t')
}

describe('the topics of a work programme', () => {
  test('as cards under the day of their meeting, each with its name above its labels', async () => {
    const topics = await topicsOf(`Housing Scrutiny Panel
Work Programme 2027/28

8 June 2027

The damp register
Lead officer: Ann Boyce
Purpose: To review the first year

Rents
Lead officer: Bo Reed
Purpose: Annual review

14 September 2027

Empty homes
Lead officer: Ann Boyce
Purpose: Follow-up

To be scheduled

Hostels
Lead officer: Bo Reed
Purpose: Asked for by a member
`)
    expect(topics).toEqual([
      {
        meetingDate: '2027-06-08',
        title: 'The damp register',
        owner: 'Ann Boyce',
        reason: 'To review the first year',
      },
      { meetingDate: '2027-06-08', title: 'Rents', owner: 'Bo Reed', reason: 'Annual review' },
      { meetingDate: '2027-09-14', title: 'Empty homes', owner: 'Ann Boyce', reason: 'Follow-up' },
      { title: 'Hostels', owner: 'Bo Reed', reason: 'Asked for by a member' },
    ])
  })

  test('meetings, scores, reasons and owners, with sections of what has no date yet', async () => {
    const document = await firstOf(
      tabbed(`HOUSING SCRUTINY PANEL

Work Programme 2026-2027

For questions about this programme, please contact Ann Boyce, Scrutiny Officer, on 01234 567890.

Date of meeting | Agenda item | Prioritisation Score | Reason for consideration | Responsible Cabinet Member / Officer
9 June 2026 | Repairs and damp | 5 (High) | Member request | Cllr Ash / Head of Homes
| Rents | - | Standing item | -
8 September 2026 | Empty homes | 3 (Medium) | Scorecard | Cllr Ash

Date of meeting | Agenda item | Prioritisation Score | Reason for consideration | Responsible Cabinet Member / Officer
| Hostels | 2 (Low) | Scorecard | Cllr Birch
Items to be scheduled | | | |
| Key workers | 5 (High) | Member request | Cllr Ash
Select Committee Reviews | | | |
| Leasehold (September) | | PID to be developed |
`),
    )
    expect(document).toMatchObject({
      kind: 'work-programme',
      committee: 'HOUSING SCRUTINY PANEL',
      period: '2026-2027',
      contact: 'Ann Boyce',
      entries: [
        {
          meetingDate: '2026-06-09',
          title: 'Repairs and damp',
          score: '5 (High)',
          reason: 'Member request',
          owner: 'Cllr Ash / Head of Homes',
        },
        { meetingDate: '2026-06-09', title: 'Rents', reason: 'Standing item' },
        {
          meetingDate: '2026-09-08',
          title: 'Empty homes',
          score: '3 (Medium)',
          reason: 'Scorecard',
          owner: 'Cllr Ash',
        },
        {
          meetingDate: '2026-09-08',
          title: 'Hostels',
          score: '2 (Low)',
          reason: 'Scorecard',
          owner: 'Cllr Birch',
        },
        {
          section: 'Items to be scheduled',
          title: 'Key workers',
          score: '5 (High)',
          reason: 'Member request',
          owner: 'Cllr Ash',
        },
        {
          section: 'Select Committee Reviews',
          title: 'Leasehold (September)',
          reason: 'PID to be developed',
        },
      ],
    })
    expect(document.entries?.[1]).not.toHaveProperty('score')
  })

  test.each([
    [
      'Meeting Date | Agenda Items | Details and desired outcome | Report Author / Possible Witnesses',
      '7 July 2026 | Bus fares | To see the new fares | Head of Transport',
      {
        meetingDate: '2026-07-07',
        title: 'Bus fares',
        reason: 'To see the new fares',
        owner: 'Head of Transport',
      },
    ],
    [
      'Date | Topic | Purpose | Lead Officer',
      'Autumn 2026 | Libraries | Opening hours | Ann Boyce',
      { meetingDate: 'Autumn 2026', title: 'Libraries', reason: 'Opening hours', owner: 'Ann Boyce' },
    ],
    [
      'Item | Objectives | Responsible Officer | Committee date',
      'Waste | Less of it | Director of Place | 03/11/2026',
      { title: 'Waste', reason: 'Less of it', owner: 'Director of Place', meetingDate: '2026-11-03' },
    ],
    [
      'Topic | Reason for review | Cabinet date | Lead Member | Comments',
      'Parks | Cost | 1 May 2027 | Cllr Ash | Site visit',
      {
        title: 'Parks',
        reason: 'Cost',
        executiveDate: '2027-05-01',
        owner: 'Cllr Ash',
        comments: 'Site visit',
      },
    ],
  ])('%s', async (head, row, entry) => {
    expect(await topicsOf(tabbed(`WORK PROGRAMME 2026/27\n\n${head}\n${row}\n`))).toEqual([entry])
  })

  test('a row across the table dates the rows below it', async () => {
    const topics = await topicsOf(
      tabbed(`WORK PROGRAMME 2026/27

Item | Purpose | Lead Officer
Meeting of 9 June 2026 | |
Ferries | To hear the operator | Ann Boyce
Meeting of 8 September 2026 | |
Piers | To see the survey | Ann Boyce
`),
    )
    expect(topics).toEqual([
      { meetingDate: '2026-06-09', title: 'Ferries', reason: 'To hear the operator', owner: 'Ann Boyce' },
      { meetingDate: '2026-09-08', title: 'Piers', reason: 'To see the survey', owner: 'Ann Boyce' },
    ])
  })

  test('Markdown tables are tables', async () => {
    const topics = await topicsOf(`# WORK PROGRAMME 2026/27

| Date | Item | Purpose | Officer |
|---|---|---|---|
| 9 June 2026 | Ferries | To hear the operator | Ann Boyce |
| | Piers | To see the survey | Ann Boyce |
`)
    expect(topics).toEqual([
      { meetingDate: '2026-06-09', title: 'Ferries', reason: 'To hear the operator', owner: 'Ann Boyce' },
      { meetingDate: '2026-06-09', title: 'Piers', reason: 'To see the survey', owner: 'Ann Boyce' },
    ])
  })

  test('columns that only their place on the page shows', async () => {
    const topics = await topicsOf(`WORK PROGRAMME 2026/27

Date of         Item                      Purpose                           Officer
meeting

9 June          Ferries and               To hear the operator              Ann Boyce
2026            piers                     and see the survey

                Rents                     Standing item                     Bob Cardow
`)
    expect(topics).toEqual([
      {
        meetingDate: '2026-06-09',
        title: 'Ferries and piers',
        reason: 'To hear the operator and see the survey',
        owner: 'Ann Boyce',
      },
      { meetingDate: '2026-06-09', title: 'Rents', reason: 'Standing item', owner: 'Bob Cardow' },
    ])
  })
})

describe('a forward plan', () => {
  const explained = `Forward plan

Published 4 May 2026

WEXBOURNE COUNCIL - FORWARD PLAN

A key decision is one that costs much.

Ports Policy Committee
Councillor Ann Boyce (Chair)
Councillor Bob Cardow (Vice Chair)
Councillor Dora Eaves
`

  test('title, summary and exemption in one cell', async () => {
    const document = await firstOf(
      tabbed(`${explained}
Lead Officer | Title and summary of Decision | Meeting date | Decision taker | Report Type
Liz Gale, Head of Ports | Pier repairs To seek approval of the repairs. Part exempt 3 | 9 June 2026 | Ports Policy Committee | Decision
Liz Gale, Head of Ports | Ferry times Open | 9 June 2026 | Ports Policy Committee | For information
`),
    )
    expect(document).toMatchObject({
      kind: 'work-programme',
      committee: 'Ports Policy Committee',
      published: '2026-05-04',
      chair: 'Ann Boyce',
      members: ['Ann Boyce', 'Bob Cardow', 'Dora Eaves'],
    })
    expect(document.entries).toEqual([
      {
        title: 'Pier repairs',
        reason: 'To seek approval of the repairs.',
        meetingDate: '2026-06-09',
        owner: 'Liz Gale, Head of Ports',
        partExempt: true,
        paragraph: '3',
      },
      { title: 'Ferry times', meetingDate: '2026-06-09', owner: 'Liz Gale, Head of Ports' },
    ])
  })

  test('in a text that kept the lines and not the columns', async () => {
    const document = await firstOf(`${explained}
Lead Officer Title and summary of Decision Meeting date Decision taker Report Type
Liz Gale, Head of Town Pier repairs at the old harbour 9 Jun 2026 Ports Policy Decision
Harbours and the quay Committee Report
liz.gale@wexbourne.gov.uk To seek approval of the repairs, to be
made by 3 May 2027.

Part exempt
3

Liz Gale, Head of Town Ferry times 9 Jun 2026 Ports Policy For
Harbours To say when they go. Committee Information
liz.gale@wexbourne.gov.uk

Open

- 2 -
Lead Officer Title and summary of Decision Meeting date Decision taker Report Type
Liz Gale, Head of Town Dredging 7 Jul 2026 Ports Policy Decision
Harbours To dredge. Committee Report

Open

Max Hart, Head of Democratic Annual report 7 Jul 2026 Ports Policy For
Engagement To note the report. Committee Information

Open
`)
    expect(document.doubts).toEqual([expect.objectContaining({ code: 'by-layout', field: 'entries' })])
    expect(document.entries).toEqual([
      {
        meetingDate: '2026-06-09',
        title: 'Pier repairs at the old harbour and the quay',
        owner: 'Liz Gale',
        partExempt: true,
        paragraph: '3',
      },
      { meetingDate: '2026-06-09', title: 'Ferry times', owner: 'Liz Gale' },
      { meetingDate: '2026-07-07', title: 'Dredging', owner: 'Liz Gale' },
      expect.objectContaining({ meetingDate: '2026-07-07', owner: 'Max Hart' }),
    ])
  })
})
