import { describe, expect, test } from 'vitest'
import { firstOf } from '../papers.ts'

async function questionsUnder(text: string): Promise<unknown> {
  const document = await firstOf(`Health Scrutiny Panel

Thursday 4 March 2027

PRESENT:

Councillor Ann Boyce, in the Chair.
Councillors Cardow and Eaves.

1. Apologies

There were none.

2. Hospital beds

The Director introduced the report.

${text}

3. Work programme

The work programme was noted.

The meeting ended at 4.00 pm.
`)
  expect(document.kind).toBe('minutes')
  return document.questions
}

const list = `(a) the number of beds and
where they were;

(b) how were staff to be kept?

(c) the cost.`
const read = [
  { item: '2', label: 'a', text: 'the number of beds and where they were' },
  { item: '2', label: 'b', text: 'how were staff to be kept?' },
  { item: '2', label: 'c', text: 'the cost' },
]

describe('lettered lines of questioning', () => {
  test.each([
    'Key areas of questioning related to –',
    'The key areas of questioning related to:',
    'Members asked:',
    'The Panel sought clarification on the following:',
    'Members raised the following questions:',
    'The main lines of enquiry were:',
  ])('%s', async (lead) => {
    expect(await questionsUnder(`${lead}\n\n${list}`)).toEqual(read)
  })

  test('what follows the list is no part of it', async () => {
    const after = 'Agreed that the Panel notes the report.'
    expect(await questionsUnder(`Members asked:\n\n${list}\n\n${after}`)).toEqual(read)
  })

  test.each([
    ['answers', 'In response to questions from Members it was reported that:'],
    ['the questions of the public', 'The following questions from the public were received:'],
    ['what members were asked to do', 'Members were asked to:'],
    ['what was agreed', 'The Panel agreed:'],
  ])('not %s', async (_, lead) => {
    expect(await questionsUnder(`${lead}\n\n${list}`)).toBeUndefined()
  })
})

test('one numbered heading over answers is no list of questions', async () => {
  const questions = await questionsUnder(
    'Members asked the Mayor about the following:\n\n1. Clean energy: the Mayor named it a key sector.\n\nShe spoke of warm homes.\n\n2. Income: the Mayor welcomed the plan.\n\nIt would come to Cabinet.',
  )
  expect(questions).toBeUndefined()
})
