import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { words } from '../../src/minutes/minutes-lines.en.ts'
import { outcomeParts } from '../../src/minutes/outcome-parts.ts'
import { letterOf, passageParts } from '../../src/minutes/passage-parts.ts'
import { minutesStyles, styleNamed } from '../../src/minutes/styles.ts'
import { splitResolution } from '../../src/votes/split-resolution.ts'
import { said } from './printed.ts'

const resolved = (text: string, style: 'agreed' | 'resolved') =>
  said(outcomeParts({ ...splitResolution(text), reasons: '' }, { outcome: style }, words))

describe('what was resolved', () => {
  test.each<[string, 'agreed' | 'resolved', string[]]>([
    ['That the report be noted', 'agreed', ['Agreed that the report be noted']],
    ['That the report be noted', 'resolved', ['RESOLVED: That the report be noted']],
    ['Agreed that the report be noted', 'resolved', ['RESOLVED: That the report be noted']],
    ['RESOLVED: That the report be noted', 'agreed', ['Agreed that the report be noted']],
    ['to note the score card', 'agreed', ['Members noted the score card']],
    ['Members noted the score card.', 'resolved', ['Members noted the score card.']],
    [
      'That the Council be asked to think again',
      'agreed',
      ['Agreed that the Council be asked to think again'],
    ],
    [
      'Agreed that the Committee notes the plan and agrees that more information should be provided.',
      'agreed',
      ['Agreed that the Committee notes the plan and agrees that more information should be provided.'],
    ],
    [
      'Agreed –\n1. to note the update;\n2. that the case be provided.',
      'agreed',
      ['Agreed –', '1. to note the update;', '2. that the case be provided.'],
    ],
    [
      'Agreed –\n1. to note the update;\n2. that the case be provided.',
      'resolved',
      ['RESOLVED:', '(1) to note the update;', '(2) that the case be provided.'],
    ],
    [
      'The committee has agreed -\nI. that it is minded to object. This is based on -\n- no trial;\n- no access;\n2. to write to NHS England.',
      'agreed',
      [
        'The committee has agreed -',
        '1. that it is minded to object. This is based on -',
        '  • no trial;',
        '  • no access;',
        '2. to write to NHS England.',
      ],
    ],
    [
      'The Committee advises Council -\n1. first\n2. second:\n(a) one thing\n(b) another',
      'agreed',
      ['The Committee advises Council -', '1. first', '2. second:', '  a. one thing', '  b. another'],
    ],
  ])('%j in the %s style', (text, style, lines) => {
    expect(resolved(text, style)).toEqual(lines)
  })

  test('to be recommended says to whom, with the reasons for it', () => {
    const part = { path: '1', label: '', verbClass: 'recommend' as const, addressee: 'Cabinet' }
    const text = 'That the fees be frozen'
    const resolution = { text, leadIn: '', reasons: 'Costs rise.', parts: [{ ...part, text }] }
    expect(said(outcomeParts(resolution, { outcome: 'resolved' }, words))).toEqual([
      'RECOMMENDED TO CABINET: That the fees be frozen',
      'Reasons for referral: Costs rise.',
    ])
  })

  test('loses no word of its own, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 6 }), { minLength: 1, maxLength: 6 }), (lines) => {
        const text = lines.map((line, at) => `${at + 1}. ${line}`).join('\n')
        const printed = resolved(text, 'agreed').join(' ')
        for (const line of lines) expect(printed).toContain(line)
      }),
    )
  })
})

describe('a passage', () => {
  test('is paragraphs, and lists where it is typed as one', () => {
    expect(said(passageParts('One.\n\n- two\n• three\n(a) four\nFive'))).toEqual([
      'One.',
      '• two',
      '• three',
      '(a) four',
      'Five',
    ])
  })

  test('letters go on after z', () => {
    expect([0, 6, 25, 26, 27, 52].map(letterOf)).toEqual(['a', 'g', 'z', 'aa', 'ab', 'ba'])
  })

  test('an unknown style is Plymouth’s', () => {
    expect(minutesStyles[styleNamed('gothic')]).toBe(minutesStyles.plymouth)
  })
})
