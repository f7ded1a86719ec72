import { expect, test } from 'vitest'
import { pauseAfter, retryAfterMs } from '../../../src/documents/fetching/retry.ts'

test.each([
  [1, undefined, 1_000],
  [2, undefined, 3_000],
  [3, undefined, undefined],
  [1, 500, 1_000],
  [1, 15_000, 15_000],
  [2, 20_000, 20_000],
  [2, 20_001, undefined],
  [3, 0, undefined],
])('after attempt %i, asked to wait %s ms, the next is %s ms later', (attempt, asked, pause) => {
  expect(pauseAfter(attempt, asked, 1_000)).toBe(pause)
})

const now = Date.parse('2027-03-04T10:00:00Z')

test.each([
  [null, undefined],
  ['', undefined],
  ['soon', undefined],
  ['-5', undefined],
  ['12', 12_000],
  [' 12 ', 12_000],
  ['Thu, 04 Mar 2027 10:00:07 GMT', 7_000],
  ['Thu, 04 Mar 2027 09:00:00 GMT', 0],
])('"Retry-After: %s" asks for %s ms', (header, asked) => {
  expect(retryAfterMs(header, now)).toBe(asked)
})
