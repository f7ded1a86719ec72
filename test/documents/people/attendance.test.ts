import { describe, expect, test } from 'vitest'
import { firstOf } from '../papers.ts'
import { minutesSaying, minutesWith } from './minutes.ts'

describe('who was present is read from', () => {
  test.each([
    [
      'sentences',
      'Present:\nCouncillor Mrs Arkwell, in the Chair.\nCouncillor Boyce, Vice Chair.\nCouncillors Cardow, Dr Dellow and Eaves.',
    ],
    [
      'one list',
      'Members Present:-\nCouncillors: Arkwell (Chair), Boyce (Vice-Chair), Cardow, Dellow and Eaves',
    ],
    [
      'a list over two lines',
      'PRESENT: Councillors Arkwell (Chairman), Boyce (Vice-Chairman), Cardow,\nDellow and Eaves',
    ],
    [
      'a line each',
      'PRESENT\n\nCllr Arkwell - Chair\nCllr Boyce - Vice Chair\nCllr Cardow (Labour)\nCllr Dellow (Quay ward)\nCllr Eaves MBE',
    ],
    [
      'columns side by side',
      'Present:\nCouncillor Arkwell (Chair)      Councillor Boyce (Vice Chair)\nCouncillor Cardow               Councillor Dellow\nCouncillor Eaves',
    ],
    [
      'bullets',
      'Present\n\n- Cllr Arkwell (Chair)\n- Cllr Boyce (Vice Chair)\n- Cllr Cardow\n- Cllr Dellow\n- Cllr Eaves',
    ],
    [
      'a run without commas',
      'Present: Cllr Arkwell (Chair) Cllr Boyce (Vice Chair) Cllr Cardow Cllr Dellow Cllr Eaves',
    ],
    [
      'offices before the names',
      'Attendance: Chairman Mrs Arkwell Vice Chairman Mr Boyce Councillors Cardow, Dellow and Eaves',
    ],
    [
      'party headings',
      'Members in attendance:\nLabour\nCouncillor Arkwell (Chair)\nCouncillor Boyce (Vice-Chair)\nGreen Group\nCouncillors Cardow, Dellow and Eaves',
    ],
    [
      'a label in a cell',
      'Present:     Councillor Arkwell (Chair)\n             Councillor Boyce (Vice Chair)\n             Councillors Cardow, Dellow and Eaves',
    ],
    [
      'a convener',
      'Sederunt: Councillor Arkwell, Convener; Councillor Boyce, Depute Convener; Councillors Cardow, Dellow and Eaves',
    ],
    [
      'a list that begins with the word alone',
      'Attending: Councillors, Mr Arkwell (Chair), Mrs Boyce (Vice Chair), Mr Cardow, Ms Dellow & Mr Eaves',
    ],
    [
      'sentences with the chair in the first',
      'PRESENT:  Councillor Arkwell in the chair.\n\nCouncillors Boyce (Vice-Chair), Cardow, Dellow MBE and Eaves.\n\nCouncillor Finch attended the meeting under procedure rule 4.',
    ],
    [
      'parties before their names',
      'Present:\nLabour: Councillors Arkwell (Chair) and Boyce (Vice-Chair)\nGreen: Councillors Cardow and Dellow\nIndependent: Councillor Eaves',
    ],
    [
      'the chair and the vice chair above the list',
      'Chairman: Cllr Arkwell\nVice Chairman: Cllr Boyce\nCouncillors: Cardow, Dellow, Eaves\nClerk: Mrs Finch',
    ],
    [
      'the chair in a sentence above the list',
      'Mr Arkwell in the Chair.\nPresent: Messrs Boyce (Vice Chair), Cardow and Dellow and Mrs Eaves.',
    ],
    [
      'one list whose label could be of guests',
      'Attendees:\nCllr Arkwell (Ch)\nCllr Boyce (V/Ch)\nCllr Cardow\nCllr Dellow\nCllr Eaves\nFlo Finch (Clerk)',
    ],
    [
      'a list that goes on with the apologies',
      'Present: Cllrs Arkwell (Chair), Boyce (Vice Chair), Cardow, Dellow and Eaves. Apologies were received from Cllr Finch. The Clerk was in attendance.',
    ],
    [
      'the members of an executive',
      'Executive Members present: Councillors Arkwell (Chairman), Boyce (Vice-Chairman), Cardow, Dellow and Dame Eaves',
    ],
  ])('%s', async (_, attendance) => {
    expect(await minutesWith(attendance)).toMatchObject({
      chair: 'Arkwell',
      viceChair: 'Boyce',
      present: ['Arkwell', 'Boyce', 'Cardow', 'Dellow', 'Eaves'],
    })
  })

  test.each([
    [
      'the letters that stand for the names',
      'Present: Cllr Ann Arkwell AA (Chair), Cllr Bo Boyce BB (Vice Chair), Cllr Cy Cardow CC',
      ['Ann Arkwell', 'Bo Boyce', 'Cy Cardow'],
    ],
    [
      'commas without a space behind them',
      'Present: Councillors A. Arkwell (Chair),B. Boyce (Vice-Chair),C. Cardow',
      ['A. Arkwell', 'B. Boyce', 'C. Cardow'],
    ],
  ])('a list with %s', async (_, attendance, present) => {
    expect((await minutesWith(attendance)).present).toEqual(present)
  })

  test('a list beside the list of the absent', async () => {
    const minutes = await minutesWith(
      'Councillors Present           Apologies\nCllr Arkwell (Chairman)       Cllr Finch\nCllr Boyce                    Cllr Gray\nCllr Cardow',
    )
    expect(minutes).toMatchObject({
      chair: 'Arkwell',
      present: ['Arkwell', 'Boyce', 'Cardow'],
      apologies: ['Finch', 'Gray'],
    })
  })

  test('a list that nothing calls present, and the officers below it', async () => {
    const minutes = await minutesWith(
      'Cllrs A Arkwell, B Boyce and C Cardow\n\nD Dellow, Acting Town Clerk\nE Eaves, Asset Manager',
    )
    expect(minutes).toMatchObject({
      present: ['A Arkwell', 'B Boyce', 'C Cardow'],
      inAttendance: ['D Dellow', 'E Eaves'],
    })
  })

  test('an item of its own', async () => {
    const minutes = await minutesSaying(
      'Present',
      'Cllrs A Ash, B Birch and C Cole together with 5 members of the public.',
    )
    expect(minutes.present).toEqual(['Arkwell', 'Boyce', 'Cardow', 'A Ash', 'B Birch', 'C Cole'])
  })

  test('labels below an item about all of it', async () => {
    const minutes = await minutesSaying(
      'Attendance, apologies and welcome',
      '• Members: Cllrs Fern [Vice Chair], Gorse and Heath\n• Others: Lee Ivy, Clerk to the Council\n• Apologies for absence approved by Council: Cllr Juniper.',
    )
    expect(minutes.present).toEqual(['Arkwell', 'Boyce', 'Cardow', 'Fern', 'Gorse', 'Heath'])
    expect(minutes).toMatchObject({ viceChair: 'Fern', inAttendance: ['Lee Ivy'], apologies: ['Juniper'] })
  })

  test('a list that nothing calls present, and then a person is asked', async () => {
    const minutes = await minutesWith('Cllrs A Ash, B Birch, C Cole and D Dale')
    expect(minutes.present).toEqual(['A Ash', 'B Birch', 'C Cole', 'D Dale'])
    expect(minutes.doubts).toMatchObject([{ code: 'by-layout', field: 'present' }])
  })
})

test('a table of attendance says who came by its last column', async () => {
  const minutes = await minutesWith(
    'Attendee\tRole\tAttendance\nCouncillor A Ash\tChair\tPresent, as expected\nCouncillor B Birch\tVice-Chair\tApologies\nCouncillor C Cole\tCommittee Member\tPresent\nCouncillor D Dale\tCommittee Member\tExpected\nKit Fern\tDemocratic Services Officer\tIn attendance',
  )
  expect(minutes).toMatchObject({
    chair: 'A Ash',
    present: ['A Ash', 'C Cole'],
    apologies: ['B Birch'],
    inAttendance: ['Kit Fern'],
  })
})

describe('names', () => {
  test('of two with one surname keep their initials', async () => {
    const minutes = await minutesWith('Present: Councillors A Ash, M Ash and J. de Souza')
    expect(minutes.present).toEqual(['A Ash', 'M Ash', 'J. de Souza'])
  })

  test.each([
    ['Councillor Jane Hall', 'Jane Hall'],
    ['Councillor Ward', 'Ward'],
    ['Councillor John Page', 'John Page'],
    ['Mrs K Hesketh-Ward OBE', 'K Hesketh-Ward'],
    ["Cllr. S. O'Neil (Sub)", "S. O'Neil"],
    ['Councillor Fern, Leader of the Green Group', 'Fern'],
    ['Alderman Sir Peter Elder', 'Peter Elder'],
  ])('%s', async (printed, name) => {
    expect((await minutesWith(`Present:\nCouncillor Ash\n${printed}`)).present).toEqual(['Ash', name])
  })
})

describe('those in attendance', () => {
  test.each([
    ['Other Councillors Present: Councillors Dale and Elm'],
    ['Also Present: Councillors Dale (Cabinet Member for Housing) and Elm'],
    ['Cabinet Members: Councillors Dale and Elm'],
    ['Officers\nPresent:    Mrs Dale, Mr Elm'],
    ['Attending: Mrs Dale, Director; Mr Elm, Solicitor'],
    ['Members in remote attendance: Councillors Ash and Birch\nObservers: Councillor Dale and Ms Elm'],
  ])('are no members of the committee: %s', async (below) => {
    const minutes = await minutesWith(`Present: Councillors Ash (Chair), Birch and Cole\n\n${below}`)
    expect(minutes.present).toEqual(['Ash', 'Birch', 'Cole'])
    expect(minutes.inAttendance).toEqual(['Dale', 'Elm'])
  })

  test('are officers and guests without their roles', async () => {
    const minutes = await minutesWith(
      'Present: Councillors Ash and Birch\n\nAlso in attendance: Jo Fern (Director of Place and Housing), Kit Gorse (Vale NHS Trust) and Lee Heath, Head of Legal and Governance; Mo Ivy – Auditor',
    )
    expect(minutes.present).toEqual(['Ash', 'Birch'])
    expect(minutes.inAttendance).toEqual(['Jo Fern', 'Kit Gorse', 'Lee Heath', 'Mo Ivy'])
  })

  test.each([
    ['a label for officers', 'Officers: A Fern, B Gorse\nGuests: Dr C Heath'],
    [
      'columns with labels',
      'Officers:                 Guests:\nA Fern (Clerk)            Dr C Heath\nB Gorse (Solicitor)',
    ],
    [
      'roles before the names',
      'In attendance: Head of Legal (A Fern), Director of Place (B Gorse) and Dr C Heath',
    ],
    ['a sentence', 'Ms A Fern, Mr B Gorse and Dr C Heath were also present.'],
  ])('are read from %s', async (_, attendance) => {
    const { inAttendance } = await minutesWith(`Present: Councillors Ash and Birch\n\n${attendance}`)
    expect([...(inAttendance ?? [])].sort()).toEqual(['A Fern', 'B Gorse', 'C Heath'])
  })

  test('are the clerk, the police and councillors of other councils in a list of members', async () => {
    const minutes = await minutesWith(
      'Present: Chairman Cllr Ash, Cllrs Birch, Cole & Dale, County Cllr Mrs Elm and the Clerk. PCSO Fern. Mr Gorse, BCC. Members of the public - 3',
    )
    expect(minutes.present).toEqual(['Ash', 'Birch', 'Cole', 'Dale'])
    expect(minutes.inAttendance).toEqual(['Elm', 'the Clerk', 'Fern', 'Gorse'])
  })

  test('are no County Councillors where all are', async () => {
    const minutes = await minutesWith(
      'Present: County Councillor A Ash (Chair), County Councillors B Birch and C Cole',
    )
    expect(minutes.present).toEqual(['A Ash', 'B Birch', 'C Cole'])
    expect(minutes.inAttendance).toBeUndefined()
  })

  test('a clerk with a name stands once', async () => {
    const minutes = await minutesWith(
      'Present: Cllrs Ash, Birch and Cole\n\nIn attendance: The Clerk, Mrs D Fern',
    )
    expect(minutes.inAttendance).toEqual(['D Fern'])
  })
})

test('the public are only those with names', async () => {
  const minutes = await minutesWith(
    'Present: Cllrs Ash and Birch\n\nMembers of the public:\nRob Fern\n4 others',
  )
  expect(minutes.publicPresent).toEqual(['Rob Fern'])
  expect((await minutesWith('Present: Cllrs Ash and Birch\nPublic: 3')).publicPresent).toBeUndefined()
})

test('a couple and a hyphened office', async () => {
  const minutes = await minutesWith(
    'Present: Cllrs Ash and Birch\n\nMembers of the Public: Flo Finch, Gus Gorse-Hope, Mr & Mrs Hal Hazel\n\nIn attendance:\nIvy Ince-Clerk',
  )
  expect(minutes.publicPresent).toEqual(['Flo Finch', 'Gus Gorse-Hope', 'Hal Hazel'])
  expect(minutes.inAttendance).toEqual(['Ivy Ince'])
})

test('what follows the attendance is no part of it', async () => {
  const minutes = await minutesWith(
    'Present: Councillors Ash and Birch\n\nThe meeting started at 3.00 pm and finished at 5.10 pm.\n\nNote: Councillor Cole will consider the accuracy of these minutes.\n\nResignations\n\nPeter Dale',
  )
  expect(minutes.present).toEqual(['Ash', 'Birch'])
})

test('an agenda has nobody present', async () => {
  const agenda = await firstOf(
    'Harbour Panel\n\nThursday 4 March 2027\n\nAGENDA\n\n1. Apologies for absence\n\nTo receive apologies.\n\n2. Minutes\n\n3. Budget\n',
  )
  for (const field of ['present', 'inAttendance', 'apologies', 'declarations', 'substitutes'] as const)
    expect(agenda[field]).toBeUndefined()
})
