import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readText } from '../../../src/documents/formats/text.ts'
import type { PaperEntry } from '../../../src/documents/record.ts'
import { entriesOf } from '../../../src/documents/records/rows/rows-of-document.ts'
import { bytesOf } from '../papers.ts'

function tracker(text: string): PaperEntry[] {
  return entriesOf(readText(bytesOf(text)).pages.flat(), 'tracker').map(({ value }) => value)
}

function programme(text: string): PaperEntry[] {
  return entriesOf(readText(bytesOf(text)).pages.flat(), 'work-programme').map(({ value }) => value)
}

describe('tables whose columns only the places of their words show', () => {
  test('rows without white space between them begin with their number', () => {
    expect(
      tracker(`Action Log

Ref   Meeting date    Action                                Owner             Due          Status
1     12 Jan 2027     Send the note on damp and mould to    Head of Homes     Feb 2027     Complete
                      all members
2     12 Jan 2027     Report on ferry waits                 Ann Boyce         3 March 2027 Ongoing
3     9 Feb 2027      Invite the operator to the June       Scrutiny          1 May 2027   In progress
                      meeting                               Manager
`),
    ).toEqual([
      {
        number: '1',
        date: '2027-01-12',
        recommendation: 'Send the note on damp and mould to all members',
        owner: 'Head of Homes',
        due: 'Feb 2027',
        status: 'Complete',
      },
      {
        number: '2',
        date: '2027-01-12',
        recommendation: 'Report on ferry waits',
        owner: 'Ann Boyce',
        due: '2027-03-03',
        status: 'Ongoing',
      },
      {
        number: '3',
        date: '2027-02-09',
        recommendation: 'Invite the operator to the June meeting',
        owner: 'Scrutiny Manager',
        due: '2027-05-01',
        status: 'In progress',
      },
    ])
  })

  test('columns that two spaces part, and a head printed again on the next page', () => {
    expect(
      tracker(`Minute  Recommendation                   Lead             Response                        Status
14/27  That the rota of sweeping       D Price          Put on the website in           Done
       be shown for each ward.                           April.

15/27  That officers tell what it costs  S Oker           Due in July 2027. Tenders       In
       to empty bins.                                    came back in May.               progress
\f
Minute  Recommendation                   Lead             Response                        Status
22/27  That a letter go to the water    Cllr F Moss      Letter sent.                    Open
       company.
`),
    ).toEqual([
      {
        minute: '14/27',
        recommendation: 'That the rota of sweeping be shown for each ward.',
        owner: 'D Price',
        update: 'Put on the website in April.',
        status: 'Done',
      },
      {
        minute: '15/27',
        recommendation: 'That officers tell what it costs to empty bins.',
        owner: 'S Oker',
        update: 'Due in July 2027. Tenders came back in May.',
        status: 'In progress',
      },
      {
        minute: '22/27',
        recommendation: 'That a letter go to the water company.',
        owner: 'Cllr F Moss',
        update: 'Letter sent.',
        status: 'Open',
      },
    ])
  })

  test('heads centred above their columns, and heads of two lines', () => {
    expect(
      tracker(`                                                                        Target
 No.               Action                      Lead officer              date           Status
 1     Mend the pier before the winter     Head of Ports             May 2027       Open
       storms
 2     Paint the clock                     Clerk                     June 2027      Closed
`),
    ).toEqual([
      {
        number: '1',
        recommendation: 'Mend the pier before the winter storms',
        owner: 'Head of Ports',
        due: 'May 2027',
        status: 'Open',
      },
      { number: '2', recommendation: 'Paint the clock', owner: 'Clerk', due: 'June 2027', status: 'Closed' },
    ])
  })

  test('a topic begins where the line above had room for its first word', () => {
    expect(
      programme(`Meeting Date        Item                                 Purpose                         Lead Officer
18 June 2027        Council Plan, last quarter           To see how it went              Policy Manager
                    Car parks in the town                To comment before the Cabinet   Parking Manager
                                                         decision
23 July 2027        Community safety                     Review of the year              Safety and Wardens
                                                                                         Manager
`),
    ).toEqual([
      {
        meetingDate: '2027-06-18',
        title: 'Council Plan, last quarter',
        reason: 'To see how it went',
        owner: 'Policy Manager',
      },
      {
        meetingDate: '2027-06-18',
        title: 'Car parks in the town',
        reason: 'To comment before the Cabinet decision',
        owner: 'Parking Manager',
      },
      {
        meetingDate: '2027-07-23',
        title: 'Community safety',
        reason: 'Review of the year',
        owner: 'Safety and Wardens Manager',
      },
    ])
  })

  test('topics that share a block below their date, and a block of those without one', () => {
    expect(
      programme(`    DATE OF MEETING              ITEM                                       OFFICER

    23 JULY 2027                 Annual Report on Complaints                Complaints Manager
                                 Council Plan                               Head of Policy

    24 SEPTEMBER 2027            Performance of the Ferries in the          Head of Ports
                                 Last Year
                                 Piers                                      Inspector Eaves

    FUTURE ITEMS                 Dredging
`),
    ).toEqual([
      { meetingDate: '2027-07-23', title: 'Annual Report on Complaints', owner: 'Complaints Manager' },
      { meetingDate: '2027-07-23', title: 'Council Plan', owner: 'Head of Policy' },
      {
        meetingDate: '2027-09-24',
        title: 'Performance of the Ferries in the Last Year',
        owner: 'Head of Ports',
      },
      { meetingDate: '2027-09-24', title: 'Piers', owner: 'Inspector Eaves' },
      { section: 'FUTURE ITEMS', title: 'Dredging' },
    ])
  })

  test('a theme across the table is the section of the rows below it', () => {
    expect(
      tracker(`Date of     Recommendation                            Response from        Lead         RAG
meeting                                               Mayor / Cabinet      officer

            Theme: Skills

14/01/27    R1. That figures for the Skills Fund      Accepted. Shown      J Orr        Blue
            be shown each quarter.                    since March.

            R2. That providers be asked.              In part.             J Orr        Amber

            Theme: Ferries

11/03/27    R3. That the map be reprinted.            Rejected.            P Lim        Red
`),
    ).toEqual([
      {
        section: 'Theme: Skills',
        date: '2027-01-14',
        number: 'R1',
        recommendation: 'That figures for the Skills Fund be shown each quarter.',
        update: 'Accepted. Shown since March.',
        owner: 'J Orr',
        rag: 'Blue',
      },
      {
        section: 'Theme: Skills',
        date: '2027-01-14',
        number: 'R2',
        recommendation: 'That providers be asked.',
        update: 'In part.',
        owner: 'J Orr',
        rag: 'Amber',
      },
      {
        section: 'Theme: Ferries',
        date: '2027-03-11',
        number: 'R3',
        recommendation: 'That the map be reprinted.',
        update: 'Rejected.',
        owner: 'P Lim',
        rag: 'Red',
      },
    ])
  })

  test('a date that runs over two lines begins one row, and a decision names its topic', () => {
    expect(
      programme(`Decision         Key       Decision     Date of        Documents to    Contact
to be taken      Decision  maker        decision       be considered   officer

Approve the      Yes       Cabinet      7 October      Report          Ann Boyce
plan for the                            2027
quay

Adopt the        No        Council      21 October     Report and      Bob Cardow
allowances                              2027           advice
`),
    ).toEqual([
      { title: 'Approve the plan for the quay', meetingDate: '2027-10-07', owner: 'Ann Boyce' },
      { title: 'Adopt the allowances', meetingDate: '2027-10-21', owner: 'Bob Cardow' },
    ])
  })

  test('what stands below the table is none of its rows', () => {
    expect(
      tracker(`No    Action                   Owner          Status
1     Mend the pier            Clerk          Open
2     Paint the clock          Clerk          Closed

The Committee is asked to note the progress that has been made with these actions since it last met.

Contact:   Ann Boyce      01234 567890
`),
    ).toHaveLength(2)
  })

  test('topics that share a date, with cells that run over beside them', () => {
    expect(
      programme(`PORTS PANEL - WORK PLAN 2027

 Meeting date        Topic                            Lead                  Notes

 19 January 2027     Draft Harbour Plan               Head of Harbours      Before the Mayor's
                                                                            decision in March
                     Tide gauges                      Clerk                 Every meeting

 16 March 2027       Skills for the port: the first   Head of Skills        Colleges to be
                     year of the fund                                       asked
                     Dredging of the bar              Ann Boyce             Deferred from
                                                                            May 2026

 Topics without a date

                     Ticket machines                  Ann Boyce             Asked by a member
`),
    ).toEqual([
      {
        meetingDate: '2027-01-19',
        title: 'Draft Harbour Plan',
        owner: 'Head of Harbours',
        comments: "Before the Mayor's decision in March",
      },
      { meetingDate: '2027-01-19', title: 'Tide gauges', owner: 'Clerk', comments: 'Every meeting' },
      {
        meetingDate: '2027-03-16',
        title: 'Skills for the port: the first year of the fund',
        owner: 'Head of Skills',
        comments: 'Colleges to be asked',
      },
      {
        meetingDate: '2027-03-16',
        title: 'Dredging of the bar',
        owner: 'Ann Boyce',
        comments: 'Deferred from May 2026',
      },
      {
        section: 'Topics without a date',
        title: 'Ticket machines',
        owner: 'Ann Boyce',
        comments: 'Asked by a member',
      },
    ])
  })

  test('a rule below the head and the name of the paper overleaf are no rows, and whoever is invited answers for a topic', () => {
    expect(
      programme(`PORTS PANEL - WORK PLAN AT 1 SEPTEMBER 2026

Date of       Subject                          Reason                        Invited
meeting
------------------------------------------------------------------------------------
24.09.26      Ferry fares                      Ends in December              Ann Boyce

PORTS PANEL - WORK PLAN AT 1 SEPTEMBER 2026            Page 2

Date of       Subject                          Reason                        Invited
meeting
------------------------------------------------------------------------------------
19.11.26      Piers                            Yearly                        Head of Piers
`),
    ).toEqual([
      { meetingDate: '2026-09-24', title: 'Ferry fares', reason: 'Ends in December', owner: 'Ann Boyce' },
      { meetingDate: '2026-11-19', title: 'Piers', reason: 'Yearly', owner: 'Head of Piers' },
    ])
  })

  test.each([
    ['counts them', ['1', '2'], 'number'],
    ['refers to them', ['3', '7'], 'reference'],
  ] as const)('a column Ref %s', (_, [one, other], field) => {
    const entries = tracker(`Ref   Action                      Officer        Progress

${one}     Show the new boat           Clerk          Done
${other}     Count the strikes           Ann Boyce      Complete. Sent to members in May.
`)
    expect(entries).toEqual([
      { [field]: one, recommendation: 'Show the new boat', owner: 'Clerk', status: 'Done' },
      {
        [field]: other,
        recommendation: 'Count the strikes',
        owner: 'Ann Boyce',
        update: 'Complete. Sent to members in May.',
      },
    ])
  })
})

/** Words in lines no longer than a column is wide. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

test('however its cells are wrapped, a table set in columns gives back its rows', () => {
  const words = fc
    .array(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 1, maxLength: 12 })
    .map((parts) => `Q${parts.join(' ')}`)
  const rows = fc.array(fc.tuple(words, words, fc.constantFrom('Open', 'Closed', 'In progress')), {
    minLength: 2,
    maxLength: 8,
  })
  const widths = [5, 34, 20, 12]
  const laidOut = (cells: readonly (readonly string[])[]): string => {
    const height = Math.max(...cells.map((lines) => lines.length))
    return Array.from({ length: height }, (_, at) =>
      cells
        .map((lines, column) => (lines[at] ?? '').padEnd((widths[column] ?? 0) + 2))
        .join('')
        .trimEnd(),
    ).join('\n')
  }
  fc.assert(
    fc.property(rows, fc.boolean(), (data, spaced) => {
      const printed = data.map(([action, owner, status], at) =>
        laidOut([
          [`${at + 1}`],
          wrapped(action, widths[1] ?? 0),
          wrapped(owner, widths[2] ?? 0),
          wrapped(status, widths[3] ?? 0),
        ]),
      )
      const head = laidOut([['No'], ['Action'], ['Owner'], ['Status']])
      expect(tracker([head, ...printed].join(spaced ? '\n\n' : '\n'))).toEqual(
        data.map(([recommendation, owner, status], at) => ({
          number: `${at + 1}`,
          recommendation,
          owner,
          status,
        })),
      )
    }),
  )
})
