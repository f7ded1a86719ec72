import { describe, expect, test } from 'vitest'
import { minutesSaying } from '../people/minutes.ts'

const saying = async (said: string): Promise<unknown> =>
  (await minutesSaying('Declarations of interest', said)).declarations

const both = [
  { member: 'Boyce', item: '4', type: 'personal', nature: 'trustee of the pier' },
  { member: 'Cardow', item: '5', type: 'pecuniary', nature: 'owns a mooring' },
]

describe('declarations are read from', () => {
  test.each([
    [
      'a line each',
      'Councillor Boyce - Item 4 - Personal - trustee of the pier\nCouncillor Cardow - Item 5 - Pecuniary - owns a mooring',
    ],
    [
      'a table whose columns touch',
      'Councillor    Item       Type                Reason\nBoyce         4          Personal            trustee of the pier\nMiss Cardow   5          Pecuniary           owns a mooring',
    ],
    [
      'a table in which the type stands before the nature',
      'Minute No.    Member       Nature of Interest\n4             Cllr Boyce   Personal: trustee of the pier\n5             Cllr Cardow  Pecuniary: owns a mooring',
    ],
    [
      'a table with titles above the names',
      'Member / Officer    Item     Type           Reason\n\nCllr Boyce          4        Personal       trustee of the pier\n\nCouncillor          5        Pecuniary      owns a\nCardow                                      mooring',
    ],
    [
      'forms with a label to each line',
      'Name: Councillor Boyce\nAgenda item: 4\nType of interest: Personal\nReason: trustee of the pier\n\nName: Councillor Cardow\nAgenda item: 5\nType of interest: Pecuniary\nReason: owns a mooring',
    ],
    [
      'headings of their type',
      '(a) Personal Interests\n\nCouncillor Boyce - Item 4 - trustee of the pier\n\n(b) Pecuniary Interests\n\nCouncillor Cardow - Item 5 - owns a mooring',
    ],
    [
      'types before the names',
      'Personal interests: Councillor Boyce – item 4 – trustee of the pier\nPecuniary interests: Councillor Cardow – item 5 – owns a mooring',
    ],
  ])('%s', async (_, said) => {
    expect(await saying(said)).toEqual(both)
  })
})

test('a list takes its type from the words above it, and a web page’s table may have lost its gaps', async () => {
  expect(
    await saying(
      'Declarations of personal interests were indicated as follows –\n\nMemberSubject\nCouncillor T BoycePier Trust\nCouncillor McArdleMinute 3105 (employed by a bus company)',
    ),
  ).toEqual([
    { member: 'T Boyce', type: 'personal', nature: 'Pier Trust' },
    { member: 'McArdle', item: '3105', type: 'personal', nature: 'employed by a bus company' },
  ])
})

describe('a sentence tells', () => {
  test.each([
    [
      'of the next member without its verb',
      'Cllr Boyce declared an interest in Planning Application PL/11 (trustee of the pier) and Cllr Cardow in Planning Application PL/12 (owner of a mooring).',
      [
        {
          member: 'Boyce',
          item: 'Planning Application PL/11',
          type: 'interest',
          nature: 'trustee of the pier',
        },
        {
          member: 'Cardow',
          item: 'Planning Application PL/12',
          type: 'interest',
          nature: 'owner of a mooring',
        },
      ],
    ],
    [
      'the nature before the interest, and of others who have the same',
      'Councillor Boyce indicated that, as a trustee of the pier, he had a non-pecuniary interest in item 4. Councillor Cardow declared the same interest.',
      [
        { member: 'Boyce', item: '4', type: 'non-pecuniary', nature: 'a trustee of the pier' },
        { member: 'Cardow', item: '4', type: 'non-pecuniary' },
      ],
    ],
    [
      'of an interest in the same item',
      'Cllr Boyce declared a prejudicial interest in item 4. Cllr Cardow declared a personal interest in the same item.',
      [
        { member: 'Boyce', item: '4', type: 'prejudicial' },
        { member: 'Cardow', item: '4', type: 'personal' },
      ],
    ],
    [
      'the type first',
      'Personal interests were declared by Councillors Boyce and Cardow in item 4.',
      [
        { member: 'Boyce', item: '4', type: 'personal' },
        { member: 'Cardow', item: '4', type: 'personal' },
      ],
    ],
    [
      'who declared though others did not',
      'No declarations were made in respect of items on the agenda, except Cllr Boyce who declared a personal interest in item 4.',
      [{ member: 'Boyce', item: '4', type: 'personal' }],
    ],
    [
      'what ties somebody to an item, and that they would leave for it',
      'Cllr Boyce advised that he is a trustee of the pier and would leave the room for item 4.',
      [{ member: 'Boyce', item: '4', type: 'interest', leftRoom: true }],
    ],
    [
      'an item with points in its number',
      'Councillor Boyce declared an interest in 27.11.06, as the owner of the wall.',
      [{ member: 'Boyce', item: '27.11.06', type: 'interest', nature: 'the owner of the wall' }],
    ],
  ])('%s', async (_, said, declarations) => {
    expect(await saying(said)).toMatchObject(declarations)
  })
})

test.each([
  'Councillor Boyce stated that he did not have an interest but wished it to be known that he is a neighbour.',
  'There were no other declarations.',
])('nothing is said of: %s', async (said) => {
  expect(await saying(said)).toBeUndefined()
})
