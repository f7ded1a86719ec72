import { describe, expect, test } from 'vitest'
import type { Line } from '../../../src/documents/lines/line.ts'
import { paragraphsOf } from '../../../src/documents/lines/paragraphs.ts'

/** Printed lines; an empty one parts those around it. */
function linesOf(text: string): Line[] {
  let gapAbove = true
  return text.split('\n').flatMap((printed, index) => {
    const above = gapAbove
    gapAbove = printed === ''
    if (gapAbove) return []
    const cells = [{ text: printed, indent: 0 }]
    return [
      { page: 1, line: index + 1, text: printed, cells, gapAbove: above, furniture: false, heading: false },
    ]
  })
}

const textsOf = (text: string): string[] => paragraphsOf(linesOf(text)).map((paragraph) => paragraph.text)

describe('paragraphs', () => {
  test.each([
    ['lines that read on', 'The Panel noted\nthe report.', ['The Panel noted the report.']],
    ['a gap', 'The Panel noted it.\n\nThe Chair spoke.', ['The Panel noted it.', 'The Chair spoke.']],
    [
      'a gap inside a sentence, as at the foot of a page',
      'The Panel noted\n\nthe report.',
      ['The Panel noted the report.'],
    ],
    [
      'an address at the foot of a page',
      'The Panel noted\npanel@example.gov.uk\n\nthe report.',
      ['The Panel noted the report.'],
    ],
    [
      'short lines that do not read on',
      'Hall hire - resolved to pay £40\nClerk’s wages £418.00\nThe draft budget was handed round and the Panel went through it line by line.',
      [
        'Hall hire - resolved to pay £40',
        'Clerk’s wages £418.00',
        'The draft budget was handed round and the Panel went through it line by line.',
      ],
    ],
    [
      'a short line that cannot end there',
      'The report came from the\nDirector, and the Panel went through it line by line until late in the evening.',
      [
        'The report came from the Director, and the Panel went through it line by line until late in the evening.',
      ],
    ],
    ['numbers', 'Agreed:\n1. That A\n2. That B', ['Agreed:', '1. That A', '2. That B']],
    ['a number on a line of its own', '1)\n\nThat A be noted.', ['1) That A be noted.']],
    [
      'a number that the sentence refers to',
      'as set out in paragraph\n(a) above.',
      ['as set out in paragraph (a) above.'],
    ],
    ['bullets', 'These:\n• one\n• two', ['These:', 'one', 'two']],
    ['a lead-in', 'It went to the vote.\nRESOLVED that A.', ['It went to the vote.', 'RESOLVED that A.']],
    [
      'a short last line',
      `${'A long line of a paragraph '.repeat(3)}\nends here.\nThe next one.`,
      [`${'A long line of a paragraph '.repeat(3)} ends here.`, 'The next one.'],
    ],
  ])('%s', (_, text, paragraphs) => {
    expect(textsOf(text)).toEqual(paragraphs)
  })

  test('a bullet is kept apart from its text', () => {
    expect(paragraphsOf(linesOf('• one\n\nTwo')).map(({ bullet }) => bullet)).toEqual([true, false])
  })
})
