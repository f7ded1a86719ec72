import { describe, expect, test } from 'vitest'
import type { PaperDocument } from '../../../src/documents/paper.ts'
import { firstOf } from '../papers.ts'

async function report(text: string): Promise<PaperDocument> {
  const document = await firstOf(text)
  expect(document.kind).toBe('report')
  return document
}

describe('the front sheet of a report', () => {
  test('labels with colons, an address below the contact, empty ones left out', async () => {
    expect(
      await report(`WEXBOURNE BOROUGH COUNCIL

Subject: Sharing a harbour master
with Aye Council

Committee: Cabinet

Date: 4 March 2027

Cabinet Member: Councillor Ann Boyce

CMT Member: Bob Cardow

Author: Cora Ward, Ports Manager

Contact: Tel: 01234 567890
E-mail: cora.ward@wexbourne.gov.uk

Ref:

Key Decision: No

Part: I

Purpose of the report:

To share one.

Recommendations:

That Cabinet:

1. Agrees to share the harbour master.
2. Tells Aye Council so.

Alternative options considered:

None.
`),
    ).toMatchObject({
      title: 'Sharing a harbour master with Aye Council',
      committee: 'Cabinet',
      date: '2027-03-04',
      cabinetMember: 'Ann Boyce',
      cmtMember: 'Bob Cardow',
      author: 'Cora Ward',
      contact: 'cora.ward@wexbourne.gov.uk',
      keyDecision: false,
      part: 'I',
      recommendations: [
        { label: '1', text: 'Agrees to share the harbour master.' },
        { label: '2', text: 'Tells Aye Council so.' },
      ],
    })
  })

  test('several labels on a line, questions as labels, names apart from offices and telephones', async () => {
    expect(
      await report(`Meeting: Policy Group (JCT) Date: 3rd April 2027

Wards Affected: All

Report Title: Children's Homes: Six Month Update

Is the decision a key decision? Yes

When does the decision need to be implemented? Immediately

Executive Lead Contact Details: Cllr Ann Boyce, Executive Lead for Children – 01234 567890 – ann.boyce@aye.gov.uk

Supporting Officer Contact: Bob Cardow, Director of Children's Services, 01234 567891

1. Proposal and Introduction

1.1 The homes were inspected.

2. Recommendation(s) / Proposed Decision

2.1 That the update be noted.

Appendices

Appendix 1: Letter
`),
    ).toMatchObject({
      title: "Children's Homes: Six Month Update",
      committee: 'Policy Group (JCT)',
      date: '2027-04-03',
      wards: 'All',
      keyDecision: true,
      implementation: 'Immediately',
      executiveLead: 'Ann Boyce',
      supportingOfficer: 'Bob Cardow',
      recommendations: [{ label: '2.1', text: 'That the update be noted.' }],
    })
  })

  test('a label in one cell and its value in the next', async () => {
    expect(
      await report(`REPORT TO:              Housing Scrutiny Panel
DATE OF MEETING:        4 March 2027
REPORT TITLE:           Damp and mould in
                        council homes
REPORT AUTHOR:          Ann Boyce, Head of Homes
LEAD MEMBER:            Councillor Bob Cardow
WARDS AFFECTED:         Quay and Harbour
KEY DECISION:           NO

1.  PURPOSE OF REPORT

1.1 To tell members of the damp.
`),
    ).toMatchObject({
      committee: 'Housing Scrutiny Panel',
      date: '2027-03-04',
      title: 'Damp and mould in council homes',
      author: 'Ann Boyce',
      cabinetMember: 'Bob Cardow',
      wards: 'Quay and Harbour',
      keyDecision: false,
    })
  })

  test('a label on a line of its own, its value below', async () => {
    expect(
      await report(`Report to:
Cabinet
Date of meeting:
4 March 2027
Title of report:
Winter gritting
Report author:
Ann Boyce
Portfolio holder:
Councillor Bob Cardow (Streets)
Wards affected:
All wards
Is this a key decision?
Yes
`),
    ).toMatchObject({
      committee: 'Cabinet',
      date: '2027-03-04',
      title: 'Winter gritting',
      author: 'Ann Boyce',
      cabinetMember: 'Bob Cardow',
      wards: 'All wards',
      keyDecision: true,
    })
  })

  test('a table', async () => {
    expect(
      await report(`Report to\tOverview and Scrutiny Committee\tDate\t4 March 2027
Report title\tThe ferry contract
Report author\tAnn Boyce
Cabinet Member\tCabinet Member for Transport - Councillor Bob Cardow
Wards affected\tNone
Key decision\tNo

1. Introduction

1.1 The contract ends.
`),
    ).toMatchObject({
      committee: 'Overview and Scrutiny Committee',
      date: '2027-03-04',
      title: 'The ferry contract',
      author: 'Ann Boyce',
      cabinetMember: 'Bob Cardow',
      wards: 'None',
      keyDecision: false,
    })
  })

  test('without labels: the meeting at the top, the title above whoever reports', async () => {
    expect(
      await report(`Wexbourne County Council

Cabinet

4 March 2027

Capital Monitoring to December

Report of the Corporate Management Team

Bob Cardow, Director of Resources

Purpose of the Report

1 To tell Cabinet of the spending.

Recommendation

2 That Cabinet note the spending.

Background
`),
    ).toMatchObject({
      committee: 'Cabinet',
      date: '2027-03-04',
      title: 'Capital Monitoring to December',
    })
  })

  test("the page of an item on a council's old site", async () => {
    expect(
      await report(`Meeting documents

Health Review Panel (WCC)
Monday 13 October 2008

Meeting: Health Review Panel (Civic Offices - Tide Room - 13/10/2008 10:00:00 AM)

Item: A3 Dates of Meetings

Report of the Head of Scrutiny

Dates

4. At 10 a.m. on Monday 5 January 2009.
`),
    ).toMatchObject({
      committee: 'Health Review Panel',
      date: '2008-10-13',
      time: '10:00',
      venue: 'Civic Offices - Tide Room',
      item: 'A3',
      title: 'Dates of Meetings',
    })
  })

  test.each([
    ['Yes', true],
    ['Yes – significant in two or more wards', true],
    ['No', false],
    ['Non-key', false],
    ['☐ Yes ☒ No', false],
    ['☒ Yes ☐ No', true],
    ['Yes   No X', false],
    ['Yes X No', true],
    ['26/00123', true],
  ])('key decision: %s', async (answer, keyDecision) => {
    const document = await report(`Report title: Ferries
Report to: Cabinet
Wards affected: All
Key decision: ${answer}
Report author: Ann Boyce
`)
    expect(document.keyDecision).toBe(keyDecision)
  })

  test.each(['Yes / No', 'Not applicable', 'N/A', 'TBC'])('key decision: %s says neither', async (answer) => {
    const document = await report(`Report title: Ferries
Report to: Cabinet
Wards affected: All
Key decision: ${answer}
Report author: Ann Boyce
`)
    expect(document).not.toHaveProperty('keyDecision')
  })

  test.each([
    'Head of Legal Services',
    'Corporate Director, Place',
    'Democratic Services',
    'finance@wexbourne.gov.uk',
  ])('an office is not the name of an author: %s', async (author) => {
    const document = await report(`Report title: Ferries
Report to: Cabinet
Wards affected: All
Key decision: No
Report author: ${author}
`)
    expect(document).not.toHaveProperty('author')
  })
})

test.each([
  ['Bob Cardow, Assistant Director, Street Scene', 'Bob Cardow'],
  ['Councillor Dora Eaves, Street Scene and Parks', 'Dora Eaves'],
  ['Ann Boyce and Bob Cardow', 'Ann Boyce and Bob Cardow'],
  ['Head of Ports – Ann Boyce', 'Ann Boyce'],
  ['Cabinet Member for Ports: Cllr Ann Boyce', 'Ann Boyce'],
  ['Cora Ward (Ports Manager)', 'Cora Ward'],
  ['Ann Boyce 01234 567890 ann@wexbourne.gov.uk', 'Ann Boyce'],
])('the person of "%s"', async (author, name) => {
  const document = await report(`Report title: Ferries
Report to: Cabinet
Wards affected: All
Key decision: No
Report author: ${author}
Relevant somebody else: Liz Gale
`)
  expect(document.author).toBe(name)
})

test('a name under its own label', async () => {
  const document = await report(`Report to: Economy Panel – 5 March 2027

Subject: Skills

Report of: Strategic Director (Growth)

Wards Affected: All

Contact Officers:

Name: Ann Boyce
Position: Head of Work
`)
  expect(document).toMatchObject({
    committee: 'Economy Panel',
    date: '2027-03-05',
    supportingOfficer: 'Ann Boyce',
  })
  expect(document).not.toHaveProperty('author')
})

test('a label broken over two lines in a narrow column', async () => {
  const report = await firstOf(
    'REPORT TO: HARBOUR BOARD\n\nDATE: 9 MARCH 2027\n\nREPORT   DREDGING OF THE BAR\nTITLE:\n\nRESPONSIBLE   Jan Hobbs, Head of Harbours\nOFFICER:\nKey Decision Yes\n\nPurpose of Report\n\nTo tell the Board of the bar.\n',
  )
  expect(report).toMatchObject({
    kind: 'report',
    title: 'DREDGING OF THE BAR',
    supportingOfficer: 'Jan Hobbs',
    keyDecision: true,
  })
})

test('the title in capitals below the labels, the part on a line of its own, and the author behind the report', async () => {
  const report = await firstOf(
    `Ayebridge Council\n\nReport to the Harbour Board\n\nDate of meeting: Tuesday, 9 March 2027\n\nElectoral divisions: Quay and Bar\n\nLead Cabinet Member: Councillor Ada Fenn\n\nPart II - exempt\n\nPETITION: DREDGING OF THE BAR\n\nSummary\n\nThe petition has ninety names and asks for the bar to be dredged twice in every year.\n\n1. Background\n\n${'The bar has silted up again.\n\n'.repeat(60)}Report author: Jan Hobbs\nContact details: j.hobbs@ayebridge.example\n`,
  )
  expect(report).toMatchObject({
    kind: 'report',
    title: 'PETITION: DREDGING OF THE BAR',
    part: 'II',
    author: 'Jan Hobbs',
    contact: 'j.hobbs@ayebridge.example',
  })
})

test('the form of a decision says of it what a front sheet says of a report', async () => {
  const decision = await firstOf(
    'OFFICER DECISION RECORD\n\nCouncil: Ayebridge City Council\n\nDecision taken by: Ada Fenn, Head of Parks\n\nDate of decision: 9 March 2027\n\nDate of publication: 11 March 2027\n\nTitle: Swings in Mill Park\n\nWard(s) affected: Mill and Quay\n\nKey decision? No\n\nDecision:\nTo buy the swings.\n\nReport author: Jan Hobbs\n',
  )
  expect(decision).toMatchObject({
    kind: 'decisions',
    council: 'Ayebridge City Council',
    title: 'Swings in Mill Park',
    wards: 'Mill and Quay',
    keyDecision: false,
    author: 'Jan Hobbs',
    published: '2027-03-11',
  })
})

test('the board before a date on one line belongs to the name of the meeting', async () => {
  const report = await firstOf(
    'Meeting: Harbour and Piers Board Date: 9 March 2027\n\nWards Affected: All Wards\n\nReport Title: Dredging\n\nIs the decision a key decision? No\n',
  )
  expect(report).toMatchObject({ committee: 'Harbour and Piers Board', date: '2027-03-09' })
})
