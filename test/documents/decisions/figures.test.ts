import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberOf } from '../../../src/documents/records/phrases/figures.ts'
import { sentencesOf } from '../../../src/documents/records/phrases/sentences.ts'

test.each([
  ['7', 7],
  ['seven', 7],
  ['Eleven', 11],
  ['twenty', 20],
  ['twenty-one', 21],
  ['Forty two', 42],
  ['no', 0],
  ['none', 0],
  ['nil', 0],
])('%s is %d', (printed, number) => {
  expect(numberOf(printed)).toBe(number)
})

test.each(['', 'some', 'a', 'seventh', '1,000', '2.5', 'one hundred'])('"%s" is no number', (printed) => {
  expect(numberOf(printed)).toBeUndefined()
})

test.each([
  ['Cllr. Boyce agreed. It was late.', ['Cllr. Boyce agreed.', 'It was late.']],
  ['J. Boyce spoke. (All in favour.)', ['J. Boyce spoke.', '(All in favour.)']],
  ['See No. 4. It cost £2.50 at 10 a.m. on Monday.', ['See No. 4.', 'It cost £2.50 at 10 a.m. on Monday.']],
  ['Carried nem. con. Then they left.', ['Carried nem. con. Then they left.']],
])('the sentences of "%s"', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences)
})

test('no word of a text is lost between its sentences', () => {
  const word = fc.constantFrom(
    'Cllr',
    'The',
    'vote',
    'was',
    'lost',
    'J',
    '(see',
    '4)',
    'e.g',
    '£2.50',
    '“Yes”',
  )
  const end = fc.constantFrom('', '.', ';', '?', '.’')
  fc.assert(
    fc.property(fc.array(fc.tuple(word, end), { maxLength: 30 }), (words) => {
      const text = words.map(([one, mark]) => one + mark).join(' ')
      expect(sentencesOf(text).join(' ')).toBe(text)
    }),
  )
})
