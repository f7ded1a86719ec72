import { describe, expect, test } from 'vitest'
import { words } from '../../src/minutes/attendance-lines.en.ts'
import { type AttendanceOfMeeting, attendanceLines } from '../../src/minutes/attendance-lines.ts'
import { type AttendanceStyleName, attendanceStyles } from '../../src/minutes/attendance-styles.ts'

const councillor = (name: string, title = 'Councillor') => ({ name, title })
const [oakapple, ward, stone] = [
  councillor('Win Oakapple', 'Councillor Mrs'),
  councillor('Jo Ward'),
  councillor('Cal Stone', 'Councillor Dr'),
]
const substitute = councillor('Ted Fenwick')
const chair = { ...councillor('Ottilie Brand'), inTheChair: true }

function lines(meeting: Partial<AttendanceOfMeeting>, style: AttendanceStyleName = 'plymouth') {
  return attendanceLines({ present: [], apologies: [], ...meeting }, attendanceStyles[style], words)
}

/** Fixture F14: the meeting of the seed of 9 August 2017. */
test('F14: eight present and three apologies, exactly as the minutes have them', () => {
  const { present, apologies, absent, substitutes } = lines({
    present: [
      { ...councillor('Mary Aspinall', 'Councillor Mrs'), inTheChair: true },
      { ...councillor('David James'), viceChair: true },
      councillor('Ian Tuohy'),
      councillor('Sally Bridgeman', 'Councillor Mrs'),
      councillor('Sue Dann'),
      councillor('John Mahony', 'Councillor Dr'),
      councillor('Glenda Sparling'),
      councillor('Ian Tuffin'),
    ],
    apologies: [councillor('Anne Loveridge'), councillor('Kate Cook'), councillor('Paul Deacon')],
  })
  expect(present).toEqual([
    'Present:',
    'Councillor Mrs Aspinall, in the Chair.',
    'Councillor James, Vice Chair.',
    'Councillors Mrs Bridgeman, Dann, Dr Mahony, Sparling, Tuffin and Tuohy.',
  ])
  expect(apologies).toEqual(['Apologies for absence: Councillors Cook, Deacon and Loveridge.'])
  expect([...absent, ...substitutes]).toEqual([])
})

describe('apologies', () => {
  test.each<[AttendanceStyleName, AttendanceOfMeeting['apologies'], string]>([
    ['plymouth', [ward], 'Apologies for absence: Councillor Ward.'],
    ['plymouth', [], 'There were no apologies for absence.'],
    ['woking', [], 'No apologies for absence were received.'],
    ['westOxfordshire', [ward], 'An apology for absence was received from Councillor Ward.'],
    [
      'westOxfordshire',
      [ward, oakapple, stone],
      'Apologies for absence were received from Councillors Mrs Oakapple, Dr Stone and Ward.',
    ],
    [
      'torbay',
      [{ ...ward, substitute }],
      'An apology for absence was received from Councillor Jo Ward, who was represented by Councillor Ted Fenwick.',
    ],
    [
      'torbay',
      [{ ...ward, substitute }, oakapple, stone],
      'Apologies for absence were received from Councillors Mrs Win Oakapple and Dr Cal Stone; and Councillor Jo Ward, who was represented by Councillor Ted Fenwick.',
    ],
    [
      'oxfordshire',
      [{ ...ward, substitute }],
      'An apology for absence was received from Councillor Jo Ward (substituted by Councillor Ted Fenwick).',
    ],
    [
      'stockton',
      [{ ...ward, substitute: oakapple }],
      'An apology for absence was received from Cllr Jo Ward (Sub Cllr Mrs Win Oakapple).',
    ],
    [
      'argyllAndBute',
      [ward, stone],
      'Apologies for absence were intimated on behalf of Councillors Dr Cal Stone and Jo Ward.',
    ],
    ['dundee', [ward], 'An apology for absence was intimated on behalf of Jo WARD.'],
    [
      'plymouth',
      [
        { ...ward, because: 'councilBusiness' },
        { ...oakapple, because: '' },
      ],
      'Apologies for absence: Councillors Mrs Oakapple and Ward (on other council business).',
    ],
    [
      'plymouth',
      [ward, { name: 'Dot Kimber', title: 'Mrs' }, stone],
      'Apologies for absence: Councillors Dr Stone, Ward and Mrs Kimber.',
    ],
  ])('as %s writes them (%#)', (style, apologies, line) => {
    expect(lines({ apologies }, style).apologies).toEqual([line])
  })
})

describe('substitutes on a line of their own', () => {
  const apologies = [{ ...ward, substitute }]
  test.each<[AttendanceStyleName, string[]]>([
    ['westOxfordshire', ['Councillor Fenwick substituted for Councillor Ward.']],
    [
      'northHertfordshire',
      [
        'Having given due notice, Councillor Ted Fenwick advised that they would be substituting for Councillor Jo Ward.',
      ],
    ],
    ['eppingForest', ['(i) Cllr Ted Fenwick for Cllr Jo Ward']],
    ['watford', ['Councillor Fenwick replaced Councillor Ward.']],
    ['torbay', []],
  ])('as %s writes them', (style, said) => {
    expect(lines({ apologies }, style).substitutes).toEqual(said)
  })

  test('of several are numbered, or joined, in the order of the absent', () => {
    const two = [...apologies, { ...oakapple, substitute: councillor('Bea Quill') }]
    expect(lines({ apologies: two }, 'eppingForest').substitutes).toEqual([
      '(i) Cllr Bea Quill for Cllr Mrs Win Oakapple',
      '(ii) Cllr Ted Fenwick for Cllr Jo Ward',
    ])
    expect(lines({ apologies: two }, 'watford').substitutes).toEqual([
      'Councillor Quill replaced Councillor Mrs Oakapple and Councillor Fenwick replaced Councillor Ward.',
    ])
  })

  test('are there for a member who sent no apologies too', () => {
    const present = [chair, { ...substitute, sitsFor: ward }]
    expect(lines({ present, absent: [ward] }, 'westOxfordshire').substitutes).toEqual([
      'Councillor Fenwick substituted for Councillor Ward.',
    ])
  })

  test('in Dundee’s style stand with their names among those present', () => {
    const present = [
      { ...councillor('Ann Lowrie'), inTheChair: true },
      { ...councillor('Stewart Hume'), sitsFor: councillor('Christina Roberts') },
    ]
    expect(lines({ present }, 'dundee').present).toEqual([
      'Present: Ann LOWRIE (in the Chair) and Stewart HUME (substitute for Christina ROBERTS).',
    ])
  })
})

test.each<[AttendanceStyleName, AttendanceOfMeeting['absent'], string]>([
  ['northHertfordshire', [ward, stone], 'Councillors Dr Cal Stone and Jo Ward were absent.'],
  ['northHertfordshire', [ward], 'Councillor Jo Ward was absent.'],
  ['watford', [ward], 'No apologies were received from Councillor Ward.'],
])('who was absent without apologies, as %s writes it', (style, absent, line) => {
  expect(lines({ ...(absent ? { absent } : {}) }, style).absent).toEqual([line])
})

test.each([
  [
    { joined: '19:17' },
    'Apologies for lateness were received from Cllr Jo Ward, who joined the meeting from 7.17pm until the end of the meeting.',
  ],
  [
    { joined: '10:05', left: '12:00' },
    'Apologies for lateness were received from Cllr Jo Ward, who joined the meeting from 10.05am until 12pm.',
  ],
  [{}, 'Apologies for lateness were received from Cllr Jo Ward.'],
])('who came late, with the time where it was recorded (%#)', (when, line) => {
  expect(lines({ late: [{ ...ward, ...when }] }, 'haringey').lateness).toEqual([line])
})

test('remote observers have no vote and are not among those present (F27)', () => {
  const { present, remote } = lines({ present: [chair], remoteObservers: [ward, stone] }, 'surrey')
  expect(present).toEqual(['Present: Councillor Ottilie Brand (in the Chair).'])
  expect(remote).toEqual([
    'Members who attended remotely and had no voting rights were Councillors Dr Cal Stone and Jo Ward.',
  ])
  expect(lines({ remoteObservers: [ward] }, 'surrey').remote).toEqual([
    'The member who attended remotely and had no voting rights was Councillor Jo Ward.',
  ])
})

test('a meeting to which nobody came says so', () => {
  expect(lines({}).present).toEqual(['Present: no members.'])
})

test('a particle belongs to the surname', () => {
  expect(lines({ apologies: [councillor('Piet van der Berg')] }).apologies).toEqual([
    'Apologies for absence: Councillor van der Berg.',
  ])
})
