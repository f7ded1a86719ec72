import { describe, expect, test } from 'vitest'
import type { PaperItem } from '../../../src/documents/record.ts'
import { firstOf } from '../papers.ts'

async function lastItem(business: string): Promise<PaperItem | undefined> {
  const agenda = await firstOf(
    `HARBOUR PANEL\n\nAGENDA\n\nThursday 4 March 2027\n\n1. Apologies\n\n2. Minutes\n\n${business}`,
  )
  return agenda.items?.at(-1)
}

describe('an item is closed', () => {
  test.each([
    ['PART B\n\n3. Lease of the pier\n'],
    ['PART TWO - PRIVATE\n\n3. Lease of the pier\n'],
    ['EXEMPT / CONFIDENTIAL BUSINESS\n\n3. Lease of the pier\n'],
    ['Exempt Items\n\n3. Lease of the pier\n'],
    ['Part B - Items during which the public are not welcome to attend\n\n3. Lease of the pier\n'],
    ['Items to be considered in private\n\n3. Lease of the pier\n'],
    ['E1  3. Lease of the pier\n'],
    ['EXEMPT  3. Lease of the pier\n'],
    ['3. Lease of the pier (Exempt)\n'],
    ['3. Closed item: lease of the pier\n'],
    ['3. Lease of the pier [Not for publication]\n'],
    ['3. Lease of the pier - CONFIDENTIAL\n'],
    ['3. Lease of the pier (Part 2, paragraph 3)\n'],
    ['3. Lease of the pier\n\nNot for publication by reason of paragraph 3 of Part 1 of Schedule 12A.\n'],
    ['3. Lease of the pier\n\nExempt by virtue of paragraphs 3 and 5.\n'],
    ['3. Lease of the pier\n\nParagraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972\n'],
    ['3. Lease of the pier\n\nTo receive a restricted report.\n'],
    ['3. Lease of the pier\n\nClassification: Exempt\n'],
  ])('%j', async (business) => {
    const item = await lastItem(business)
    expect(item).toMatchObject({ number: '3', exempt: true })
    expect(item?.part).toBeUndefined()
  })

  test('in part, where only an enclosure is', async () =>
    expect(
      await lastItem('3. Lease of the pier\n\nAppendix 2 to the report is exempt (paragraph 3).\n'),
    ).toMatchObject({
      exempt: true,
      part: true,
      paragraph: '3',
    }))

  test('and has the paragraph of the motion before it where it gives none itself', async () =>
    expect(
      await lastItem(
        '3. Exclusion of the public\n\nThat the public be excluded under paragraph 8 of Schedule 7A.\n\nE1  4. Lease of the pier\n',
      ),
    ).toMatchObject({ number: '4', exempt: true, paragraph: '8' }))
})

describe('an item is open', () => {
  test.each([
    ['Exempt Information? No\n\n3. Lease of the pier\n'],
    ['PART B: NONE\n\n3. Lease of the pier\n'],
    ['PART B\n\nOPEN SESSION\n\n3. Lease of the pier\n'],
    ['3. Exclusion of the press and public\n\nExempt information may be disclosed.\n'],
    ['3. Exemptions from council tax\n\nTo note who is exempt from the tax.\n'],
    ['3. Private sector housing\n\nTo consider the report.\n'],
    ['3. Schools: part two of the review\n\nTo consider the report.\n'],
  ])('%j', async (business) => {
    expect((await lastItem(business))?.exempt).toBeUndefined()
  })
})
