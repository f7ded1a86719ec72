import { describe, expect, test } from 'vitest'
import type { PaperVote } from '../../../src/documents/record.ts'
import { minutesWith } from './minutes.ts'

async function votesOf(body: string): Promise<PaperVote[]> {
  const { votes = [] } = await minutesWith(body)
  return votes
}

/** Mode, result and the counts, as "show-of-hands carried 5 4 1". */
const brief = ({ mode, result, ...vote }: PaperVote): string =>
  [
    mode,
    result,
    ...(['for', 'against', 'abstain', 'noVote'] as const).flatMap((way) =>
      vote[way] === undefined ? [] : [`${way} ${vote[way]}`],
    ),
  ].join(' ')

describe('votes without names', () => {
  test.each([
    [
      'The motion to refer the decision to Cabinet was put and lost (2 votes to 3).',
      'show-of-hands lost for 2 against 3',
    ],
    ['It was agreed that Cllr Boyce would take the chair until June unanimously.', 'unanimous carried'],
    [
      'The Chair proposed a rise of £2 a plot, seconded by Cllr Boyce, four were in favour and one was against.',
      'show-of-hands carried for 4 against 1',
    ],
    ['Turbine, Ling Farm: Object, 3 for and 2 against.', 'show-of-hands carried for 3 against 2'],
    [
      'Two Members voted for and three against; the Chairman abstained. The proposal was lost.',
      'show-of-hands lost for 2 against 3 abstain 1',
    ],
    [
      'Councillor Boyce moved and Councillor Cardow seconded that the report be received. Agreed.',
      'voice carried',
    ],
    [
      'On being put to the vote the motion was CARRIED (5 voting FOR, 4 voting AGAINST).',
      'show-of-hands carried for 5 against 4',
    ],
    [
      'On being put to the vote the recommendations were CARRIED with 4 members voting FOR, 1 AGAINST and 4 ABSTAINING.',
      'show-of-hands carried for 4 against 1 abstain 4',
    ],
    [
      'On being put to the vote the recommendation was CARRIED with 7 members voting FOR, 1 AGAINST and no ABSTAINING.',
      'show-of-hands carried for 7 against 1 abstain 0',
    ],
    [
      'On being put to the vote the amendment FELL with 2 voting FOR and 7 AGAINST.',
      'show-of-hands lost for 2 against 7',
    ],
    [
      'The motion was put and CARRIED by 12 votes to 7, with 2 abstentions.',
      'show-of-hands carried for 12 against 7 abstain 2',
    ],
    ['The amendment was NOT CARRIED by 27 votes to 19.', 'show-of-hands lost for 19 against 27'],
    [
      'On a vote being taken, 3 members voted for the amendment and 4 for the motion, which was accordingly declared carried.',
      'show-of-hands carried for 4 against 3',
    ],
    [
      'For the motion        -  12 votes\nFor the amendment     -  9 votes\n\nThe motion was carried.',
      'show-of-hands carried for 12 against 9',
    ],
    [
      'Votes for: 6\nVotes against: 1\nAbstained: 0\n\nThe motion was carried.',
      'show-of-hands carried for 6 against 1 abstain 0',
    ],
    [
      'Votes for: 5\nVotes against: 3\nAbstentions: 1\n\nThe motion was carried.',
      'show-of-hands carried for 5 against 3 abstain 1',
    ],
    [
      'Resolved: to buy a bench. (Proposed CB, seconded DO; 4 for, 1 against)',
      'show-of-hands carried for 4 against 1',
    ],
    [
      'The vote was tied at 5-5 and the Chair used his casting vote to approve the plan.',
      'show-of-hands carried for 5 against 5',
    ],
    ['The motion was lost by 5 votes to 8.', 'show-of-hands lost for 5 against 8'],
    ['The motion was carried 7-2 with 1 abstention.', 'show-of-hands carried for 7 against 2 abstain 1'],
    ['The Panel voted 4 to 1 in favour of the scheme.', 'show-of-hands carried for 4 against 1'],
    ['It was agreed by 4 to 1 to go ahead.', 'show-of-hands carried for 4 against 1'],
    ['Voting: For 5, Against 3, Abstentions 0', 'show-of-hands carried for 5 against 3 abstain 0'],
    ['Voting – For: 5; Against: 3; Abstained: 1', 'show-of-hands carried for 5 against 3 abstain 1'],
    ['For 2 Against 4 Abstention 1', 'show-of-hands lost for 2 against 4 abstain 1'],
    ['For – 6 Against - 1', 'show-of-hands carried for 6 against 1'],
    [
      'RESOLVED: That the plan be approved (10 For, 0 against, 1 abst).',
      'show-of-hands carried for 10 against 0 abstain 1',
    ],
    [
      'RESOLVED: That the plan be approved.\n\n(For 5, Against 0, Abstentions 1)',
      'show-of-hands carried for 5 against 0 abstain 1',
    ],
    [
      'On being put to the vote, there were five in favour and eight against. The motion fell.',
      'show-of-hands lost for 5 against 8',
    ],
    [
      'The minutes were proposed for approval, one abstained and six were in favour.',
      'show-of-hands carried for 6 abstain 1',
    ],
    [
      'On a vote being taken, the MOTION received 31 votes and the AMENDMENT received 24 votes, with 3 abstentions, and the MOTION was therefore CARRIED.',
      'show-of-hands carried for 31 against 24 abstain 3',
    ],
    [
      'The recommendation was not approved (2 For, 7 Against with 0 Abstention.)',
      'show-of-hands lost for 2 against 7 abstain 0',
    ],
    [
      'It was RESOLVED by a vote of 6 in favour and 2 abstentions to approve the plan.',
      'show-of-hands carried for 6 abstain 2',
    ],
    [
      'The minutes were declared correct by 24 votes, to 10 votes, with 1 abstention.',
      'show-of-hands carried for 24 against 10 abstain 1',
    ],
    [
      'On being put to the vote there was an equality of voting and the Chair used her casting vote to vote against the amendment.',
      'show-of-hands lost',
    ],
    [
      'RESOLVED (on a motion from Cllr Boyce, seconded by Cllr Cardow and carried nem con) to note the report.',
      'unanimous carried',
    ],
    ['RESOLVED UNANIMOUSLY: That the plan be approved.', 'unanimous carried'],
    ['RESOLVED (unanimously) that the plan be approved.', 'unanimous carried'],
    ['It was RESOLVED, nem. con., that the plan be approved.', 'unanimous carried'],
    ['(Members voted unanimously in favour of the recommendation.)', 'unanimous carried'],
    ['Proposed Cllr Boyce, seconded Cllr Cardow, all in favour.', 'unanimous carried'],
    ['Cllr Boyce proposed this course of action. Seconded Cllr Cardow, all agreed.', 'unanimous carried'],
    ['All Councillors agreed that the plan should stand.', 'unanimous carried'],
    ['The Panel were unanimously in favour.', 'unanimous carried'],
    ['Cllr Boyce was elected and this passed with a unanimous vote.', 'unanimous carried'],
    ['The motion was put to the vote and AGREED.', 'voice carried'],
    ['The motion, on being put to the vote, was declared CARRIED.', 'voice carried'],
    [
      'Councillor Boyce proposed that the plan wait, this was seconded by Councillor Cardow, put to the vote and lost.',
      'voice lost',
    ],
    ['The motion was AGREED without division.', 'voice carried'],
    ['The amendment was declared LOST.', 'voice lost'],
  ])('%s', async (body, vote) => {
    expect((await votesOf(body)).map(brief)).toEqual([vote])
  })

  test('an amendment and then the motion, in their order, each with its own mover', async () => {
    const votes =
      await votesOf(`Councillor Boyce moved and Councillor Cardow seconded that the plan be approved.

Councillor Dellow moved an amendment, which was seconded by Councillor Arkwell, that it wait a year.

On being put to the vote the amendment was LOST (1 for, 3 against).

The substantive motion was then put to the vote and CARRIED (3 for, 1 against).`)
    expect(votes).toMatchObject([
      { on: 'amendment', result: 'lost', for: 1, against: 3, moved: 'Dellow', seconded: 'Arkwell' },
      { on: 'substantive motion', result: 'carried', for: 3, against: 1, moved: 'Boyce', seconded: 'Cardow' },
    ])
  })

  test('two votes in one sentence', async () => {
    const votes = await votesOf(
      'The amendment was NOT CARRIED by 27 votes to 19 (see division 3) and the deemed motion was AGREED without division.',
    )
    expect(votes.map(brief)).toEqual(['recorded lost for 19 against 27', 'voice carried'])
  })

  test.each([
    [
      'put to the vote and tied at 5 for and 5 against. It was carried on the Chair’s casting vote.',
      'for',
      'carried',
    ],
    [
      'put to the vote. There were 5 for and 5 against. The Chair used her casting vote against and the motion was lost.',
      'against',
      'lost',
    ],
  ])('a casting vote is kept apart: %s', async (rest, casting, result) => {
    expect(await votesOf(`The motion was ${rest}`)).toMatchObject([{ for: 5, against: 5, casting, result }])
  })

  test('a vote told above a box headed Decision', async () => {
    const votes = await votesOf(
      'On being put to the vote the motion was CARRIED (3 for, 1 against).\n\nDecision:\n\nThat the plan be approved.\n\nReasons: the plan is sound.\n\nA second motion was put to the vote and LOST.',
    )
    expect(votes.map(brief)).toEqual(['show-of-hands carried for 3 against 1', 'voice lost'])
  })

  test('unanimity said twice is one vote', async () => {
    const votes = await votesOf(
      'It was moved by Councillor Boyce and seconded by Councillor Cardow.\n\nOn being put to the vote the recommendations were carried unanimously. It was unanimously RESOLVED:\n\n1. That the plan be approved.\n2. That it be published.\n\nAll in favour',
    )
    expect(votes).toMatchObject([{ mode: 'unanimous', moved: 'Boyce', seconded: 'Cardow' }])
  })

  test('who proposed, below the decision', async () => {
    const votes = await votesOf(
      'RESOLVED UNANIMOUSLY: That the plan be approved.\n\nProposed: Cllr Boyce. Seconded: Cllr Cardow.\n\nRESOLVED UNANIMOUSLY: That it be published.\n\nProposed: Cllr Dellow. Seconded: Cllr Arkwell.',
    )
    expect(votes).toMatchObject([
      { moved: 'Boyce', seconded: 'Cardow' },
      { moved: 'Dellow', seconded: 'Arkwell' },
    ])
  })
})

describe('what is no vote', () => {
  test.each([
    ['a motion that was withdrawn', 'Councillor Boyce moved that the plan wait. The motion was withdrawn.'],
    ['a motion without a seconder', 'The motion fell for want of a seconder.'],
    ['votes of residents', 'Of the responses, 120 were in favour and 31 against.'],
    ['speakers', 'The Panel heard three speakers, two for and one against.'],
    ['those who wrote', 'Five tenants had written, three in favour and two against.'],
    [
      'what is agreed some time after it was moved',
      'Councillor Boyce moved the report. Members debated damp. Agreed.',
    ],
    ['letters', 'The Panel had 12 letters in favour and 3 against.'],
    ['another body', 'Cabinet voted 5 to 4 for the plan.'],
    ['an earlier vote', 'The plan had been carried by 12 votes to 7 at the last meeting.'],
    ['how to vote', 'The Panel AGREED that the votes below be by a show of hands.'],
    ['a vote to come', 'It was agreed that the motion be put to the vote at the next meeting.'],
    [
      'a vote that a clause speaks of',
      'RESOLVED:\n\n1. That the unanimous vote of the tenants’ forum be noted;\n\n2. That the motion carried by Council be reported.',
    ],
    ['a resolution without a vote', 'RESOLVED: That the plan be approved.'],
    ['all approved', 'Training course, £25 – all approved.'],
    ['tenants of one mind', 'The tenants were unanimous that the lifts were slow.'],
    ['a condition', 'This is simple, assuming all agree.'],
    ['work carried out', 'The repairs were carried out by 4 to 6 people.'],
    ['jobs lost', 'Members heard that 20 jobs were lost.'],
    ['for and against', 'Points for and against the plan were made.'],
  ])('%s', async (_, body) => {
    expect(await votesOf(body)).toEqual([])
  })
})

describe('votes by name', () => {
  const NAMES = { for: ['Arkwell', 'Boyce'], against: ['Cardow'], abstain: ['Dellow'] }
  test.each([
    ['a line for each way', 'Recorded vote:\nFor: Arkwell, Boyce\nAgainst: Cardow\nAbstained: Dellow'],
    [
      'in a row',
      'For: Councillors Arkwell and Boyce; Against: Councillor Cardow; Abstained: Councillor Dellow',
    ],
    [
      'with the counts after the names',
      'FOR:- Councillors Arkwell and Boyce (2)\n\nAGAINST:- Councillor Cardow (1)\n\nABSTENTIONS:- Councillor Dellow (1)',
    ],
    [
      'with the counts before the names',
      '(a) For – 2\n\nArkwell, Boyce\n\n(b) Against – 1\n\nCardow\n\n(c) Abstentions – 1\n\nDellow',
    ],
    [
      'one name a line',
      'For:\n\nCllr Arkwell\nCllr Boyce\n\nAgainst:\n\nCllr Cardow\n\nAbstained:\n\nCllr Dellow',
    ],
    [
      'voting for',
      'Councillors voting for: Councillors Arkwell and Boyce\n\nCouncillors voting against: Councillor Cardow\n\nCouncillors abstaining: Councillor Dellow',
    ],
    [
      'a table of names and ways',
      'Councillor          Vote\nArkwell             For\nBoyce               For\nCardow              Against\nDellow              Abstain',
    ],
    [
      'a table of marks',
      'Councillor      For     Against     Abstain\nArkwell          X\nBoyce            X\nCardow                     X\nDellow                                 X',
    ],
    ['a record without marks', 'Voting record\n\nForArkwell, Boyce2\nAgainstCardow1\nAbstainDellow1'],
  ])('%s', async (_, body) => {
    const votes = await votesOf(`The motion was put to the vote.\n\n${body}\n\nThe motion was carried.`)
    expect(votes).toMatchObject([
      { mode: 'recorded', result: 'carried', for: 2, against: 1, abstain: 1, names: NAMES },
    ])
  })
})

test('one who abstained, named after a count, does not make it a recorded vote', async () => {
  const votes = await votesOf('The motion was CARRIED by 3 votes to 1. Councillor Dellow abstained.')
  expect(votes).toMatchObject([
    { mode: 'show-of-hands', for: 3, against: 1, abstain: 1, names: { abstain: ['Dellow'] } },
  ])
})

test('names for and against an amendment are no division', async () => {
  const votes = await votesOf(
    'The amendment was put to the vote.\n\nFor the amendment: Arkwell, Boyce\nAgainst the amendment: Cardow, Dellow, Eaves\n\nThe amendment was lost.',
  )
  expect(votes).toMatchObject([{ result: 'lost', for: 2, against: 3, names: { for: ['Arkwell', 'Boyce'] } }])
})

describe('what a person is asked about', () => {
  test('counts that do not agree with the names', async () => {
    const { doubts } = await minutesWith(
      'Recorded vote:\nFor (3): Arkwell, Boyce\nAgainst (1): Cardow\n\nThe motion was carried.',
    )
    expect(doubts).toMatchObject([{ code: 'counts-do-not-add-up', field: 'votes' }])
  })

  test('a mover who is not among those who voted', async () => {
    const { doubts } = await minutesWith(
      'Councillor Eaves moved and Councillor Boyce seconded the motion.\n\nFor: Arkwell, Boyce\nAgainst: Cardow\n\nThe motion was carried.',
    )
    expect(doubts).toMatchObject([{ code: 'mover-did-not-vote', field: 'votes', text: 'Eaves' }])
  })

  test('more votes than members who were there', async () => {
    const { doubts } = await minutesWith(
      'On being put to the vote the motion was CARRIED (5 for, 4 against).',
    )
    expect(doubts).toMatchObject([
      { code: 'counts-do-not-add-up', field: 'votes', text: '9 voted, 4 present' },
    ])
  })

  test('a decision and minutes that give two counts', async () => {
    const { votes, doubts } = await minutesWith(
      'Decision:\n\nThe motion was CARRIED by 18 votes to 7.\n\nMinutes:\n\nThe motion was put and CARRIED by 19 votes to 7.',
    )
    expect(votes).toMatchObject([{ for: 19, against: 7 }])
    expect(doubts).toContainEqual(
      expect.objectContaining({ code: 'accounts-differ', field: 'votes', text: 'for: 18 / 19' }),
    )
  })
})
