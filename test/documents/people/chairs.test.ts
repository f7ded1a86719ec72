import { describe, expect, test } from 'vitest'
import { firstOf } from '../papers.ts'
import { minutesSaying, minutesWith, plainItems } from './minutes.ts'

describe('the chair of a meeting is', () => {
  test.each([
    ['whoever is called so', 'Present: Councillors Ash (Chair), Birch and Cole', 'Ash'],
    ['in the chair', 'Present: Councillor Ash in the Chair, and Councillors Birch and Cole', 'Ash'],
    ['who presided', 'Present: Councillors Ash, Birch and Cole\n\nCouncillor Ash presided.', 'Ash'],
    [
      'who took the chair, whoever is Chair',
      'Present: Councillors Birch (Vice-Chair), Ash and Cole\n\nIn the absence of the Chair, Councillor Ash took the chair.',
      'Ash',
    ],
    [
      'a vice chairman who took it',
      'PRESENT Vice Chairman (Mr. Ash, who took the chair), Mrs. Birch and Mr Cole',
      'Ash',
    ],
    [
      'named in a sentence',
      'Present: Councillors Ash and Birch\n\nThe Chair, Councillor Ash, opened the meeting.',
      'Ash',
    ],
    [
      'who welcomes everybody',
      'Present: Councillors Ash and Birch\n\nMayor Jo Ash welcomed everybody to the meeting.',
      'Jo Ash',
    ],
  ])('%s', async (_, attendance, chair) => {
    expect((await minutesWith(attendance)).chair).toBe(chair)
  })

  test.each([
    'Councillor Ash was elected Chairman for the ensuing year.',
    'It was proposed by Cllr Cole, seconded by Cllr Dale that Cllr Ash be elected Chairman of the Council.',
    'Cllr Ash was duly elected.',
  ])('who is elected: %s', async (said) => {
    const minutes = await minutesWith(
      'Present: Cllrs Ash, Cole and Dale',
      `1. Election of Chairman\n\n${said}\n\n2. Budget\n\nThe budget was noted.\n\n3. Date of next meeting\n\n4 May 2027\n`,
    )
    expect(minutes.chair).toBe('Ash')
  })
})

test('who takes the chair for an item does not become the chair of the meeting', async () => {
  const minutes = await minutesSaying('Budget', 'Councillor Boyce took the chair for this item.')
  expect(minutes.chair).toBe('Arkwell')
})

test('the chair of another body is no chair here', async () => {
  const minutes = await minutesWith(
    'Present: Councillors Ash and Birch\n\nIn attendance: Kit Gorse (Chair of Vale Hospital Trust)',
  )
  expect(minutes.chair).toBeUndefined()
})

test.each([
  ['who is elected to be it next', 'Councillors Ash (Chair), Birch (Chairman elect) and Cole', 'Ash'],
  ['who was it before', 'Councillors Ash (outgoing Chairman), Birch (Chairman) and Cole', 'Birch'],
  ['who chairs something else', 'Mr Ash (Chair of Governors), Councillors Birch (Chair) and Cole', 'Birch'],
  [
    'the Vice-Chair, unless in the chair',
    'Councillors Ash, Birch (Vice-Chairman in the Chair) and Cole',
    'Birch',
  ],
])('the chair is not %s', async (_, present, chair) => {
  expect((await minutesWith(`Present: ${present}`)).chair).toBe(chair)
})

test('the clerk who opens a meeting is not its chair', async () => {
  const minutes = await minutesWith(
    'Present: Councillors Ash and Birch\n\nThe Clerk, Mrs Cole, opened the meeting and welcomed everyone.',
  )
  expect(minutes.chair).toBeUndefined()
})

test('the chair has the name in full, as in the list of those present', async () => {
  const minutes = await minutesWith(
    'Present: Councillors Jo Ash (Convener) and Bo Birch\n\nCouncillor Ash, Convener, presided.',
  )
  expect(minutes.chair).toBe('Jo Ash')
})

describe('in a whole council the Mayor presides', () => {
  test.each([
    'Present: The Town Mayor (Cllr A Arkwell), the Deputy Town Mayor (Cllr B Boyce), Cllrs C Cardow and D Dellow',
    'Present:\nCouncillor A Arkwell, Town Mayor\nCouncillor B Boyce, Deputy Mayor\nCouncillors C Cardow and D Dellow',
    'Present:\nCouncillor A Arkwell, Town Mayor, in the Chair\nCouncillor B Boyce, Deputy Mayor\nCouncillors C Cardow and D Dellow',
    'PRESENT:   The Mayor Councillor A Arkwell\n           The Deputy Mayor Councillor B Boyce\n           Councillors C Cardow and D Dellow',
  ])('%s', async (attendance) => {
    const minutes = await firstOf(
      `Minutes of the meeting of Wexbourne Town Council held on Thursday 4 March 2027\n\n${attendance}\n\n${plainItems}`,
    )
    expect(minutes).toMatchObject({
      chair: 'A Arkwell',
      present: ['A Arkwell', 'B Boyce', 'C Cardow', 'D Dellow'],
    })
  })

  test('but not on a committee of which a Mayor is a member', async () => {
    const minutes = await minutesWith('Present: Councillors Arkwell, Boyce (Mayor) and Cardow')
    expect(minutes.chair).toBeUndefined()
  })
})

test('who is Vice Chair though absent', async () => {
  const minutes = await minutesWith(
    'Present: Councillors Arkwell (Chair) and Boyce\n\nApologies: Councillors Cardow (Vice Chair) and Dellow',
  )
  expect(minutes).toMatchObject({ chair: 'Arkwell', viceChair: 'Cardow' })
})

test('a convener who is named only where the minutes end', async () => {
  const minutes = await minutesWith(
    'Present: Councillors Arkwell, Boyce and Cardow',
    `${plainItems}\n-       COUNCILLOR BEA BOYCE, Convener\n`,
  )
  expect(minutes.chair).toBe('BEA BOYCE')
})
