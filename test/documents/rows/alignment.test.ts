import { expect, test } from 'vitest'
import { readText } from '../../../src/documents/formats/text.ts'
import { entriesOf } from '../../../src/documents/records/rows/rows-of-document.ts'
import { bytesOf } from '../papers.ts'

test('a table of many pages, one cell after the other, has all its rows', () => {
  const rows = Array.from({ length: 3000 }, (_, at) => `${(at % 900) + 1}\n\nMend the pier\n\nClerk\n\nOpen`)
  const text = ['No', 'Action', 'Owner', 'Status', ...rows].join('\n\n')
  expect(entriesOf(readText(bytesOf(text)).pages.flat(), 'tracker')).toHaveLength(3000)
})

test.each([
  ['one endless cell', 'words  here and   there\n'.repeat(30_000)],
  ['one endless card', `Action: mend\nOwner: Clerk\nStatus: Open\n${'more words\n'.repeat(30_000)}`],
  [
    'a label on every line',
    Array.from({ length: 9000 }, (_, at) => `L${'abcdefghij'[at % 10]}${'x'.repeat(at % 40)}: x`).join('\n'),
  ],
  ['labels without end in a line', `${'Lead: Lead: date date: '.repeat(800)}\n`.repeat(20)],
])('%s is read in good time', (_, body) => {
  const head = 'No    Action               Owner      Status\n'
  const lines = readText(bytesOf(`Action Log\n\n${head}${body}`)).pages.flat()
  const before = performance.now()
  entriesOf(lines, 'tracker')
  expect(performance.now() - before).toBeLessThan(10_000)
})
