import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemsOf, lineOf, portions, TITLE_LIMIT } from '../../src/publications/item-lines.ts'
import type { ItemLine } from '../../src/publications/types.ts'

const item = (number: string, title: string, pageFrom?: number, pageTo?: number): ItemLine => ({
  number,
  title,
  ...(pageFrom === undefined ? {} : { pageFrom }),
  ...(pageTo === undefined ? {} : { pageTo }),
})

describe('an agenda item as a line that a clerk reads and corrects', () => {
  test.each([
    [item('5', 'Work Programme', 29, 30), '5. Work Programme (pages 29-30)'],
    [item('1', 'Apologies'), '1. Apologies'],
    [item('3', 'Minutes', 7, 7), '3. Minutes (page 7)'],
    [item('5a', 'Appendix'), '5a. Appendix'],
    [item('A3', 'Part A business'), 'A3. Part A business'],
    [item('23/12', 'Tracker'), '23/12. Tracker'],
    [item('', 'Any other business'), 'Any other business'],
    [item('', '20 mph zones'), '- 20 mph zones'],
    [item('', 'A. Smith: a petition'), '- A. Smith: a petition'],
    [item('2023/45', 'Call-in'), '2023/45. Call-in'],
    [item('OSMB.12/2023', 'Call-in'), 'OSMB.12/2023. Call-in'],
    [item('1984', 'Minutes'), '1984. Minutes'],
    [item('', '2017. A retrospect'), '- 2017. A retrospect'],
    [item('', 'M25 corridor'), '- M25 corridor'],
    [
      { ...item('9', 'Contract award', 40, 44), closed: true as const },
      '9. Contract award (pages 40-44) [closed]',
    ],
    [item('', '– a title with a dash of its own'), '- – a title with a dash of its own'],
  ])('%o is "%s", and back', (it, line) => {
    expect(lineOf(it)).toBe(line)
    expect(itemsOf(line)).toEqual({ items: [it], problems: [] })
  })

  test.each([
    ['5 Work Programme (pp 29 to 30)', item('5', 'Work Programme', 29, 30)],
    ['5) Work Programme (p. 29)', item('5', 'Work Programme', 29, 29)],
    ['  5.   Work    Programme  ( PAGES 29 – 30 )  ', item('5', 'Work Programme', 29, 30)],
    ['5.1 Budget', item('5.1', 'Budget')],
    ['a) First part', item('a', 'First part')],
    ['A report on buses', item('', 'A report on buses')],
    ['2017 budget', item('', '2017 budget')],
    ['2024/25 Budget Monitoring', item('', '2024/25 Budget Monitoring')],
    ['Minutes (draft)', item('', 'Minutes (draft)')],
    ['— 7 Oaks School', item('', '7 Oaks School')],
  ])('"%s", typed by hand, is understood', (line, it) => {
    expect(itemsOf(line)).toEqual({ items: [it], problems: [] })
  })

  test('blank lines and either line end are passed over', () => {
    expect(itemsOf('1. Apologies\r\n\r\n   \n2. Minutes').items).toEqual([
      item('1', 'Apologies'),
      item('2', 'Minutes'),
    ])
    expect(itemsOf('')).toEqual({ items: [], problems: [] })
  })

  test('what is wrong is said with the number of its line, and the rest is kept', () => {
    const long = 'x'.repeat(TITLE_LIMIT + 1)
    const read = itemsOf(`1. Apologies\n2.\n\n3. Minutes (pages 9-3)\n4. ${long}\n5. Close`)
    expect(read.problems).toEqual([
      { code: 'no-title', line: 2 },
      { code: 'pages-backwards', line: 4, from: 9, to: 3 },
      { code: 'title-too-long', line: 5, limit: TITLE_LIMIT },
    ])
    expect(read.items.map((it) => it.title)).toEqual(['Apologies', 'Close'])
  })

  test('a title is measured in characters as people see them, not in halves of emoji', () => {
    expect(itemsOf('🚲'.repeat(TITLE_LIMIT)).problems).toEqual([])
  })

  test('whatever the reader or a clerk writes in an item, the form gives it back', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 8 }), (items) => {
        const back = itemsOf(items.map(lineOf).join('\n'))
        expect(back).toEqual({ items: items.map(withBothPages), problems: [] })
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('lines in portions', () => {
  const line = fc.string({ maxLength: 60 }).map((text) => text.replaceAll(/[\r\n]/g, ' '))

  test('lose nothing, cut no line and fit, unless one line alone is longer', () => {
    fc.assert(
      fc.property(fc.array(line), fc.integer({ min: 10, max: 120 }), (lines, limit) => {
        const parts = portions(lines, limit)
        expect(parts.join('\n')).toBe(lines.join('\n'))
        for (const part of parts) if (part.length > limit) expect(lines).toContain(part)
      }),
    )
  })

  test('of nothing are none', () => {
    expect(portions([], 100)).toEqual([])
  })
})

/** As papers number them (`documents/records/item-numbers.ts`), or as people type them. */
const number = fc.oneof(
  fc.constant(''),
  fc.stringMatching(/^([A-Z]{1,4}\.?)?\d{1,4}(\/\d{1,4}(\/\d{1,4})?)?[a-z]?$/),
  fc.stringMatching(/^\d{1,2}(\.\d{1,2}){0,2}$/),
  fc.stringMatching(/^[a-zA-Z]$/),
)
/** Titles that look like something else: numbers, dashes, brackets with pages in the middle. */
const title = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
    fc.stringMatching(/^[-–— ]{0,3}[A-Za-z]{0,2}\d{0,5}[./)]? ?[a-z]{0,5}$/),
    fc.stringMatching(/^(\d{1,4}[a-z]?[.)]? ){1,3}[a-z]{1,8}$/),
    fc.constantFrom('-', '- x', '– 5', '5', '5.', 'A.', 'A', '(pages 3)-', '20 mph', '1. 2. 3.', 'x (page)'),
  )
  .map((text) => text.replaceAll(/\s+/g, ' ').trim())
  // Pages in brackets at the end of a title are its pages: that is how the form is read.
  .filter((text) => text !== '' && !/\(\s*(?:pages?|pp?\.?)\s*\d[^)]*\)$/i.test(text))
const page = fc.integer({ min: 1, max: 99_999 })
const anyItem: fc.Arbitrary<ItemLine> = fc.oneof(
  fc.record({ number, title }),
  fc.record({ number, title, pageFrom: page }),
  fc.record({ number, title, pageFrom: page, pageTo: page }).map(({ pageFrom, pageTo, ...it }) => ({
    ...it,
    pageFrom: Math.min(pageFrom, pageTo),
    pageTo: Math.max(pageFrom, pageTo),
  })),
)

/** "page 7" is page 7 to 7. */
function withBothPages(it: ItemLine): ItemLine {
  return it.pageFrom === undefined ? it : { ...it, pageTo: it.pageTo ?? it.pageFrom }
}
