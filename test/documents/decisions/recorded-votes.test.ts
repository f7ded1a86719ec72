import { describe, expect, test } from 'vitest'
import type { PaperVote } from '../../../src/documents/record.ts'
import { minutesWith } from './minutes.ts'

async function votesOf(body: string): Promise<PaperVote[]> {
  const { votes = [] } = await minutesWith(body)
  return votes
}

const FOR = ['Arkwell', 'Boyce', 'Cardow']
const AGAINST = ['Dellow', 'Eaves']
const ABSTAIN = ['Farrow']

describe('how each voted is read in each way of printing it', () => {
  test.each([
    [
      'columns under For, Against and Abstain',
      'For                  Against              Abstain\nArkwell              Dellow               Farrow\nBoyce                Eaves\nCardow\n\nThe motion was declared carried.',
    ],
    [
      'the same with counts below the names',
      'FOR (3)              AGAINST (2)          ABSTENTIONS (1)\nCllr Arkwell         Cllr Dellow          Cllr Farrow\nCllr Boyce           Cllr Eaves\nCllr Cardow\n3                    2                    1\n\nThe motion was carried.',
    ],
    [
      'a table whose cells hold lists',
      'For\tAgainst\tAbstained\nCllrs Arkwell, Boyce and Cardow\tCllrs Dellow and Eaves\tCllr Farrow\n\nThe motion was carried.',
    ],
    [
      'a roll call, one to a line',
      'Councillor Arkwell - For\nCouncillor Boyce - For\nCouncillor Cardow - For\nCouncillor Dellow - Against\nCouncillor Eaves - Against\nCouncillor Farrow - Abstained\n\nThe motion was carried.',
    ],
    [
      'a roll call by groups',
      'Conservative: Arkwell (For), Boyce (For), Dellow (Against)\nLabour: Cardow (For), Eaves (Against)\nGreen: Farrow (Abstain)\n\nThe motion was carried.',
    ],
    [
      'the groups side by side',
      'Conservative             Labour              Liberal Democrat\nArkwell  For             Dellow  Against     Farrow  Abstain\nBoyce    For             Eaves   Against\nCardow   For\n\nThe motion was carried.',
    ],
    [
      'sentences with lists',
      'The following voted in favour: Councillors Arkwell, Boyce and Cardow (3). The following voted against: Councillors Dellow and Eaves (2). Councillor Farrow abstained (1). The motion was declared carried.',
    ],
    [
      'one sentence',
      'On the vote being recorded, Councillors Arkwell, Boyce and Cardow voted in favour, Councillors Dellow and Eaves voted against and Councillor Farrow abstained.',
    ],
    ['yes and no', 'Yes: Arkwell, Boyce, Cardow\n\nNo: Dellow, Eaves\n\nAbstain: Farrow\n\nMotion carried.'],
    [
      'heads on lines of their own',
      'For\nArkwell\nBoyce\nCardow\nAgainst\nDellow\nEaves\nAbstain\nFarrow\n\nThe motion was carried.',
    ],
    [
      'marks below heads, with totals and no head over the names',
      '               For     Against     Abstain\nArkwell         X\nBoyce           X\nCardow          X\nDellow                    X\nEaves                     X\nFarrow                                X\nTOTALS          3         2           1\nThe motion was carried.',
    ],
    [
      'marks between the pipes of a table',
      '| Councillor | Party | For | Against | Abstain |\n|---|---|---|---|---|\n| Arkwell | Lab | ✓ | | |\n| Boyce | Lab | ✓ | | |\n| Cardow | Con | ✓ | | |\n| Dellow | Con | | ✓ | |\n| Eaves | LD | | ✓ | |\n| Farrow | LD | | | ✓ |\n\nThe motion was carried.',
    ],
    [
      'lists beside each other over two lines, and the rest below',
      'For: Councillors:             Against: Councillors:\nArkwell, Boyce and            Dellow\nCardow  (3)                   and Eaves  (2)\n\nAbstained: Councillor Farrow  (1)\n\nThe motion was carried.',
    ],
    [
      'with those who were not there',
      'For: Arkwell, Boyce, Cardow\nAgainst: Dellow, Eaves\nAbstained: Farrow\nAbsent: Garth\n\nThe motion was carried.',
    ],
    [
      'a roll call with those who were not there',
      'Arkwell - For\nBoyce - For\nCardow - For\nDellow - Against\nEaves - Against\nFarrow - Abstain\nGarth - Absent\n\nThe motion was carried.',
    ],
    [
      'a result right below the names',
      'FOR: Arkwell, Boyce, Cardow\n\nAGAINST: Dellow, Eaves\n\nABSTENTION: Farrow\n\nMotion Carried',
    ],
    [
      'a division on a procedural motion',
      'On a division, there voted:-   for the procedural motion (3) - Councillors Arkwell, Boyce and Cardow;  against the procedural motion (2) - Councillors Dellow and Eaves;  declined to vote (1) - Councillor Farrow.',
    ],
  ])('%s', async (_, body) => {
    expect(await votesOf(`A recorded vote was taken.\n\n${body}`)).toMatchObject([
      {
        mode: 'recorded',
        result: 'carried',
        for: 3,
        against: 2,
        abstain: 1,
        names: { for: FOR, against: AGAINST, abstain: ABSTAIN },
      },
    ])
  })

  test('a motion beside its amendment: who was for the amendment was against the motion', async () => {
    const votes = await votesOf(
      'Motion\n\nTo freeze rents.\n\nMoved by Councillor Arkwell, seconded by Councillor Boyce.\n\nAmendment\n\nTo wait a year.\n\nMoved by Councillor Dellow, seconded by Councillor Eaves.\n\nMotion               Amendment\n\nCouncillor Arkwell   Councillor Dellow\nCouncillor Boyce     Councillor Eaves\nCouncillor Cardow\n\nThe Motion was carried by 3 votes to 2 and the Panel resolved accordingly.',
    )
    expect(votes).toMatchObject([
      {
        mode: 'recorded',
        result: 'carried',
        names: { for: FOR, against: AGAINST },
        moved: 'Arkwell',
        seconded: 'Boyce',
      },
    ])
  })

  test.each([
    'For the Motion           For the Amendment\nCouncillor Arkwell       Councillor Dellow\nCouncillor Boyce         Councillor Eaves\nCouncillor Cardow',
    'For the Motion: Councillors Arkwell, Boyce and Cardow.\n\nFor the Amendment: Councillors Dellow and Eaves.',
    'For the motion\n\nCouncillors Arkwell, Boyce and Cardow (3)\n\nFor the amendment\n\nCouncillors Dellow and Eaves (2)',
    'Members voting for the Motion: Arkwell, Boyce, Cardow; Members voting for the Amendment: Dellow, Eaves.',
  ])('a division between a motion and its amendment: %j', async (body) => {
    expect(
      await votesOf(`On a roll call vote being taken, Members voted as follows:\n\n${body}`),
    ).toMatchObject([
      { mode: 'recorded', result: 'carried', for: 3, against: 2, names: { for: FOR, against: AGAINST } },
    ])
  })

  test('a counted amendment and then the motion with names are two votes', async () => {
    const votes = await votesOf(
      'The amendment was put to the vote and LOST (2 in favour, 4 against). A recorded vote on the substantive motion was requested. Voting for: Arkwell, Boyce and Cardow. Voting against: Dellow and Eaves. The substantive motion was carried.',
    )
    expect(votes).toMatchObject([
      { on: 'amendment', mode: 'show-of-hands', result: 'lost', for: 2, against: 4 },
      { on: 'substantive motion', mode: 'recorded', result: 'carried', for: 3, against: 2 },
    ])
    expect(votes[0]?.names).toBeUndefined()
  })

  test('none who abstained, on a line below its heading', async () => {
    const votes = await votesOf(
      'FOR:\n\nArkwell, Boyce\n\nAGAINST:\n\nDellow\n\nABSTENTIONS:\n\nNone\n\nCarried.',
    )
    expect(votes).toMatchObject([{ for: 2, against: 1, abstain: 0 }])
  })
})

describe('what is no recorded vote', () => {
  test.each([
    ['columns of a table of money', 'For          Against\n£200         £300\n\nMembers noted it.'],
    ['names beside sites', 'Arkwell - Forest Hill\nBoyce - Against the Grain\nCardow - Yesterday'],
    ['two remarks', 'Councillor Arkwell - For\nCouncillor Boyce - Against'],
    ['speakers', 'For the application: Mr Kettle\n\nMembers asked about the roof.'],
  ])('%s', async (_, body) => {
    expect(await votesOf(body)).toEqual([])
  })
})

test.each([
  'It was agreed by all that the service was good.',
  'All agreed that parking was poor.',
  'Members unanimously welcomed the progress.',
  'Members unanimously felt that more had to come.',
])('an opinion shared by all is no vote: %s', async (body) => {
  expect(await votesOf(body)).toEqual([])
})

describe('sentences that tell more of one vote', () => {
  test('a tie and how the casting vote settled it', async () => {
    const votes = await votesOf(
      'On being put to the vote, there were 5 votes for and 5 against. The Chairperson used her casting vote against the motion, which was therefore lost.',
    )
    expect(votes).toMatchObject([{ result: 'lost', for: 5, against: 5, casting: 'against' }])
  })

  test('one who is named as abstaining beside the counts', async () => {
    const votes = await votesOf(
      'On being put to the vote, there were 5 votes for and 3 against, Councillor Dellow abstaining. The motion was carried.',
    )
    expect(votes).toMatchObject([{ for: 5, against: 3, abstain: 1 }])
  })

  test.each([
    'Members wished for a litter pick - everyone was in agreement.',
    'The budget was approved by all present.',
    'The minutes were proposed by Cllr Boyce, seconded by Cllr Cardow and all those at the meeting were in favour.',
  ])('nobody against: %s', async (body) => {
    expect(await votesOf(body)).toMatchObject([{ mode: 'unanimous', result: 'carried' }])
  })

  test('initials of the movers, and only the abstentions counted', async () => {
    const votes = await votesOf('Proposed CB, seconded DO, carried with one abstention.')
    expect(votes).toEqual([
      {
        item: '42',
        mode: 'show-of-hands',
        result: 'carried',
        abstain: 1,
        moved: 'CB',
        seconded: 'DO',
      },
    ])
  })

  test('a mover with an office between the name and the verb', async () => {
    const votes = await votesOf(
      'Councillor Boyce, Cabinet Member for Homes, moved the recommendations. Councillor Cardow seconded. The motion was put to the vote and carried.',
    )
    expect(votes).toMatchObject([{ moved: 'Boyce', seconded: 'Cardow' }])
  })
})
