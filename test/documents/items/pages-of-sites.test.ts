import { describe, expect, test } from 'vitest'
import { firstOf, paperOf } from '../papers.ts'
import { brief } from './brief.ts'

describe('the page of a meeting', () => {
  test('with numbers on lines of their own', async () => {
    const page = await firstOf(`Agenda, decisions and minutes

Harbour Panel - Thursday, 7th January, 2027 2.00 pm

Items
No. Item

77/26

Apologies for Absence

Additional documents:

Decision:

There were none.

Minutes:

There were none.

78/26

Minutes of Previous Meeting: 3 December 2026 pdf icon PDF 365 KB

Decision:

1. That they be approved.

2. That they be signed.

79/26

Declarations of Interest
`)
    expect(page.kind).toBe('agenda+minutes')
    expect(brief(page)).toEqual([
      '77/26|Apologies for Absence',
      '78/26|Minutes of Previous Meeting: 3 December 2026',
      '79/26|Declarations of Interest',
    ])
  })

  test('with a decision in the name of an item', async () => {
    const page = await firstOf(
      'Agenda and decisions\n\nHarbour Panel - Thursday, 7th January, 2027 2.00 pm\n\nItems\nNo. Item\n\n1.\n\nApologies\n\n2.\n\nCall-in of the Cabinet Decision: Sale of the pier\n\nDecision:\n\nThat no action be taken.\n',
    )
    expect(brief(page)).toEqual(['1|Apologies', '2|Call-in of the Cabinet Decision: Sale of the pier'])
  })

  test('of which only pipes and blocks are left', async () => {
    const page = await firstOf(`Agenda and minutes
Venue: Tide Room - Civic Offices. View directions
No. | Item |
Apologies for Absence Additional documents: Minutes: There were none. |
Declarations of Interest To receive any declarations. Additional documents: Minutes: None received. |
To confirm the minutes of the last meeting.
Decision: That they be signed.
Minutes: The minutes were submitted.
Dredging PDF 34 KB Report of the Harbour Master Additional documents: Decision: (a) That it be approved; and
(b) That the Panel be told.
Minutes: The Harbour Master spoke. |
`)
    expect(brief(page)).toEqual([
      '|Apologies for Absence',
      '|Declarations of Interest',
      '|To confirm the minutes of the last meeting',
      '|Dredging',
    ])
  })

  test('whose titles are lost has no items, whatever is numbered in it', async () => {
    const page = await firstOf(`Agenda and minutes

Venue: Tide Room

No. Item

To receive apologies for absence.

It was reported that the meeting was inquorate.  The Chair has three options:

1.       Make the decisions in private.

2.       Hold the meeting on another day.

3.       Defer the items to the next meeting.
`)
    expect(page.items).toBeUndefined()
  })
})

describe('the page of one item', () => {
  test.each([
    [
      'with its meeting and number',
      'Meeting: 12/03/2027 - Harbour Panel (Item 9)\n\n9 Dredging pdf icon PDF 28 KB\n\nDecision:\n\nAgreed.\n\nMinutes:\n\nThe Panel resolved:-\n1. to agree\n',
      ['9|Dredging'],
      { kind: 'minutes', committee: 'Harbour Panel', date: '2027-03-12' },
    ],
    [
      'as an issue',
      'Issue - meetings\n\nApologies for Absence\n\nMeeting: 05/11/2026 - Harbour Panel (Item 52)\n\nApologies came from Councillor Vane.\n',
      ['52|Apologies for Absence'],
      { kind: 'minutes', committee: 'Harbour Panel', date: '2026-11-05' },
    ],
    [
      'as an agenda item with minutes',
      'Agenda item\n\nHARBOUR WORK PROGRAMME\n\nTo consider a report.\n\n11.30 a.m.\n\nMinutes:\n\nRESOLVED that –\n\n(a) it be approved.\n\nThe meeting concluded at 12.40 p.m.\n',
      ['|HARBOUR WORK PROGRAMME'],
      { kind: 'minutes', ended: '12:40' },
    ],
    [
      'as an agenda item whose labels are lost',
      'Skip to content\n\nAgenda item\n\nMatters from the Boards\n\nThe Chairs of the Boards gave an update.\n\nRESOLVED: That it be noted.\n',
      ['|Matters from the Boards'],
      { kind: 'minutes' },
    ],
    [
      'as an agenda item still to come',
      'Agenda item\n\nAccess to Meetings\n\nTo resolve to exclude the public.\n',
      ['|Access to Meetings'],
      { kind: 'agenda' },
    ],
    [
      'as a decision of an issue',
      'Issue - decisions\n\nIssue - decisions\n\nHarbour dues\n\n03/02/2027 - Harbour dues for the year\n\nCouncil noted the report.\n',
      ['|Harbour dues for the year'],
      { kind: 'decisions' },
    ],
  ])('%s', async (_, text, items, heading) => {
    const page = await firstOf(text)
    expect(brief(page)).toEqual(items)
    expect(page).toMatchObject(heading)
  })
})

test('the page of an item that came before two meetings is the minutes of each', async () => {
  const { documents } = await paperOf(
    'Issue - meetings\n\nMinutes\n\nMeeting: 20/07/2026 - Council (Item 1)\n\n1 Minutes pdf icon PDF 220 KB\n\nMinutes:\n\nThey were agreed.\n\nMeeting: 13/04/2026 - Council (Item 3)\n\n3 Minutes of Council pdf icon PDF 100 KB\n\nMinutes:\n\nThey were agreed.\n',
  )
  expect(documents.map((one) => [one.date, ...brief(one)])).toEqual([
    ['2026-07-20', '1|Minutes'],
    ['2026-04-13', '3|Minutes of Council'],
  ])
})

test('a form that records decisions has the subjects as items', async () => {
  const notice = await firstOf(`Decision Recording Form
Decision determined at Harbour and Quays Policy Committee
meeting on 12 March 2027

(a) Subject: Opportunities for better use of the old
harbour
(agenda item 7)

(b) Ward: All

(d) Decision taken

1. Began a review.

2. Agreed the charges:
a. moorings
b. slipways

(a) Subject: Lights
(agenda item 8)

(d) Decision taken

1. Noted.
`)
  expect(notice).toMatchObject({
    kind: 'decisions',
    committee: 'Harbour and Quays Policy Committee',
    date: '2027-03-12',
  })
  expect(brief(notice)).toEqual(['7|Opportunities for better use of the old harbour', '8|Lights'])
})
