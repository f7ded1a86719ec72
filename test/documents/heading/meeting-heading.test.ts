import { describe, expect, test } from 'vitest'
import type { DocumentRecord } from '../../../src/documents/record.ts'
import { firstOf } from '../papers.ts'

const business =
  '1. Apologies\n\nNone were received.\n\n2. Dredging\n\nThe report was noted.\n\nRESOLVED: That it be noted.\n'
const roll = 'Present: Councillors Arkwell (Chair), Boyce and Cardow\n'

describe('the heading of minutes', () => {
  test.each<[string, Partial<DocumentRecord>]>([
    [
      'Wexbourne Borough Council\nMinutes of the Harbour & Quays\nPolicy Committee\n\n23 October 2026 at 5.00 pm',
      {
        council: 'Wexbourne Borough Council',
        committee: 'Harbour & Quays Policy Committee',
        date: '2026-10-23',
        time: '17:00',
      },
    ],
    [
      'MINUTES of the meeting of the Harbour Panel held on Thursday 7 January 2027 at 2.00 pm in the Council Chamber, Civic Offices, Wexbourne.',
      {
        committee: 'Harbour Panel',
        date: '2027-01-07',
        time: '14:00',
        venue: 'the Council Chamber, Civic Offices, Wexbourne',
      },
    ],
    [
      'MINUTES OF LITTLE AYE PARISH COUNCIL MEETING HELD\n\nAT THE VILLAGE HALL ON TUESDAY MARCH 2ND 2027',
      {
        council: 'LITTLE AYE PARISH COUNCIL',
        committee: 'LITTLE AYE PARISH COUNCIL',
        date: '2027-03-02',
        venue: 'THE VILLAGE HALL',
      },
    ],
    [
      'DRAFT MINUTES OF LITTLE AYE ANNUAL PARISH COUNCIL MEETING\n\nHELD IN LITTLE AYE VILLAGE HALL AT 7.30 PM\n\nON WEDNESDAY 5 MAY 2027',
      {
        committee: 'LITTLE AYE PARISH COUNCIL',
        date: '2027-05-05',
        time: '19:30',
        venue: 'LITTLE AYE VILLAGE HALL',
        draft: true,
      },
    ],
    [
      'LITTLE AYE PARISH COUNCIL Draft (until approved at the following meeting) Minutes of the Ordinary Meeting held on Wednesday 1 September 2027 at 7.00pm in Little Aye Village Hall',
      {
        council: 'LITTLE AYE PARISH COUNCIL',
        committee: 'LITTLE AYE PARISH COUNCIL',
        date: '2027-09-01',
        time: '19:00',
        venue: 'Little Aye Village Hall',
        draft: true,
      },
    ],
    [
      'Minutes of the Annual Little Aye Parish Council Meeting held following the\n\nParish Meeting in the Village Hall on the 11th May 2027.',
      { committee: 'Little Aye Parish Council', date: '2027-05-11', venue: 'the Village Hall' },
    ],
    [
      'Little Aye Parish Council - 13th July 2027\nThe Parish Council held the meeting\noutside the Village School at 7pm.',
      {
        committee: 'Little Aye Parish Council',
        date: '2027-07-13',
        time: '19:00',
        venue: 'outside the Village School',
      },
    ],
    [
      'Minutes of a meeting of the above Council held on Monday 25th January 2027 at 1900 hours in Ayebridge Hall.',
      { date: '2027-01-25', time: '19:00', venue: 'Ayebridge Hall' },
    ],
    [
      'HARBOUR PANEL\n\nMinutes (unconfirmed)\n\nThursday 7 January 2027 7.00 pm - Friday 8 January 2027 1.00 am',
      { committee: 'HARBOUR PANEL', date: '2027-01-07', time: '19:00', draft: true },
    ],
    [
      'At a MEETING of the HARBOUR PANEL held at the Civic Offices, Wexbourne on Thursday 7 January 2027 at 10.00 a.m.',
      {
        committee: 'HARBOUR PANEL',
        date: '2027-01-07',
        time: '10:00',
        venue: 'the Civic Offices, Wexbourne',
      },
    ],
    [
      'HARBOUR PANEL\n\nMINUTES OF MEETING HELD ON 7 JANUARY 2027 COMMENCING AT 10.00 AM AND CONCLUDING AT 12.15 PM',
      { committee: 'HARBOUR PANEL', date: '2027-01-07', time: '10:00', ended: '12:15' },
    ],
    [
      'STRATHAYE COUNCIL\n\nMinute of Meeting of the Harbour Committee held in the Town House, Strathaye on 7 January 2027 at 10am',
      {
        council: 'STRATHAYE COUNCIL',
        committee: 'Harbour Committee',
        venue: 'the Town House, Strathaye',
      },
    ],
    [
      'Minutes – Harbour Board – 14.01.27 – 2.00pm - 4.15pm – Tide Room',
      { committee: 'Harbour Board', date: '2027-01-14', time: '14:00', ended: '16:15' },
    ],
    [
      'Meeting:\tHarbour Panel\nDate:\tThursday 7 January 2027\nTime:\t2.00 pm\nVenue:\tTide Room, Civic Offices',
      { committee: 'Harbour Panel', date: '2027-01-07', time: '14:00', venue: 'Tide Room, Civic Offices' },
    ],
    [
      'Harbour Panel\nMinutes of the meeting held remotely via Zoom on Monday 11 January 2027 at 7.30 pm',
      { committee: 'Harbour Panel', date: '2027-01-11', time: '19:30', venue: 'Zoom' },
    ],
    [
      'Minutes of the Community Council virtual meeting held via ZOOM Conference, on\n\nThursday, 7th January 2027.',
      { committee: 'Community Council', date: '2027-01-07', venue: 'ZOOM Conference' },
    ],
    [
      'Minutes of a meeting of the Licensing Sub Committee B held on 7 January 2027',
      { committee: 'Licensing Sub Committee B' },
    ],
    ['Minutes Annual Parish Council Meeting 7th January 2027', { committee: 'Parish Council' }],
    ['Parish Council - minutes of 7th January 2027', { committee: 'Parish Council' }],
    [
      'Minutes of the Annual Council Meeting of the Parish Council\nheld in the Village Hall on 7th January 2027',
      { committee: 'Parish Council', venue: 'the Village Hall' },
    ],
    [
      'CITY OF WEXBOURNE\n\nMINUTES OF THE PROCEEDINGS OF THE COUNCIL\nHeld in the Council Chamber at the Guildhall on Thursday 7 January 2027 at 6.00 pm',
      { council: 'CITY OF WEXBOURNE', committee: 'Council', venue: 'the Council Chamber at the Guildhall' },
    ],
    [
      'HARBOUR PANEL\n\nMINUTES of the meeting held on Thursday 7th January 2027, Council\nChamber, Shire Hall, Wexbourne, commencing at 10.30 am',
      { date: '2027-01-07', time: '10:30', venue: 'Council Chamber, Shire Hall, Wexbourne' },
    ],
    [
      'Great Aye and Little Aye Community Council held their meeting via Zoom at 7.30pm on the 11th January 2027.',
      {
        council: 'Great Aye and Little Aye Community Council',
        committee: 'Great Aye and Little Aye Community Council',
        venue: 'Zoom',
      },
    ],
    [
      'Wexbourne District Council\n\nMinutes of the meeting of the\n\nOVERVIEW AND SCRUTINY\nCOMMITTEE\n\nheld on 7 January 2027',
      { council: 'Wexbourne District Council', committee: 'OVERVIEW AND SCRUTINY COMMITTEE' },
    ],
    [
      'Minutes of the Meeting of the Council of the Royal Borough of Wexbourne held on Thursday 7 January 2027',
      { council: 'Royal Borough of Wexbourne', committee: 'Council' },
    ],
    [
      'Cyngor Cymuned Llanaye / Llanaye Community Council\n\nMinutes of the monthly meeting held on 7 January 2027',
      { council: 'Llanaye Community Council', committee: 'Llanaye Community Council' },
    ],
    [
      'Health Board\n(Wexbourne Borough Council)\n\nMinutes of the meeting held on 7 January 2027',
      { council: 'Wexbourne Borough Council', committee: 'Health Board' },
    ],
    [
      'SCRUTINY COMMISSION FOR RURAL COMMUNITIES\n\nMinutes\n\n7 January 2027',
      { committee: 'SCRUTINY COMMISSION FOR RURAL COMMUNITIES' },
    ],
    [
      'Call-In Sub-Committee, Environment\nMinutes\nThursday 7 January 2027\n\nVenue: Hybrid Meeting: Room 2, Civic Centre, and Microsoft Teams',
      {
        committee: 'Call-In Sub-Committee, Environment',
        venue: 'Hybrid Meeting: Room 2, Civic Centre, and Microsoft Teams',
      },
    ],
    [
      'Notes of the Task and Finish Group on Bus Services\n\n7 January 2027, 2pm',
      { committee: 'Task and Finish Group on Bus Services', time: '14:00' },
    ],
    [
      'AYE COMMUNITY COUNCIL\n\nMINUTES OF GENERAL MEETING MONDAY 4 JANUARY\n\nHeld in the Board Room, Old School at 7 p.m.',
      { committee: 'AYE COMMUNITY COUNCIL', time: '19:00', venue: 'the Board Room, Old School' },
    ],
  ])('%#', async (heading, wanted) => {
    expect(await firstOf(`${heading}\n\n${roll}\n${business}`)).toMatchObject(wanted)
  })

  test('where the council met may be said among who came', async () => {
    const minutes = await firstOf(
      `Council\nThursday 7 January 2027\n\nMINUTES\n\n${roll}\nThe council met at the Civic Centre, Quay Road, Wexbourne.\n\n${business}`,
    )
    expect(minutes.venue).toBe('the Civic Centre, Quay Road, Wexbourne')
  })

  test('names no council, venue or draft that it does not state', async () => {
    const minutes = await firstOf(
      `Minutes of a meeting of the above Council held on Monday 25th January 2027\n\n${roll}\n${business}`,
    )
    expect(Object.keys(minutes)).not.toEqual(expect.arrayContaining(['council']))
    expect([minutes.committee, minutes.venue, minutes.draft, minutes.time, minutes.ended]).toEqual(
      Array.from({ length: 5 }),
    )
  })

  test('a council that its own next meeting names is its council', async () => {
    const minutes = await firstOf(
      `Minutes for meeting held Tuesday 5th January 2027\n\n${roll}\n${business}\nThe next Little Aye Community Council meeting will take place on 4 June 2027.\n`,
    )
    expect(minutes).toMatchObject({
      council: 'Little Aye Community Council',
      committee: 'Little Aye Community Council',
    })
  })
})

describe('when the meeting closed', () => {
  const closing = async (words: string, time = '7.00 pm'): Promise<string | undefined> =>
    (
      await firstOf(
        `Minutes of the Harbour Panel\n\n7 January 2027 at ${time}\n\n${roll}\n${business}\n${words}\n`,
      )
    ).ended

  test.each([
    ['The meeting concluded at 9.40 p.m.', '21:40'],
    ['The meeting started at 7.00 pm and finished at 9.10 pm.', '21:10'],
    ['(The meeting opened at 7.00 p.m. and closed at 9.15 p.m.)', '21:15'],
    ['There being no further business the meeting closed at 20.40.', '20:40'],
    ['Meeting closed: 9.15pm', '21:15'],
    ['Meeting Closed at 8.45', '20:45'],
    ['The Committee rose at 9.05 pm', '21:05'],
    ['(The Panel, which began at 7.00 p.m., ended at 8.20 p.m.)', '20:20'],
    ['The Chairman closed the meeting at 8.50pm.', '20:50'],
    ['Councillor Vane declared the meeting closed at 2110 hours.', '21:10'],
    ['Duration of meeting: 7.00 p.m. to 8.05 p.m.', '20:05'],
    ['Close of meeting: 9pm', '21:00'],
    ['Concluded 8.35 pm', '20:35'],
    ['Finish 21:20', '21:20'],
    ['The meeting was closed at 9.22pm\n\nMeeting Closed 9.23pm', '21:22'],
  ])('%s', async (words, wanted) => {
    expect(await closing(words)).toBe(wanted)
  })

  test('at noon, and in the morning', async () => {
    expect(await closing('The meeting ended at noon.', '10.00 am')).toBe('12:00')
    expect(await closing('Meeting ended 11.45', '10.00 am')).toBe('11:45')
  })

  test('under a heading of its own', async () => {
    expect(await closing('3. Duration of Meeting\n\n7.00 p.m. to 8.45 p.m.')).toBe('20:45')
  })

  test.each([
    ['Meeting closed to allow members of the public to speak at 7.30 pm.'],
    ['The public session closed at 7.25 pm.'],
    ['The Panel heard that the consultation closed at 5 pm.'],
    ['Meeting adjourned 8pm, reconvened 8.01pm.'],
    ['The meeting closed.'],
  ])('not: %s', async (words) => {
    expect(await closing(words)).toBeUndefined()
  })
})

describe('the heading of a meeting’s page', () => {
  const page = (title: string, more = ''): string =>
    `Agenda\n\n${title}\n${more}\nVenue: Tide Room, Civic Offices. View directions\n\nNo. Item\n\n1.\n\nApologies\n\n2.\n\nDredging\n`

  test.each<[string, Partial<DocumentRecord>]>([
    [
      'Harbour Panel - Tuesday 8th June 2027 7.00 pm',
      { committee: 'Harbour Panel', date: '2027-06-08', time: '19:00' },
    ],
    [
      'Harbour Panel - Tuesday, 8th June, 2027 7.00 pm, NEW',
      { committee: 'Harbour Panel', date: '2027-06-08' },
    ],
    ['Harbour Panel - Tuesday, 8th June, 2027 7.00 pm, CANCELLED', { date: '2027-06-08', cancelled: true }],
    ['Harbour Panel - Tuesday, 8th June, 2027 7.00 pm, MOVED', { date: '2027-06-08', time: '19:00' }],
  ])('%s', async (title, wanted) => {
    const read = await firstOf(page(title))
    expect(read).toMatchObject({ ...wanted, venue: 'Tide Room, Civic Offices' })
    if (!wanted.cancelled) expect(read.cancelled).toBeUndefined()
  })

  test('the day from which it was moved is not its date', async () => {
    expect(
      await firstOf(
        page('Harbour Panel - Tuesday, 8th June, 2027 7.00 pm', 'Rescheduled from Monday 7 June 2027\n'),
      ),
    ).toMatchObject({ date: '2027-06-08' })
  })

  test('a status field says that it goes ahead, or that it does not', async () => {
    const status = async (words: string): Promise<boolean | undefined> =>
      (await firstOf(page('Harbour Panel - Tuesday, 8th June, 2027 7.00 pm', `Meeting status: ${words}\n`)))
        .cancelled
    expect(await status('Confirmed')).toBe(false)
    expect(await status('Cancelled')).toBe(true)
    expect(await status('Provisional')).toBeUndefined()
  })
})

test('a weekday that the date does not have is kept as a doubt', async () => {
  const minutes = await firstOf(`Minutes for meeting held Tuesday 6th May 2024\n\n${roll}\n${business}`)
  expect(minutes.date).toBe('2024-05-06')
  expect(minutes.doubts).toEqual([
    expect.objectContaining({ code: 'weekday-differs', field: 'date', text: 'Tuesday 6th May 2024' }),
  ])
})

test('a notice foresees when its meeting closes', async () => {
  const agenda = async (heading: string): Promise<string | undefined> =>
    (await firstOf(`AGENDA\n\nHarbour Panel\n\n${heading}\n\n1. Apologies\n\n2. Dredging\n`)).plannedEnd
  expect(await agenda('Thursday 20 May 2027\n10.00 am - 12.30 pm')).toBe('12:30')
  expect(await agenda('Thursday 20 May 2027 at 10.00 am\n\nExpected to finish at 12.30 pm')).toBe('12:30')
  expect(await agenda('Thursday 20 May 2027 at 10.00 am')).toBeUndefined()
})

test.each([
  ['Supplementary Agenda No. 2', 2],
  ['SUPPLEMENT 1', 1],
  ['Second supplementary agenda', 2],
  ['Supplementary Agenda 20 May 2027', undefined],
  ['Supplementary Agenda', undefined],
])('%s is supplement number %s', async (title, number) => {
  const supplement = await firstOf(
    `${title}\n\nHarbour Panel\n\nThursday 20 May 2027 at 10 am\n\n9. Dredging (Pages 3 - 8)\n`,
  )
  expect(supplement.kind).toBe('supplement')
  expect(supplement.supplementNo).toBe(number)
})
