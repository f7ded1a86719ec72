import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Line } from '../../../src/documents/lines/line.ts'
import { sectionsIn } from '../../../src/documents/records/items/sections.ts'
import { firstOf, paperOf } from '../papers.ts'
import { brief, itemsOfMinutes } from './brief.ts'

describe('the items of minutes are their numbered headings', () => {
  test.each([
    [
      'with prose below',
      '1. Apologies\n\nNone were received.\n\n2. Dredging\n\nThe Panel considered the report.\n\nRESOLVED: That it be noted.\n',
      ['1|Apologies', '2|Dredging'],
    ],
    [
      'numbered through the year',
      '45. APOLOGIES\n\nNone.\n\n46. DREDGING OF THE OLD HARBOUR\n\nNoted.\n\n47. CLOSE\n\nThe meeting closed at 9 pm.\n',
      ['45|APOLOGIES', '46|DREDGING OF THE OLD HARBOUR', '47|CLOSE'],
    ],
    [
      'with the year',
      '24/01 Apologies\n\nNone.\n\n24/02 Dredging\n\nNoted.\n',
      ['24/01|Apologies', '24/02|Dredging'],
    ],
    [
      'with the year behind and no space',
      '104/27 Apologies\n\nNone.\n\n105/27Dredging\n\nNoted.\n',
      ['104/27|Apologies', '105/27|Dredging'],
    ],
    [
      'with the committee before',
      'HP.12/23 Apologies\n\nNone.\n\nHP.13/23 Dredging\n\nNoted.\n',
      ['HP.12/23|Apologies', 'HP.13/23|Dredging'],
    ],
    [
      'with the day before',
      '27.01.01 Apologies\nNone\n\n27.01.02 Dredging\nNoted\n',
      ['27.01.01|Apologies', '27.01.02|Dredging'],
    ],
    [
      'as the heads of numbered paragraphs',
      '1.0 Apologies\n\n1.1 None were received.\n\n2.0 Dredging\n\n2.1 The report was noted.\n\n2.2 The Clerk will write.\n',
      ['1.0|Apologies', '2.0|Dredging'],
    ],
    [
      'called items',
      'Item 1: Apologies\n\nNone.\n\nItem 2: Dredging\n\nNoted.\n',
      ['1|Apologies', '2|Dredging'],
    ],
    [
      'with the number of the agenda beside that of the minute',
      'C048/27      1.         APOLOGIES.\n\nNone.\n\nC049/27      2.         DREDGING\n\nNoted.\n',
      ['C048/27|APOLOGIES', 'C049/27|DREDGING'],
    ],
    [
      'with the year and a point',
      '27.44 APOLOGIES\n\nNone.\n\n27.45 DREDGING\n\nNoted.\n',
      ['27.44|APOLOGIES', '27.45|DREDGING'],
    ],
    [
      'with a star and letters',
      '1a. Chair\n\nElected.\n\n1b. Apologies\n\nNone.\n\n*2. Dredging\n\nNoted.\n\n3. Close\n\nNone.\n',
      ['1a|Chair', '1b|Apologies', '2|Dredging', '3|Close'],
    ],
    [
      'without a space after the number',
      '3345.Police: None came.\n\n3346.Apologies: Cllr Vane.\n\n3347.   Quay: Mended.\n',
      ['3345|Police', '3346|Apologies', '3347|Quay'],
    ],
    [
      'with the words below at once',
      '1. Results of the election\nThe Chair welcomed the new member, who signed.\n2. To Receive and Accept Apologies for Absence\nApologies were received from Cllr Vane.\n3. Finance\n3.1 To Agree Payments\nPayments were agreed.\n4. Close\nNone.\n',
      ['1|Results of the election', '2|To Receive and Accept Apologies for Absence', '3|Finance', '4|Close'],
    ],
    [
      'with the name of the council before',
      'Har/285/07-08 Apologies\n\nNone.\n\nHar/286/07-08 Dredging\n\nNoted.\n',
      ['Har/285/07-08|Apologies', 'Har/286/07-08|Dredging'],
    ],
    [
      'with the number of the agenda in brackets or in words',
      '310 (1) APOLOGIES\n\nNone.\n\n311 (2) DREDGING [Item 2]\n\nNoted.\n\n312 Agenda Item 3 Close\n\nNone.\n',
      ['310|APOLOGIES', '311|DREDGING', '312|Close'],
    ],
    [
      'with the year behind a point, and a dash',
      '1.27  - Minutes\n\nAgreed.\n\n2.27 – Finance\n\nNoted.\n',
      ['1.27|Minutes', '2.27|Finance'],
    ],
    ['with dashes', '1 - Apologies\n\nNone.\n\n2 - Dredging\n\nNoted.\n', ['1|Apologies', '2|Dredging']],
    ['with brackets', '1) Apologies\n\nNone.\n\n2) Dredging\n\nNoted.\n', ['1|Apologies', '2|Dredging']],
  ])('%s', async (_, business, wanted) => {
    expect(await itemsOfMinutes(business)).toEqual(wanted)
  })
})

describe('a title ends where the text beside it begins', () => {
  test.each([
    [
      'at a colon throughout',
      '2643. Police Report: Attached. No Police presence.\n2644. Apologies: None.\n2645. Accounts for payment:\nHarbour Stores - £30\n2646. Updates: Quay closed - works begin in May\n',
      ['2643|Police Report', '2644|Apologies', '2645|Accounts for payment', '2646|Updates'],
    ],
    [
      'at a colon before a sentence, and not at one inside a title',
      '1. Petition: Save the Pier\n\nNoted.\n\n2. Dredging: The Clerk reported that work had begun.\n\n3. Close\n\nNone.\n',
      ['1|Petition: Save the Pier', '2|Dredging', '3|Close'],
    ],
    [
      'at a full stop',
      '1. Apologies. Cllr Cardow had sent apologies.\n\n2. Appointment of Mr. Eaves. It was agreed that Mr. Eaves be appointed.\n',
      ['1|Apologies', '2|Appointment of Mr. Eaves'],
    ],
    [
      'where a sentence was run together with it',
      '1. Apologies for Absence Apologies were accepted for Cllr Cardow (unwell) and for Cllr Dellow.\n\n2. To Approve Changes to Standing Orders The Chair advised that the time had been changed. All were in favour.\n',
      ['1|Apologies for Absence', '2|To Approve Changes to Standing Orders'],
    ],
    [
      'where it is the subject of the sentence',
      '1. Apologies for absence were received from Councillors Cardow and Dellow.\n\n2. Dredging\n\nNoted.\n',
      ['1|Apologies for absence', '2|Dredging'],
    ],
    [
      'at dots',
      '1. Declarations of interest … There were none.\n\n2. Date of the next meeting … Noted as 4 May.\n',
      ['1|Declarations of interest', '2|Date of the next meeting'],
    ],
    [
      'before a lettered list',
      '1. Requests for funding a. The sailing club had asked for help.\n\n2. Any Other Business\na. The bin was full and it was agreed to\nempty it\nb. The gate was mended\n',
      ['1|Requests for funding', '2|Any Other Business'],
    ],
    [
      'before the day of the next meeting',
      '1. Dredging\n\nNoted.\n\n2. Date of next meeting 14th September 2027\n',
      ['1|Dredging', '2|Date of next meeting'],
    ],
    [
      'at a dash or a colon before what can only be a sentence, though its end is not on the line',
      '1. Register of interests – There were no\ninterests declared.\n\n2. Grass - It was agreed\nto cut it.\n\n3. Quay: Councillor Mrs Vane reported that it had\nbeen mended.\n\n4. Review of the Moorings Policy for the Inner and the Outer Harbour and the Creek – Resolved – That it be\nadopted.\n\n5. Pier – The Council House wall\n',
      [
        '1|Register of interests',
        '2|Grass',
        '3|Quay',
        '4|Review of the Moorings Policy for the Inner and the Outer Harbour and the Creek',
        '5|Pier – The Council House wall',
      ],
    ],
    [
      'before who stayed away or declared an interest',
      '1. Welcome and apologies – Cllr. Flo Finch (FF), Cllr. Gus Gorse\n\n2. Declarations of pecuniary interests - FF in item 3\n\n3. Quay – none\n\n4. Minutes – 7 January\n\nAgreed.\n',
      ['1|Welcome and apologies', '2|Declarations of pecuniary interests', '3|Quay', '4|Minutes – 7 January'],
    ],
    [
      'where capitals end, with a mark or without one',
      '1. MINUTES - Moved by Councillor Vane and seconded by Councillor Moss –\n\nThat they be signed.\n\n2. BUDGET FOR 2027/28 - The Director: Harbours submitted a report.\n\n3. REQUESTS TO SPEAK There were none\n\n4. NOTICE OF MOTION - Seals of the Outer Bank\n\nCarried.\n\n5. QRST Centre for seals\n\nNoted.\n',
      [
        '1|MINUTES',
        '2|BUDGET FOR 2027/28',
        '3|REQUESTS TO SPEAK',
        '4|NOTICE OF MOTION - Seals of the Outer Bank',
        '5|QRST Centre for seals',
      ],
    ],
    [
      'where bold ends',
      '**1. Apologies**  Cllr Cardow and Cllr Dellow\n\n**2.** **Dredging** Mrs Eaves gave an account of the works.\n\n**3. Quay and pier:** Noted.\n',
      ['1|Apologies', '2|Dredging', '3|Quay and pier'],
    ],
  ])('%s', async (_, business, wanted) => {
    expect(await itemsOfMinutes(business)).toEqual(wanted)
  })

  test('a title over two lines is whole, and the line below a short title is no part of it', async () => {
    expect(
      await itemsOfMinutes(
        '1. Procurement of a new contract for the supply and upkeep of\nNavigation Lights\n\nThe Panel agreed.\n\n2. Register of Interests\nNone\n\n3. Review of the Scheme\nAth-sgrùdadh air an Sgeama\n\nAgreed.\n',
      ),
    ).toEqual([
      '1|Procurement of a new contract for the supply and upkeep of Navigation Lights',
      '2|Register of Interests',
      '3|Review of the Scheme',
    ])
  })
})

describe('what is numbered inside an item is no item', () => {
  test('the rows of a table of statements, though there are more of them than items', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, at) => `${String(at + 1).padStart(2, '0')} Ann Moss Quay and pier`,
    )
    expect(
      await itemsOfMinutes(
        `1 Apologies\n\nThere were none.\n\n2 Public Forum\n\nThe statements were:\n\nRef No Name Title\n${rows.join('\n')}\n\n3 Dredging\n\nThe Panel considered the report.\n\n4 Close\n\nThe meeting ended.\n`,
      ),
    ).toEqual(['1|Apologies', '2|Public Forum', '3|Dredging', '4|Close'])
  })

  test('numbered paragraphs, options and resolutions', async () => {
    expect(
      await itemsOfMinutes(
        `4. Reports\n\n4.1 Chairman's report\n\nNoted.\n\n4.2 Clerk's report\n\nNoted.\n\n5. Options\n\nThe options were:\n\n1. A harbour wall of stone.\n\n2. A harbour wall of timber.\n\n3. No wall.\n\n6. Dredging\n\nRESOLVED that:\n1. the report be noted;\n2. the Clerk write to the Agency.\n\n7. Close\n\nNone.\n`,
      ),
    ).toEqual(['4|Reports', '5|Options', '6|Dredging', '7|Close'])
  })

  test('the clauses of a decision in short minutes, though they go on with the next number', async () => {
    expect(
      await itemsOfMinutes(
        '1. Apologies\nNone.\n2. Quay\nRESOLVED that:\n1. The steps be mended.\n2. The rail be painted.\n3. The lamp be replaced.\n4. The Clerk write to the Agency.\n3. Finance\nPayments were approved.\n4. Close\nThe meeting closed.\n',
      ),
    ).toEqual(['1|Apologies', '2|Quay', '3|Finance', '4|Close'])
  })
})

test('a number that was passed over, and one that is a slip, do not end the items', async () => {
  expect(
    await itemsOfMinutes(
      '3667. Police: None.\n\n3668. Apologies: None.\n\n3655. Public Session: No one came.\n\n3669. Accounts: Approved.\n\n3671. Close: Noted.\n',
    ),
  ).toEqual(['3667|Police', '3668|Apologies', '3655|Public Session', '3669|Accounts', '3671|Close'])
})

describe('headings without numbers', () => {
  test('are the items below the attendance; smaller ones are not', async () => {
    const minutes = await firstOf(`---
title: Minutes for meeting held Tuesday 5th January 2027
type: minutes
---

*Held in Ayebridge Hall at 7:00pm.*

## Present

* Ann Moss — *Chair*
* Bob Hall

## Apologies for Absence

* Cy Nunn
* Cllr D Vane

## Paths

Noted.

## Treasurer's report

### Current account

In credit.

## Next meeting

4 June 2027.

Meeting closed at 8:20pm.
`)
    expect(brief(minutes)).toEqual(['|Paths', "|Treasurer's report", '|Next meeting'])
    expect(minutes).toMatchObject({
      date: '2027-01-05',
      time: '19:00',
      ended: '20:20',
      venue: 'Ayebridge Hall',
    })
  })

  test('in capitals', async () => {
    expect(
      await itemsOfMinutes(
        'APOLOGIES\n\nThere were none.\n\nDREDGING OF THE HARBOUR\n\nThe Panel considered it.\n\nRESOLVED: That it be noted.\n\nQUAY\n\nNoted.\n',
      ),
    ).toEqual(['|APOLOGIES', '|DREDGING OF THE HARBOUR', '|QUAY'])
  })
})

test('a table of HTML in Markdown gives its items', async () => {
  const row = (number: string, words: string): string =>
    `<tr><td><b>${number}</b></td><td>${words}<div></div>&nbsp;</td><td>&nbsp;</td></tr>`
  expect(
    await itemsOfMinutes(
      `## Business\n\n<table><tbody>${row('1.', '<b><u>Apologies:</u></b>Cllr Vane')}${row('2.', '<b>Quay</b><ul><li>steps</li></ul>The steps are mended.')}${row('3.', '<b>Pier</b>Closed in May.')}</tbody></table>\n`,
    ),
  ).toEqual(['1|Apologies', '2|Quay', '3|Pier'])
})

describe('everything that is said belongs to one item', () => {
  const line = (text: string, at: number): Line => ({
    page: 1,
    line: at + 1,
    text,
    cells: [{ text, indent: 0 }],
    gapAbove: true,
    furniture: false,
    heading: false,
  })
  const sentence = fc.constantFrom(
    'The report was noted.',
    'RESOLVED: That it be approved.',
    'Councillor Arkwell moved the report.',
    '(a) a lettered point;',
    'Members asked about the quay.',
  )

  test('no line of minutes is lost or said twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(sentence, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 9 }),
        (items) => {
          const texts = ['Harbour Panel', 'Present: Councillor Arkwell']
          for (const [at, said] of items.entries())
            texts.push(`${at + 1}. Matter ${'ABCDEFGHI'[at]}`, ...said)
          const { front, sections } = sectionsIn({ kind: 'minutes', lines: texts.map(line) }, new Set())
          expect(front.map(({ text }) => text)).toEqual(texts.slice(0, 2))
          expect(sections.map(({ body }) => body.map(({ text }) => text))).toEqual(items)
        },
      ),
    )
  })

  test('the words beside a title stand in its body, at the place of the title', () => {
    const { sections } = sectionsIn(
      {
        kind: 'minutes',
        lines: ['1. Apologies: None.', '2. Police: PC Day came.', '3. Roads: Mended.'].map(line),
      },
      new Set(),
    )
    expect(sections.map(({ body }) => body.map(({ text, line: at }) => `${at} ${text}`))).toEqual([
      ['1 None.'],
      ['2 PC Day came.'],
      ['3 Mended.'],
    ])
  })

  test('a line of any length is read at once', async () => {
    const long = `1. ${'Quay (a '.repeat(2000)}\n\n2. ${'12/34 '.repeat(3000)}\n\n3. ${'- '.repeat(9000)}\n`
    const started = performance.now()
    await paperOf(`Minutes of the Harbour Panel\n\nPresent: Councillor Vane\n\n${long}`)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
