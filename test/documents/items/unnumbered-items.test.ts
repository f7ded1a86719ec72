import { describe, expect, test } from 'vitest'
import { firstOf } from '../papers.ts'
import { brief, itemsOfMinutes } from './brief.ts'

async function itemsOfAgenda(business: string): Promise<string[]> {
  return brief(await firstOf(`HARBOUR PANEL\n\nAGENDA\n\nThursday 4 March 2027\n\n${business}`))
}

describe('the items of minutes without numbers', () => {
  test('whose numbers were lost, but not what stood behind them', async () => {
    expect(
      await itemsOfMinutes(
        '.  Declarations of Interest\n\nNone.\n\n.  Dredging – Costs\n\nThe Panel heard that 1. it is dear.\n\n.  Date of Next Meeting\n\n4 May 2027.\n',
      ),
    ).toEqual(['|Declarations of Interest', '|Dredging – Costs', '|Date of Next Meeting'])
  })

  test('that end at a colon, whether the words stand beside them or below', async () => {
    expect(
      await itemsOfMinutes(
        'Minutes:\n\nCllr Ash proposed acceptance.\n\nMatters Arising: No matters arising\n\nLitter Pick:\n\nCllr Birch: he had seen none.\n\nPlanning:\n\nApproved by the Borough:\n\nA shed at Mill House\n\nCorrespondence:\n\nNoted.\n',
      ),
    ).toEqual(['|Minutes', '|Matters Arising', '|Litter Pick', '|Planning', '|Correspondence'])
  })

  test('in capitals, with lists of their own that begin again at 1', async () => {
    expect(
      await itemsOfMinutes(
        'MATTERS ARISING\n\n1. Gravel in the lane.\n\n2. Culvert at the bridge.\n\nPLANNING\n\n1. A shed. Approved.\n\n2. A barn. Refused.\n\nPRECEPT. It was agreed that it stay.\n\nCORRESPONDENCE\n\n1. The Scouts.\n\n2. The Agency.\n\nANY OTHER BUSINESS\n\nNone.\n',
      ),
    ).toEqual(['|MATTERS ARISING', '|PLANNING', '|PRECEPT', '|CORRESPONDENCE', '|ANY OTHER BUSINESS'])
  })
})

test('the items of minutes as short lines right above what was said', async () =>
  expect(
    await itemsOfMinutes(
      'Apologies\nCllr Vane\n\nDeclarations of interest\nNone\n\nHedges in Mill Lane\nThe Clerk will write.\n\nDate of next meeting\n12 April 2027\n',
    ),
  ).toEqual(['|Apologies', '|Declarations of interest', '|Hedges in Mill Lane', '|Date of next meeting']))

describe('the items of an agenda without numbers', () => {
  const titles = [
    'Apologies for Absence',
    'Minutes of previous meeting',
    'Harbour Dues',
    'Date of next meeting',
  ]

  test('that stand apart, with pages and descriptions below them', async () => {
    const agenda = await firstOf(
      'Notice of Meeting\n\nHarbour Panel\n\nThursday 4 March 2027\n\nApologies for Absence\n\nTo receive apologies.\n\nMinutes of previous meeting\n\n3 - 6\n\nTo approve the minutes.\n\nHarbour Dues\n\n7 - 31\n\nTo receive a restricted report (not for publication, paragraph 3).\n\nDate of next meeting\n\n6 May 2027.\n\nAnn Moss\n\nClerk to the Panel\n',
    )
    expect(brief(agenda)).toEqual(titles.map((title) => `|${title}`))
    expect(agenda.items?.map(({ pages, exempt }) => [pages, exempt])).toEqual([
      [undefined, undefined],
      ['3-6', undefined],
      ['7-31', true],
      [undefined, undefined],
    ])
  })

  test('one below the other, as a list', async () =>
    expect(brief(await firstOf(`${titles.join('\n')}\n`))).toEqual(titles.map((title) => `|${title}`)))

  test('that all say what is to be done', async () =>
    expect(
      await itemsOfAgenda(
        'To receive apologies for absence\n\nTo receive declarations of interest\n\nTo fix the harbour dues\n\nTo confirm the date of the next meeting\n\nTo approve the minutes of the last meeting\n',
      ),
    ).toHaveLength(5))

  test('in a timetable with wrapped cells', async () =>
    expect(
      await itemsOfAgenda(
        'Time     Item                              Lead\n10.00    Welcome and apologies             Chair\n10.05    Update on the harbour             Jo Smith\n         and its walls\n10.30    Any other business                All\n',
      ),
    ).toEqual(['|Welcome and apologies', '|Update on the harbour and its walls', '|Any other business']))

  test('below headings that have the whole numbers', async () =>
    expect(
      await itemsOfAgenda(
        'DECLARATIONS OF INTEREST\n\n1.1  Members are asked to declare interests\n\nMINUTES\n\n2.1  Minute of Meeting of 4 January 2027 (Pages 3 - 6)\n\nREPORTS\n\n3.1  Dues (Pages 7 - 9)\n\n3.2  Walls (Pages 10 - 12)\n',
      ),
    ).toEqual([
      '1.1|Members are asked to declare interests',
      '2.1|Minute of Meeting of 4 January 2027',
      '3.1|Dues',
      '3.2|Walls',
    ]))
})
