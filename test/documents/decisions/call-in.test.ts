import { describe, expect, test } from 'vitest'
import { firstOf } from '../papers.ts'
import { minutesWith } from './minutes.ts'

describe('a call-in', () => {
  test('with its date, its signatories and its outcome', async () => {
    const { callIn } = await minutesWith(
      'Five members had asked to call in the decision of 27 January 2027.\n\nThe signatories to the call-in were:\n\n1. Cllr Ann Boyce\n2. Cllr Dee Cardow\n\nOn being put to the vote, there were two in favour and three against. The motion fell and the decision stood.',
    )
    expect(callIn).toEqual({
      decisionDate: '2027-01-27',
      signatories: ['Ann Boyce', 'Dee Cardow'],
      outcome: 'decision stood',
    })
  })

  test('with the signatories in a sentence', async () => {
    const { callIn } = await minutesWith(
      'The decision taken on 27 January 2027 was called in by Councillors Boyce, Cardow and Dellow.\n\nRESOLVED: That the decision be referred back to Cabinet.',
    )
    expect(callIn).toEqual({
      decisionDate: '2027-01-27',
      signatories: ['Boyce', 'Cardow', 'Dellow'],
      outcome: 'referred back to cabinet',
    })
  })

  test('is not made of the word alone', async () => {
    const { callIn } = await minutesWith('Members asked how many decisions had been called in last year.')
    expect(callIn).toBeUndefined()
  })
})

describe('the last day of call-in', () => {
  const decisions = (line: string): string =>
    `Decisions of the Housing Panel\n\nThursday 4 March 2027\n\n${line}\n\n1. Repairs\n\nDecision:\n\nThat the report be noted.\n\n2. Damp\n\nDecision:\n\nThat the report be noted.\n`
  test.each([
    ['Deadline for call-in: 5pm on 12 March 2027', '2027-03-12'],
    ['Call-in deadline 12 March 2027', '2027-03-12'],
    ['The call-in period ends at noon on Friday 12 March 2027.', '2027-03-12'],
    ['These decisions can be called in by 5pm on 12 March 2027.', '2027-03-12'],
    ['Deadline for Escalation referral 12 March 2027', '2027-03-12'],
    ['Decisions may be called in by five members.', undefined],
    ['Published on 8 March 2027', undefined],
  ])('%s', async (line, date) => {
    expect((await firstOf(decisions(line))).callInDeadline).toBe(date)
  })
})
