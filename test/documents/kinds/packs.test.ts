import { describe, expect, test } from 'vitest'
import { paperOf, plainAgenda } from '../papers.ts'

async function kindsOf(text: string): Promise<string[]> {
  return (await paperOf(text)).documents.map(({ kind }) => kind)
}

const minutesOf = (day: string, panel = 'Housing Scrutiny Panel'): string =>
  `Minutes of the ${panel} held on ${day}\n\nPresent: Councillors Arkwell and Boyce\n\n1. Apologies\n\nThere were none.\n\n2. Damp\n\nThe Panel noted the report.\n\nThe meeting closed at 4 pm.\n`

const report = (title: string): string => `Committee Report

COMMITTEE: Housing Scrutiny Panel
DATE: 4 March 2027
TITLE: ${title}
Ward(s): All
Officer presenting the report: Jan Hobbs

Purpose of Report:

1. To tell the Panel about it.

2. To seek its views.
`

describe('a pack is its documents in order', () => {
  test('two sets of minutes one after the other', async () => {
    const paper = await paperOf(
      `${plainAgenda}\n${minutesOf('7 January 2027')}\n${minutesOf('14 January 2027', 'Repairs Sub-Committee')}`,
    )
    expect(paper.documents.map(({ kind, date }) => [kind, date])).toEqual([
      ['agenda', '2027-03-04'],
      ['minutes', '2027-01-07'],
      ['minutes', '2027-01-14'],
    ])
  })

  test('minutes of a second meeting with a sentence for a heading', async () => {
    const paper = await paperOf(
      `${minutesOf('7 January 2027')}\nANNUAL GENERAL MEETING\n\nDRAFT Minutes of the AGM of the above Council held on Monday 10th May 2027 at 6.30pm by telephone.\n\nRemotely Present:  Cllrs Arkwell and Boyce.\n\n805. Apologies: None.\n\n806. Election of Chair: Cllr Arkwell.\n`,
    )
    expect(paper.documents.map(({ kind, date, committee }) => [kind, date, committee])).toEqual([
      ['minutes', '2027-01-07', 'Housing Scrutiny Panel'],
      ['minutes', '2027-05-10', undefined],
    ])
  })

  test('papers stamped with their items: minutes, reports and a programme', async () => {
    expect(
      await kindsOf(
        `${plainAgenda}\nAgenda Item 1\n\nPublic Information\n\nPlease switch off your telephones.\n\nAgenda Item 2\n\n${minutesOf('7 January 2027')}\nAgenda Item 3\n\n${report('Repairs and damp')}\nAgenda Item 4\n\nBriefing note: rents\n\nRents will rise.\n\nAgenda Item 5\n\nWork Programme 2026/27\n\nDate of meeting   Item   Purpose   Lead officer\n4 March 2027   Repairs   To review   Jan Hobbs\n`,
      ),
    ).toEqual(['agenda', 'minutes', 'report', 'report', 'work-programme'])
  })

  test('a report with its assessment, its letter and its numbered list is one document', async () => {
    expect(
      await kindsOf(`${report('Repairs and damp')}
Appendix 1: Equality Impact Assessment

Name of policy: Repairs
Author: Jan Hobbs
Date: 1 February 2027
Department: Housing
Contact: 01000 564000

1. What is the policy for?

2. Whom does it touch?

Appendix 2

To: All tenants
From: The Director
Date: 2 February 2027
Subject: Damp

Dear tenant

1. Open your windows.
`),
    ).toEqual(['report'])
  })

  test('a tracker in a report is a document, and once only, however often its head is printed', async () => {
    const head = 'Recommendation\tOwner\tStatus\tUpdate'
    const row = (at: number): string => `Mend roof ${at}\tJan Hobbs\tGreen\tDone in May`
    expect(
      await kindsOf(
        `${report('Repairs and damp')}\nAppendix 1: Recommendation Tracker\n\n${head}\n${row(1)}\n${row(2)}\n\n${head}\n${row(3)}\n${row(4)}\n`,
      ),
    ).toEqual(['report', 'tracker'])
  })

  test('a register of risks in a report is no tracker', async () => {
    expect(
      await kindsOf(
        `${report('Repairs and damp')}\nRisk\tLikelihood\tAction\tStatus\nLeaks\tHigh\tMend the roof\tOpen\nMould\tLow\tPaint\tClosed\n`,
      ),
    ).toEqual(['report'])
  })
})

describe('what a file is by itself', () => {
  test.each([
    [
      'minutes',
      'that open with the members and name no day',
      'Harbour Panel\n\nCommittee Members:\n\nCouncillors Arkwell (Chairman), Boyce and Cardow\n\n19. Apologies\n\nApologies were received from Councillor Dellow.\n\n20. Urgent Items\n\nThere were no urgent items.\n\n21. Minutes of the Meeting of 4 March 2027\n\nRESOLVED: That the minutes be approved.\n',
    ],
    [
      'minutes',
      'as an extract with one item',
      'Agendas, reports and minutes\n\nStrathaye Council\n\nDate: Thursday, 7 January 2027\n\n7. Review of the Scheme\n\nThe Council AGREED that the votes be by show of hands.\n',
    ],
    [
      'agenda',
      'as a summons',
      'SUMMONS TO ATTEND\n\nYou are hereby summoned to a meeting of Little Aye Parish Council on Tuesday 2 March 2027.\n\n1. Apologies\n\n2. To approve the minutes of the meeting held on 2 February 2027\n\n3. Finance\n',
    ],
    [
      'agenda',
      'that has minutes before it',
      'Health Panel\n\nThursday 4 March 2027\n\nMinutes of 7 January 2027\n\nAGENDA\n\n1. Apologies\n\n2. Minutes\n\n3. Budget\n',
    ],
    [
      'decisions',
      'as a list',
      'RECORD OF CABINET DECISIONS\n\nCabinet\n\n4 March 2027\n\n1. Damp\n\nAgreed.\n',
    ],
    ['decisions', 'as a summary', 'Decision Summary\n\nCabinet - 4 March 2027\n\n1. Damp\n\nAgreed.\n'],
    [
      'agenda',
      'that says when decisions take effect',
      'Harbour Panel\n\nThursday 4 March 2027\n\nDecisions taken at this meeting take effect after five days.\n\nAGENDA\n\n1. Apologies\n\n2. Dredging\n',
    ],
    [
      'tracker',
      'as a log',
      'Housing Scrutiny Panel Action Log\n\nAction\tOwner\tStatus\nMend roof\tJan Hobbs\tOpen\nPaint\tAnn Moss\tClosed\n',
    ],
    [
      'work-programme',
      'as a plan',
      'Forward Plan 2026/27\n\nDate\tItem\tPurpose\tOfficer\n4 March 2027\tRepairs\tTo review\tJan Hobbs\n',
    ],
    [
      'report',
      'of a director',
      'Housing Scrutiny Panel\n\n4 March 2027\n\nReport of the Director of Housing\n\nRepairs and damp\n\n1. Background\n\nDamp is wet.\n',
    ],
  ])('%s %s', async (kind, _, text) => {
    expect(await kindsOf(text)).toEqual([kind])
  })
})

test('a programme below the bare number of its page is a document behind the minutes', async () => {
  const { documents } = await paperOf(
    'PORTS PANEL\n\nMinutes of the meeting held on 5 June 2026\n\nPresent: Councillors Boyce and Cardow\n\n1. PIERS\n\nThe report was noted.\n\nThe meeting closed at 7.02 pm.\n\n10\n\nPORTS PANEL WORK PROGRAMME 2026/27\n\nMeeting\tItem\tLead officer\n10 July 2026\tFerries\tAnn Boyce\n\tPiers\tBob Cardow\n',
  )
  expect(documents.map(({ kind }) => kind)).toEqual(['minutes', 'work-programme'])
})
