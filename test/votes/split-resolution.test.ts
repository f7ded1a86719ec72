import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leavesOf, splitResolution } from '../../src/votes/split-resolution.ts'

const SEEDS = '../shared/corpus/seeds'
const seed = (name: string, from: string, to: string) => {
  const text = readFileSync(`${SEEDS}/${name}`, 'utf8')
  const begin = text.indexOf(from)
  return text.slice(begin, text.indexOf(to, begin))
}
const brief = (text: string) =>
  splitResolution(text).parts.map(({ path, verbClass, addressee }) => [path, verbClass, addressee])

describe.skipIf(!existsSync(SEEDS))('The founding papers (needs ../shared/corpus)', () => {
  test('a resolution of 1, 2 a–e, 3 a–d and 4 has 11 parts to track, all advice to council (F24)', () => {
    const text = seed(
      'plymouth-2017-09-20-item-5-minutes.txt',
      'The committee advises council',
      'Supporting documents',
    )
    const { leadIn, parts } = splitResolution(text)
    expect(leadIn).toMatch(/^The committee advises council to consider.*the following -$/)
    expect(leavesOf(parts).map(({ path }) => path)).toEqual([
      '1',
      '2.a',
      '2.b',
      '2.c',
      '2.d',
      '2.e',
      '3.a',
      '3.b',
      '3.c',
      '3.d',
      '4',
    ])
    expect(new Set(parts.map(({ verbClass }) => verbClass))).toEqual(new Set(['recommend']))
  })

  test('"I., 2., 3." is 1, 2, 3 as printed: an opinion, a recommendation to the NHS, a direction (F32)', () => {
    const text = seed('plymouth-2017-09-20-agenda-pack.txt', 'The committee has agreed -', '(Members voted')
    const { parts } = splitResolution(text)
    expect(parts.map(({ label }) => label)).toEqual(['I.', '2.', '3.'])
    expect(brief(text)).toEqual([
      ['1', 'note', ''],
      ['2', 'recommendExternal', 'NHS England'],
      ['3', 'direct', 'lead officer'],
    ])
    expect(parts[0]?.text).toContain('seemingly counter intuitive')
  })

  test('minute 23 notes and requests in one sentence, minute 24 in two parts', () => {
    const one = seed('plymouth-2017-09-20-agenda-pack.txt', 'Agreed that the Committee notes', '24. ')
    expect(brief(one).map(([, verb]) => verb)).toEqual(['note', 'request'])
    const two = seed('plymouth-2017-09-20-agenda-pack.txt', 'Agreed –\n', 'Under this item')
    expect(brief(two).map(([path, verb]) => [path, verb])).toEqual([
      ['1', 'note'],
      ['2', 'request'],
    ])
  })
})

test.each([
  [
    'Resolved (unanimously): That, subject to funding, the Cabinet be recommended to approve the plan.',
    [['1', 'recommend', 'Cabinet']],
  ],
  ['RESOLVED to RECOMMEND: (to Council)\nThat the strategy be adopted.', [['1', 'recommend', 'Council']]],
  [
    'The Committee agreed:- (i) to note the report; (ii) to instruct the Chief Officer to report back in June.',
    [
      ['i', 'note', ''],
      ['ii', 'direct', 'Chief Officer'],
    ],
  ],
  [
    'RESOLVED: That (a) the report be noted; and (b) a written response be provided to Councillor Ward.',
    [
      ['a', 'note', ''],
      ['b', 'request', 'Councillor Ward'],
    ],
  ],
  [
    'That the Cabinet Member for Adults be recommended to keep the centre open.',
    [['1', 'recommend', 'Cabinet Member for Adults']],
  ],
  [
    'That the Health and Wellbeing Board be asked to report in June.',
    [['1', 'request', 'Health and Wellbeing Board']],
  ],
  ['That the minutes be agreed as a correct record', [['1', 'decide', '']]],
])('%s', (text, parts) => {
  expect(brief(text)).toEqual(parts)
})

test('whatever is written, no word of it is left out', () => {
  const words = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 3)
  const line = fc.array(
    fc.constantFrom('note', 'that', 'report', 'recommends', 'Cabinet', 'be', 'provided', 'funding'),
    {
      minLength: 2,
      maxLength: 9,
    },
  )
  const labelled = fc.tuple(fc.constantFrom('1. ', '2. ', 'a. ', '(b) ', 'ii) ', '• ', ''), line)
  fc.assert(
    fc.property(fc.array(labelled, { minLength: 1, maxLength: 8 }), (lines) => {
      const text = lines.map(([label, said]) => `${label}${said.join(' ')}`).join('\n')
      const { leadIn, parts } = splitResolution(text)
      const kept = words([leadIn, ...parts.map((part) => part.text)].join(' '))
      expect(kept.length).toBeGreaterThanOrEqual(words(text).length)
      expect(new Set(parts.map(({ path }) => path)).size).toBe(parts.length)
    }),
    { numRuns: 150 },
  )
})
