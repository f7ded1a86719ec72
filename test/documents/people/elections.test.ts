import { describe, expect, test } from 'vitest'
import type { PaperDocument } from '../../../src/documents/paper.ts'
import { minutesWith } from './minutes.ts'

/** Minutes of an annual meeting that begins with two elections. */
function annualMeeting(elections: readonly [string, string][]): Promise<PaperDocument> {
  const items = [...elections, ['Apologies', 'None.'], ['Minutes', 'The minutes were agreed.']]
  return minutesWith(
    'Present: Cllrs Ash, Birch, Cole and Dale',
    items.map(([title, said], at) => `${at + 1}. ${title}\n\n${said}`).join('\n\n'),
  )
}

describe('who is elected holds the office', () => {
  test.each([
    [
      'as the object of a proposal',
      'Election of Chairman',
      'Cllr Cole proposed that Cllr Ash continue as Chairman. This was seconded by Cllr Dale and agreed.',
      'Election of Vice-Chairman',
      'Cllr Cole proposed Cllr Birch as Vice-Chairman. This was seconded by Cllr Dale.',
    ],
    [
      'by accepting',
      'Chair',
      'Names were asked for.\n\nCllr Cole nominated Cllr Ash.\n\nAs nobody else was named; Cllr Ash accepted and Cllr Dale seconded.',
      'Vice Chair',
      'Cllr Birch was nominated by Cllr Cole. Cllr Birch accepted the post of Vice Chair.',
    ],
    [
      'against others whom nobody seconds',
      'Nominations for chairman',
      'Cllr Cole proposed Cllr Ash for Chairman, this was seconded by Cllr Dale.',
      'Nominations for vice-chairman',
      'a. It was proposed by Cllr Cole that Cllr Birch continues as the Vice-Chairman.\n\nb. Cllr Ash proposed Cllr Dale as the Vice-Chairman, but had no seconder.',
    ],
    [
      'for the office of',
      'Election of Chairman 2027-2028',
      'Councillor Ash was nominated by Councillor Cole, seconded by Councillor Dale for the office of Chairman.',
      'Election of Vice Chairman',
      'Councillor Cole nominated Councillor Birch for the office of Vice Chairman.',
    ],
    [
      'by resolution',
      'To elect a chair for the year 2027/28',
      'Resolved, proposed Cllr Cole, seconded Cllr Dale, to elect Councillor Ash as Chair.',
      'Appointment of Vice-Chair',
      'RESOLVED: That Councillor Birch be appointed Vice-Chair of the Committee for 2027/28.',
    ],
    [
      'after a vote',
      'Election of Chairman',
      'There were two nominations, Cllr Ash and Cllr Cole. After a ballot Cllr Ash was duly elected.',
      'Election of Vice-Chairman',
      'Nominations: Cllr Birch (proposed Cllr Cole, seconded Cllr Dale). Cllr Birch duly elected.',
    ],
  ])('%s', async (_, one, ofChair, other, ofVice) => {
    expect(
      await annualMeeting([
        [one, ofChair],
        [other, ofVice],
      ]),
    ).toMatchObject({ chair: 'Ash', viceChair: 'Birch' })
  })

  test('both under one item', async () => {
    const minutes = await annualMeeting([
      [
        'Election of Chairman and Vice Chairman',
        'Cllr Ash was elected Chairman, proposed by Cllr Cole and seconded by Cllr Dale. Cllr Birch was elected Vice Chairman, proposed Cllr Cole.',
      ],
    ])
    expect(minutes).toMatchObject({ chair: 'Ash', viceChair: 'Birch' })
  })
})

test.each([
  ['Cllr Ash declined to stand. The election was deferred to the next meeting.'],
  ['Cllr Cole proposed Cllr Ash as Chairman. Cllr Dale proposed Cllr Birch as Chairman.'],
  ['To be elected at the next meeting.'],
])('nobody is elected by: %s', async (said) => {
  expect((await annualMeeting([['Election of Chairman', said]])).chair).toBeUndefined()
})
