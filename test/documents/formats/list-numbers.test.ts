import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printedNumber } from '../../../src/documents/formats/list-numbers.ts'

test.each([
  ['decimal', 12, '12'],
  ['decimalZero', 7, '07'],
  ['lowerLetter', 26, 'z'],
  ['lowerLetter', 27, 'aa'],
  ['upperLetter', 28, 'BB'],
  ['lowerRoman', 14, 'xiv'],
  ['upperRoman', 2027, 'MMXXVII'],
  ['upperRoman', 4000, '4000'],
  ['lowerLetter', 0, '0'],
  ['ordinal', 21, '21st'],
  ['ordinal', 112, '112th'],
  ['ordinal', 3, '3rd'],
] as const)('as %s, %d is printed %s', (format, value, printed) => {
  expect(printedNumber(value, format)).toBe(printed)
})

test('a Roman number is worth what it was made of', () => {
  const worth: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3999 }), (value) => {
      const digits = [...printedNumber(value, 'lowerRoman')].map((sign) => worth[sign] ?? 0)
      const sum = digits.reduce((total, one, at) => total + (one < (digits[at + 1] ?? 0) ? -one : one), 0)
      expect(sum).toBe(value)
    }),
  )
})
