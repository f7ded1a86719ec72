import { describe, expect, test } from 'vitest'
import { minutesWith, resolvedIn } from './minutes.ts'

describe('decisions in long sentences of prose', () => {
  test.each([
    [
      'Cllr Boyce had looked at the site, after some discussion it was agreed that the Panel should build a new one.',
      'that the Panel should build a new one.',
    ],
    [
      'After a discussion of bins, of streets and of who is to clean them: it was agreed that the Council should be told.',
      'that the Council should be told.',
    ],
    [
      'The other part is the news. The following articles are agreed: the depot, the bus and the fair.',
      'The following articles are agreed: the depot, the bus and the fair.',
    ],
    ['The fence was old and low, and it was agreed to replace it.', 'to replace it.'],
    [
      'Cllr Boyce had looked at three quotations. All agreed to accept the lower, £640.',
      'to accept the lower, £640.',
    ],
    [
      'It was agreed that the offer which was made in May be accepted.',
      'that the offer which was made in May be accepted.',
    ],
    ['It was agreed that the Clerk approach the owner.', 'that the Clerk approach the owner.'],
    ['It was decided the Panel would not become a member.', 'the Panel would not become a member.'],
    [
      'The meeting agreed to hold two public meetings a year.',
      'The meeting agreed to hold two public meetings a year.',
    ],
    [
      'The Panel resolved under Section 50A(4) of the Act of 1973 to exclude the public for the next item.',
      'The Panel resolved under Section 50A(4) of the Act of 1973 to exclude the public for the next item.',
    ],
    [
      'The Provost spoke of buses. It was AGREED to invite the operator to a meeting. There was also talk of trains. Ann noted that they are late.',
      'to invite the operator to a meeting.',
    ],
    [
      'It was PROPOSED by Cllr Boyce, SECONDED by Cllr Cardow and RESOLVED, with all in favour, that the lease be signed.',
      'that the lease be signed.',
    ],
    [
      'Councillor Boyce moved and Councillor Cardow seconded that the report be received. Agreed.',
      'that the report be received.',
    ],
  ])('%s', async (body, resolved) => {
    expect(await resolvedIn(body)).toEqual([resolved])
  })
})

test.each([
  [
    'b) It was resolved to move money to savings. Proposed CB, seconded DO, carried.',
    'to move money to savings.',
  ],
  [
    'Cllr Boyce proposed that a document be prepared seconded by Cllr Cardow - Agreed',
    'that a document be prepared',
  ],
  [
    '• It was proposed by Cllr Boyce, seconded by Cllr Cardow and approved that a donation be made.',
    'that a donation be made.',
  ],
  [
    'It was agreed these paths should be taken out of the contract.',
    'these paths should be taken out of the contract.',
  ],
  ['Insurance - resolved to pay £312.40', 'to pay £312.40'],
  ['Air Ambulance: it was agreed to give £75.', 'to give £75.'],
])('in notes: %s', async (body, resolved) => {
  expect(await resolvedIn(body)).toEqual([resolved])
})

describe('what prose tells that is no decision of the meeting', () => {
  test.each([
    'Plans were welcomed and it was agreed that this was a fine project which would brighten the village.',
    'All agreed that parking was poor.',
    'It was agreed that the state of the lamps was not good but that of the roads was better.',
    'Cllr Boyce said that it had been agreed to wait.',
    'The report recommended:-\n\nThat the Panel -\n\n(a) approve the repair of the lamps; and\n\n(b) ask the Head of Homes to report back.\n\nMembers spoke.',
  ])('%s', async (body) => {
    expect(await resolvedIn(body)).toEqual([])
  })
})

test('that the minutes were agreed leaves room for what else was decided under the item', async () => {
  expect(
    await resolvedIn(
      'The Clerk told of a letter. It was agreed that Cllr Boyce would take the chair until June.\n\nThe minutes of the meeting of 4 February 2027 were approved.',
    ),
  ).toEqual([
    'that Cllr Boyce would take the chair until June.',
    'The minutes of the meeting of 4 February 2027 were approved.',
  ])
})

test('bullets below the body are one decision, though each has a word of its own', async () => {
  expect(
    await resolvedIn(
      'Members asked about damp.\n\nThe Panel:\n\n• AGREED to write to the landlord\n• AGREED to meet again in May\n• NOTED the report',
    ),
  ).toEqual(['The Panel: AGREED to write to the landlord AGREED to meet again in May NOTED the report'])
})

test.each([
  [
    'the holder of an office over parts',
    'The Cabinet Member:\n\n(1) awarded the contract; and\n\n(2) delegated its signing to the Director.',
  ],
  ['the holder of an office', 'The Director of Homes approved the scheme.'],
])('a box may hold the decision of %s', async (_, box) => {
  const { resolutions = [] } = await minutesWith(
    `Decision:\n\n${box}\n\nReason for decision:\n\nThe homes are damp.`,
  )
  expect(resolutions).toHaveLength(1)
  expect(resolutions[0]?.text).toBe(box.replace(/\s+/g, ' '))
})

test('how it was decided, in brackets after the word, is no part of the decision', async () => {
  expect(await resolvedIn('RESOLVED: (unanimously) That the plan be noted.')).toEqual([
    'That the plan be noted.',
  ])
})
