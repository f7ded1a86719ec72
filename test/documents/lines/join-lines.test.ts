import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinLines, vocabularyOf } from '../../../src/documents/lines/join-lines.ts'
import type { Line } from '../../../src/documents/lines/line.ts'

const lines = (texts: readonly string[]): Line[] =>
  texts.map((text, at) => ({
    page: 1,
    line: at + 1,
    text,
    cells: [],
    gapAbove: false,
    furniture: false,
    heading: false,
  }))

test.each([
  ['the paper spells it so', ['the partner-', 'ship of'], ['partnership'], 'the partnership of'],
  [
    'the paper spells it so elsewhere with a capital',
    ['the partner-', 'ship of'],
    ['Partnership Board'],
    'the partnership of',
  ],
  ['it is broken twice', ['re-', 'com-', 'mended'], ['recom', 'recommended'], 'recommended'],
])('a word broken at the end of a line is mended where %s', (_, texts, paper, expected) => {
  expect(joinLines(texts, vocabularyOf(lines(paper)))).toBe(expected)
})

test.each([
  ['the paper does not say that it is one word', ['a long-', 'term plan'], 'a long-term plan'],
  ['a name goes on', ['Stratford-', 'Upon'], 'Stratford- Upon'],
  ['it is a dash', ['Repairs -', 'damp'], 'Repairs - damp'],
  ['nothing stands before it', ['-', 'damp'], '- damp'],
])('a hyphen stays where %s', (_, texts, expected) => {
  expect(joinLines(texts, vocabularyOf(lines(['plan'])))).toBe(expected)
})

test('what is empty before the first words adds nothing', () => {
  expect(joinLines(['', '', 'Repairs', 'and damp'])).toBe('Repairs and damp')
})

test('lines that break no word are joined by spaces', () => {
  const line = fc.stringMatching(/^[A-Za-z0-9 .,]{1,30}$/)
  fc.assert(fc.property(fc.array(line), (texts) => joinLines(texts) === texts.join(' ')))
})

test('a paragraph of very many lines is joined in good time', () => {
  const start = performance.now()
  joinLines(Array.from({ length: 100_000 }, () => 'the members of the panel and of the board, and every co-'))
  expect(performance.now() - start).toBeLessThan(2_000)
})
