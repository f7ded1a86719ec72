import { describe, expect, test } from 'vitest'
import { codeOf, kindOf } from '../../src/interests/kind-rules.ts'
import { effectOf, FREE } from '../../src/interests/rules.ts'
import { words } from '../../src/minutes/declarations-lines.en.ts'
import {
  type DeclarationsOfMeeting,
  type DisclosedInterest,
  declarationsLines,
} from '../../src/minutes/declarations-lines.ts'
import { type DeclarationsStyleName, declarationsStyles } from '../../src/minutes/declarations-styles.ts'

const none: DeclarationsOfMeeting = {
  council: 'Underfell Council',
  nation: 'england',
  interests: [],
  whips: [],
}
const england = codeOf({ nation: 'england', own: {}, leavesRoom: true, asksForWhip: undefined })
const dpi = kindOf(england, 'dpi')
if (!dpi) throw new Error('England has a DPI')
const barred = effectOf(dpi, england)

const priya: DisclosedInterest = {
  member: { title: 'Councillor Mrs', name: 'Priya Ravensworth' },
  pronoun: 'she',
  item: { number: '7', title: 'Pharmacy services', minute: '24' },
  kind: 'Disclosable pecuniary interest',
  isTransparency: false,
  nature: 'her husband runs a pharmacy.',
  isSensitive: false,
  dispensation: undefined,
  effect: barred,
  conduct: 'left',
}

const linesOf = (meeting: Partial<DeclarationsOfMeeting>, style: DeclarationsStyleName) =>
  declarationsLines({ ...none, ...meeting }, declarationsStyles[style], words)

describe('declarations of interest in the minutes', () => {
  test.each<[DeclarationsStyleName, string]>([
    ['plymouth', 'There were no declarations of interest in accordance with the code of conduct.'],
    ['bromsgrove', 'There were no declarations of interest.'],
    ['valeOfGlamorgan', 'No declarations were received.'],
    ['argyllAndBute', 'There were no declarations of interest intimated.'],
    ['isleOfWight', 'No declarations were received at this stage.'],
    [
      'swansea',
      'In accordance with the Code of Conduct adopted by Underfell Council, no interests were declared.',
    ],
  ])('none, as %s prints it', (style, line) => {
    expect(linesOf({}, style).lines).toEqual([line])
    expect(linesOf({}, style).table).toBeUndefined()
  })

  test('the table of 2023', () => {
    const { lines, table } = linesOf({ interests: [priya] }, 'plymouth')
    expect(lines).toEqual([])
    expect(table).toEqual({
      leadIn:
        'The following declarations of interest were made in accordance with the code of conduct in relation to items under discussion at this meeting –',
      columns: ['Name', 'Minute Number', 'Reason'],
      rows: [['Councillor Mrs Ravensworth', '24', 'Her husband runs a pharmacy']],
    })
  })

  test('the table of 2010', () => {
    const personal = { ...priya, kind: 'Personal' }
    const { table } = linesOf({ interests: [personal, { ...personal, item: undefined }] }, 'plymouth2010')
    expect(table?.columns).toEqual([
      'Name',
      'Item (Minute refers)',
      'Interest/Reason',
      'Personal / Personal and prejudicial',
    ])
    expect(table?.rows).toEqual([
      ['Councillor Mrs Ravensworth', 'Pharmacy services (24)', 'Her husband runs a pharmacy', 'Personal'],
      ['Councillor Mrs Ravensworth', 'All items', 'Her husband runs a pharmacy', 'Personal'],
    ])
  })

  test.each<[string, Partial<DisclosedInterest>, string]>([
    [
      'who left',
      {},
      'Councillor Mrs Priya Ravensworth declared a disclosable pecuniary interest in item 7 as her husband runs a pharmacy. She left the room during consideration and took no part in the discussion or vote.',
    ],
    [
      'who stayed, where standing orders let them',
      { conduct: 'silent', pronoun: 'they', kind: 'Other registrable interest' },
      'Councillor Mrs Priya Ravensworth declared an other registrable interest in item 7 as her husband runs a pharmacy. They remained in the room and took no part in the discussion or vote.',
    ],
    [
      'with a dispensation',
      { conduct: 'took-part', dispensation: 'setting the budget', effect: FREE, pronoun: 'he' },
      'Councillor Mrs Priya Ravensworth declared a disclosable pecuniary interest in item 7 as her husband runs a pharmacy. A dispensation had been granted (setting the budget). He took part in the discussion and vote.',
    ],
    [
      'of a sensitive interest',
      { isSensitive: true, nature: undefined },
      'Councillor Mrs Priya Ravensworth declared a disclosable pecuniary interest in item 7, the details of which are withheld as sensitive. She left the room during consideration and took no part in the discussion or vote.',
    ],
    [
      'for transparency only',
      { isTransparency: true, conduct: undefined, effect: FREE },
      'For transparency purposes, Councillor Mrs Priya Ravensworth declared in relation to item 7 that her husband runs a pharmacy.',
    ],
    [
      'in an item without a number',
      { item: { number: '', title: 'Urgent repairs', minute: '' }, conduct: undefined, kind: 'DPI' },
      'Councillor Mrs Priya Ravensworth declared a DPI in the item “Urgent repairs” as her husband runs a pharmacy.',
    ],
  ])('in prose: a member %s', (_, more, line) => {
    const { lines, problems } = linesOf({ interests: [{ ...priya, ...more }] }, 'bromsgrove')
    expect(lines).toEqual([line])
    expect(problems).toEqual([])
  })

  test('a sensitive interest has no reason in a table, even where one was handed in', () => {
    const { table } = linesOf({ interests: [{ ...priya, isSensitive: true }] }, 'plymouth')
    expect(table?.rows[0]?.[2]).toBe('Sensitive interest: details withheld')
  })

  test('a general dispensation is minuted beside', () => {
    const generalDispensation = 'enabling councillors to discuss matters of the budget'
    expect(linesOf({ generalDispensation }, 'isleOfWight').lines).toEqual([
      'No declarations were received at this stage.',
      'The Monitoring Officer confirmed that a general dispensation was applied enabling councillors to discuss matters of the budget.',
    ])
  })

  test('who spoke or voted against the law is minuted as it happened, and the clerk is told', () => {
    const spoke = linesOf({ interests: [{ ...priya, conduct: 'spoke' }] }, 'bromsgrove')
    expect(spoke.lines[0]).toContain('She spoke on the item and did not vote.')
    expect(spoke.problems).toEqual([expect.stringContaining('Localism Act 2011 s31(4)')])
    expect(linesOf({ interests: [{ ...priya, conduct: 'took-part' }] }, 'bromsgrove').problems).toHaveLength(
      2,
    )
  })

  test('no sentence of the house says that somebody "would remain" for a debate', () => {
    const sentences = JSON.stringify(words) + declarationsLines.toString()
    expect(sentences).not.toMatch(/would remain/)
  })
})

describe('party whips in the minutes', () => {
  test.each<[DeclarationsStyleName, DeclarationsOfMeeting['nation'], string[]]>([
    ['wirral', 'england', ['No such declarations were made.']],
    ['charnwood', 'england', ['No declarations were made.']],
    [
      'bracknell',
      'england',
      ['There were no indications that members would be participating while under the party whip.'],
    ],
    [
      'swansea',
      'wales',
      [
        'In accordance with the Local Government (Wales) Measure 2011, no declarations of Whipped Votes or Party Whips were declared.',
      ],
    ],
    ['plymouth', 'england', []],
    ['argyllAndBute', 'scotland', []],
  ])('none, as %s in %s', (style, nation, lines) => {
    expect(linesOf({ nation }, style).whip).toEqual(lines)
  })

  test('each is named with its nature; in Wales with the section', () => {
    const whips = [{ member: priya.member, item: priya.item, nature: 'to support the motion.' }]
    expect(linesOf({ whips }, 'wirral').whip).toEqual([
      'Councillor Mrs Priya Ravensworth declared a party whip in relation to item 7: to support the motion.',
    ])
    expect(linesOf({ whips, nation: 'wales' }, 'swansea').whip).toEqual([
      'In accordance with section 78 of the Local Government (Wales) Measure 2011, Councillor Mrs Priya Ravensworth declared a party whip in relation to item 7: to support the motion.',
    ])
  })
})
