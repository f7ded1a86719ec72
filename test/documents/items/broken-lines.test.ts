import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Line } from '../../../src/documents/lines/line.ts'
import { itemChain } from '../../../src/documents/records/items/item-chain.ts'
import { withItemsApart } from '../../../src/documents/records/items/items-in-lines.ts'
import { withWholeNumbers } from '../../../src/documents/records/items/whole-numbers.ts'
import { firstOf } from '../papers.ts'
import { itemsOfMinutes } from './brief.ts'

describe('numbers that were broken', () => {
  test('by a narrow column', async () => {
    expect(
      await itemsOfMinutes(
        'HBR\n31/26\n\nEVACUATION PROCEDURE\n\nNoted.\n\nHBR\n32/26\n\nMINUTES\n\nAgreed.\n\nHBR\n33/26\n\nDREDGING\n\nAgreed.\n',
      ),
    ).toEqual(['HBR 31/26|EVACUATION PROCEDURE', 'HBR 32/26|MINUTES', 'HBR 33/26|DREDGING'])
  })

  test('after their year', async () => {
    expect(
      await itemsOfMinutes(
        '2027/\n071   Apologies\n\nNone.\n\n2027/\n072   Minutes\n\nAgreed.\n\n2027/\n073   Quay\n\nNoted.\n',
      ),
    ).toEqual(['2027/071|Apologies', '2027/072|Minutes', '2027/073|Quay'])
  })

  test('a number with a space keeps it', async () =>
    expect(await itemsOfMinutes('HSC 14  Apologies\n\nNone.\n\nHSC 15  Minutes\n\nAgreed.\n')).toEqual([
      'HSC 14|Apologies',
      'HSC 15|Minutes',
    ]))
})

describe('ranges of pages that were broken', () => {
  test.each([
    ['beside the title', '(Pages 1\n                                                    - 8)'],
    ['before its numbers', '(Pages\n                                            1 - 8)'],
    ['after its dash', '(Pages 1 -\n                                            8)'],
  ])('by a narrow column %s', async (_, range) => {
    const { items } = await firstOf(
      `HARBOUR PANEL\n\nAGENDA\n\nThursday 4 March 2027\n\n1   APOLOGIES\n\n2   MINUTES OF THE MEETING OF 7 JANUARY      ${range}\n    To agree them.\n\n3   QUAY\n`,
    )
    expect(items?.[1]).toEqual({ number: '2', title: 'MINUTES OF THE MEETING OF 7 JANUARY', pages: '1-8' })
  })

  test('beside a title that goes on', async () => {
    const { items } = await firstOf(
      'HARBOUR PANEL\n\nAGENDA\n\nThursday 4 March 2027\n\n1   APOLOGIES\n\n2   THE QUAY: RESPONSE OF THE CABINET TO       (Pages 23\n    THE TASK GROUP                            - 30)\n\n3   PIER\n',
    )
    expect(items?.[1]).toEqual({
      number: '2',
      title: 'THE QUAY: RESPONSE OF THE CABINET TO THE TASK GROUP',
      pages: '23-30',
    })
  })
})

describe('items in the middle of a line', () => {
  test('are items by their numbers', async () => {
    expect(
      await itemsOfMinutes(
        '70/26 Apologies for absence Apologies had been received from Cllr Vane who was at work. 71/26 Declarations of Interest No declarations were made. 72/26 Minutes of the last meeting\n\nThey were agreed.\n\n73/26 Highways: the Clerk reported. 74/26 Date of next meeting 6 July 2027.\n',
      ),
    ).toEqual([
      '70/26|Apologies for absence',
      '71/26|Declarations of Interest',
      '72/26|Minutes of the last meeting',
      '73/26|Highways',
      '74/26|Date of next meeting',
    ])
  })

  test('a few words and a mark behind the number are enough', async () =>
    expect(
      await itemsOfMinutes(
        '1. Quay\n\nThe steps were mended. 2. Highways: The Clerk reported. 3. Pier – There was no news.\n\n4. Close\n\nNone.\n',
      ),
    ).toEqual(['1|Quay', '2|Highways', '3|Pier', '4|Close']))

  test('what is asked for is one without a mark before its number, where the number goes on', async () => {
    expect(
      await itemsOfMinutes(
        '16. To discuss the quay steps\n\nThey were mended.\n\n17. To discuss seats on the pier\n\nThere was nothing to discuss on this matter 18. To approve payments of bills\n\nThe bills were paid.\n\n19. To receive correspondence\n\nNone.\n',
      ),
    ).toEqual([
      '16|To discuss the quay steps',
      '17|To discuss seats on the pier',
      '18|To approve payments of bills',
      '19|To receive correspondence',
    ])
    expect(
      await itemsOfMinutes(
        '4. To discuss the dues\n\nMembers were reminded of standing order 5. To approve more than that was not in their power.\n\n5. To receive correspondence\n\nNone.\n',
      ),
    ).toEqual(['4|To discuss the dues', '5|To receive correspondence'])
  })

  test('the clauses of a decision are not', async () =>
    expect(
      await itemsOfMinutes(
        '4. Dues\n\nRESOLVED: 1. That they rise. 2. That the Clerk write to all. 3. That it be noted.\n\n5. Quay\n\nNoted.\n',
      ),
    ).toEqual(['4|Dues', '5|Quay']))
})

describe('no word is lost or said twice', () => {
  const word = fc.constantFrom(
    'HBR',
    '31/26',
    '32/26',
    '7.',
    '8.',
    'Apologies',
    'Minutes',
    'were',
    'noted.',
    '12/',
    '071',
    'A',
  )
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
  const line = (words: string, at: number): Line => ({
    page: 1,
    line: at + 1,
    text: words,
    cells: [{ text: words, indent: 0 }],
    gapAbove: at % 3 === 0,
    furniture: false,
    heading: false,
  })
  const words = (lines: readonly Line[]): string =>
    lines
      .map((one) => one.text)
      .join('')
      .replace(/\s/g, '')

  test.each([
    ['whole numbers', withWholeNumbers],
    [
      'items apart',
      (lines: readonly Line[]) =>
        withItemsApart(lines, (some) => itemChain(some, { mayPassOver: false, expectsText: true })),
    ],
  ])('%s', (_, mend) => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
        const lines = texts.map(line)
        expect(words(mend(lines))).toBe(words(lines))
      }),
    )
  })
})
