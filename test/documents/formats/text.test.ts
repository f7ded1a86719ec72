import { expect, test } from 'vitest'
import { recognise } from '../../../src/documents/formats/recognise.ts'
import { readText } from '../../../src/documents/formats/text.ts'
import { bytesOf } from '../papers.ts'

function shown(text: string): [string, boolean][] {
  return readText(bytesOf(text))
    .pages.flat()
    .map((line) => [line.text, line.gapAbove])
}

test('a text that was copied out of a page has the lines that its tags end', () => {
  expect(
    shown('Minutes of a meeting<br /><br />Present: Cllr Ash<br>1. Apologies:&nbsp;None.<p>Closed</p> 9 pm'),
  ).toEqual([
    ['Minutes of a meeting', true],
    ['Present: Cllr Ash', true],
    ['1. Apologies: None.', false],
    ['Closed', true],
    ['9 pm', true],
  ])
})

test('the cells of a table keep their breaks', () => {
  expect(shown('# Log\n\n| Action<br>in full | Owner |\n|---|---|\n| Write | Clerk |')).toHaveLength(3)
})

test.each([
  '<button class="close">x</button>\n<p>Minutes</p>',
  '<ol><li><h4>Apologies</h4></li></ol>',
  '<time>4 March 2027</time><p>Minutes</p>',
])('a piece of a page is one too: %s', (text) => expect(recognise(bytesOf(text))).toEqual({ reads: 'html' }))
