import { describe, expect, test } from 'vitest'
import { plainName } from '../../../src/documents/records/phrases/names.ts'
import { firstOf, plainAgenda } from '../papers.ts'

test('a plain front sheet gives every field, and where it stands', async () => {
  const agenda = await firstOf(plainAgenda)
  expect(agenda).toMatchObject({
    kind: 'agenda',
    council: 'Wexbourne Borough Council',
    committee: 'HOUSING SCRUTINY PANEL',
    date: '2027-03-04',
    time: '14:00',
    venue: 'Tide Room, Civic Offices',
    chair: 'Arkwell',
    viceChair: 'Boyce',
    members: ['Arkwell', 'Boyce', 'Cardow', 'Dellow', 'Eaves'],
  })
  expect(agenda.where.date).toEqual([{ page: 1, line: 5 }])
  expect(agenda.where.venue).toEqual([{ page: 1, line: 7 }])
})

test('what the paper does not state is left out', async () => {
  const agenda = await firstOf('Agenda\n\n1. Apologies\n\n2. Minutes\n\n3. Any other business\n')
  expect(Object.keys(agenda).sort()).toEqual(['doubts', 'items', 'kind', 'where'])
})

const head = (heading: string): string => `${heading}\n\nAGENDA\n\n1. Apologies\n\n2. Minutes\n\n3. Budget\n`

describe('the date is that of the meeting', () => {
  test.each([
    ['after the date of issue', 'Published 12 May 2027\n\nHEALTH PANEL\n\nThursday 20 May 2027\n10 am'],
    [
      'with labels',
      'Health Panel\nDate: Thursday, 20 May 2027\nTime: 10.00 am\nVenue: Main Hall\n\nIssued by: A Clerk\nDate: Wednesday, 12 May 2027',
    ],
    ['on the line of the name', 'Agenda for Health Panel on Thursday, 20th May, 2027, 10.00 am'],
    [
      'in a notice',
      'NOTICE OF MEETING\n\nA meeting of the Health Panel will be held on Thursday 20 May 2027 at 10.00 am in the Main Hall.',
    ],
    ['over two lines', 'HEALTH PANEL\nMEETING TO BE HELD ON THURSDAY,\n20th MAY 2027 @ 10am'],
  ])('%s', async (_, heading) => {
    const agenda = await firstOf(head(heading))
    expect(agenda.date).toBe('2027-05-20')
    expect(agenda.time).toBe('10:00')
    expect(agenda.committee?.toLowerCase()).toBe('health panel')
  })
})

test('dates of the last minutes, of deadlines and of the next meeting are not the date', async () => {
  const agenda = await firstOf(
    head(
      'Health Panel\n\nQuestions must be received by 14 May 2027.\nMinutes of 4 March 2027\nNext meeting: 8 July 2027',
    ),
  )
  expect(agenda.date).toBeUndefined()
})

describe('the name of the committee', () => {
  test.each([
    [
      'Transport and Streets\nPolicy Committee\n\nThursday 20 May 2027\n\nTransport and Streets Policy Committee - Agenda',
      'Transport and Streets Policy Committee',
    ],
    ['Overview and\nScrutiny Board\n\nThursday 20 May 2027', 'Overview and Scrutiny Board'],
    [
      'Wexbourne Borough Council\nScrutiny Committee (Resources)\n\nThursday 20 May 2027',
      'Scrutiny Committee (Resources)',
    ],
    ['LITTLE AYE PARISH COUNCIL\n\nThursday 20 May 2027 at 7.30 pm', 'LITTLE AYE PARISH COUNCIL'],
    ['Joint Health Panel - Thursday, 20th May, 2027 10.30 am', 'Joint Health Panel'],
    ['HOUSING BOARD\n\nThursday 20 May 2027\n\nHousing Board', 'Housing Board'],
  ])('%#', async (heading, name) => {
    expect((await firstOf(head(heading))).committee).toBe(name)
  })
})

describe('the venue', () => {
  test.each([
    ['Venue: Swan Room, Ground Floor. View directions', 'Swan Room, Ground Floor'],
    [
      'Venue: The Council Chamber - Civic Hall, High\nStreet, Wexbourne, WX1 5TR',
      'The Council Chamber - Civic Hall, High Street, Wexbourne, WX1 5TR',
    ],
    ['Place: Zoom', 'Zoom'],
    ['LITTLE AYE VILLAGE HALL', 'LITTLE AYE VILLAGE HALL'],
  ])('%#', async (venue, wanted) => {
    expect((await firstOf(head(`Health Panel\n\nThursday 20 May 2027\n10 am\n${venue}`))).venue).toBe(wanted)
  })

  test('is not the address of the office', async () => {
    const agenda = await firstOf(
      head('Governance Support\nTown Hall\nWexbourne\n\nHealth Panel\n\nThursday 20 May 2027\n10 am'),
    )
    expect(agenda.venue).toBeUndefined()
  })
})

describe('members', () => {
  test.each([
    [
      'in one paragraph',
      'Members:\nCouncillor Ms Arkwell, Chair\nCouncillor Boyce, Vice Chair\nCouncillors Cardow, Mrs Dellow, Eaves,\nFinn and Dr Gray.',
    ],
    [
      'one a line, with parties',
      'Membership:\nCouncillor Arkwell (Chair) (Labour)\nCouncillor Boyce (Vice-Chair) (Conservative)\nCouncillor Cardow (Labour)\nCouncillor Dellow (Liberal Democrat)\nCouncillor Eaves (Green)\nCouncillor Finn (Independent)\nCouncillor Gray (Labour)',
    ],
    [
      'in columns',
      'Members:\nCllr Arkwell (Chair)      Cllr Boyce (Vice-Chair)\nCllr Cardow               Cllr Dellow\nCllr Eaves                Cllr Finn\nCllr Gray',
    ],
    [
      'after the label',
      'Councillors: Arkwell (Chair), Boyce (Vice-Chair), Cardow, Dellow, Eaves,\nFinn and Gray',
    ],
    [
      'without a label',
      'Councillor Arkwell, Chair\n\nCouncillor Boyce, Vice Chair\n\nCouncillors Cardow, Dellow, Eaves, Finn and Gray.',
    ],
    [
      'with wards',
      'MEMBERSHIP\n\nCouncillors\n\nArkwell (Chair)  -  Old Harbour and Quay;\nBoyce (Vice-Chair)  -  Mill;\nCardow  -  Mill;\nDellow  -  Quay;\nEaves  -  North and South;\nFinn  -  Mill;\nGray  -  Mill;',
    ],
    [
      'with the chair above the list',
      'Chair: Councillor Arkwell\nVice-Chair: Councillor Boyce\nCouncillors: Cardow, Dellow, Eaves, Finn and Gray',
    ],
    [
      'with co-optees under a caption',
      'Members: Councillors Arkwell (Chair), Boyce (Vice-Chair), Cardow, Dellow and Eaves\n\nCo-optees / Non Voting Members: Finn (Church Representative (Catholic)) and Gray (Parent Governor)',
    ],
    [
      'with the office first',
      'Members:\nChair: Councillor Arkwell\nVice-Chair: Councillor Boyce\nCouncillors Cardow, Dellow, Eaves, Finn and Gray',
    ],
  ])('%s', async (_, block) => {
    const agenda = await firstOf(
      head(
        `Health Panel\n\nThursday 20 May 2027\n10 am\n\n${block}\n\nMembers are invited to attend the above meeting.`,
      ),
    )
    expect(agenda.members).toEqual(['Arkwell', 'Boyce', 'Cardow', 'Dellow', 'Eaves', 'Finn', 'Gray'])
    expect(agenda.chair).toBe('Arkwell')
    expect(agenda.viceChair).toBe('Boyce')
  })

  test('are not the substitutes, the officers or the quorum', async () => {
    const agenda = await firstOf(
      head(
        'Health Panel\n\nThursday 20 May 2027\n\nMembers: Councillors Arkwell, Boyce and Cardow\nSubstitutes: Councillors Moss and Nunn\nQuorum: 3\nOfficers: Ann Lee and Bob Day',
      ),
    )
    expect(agenda.members).toEqual(['Arkwell', 'Boyce', 'Cardow'])
    expect(agenda.chair).toBeUndefined()
  })

  test('surnames that are words of places are names after Councillor', async () => {
    const agenda = await firstOf(
      head(
        'Health Panel\n\nThursday 20 May 2027\n\nMembers: Councillor Hall (Chair), Councillor Green, Councillor Street and Councillor House',
      ),
    )
    expect(agenda.members).toEqual(['Hall', 'Green', 'Street', 'House'])
  })
})

test.each([
  ['Councillor Mrs Aldous', 'Aldous'],
  ['Cllr. Dr Ann Lee MBE', 'Ann Lee'],
  ['County Councillor O’Hare (Labour)', 'O’Hare'],
  ['The Rev. Tom Vane', 'Tom Vane'],
  ['Sir Ian Moss, OBE', 'Ian Moss'],
  ['J. R. Nunn-Smith', 'J. R. Nunn-Smith'],
])('%s is called %s', (printed, name) => {
  expect(plainName(printed)).toBe(name)
})

test('a cancelled meeting is said to be cancelled', async () => {
  expect((await firstOf(head('Health Panel - Thursday, 20th May, 2027 10.00 am, CANCELLED'))).cancelled).toBe(
    true,
  )
  expect((await firstOf(head('Health Panel - Thursday, 20th May, 2027 10.00 am'))).cancelled).toBeUndefined()
})

test('a council known only by its address and named in its papers is its council', async () => {
  const agenda = await firstOf(
    `${head('Health Panel\n\nThursday 20 May 2027\n\nContact: health@wexbourne.gov.uk')}\n\nNotes\n\nWexbourne Borough Council welcomes the public. Aye County Council does too.\n`,
  )
  expect(agenda.council).toBe('Wexbourne Borough Council')
})
