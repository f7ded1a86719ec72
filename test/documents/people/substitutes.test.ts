import { describe, expect, test } from 'vitest'
import { minutesSaying, minutesWith } from './minutes.ts'

const pair = { for: 'Birch', by: 'Ash' }

describe('a substitute is told', () => {
  test.each([
    'Councillor Ash substituted for Councillor Birch.',
    'Councillor Ash said that she was there as a substitute for Councillor Birch.',
    'It was noted that Councillor Ash had been appointed as substitute for Councillor Birch.',
    'An apology for absence was received from Councillor Birch, who was represented by Councillor Ash.',
    'Apologies were received from Councillor Birch (substitute: Councillor Ash).',
    'Apologies were received from Councillor Birch (Councillor Ash substituting).',
    'Apologies were received from Councillor Birch (substituted by Councillor Ash).',
    'Apologies were received from Councillor Birch with Councillor Ash substituting.',
    'There were apologies from Councillor Birch. Councillor Ash attended as substitute.',
    'Cllr Birch (Sub Cllr Mrs Ash)',
    'Councillor Ash was present in place of Councillor Birch.',
    'Councillor Ash replaced Councillor Birch.',
  ])('%s', async (said) => {
    expect((await minutesSaying('Apologies and substitutes', said)).substitutes).toEqual([pair])
  })

  test.each([
    ['beside a member present', 'Present: Councillors Cole (Chair), Ash (substitute for Birch) and Dale'],
    ['in place of', 'Present:\nCouncillor Cole (Chair)\nCouncillor Ash (in place of Councillor Birch)'],
    ['under a label', 'Present: Councillor Cole (Chair)\n\nSubstitutes: Councillor Ash for Councillor Birch'],
    [
      'with the apologies',
      'Present: Councillor Cole\n\nApologies: Councillor Birch (substituted by Councillor Ash)',
    ],
  ])('in the attendance: %s', async (_, attendance) => {
    expect((await minutesWith(attendance)).substitutes).toEqual([pair])
  })

  test('in a list', async () => {
    const minutes = await minutesSaying(
      'Substitute members',
      'These substitutions were noted:\n\n(i) Cllr A Ash for Cllr B Birch; and\n\n(ii) Cllr C Cole for Cllr D Dale.',
    )
    expect(minutes.substitutes).toEqual([
      { for: 'B Birch', by: 'A Ash' },
      { for: 'D Dale', by: 'C Cole' },
    ])
  })

  test('with several respectively', async () => {
    const minutes = await minutesSaying(
      'Substitutes',
      'Councillors Ash and Cole were substituting for Councillors Birch and Dale respectively.',
    )
    expect(minutes.substitutes).toEqual([pair, { for: 'Dale', by: 'Cole' }])
  })
})

describe('a substitute is not', () => {
  test.each([
    'There were no substitutes.',
    'Councillor Ash spoke on behalf of Councillor Birch.',
    'Apologies were received from Councillors Birch and Cole. Councillor Ash attended as substitute.',
  ])('%s', async (said) => {
    expect((await minutesSaying('Apologies and substitutes', said)).substitutes).toBeUndefined()
  })

  test('the one who is absent', async () => {
    const minutes = await minutesSaying(
      'Apologies',
      'Apologies were received from Councillor Birch (Councillor Ash substituting).',
    )
    expect(minutes.apologies).toEqual(['Birch'])
  })
})

test('a mark beside a name says who came for whom by whose apologies there are', async () => {
  const minutes = await minutesWith(
    'Present: Cllr Ann Ash (Chair), Cllr Bo Birch (Sub Cllr Cy Cole) and Cllr Di Dale\n\nApologies: Cllr Cy Cole, Cllr Ed Elm',
  )
  expect(minutes.substitutes).toEqual([{ for: 'Cy Cole', by: 'Bo Birch' }])
})

test('an absent member has the full name of the apologies', async () => {
  const minutes = await minutesWith(
    'Present: Cllr Ann Ash (Chair) and Cllr Bo Birch (substitute for Cllr Cole)\n\nApologies: Cllr Cy Cole',
  )
  expect(minutes.substitutes).toEqual([{ for: 'Cy Cole', by: 'Bo Birch' }])
})
