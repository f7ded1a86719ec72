import { describe, expect, test } from 'vitest'
import { firstOf, paperOf } from '../papers.ts'
import { minutesWith, resolvedIn } from './minutes.ts'

const DISCUSSED = 'The Head of Repairs presented the report. Members asked about the backlog.\n\n'

test('a box headed Decision is the decision as a whole', async () => {
  const { resolutions = [] } = await minutesWith(
    'Decision:\n\nPART A\n\nIn relation to homes\n\na. to repair them\nb. to dry them\n\nIn relation to rents\n\nc. to hold them\n\nMinutes:\n\nMembers asked about damp.',
  )
  expect(resolutions).toMatchObject([
    {
      text: 'PART A In relation to homes a. to repair them b. to dry them In relation to rents c. to hold them',
      clauses: [{ label: 'a' }, { label: 'b' }, { label: 'c' }],
    },
  ])
})

test.each(['None.', 'There were no declarations of interest.', 'The Chair told Members of the plan.'])(
  'a box headed Decision that says: %s',
  async (box) => {
    expect(await resolvedIn(`Decision:\n\n${box}\n\nMinutes:\n\nMembers asked about damp.`)).toEqual([])
  },
)

describe('what is no decision of the meeting', () => {
  test.each([
    ['what a report proposed', 'The report recommended that the plan be approved. Members discussed it.'],
    ['a recommendation to come', 'Recommended that the Panel approve the plan.\n\nMembers discussed it.'],
    ['another body, earlier', 'Cabinet resolved last month that the plan be approved. Members discussed it.'],
    ['another body, in capitals', 'Cabinet RESOLVED that the plan be approved. Members discussed it.'],
    ['what had been agreed before', 'It had been agreed that the plan be approved. Members discussed it.'],
    ['an earlier meeting', 'The Panel agreed at its last meeting to visit the depot.'],
    ['agreement with a point', 'Members agreed with the point and asked for figures.'],
    ['an opinion', 'Members agreed that the backlog was a worry.'],
    [
      'a point in the discussion',
      'The following points were made:\n\n• It was agreed that dearer repairs could push rents up.\n• Members noted the cost.',
    ],
    [
      'a body that noted something on the way',
      'The Panel noted the cost of repairs.\n\nThe Head of Repairs answered questions about the backlog.',
    ],
    [
      'a motion that was lost',
      'Councillor Boyce moved, seconded by Councillor Cardow, that the plan be dropped.\n\nThe motion was put to the vote and LOST.',
    ],
    [
      'an amendment that was lost',
      'An amendment was moved by Councillor Boyce and seconded by Councillor Cardow that the plan wait a year.\n\nThe amendment was lost.',
    ],
    [
      'a motion without a result',
      'It was moved by Councillor Boyce, seconded by Councillor Cardow that the plan be dropped.\n\nMembers discussed it.',
    ],
    ['an officer who agreed', 'The Head of Repairs agreed to send the figures.'],
    ['nothing decided', 'There were no decisions to be taken on this report.'],
    [
      'an issue that was resolved',
      'Most of the complaints had been resolved to the satisfaction of the tenants.',
    ],
    ['tenants who agreed', 'Of the tenants, most agreed that the repairs were good.'],
    ['a heading in capitals', 'DAMP: WHAT WAS AGREED TO BE DONE\n\nThe Head of Repairs told Members.'],
  ])('%s', async (_, body) => {
    expect(await resolvedIn(body)).toEqual([])
  })

  test('what a tracker of earlier meetings quotes', async () => {
    const { documents } = await paperOf(
      'MINUTES OF THE HOUSING SCRUTINY PANEL\n\nThursday 4 March 2027\n\nPresent: Councillors Arkwell (Chair) and Boyce.\n\n1. Apologies\n\nThere were none.\n\n2. Tracking Resolutions\n\nDate\tResolution\tProgress\n7 January 2027\tRESOLVED that the depot be visited\tDone\n7 January 2027\tRESOLVED that figures be sent\tSent\n\n3. Close\n\nThe meeting closed at 4.00pm.\n',
    )
    expect(documents.flatMap(({ resolutions = [] }) => resolutions)).toEqual([])
  })

  test.each([
    ['an agenda', 'AGENDA'],
    ['a supplement', 'SUPPLEMENTARY AGENDA'],
  ])('whatever stands in %s', async (_, kind) => {
    const paper = await firstOf(
      `${kind}\n\nHousing Scrutiny Panel\n\nThursday 4 March 2027\n\n1. Minutes\n\nRESOLVED: That the minutes be approved.\n\n2. Repairs\n\nThe Panel is asked to note the report. Agreed unanimously.\n`,
    )
    expect(paper.resolutions).toBeUndefined()
    expect(paper.votes).toBeUndefined()
  })
})

describe('what a meeting resolved', () => {
  test.each([
    ['RESOLVED:', 'RESOLVED: That the report be noted.', 'That the report be noted.'],
    ['Resolved -', 'Resolved – That the report be noted.', 'That the report be noted.'],
    ['Resolved:-', 'Resolved:-\n\nThat the report be noted.', 'That the report be noted.'],
    ['on a line of its own', 'RESOLVED\n\nThat the report be noted.', 'That the report be noted.'],
    ['RESOLVED that', 'RESOLVED that the report be noted.', 'that the report be noted.'],
    ['RESOLVED to', 'RESOLVED to note the report.', 'to note the report.'],
    ['RESOLVED THAT', 'RESOLVED THAT the report be noted.', 'That the report be noted.'],
    ['unanimously', 'RESOLVED UNANIMOUSLY: That the report be noted.', 'That the report be noted.'],
    [
      'unanimously, in brackets',
      'Resolved (unanimously): That the report be noted.',
      'That the report be noted.',
    ],
    ['nem con', 'RESOLVED, nem. con.: That the report be noted.', 'That the report be noted.'],
    ['it was resolved', 'It was RESOLVED that the report be noted.', 'that the report be noted.'],
    ['it was agreed', 'It was agreed that the report be noted.', 'that the report be noted.'],
    ['IT WAS AGREED', 'IT WAS AGREED to note the report.', 'to note the report.'],
    ['Agreed –', 'Agreed – to note the report.', 'to note the report.'],
    ['Agreed that', 'Agreed that the report is noted.', 'that the report is noted.'],
    ['AGREED:', 'AGREED: That the report be noted.', 'That the report be noted.'],
    ['AGREED', 'AGREED That the report be noted.', 'That the report be noted.'],
    ['Decided –', 'Decided – to note the report.', 'to note the report.'],
    ['the committee resolved', 'The Panel resolved:-\n\nto note the report.', 'to note the report.'],
    [
      'the committee resolved to',
      'The Panel resolved to note the report.',
      'The Panel resolved to note the report.',
    ],
    ['the committee has agreed', 'The Panel has agreed -\n\nto note the report.', 'to note the report.'],
    [
      'the committee agreed to, at the end',
      'The Panel agreed to note the report.',
      'The Panel agreed to note the report.',
    ],
    ['the committee noted', 'The Panel noted the report.', 'The Panel noted the report.'],
    ['members noted', 'Members noted the report.', 'Members noted the report.'],
    ['members in capitals', 'Members AGREED that no action was needed.', 'that no action was needed.'],
    ['a short outcome', 'The report was noted.', 'The report was noted.'],
    ['as a correct record', 'Approved as a correct record.', 'Approved as a correct record.'],
    [
      'the minutes',
      'The minutes of the meeting of 7 January 2027 were approved as a correct record.',
      'The minutes of the meeting of 7 January 2027 were approved as a correct record.',
    ],
    [
      'moved, seconded and',
      'It was moved by Councillor Boyce, seconded by Councillor Cardow and\n\nRESOLVED – That the report be noted.',
      'That the report be noted.',
    ],
    [
      'moved, seconded, the word lost',
      'It was moved by Councillor Boyce, seconded by Councillor Cardow and\n\nThe report be noted.',
      'The report be noted.',
    ],
    [
      'moved and resolved in one sentence',
      'It was proposed by Councillor Boyce, seconded by Councillor Cardow and resolved that the report be noted.',
      'that the report be noted.',
    ],
    [
      'after a vote',
      'Upon being put to the vote, the motion was carried and it was RESOLVED that the report be noted.',
      'that the report be noted.',
    ],
    [
      'by a vote',
      'It was RESOLVED by a vote of 6 in favour and 2 abstentions to note the report.',
      'to note the report.',
    ],
    ['a lone That', 'That the report be noted.', 'That the report be noted.'],
    ['a numbered paragraph', '2.4 RESOLVED: That the report be noted.', 'That the report be noted.'],
    [
      'recommended',
      'RECOMMENDED: That Cabinet publish the repairs plan.',
      'That Cabinet publish the repairs plan.',
    ],
    [
      'recommended to Cabinet',
      'RECOMMENDED TO CABINET: That the repairs plan be published.',
      'That the repairs plan be published.',
    ],
    ['spaced capitals', 'RECOMMENDED – T H A T the plan be published.', 'That the plan be published.'],
    [
      'Welsh beside English',
      'PENDERFYNWYD nodi’r adroddiad.\n\nRESOLVED to note the report.',
      'to note the report.',
    ],
    [
      'advice',
      'The Panel advises Cabinet to consider, before it decides, the following -\n\n1. That the plan be costed.',
      'The Panel advises Cabinet to consider, before it decides, the following - 1. That the plan be costed.',
    ],
  ])('%s', async (_, body, text) => {
    expect(await resolvedIn(DISCUSSED + body)).toEqual([text])
  })
})

describe('the words that say that something was resolved', () => {
  test.each([
    ['AGREED the plan be approved, subject to a review.', 'the plan be approved, subject to a review.'],
    ['RESOLVED No objection to the plan.', 'No objection to the plan.'],
    ['Agreed the plan be approved.', 'the plan be approved.'],
    [
      'Resolved\n\n1. To approve the plan\n\n2. To note the risks',
      '1. To approve the plan 2. To note the risks',
    ],
    [
      'It was moved by Councillor Boyce, seconded by Councillor Cardow and RESOLVED\n\n(1) That the plan be approved; and\n\n(2) That the fees be noted.',
      '(1) That the plan be approved; and (2) That the fees be noted.',
    ],
    [
      'Resolved –1. That the plan be noted.2. That fees be held.',
      '1. That the plan be noted.2. That fees be held.',
    ],
    ['Three quotes had come. Resolved to accept the lowest.', 'to accept the lowest.'],
    ['Penderfynwyd / Resolved:\n\nThat the plan be accepted.', 'That the plan be accepted.'],
    [
      'The Panel, having considered the report, AGREED the recommendations.',
      'The Panel, having considered the report, AGREED the recommendations.',
    ],
    ['The Panel NOTED the report.\n\nMembers asked about damp.', 'The Panel NOTED the report.'],
    [
      'The Chair summed up. The Panel agreed to:\n\n1) Note the plan.\n\n2) Ask Cabinet to think again.\n\nIn reply, the officer spoke of cost.',
      '1) Note the plan. 2) Ask Cabinet to think again.',
    ],
    [
      'The following recommendations were agreed:\n\n1. That the plan be approved.\n\n2. That the fees be noted.',
      '1. That the plan be approved. 2. That the fees be noted.',
    ],
    [
      'The Panel determined to GRANT the licence subject to the following conditions:\n\n1. Cameras be put up.\n\n2. The bar close at 11pm.\n\nReasons\n\nThere are homes near by.',
      'The Panel determined to GRANT the licence subject to the following conditions: 1. Cameras be put up. 2. The bar close at 11pm.',
    ],
    [
      'A bench had been asked for. Members agreed that the bench should be moved. The Chair thanked the warden.',
      'Members agreed that the bench should be moved.',
    ],
    [
      'RESOLVED: (Proposed by Cllr Boyce, seconded by Cllr Cardow) that a bench be bought.',
      'that a bench be bought.',
    ],
  ])('%s', async (body, resolved) => {
    expect(await resolvedIn(body)).toEqual([resolved])
  })

  test('all clauses of a run-on decision are told apart', async () => {
    const { resolutions = [] } = await minutesWith(
      'Resolved –1. That the plan be noted.2. That fees be held.3. That figures come to each meeting.',
    )
    expect(resolutions[0]?.clauses?.map(({ label }) => label)).toEqual(['1', '2', '3'])
  })
})

describe('what stands between the parts of one decision', () => {
  test('somebody who left between two clauses', async () => {
    expect(
      await resolvedIn(
        'RESOLVED\n\n1. That the plan is approved.\n\nCouncillor Dellow left the meeting at 3.15 pm.\n\n2. That the fees are noted.',
      ),
    ).toEqual(['1. That the plan is approved. 2. That the fees are noted.'])
  })

  test('a remark before the last bullet', async () => {
    expect(
      await resolvedIn(
        'The Panel agreed:\n\n• to note the plan;\n• to send it to Council; and\n\nThe Chair thanked the officers.\n\n• to ask for a further report.',
      ),
    ).toEqual(['to note the plan; to send it to Council; and to ask for a further report.'])
  })

  test('a reference, somebody who came back and a further decision end a decision', async () => {
    expect(
      await resolvedIn(
        'Decision\n\nThe Panel -\n\n1. noted the plan; and\n\n2. agreed that the depot be sold.\n\n(Reference: Report by the Director dated 3 June 2027, submitted)\n\nCouncillor Eaves rejoined the meeting.',
      ),
    ).toEqual(['The Panel - 1. noted the plan; and 2. agreed that the depot be sold.'])
  })
})

describe('what is told about a decision and is none', () => {
  test.each([
    ['a motion carried, whose words stand nowhere', 'Members debated the plan.\n\nThe motion was carried.'],
    ['a motion agreed', 'Members debated the plan.\n\nThe motion was agreed.'],
    ['a body with nothing below it', 'Decision:\n\nThe Panel:\n\nMinutes:\n\nMembers asked about damp.'],
    [
      'the title of the next paper',
      'Decision:\n\nDamp and Mould, Elm Rise PDF 512 KB\n\nMinutes:\n\nMembers asked.',
    ],
    [
      'the word below what it closes',
      'Members thought that rents were high.\n\nAGREED\n\nThe officer spoke of cost.',
    ],
    ['accordingly', 'The motion, as amended, was put and declared carried.\n\nRESOLVED accordingly.'],
    [
      'an opinion with a wish in it',
      'Members agreed that it was a hard matter that should be watched. They asked why.',
    ],
    ['words that look like the mark', 'Resolved complaints had gone up. Agreed targets were missed.'],
    ['an opinion in prose', 'Members agreed that the report was a good one. They asked about damp.'],
    ['another body in prose', 'The Water Authority agreed to mend the pipe. Members asked about damp.'],
  ])('%s', async (_, body) => {
    expect(await resolvedIn(body)).toEqual([])
  })
})

test('how a discussion began is no decision, even right above one', async () => {
  expect(
    await resolvedIn(
      'The Panel received a report of the Head of Homes on the time that callers wait.\n\nMembers asked about staff.\n\nResolved – That the report be noted.',
    ),
  ).toEqual(['That the report be noted.'])
})

test('the same words about each of two plans are two decisions; in a box and in the minutes they are one', async () => {
  expect(
    await resolvedIn(
      'Plan 1, The Forge\n\nResolved: No objection.\n\nPlan 2, The Mill\n\nResolved: No objection.',
    ),
  ).toEqual(['No objection.', 'No objection.'])
  expect(
    await resolvedIn(
      'Decision:\n\nThat the plan be noted.\n\nMinutes:\n\nMembers asked.\n\nRESOLVED: That the plan be noted.',
    ),
  ).toEqual(['That the plan be noted.'])
})

test.each([
  [
    'the first clause is not how it was decided',
    'RESOLVED (i) That the plan be noted. (ii) That fees be held.',
    '(i) That the plan be noted. (ii) That fees be held.',
  ],
  [
    'counts before the words',
    'RESOLVED - by 12 votes to 3 -\n\nThat the plan be approved.',
    'That the plan be approved.',
  ],
  [
    'counts within',
    'It was RESOLVED by 6 votes to 5, with 1 abstention, that the plan be approved.',
    'that the plan be approved.',
  ],
  ['a label before the sentence', 'Outcome: The Panel noted the plan.', 'The Panel noted the plan.'],
  [
    'thanks and noting',
    'Members asked about damp.\n\nThe Panel thanked the officer and noted the plan.',
    'The Panel thanked the officer and noted the plan.',
  ],
])('%s', async (_, body, resolved) => {
  expect(await resolvedIn(body)).toEqual([resolved])
})

test('a motion in parts that was carried', async () => {
  const { resolutions } = await minutesWith(
    'Motion by Councillor Boyce:\n\n“That this Panel notes the state of the homes and resolves to:\n\n1. Write to the Minister;\n\n2. Mend the roofs.”\n\nSeconded by Councillor Cardow.\n\nThe motion was put to the vote and declared CARRIED.',
  )
  expect(resolutions).toMatchObject([{ clauses: [{ label: '1' }, { label: '2' }] }])
  expect(resolutions?.[0]?.text).toContain(
    'That this Panel notes the state of the homes and resolves to: 1. Write',
  )
})
