import { describe, expect, test } from 'vitest'
import { firstOf } from '../papers.ts'

/** The agenda of an invented panel with these lines on its front sheet, and others below its business. */
function agendaWith(front: string, end = ''): ReturnType<typeof firstOf> {
  return firstOf(
    `Wexbourne Borough Council\n\nHOUSING SCRUTINY PANEL\n\nThursday 4 March 2027\n2.00pm\nTide Room, Civic Offices\n\n${front}\n\nAGENDA\n\n1. Apologies for Absence\n\nTo receive apologies.\n\n2. Minutes\n\nTo agree the minutes of the meeting held on 7 January 2027.\n\n3. Repairs and damp\n\nTo consider the report.\n\n${end}`,
  )
}

describe('the membership of an agenda is read from', () => {
  test.each([
    [
      'offices in a column before their holders',
      'MEMBERSHIP\n\nChair:         Cllr Ann Arkwell\nVice-Chair:    Cllr Bo Boyce\n\nCllr Cy Cardow       Cllr Di Dellow\n\nParent governor (voting on education): Mr Ed Eaves\nChurch representative: VACANCY',
    ],
    [
      'a list whose line ends without its comma',
      'Membership: Councillors Ann Arkwell (Chair), Bo Boyce (Vice-Chair), Cy Cardow\n            Di Dellow, Ed Eaves',
    ],
    [
      'a caption between two lists',
      'Voting Members\nCouncillors Ann Arkwell (Chair), Bo Boyce (V-Chair), Cy Cardow and Di Dellow\nNon-Voting Members\nEd Eaves (Healthwatch)',
    ],
    [
      'substitutes in a column beside',
      'MEMBERSHIP                              SUBSTITUTES\nCouncillor Ann Arkwell (Chair)          Councillor Fay Finch\nCouncillor Bo Boyce (Vice-Chair)        Councillor Gus Gray\nCouncillor Cy Cardow                    Councillor Hal Hale\nCouncillor Di Dellow\nCouncillor Ed Eaves',
    ],
    [
      'councils before their members',
      'Members of the Panel are:\n\nWexbourne Borough Council - Councillor Ann Arkwell (Chair)\nNorwold District Council - Councillor Bo Boyce (Vice-Chair)\nHarland County Council - Councillor Cy Cardow\nIndependent Members - Di Dellow and Ed Eaves',
    ],
    [
      'Welsh and English',
      'Aelodau / Members:\nY Cynghorwyr / Councillors: Ann Arkwell (Cadeirydd / Chair), Bo Boyce (Is-gadeirydd / Vice-Chair),\nCy Cardow, Di Dellow a / and Ed Eaves',
    ],
    [
      'a letter to the members',
      'To: Members of the Housing Scrutiny Panel\n\nCouncillor Ann Arkwell (Chair)\nCouncillor Bo Boyce (Vice-Chair)\nCouncillors Cy Cardow, Di Dellow and Ed Eaves',
    ],
    [
      'a summons that names them',
      'To: Cllrs Ann Arkwell (Chairman), Bo Boyce (Vice Chairman), Cy Cardow, Di Dellow and Ed Eaves\n\nYou are hereby summoned to attend a meeting of the Panel.',
    ],
    [
      'a summons in capitals',
      'TO: ALL MEMBERS OF THE PANEL\n\nCouncillors A. Arkwell (Chair), B. Boyce (Vice Chair), C. Cardow,\nD. Dellow and E. Eaves\n\nYou are summoned to a meeting of the Panel.',
    ],
    [
      'columns of parties',
      'Administration               Opposition                  Co-optees\n\nCouncillor Ann Arkwell       Councillor Bo Boyce         Di Dellow,\n(Chair)                      (Vice-Chair)                Parent Governor\nCouncillor Cy Cardow                                     Father Ed Eaves,\n                                                         Diocesan Board',
    ],
    [
      'columns under the names of parties',
      'Membership\n\nLabour (3)                   Conservative (2)\n\nAnn Arkwell (Chair)          Bo Boyce (Vice-Chair)\nCy Cardow                    Di Dellow\nEd Eaves',
    ],
    [
      'party headings between the names',
      'Membership:\n\nConservative Group:\nCllr Ann Arkwell (Chair)\nCllr Cy Cardow\n\nLiberal Democrat Group:\nCllr Bo Boyce (Vice-Chair)\nCllr Di Dellow\n\nIndependent:\nCllr Ed Eaves',
    ],
    [
      'a party before its names',
      'Members of the Panel:\nLabour: Councillors Ann Arkwell (Chair), Cy Cardow and Di Dellow\nGreen: Councillor Bo Boyce (Vice-Chair)\nIndependent: Councillor Ed Eaves',
    ],
    [
      'voting and non-voting members',
      'Membership (Quorum 3)\n\nVoting Members:\nCouncillor Ann Arkwell (Chair)\nCouncillor Bo Boyce (Vice-Chair)\nCouncillor Cy Cardow\n\nNon-voting Co-opted Members:\nMrs Di Dellow, Parent Governor\nMr Ed Eaves – Diocese of Wexbourne',
    ],
    [
      'a table of names and parties',
      'Committee Members\n\nName\tParty\tWard\nCouncillor Ann Arkwell (Chair)\tLabour\tQuay\nCouncillor Bo Boyce (Vice-Chair)\tGreen Party\tMill Hill\nCouncillor Cy Cardow\tLabour\tQuay\nCouncillor Di Dellow\tLiberal Democrats\tOld Harbour\nCouncillor Ed Eaves\tLabour\tSt Brannoc',
    ],
    [
      'a table of members and their substitutes',
      'Members\tSubstitutes\nCouncillor Ann Arkwell (Chair)\tCouncillor Flo Finch\nCouncillor Bo Boyce (Vice-Chair)\tCouncillor Gus Gray\nCouncillor Cy Cardow\tCouncillor Hal Hope\nCouncillor Di Dellow\tCouncillor Ivy Ince\nCouncillor Ed Eaves\tCouncillor Jo Jagger',
    ],
    [
      'members of several councils',
      'Membership\n\nCllr Ann Arkwell (Chair) - Wexbourne Borough Council\nCllr Bo Boyce (Vice Chair) - Easby District Council\nCllr Cy Cardow - Easby District Council\nCllr Di Dellow - Harland County Council\nCllr Ed Eaves - Harland County Council',
    ],
    [
      'names in columns without a title',
      'Members:\n\nAnn Arkwell (Chair)     Bo Boyce (Vice-Chair)     Cy Cardow\nDi Dellow               Ed Eaves',
    ],
    [
      'names with asterisks',
      'Councillors: Ann Arkwell* (Chair), Bo Boyce* (Vice-Chair), Cy Cardow*, Di Dellow and Ed Eaves\n\n* denotes a member of the Appeals Panel',
    ],
    [
      'a chair above the others',
      'Chair: Councillor Ann Arkwell\nVice-Chair: Councillor Bo Boyce\n\nCouncillors Cy Cardow, Di Dellow and Ed Eaves',
    ],
    [
      'co-opted members below the councillors',
      'Councillors Ann Arkwell (Chair), Bo Boyce (Vice-Chair) and Cy Cardow\n\nCo-opted Members: Mrs Di Dellow and Mr Ed Eaves',
    ],
    [
      'co-opted members under a heading',
      'Membership of the Panel:\nCouncillors Ann Arkwell (Chair), Bo Boyce (Vice-Chair) and Cy Cardow\n\nStatutory Co-optees:\n\nDi Dellow (Church of England)\nEd Eaves (Parent Governor)',
    ],
    [
      'parties with their numbers in a column of their own',
      'Membership (5)\n\nConservative (3):    Mr A Arkwell (Chairman), Mrs B Boyce (Vice-Chairman) and\n                     Mr C Cardow\n\nLabour (1):          Dr D Dellow\n\nGreen and Independent (1): Mr E Eaves',
    ],
    [
      'offices on lines of their own',
      'Chair:\nCouncillor Ann Arkwell\nVice Chair:\nCouncillor Bo Boyce\n\nMembers:\n\nCouncillor Cy Cardow, Scrutiny Lead for Housing\nCouncillor Di Dellow\n\nCo-opted Members:\n\nEd Eaves (Parent Governor Representative)\n1 Vacancy\n\n[The quorum is a third of the Panel]',
    ],
    [
      'offices above their holders',
      'Committee members:\n\nChairman\nCouncillor Ann Arkwell\n\nVice-Chairman\nCouncillor Bo Boyce\n\nCouncillor Cy Cardow\nCouncillor Di Dellow\nCouncillor Ed Eaves',
    ],
    [
      'members by office and their divisions',
      'MEMBERS OF THE COMMITTEE\n\nMr Ann Arkwell (Quay East) (Chairman)\nMs Bo Boyce (Mill) (Vice-Chairman)\nMr Cy Cardow (Old Quay; Mill Hill)\nMrs Di Dellow (Quay South)\n\nEx Officio Members:\nMr Ed Eaves (Chairman of the Council)',
    ],
    [
      'a letter with a convener',
      'TO: Members of the Housing Committee – Councillor Ann Arkwell, Convener; Councillor Bo Boyce, Depute Convener; Councillors Cy Cardow and Di Dellow; and Mr Ed Eaves (Church representative)',
    ],
    [
      'abbreviated offices',
      'Cllrs:  A Arkwell (Chair) B Boyce (V/Ch) C Cardow D Dellow E Eaves\n\ncc. Cllr F Finch, Town Clerk, press',
    ],
    [
      'alternates below the members',
      'Members of the Committee – Councillors:\n\nCONSERVATIVE          LABOUR                GREEN\nArkwell (Chair)       Boyce (Dep Ch)        Eaves\nCardow                Dellow\n\nAlternates:\n\nCONSERVATIVE          LABOUR\nFinch                 Gray',
    ],
    [
      'kinds of members in sentences',
      'MEMBERSHIP\n\nCouncillor Arkwell (in the Chair)\nCouncillors Boyce (Vice-Chair) and Cardow, 2 vacancies\n\nParent governors and diocesan members (who vote on schools): Mrs D Dellow, Mr E Eaves',
    ],
    [
      'parties behind the names',
      'Members:\nCouncillor Ann Arkwell (Lab) (Chair), Councillor Bo Boyce (Con) (Vice Chair), Councillor Cy Cardow (LD), Councillor Di Dellow (Ind), Councillor Ed Eaves (Grn)',
    ],
  ])('%s', async (_, front) => {
    const { chair, viceChair, members } = await agendaWith(front)
    const short = (name: string | undefined): string | undefined => name?.split(' ').at(-1)
    expect({ chair: short(chair), viceChair: short(viceChair) }).toEqual({
      chair: 'Arkwell',
      viceChair: 'Boyce',
    })
    expect(members?.map(short).sort()).toEqual(['Arkwell', 'Boyce', 'Cardow', 'Dellow', 'Eaves'])
  })

  test('a letter below the business', async () => {
    const agenda = await agendaWith(
      '',
      'Nell Noble\nDirector of Law\n\nCivic Offices\nWexbourne\n24 February 2027\n\nTo:  The Members of the Housing Scrutiny Panel:\n\n     Councillor A Arkwell (Chairman)\n     Councillor B Boyce (Vice-Chairman)\n\n     Councillors C Cardow, D Dellow and\n     E Eaves\n\n     Co-opted Members: Mrs F Finch and Mr G Gray\n\nContact:  Jo Jagger               Tel: 01999 555930',
    )
    expect(agenda).toMatchObject({
      chair: 'A Arkwell',
      viceChair: 'B Boyce',
      members: ['A Arkwell', 'B Boyce', 'C Cardow', 'D Dellow', 'E Eaves', 'F Finch', 'G Gray'],
    })
  })

  test('the table of those who are expected', async () => {
    const agenda = await agendaWith(
      '',
      'Attendance\n\nMember Name\tRole\tExpected\nCllr Ann Arkwell\tChair\tExpected\nCllr Bo Boyce\tVice Chair\tExpected\nCllr Cy Cardow\tMember\tApologies',
    )
    expect(agenda).toMatchObject({
      chair: 'Ann Arkwell',
      viceChair: 'Bo Boyce',
      members: ['Ann Arkwell', 'Bo Boyce', 'Cy Cardow'],
    })
  })
})

test('the chair is named where no members are listed', async () => {
  const agenda = await agendaWith(
    'Chair: Councillor Ann Arkwell\nVice-Chair: Councillor Bo Boyce\n\nContact: Jo Jagger',
  )
  expect(agenda).toMatchObject({ chair: 'Ann Arkwell', viceChair: 'Bo Boyce' })
  expect(agenda.members).toBeUndefined()
})

describe('no member is made of', () => {
  test.each([
    [
      'who signs the summons',
      'To all Members of the Panel\n\nYou are summoned to attend.\n\nNell Noble\nClerk to the Council',
    ],
    ['substitutes', 'Substitutes: Councillors Flo Finch, Gus Gray and Hal Hope'],
    [
      'officers',
      'Lead Officers:\nJo Jagger, Head of Housing\nKit Keane, Director of Place\nLou Lamb, Solicitor',
    ],
    [
      'a note on interests',
      'Members: please declare interests before the meeting.\n\nContact: Jo Jagger, Kit Keane',
    ],
  ])('%s', async (_, front) => {
    expect((await agendaWith(front)).members).toBeUndefined()
  })

  test.each([
    [
      'the contact and the place below the list',
      'Members:\nCouncillors Ann Arkwell (Chair), Bo Boyce and Cy Cardow\n\nContact Officer: Jo Jagger\nCivic Centre\nHigh Street\nWexbourne',
    ],
    [
      'the substitutes below the list',
      'Councillors Ann Arkwell (Chair), Bo Boyce and Cy Cardow\n\nSubstitute Members: Councillors Flo Finch and Gus Gray',
    ],
    [
      'the officers below the list',
      'Membership\nCouncillor Ann Arkwell (Chair)\nCouncillor Bo Boyce\nCouncillor Cy Cardow\n\nOfficers\nJo Jagger, Head of Housing',
    ],
    [
      'of whom something is said below the list',
      'The Panel:\n\nCouncillors Ann Arkwell (Chair), Bo Boyce and\nCy Cardow (one vacancy).\n\nCouncillor Flo Finch, Cabinet Member for Housing, has been invited for item 3.',
    ],
    [
      'who gets a copy',
      'Members:\nCouncillor Ann Arkwell (Chair)\nCouncillor Bo Boyce\nCouncillor Cy Cardow\n\ncc: Councillor Flo Finch (Cabinet Member)',
    ],
  ])('%s', async (_, front) => {
    expect((await agendaWith(front)).members).toEqual(['Ann Arkwell', 'Bo Boyce', 'Cy Cardow'])
  })
})
