// What the two councils' committee resolved, as `shared/domain.md` expects it to be read (F24, F32, F33).
import { beforeAll, describe, expect, test } from 'vitest'
import type { PaperDocument } from '../../../src/documents/paper.ts'
import { corpusMissing, readGroup } from '../corpus.ts'

const absent = corpusMissing === undefined ? '' : ` (left out: ${corpusMissing})`

describe.skipIf(corpusMissing !== undefined)(`the seed papers${absent}`, () => {
  let minutes: PaperDocument | undefined
  let advice: PaperDocument | undefined

  beforeAll(async () => {
    const papers = await readGroup('seeds', (name) => /agenda-pack|item-5/.test(name))
    for (const [name, { documents }] of papers) {
      const found = documents.find(({ kind }) => kind === 'minutes')
      if (name.includes('agenda-pack')) minutes = found
      else advice = found
    }
  })

  test('advice with four parts and nine lettered children is one resolution', () => {
    expect(advice?.resolutions?.map(({ clauses = [] }) => clauses.map(({ label }) => label))).toEqual([
      ['1', '2', '2a', '2b', '2c', '2d', '2e', '3', '3a', '3b', '3c', '3d', '4'],
    ])
    expect(advice?.votes).toBeUndefined()
  })

  test('I., 2., 3. is 1, 2, 3; the printed words are kept and a person is asked', () => {
    const resolution = minutes?.resolutions?.find(({ item }) => item === '25')
    expect(resolution?.clauses?.map(({ label }) => label)).toEqual(['1', '2', '3'])
    expect(resolution?.text).toMatch(/^I\. that .+ 2\. that .+ 3\. to direct the lead officer/)
    expect(minutes?.doubts).toContainEqual(
      expect.objectContaining({ code: 'numbering-damaged', text: 'I., 2.' }),
    )
  })

  test('a unanimous vote has no numbers', () => {
    const { votes } = minutes ?? {}
    expect(votes).toEqual([
      { item: '25', on: 'recommendation', mode: 'unanimous', result: 'carried', wording: 'unanimously' },
    ])
  })
})
