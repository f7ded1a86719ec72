import { describe, expect, test } from 'vitest'
import { minutesSaying, minutesWith, pageSaying } from './minutes.ts'

const apologies = 'Apologies for absence'

describe('apologies are those named', () => {
  test.each([
    ['Apologies for absence were received from Councillors Ash, Birch and Cole.'],
    ['There were apologies from Councillors Ash and Birch and from Mr Cole.'],
    ['Apologies were given by the Chair, Councillor Ash, and by Councillors Birch and Cole.'],
    ['Apologies for absence were intimated on behalf of Councillors Ash, Birch and Cole.'],
    ['RESOLVED to accept apologies from Cllrs Ash, Birch and Cole for the reasons given.'],
    ['Cllrs Ash, Birch & Cole.'],
    ['Cllr Ash\nCllr Birch\nCllr Cole'],
    ['Apologies had come from Councillors Ash and Birch. Councillor Cole had sent her apologies.'],
    ['It was noted that Councillors Ash, Birch and Cole were unable to attend owing to illness.'],
    [
      'Apologies for absence were received from:\n\nCouncillor Ash\nCouncillor Birch\nCouncillor Cole (Diocese)',
    ],
    ['Cllr Ash and Cllr Birch (wedding), Cllr Cole (abroad). Members agreed that the reasons were good.'],
    ['had been received from: Cllrs Mrs Ash & Ms Birch. Also: District Councillor Dr Cole'],
    ['Apologies were received by the Clerk from Cllrs Ash, Birch and Cole.'],
    ['Cllr. P. Dale took the Chair and welcomed all. There were apologies from Cllrs. Ash, Birch and Cole.'],
    ['Cllrs Ash, Birch and Cole. Accepted.'],
    ['Cllr Ash – another meeting\nCllr Birch – away\nCllr Cole – work'],
    ['Apologies received: Cllrs Ash, Birch and Cole. Absent: Cllr Dale.'],
    ['Cllr Ash – work; Cllr Birch – holiday; Cllr Cole – unwell. These were approved.'],
    ['Apologies were accepted from Cllrs Ash, Birch and Cole. Proposed by Cllr Dale, seconded by Cllr Elm.'],
    ['Cllr Dale proposed that the apologies from Cllrs Ash, Birch and Cole be accepted; Cllr Elm seconded.'],
  ])('%s', async (said) => {
    expect((await minutesSaying(apologies, said)).apologies).toEqual(['Ash', 'Birch', 'Cole'])
  })

  test('and not who is named below, where the next items are not marked', async () => {
    const minutes = await minutesSaying(
      apologies,
      'Ann Ash; Bo Birch (Clerk)\n\nThe minutes of the last meeting were agreed.\n\nBell tower – Cy Cole\n\nThe clock has been wound. Di Dale will oil it.',
    )
    expect(minutes.apologies).toEqual(['Ann Ash', 'Bo Birch'])
  })

  test('below a title that leads to them', async () => {
    const minutes = await minutesSaying(
      'Apologies for absence accepted from',
      'Ann Ash, due to a long voyage; it was noted that she will attend in autumn',
    )
    expect(minutes.apologies).toEqual(['Ann Ash'])
  })

  test.each([
    ['on a line with its label', 'Apologies: Councillors Ash and Birch'],
    ['below its label', 'APOLOGIES FOR ABSENCE\nCouncillor Ash\nCouncillor Birch'],
    ['in a sentence above the items', 'Apologies for absence were received from Councillors Ash and Birch.'],
  ])('in the attendance %s', async (_, block) => {
    expect((await minutesWith(`Present: Cllrs Cole and Dale\n\n${block}`)).apologies).toEqual([
      'Ash',
      'Birch',
    ])
  })

  test('under Minutes on the page of a meeting, not in the words of the agenda', async () => {
    const page = await pageSaying(
      'Apologies for absence',
      'Members who cannot attend should tell Mrs Fern.',
      'Apologies were received from Councillor Ash.',
    )
    expect(page.apologies).toEqual(['Ash'])
  })
})

describe('no apologies are an empty list only where the paper says so', () => {
  test.each([
    'There were no apologies for absence.',
    'None.',
    'Nil',
    'No apologies were received.',
    'There were none',
    'No apologies for absence had been received.',
    'All Members were present.',
  ])('%s', async (said) => {
    expect((await minutesSaying(apologies, said)).apologies).toEqual([])
  })

  test.each([
    'No apologies were received from Councillor Ash.',
    'To receive apologies for absence.',
    'Councillors Ash and Birch were absent.',
    'Cllr Ash welcomed everyone to the meeting.',
    'Accepted.',
    'Cllr Ash opened the meeting at 7.30 pm.',
  ])('%s', async (said) => {
    expect((await minutesSaying(apologies, said)).apologies).toBeUndefined()
  })

  test('or left the field of its form empty, and then a person is asked', async () => {
    const minutes = await minutesWith(
      'Present:\nCouncillor Ash\nCouncillor Birch\n\nApologies:\n\nDeadline for call-in: 12 March 2027',
    )
    expect(minutes.apologies).toEqual([])
    expect(minutes.doubts).toMatchObject([{ code: 'by-layout', field: 'apologies' }])
  })
})

test('reasons stand beside the names', async () => {
  const minutes = await minutesSaying(
    apologies,
    'Apologies were accepted for Cllr Ash (Vice Chair) (Personal Reasons), Cllr Birch (work) and Cllr Cole, due to illness.',
  )
  expect(minutes.apologies).toEqual(['Ash', 'Birch', 'Cole'])
  expect(minutes.apologyReasons).toEqual([
    { member: 'Ash', reason: 'Personal Reasons' },
    { member: 'Birch', reason: 'work' },
    { member: 'Cole', reason: 'illness' },
  ])
})

describe('lateness is kept apart from apologies', () => {
  test.each([
    ['Councillors Dale and Elm would be late because of work.', [{ member: 'Dale' }, { member: 'Elm' }]],
    [
      'Apologies for lateness were received from Cllr Dale, who joined the meeting at 7.17pm.',
      [{ member: 'Dale', arrived: '19:17' }],
    ],
    ['Councillor Dale arrived at 6.40 pm.', [{ member: 'Dale', arrived: '18:40' }]],
    [
      'Mrs Dale had let the Chairman know that she would be late, and joined the meeting at 10.25 am.',
      [{ member: 'Dale', arrived: '10:25' }],
    ],
    ['An apology for lateness was submitted on behalf of Councillor Dale.', [{ member: 'Dale' }]],
    [
      'There were apologies for absence from Councillor Ash; and for lateness from Councillors Dale and Elm.',
      [{ member: 'Dale' }, { member: 'Elm' }],
    ],
  ])('%s', async (said, lateness) => {
    const minutes = await minutesSaying(apologies, said)
    expect(minutes.lateness).toEqual(lateness)
    expect(minutes.apologies ?? ['Ash']).toEqual(['Ash'])
  })
})

describe('who left early', () => {
  test('is told with the item and the time', async () => {
    const minutes = await minutesSaying('Budget', 'Councillor Boyce left the meeting at 8.15 pm.')
    expect(minutes.leftEarly).toEqual([{ member: 'Boyce', at: '20:15', afterItem: '1' }])
  })

  test.each([
    'Mr Boyce left the meeting at 8.15 pm during this item.',
    'Councillor Boyce would be leaving the meeting at 8.15 pm.',
  ])('is told by the clock: %s', async (said) => {
    const minutes = await minutesSaying('Budget', said)
    expect(minutes.leftEarly).toEqual([{ member: 'Boyce', at: '20:15', afterItem: '1' }])
  })

  test.each([
    'Councillor Boyce left the meeting during consideration of this item.',
    'Councillor Boyce declared an interest and left the meeting.',
    'Councillor Boyce left the meeting and returned at 8.20 pm.',
    'The Director left the meeting.',
  ])('is not %s', async (said) => {
    expect((await minutesSaying('Budget', said)).leftEarly).toBeUndefined()
  })
})

describe('apologies are read where', () => {
  test.each([
    [
      'a label stands before them',
      'Apologies for absence received and accepted: Fay Finch and Cllr Gus Gray (away)',
    ],
    ['only their verb does', 'Received: Cllrs Fay Finch & Gus Gray.'],
    ['the names stand below', 'Cllr Fay Finch\n\nBorough Councillor Mr Gus Gray.'],
  ])('%s', async (_, said) => {
    expect((await minutesSaying(apologies, said)).apologies).toEqual(['Fay Finch', 'Gus Gray'])
  })

  test('the label has no colon, and who took the minutes stands below', async () => {
    const minutes = await minutesWith(
      'Present: Ann Arkwell, Bea Boyce and Cora Cardow\n\nApologies Fay Finch, Cllrs Gray and Hale, Councillor Jo Jarrow, and Ida\nIves\n\nMinute taker: Bea Boyce',
    )
    expect(minutes.apologies).toEqual(['Fay Finch', 'Gray', 'Hale', 'Jo Jarrow', 'Ida Ives'])
  })
})
