import { describe, expect, test } from 'vitest'
import { firstOf } from '../papers.ts'
import { minutesSaying, minutesWith, pageSaying, plainItems } from '../people/minutes.ts'

const title = 'Declarations of interest'
const saying = async (said: string): Promise<unknown> => (await minutesSaying(title, said)).declarations

describe('a declaration told in a sentence', () => {
  test.each([
    [
      'Councillor Ash declared a personal interest in item 4 as a governor of Vale School.',
      { item: '4', type: 'personal', nature: 'a governor of Vale School' },
    ],
    [
      'Cllr Ash declared a Disclosable Pecuniary Interest in agenda item 4 because he owns the land.',
      { item: '4', type: 'disclosable pecuniary', nature: 'he owns the land' },
    ],
    [
      'Councillor Ash declared a personal but not prejudicial interest in Item 4 – B.',
      { item: '4', type: 'personal' },
    ],
    [
      'The Chair, Councillor Ash, declared a personal and prejudicial interest in agenda item 4 (Quarry Road).',
      { item: '4', type: 'personal and prejudicial' },
    ],
    [
      'Under Item 4, Councillor Ash disclosed a non-pecuniary interest.',
      { item: '4', type: 'non-pecuniary' },
    ],
    [
      'Councillor Ash declared an interest in the item on Quarry Road.',
      { item: 'Quarry Road', type: 'interest' },
    ],
    ['Councillor Ash declared a DPI in Minute No. 23/12.', { item: '23/12', type: 'dpi' }],
    [
      'Councillor Ash declared that she had a financial interest in item 4.',
      { item: '4', type: 'financial' },
    ],
    ['A personal interest in item 4 was declared by Councillor Ash.', { item: '4', type: 'personal' }],
    [
      'Declarations of interest were received from Councillor Ash (item 4, governor).',
      { item: '4', type: 'interest' },
    ],
    ['Councillor Ash declared an interest (non-pecuniary) in item 4.', { item: '4', type: 'non-pecuniary' }],
    [
      'For transparency, Councillor Ash declared a non registrable interest in item 4.',
      { item: '4', type: 'non registrable' },
    ],
    [
      'Councillor Ash left the room for item 4, in which she has a prejudicial interest as a shareholder.',
      { item: '4', type: 'prejudicial', nature: 'a shareholder', leftRoom: true },
    ],
    [
      'Councillor Ash declared that she is a trustee of the Vale Trust.',
      { type: 'interest', nature: 'is a trustee of the Vale Trust' },
    ],
  ])('%s', async (said, declared) => {
    expect(await saying(said)).toEqual([{ member: 'Ash', ...declared }])
  })

  test.each([
    [
      'several members',
      'Mrs Ash, Councillors Birch and Cole declared personal interests in items 5 and 6.',
      ['Ash 5 and 6', 'Birch 5 and 6', 'Cole 5 and 6'],
    ],
    [
      'one after the other',
      'Councillor Ash declared a personal interest in item 4 as a governor and Councillor Birch declared a prejudicial interest in item 6.',
      ['Ash 4', 'Birch 6'],
    ],
    [
      'two interests',
      'Councillor Ash declared a personal interest in item 4 and a prejudicial interest in item 6.',
      ['Ash 4', 'Ash 6'],
    ],
    [
      'the same member again',
      'Councillor Ash declared a personal interest in item 4. She also declared a prejudicial interest in item 6.',
      ['Ash 4', 'Ash 6'],
    ],
    ['everybody', 'All other Members declared a personal interest in item 6.', ['All other Members 6']],
  ])('is one entry a member: %s', async (_, said, expected) => {
    const { declarations } = await minutesSaying(title, said)
    expect(declarations?.map(({ member, item }) => `${member} ${item}`)).toEqual(expected)
  })

  test.each([
    [
      'Councillor Ash declared a prejudicial interest in item 4. He left the room and took no part in the vote.',
      { leftRoom: true, tookNoPart: true },
    ],
    [
      'Councillor Ash declared a prejudicial interest in item 4 and would leave the meeting for that item.',
      { leftRoom: true },
    ],
    ['Councillor Ash declared a personal interest in item 4 and remained in the room.', { leftRoom: false }],
    ['Councillor Ash declared an interest in item 4. It did not require her to leave.', {}],
    [
      'Councillor Ash declared an interest in item 4 and considered that it did not require him to leave the meeting.',
      { leftRoom: false },
    ],
  ])('says what it led to: %s', async (said, led) => {
    expect(await saying(said)).toMatchObject([{ member: 'Ash', item: '4', ...led }])
  })
})

describe('declarations in a list', () => {
  test.each([
    [
      'with dashes',
      'These interests were declared:\n\nCouncillors Ash and Birch – item 4 – personal, as governors\n\nCouncillor Cole – item 5 – prejudicial',
    ],
    [
      'lettered',
      'The following declarations were made:\n\n(i) Councillors Ash and Birch (Cabinet Members) – personal interest in item 4;\n\n(ii) Councillor Cole – prejudicial interest in item 5.',
    ],
    [
      'item first',
      'Item 4 – Quarry – Councillors Ash and Birch – personal – governors.\n\nItem 5 – Pier – Councillor Cole – prejudicial – owner.',
    ],
    ['on one line', 'Cllrs Ash and Birch – item 4 (personal); Cllr Cole – item 5 (prejudicial)'],
    [
      'with tabs',
      'The following interests were declared:\n\nCouncillors Ash and Birch\tItem 4\tPersonal - governors\nCouncillor Cole\tItem 5\tPrejudicial - owner',
    ],
  ])('%s', async (_, said) => {
    expect(await saying(said)).toMatchObject([
      { member: 'Ash', item: '4', type: 'personal' },
      { member: 'Birch', item: '4', type: 'personal' },
      { member: 'Cole', item: '5', type: 'prejudicial' },
    ])
  })

  test.each([
    ['Cllr Ash re 3087 (Village Hall).', '3087'],
    ['No. 2573 – Quarry Trust – Cllr Ash.', '2573'],
    ['Cllr Ash - item 8.1', '8.1'],
  ])('in brief: %s', async (said, item) => {
    expect(await saying(said)).toEqual([{ member: 'Ash', item, type: 'interest' }])
  })
})

test('the matter may come before what is declared of it', async () => {
  expect(
    await saying('Councillor Ash declared that, in relation to application 27/104, he lived nearby.'),
  ).toEqual([{ member: 'Ash', item: 'application 27/104', type: 'interest', nature: 'lived nearby' }])
})

test('several in one line with their items in brackets', async () => {
  expect(await saying('Cllr Ash (Item 7), Cllr Birch (Items 8 and 9)')).toEqual([
    { member: 'Ash', item: '7', type: 'interest' },
    { member: 'Birch', item: '8 and 9', type: 'interest' },
  ])
})

test('interests on the lines below the member', async () => {
  expect(
    await saying(
      'Cllr Ash\nPersonal interest in item 7 (Allotments) because he rents one.\n\nCllr Birch\nPersonal interest in item 14 (Bells) as a ringer.',
    ),
  ).toMatchObject([
    { member: 'Ash', item: '7', type: 'personal' },
    { member: 'Birch', item: '14', type: 'personal' },
  ])
})

test('members and what ties them to a matter', async () => {
  expect(
    await saying('Cllrs Ash and Birch – Village Hall Trustees\nCllr Cole: asked about the hedge'),
  ).toMatchObject([
    { member: 'Ash', type: 'interest', nature: 'Village Hall Trustees' },
    { member: 'Birch', type: 'interest', nature: 'Village Hall Trustees' },
  ])
})

test('members and the matter, without a verb', async () => {
  expect(await saying('Councillors Ash and Birch with regard to the hall management committee.')).toEqual([
    { member: 'Ash', item: 'the hall management committee', type: 'interest' },
    { member: 'Birch', item: 'the hall management committee', type: 'interest' },
  ])
})

test('paragraphs of minutes may have numbers', async () => {
  expect(
    await saying('19/6 Councillor Ash – Item 17 (Prejudicial Interest on Planning Matters).'),
  ).toMatchObject([{ member: 'Ash', item: '17', type: 'prejudicial' }])
})

describe('declarations in a table', () => {
  const rows = [
    { member: 'A Ash', item: '4', type: 'non-pecuniary', nature: 'Governor of Vale School' },
    { member: 'B Birch', item: '5', type: 'disclosable pecuniary', nature: 'Owns a shop' },
  ]

  test.each([
    [
      'with its rows',
      'Name\tAgenda Item\tNature of Interest\tType\nCllr A Ash\t4\tGovernor of Vale School\tNon-pecuniary\nCllr B Birch\t5\tOwns a shop\tDisclosable Pecuniary',
    ],
    [
      'laid out by eye',
      'Member              Item     Type                       Reason\nCllr A Ash          4        Non-pecuniary              Governor of Vale School\nCllr B Birch        5        Disclosable pecuniary      Owns a shop',
    ],
    [
      'one cell a line',
      'Name of Member\n\nType of Interest\n\nItem/Nature of Interest\n\nCouncillor A Ash\n\nNon-Pecuniary\n\nAgenda Item 4 – Governor of Vale School\n\nCouncillor B Birch\n\nDisclosable Pecuniary\n\nAgenda Item 5 – Owns a shop',
    ],
  ])('%s', async (_, said) => {
    expect(await saying(said)).toEqual(rows.map((row) => expect.objectContaining(row)))
  })

  test('with the minute first and the level last', async () => {
    const said =
      'Minute Number       Member                      Level of Interest\n\n0654                Councillor Jo Ash           Disclosable Pecuniary Interest\n\n0654 & 0655         Councillor Al Birch         Significant Other Interest'
    expect(await saying(said)).toEqual([
      { member: 'Jo Ash', item: '0654', type: 'disclosable pecuniary' },
      { member: 'Al Birch', item: '0654 & 0655', type: 'significant other' },
    ])
  })
})

describe('nothing to declare is an empty list', () => {
  test.each([
    'There were no declarations of interest in accordance with the code of conduct.',
    'There were none.',
    'None',
    'None declared.',
    'None stated',
    'Nil',
    'No declarations made at the meeting.',
    'In accordance with the Code of Conduct, no interests were declared.',
    'No such declarations were made.',
    'Members had no interests to declare.',
    'Members are invited to declare interests in items on the agenda. None declared.',
    'No Member declared an interest.',
  ])('%s', async (said) => {
    expect(await saying(said)).toEqual([])
  })

  test('also where the heading says it', async () => {
    const minutes = await minutesWith(
      'Present: Cllrs Ash and Birch',
      `1. Apologies\n\nCllr Cole\n\n2. No declarations of interest made.\n\n3. Minutes\n\nThe minutes were agreed.\n`,
    )
    expect(minutes.declarations).toEqual([])
  })

  test('also in the field of a form', async () => {
    const decisions = await firstOf(
      'Decision Recording Form\nDecision determined at the Harbour Committee meeting on 4 March 2027\n\nMembers present:\nCouncillor Ash\nCouncillor Birch\n\n(a) Subject: Dredging\n\n(b) Ward: Quay\n(c) Declarations of interest:\n\nNone\n\n(d) Decision taken\n\nThe Committee approved the plan.\n',
    )
    expect(decisions.declarations).toEqual([])
  })
})

describe('no declaration is read from', () => {
  test.each([
    'Councillor Ash declared that he had received an e-mail from the applicant.',
    'Councillor Ash declared that she had called in application 27/104.',
    'Councillors Ash and Birch declared that in respect of item 4 they had sat on an earlier panel.',
    'Councillor Ash made a statement about item 4 and concluded that she had no interest to declare.',
    'Councillor Ash declared an interest in joining the working group.',
    'Members asked whether Councillor Ash had an interest in item 4.',
    'Members are asked to declare any interests in items on this agenda.',
    'To receive declarations of interest from Members.',
    'Members were reminded that they must declare a personal interest in item 4 if they have one.',
    'Councillor Ash asked whether she had to declare an interest in item 4.',
    'The Mayor advised that a dispensation had been granted to all Members to vote on the budget.',
    'Councillor Ash declared that she was substituting for Councillor Birch.',
    'No declarations of the party whip were made.',
    'Councillor Ash expressed a wish to speak.',
    'Councillors Ash and Birch declared that they had not been involved and came with an open mind.',
    'Councillor Ash declared that she had pre-determined the application.',
  ])('%s', async (said) => {
    expect(await saying(said)).toBeUndefined()
  })

  test('corrections to other minutes', async () => {
    const minutes = await minutesSaying(
      'Minutes of the last meeting',
      'The minutes were agreed with this amendment: Councillor Ash declared an interest in item 8.1.',
    )
    expect(minutes.declarations).toBeUndefined()
  })

  test('officers and the public under another item', async () => {
    const minutes = await minutesSaying(
      'Quarry',
      'Mr Fern, an officer, declared an interest. Residents had declared an interest in the land.',
    )
    expect(minutes.declarations).toBeUndefined()
  })

  test('the words of the agenda above those of the minutes', async () => {
    const page = await pageSaying(
      title,
      'Members who have nothing to declare need do nothing; no interests need be declared twice.',
      'Councillor Ash declared an interest in item 2.',
    )
    expect(page.declarations).toEqual([{ member: 'Ash', item: '2', type: 'interest' }])
  })
})

describe('under another item', () => {
  const later = async (
    said: string,
    declared = 'Councillor Boyce declared a prejudicial interest in item 2.',
  ): Promise<unknown> =>
    (
      await minutesWith(
        'Present: Councillors Arkwell (Chair), Boyce and Cardow.',
        `1. ${title}\n\n${declared}\n\n2. Harbour dredging\n\n${said}\n\n3. Work programme\n\nThe programme was noted.\n`,
      )
    ).declarations

  test('what was declared is told again with what it led to', async () => {
    expect(
      await later(
        'Councillor Boyce, having declared a prejudicial interest, left the room and took no part.',
      ),
    ).toEqual([{ member: 'Boyce', item: '2', type: 'prejudicial', leftRoom: true, tookNoPart: true }])
  })

  test('a declaration may be made late', async () => {
    expect(
      await later('Councillor Cardow declared a personal interest as a mooring holder.', 'None.'),
    ).toEqual([{ member: 'Cardow', item: '2', type: 'personal', nature: 'a mooring holder' }])
  })
})

test('who had been lobbied is kept apart', async () => {
  const minutes = await minutesSaying(
    'Declarations of interest and lobbying',
    'Councillors Ash and Birch declared that they had been lobbied on item 2. There were no declarations of interest.',
  )
  expect(minutes.lobbying).toEqual([
    { member: 'Ash', item: '2' },
    { member: 'Birch', item: '2' },
  ])
  expect(minutes.declarations).toEqual([])
})

test('minutes that say nothing of interests have none of the fields', async () => {
  const minutes = await minutesWith('Present: Councillors Ash and Birch', plainItems)
  expect(minutes.declarations).toBeUndefined()
  expect(minutes.lobbying).toBeUndefined()
})
