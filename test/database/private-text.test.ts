import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PRIVATE_KEY_BYTES, privateText } from '../../src/database/private-text.ts'

describe('private text', () => {
  const key = randomBytes(PRIVATE_KEY_BYTES)
  const { seal, open } = privateText(key)

  test('opens at its own place as it was, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
        expect(open(seal(text, place), place)).toBe(text)
      }),
    )
  })

  test('does not show what it says, nor that it says the same twice', () => {
    const sealed = seal('a hospital appointment', 'apology-reason/1')
    expect(Buffer.from(sealed.split('.')[3] ?? '', 'base64').toString()).not.toContain('hospital')
    expect(seal('a hospital appointment', 'apology-reason/1')).not.toBe(sealed)
  })

  test('does not open at another place: a reason copied to another row stays shut', () => {
    expect(() => open(seal('a hospital appointment', 'apology-reason/1'), 'apology-reason/2')).toThrow()
  })

  test('does not open with another key', () => {
    const other = privateText(randomBytes(PRIVATE_KEY_BYTES))
    expect(() => other.open(seal('a hospital appointment', 'here'), 'here')).toThrow()
  })

  test('does not open when any part of it was changed', () => {
    const sealed = seal('a hospital appointment', 'here')
    for (const part of [1, 2, 3]) {
      const parts = sealed.split('.')
      const bytes = Buffer.from(parts[part] ?? '', 'base64')
      bytes[0] = (bytes[0] ?? 0) ^ 1
      parts[part] = bytes.toString('base64')
      expect(() => open(parts.join('.'), 'here')).toThrow()
    }
  })

  test('does not open with a tag that was cut short, which would be easier to guess', () => {
    const [version, iv, tag, body] = seal('a hospital appointment', 'here').split('.')
    const short = Buffer.from(tag ?? '', 'base64')
      .subarray(0, 4)
      .toString('base64')
    expect(() => open([version, iv, short, body].join('.'), 'here')).toThrow()
  })

  test.each([
    ['nothing', ''],
    ['plain words', 'a hospital appointment'],
    ['a later version', 'v2.AAAA.AAAA.AAAA'],
    ['too few parts', 'v1.AAAA.AAAA'],
  ])('%s was not sealed here, and is refused as such', (_what, text) => {
    expect(() => open(text, 'here')).toThrow('not a text that Scrutineer sealed')
  })

  test('asks for a whole key', () => {
    expect(() => privateText(randomBytes(16))).toThrow('32 bytes')
  })
})
