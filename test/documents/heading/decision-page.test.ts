import { expect, test } from 'vitest'
import { firstOf } from '../papers.ts'

const page = (labels: string): string => `Decision details

Pier repairs

${labels}

Is Key decision?: Yes

Decision:

That the repairs be approved.

Reason for the decision:

The Ports Panel recommended it on 3 February 2027.

Publication date: 05/03/2027

Date of decision: 04/03/2027

Effective from: 15/03/2027
`

test('the page of a decision says who decided and when below the decision', async () => {
  expect(
    await firstOf(
      page('Decision Maker: Cabinet').replace(
        'Effective',
        'Decided at meeting: 04/03/2027 - Cabinet\n\nEffective',
      ),
    ),
  ).toMatchObject({ kind: 'decisions', committee: 'Cabinet', date: '2027-03-04', published: '2027-03-05' })
})

test('an officer who decides is no committee', async () => {
  const document = await firstOf(page('Decision Maker: Director of Ports'))
  expect(document).toMatchObject({ kind: 'decisions', date: '2027-03-04' })
  expect(document).not.toHaveProperty('committee')
})

test('a form of one decision has its labels above', async () => {
  expect(
    await firstOf(`Record of Decision

Decision made by: Ports Committee
Date of decision: 4 March 2027
Title: Pier repairs

Decision: That the repairs be approved.
`),
  ).toMatchObject({ kind: 'decisions', committee: 'Ports Committee', date: '2027-03-04' })
})
