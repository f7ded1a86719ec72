import { expect, test } from 'vitest'
import { problemOfError } from '../../../src/documents/fetching/problem-of-error.ts'

function failed(code: string, message = 'fetch failed'): TypeError {
  return new TypeError(message, { cause: Object.assign(new Error(code), { code }) })
}

test.each([
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ['ENOTFOUND', 'unreachable'],
  ['ECONNREFUSED', 'unreachable'],
  ['UND_ERR_CONNECT_TIMEOUT', 'unreachable'],
])('%s: %s, and not asked again', (code, said) => {
  expect(problemOfError(failed(code), 1_000)).toEqual({ refusal: { code: said } })
})

test.each(['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE', 'EAI_AGAIN'])('%s is asked again', (code) => {
  expect(problemOfError(failed(code), 1_000)).toEqual({ refusal: { code: 'unreachable' }, again: {} })
  expect(problemOfError(failed(code, 'terminated'), 1_000)).toEqual({
    refusal: { code: 'broke-off' },
    again: {},
  })
})

test('what no site can cause is not hidden', () => {
  expect(() => problemOfError(new RangeError('a slip'), 1_000)).toThrow('a slip')
})
