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

/** The numbers of the closed items of minutes whose item 2 is about asking the public to leave. */
async function closedAfter(motion: string): Promise<string[]> {
  const later = ['Lease of the pier', 'Wages', 'Work programme', 'Date of next meeting']
  const minutes = await firstOf(
    `MINUTES of the meeting of the Harbour Panel held on 7 January 2027\n\nPresent: Councillor Vane\n\n1. Apologies\n\nNone.\n\n${motion}\n\n${later.map((title, at) => `${at + 3}. ${title}\n\nThe Panel spoke of it.\n`).join('\n')}`,
  )
  return (minutes.items ?? []).flatMap(({ number, exempt }) => (exempt ? [number] : []))
}

describe('the public leave', () => {
  test.each([
    ['2. Exclusion of the public\n\nRESOLVED: That the public be excluded for the following item.', ['3']],
    [
      '2. EXCLUSION OF PRESS AND PUBLIC\n\nThe Panel resolved to exclude the press and public for the next item of business.',
      ['3'],
    ],
    ['2. Exclusion of the public\n\nThe public may be excluded from the item below.', ['3']],
    [
      '2. Exclusion of the public\n\nResolved to exclude the press and public for the following two items.',
      ['3', '4'],
    ],
    [
      '2. Exclusion of the public\n\nThat the public be excluded for the following items of business.',
      ['3', '4', '5'],
    ],
    [
      '2. Exclusion of the public\n\nThat the public be excluded for the remainder of the meeting.',
      ['3', '4', '5'],
    ],
    ['2. Exclusion of the public\n\nThat the public be excluded during item 4 under paragraph 3.', ['4']],
    ['2. Exclusion of the public\n\nThat the public be excluded for agenda items 3 and 5.', ['3', '5']],
    ['2. Exclusion of the public\n\nThat the public be excluded for items 3 to 5.', ['3', '4', '5']],
    ['2. Quay\n\nNoted.\n\nRESOLVED: That the press and public be excluded for the following item.', ['3']],
    ['2. Exclusion of the public\n\nThe motion for the following items was not needed.', []],
    ['2. Exclusion of the public\n\nTo exclude the public for the following items, if necessary.', []],
    ['2. Exclusion of the public\n\nTo exclude the public where exempt information would be disclosed.', []],
    ['2. Public time\n\nThe public asked about the following item.', []],
  ])('%j: %j', async (motion, wanted) => {
    expect(await closedAfter(motion)).toEqual(wanted)
  })

  test('until they come back', async () =>
    expect(
      await closedAfter(
        '2. Exclusion of the public\n\nThat the public be excluded for the following business.\n\n2a. Tender\n\nAgreed.\n\nThe public were readmitted to the meeting.',
      ),
    ).toEqual(['2a']))

  test('but of an item of which only an enclosure is closed that part alone is', async () => {
    const minutes = await firstOf(
      'MINUTES of the meeting of the Harbour Panel held on 7 January 2027\n\nPresent: Councillor Vane\n\n1. Exclusion of the public\n\nThe public may be excluded for the following item (paragraph 3).\n\n2. Pier\n\nPart of this report is exempt.\n\n3. Close\n\nNone.\n',
    )
    expect(minutes.items?.[1]).toEqual({ number: '2', title: 'Pier', exempt: true, part: true })
  })

  test('as a form answers below its question', async () => {
    const notice = await firstOf(
      'Decision Recording Form\n\nDecision determined at Harbour Panel meeting on 7 January 2027\n\n(a) Subject: Pier\n(agenda item 4)\n\n(b) Ward: All\n\n(c) Declarations of interest:\n\nNone\n\n(d) Decision taken\n\nThat the Panel:\n\n1. Approved the lease.\n\n2. Noted the report.\n\n(e) Exempt Information?\n\nExempt Appendix B - paragraph 3\n',
    )
    expect(notice.items?.[0]).toMatchObject({ number: '4', exempt: true, part: true, paragraph: '3' })
  })
})

describe('an item is open', () => {
  test.each([
    ['Exempt Information? No\n\n3. Lease of the pier\n'],
    ['PART B: NONE\n\n3. Lease of the pier\n'],
    ['PART B\n\nOPEN SESSION\n\n3. Lease of the pier\n'],
    ['3. Exclusion of the press and public\n\nExempt information may be disclosed.\n'],
    ['3. Exemptions from council tax\n\nTo note who is exempt from the tax.\n'],
    ['3. Private sector housing\n\nTo consider the report.\n'],
    ['PART B\n\n3. Date of next meeting\n'],
    ['3. Schools: part two of the review\n\nTo consider the report.\n'],
  ])('%j', async (business) => {
    expect((await lastItem(business))?.exempt).toBeUndefined()
  })
})
