import { expect, test } from 'vitest'
import { markFurniture } from '../../../src/documents/lines/furniture.ts'
import type { Line } from '../../../src/documents/lines/line.ts'

function pageOf(page: number, texts: readonly string[]): Line[] {
  return texts.map((text, at) => ({
    page,
    line: at + 1,
    text,
    cells: [{ text, indent: 0 }],
    gapAbove: true,
    furniture: false,
    heading: false,
  }))
}

/** What is left of pages of these lines. */
function left(pages: readonly (readonly string[])[]): string[][] {
  const lines = pages.map((texts, at) => pageOf(at + 1, texts))
  markFurniture(lines)
  return lines.map((page) => page.filter((line) => !line.furniture).map((line) => line.text))
}

/** Four lines that no other page has. */
function body(page: number): string[] {
  const word = 'abcdefghij'[page % 10]?.repeat(1 + page / 10) ?? ''
  return [`What was said of ${word}`, `and of ${word}`, `also of ${word}`, `and no more of ${word}`]
}

test.each([
  ['Page 7'],
  ['PAGE 7'],
  ['Page 1 of 3'],
  ['Page 1/3'],
  ['Page | 7'],
  ['P a g e | 7'],
  ['Page - 7 -'],
  ['This page is intentionally left blank'],
  ['This page has been left intentionally blank.'],
  ['[This page intentionally left blank]'],
  ['Page left blank'],
  ['Intentionally blank page'],
])('"%s" is no part of what a page says', (text) => {
  expect(left([['Minutes', text, 'Apologies']])).toEqual([['Minutes', 'Apologies']])
})

test.each([['7'], ['- 7 -'], ['7 of 12'], ['7/12']])(
  '"%s" is a page number at the edge of a page of several',
  (text) => {
    const inside = ['Minutes', text, 'Apologies']
    expect(left([[text, ...body(1)], [...body(2), text], inside])).toEqual([body(1), body(2), inside])
    expect(left([[text, ...body(1)]])).toEqual([[text, ...body(1)]])
  },
)

test.each([
  ['Page 7 was missing.'],
  ['Pages 7 - 28'],
  ['(Pages 7 - 28)'],
  ['Blank'],
  ['The page was blank'],
  ['Item 7'],
])('"%s" is something that a page says', (text) => {
  expect(left([['Minutes', text, 'Apologies'], body(2)])).toEqual([['Minutes', text, 'Apologies'], body(2)])
})

test('what stands at the edge of three pages near each other is a running header, whatever its figures', () => {
  const pages = [1, 2, 3, 4].map((page) => [
    `Housing Panel, ${page} March`,
    ...body(page),
    'www.example.gov.uk',
  ])
  expect(left([['Front', ...body(0)], ...pages])).toEqual([
    ['Front', ...body(0)],
    ...pages.map((page) => page.slice(1, -1)),
  ])
})

test('the first line of a file is its title, though it is printed again on every page', () => {
  const pages = [1, 2, 3].map((page) => ['Housing Panel', ...body(page)])
  expect(left(pages)[0]?.[0]).toBe('Housing Panel')
  expect(left(pages)[1]).toEqual(body(2))
})

test('two pages, or pages far apart, are no run', () => {
  const far = Array.from({ length: 30 }, (_, page) => [
    page % 10 === 0 ? 'Recommendation' : `Other ${body(page)[0]}`,
    ...body(page),
  ])
  expect(left(far).flat()).toEqual(far.flat())
})

test.each([
  ['Agenda Item 5', 'Agenda Item 6'],
  ['Minute Item 47', 'Minute Item 48'],
  ['Appendix 1', 'Appendix 2'],
  ['ANNEX A', 'ANNEX B'],
])('the stamp "%s" stays where its papers begin, also before "%s"', (one, other) => {
  const stamped = [one, one, one, other, other, other].map((stamp, page) => [stamp, ...body(page)])
  const front = ['Front', ...body(9)]
  expect(left([front, ...stamped]).map((page) => page[0])).toEqual([
    'Front',
    one,
    body(1)[0],
    body(2)[0],
    other,
    body(4)[0],
    body(5)[0],
  ])
  expect(left([front, [one, ...body(0)], [other, ...body(1)]]).map((page) => page[0])).toEqual([
    'Front',
    one,
    other,
  ])
})

test('the rows of a table may say the same on every page, and its head stays once', () => {
  const pages = [1, 2, 3, 4].map((page) =>
    pageOf(page, ['Date Item', 'Standing item', `Row ${'x'.repeat(page)}`, 'Standing item']),
  )
  for (const page of pages) for (const [row, line] of page.entries()) line.row = { table: 0, row: row }
  markFurniture([pageOf(1, body(1)), ...pages])
  expect(pages.map((page) => page.map((line) => line.furniture))).toEqual([
    [false, false, false, false],
    [true, false, false, false],
    [true, false, false, false],
    [true, false, false, false],
  ])
})

test('5,000 pages with one running header are marked in good time', () => {
  const pages = Array.from({ length: 5000 }, (_, page) => pageOf(page + 1, ['Housing Panel', ...body(page)]))
  const start = performance.now()
  markFurniture(pages)
  expect(performance.now() - start).toBeLessThan(2_000)
})
