import { describe, expect, test } from 'vitest'
import { paperOf } from '../papers.ts'

async function kindsOf(text: string): Promise<string[]> {
  return (await paperOf(text)).documents.map(({ kind }) => kind)
}

const items = '\n\n1. Apologies\n\n2. Declarations of interest\n\n3. Dredging of the harbour\n'
const said =
  '\n\nPresent: Councillors Arkwell (Chair), Boyce and Cardow\n\n1. Apologies\n\nThere were none.\n\n2. Dredging\n\nThe report was noted.\n'

describe('an agenda is known by what it calls itself', () => {
  test.each([
    'Agenda – Parish Council – 7 March 2027',
    'AGENDA FOR THE MEETING ON 7 MARCH 2027',
    'Little Aye Parish Council Agenda',
    'Parish Council Meeting Agenda - 7th March 2027',
    'Notice of Parish Council Meeting',
    'NOTICE OF A MEETING OF THE FINANCE COMMITTEE',
    'Summons and Agenda',
    'ORDER OF BUSINESS',
    'NOTICE IS HEREBY GIVEN that a meeting of Little Aye Parish Council will be held on 7 March 2027 at 7 pm.',
    'Dear Councillor, You are hereby summoned to attend a meeting of Little Aye Town Council on 7 March 2027.',
    'Members of the Committee are requested to attend a meeting of the Burial Board on 7 March 2027.',
    'To: All Members of the Council – meeting of 7 March 2027',
  ])('%s', async (title) => expect(await kindsOf(title + items)).toEqual(['agenda']))

  test('and a table of well-known business below the body and the day', async () => {
    expect(
      await kindsOf(
        'Harbour Board\n\nTuesday 9 March 2027, 6pm\n\nTime\tItem\tLead\n6.00\tApologies for absence\tChair\n6.05\tMinutes of the last meeting\tChair\n6.10\tAction tracker\tClerk\n6.20\tDate of next meeting\tChair\n',
      ),
    ).toEqual(['agenda'])
  })

  test('and a list of business posted without any heading', async () => {
    expect(
      await kindsOf(
        '1204.\tPolice Report\n1205.\tTo receive apologies\n1206.  Public session (15 mins) to hear any matters raised\n1307.  Finance\n1208.\tHighways\n',
      ),
    ).toEqual(['agenda'])
    expect(
      await kindsOf(
        'Apologies for absence\nDeclarations of interest\nMinutes of the last meeting\nFinance\nHedges in Mill Lane\nDate of next meeting\n',
      ),
    ).toEqual(['agenda'])
  })
})

describe('minutes are known by what they call themselves', () => {
  test.each([
    'MINUTE of MEETING of STRATHAYE COUNCIL held on 7 March 2027',
    'Minutes of a LAPC meeting held on Monday 7th March 2027 at 7.00pm in the Village Hall',
    'Notes of the Flood Task Group – 7 March 2027',
    'Parish Council Meeting Minutes – 7 March 2027',
    'Record of proceedings of the Harbour Board',
  ])('%s', async (title) => expect(await kindsOf(title + said)).toEqual(['minutes']))

  test('also where the whole of them is one line of a page', async () => {
    expect(
      await kindsOf(
        `Minutes of a meeting of Little Aye Parish Council held on 7 March 2027.<br /><br />Present: Cllrs Ash and Birch.<br /><br />${'We talked of hedges at length. '.repeat(20)}<br />12.Apologies: None.<br /><br />13.Finance: Noted.`,
      ),
    ).toEqual(['minutes'])
  })
})

describe('decisions are known by what they call themselves', () => {
  test.each([
    'Executive - Record of Decisions',
    'CABINET – DECISION NOTICE',
    'Decision List',
    'Cabinet Decisions - 7 March 2027',
    'Record of Executive Decision',
    'Officer Delegated Decision Record',
    'Notice of Decisions of the Executive',
    'Mayoral Decision Form',
    'Statement of Executive Decisions',
    'EXECUTIVE MEMBER DECISION',
    'Cabinet Member Decisions – 7 March 2027',
    'Decision by the Portfolio Holder for Harbours',
    'Recorded vote – Council, 7 March 2027',
    'Record of Voting',
  ])('%s', async (title) =>
    expect(
      await kindsOf(`AYEBRIDGE COUNCIL\n${title}\n\n7 March 2027\n\n1. Dredging\n\nThat it be done.\n`),
    ).toEqual(['decisions']),
  )

  test('a form without a name by what it asks', async () => {
    expect(
      await kindsOf(
        'AYEBRIDGE COUNCIL\n\nDredging of the inner harbour\n\nDecision taken by: Head of Harbours\n\nDate of decision: 7 March 2027\n\nDecision: To let the contract.\n\nReasons: The old one ends.\n',
      ),
    ).toEqual(['decisions'])
  })

  test.each([
    ['decisions', 'Decision:\n\nThe Board noted the report.'],
    ['agenda', 'To note the report.'],
  ])('a page of a council’s site is of %s by what stands under its items', async (kind, below) => {
    const page = `Agenda for Harbour Board on Tuesday, 9th March, 2027, 2.00 pm\n\nHome\n\nOfficer decisions\n\nAgenda and decisions\n\nHarbour Board - Tuesday, 9th March, 2027 2.00 pm\n\nItems\n\nNo.\nItem\n\n1.\n\nApologies\n\n2.\n\nDredging\n\n${below}\n`
    expect(await kindsOf(page)).toEqual([kind])
  })

  test('the page of a decision is one document, though it gives the minutes and the author too', async () => {
    expect(
      await kindsOf(
        'Decision details\n\nHarbour dues\n\nDecision Maker: Cabinet\n\nDecision status: Approved\n\nIs Key decision?: Yes\n\nDecision:\n\nThat the dues be raised.\n\nMinutes:\n\nThe Leader presented the report.\n\nReport author: Jan Hobbs\n\nPublication date: 9/03/2027\n\nDate of decision: 7/03/2027\n',
      ),
    ).toEqual(['decisions'])
  })
})

describe('a supplement is known by what it calls itself', () => {
  test.each([
    'Supplementary papers',
    'ADDENDUM',
    'Second despatch',
    'UPDATE SHEET',
    'Late representations',
    'Tabled papers',
    'Late Items',
  ])('%s', async (title) =>
    expect(
      await kindsOf(
        `AYEBRIDGE COUNCIL\nHarbour Board - 7 March 2027\n\n${title}\n\n5. Dredging (Pages 3 - 8)\n`,
      ),
    ).toEqual(['supplement']),
  )
})

describe('a report is known by its sections where it has no labels', () => {
  const report =
    'Harbour Dues 2027/28\n\nOverview Committee\n\n7 March 2027\n\nExecutive Summary\n\nDues must rise.\n\nPurpose of Report\n\nDecision\n\n1. INTRODUCTION AND BACKGROUND\n\n1.1 The harbour was built in 1820.\n\n2. AVAILABLE OPTIONS\n\n2.1 To do nothing.\n'

  test('and is one document', async () => expect(await kindsOf(report)).toEqual(['report']))

  test('a front sheet that asks for more further down goes on; one that asks again is another', async () => {
    const front = (title: string): string =>
      `HARBOUR BOARD\n\nReport subject: ${title}\n\nMeeting date: 7 March 2027\n\nExecutive summary: In brief\n\n${'It is a long summary of many lines.\n'.repeat(14)}\nPortfolio Holder: Councillor Ash\n\nReport author: Jan Hobbs\n\nWards: All\n\nKey decision: No\n\n1. Background\n\nDues are low.\n`
    expect(await kindsOf(front('Dues'))).toEqual(['report'])
  })
})

describe('what a line only mentions is no name of a paper', () => {
  test.each([
    ['minutes', `Harbour Board minutes\n\n7 March 2027\n\nThe agenda was changed.${said}`],
    ['minutes', `MINUTES of the Harbour Board\n\n7 March 2027\n\nThe decision notice was late.${said}`],
    ['agenda', `AGENDA\n\nHarbour Board\n\n7 March 2027\n\nNotes for members are behind the papers.${items}`],
  ])('%s', async (kind, text) => expect(await kindsOf(text)).toEqual([kind]))
})

describe('an annual meeting and an ordinary one in one file are two documents', () => {
  test.each([
    [
      'with headings',
      `LITTLE AYE PARISH COUNCIL\n\nMinutes of the Annual Meeting held on 10 May 2027${said}\nMinutes of the Ordinary Meeting held on 10 May 2027 at 8 pm${said}`,
    ],
    [
      'with names in capitals',
      `LITTLE AYE PARISH COUNCIL\n\nMINUTES OF THE ANNUAL PARISH MEETING\n\n10 May 2027${said}\nMINUTES OF THE PARISH COUNCIL MEETING\n\n10 May 2027${said}`,
    ],
    [
      'with a sentence',
      `LITTLE AYE PARISH COUNCIL\n\nMINUTES\n\nThe Annual Meeting of the Council was held on 10 May 2027${said}\nLITTLE AYE PARISH COUNCIL\n\nMINUTES\n\nA meeting of the Council was held on 10 May 2027${said}`,
    ],
    [
      'with others in attendance',
      `Minutes of the Annual Meeting of Little Aye Parish Council held on 10 May 2027${said}\nMinutes of the Meeting of Little Aye Parish Council held on 10 May 2027\n\nIn attendance: Councillors Arkwell and Boyce\n\n1. Apologies\n\nNone.\n`,
    ],
    [
      'each named with its day',
      `Little Aye Parish Council\n\nAnnual Meeting of the Parish Council, 10 May 2027${said}\nOrdinary Meeting of the Parish Council, 10 May 2027${said}`,
    ],
    [
      'where the second begins its numbers again',
      `LITTLE AYE PARISH COUNCIL\n\nMinutes of the Annual Meeting held on 10 May 2027${said}\n3. Chair\n\nNoted.\n\n4. Hedges\n\nNoted.\n\n5. Benches\n\nNoted.\n\nMINUTES OF THE MAY MEETING\n\nThe meeting followed the other one.\n\n1. Hedges\n\nNoted.\n\n2. Ponds\n\nNoted.\n`,
    ],
    [
      'where the second only says that it followed',
      `Minutes of the Annual Meeting of Little Aye Parish Council held on 10 May 2027${said}\nMinutes of the Ordinary Meeting of Little Aye Parish Council held immediately after the Annual Meeting\n\n1. Apologies\n\nNone.\n\n2. Hedges\n\nNoted.\n`,
    ],
  ])('%s', async (_, text) => expect(await kindsOf(text)).toEqual(['minutes', 'minutes']))
})
