import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { statesAsked } from '../../src/tracker/list-words.en.ts'
import { isEmptySearch, searchForWords, searchOf } from '../../src/tracker/read-search.ts'

const TODAY = Temporal.PlainDate.from('2017-09-20')
const read = (text: string) => searchOf(text, TODAY, statesAsked)

const NOTHING = {
  reference: undefined,
  state: undefined,
  metOn: undefined,
  slackUserId: undefined,
  words: [],
  leftOut: [],
}

describe('what is looked for in the tracker', () => {
  test.each([
    ['', {}],
    ['housing', { words: ['housing'] }],
    ['Overdue Ward', { state: 'overdue', words: ['ward'] }],
    ['r3/17', { reference: 'R3/17' }],
    ['R3', { reference: 'R3' }],
    ['20 September 2017', { metOn: '2017-09-20' }],
    ['open 9 August', { state: 'open', metOn: '2017-08-09' }],
    ['12 Dec housing', { metOn: '2016-12-12', words: ['housing'] }],
    ['2017-09-20 closed', { state: 'closed', metOn: '2017-09-20' }],
    ['20/9/2017', { metOn: '2017-09-20' }],
    ['no owner', { state: 'unowned' }],
    ['phase 2 review', { words: ['phase', '2', 'review'] }],
    ['march of progress', { words: ['march', 'of', 'progress'] }],
    ['<@U0WARD|jo> overdue', { slackUserId: 'U0WARD', state: 'overdue' }],
    ['& | ! <> "', {}],
  ])('“%s”', (text, found) => {
    expect(read(text)).toEqual({ ...NOTHING, ...found })
  })

  test.each([
    ['waiting times', ['waiting', 'times']],
    ['A38', ['a38']],
    ['A38 crossing', ['a38', 'crossing']],
    // Nobody means the word by these.
    ['overdue', undefined],
    ['R3/17', undefined],
    ['housing', undefined],
    ['overdue 20 September 2017', undefined],
  ])('“%s” may have been meant as words', (text, words) => {
    expect(searchForWords(text, read(text))?.words).toEqual(words)
  })

  test('names the words that are too many', () => {
    expect(read('a b c d e f g h i j')).toMatchObject({ leftOut: ['i', 'j'] })
  })

  test('is never too much for the database, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const search = read(text)
        expect(search.words.length).toBeLessThanOrEqual(8)
        if (text.trim() === '') expect(isEmptySearch(search)).toBe(true)
      }),
    )
  })
})
