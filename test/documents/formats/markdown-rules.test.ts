import { expect, test } from 'vitest'
import { readText } from '../../../src/documents/formats/text.ts'
import { bytesOf } from '../papers.ts'

test.each(['|---|---|', '| :--- | ---: |', '|:-:|:-:|', '---|---'])(
  'the head of a table belongs to the rows below %s',
  (rule) => {
    const lines = readText(bytesOf(`# Log\n\n| No | Action |\n${rule}\n| 1 | Mend it |\n`)).pages.flat()
    expect(lines.map(({ text, row }) => [text, row?.row])).toEqual([
      ['Log', undefined],
      ['No Action', 0],
      ['1 Mend it', 1],
    ])
  },
)

test('a long line of dashes is read in good time', () => {
  const before = performance.now()
  readText(bytesOf(`# Log\n${'-'.repeat(19_000)} <b>\n${'| - '.repeat(4000)}x\n`))
  expect(performance.now() - before).toBeLessThan(1000)
})
