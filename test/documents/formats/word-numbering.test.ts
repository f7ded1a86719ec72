import { expect, test } from 'vitest'
import { readWord } from '../../../src/documents/formats/word.ts'
import { shown } from './lines-of.ts'
import { p, table, wordFile } from './word-files.ts'

const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const list = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const use = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`
const numbered = (text: string, id: number, at = 0): string =>
  p(text, { set: `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>` })

async function textsOf(body: string, numbering: string, styles = ''): Promise<string[]> {
  const word = await readWord(wordFile(body, { numbering, styles }))
  return word.ok ? shown(word.pages.flat()) : [word.code]
}

test.each([
  ['decimal', '%1.', ['1.', '2.']],
  ['decimalZero', '%1', ['01', '02']],
  ['lowerLetter', '(%1)', ['(a)', '(b)']],
  ['upperLetter', '%1)', ['A)', 'B)']],
  ['lowerRoman', '(%1)', ['(i)', '(ii)']],
  ['upperRoman', '%1.', ['I.', 'II.']],
  ['ordinal', '%1', ['1st', '2nd']],
  ['cardinalText', 'Item %1', ['Item 1', 'Item 2']],
])('a list of the format %s, printed as %s, is numbered so', async (format, text, labels) => {
  const numbering = list(1, level(0, format, text)) + use(1, 1)
  expect(await textsOf(numbered('first', 1) + numbered('second', 1), numbering)).toEqual([
    `${labels[0]} | first`,
    `${labels[1]} | second`,
  ])
})

test('the sign of a list is no part of the text', async () => {
  const numbering = list(1, level(0, 'bullet', 'o')) + use(1, 1)
  expect(await textsOf(numbered('first', 1) + numbered('second', 1), numbering)).toEqual([
    '* first',
    '* second',
  ])
})

test('a level begins again below a higher one, and a higher number stands in it', async () => {
  const numbering =
    list(1, level(0, 'decimal', '%1.'), level(1, 'decimal', '%1.%2'), level(2, 'lowerLetter', '%3)')) +
    use(1, 1)
  const body = [
    numbered('one', 1),
    numbered('under', 1, 1),
    numbered('deep', 1, 2),
    numbered('under', 1, 1),
    numbered('deep', 1, 2),
    p('Words between.'),
    numbered('two', 1),
    numbered('under', 1, 1),
  ]
  expect(await textsOf(body.join(''), numbering)).toEqual([
    '1. | one',
    '1.1 | under',
    'a) | deep',
    '1.2 | under',
    'a) | deep',
    'Words between.',
    '2. | two',
    '2.1 | under',
  ])
})

test('a level that is told to goes on through the higher ones', async () => {
  const numbering =
    list(1, level(0, 'upperLetter', '%1.'), level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>')) +
    use(1, 1)
  const body = [numbered('A', 1), numbered('x', 1, 1), numbered('B', 1), numbered('y', 1, 1)]
  expect(await textsOf(body.join(''), numbering)).toEqual(['A. | A', '1. | x', 'B. | B', '2. | y'])
})

test('two uses of a list count on together, unless one is told where to start', async () => {
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
  const numbering = list(1, level(0, 'decimal', '%1.')) + use(1, 1) + use(2, 1) + use(3, 1, restart)
  const body = [numbered('a', 1), numbered('b', 2), numbered('c', 3), numbered('d', 3)]
  expect(await textsOf(body.join(''), numbering)).toEqual(['1. | a', '2. | b', '5. | c', '6. | d'])
})

test('a style numbers its paragraphs, each at the level that the list ties to the style', async () => {
  const numbering =
    list(
      1,
      level(0, 'decimal', '%1.', '<w:pStyle w:val="Item"/>'),
      level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Sub"/><w:suff w:val="space"/>'),
    ) + use(1, 1)
  const style = (id: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
  const body = [
    p('Apologies', { set: '<w:pStyle w:val="Item"/>' }),
    p('To receive them.', { set: '<w:pStyle w:val="Sub"/>' }),
    p('Not numbered', { set: '<w:pStyle w:val="Item"/><w:numPr><w:numId w:val="0"/></w:numPr>' }),
    p('Minutes', { set: '<w:pStyle w:val="Item"/>' }),
  ]
  expect(await textsOf(body.join(''), numbering, style('Item') + style('Sub'))).toEqual([
    '1. | Apologies',
    '1.1 To receive them.',
    'Not numbered',
    '2. | Minutes',
  ])
})

test('a column of a table that holds nothing but automatic numbers is read', async () => {
  const numbering = list(1, level(0, 'decimal', '%1.')) + use(1, 1)
  const body = table([numbered('', 1), 'Apologies'], [numbered('', 1), 'Minutes'])
  expect(await textsOf(body, numbering)).toEqual(['0:1. | 1:Apologies', '0:2. | 1:Minutes'])
})

test('an empty numbered paragraph elsewhere takes a number and no line', async () => {
  const numbering = list(1, level(0, 'decimal', '%1.')) + use(1, 1)
  expect(await textsOf(numbered('a', 1) + numbered('', 1) + numbered('b', 1), numbering)).toEqual([
    '1. | a',
    '3. | b',
  ])
})

test('legal numbers are figures at every level', async () => {
  const numbering =
    list(1, level(0, 'upperRoman', '%1.'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + use(1, 1)
  expect(await textsOf(numbered('a', 1) + numbered('b', 1, 1), numbering)).toEqual(['I. | a', '1.1 | b'])
})
