import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareNumbers, inAgendaOrder } from '../../src/publications/order-rules.ts'
import { papersInForce, type ReportAtHand } from '../../src/publications/paper-rules.ts'
import { proposedLines, supplementLineOf, supplementLines } from '../../src/publications/supplement-lines.ts'
import {
  countsItself,
  type ItemAtHand,
  missingPages,
  settleLines,
} from '../../src/publications/supplement-rules.ts'
import { sameTitle, unlikeTitles } from '../../src/publications/title-rules.ts'

const report = (
  publicationNumber: number,
  effect: ReportAtHand['effect'],
  from?: number,
  to = from,
  ownPages = false,
): ReportAtHand => ({ publicationNumber, effect, pageFrom: from, pageTo: to, ownPages })

const item = (number: string, title: string, ...reports: ReportAtHand[]): ItemAtHand => ({
  number,
  title,
  access: 'public',
  toFollow: false,
  reports,
  papers: papersInForce(reports),
})

const agenda: ItemAtHand[] = [
  item('1', 'Apologies'),
  item('2', 'Minutes', report(0, 'original', 1, 6)),
  item('3', 'Transport plan', report(0, 'original', 7, 33)),
  { ...item('8', 'Sufficiency strategy'), toFollow: true },
  { ...item('9', 'Contract award'), access: 'exempt' },
  item('', 'Any other business'),
]

const linesOf = (text: string) => supplementLines(text).read.map(({ item: line }) => line)
const settle = (text: string, ownPages = false) => settleLines(linesOf(text), agenda, ownPages)

describe('a line of a supplement', () => {
  test.each([
    '8. Strategy (pages 34-45) [to follow]',
    '8. Strategy (page 34)',
    '3. Transport plan (page 23) [replaces]',
    '12. Repairs (pages 46-50) [new]',
    '12. Repairs [new] [to follow]',
    '13. A tender (pages 46-50) [new] [closed]',
    'Any other business',
  ])('"%s" is read and written the same', (line) => {
    const { read, problems } = supplementLines(line)
    expect(problems).toEqual([])
    expect(read.map((it) => supplementLineOf(it.item))).toEqual([line])
  })

  test('may have its marks in any order, spelling and case, and “(to follow)” as papers print it', () => {
    expect(linesOf('13. A tender [CLOSED] [ New ]')).toMatchObject([{ effect: 'new', closed: true }])
    expect(linesOf('8. Strategy (to follow)')).toMatchObject([{ title: 'Strategy', effect: 'fulfils' }])
    expect(linesOf('8. Strategy [replaces][closed]')).toMatchObject([{ effect: 'replaces', closed: true }])
  })

  test('that says two things at once is a problem at its number', () => {
    expect(supplementLines('1. A\n2. B [new] [replaces]\n3. C [replaces] [to follow]\n4.').problems).toEqual([
      { code: 'marks-differ', line: 2 },
      { code: 'marks-differ', line: 3 },
      { code: 'no-title', line: 4 },
    ])
  })

  test('keeps brackets that are no mark', () => {
    expect(linesOf('8. Strategy [draft]')).toMatchObject([{ title: 'Strategy [draft]', effect: 'adds' }])
  })
})

describe('what is read of a supplement, held against the agenda,', () => {
  const proposed = (text: string) => {
    const { lines, differing } = proposedLines(linesOf(text), agenda)
    return { lines: lines.map(supplementLineOf), differing }
  }

  test('fulfils what was to follow or had no report, adds to what had one, and is new otherwise', () => {
    expect(
      proposed(
        '8. Sufficiency strategy (pages 34-45)\n3. Transport plan (pages 46-50)\n1. Apologies (page 51)\n12. Repairs (pages 52-60)',
      ).lines,
    ).toEqual([
      '8. Sufficiency strategy (pages 34-45) [to follow]',
      '3. Transport plan (pages 46-50)',
      '1. Apologies (page 51) [to follow]',
      '12. Repairs (pages 52-60) [new]',
    ])
  })

  test('is found by the title where the number is another, or none is printed', () => {
    expect(proposed('7. SUFFICIENCY STRATEGY (pages 34-45)').lines).toEqual([
      '8. SUFFICIENCY STRATEGY (pages 34-45) [to follow]',
    ])
    expect(proposed('Transport Plan (pages 34-45)').lines).toEqual(['3. Transport Plan (pages 34-45)'])
  })

  test('says where the paper calls an item something else', () => {
    expect(proposed('8. Permanence planning policy (pages 34-45)').differing).toEqual([
      { number: '8', onAgenda: 'Sufficiency strategy', onPaper: 'Permanence planning policy' },
    ])
    expect(proposed('8. Annual sufficiency strategy report (pages 34-45)').differing).toEqual([])
  })

  test.each([
    ['Performance, quarter 1', 'Performance, quarter 2', true],
    ['Budget 2017/18', 'Budget 2018/19', true],
    ['Budget 2017/18', 'Budget', false],
    ['Performance, quarter 1', 'PERFORMANCE: Quarter 1 report', false],
  ])('“%s” and “%s” are two papers: %s', (one, other, unlike) => {
    expect(unlikeTitles(one, other)).toBe(unlike)
  })

  test('never repeats the title of a closed item', () => {
    expect(proposed('9. Something else (pages 34-45)')).toEqual({
      lines: ['9. Something else (pages 34-45) [to follow] [closed]'],
      differing: [],
    })
  })

  test('is one line where several papers belong to one item', () => {
    expect(proposed('8. Strategy (pages 34-40)\n8. Strategy: appendix (pages 41-45)').lines).toEqual([
      '8. Strategy (pages 34-45) [to follow]',
    ])
  })
})

describe('a supplement can be published unless a line', () => {
  test.each([
    ['names an item that is not there', '12. Repairs', { code: 'no-such-item', number: '12' }],
    ['calls new what is on the agenda', '8. Strategy [new]', { code: 'item-exists' }],
    ['stands there twice', '8. Strategy (page 34)\n8. Appendix (page 35)', { index: 1, code: 'item-twice' }],
    ['is new twice', '12. Repairs [new]\n12. More [new]', { index: 1, code: 'item-twice' }],
    ['is closed although its item is open', '3. Transport plan [closed]', { code: 'closed-report' }],
    ['replaces what was never there', '8. Strategy [replaces]', { code: 'nothing-to-replace' }],
    ['follows what is there already', '3. Transport plan [to follow]', { code: 'nothing-to-follow' }],
    [
      'repeats pages of another item',
      '8. Strategy (pages 30-45) [to follow]',
      {
        code: 'pages-overlap',
        pages: { from: 30, to: 45 },
        shared: { from: 30, to: 33 },
        item: { number: '3', title: 'Transport plan' },
        sameItem: false,
      },
    ],
    [
      'repeats pages of its own item',
      '3. Transport plan (page 23)',
      { code: 'pages-overlap', sameItem: true },
    ],
    [
      'replaces pages, some of which are another item’s',
      '3. Transport plan (pages 6-8) [replaces]',
      { code: 'pages-overlap', sameItem: false, item: { number: '2', title: 'Minutes' } },
    ],
    [
      'repeats pages of an earlier line',
      '8. Strategy (pages 34-45)\n12. Repairs (pages 45-50) [new]',
      { index: 1, code: 'lines-overlap', shared: { from: 45, to: 45 } },
    ],
  ])('%s', (_what, text, refusal) => {
    expect(settle(text)).toMatchObject({ ok: false, refusal })
  })

  test('and does not name a closed item in saying so', () => {
    expect(settle('9. X [new]')).toMatchObject({ refusal: { item: { number: '9', title: '' } } })
  })

  test.each([
    '8. Strategy (pages 34-45) [to follow]',
    '3. Transport plan (page 23) [replaces]',
    '3. Transport plan (pages 90-99) [replaces]',
    '3. Transport plan (pages 34-40)',
    '9. Closed as its item is (pages 34-40) [closed]',
    '1. Apologies (page 34) [to follow]',
    'Any other business (page 34)',
    '8a. Strategy, appendix [new] [to follow]',
  ])('"%s" can', (text) => {
    expect(settle(text).ok).toBe(true)
  })

  test('pages that a supplement counts itself are held against its own lines alone', () => {
    expect(settle('8. Strategy (pages 3-20)', true).ok).toBe(true)
    expect(settle('8. Strategy (pages 3-20)\n3. Plan (pages 20-22)', true)).toMatchObject({
      refusal: { code: 'lines-overlap' },
    })
    expect(countsItself(agenda, linesOf('8. Strategy (pages 3-20)'))).toBe(true)
    expect(countsItself(agenda, linesOf('8. Strategy (pages 34-45)'))).toBe(false)
    expect(countsItself(agenda, linesOf('3. Plan (page 2) [replaces]'))).toBe(false)
    expect(countsItself(agenda, linesOf('8. Strategy'))).toBe(false)
  })
})

describe('pages that no paper has', () => {
  const missing = (text: string, of = agenda) => missingPages(of, linesOf(text))

  test.each([
    ['8. A (pages 34-45)\n12. B (pages 46-73) [new]\n13. C (pages 74-120) [new]', []],
    ['8. A (pages 36-45)', [{ from: 34, to: 35 }]],
    ['8. A (pages 34-45)\n12. B (pages 50-60) [new]', [{ from: 46, to: 49 }]],
    ['3. A (page 23) [replaces]', []],
    ['8. A', []],
  ])('%s', (text, ranges) => {
    expect(missing(text)).toEqual(ranges)
  })

  test('are found by the second supplement that comes before the first', () => {
    const after = [...agenda, item('12', 'Second', report(1, 'adds', 74, 120))]
    expect(missing('8. A (pages 34-73)', after)).toEqual([])
    expect(missing('8. A (pages 34-45)', after)).toEqual([{ from: 46, to: 73 }])
  })

  test('within the agenda are its own affair', () => {
    const gaps = [item('1', 'A', report(0, 'original', 1, 5)), item('2', 'B', report(0, 'original', 9, 12))]
    expect(missing('3. C (pages 13-15) [new]', gaps)).toEqual([])
  })

  test('and pages that some paper has are all pages from the agenda’s last to the last there is', () => {
    const range = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 12 }))
    fc.assert(
      fc.property(
        fc.array(range, { maxLength: 6 }),
        fc.array(range, { minLength: 1, maxLength: 6 }),
        (had, added) => {
          const entries = [
            item('1', 'Agenda', report(0, 'original', 1, 20)),
            ...had.map(([from, more], place) =>
              item(`${place + 2}`, 'Had', report(1, 'adds', from, from + more)),
            ),
          ]
          const lines = added.map(([from, more]) => ({ pageFrom: from, pageTo: from + more }))
          const there = new Set<number>()
          for (const [from, more] of [...had, ...added])
            for (let page = from; page <= from + more; page += 1) there.add(page)
          const last = Math.max(20, ...there)
          const expected = Array.from({ length: last - 20 }, (_, place) => 21 + place).filter(
            (page) => !there.has(page),
          )
          const found = missingPages(entries, lines).flatMap(({ from, to }) =>
            Array.from({ length: to - from + 1 }, (_, place) => from + place),
          )
          expect(found).toEqual(expected)
        },
      ),
    )
  })
})

describe('the papers of an item that count', () => {
  test('are all until one replaces', () => {
    expect(papersInForce([report(0, 'original', 7, 33), report(1, 'adds', 34, 40)])).toMatchObject([
      { report: { pageFrom: 7 }, replaced: [] },
      { report: { pageFrom: 34 }, replaced: [] },
    ])
  })

  test('are without the pages that are replaced, or without the whole paper', () => {
    expect(papersInForce([report(0, 'original', 7, 33), report(1, 'replaces', 23, 24)])).toMatchObject([
      { report: { pageFrom: 7 }, replaced: [{ from: 23, to: 24 }] },
      { report: { pageFrom: 23 } },
    ])
    for (const replacing of [
      report(1, 'replaces', 90, 99),
      report(1, 'replaces', 7, 33),
      report(1, 'replaces'),
    ])
      expect(papersInForce([report(0, 'original', 7, 33), replacing])).toEqual([
        { report: replacing, replaced: [] },
      ])
  })

  test('follow the order of publishing, whatever the order of the rows', () => {
    const reports = [report(2, 'replaces', 90, 99), report(0, 'original', 7, 33), report(1, 'adds', 34, 40)]
    expect(papersInForce(reports)).toEqual([{ report: reports[0], replaced: [] }])
  })

  test('of a supplement with its own page numbers never replace pages of others by their number', () => {
    const own = report(1, 'replaces', 3, 9, true)
    expect(papersInForce([report(0, 'original', 1, 20), own])).toEqual([{ report: own, replaced: [] }])
  })
})

describe('a new item stands', () => {
  const order = (added: string[], before = ['1', '2', '3', '8', '10', '']) =>
    inAgendaOrder(
      before.map((number) => ({ number })),
      added.map((number) => ({ number })),
    ).map(({ number }) => number)

  test.each([
    [['9'], ['1', '2', '3', '8', '9', '10', '']],
    [
      ['8a', '8b'],
      ['1', '2', '3', '8', '8a', '8b', '10', ''],
    ],
    [['12'], ['1', '2', '3', '8', '10', '12', '']],
    [['0'], ['0', '1', '2', '3', '8', '10', '']],
    [[''], ['1', '2', '3', '8', '10', '', '']],
    [['A1'], ['1', '2', '3', '8', '10', '', 'A1']],
    [
      ['9', '4'],
      ['1', '2', '3', '4', '8', '9', '10', ''],
    ],
  ])('%o by its number', (added, expected) => {
    expect(order(added)).toEqual(expected)
  })

  test('among numbers of a council’s own kind too', () => {
    expect(order(['23/13'], ['23/12', '23/14'])).toEqual(['23/12', '23/13', '23/14'])
    expect(order(['A2'], ['A1', 'A3', 'B1'])).toEqual(['A1', 'A2', 'A3', 'B1'])
  })

  test('and numbers are in order like numbers, not like words', () => {
    expect(compareNumbers('9', '10')).toBeLessThan(0)
    expect(compareNumbers('8', '8A')).toBeLessThan(0)
    expect(compareNumbers('8', 'A3')).toBeUndefined()
    expect(compareNumbers('', '1')).toBeUndefined()
  })

  test('wherever it comes, nothing is lost and what was there keeps its order', () => {
    const number = fc.oneof(fc.nat(20).map(String), fc.constantFrom('', 'A1', '8a', '23/4'))
    fc.assert(
      fc.property(fc.array(number), fc.array(number), (before, added) => {
        const [old, fresh] = [before, added].map((all) => all.map((one) => ({ number: one })))
        if (!old || !fresh) return
        const all = inAgendaOrder(old, fresh)
        expect(all.filter((one) => old.includes(one))).toEqual(old)
        expect(new Set(all)).toEqual(new Set([...old, ...fresh]))
      }),
    )
  })
})

describe('titles', () => {
  test('are the same whatever their case, accents and punctuation', () => {
    expect(sameTitle('Children’s Services & Care', 'CHILDRENS SERVICES AND CARE')).toBe(true)
    expect(sameTitle('', '')).toBe(false)
  })

  test('are unlike when they share less than half of their words', () => {
    expect(unlikeTitles('Sufficiency strategy', 'Permanence planning policy')).toBe(true)
    expect(
      unlikeTitles('Improvement Plan', "Children's Services Improvement Plan - Six Monthly Update"),
    ).toBe(false)
    expect(unlikeTitles('The', 'Anything')).toBe(false)
  })
})
