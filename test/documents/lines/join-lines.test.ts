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
  ['neither half is a word', ['the appren-', 'tices of'], ['the plan'], 'the apprentices of'],
  [
    'the halves stand only around the break',
    ['the appren-', 'tices of'],
    ['the appren-', 'tices of'],
    'the apprentices of',
  ],
  ['the second half is only an ending', ['the involve-', 'ment of'], ['They involve'], 'the involvement of'],
])('a word broken at the end of a line is mended where %s', (_, texts, paper, expected) => {
  expect(joinLines(texts, vocabularyOf(lines(paper)))).toBe(expected)
})

test.each([
  ['the paper does not say that it is one word', ['a long-', 'term plan'], 'a long-term plan'],
  ['it stands before a word of its own', ['the re-', 'elected Chair'], 'the re-elected Chair'],
  ['it stands before a word of its own, known or not', ['were co-', 'opted'], 'were co-opted'],
  ['both halves are words', ['the decision-', 'making body'], 'the decision-making body'],
  ['a participle stands behind it', ['a fact-', 'finding visit'], 'a fact-finding visit'],
  ['the paper has the second half by itself', ['the tidy-', 'plan'], 'the tidy-plan'],
  ['a name goes on', ['Stratford-', 'Upon'], 'Stratford- Upon'],
  ['it is a dash', ['Repairs -', 'damp'], 'Repairs - damp'],
  ['nothing stands before it', ['-', 'damp'], '- damp'],
])('a hyphen stays where %s', (_, texts, expected) => {
  expect(joinLines(texts, vocabularyOf(lines(['plan'])))).toBe(expected)
})

test('a hyphen stays where the paper prints it inside a line, and where nothing is known of the paper', () => {
  expect(joinLines(['the lido-', 'goers'], vocabularyOf(lines(['for lido-goers'])))).toBe('the lido-goers')
  expect(joinLines(['the appren-', 'tices'])).toBe('the appren-tices')
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
