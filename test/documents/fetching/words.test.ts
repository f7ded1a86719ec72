import { expect, test } from 'vitest'
import type { FetchRefusal } from '../../../src/documents/fetching/refusal.ts'
import { fetchRefusalWords } from '../../../src/documents/fetching/words.en.ts'

const refusals: readonly FetchRefusal[] = [
  { code: 'not-a-web-address' },
  { code: 'holds-a-password' },
  { code: 'not-public' },
  { code: 'refuses-programs', status: 403 },
  { code: 'not-found', status: 404 },
  { code: 'site-failed', status: 500 },
  { code: 'busy', status: 503 },
  { code: 'too-large', megabytes: 200 },
  { code: 'too-slow', seconds: 120 },
  { code: 'unreachable' },
  { code: 'certificate' },
  { code: 'broke-off' },
  { code: 'too-many-redirects' },
]

test.each(refusals)('$code says what is wrong and what to do next', (refusal) => {
  const { what, tryThis } = fetchRefusalWords('https://democracy.wexbourne.example/pack.pdf', refusal)
  for (const sentence of [what, tryThis]) expect(sentence).toMatch(/^[\p{Lu}a-z].*\.$/u)
})

test('a shield says to download by hand', () => {
  const { what, tryThis } = fetchRefusalWords('https://democracy.wexbourne.example/pack.pdf', {
    code: 'refuses-programs',
    status: 403,
  })
  expect(what).toContain('democracy.wexbourne.example')
  expect(what).toContain('403')
  expect(tryThis).toBe('Open the address in a browser, save the file, and give the saved file instead.')
})

test('a password in an address is not said again', () => {
  const { what, tryThis } = fetchRefusalWords('https://clerk:hunter2@a.example/', {
    code: 'holds-a-password',
  })
  expect(what + tryThis).not.toContain('hunter2')
})
