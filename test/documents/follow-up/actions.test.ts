import { describe, expect, test } from 'vitest'
import { firstOf } from '../papers.ts'

function minutes(text: string): string {
  return `Wexbourne Parish Council

Minutes of the meeting held on Thursday 4 March 2027 at 7.00pm in the Village Hall

Present: Cllr Ann Boyce (Chair), Cllr Bob Cardow, Cllr Mrs Dora Eaves, Frank Gale (Clerk)

1. Apologies

There were none.

2. Highways

${text}

3. Date of next meeting

Thursday 1 April 2027.

The meeting closed at 8.15pm.
`
}

async function actionsIn(text: string): Promise<unknown[]> {
  const document = await firstOf(minutes(text))
  expect(document.kind).toBe('minutes')
  return document.actions ?? []
}

describe('what somebody agrees or is asked to do', () => {
  test.each([
    ['The Clerk agreed to ask Highways to cut the hedge.', 'The Clerk'],
    ['Cllr Bob Cardow agreed to visit the owner of the wall.', 'Bob Cardow'],
    ['Councillor Boyce has agreed to raise this with the bus company.', 'Boyce'],
    ['Officers undertook to provide the figures.', 'Officers'],
    ['The Head of Streets was asked to circulate the map to members.', 'The Head of Streets'],
    ['The Chamberlain agreed to liaise with the schools.', 'The Chamberlain'],
    ['Clerk to write to the County Council about the sign.', 'Clerk'],
    ['Cllr Cardow to follow up.', 'Cardow'],
    ['BC to obtain three quotations.', 'BC'],
    ['Cllrs Boyce and Cardow to inspect the path.', 'Boyce and Cardow'],
    ['The Clerk will contact the police.', 'The Clerk'],
    ['It was agreed that the Clerk would write to the landlord.', 'the Clerk'],
    ['Following a discussion, Cllr Mrs Eaves offered to make a list of the lamps.', 'Eaves'],
    ['Cllr Cardow advised that he would look into the cost.', 'Cardow'],
    ['The road was in a poor state and after discussion the Clerk was asked to report it.', 'the Clerk'],
    ['It was agreed to keep the sign and the Clerk to write to the owner.', 'the Clerk'],
    ['No report was received, clerk to ask for one.', 'clerk'],
    ['Clerk chase the contractor for the invoice.', 'Clerk'],
    ['County Cllr Hale will check.', 'Hale'],
    ['Cllr Cardow will cut them back.', 'Cardow'],
    ['Ann will tell the band.', 'Ann'],
    ['Ann Boyce volunteered to look into it.', 'Ann Boyce'],
    ['DR to ask the Roads Department about the lamps.', 'DR'],
    ['BC has been drawing a map and will send it to members.', 'BC'],
    ['The new Secretary agreed to write to the landlord.', 'The new Secretary'],
    ['The Director of Public Health agreed to report back to the Panel.', 'The Director of Public Health'],
  ])('%s', async (sentence, owner) => {
    expect(await actionsIn(`The state of the road was discussed. ${sentence}`)).toEqual([
      { item: '2', text: sentence, owner },
    ])
  })

  test('what follows a resolution on its own paragraph', async () => {
    expect(
      await actionsIn('RESOLVED: That the bench be mended. The Clerk was asked to obtain quotations.'),
    ).toEqual([{ item: '2', text: 'The Clerk was asked to obtain quotations.', owner: 'The Clerk' }])
  })

  test('a list without bullets below a heading that names it', async () => {
    expect(
      await actionsIn(
        'Actions/further information to be provided:\n\nDora Hale to provide the claims by parish (by 20 April 2027).\n\nBob Cardow to share the letter.\n\nMembers thanked the officers.',
      ),
    ).toEqual([
      {
        item: '2',
        text: 'Dora Hale to provide the claims by parish (by 20 April 2027).',
        owner: 'Dora Hale',
        due: '2027-04-20',
      },
      { item: '2', text: 'Bob Cardow to share the letter.', owner: 'Bob Cardow' },
    ])
  })

  test.each([
    'Wexbourne Water agreed to look into it.',
    'Highways will check the lamps.',
    'Councillor Boyce, seconded by Councillor Cardow, moved that the Clerk be asked to write again.',
  ])('whom the minutes do not list, or what is only moved, is no action: %s', async (sentence) => {
    expect(await actionsIn(sentence)).toEqual([])
  })

  test.each([
    ['by a day', 'The Clerk agreed to write to the landlord by 30 April 2027.', '2027-04-30'],
    ['by a month', 'The Clerk agreed to write to the landlord by the end of April.', 'the end of April'],
    ['by a meeting', 'The Clerk was asked to obtain quotes before the next meeting.', 'the next meeting'],
    ['in a time', 'Officers undertook to provide the data within two weeks.', 'within two weeks'],
  ])('and by when: %s', async (_, sentence, due) => {
    expect(await actionsIn(sentence)).toMatchObject([{ text: sentence, due }])
  })

  test('what "to do this" is, the sentence before says', async () => {
    expect(
      await actionsIn('A letter of thanks should go to the school. The Clerk agreed to do this.'),
    ).toEqual([
      {
        item: '2',
        text: 'A letter of thanks should go to the school. The Clerk agreed to do this.',
        owner: 'The Clerk',
      },
    ])
  })
})

describe('what the paper marks as an action', () => {
  test.each([
    [
      'in brackets with initials',
      'The lamp is broken. The County must be told of it. (ACTION: BC)',
      'The County must be told of it.',
      'BC',
    ],
    [
      'in brackets alone',
      'Councillor Boyce wanted to see the report of the survey. (ACTION)',
      'Councillor Boyce wanted to see the report of the survey.',
      undefined,
    ],
    [
      'on a line of its own',
      'The lamp is broken. The County must be told of it.\n(Action: Cllr Cardow)',
      'The County must be told of it.',
      'Cardow',
    ],
    [
      'in brackets with the deed',
      'The lamp is broken. (Action: Clerk to report the lamp)',
      'Clerk to report the lamp',
      'Clerk',
    ],
    [
      'with a colon',
      'The lamp is broken.\n\nACTION: Clerk to report the lamp.',
      'Clerk to report the lamp.',
      'Clerk',
    ],
    [
      'by an officer',
      'The figures for May are to come to the next meeting.\n\nAction by: Head of Streets',
      'The figures for May are to come to the next meeting.',
      'Head of Streets',
    ],
    [
      'at the end in capitals',
      'The County must be told of the lamp. ACTION BC',
      'The County must be told of the lamp.',
      'BC',
    ],
  ])('%s', async (_, text, action, owner) => {
    expect(await actionsIn(text)).toEqual([
      { item: '2', text: action, ...(owner !== undefined && { owner }) },
    ])
  })

  test('in a table of actions', async () => {
    const actions = await actionsIn(
      `The lamps were discussed.\n\nNo\tAction\tOwner\tBy when\n1\tReport the lamp\tClerk\t30 April 2027\n2\tMeet the owner\tCllr Boyce\tSummer`,
    )
    expect(actions).toMatchObject([
      { text: 'Report the lamp', owner: 'Clerk', due: '2027-04-30' },
      { text: 'Meet the owner', owner: 'Cllr Boyce', due: 'Summer' },
    ])
  })

  test('in a margin for who is to act', async () => {
    const document = await firstOf(
      minutes(`                                                                             ACTION
The lamp by the school is broken and should be reported.                     Clerk

The hedge has been cut.
`),
    )
    expect(document.actions).toEqual([
      { item: '2', text: 'The lamp by the school is broken and should be reported.', owner: 'Clerk' },
    ])
  })
})

describe('what is no action', () => {
  test.each([
    'The Council agreed to hold the precept.',
    'Members agreed to defer the item.',
    'The Committee was asked to note the report.',
    'Cllr Cardow agreed to the proposal.',
    'Cllr Cardow agreed to second the motion.',
    'Cllr Eaves agreed to act as Chair for the meeting.',
    'Residents were asked to keep dogs on leads.',
    'The County Council agreed to fund the works.',
    'The Clerk had written to the landlord.',
    'Would the Clerk write to the landlord?',
    'If the Clerk would write, the landlord might answer.',
    'Cllr Cardow was not able to attend.',
    'Clerk put the notice on the board.',
    'The town clerk reported the receipts.',
    'The Chair would be absent in May.',
    'It was agreed to approve the payments.',
    'The action taken in May was noted.',
  ])('%s', async (sentence) => {
    expect(await actionsIn(sentence)).toEqual([])
  })

  test("what the agenda of a meeting's page foresaw", async () => {
    const document = await firstOf(`Agenda and minutes

Health Panel - Thursday, 4th March, 2027 2.00 pm

Venue: Tide Room

Items
No. Item

1. Apologies

Minutes:

There were none.

2. Hospital beds

The Director to report on the beds.

Minutes:

The Director agreed to circulate the figures.
`)
    expect(document).toMatchObject({ kind: 'agenda+minutes' })
    expect(document.actions).toEqual([
      { item: '2', text: 'The Director agreed to circulate the figures.', owner: 'The Director' },
    ])
  })

  test('what an agenda asks members to do', async () => {
    const document = await firstOf(`Wexbourne Parish Council

AGENDA

Thursday 4 March 2027 at 7.00pm in the Village Hall

1. Apologies
2. Clerk to report on the lamps
3. Cllr Cardow to report on the path
4. Date of next meeting
`)
    expect(document).not.toHaveProperty('actions')
  })
})

describe('who is to do what is marked, and by when', () => {
  test.each([
    [
      'Action: Bola Gale to send the Panel the contract.',
      'Bola Gale to send the Panel the contract.',
      'Bola Gale',
    ],
    ["Action: Mayor's Office to give an answer.", "Mayor's Office to give an answer.", "Mayor's Office"],
    ['We talked of the sign. Action: Clerk to ask what it costs.', 'Clerk to ask what it costs.', 'Clerk'],
    ['Action 27/04: Cllr Boyce will measure the wall.', 'Cllr Boyce will measure the wall.', 'Boyce'],
    ['Action: write to the owner (Clerk)', 'write to the owner (Clerk)', 'Clerk'],
    ['Action: Clerk: write to the owner', 'Clerk: write to the owner', 'Clerk'],
  ])('%s', async (text, action, owner) => {
    expect(await actionsIn(text)).toMatchObject([{ text: action, owner }])
  })

  test('a date in a sentence of its own', async () => {
    expect(await actionsIn('Action: Frank Gale to provide figures. Due: June 2027 meeting.')).toEqual([
      { item: '2', text: 'Frank Gale to provide figures.', owner: 'Frank Gale', due: 'June 2027 meeting' },
    ])
  })

  test('who leads and the time, in sentences of their own', async () => {
    expect(
      await actionsIn('Action Required: Circulate the plan. Lead: Head of Homes. Timescale: June 2027'),
    ).toEqual([{ item: '2', text: 'Circulate the plan.', owner: 'Head of Homes', due: 'June 2027' }])
  })

  test('initials below a marked action name who does it once more', async () => {
    expect(await actionsIn('Action: The Clerk to write to the owner.\n\nACTION – FG')).toHaveLength(1)
  })

  test('a list under the word', async () => {
    expect(
      await actionsIn(
        'Members talked of the wall.\n\nActions:\n\n- Clerk to write to the owner\n- Photographs of the wall\n\nThe wall leans.',
      ),
    ).toMatchObject([
      { text: 'Clerk to write to the owner', owner: 'Clerk' },
      { text: 'Photographs of the wall' },
    ])
  })
})

describe('what was asked for without saying who is to do it', () => {
  test.each([
    'Members asked that the cost of the survey be shared with them.',
    'The Committee requested a further report on the depot.',
    'Members asked for a short briefing paper on reserves.',
    'Councillor Boyce requested access to the study.',
    'He would supply the figures.',
  ])('%s', async (text) => {
    expect(await actionsIn(text)).toEqual([{ item: '2', text }])
  })

  test.each([
    'Members asked that their thanks be recorded.',
    'Members asked for clarification of the rules.',
    'Members asked if carers would pay.',
    'He would have sent the figures.',
  ])('no action: %s', async (text) => {
    expect(await actionsIn(text)).toEqual([])
  })
})

test.each([
  ['Some dates were named and Clerk to set this up.', 'Clerk'],
  ['Clerk/Cllr Cardow to meet the owner on site.', 'Clerk/Cllr Cardow'],
  ['Cllr Boyce will approach another builder for a quotation.', 'Boyce'],
  ['Cllr Cardow had seen the survey, Cllr Mrs Eaves to let the Clerk have a copy.', 'Eaves'],
])('notes: %s', async (text, owner) => {
  expect(await actionsIn(text)).toMatchObject([{ text, owner }])
})

test('what is set apart as resolved is no action', async () => {
  expect(await actionsIn('RESOLVED: That the Clerk be asked to write to the owner of the wall.')).toEqual([])
})
