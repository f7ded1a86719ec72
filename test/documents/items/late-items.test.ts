import { describe, expect, test } from 'vitest'
import type { PaperItem } from '../../../src/documents/record.ts'
import { firstOf } from '../papers.ts'

/** The third item of an agenda, with these lines behind its number. */
async function thirdItem(words: string): Promise<PaperItem | undefined> {
  const agenda = await firstOf(
    `HARBOUR PANEL\n\nAGENDA\n\nThursday 4 March 2027\n\n1. Apologies\n\n2. Minutes\n\n3. ${words}\n\n4. Work programme\n`,
  )
  return agenda.items?.find(({ number }) => number === '3')
}

describe('the report of an item is to follow', () => {
  test.each([
    ['Annual report (To follow)', 'Annual report'],
    ['Annual report - to follow', 'Annual report'],
    ['Annual report (report to follow)', 'Annual report'],
    ['Dredging (copy to follow).', 'Dredging'],
    ['Dredging      TO FOLLOW', 'Dredging'],
    ['Dredging\n\nReport to follow.', 'Dredging'],
    ['Dredging\n\nReport of the Harbour Master (report will follow)', 'Dredging'],
    ['Dredging\n\nTo consider the survey. Papers to follow', 'Dredging'],
  ])('%j', async (words, title) => {
    expect(await thirdItem(words)).toEqual({ number: '3', title, toFollow: true })
  })

  test.each([
    ['Dredging (Pages 3 - 8)\n\nAppendix B to follow'],
    ['Dredging\n\nTo say what is to follow the survey.'],
    ['Guidance to follow up complaints'],
    ['Dredging\n\nFurther meetings are expected to follow in May.'],
  ])('but not: %j', async (words) => {
    expect((await thirdItem(words))?.toFollow).toBeUndefined()
  })
})

describe('an item is urgent', () => {
  test.each([
    ['Urgent item: the swing bridge'],
    ['The swing bridge (Urgent item)'],
    [
      'The swing bridge\n\nThe Chair has agreed that this item be taken as a matter of urgency because of the storm.',
    ],
    [
      'The swing bridge\n\nThe Chair is of the opinion that this should be considered urgently, as a matter of urgency.',
    ],
  ])('where somebody ruled so: %j', async (words) => {
    expect((await thirdItem(words))?.urgent).toBe(true)
  })

  test('and not the one above, where the sentence is about the following item', async () => {
    const items = (
      await firstOf(
        'HOUSING SCRUTINY PANEL\n\nAGENDA\n\n1. Apologies\n\n2. Minutes\n\n3. The swing bridge (Pages 3 - 8)\n\nThe Chair has agreed that the following item be considered as a matter of urgency, because of the storm.\n\n4. The flood fund (Pages 9 - 12)\n',
      )
    ).items
    expect(items?.map(({ number, urgent }) => [number, urgent])).toEqual([
      ['1', undefined],
      ['2', undefined],
      ['3', undefined],
      ['4', true],
    ])
  })

  test.each([
    ['Urgent business'],
    ['Any other business that the Chair decides is urgent'],
    ['Urgent items\n\nTo consider any item that the Chair has agreed should be taken as urgent.'],
    ['Urgent care in the county'],
  ])('and not where such business is only asked for: %j', async (words) => {
    expect((await thirdItem(words))?.urgent).toBeUndefined()
  })
})
