import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readText } from '../../../src/documents/formats/text.ts'
import type { PaperEntry } from '../../../src/documents/record.ts'
import { entriesOf } from '../../../src/documents/records/rows/rows-of-document.ts'
import { bytesOf } from '../papers.ts'

const HEADS: readonly (readonly [keyof PaperEntry, string])[] = [
  ['recommendation', 'Recommendation'],
  ['title', 'Topic'],
  ['reference', 'Ref'],
  ['origin', 'Select Committee'],
  ['owner', 'Lead officer'],
  ['due', 'Target date'],
  ['status', 'Status'],
  ['update', 'Progress to date'],
  ['comments', 'Comments'],
  ['rag', 'RAG'],
]
const word = fc.stringMatching(/^Q[a-z]{2,7}$/)

test('whatever the order of the columns, each cell goes into its own field and each row is one entry', () => {
  const columns = fc
    .shuffledSubarray([...HEADS], { minLength: 3 })
    .filter((heads) => heads.some(([field]) => field === 'recommendation'))
  const table = columns.chain((heads) =>
    fc.record({
      heads: fc.constant(heads),
      rows: fc.array(fc.tuple(...heads.map(() => word)), { minLength: 1, maxLength: 8 }),
    }),
  )
  fc.assert(
    fc.property(table, ({ heads, rows }) => {
      const text = [heads.map(([, head]) => head), ...rows].map((cells) => cells.join('\t')).join('\n')
      const entries = entriesOf(readText(bytesOf(text)).pages.flat(), 'tracker').map(({ value }) => value)
      expect(entries).toEqual(
        rows.map((cells) => Object.fromEntries(heads.map(([field], at) => [field, cells[at]]))),
      )
    }),
  )
})

test('no text is too odd to be read for rows, nor takes more entries out of it than it has lines', () => {
  const cell = fc.oneof(
    word,
    fc.constantFrom('Date', 'Action', 'Owner', 'Status', '-', '1.', '4 May 2026', 'Completed', ''),
  )
  const lines = fc.array(
    fc.array(cell, { maxLength: 5 }).map((cells) => cells.join('\t')),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(lines, fc.constantFrom('tracker' as const, 'work-programme' as const), (texts, of) => {
      const read = readText(bytesOf(texts.join('\n'))).pages.flat()
      expect(entriesOf(read, of).length).toBeLessThanOrEqual(texts.length)
    }),
  )
})
