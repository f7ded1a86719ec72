import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lengthOf } from '../../src/slack/limits.ts'
import {
  channelLink,
  escapeMrkdwn,
  inParts,
  joinMrkdwn,
  link,
  Mrkdwn,
  mrkdwn,
} from '../../src/slack/mrkdwn.ts'
import { CONTROL, expectEscaped } from '../support/worst-case.ts'

/** Whatever people write, and what Slack reads as control more often than chance would. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('<!channel>', '<@U0>', '&', '<', '>', '&lt;', '|', CONTROL),
    ),
  )
  .map((parts) => parts.join(''))

describe('text that somebody wrote', () => {
  test('calls nobody, links nowhere and is read as it was written, wherever it is interpolated', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const said = mrkdwn`*${one}* and ${mrkdwn`_${other}_`}`.text
        expectEscaped(said)
        expect(said).not.toContain('<!')
        expect(asSlackReads(said)).toBe(`*${one}* and _${other}_`)
      }),
    )
  })

  test('is escaped once, however often it is handed on', () => {
    const once = mrkdwn`${'Health & Care'}`
    expect(mrkdwn`${mrkdwn`${once}`}`.text).toBe('Health &amp; Care')
    expect(joinMrkdwn([once, once], ', ').text).toBe('Health &amp; Care, Health &amp; Care')
  })

  test('is a number too', () => {
    expect(mrkdwn`${3} members`.text).toBe('3 members')
  })
})

describe('a link', () => {
  test('ends where it should, whatever the address and its words are', () => {
    fc.assert(
      fc.property(text, text, (path, words) => {
        const said = link(`https://underfell.example/${path}`, words).text
        expect(said).toMatch(/^<https:\/\/underfell\.example\/[^<>|]*\|[^<>]*>$/)
        expect(said.slice(1)).not.toContain('<')
      }),
    )
  })

  test('to a channel or a person is Slack’s own', () => {
    expect(channelLink('C1').text).toBe('<#C1>')
  })
})

describe('a text in parts', () => {
  test('loses nothing but blanks at the breaks, and each part fits', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 30, max: 400 }), (written, limit) => {
        const parts = inParts(mrkdwn`${written}`, limit).map((part) => part.text)
        for (const part of parts) expect(lengthOf(part)).toBeLessThanOrEqual(limit)
        expect(asSlackReads(parts.join('')).replaceAll(/\s/g, '')).toBe(written.replaceAll(/\s/g, ''))
      }),
    )
  })

  test('that fits is one, unchanged', () => {
    expect(inParts(new Mrkdwn(' short '))).toEqual([new Mrkdwn(' short ')])
    expect(inParts(new Mrkdwn(''))).toEqual([new Mrkdwn('')])
  })

  test('breaks at the end of a line, else after an entry, else between words', () => {
    const parts = (whole: string) => inParts(new Mrkdwn(whole), 20).map((part) => part.text)
    expect(parts('twelve chars\nand more, and more')).toEqual(['twelve chars', 'and more, and more'])
    expect(parts('Jo Ward, Pat Aspinall, Al')).toEqual(['Jo Ward, Pat', 'Aspinall, Al'])
    expect(parts('Councillor, Aspinall and')).toEqual(['Councillor,', 'Aspinall and'])
    expect(parts('a'.repeat(30))).toEqual(['a'.repeat(20), 'a'.repeat(10)])
  })

  test('keeps links and escaped characters whole', () => {
    expect(inParts(new Mrkdwn(`${'a'.repeat(15)}<https://x.example|Open the papers>`), 40)).toHaveLength(2)
    expect(inParts(new Mrkdwn(`${'a'.repeat(18)}&amp;b`), 20).map((part) => part.text)).toEqual([
      'a'.repeat(18),
      '&amp;b',
    ])
  })
})

/** What Slack makes of the three characters that it reads as control. */
function asSlackReads(said: string): string {
  return said.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

test('escaping is what Slack asks for, and no more', () => {
  expect(escapeMrkdwn(`a & b < c > d "e" 'f'`)).toBe(`a &amp; b &lt; c &gt; d "e" 'f'`)
})
