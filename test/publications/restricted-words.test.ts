import { describe, expect, test } from 'vitest'
import { exclusionLaws } from '../../src/publications/exclusion-law-rules.ts'
import { exclusionMotion } from '../../src/publications/exclusion-motion.ts'
import { type ClosedAs, lackingOf, whyNotParagraphs } from '../../src/publications/exclusion-rules.ts'
import { exclusionWords } from '../../src/publications/exclusion-words.en.ts'
import { itemsOf, lineOf } from '../../src/publications/item-lines.ts'
import { supplementLineOf, supplementLines } from '../../src/publications/supplement-lines.ts'
import { limits } from '../../src/slack/limits.ts'

const england = (...paragraphs: string[]): ClosedAs => ({ nation: 'england', access: 'exempt', paragraphs })
const nothing = { publicInterest: '', confidentialBasis: '' }

describe('What the public is told of a closed item', () => {
  test('is its number and the description of the Schedule', () => {
    expect(exclusionWords.closedItem('7', england('3'))).toBe(
      '7. An item that is not open to the public: information relating to the financial or business affairs of any particular person (paragraph 3)',
    )
    expect(exclusionWords.closedItem('', england('1', '2'))).toBe(
      'An item that is not open to the public: information relating to any individual (paragraph 1); information which is likely to reveal the identity of an individual (paragraph 2)',
    )
  })

  test('says no more while its paragraphs are not known', () => {
    expect(exclusionWords.closedItem('7', england())).toBe('7. An item that is not open to the public')
    expect(exclusionWords.closedItem('7', undefined)).toBe('7. An item that is not open to the public')
  })

  test('is that it is confidential, where the law forbids disclosure, and never by whose terms', () =>
    expect(exclusionWords.closedItem('8', { nation: 'wales', access: 'confidential', paragraphs: [] })).toBe(
      '8. An item that is not open to the public: confidential information',
    ))

  test.each([
    ['england', '1', '7', '8'],
    ['wales', '12', '18', '3'],
    ['scotland', '1', '15', '16'],
  ] as const)('%s has paragraphs %s to %s', (nation, first, last, none) => {
    expect(whyNotParagraphs([first, last], nation)).toBeUndefined()
    expect(whyNotParagraphs([first, none], nation)).toMatchObject({
      code: 'no-such-paragraph',
      paragraph: none,
    })
    for (const { brief, paragraph } of exclusionLaws[nation].descriptions)
      expect(`${paragraph}. ${brief}`.length).toBeLessThanOrEqual(limits.option.text)
  })

  test('lacks what the resolution states, the public interest where the law weighs it, or the basis', () => {
    expect(lackingOf({ access: 'exempt', paragraphs: [], ...nothing }, 'england')).toEqual([
      'paragraphs',
      'public-interest',
    ])
    expect(lackingOf({ access: 'exempt', paragraphs: ['6'], ...nothing }, 'scotland')).toEqual([])
    expect(lackingOf({ access: 'confidential', paragraphs: [], ...nothing }, 'wales')).toEqual(['basis'])
  })
})

describe('A closed line of an agenda', () => {
  test.each([
    ['7. [closed 3]', { number: '7', title: '', closed: true, paragraphs: ['3'] }],
    [
      '7. Secret lease (pages 3-9) [closed 2, 1]',
      { number: '7', title: 'Secret lease', pageFrom: 3, pageTo: 9, closed: true, paragraphs: ['1', '2'] },
    ],
    ['7. [closed paragraphs 1 and 3]', { number: '7', title: '', closed: true, paragraphs: ['1', '3'] }],
    ['7. [Closed: 12]', { number: '7', title: '', closed: true, paragraphs: ['12'] }],
    ['7. [closed]', { number: '7', title: '', closed: true }],
    ['7. [confidential]', { number: '7', title: '', closed: true, confidential: true }],
    ['[closed 5]', { number: '', title: '', closed: true, paragraphs: ['5'] }],
    [
      '7. Lease [to follow] [closed 3]',
      { number: '7', title: 'Lease', toFollow: true, closed: true, paragraphs: ['3'] },
    ],
  ])('may say as what, and needs no title: %s', (line, item) => {
    const { items, problems } = itemsOf(line)
    expect(problems).toEqual([])
    expect(items).toEqual([item])
    expect(itemsOf(items.map(lineOf).join('\n')).items).toEqual([item])
  })

  test('an open one still needs a title, and other brackets are part of it', () => {
    expect(itemsOf('7.').problems).toEqual([{ code: 'no-title', line: 1 }])
    expect(itemsOf('7. Schools [closed in 1999]').items).toMatchObject([
      { title: 'Schools [closed in 1999]' },
    ])
  })

  test('is the same in a supplement', () => {
    const { read } = supplementLines('13. [new] [closed 3]')
    expect(read).toMatchObject([
      { item: { number: '13', title: '', effect: 'new', closed: true, paragraphs: ['3'] } },
    ])
    expect(read.map(({ item }) => supplementLineOf(item))).toEqual(['13. [new] [closed 3]'])
  })
})

describe('The exclusion motion', () => {
  test('names the items and states their descriptions, and the words after them follow', () => {
    const lines = exclusionMotion([
      { number: '9', closed: england('3') },
      { number: '10', closed: england('1', '3') },
    ])
    expect(lines).toEqual([
      'That under Section 100A(4) of the Local Government Act 1972, the press and public be excluded from the meeting for the following items of business on the grounds that they involve the likely disclosure of exempt information as described in paragraphs 1 and 3 of Part 1 of Schedule 12A of the Act as amended by SI 2006 No. 88, and that in all the circumstances of the case the public interest in maintaining the exemption outweighs the public interest in disclosing the information.',
      'Item 9: information relating to the financial or business affairs of any particular person (paragraph 3)',
      'Item 10: information relating to any individual (paragraph 1); information relating to the financial or business affairs of any particular person (paragraph 3)',
      'That the press and public be readmitted to the meeting.',
    ])
  })

  test('leaves open what is not known, and never states fewer descriptions than there are items', () =>
    expect(
      exclusionMotion([
        { number: '9', closed: england('3') },
        { number: '10', closed: england() },
      ]),
    ).toEqual([
      expect.stringContaining('paragraph(s) [to be specified]'),
      expect.stringContaining('Item 9: information'),
      'Item 10: [the description is to be specified]',
      expect.stringContaining('readmitted'),
    ]))

  test('is by the law of the nation', () => {
    const motion = (nation: ClosedAs['nation'], paragraph: string) =>
      exclusionMotion([{ number: '9', closed: { nation, access: 'exempt', paragraphs: [paragraph] } }])[0]
    expect(motion('wales', '14')).toContain(
      'paragraph 14 of Part 4 of Schedule 12A of the Act as amended by the Local Government (Access to Information) (Variation) (Wales) Order 2007',
    )
    expect(motion('scotland', '6')).toMatch(
      /^That under Section 50A\(4\) of the Local Government \(Scotland\) Act 1973, .* paragraph 6 of Part 1 of Schedule 7A of the Act\.$/,
    )
  })

  test('is not needed for what is confidential', () =>
    expect(
      exclusionMotion([
        { number: '9', closed: { nation: 'england', access: 'confidential', paragraphs: [] } },
      ]),
    ).toEqual([
      'The press and public must be excluded for item 9, since confidential information would be disclosed (Section 100A(2) of the Local Government Act 1972). That needs no motion: the Chair says so.',
      'That the press and public be readmitted to the meeting.',
    ]))

  test('is none where nothing is closed', () => expect(exclusionMotion([])).toEqual([]))
})
