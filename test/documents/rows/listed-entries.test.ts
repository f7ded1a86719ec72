import { describe, expect, test } from 'vitest'
import { firstOf } from '../papers.ts'

describe('a programme without a table', () => {
  test('bullets below the date of each meeting, with the lead at the end of the line', async () => {
    const document = await firstOf(`Ports Scrutiny Committee – Forward Work Programme

Wexbourne Borough Council

Updated 28 August 2026

10 September 2026, 7.00pm, Tide Room (papers due 29 August)

• Ferry fares – before the decision. Lead: Head of Ports
• Repairs to the pier – six months on, with the
  contractor. Lead: Engineer
• Work Programme

Thursday 3 December 2026 - budget meeting

• Draft budget 2027/28 – Lead: Treasurer
• Tide gauges (Lead officer: Ann Boyce)

Dates to be fixed

• Dredging

Past meetings

9 July 2026 – the Committee set up a group on toilets.

How topics are chosen

• Members score each topic.
`)
    expect(document).toMatchObject({ kind: 'work-programme', committee: 'Ports Scrutiny Committee' })
    expect(document.entries).toEqual([
      { meetingDate: '2026-09-10', title: 'Ferry fares – before the decision.', owner: 'Head of Ports' },
      {
        meetingDate: '2026-09-10',
        title: 'Repairs to the pier – six months on, with the contractor.',
        owner: 'Engineer',
      },
      { meetingDate: '2026-09-10', title: 'Work Programme' },
      { meetingDate: '2026-12-03', title: 'Draft budget 2027/28', owner: 'Treasurer' },
      { meetingDate: '2026-12-03', title: 'Tide gauges', owner: 'Ann Boyce' },
      { section: 'Dates to be fixed', title: 'Dredging' },
    ])
  })

  test('numbered topics below months', async () => {
    const document = await firstOf(`Scrutiny Work Programme 2026/27

June 2026

1. Ferry fares
2. Piers

July 2026

1. Toilets
`)
    expect(document.entries).toEqual([
      { meetingDate: 'June 2026', title: 'Ferry fares' },
      { meetingDate: 'June 2026', title: 'Piers' },
      { meetingDate: 'July 2026', title: 'Toilets' },
    ])
  })
})

describe('entries printed as cards', () => {
  test('a forward plan with a label on each line', async () => {
    const document = await firstOf(`FORWARD PLAN OF KEY DECISIONS

1 September 2026 to 31 December 2026

Title: Contract for the ferries
Decision maker: Cabinet
Decision due date: 14 October 2026
Summary: To award the contract for three
ferries.
Lead officer: Ann Boyce
Public or private: Part exempt

Title: Berths
Decision maker: Cabinet
Decision due date: 11 November 2026
Summary: To set charges.
Lead officer: Bob Cardow
Public or private: Public
`)
    expect(document.kind).toBe('work-programme')
    expect(document.entries).toEqual([
      {
        title: 'Contract for the ferries',
        due: '2026-10-14',
        reason: 'To award the contract for three ferries.',
        owner: 'Ann Boyce',
        partExempt: true,
      },
      {
        title: 'Berths',
        due: '2026-11-11',
        reason: 'To set charges.',
        owner: 'Bob Cardow',
        partExempt: false,
      },
    ])
  })

  test('the number of each recommendation above it, and what was answered beside how far it came', async () => {
    const document = await firstOf(`Ports Scrutiny Panel

Update on recommendations made by the Panel

Recommendation 1
That a harbour master be appointed.
Responsible officer: Head of Ports
Response: Accepted
Status: Complete

Recommendation 2
That a plan of the moorings be drawn up by
December.
Responsible officer: Head of Ports
Response: Accepted
Status: On track
`)
    expect(document.kind).toBe('tracker')
    expect(document.entries).toEqual([
      {
        number: '1',
        recommendation: 'That a harbour master be appointed.',
        owner: 'Head of Ports',
        update: 'Accepted',
        status: 'Complete',
      },
      {
        number: '2',
        recommendation: 'That a plan of the moorings be drawn up by December.',
        owner: 'Head of Ports',
        update: 'Accepted',
        status: 'On track',
      },
    ])
  })

  test.each([
    ['Action 24/09    (Meeting of 16 September 2026, minute 31)', '24/09'],
    ['Action no. 24/09 (minute 31, 16 September 2026)', '24/09'],
    ['PP/12   (Minute 31, 16 September 2026)', 'PP/12'],
  ])('"%s" above what was asked, who does it and how far it is', async (head, reference) => {
    const text = `Ports Panel\n\nAction log\n\n${head}\n\nOfficers to show the fees in pounds as well\nas in per cent.\n\nOwner: Treasurer\nStatus: Closed\nUpdate: Done in December.\n\nAction 25/01\n\nA letter to be sent.\n\nOwner: Clerk\nStatus: Open\n`
    expect((await firstOf(text)).entries).toEqual([
      {
        reference,
        date: '2026-09-16',
        minute: '31',
        recommendation: 'Officers to show the fees in pounds as well as in per cent.',
        owner: 'Treasurer',
        status: 'Closed',
        update: 'Done in December.',
      },
      { reference: '25/01', recommendation: 'A letter to be sent.', owner: 'Clerk', status: 'Open' },
    ])
  })

  test('the day of a meeting above its cards', async () => {
    const document = await firstOf(`Ports Panel – Action Tracker

Meeting: 9 June 2026

Action 1: Send the list of moorings.
Owner: Head of Ports
Status: Complete

Meeting: 7 July 2026

Action 2: Ask the police to come.
Owner: Scrutiny Officer
Status: In progress
`)
    expect(document).toMatchObject({ kind: 'tracker', committee: 'Ports Panel' })
    expect(document.entries).toEqual([
      {
        date: '2026-06-09',
        number: '1',
        recommendation: 'Send the list of moorings.',
        owner: 'Head of Ports',
        status: 'Complete',
      },
      {
        date: '2026-07-07',
        number: '2',
        recommendation: 'Ask the police to come.',
        owner: 'Scrutiny Officer',
        status: 'In progress',
      },
    ])
  })

  test('cards that are counted above, and named by a line without a label', async () => {
    const document = await firstOf(`Forward Plan of decisions

1.
Plan for the quay
Key decision: Yes
Decision maker: Executive
Date: 14 January 2027
Report author: Ann Boyce

2.
Sale of the old slipway
Key decision: Yes
Decision maker: Executive
Date: 11 February 2027
Report author: Bob Cardow
`)
    expect(document.kind).toBe('work-programme')
    expect(document.entries).toEqual([
      { number: '1', title: 'Plan for the quay', meetingDate: '2027-01-14', owner: 'Ann Boyce' },
      { number: '2', title: 'Sale of the old slipway', meetingDate: '2027-02-11', owner: 'Bob Cardow' },
    ])
  })

  test('what was answered, what was done, and in a word below it how far it came', async () => {
    const document = await firstOf(`Recommendation Tracker: Review of the Moorings

Rec 1 - The council should draw up a plan.
Executive response: Agreed.
Lead: Head of Ports.
Progress (June 2026): The plan was adopted.
Achieved

Rec 2 - Each pier should have a ladder.
Executive response: Agreed in part.
Lead: Head of Ports.
Progress (June 2026): Two of nine have one.
Not achieved
`)
    expect(document.entries).toEqual([
      {
        number: '1',
        recommendation: 'The council should draw up a plan.',
        update: 'Agreed. The plan was adopted.',
        owner: 'Head of Ports',
        status: 'Achieved',
      },
      {
        number: '2',
        recommendation: 'Each pier should have a ladder.',
        update: 'Agreed in part. Two of nine have one.',
        owner: 'Head of Ports',
        status: 'Not achieved',
      },
    ])
  })
})

describe('lines that say without a label who leads or how far it is', () => {
  test('actions below the day of their meeting', async () => {
    const tracker = await firstOf(`ACTIONS ARISING FROM COUNCIL MEETINGS

12 January 2027
27/04 Bus shelter - Clerk to get three quotes. DONE
27/07 Trees in the park - Cllr Ash to ask the tree officer. ONGOING

9 February 2027
27/15 Bench - Clerk to order (in progress)
`)
    expect(tracker.kind).toBe('tracker')
    expect([tracker.council, tracker.date]).toEqual([undefined, undefined])
    expect(tracker.entries).toEqual([
      {
        date: '2027-01-12',
        minute: '27/04',
        recommendation: 'Bus shelter - Clerk to get three quotes.',
        status: 'DONE',
      },
      {
        date: '2027-01-12',
        minute: '27/07',
        recommendation: 'Trees in the park - Cllr Ash to ask the tree officer.',
        status: 'ONGOING',
      },
      {
        date: '2027-02-09',
        minute: '27/15',
        recommendation: 'Bench - Clerk to order',
        status: 'in progress',
      },
    ])
  })

  test('topics below months, with sections that are counted', async () => {
    const { kind, entries } = await firstOf(`Ports Panel
Draft Work Plan 2026-27 (version 3)

1. Meetings

June 2026
* Election of Chair
* Ferry fares - Head of Ports

September 2026
* Piers: the survey - phase two

3. Items to be scheduled
* Toilets (Works Manager)
`)
    expect(kind).toBe('work-programme')
    expect(entries).toEqual([
      { meetingDate: 'June 2026', title: 'Election of Chair' },
      { meetingDate: 'June 2026', title: 'Ferry fares', owner: 'Head of Ports' },
      { meetingDate: 'September 2026', title: 'Piers: the survey - phase two' },
      { section: 'Items to be scheduled', title: 'Toilets', owner: 'Works Manager' },
    ])
  })
})
