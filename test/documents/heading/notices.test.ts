import { describe, expect, test } from 'vitest'
import { firstOf } from '../papers.ts'

const items = '\n\n1. Apologies\n\n2. Minutes\n\n3. Dues\n'

describe('the body that meets', () => {
  test.each([
    [
      'Harbour and Quays Scrutiny Commission - Wednesday 5 March 2027 7.00 pm',
      'Harbour and Quays Scrutiny Commission',
    ],
    [
      'Scrutiny Commission for Culture and Leisure\n\n5 March 2027',
      'Scrutiny Commission for Culture and Leisure',
    ],
    [
      'Children and Families\nScrutiny Sub-Committee\n\n5 March 2027',
      'Children and Families Scrutiny Sub-Committee',
    ],
    ['Planning & Harbour Committee Meeting\n\n5 March 2027', 'Planning & Harbour Committee'],
    ['Strathaye Council - Education Committee\n\n5 March 2027', 'Education Committee'],
  ])('%j', async (heading, committee) => {
    expect((await firstOf(`AGENDA\n\n${heading}${items}`)).committee).toBe(committee)
  })

  test.each([
    ['Harbour Panel Minutes\n\n5 March 2027', 'Harbour Panel'],
    ['Harbour Panel - Minutes of the meeting held on 5 March 2027', 'Harbour Panel'],
    ['Minutes of the Harbour Panel virtual meeting held via Teams on 5 March 2027', 'Harbour Panel'],
    ['Minutes of the Town Council Meeting 5th March 2027', 'Town Council'],
    ['AYEBRIDGE COUNCILHARBOUR PANELMinutes of the meeting held on 5 March 2027', 'HARBOUR PANEL'],
  ])('of minutes: %j', async (heading, committee) => {
    expect(await firstOf(`${heading}\n\nPresent: Councillors Ash and Birch${items}`)).toMatchObject({
      committee,
      date: '2027-03-05',
    })
  })

  test('of decisions stands before what the paper calls itself', async () => {
    expect(
      await firstOf(
        'AYEBRIDGE COUNCIL\nExecutive - Record of Decisions\n\nMeeting held on 5 March 2027\n\n1. Dues\n\nAgreed.\n',
      ),
    ).toMatchObject({ council: 'AYEBRIDGE COUNCIL', committee: 'Executive' })
  })
})

describe('a summons', () => {
  const summons = `Agenda – Parish Council – 5 March 2027

Posted on 1 March 2027 by Clerk

You are hereby summoned to attend the meeting of Little Aye Parish Council to be held at The Pavilion, Aye Green on Friday 5th March 2027 at 7.15 pm.${items}`

  test('gives the time in the sentence that says the day again', async () => {
    expect(await firstOf(summons)).toMatchObject({
      committee: 'Little Aye Parish Council',
      date: '2027-03-05',
      time: '19:15',
      venue: 'The Pavilion, Aye Green',
      published: '2027-03-01',
    })
  })

  test.each([
    ['Signed\n\nMary Rudge, Clerk to the Council\n2nd March 2027\n', 'Mary Rudge', '2027-03-02'],
    ['Dated this 2nd day of March 2027\n\nJ. Harker\nChief Executive\n', 'J. Harker', '2027-03-02'],
    ['Signed: K Dale (Mrs), Town Clerk      2 March 2027\n', 'K Dale', '2027-03-02'],
    ['Yours sincerely\n\nTrudi Eckersley\nClerk\n', 'Trudi Eckersley', undefined],
  ])('is signed and dated at its foot: %j', async (foot, clerk, published) => {
    const notice = await firstOf(`AGENDA\n\nHarbour Panel\n\n5 March 2027${items}\n${foot}`)
    expect([notice.clerk, notice.published]).toEqual([clerk, published])
  })
})

test('a letter that summons names committee, council and place in one sentence', async () => {
  expect(
    await firstOf(
      `Dear Councillor\n\nYou are summoned to attend a meeting of the FINANCE COMMITTEE of Little Aye Town Council in the Old School on Friday, 5th March 2027 at 7.00 p.m. to transact the business set out below.${items}`,
    ),
  ).toMatchObject({
    council: 'Little Aye Town Council',
    committee: 'FINANCE COMMITTEE',
    venue: 'the Old School',
    time: '19:00',
  })
})

test('minutes that say at their end when they began', async () => {
  expect(
    await firstOf(
      'Minutes of the Harbour Panel\n\n5 March 2027\n\nPresent: Councillors Ash and Birch\n\n1. Apologies\n\nNone.\n\n2. Close\n\nThe meeting started at 5.30pm and ended at 7.05pm.\n',
    ),
  ).toMatchObject({ time: '17:30', ended: '19:05' })
})

test('the summary of a meeting on a site says below the day whether it goes ahead', async () => {
  const page = (status: string): string =>
    `Meeting Summary\n\nHarbour Panel\n\n5 Mar 2027 - 18:15 to 20:00\n\n${status}\n\nAgenda${items}`
  expect((await firstOf(page('Scheduled'))).cancelled).toBe(false)
  expect((await firstOf(page('Cancelled'))).cancelled).toBe(true)
})

test('a call-in that ends at five does not begin the meeting', async () => {
  expect(
    (
      await firstOf(
        'CABINET\n\nDECISION LIST\n\n5 March 2027\n\nThe call-in period ends at 5pm on 12 March 2027.\n\n4. Dues\n\nAgreed.\n\n5. Walls\n\nAgreed.\n',
      )
    ).time,
  ).toBeUndefined()
})

test('the council stands at the foot of a site’s page', async () => {
  expect(
    (
      await firstOf(
        `AGENDA\n\nHarbour Panel\n\n5 March 2027${items}\nAyebridge Borough Council, Quay House, Ayebridge\n`,
      )
    ).council,
  ).toBe('Ayebridge Borough Council')
})

test('the page of an item names its meeting in full', async () => {
  expect(
    await firstOf(
      'Agenda item\n\nFlood walls\n\nMeeting of Harbour Panel, Friday, 5th March, 2027 10.00 am (Item 7.)\n\nTo consider it.\n\nMinutes:\n\nThe Panel noted it.\n',
    ),
  ).toMatchObject({
    committee: 'Harbour Panel',
    date: '2027-03-05',
    time: '10:00',
    items: [{ number: '7', title: 'Flood walls' }],
  })
})

test.each([
  [
    'above "Dear Councillor"',
    'Please ask for: Ada Fenn\n\n12 May 2027\n\nAYEBRIDGE DISTRICT COUNCIL\n\nDear Councillor\n\nYou are summoned to a meeting of the HARBOUR BOARD to be held in the Guildhall on Thursday, 20 May 2027 at 6.30 p.m.\n\nAGENDA\n\n1. Apologies\n\n2. Minutes\n\n3. Dredging\n',
  ],
  [
    'above the notice',
    'Ayebridge Council\nDepute Chief Executive: Ada Fenn\n\n12 May 2027\n\nNOTICE OF MEETING\n\nA meeting of the HARBOUR BOARD will be held in the Guildhall on Thursday, 20 May 2027 at 2 pm.\n\nBUSINESS\n\n1. Apologies\n\n2. Minutes\n\n3. Dredging\n',
  ],
  [
    "beside the clerk's name at the foot",
    'Clerk : Mrs A Fenn      Telephone : 01000 552110\n\nAYEBRIDGE PARISH COUNCIL\n\nNOTICE IS GIVEN OF A MEETING ON THURSDAY, 20th MAY 2027 at 7.30pm\n\nAGENDA\n\n1. Apologies\n\n2. Minutes\n\n3. Dredging\n\nA Fenn    12th May 2027\n',
  ],
])('the day of a letter is its day of issue: %s', async (_, text) => {
  expect(await firstOf(text)).toMatchObject({ kind: 'agenda', date: '2027-05-20', published: '2027-05-12' })
})

test('the day of the meeting above a letter is not that of its issue', async () => {
  const agenda = await firstOf(
    'HARBOUR BOARD\n\n20 May 2027\n\nDear Councillor\n\nYou are summoned to the meeting of the Board at 6.30 p.m.\n\nAGENDA\n\n1. Apologies\n\n2. Minutes\n\n3. Dredging\n',
  )
  expect(agenda.published).toBeUndefined()
})

test('the day of the meeting beside whom to ask is no day of issue', async () => {
  const agenda = await firstOf(
    'Agenda\n\nAudit Committee\n\nDate:\tTuesday 2 March 2027\nTime:\t6.30 pm\n\nFor any further information please contact:\nBob Reed, Senior Democratic Services Officer\n\n1. Apologies\n\n2. Minutes\n\n3. Dredging\n',
  )
  expect([agenda.date, agenda.clerk, agenda.published]).toEqual(['2027-03-02', 'Bob Reed', undefined])
})
