import { expect, test } from 'vitest'
import { paperOf, plainAgenda } from './papers.ts'

async function kindsIn(text: string): Promise<string[]> {
  return (await paperOf(`${plainAgenda}\n${text}\n`)).restrictedMarks.map((mark) => mark.kind)
}

test.each([
  ['not-for-publication', 'NOT FOR PUBLICATION'],
  [
    'not-for-publication',
    'This report is not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A.',
  ],
  ['not-for-publication', 'The appendix is Not\nfor Publication.'],
  ['part-two', 'PART II'],
  ['part-two', 'Part II (Private Meeting)'],
  ['part-two', 'Part 2 - Items considered in private'],
  ['part-two', '7. Part II: Lease of the pier'],
  ['part-two', 'Part: II'],
  ['exempt-information', 'The appendix holds exempt information.'],
  ['exempt-information', 'EXEMPT ITEMS'],
  ['schedule-12a', 'Restricted under paragraph 3 of Schedule 12A of the Act'],
  ['confidential', 'CONFIDENTIAL'],
  ['confidential', 'Strictly private and confidential'],
  ['confidential', 'OFFICIAL-SENSITIVE'],
  ['possible-exclusion', 'Exclusion of Press and Public'],
])('%s: %s', async (kind, text) => {
  expect(await kindsIn(text)).toEqual([kind])
})

test('the usual sentence about leaving is the weak kind, although it names Schedule 12A', async () => {
  const kinds =
    await kindsIn(`To consider passing a resolution under section 100A(4) of the Local Government Act 1972 to
exclude the press and public from the meeting for the following items of business on the
grounds that they involve the likely disclosure of exempt information as defined in
paragraphs 1 to 7 of Part 1 of Schedule 12A of the Act.`)
  expect(kinds.length).toBeGreaterThan(0)
  expect(new Set(kinds)).toEqual(new Set(['possible-exclusion']))
})

test.each([
  ['Part: I'],
  ['Part 2 of the plan is about parks.'],
  ['Part 2: Background'],
  ['She spoke in confidence, and confidentially.'],
  ['The charity is exempt from business rates.'],
  ['Members of the public are welcome.'],
  ['Exempt information: No'],
])('no mark: %s', async (text) => {
  expect(await kindsIn(text)).toEqual([])
})

test('a mark says its page, line and words, and the same words again are counted', async () => {
  const paper = await paperOf(
    'Agenda\n\n1. Apologies\n\n2. Pier\n\f\nNOT FOR PUBLICATION\n\nThe lease.\n\f\nNOT FOR PUBLICATION\n\nMore.\n',
  )
  expect(paper.pages).toBe(3)
  expect(paper.restrictedMarks).toEqual([
    { kind: 'not-for-publication', page: 2, line: 2, text: 'NOT FOR PUBLICATION', times: 2 },
  ])
})
