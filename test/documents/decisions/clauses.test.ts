import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minutesWith } from './minutes.ts'

async function clausesOf(body: string): Promise<string[]> {
  const { resolutions = [] } = await minutesWith(body)
  expect(resolutions).toHaveLength(1)
  return (resolutions[0]?.clauses ?? []).map(({ label, text }) => `${label}|${text}`)
}

describe('the clauses of a resolution', () => {
  test.each([
    ['1. 2.', '1. That A be noted.\n2. That B be noted.', ['1|That A be noted.', '2|That B be noted.']],
    ['(1) (2)', '(1) That A be noted.\n(2) That B be noted.', ['1|That A be noted.', '2|That B be noted.']],
    ['a) b)', 'a) That A be noted;\nb) That B be noted.', ['a|That A be noted;', 'b|That B be noted.']],
    [
      '(i) (ii)',
      '(i) That A be noted; and\n(ii) That B be noted.',
      ['i|That A be noted; and', 'ii|That B be noted.'],
    ],
    [
      'i. to v.',
      'i. A is noted\nii. B is noted\niii. C is noted\niv. D is noted\nv. E is noted',
      ['i|A is noted', 'ii|B is noted', 'iii|C is noted', 'iv|D is noted', 'v|E is noted'],
    ],
    [
      'letters without a mark, set apart',
      'a    That A be noted\n\nb    That B be noted',
      ['a|That A be noted', 'b|That B be noted'],
    ],
    ['A. B.', 'A. That A be noted.\nB. That B be noted.', ['A|That A be noted.', 'B|That B be noted.']],
    [
      '2.1 2.2',
      '2.1 That A be noted.\n2.2 That B be noted.',
      ['2.1|That A be noted.', '2.2|That B be noted.'],
    ],
    [
      'letters under numbers',
      '1. That A be noted;\n2. That B –\na. be costed;\nb. be published;\n3. That C be noted.',
      ['1|That A be noted;', '2|That B –', '2a|be costed;', '2b|be published;', '3|That C be noted.'],
    ],
    [
      'Roman under letters',
      '(a) that A be –\n(i) costed;\n(ii) published; and\n(b) that B be noted.',
      ['a|that A be –', 'ai|costed;', 'aii|published; and', 'b|that B be noted.'],
    ],
    [
      'h then i',
      'a) A is noted\nb) B is noted\nc) C is noted\nd) D is noted\ne) E is noted\nf) F is noted\ng) G is noted\nh) H is noted\ni) I is noted',
      [
        'a|A is noted',
        'b|B is noted',
        'c|C is noted',
        'd|D is noted',
        'e|E is noted',
        'f|F is noted',
        'g|G is noted',
        'h|H is noted',
        'i|I is noted',
      ],
    ],
    [
      'blank lines between',
      '1. That A be noted.\n\n2. That B –\n\n(a) be costed;\n\n(b) be published.',
      ['1|That A be noted.', '2|That B –', '2a|be costed;', '2b|be published.'],
    ],
    [
      'the label on a line of its own',
      '1)\nThat A be noted.\n\n2)\nThat B be noted.',
      ['1|That A be noted.', '2|That B be noted.'],
    ],
    [
      'lines that run on',
      '1. That A be noted and\npublished in full on the site of the\nCouncil.\n2. That B be noted.',
      ['1|That A be noted and published in full on the site of the Council.', '2|That B be noted.'],
    ],
    [
      'bullets belong to the clause above',
      '1. That these be told:\n• the tenants;\n• the owners.\n2. That B be noted.',
      ['1|That these be told: the tenants; the owners.', '2|That B be noted.'],
    ],
    [
      'lines without a number belong to it too',
      '(a) that these be named –\n\nHousing – Councillor Boyce\n\nRoads – Councillor Cardow, and\n\n(b) that B be noted.',
      [
        'a|that these be named – Housing – Councillor Boyce Roads – Councillor Cardow, and',
        'b|that B be noted.',
      ],
    ],
    [
      'in the run of a sentence',
      '(a) the report be noted; (b) the fees be approved; and (c) the plan be published.',
      ['a|the report be noted;', 'b|the fees be approved; and', 'c|the plan be published.'],
    ],
    [
      'a gap in the numbers',
      '1. That A be noted.\n2. That B be noted.\n4. That D be noted.',
      ['1|That A be noted.', '2|That B be noted.', '4|That D be noted.'],
    ],
    [
      'I., 2., 3.',
      'I. that A be noted;\n2. that B be noted;\n3. that C be noted.',
      ['1|that A be noted;', '2|that B be noted;', '3|that C be noted.'],
    ],
  ])('%s', async (_, body, clauses) => {
    expect(await clausesOf(`Members asked about damp.\n\nRESOLVED that:\n\n${body}`)).toEqual(clauses)
  })

  test.each([
    [
      'decimals under a number',
      '1) that A be noted;\n\n2) that it be noted that:\n\n2.1) B is sound; and\n\n2.2) C is dry;\n\n3) that D be approved.',
      ['1', '2', '2.1', '2.2', '3'],
    ],
    [
      'capitals in brackets under a number',
      '(1) that A be noted;\n\n(2) that B be sent back with the request that\n\n(A) tenants be asked; and\n\n(B) C be told.',
      ['1', '2', '2A', '2B'],
    ],
  ])('labels of another kind below a clause: %s', async (_, body, labels) => {
    const clauses = await clausesOf(`RESOLVED:\n\n${body}`)
    expect(clauses.map((clause) => clause.split('|')[0])).toEqual(labels)
  })

  test('the words of the whole hold every clause with its label as printed', async () => {
    const { resolutions = [] } = await minutesWith(
      'RESOLVED: That the Panel:-\n\n(a) notes the report; and\n\n(b) asks for figures.',
    )
    expect(resolutions[0]?.text).toBe('That the Panel:- (a) notes the report; and (b) asks for figures.')
  })

  test.each([
    ['I., 2.', 'I. that A be noted;\n2. that B be noted.'],
    ['a gap', '1. That A be noted.\n2. That B be noted.\n4. That D be noted.'],
  ])('damaged numbering is left to a person: %s', async (_, body) => {
    const { doubts } = await minutesWith(`RESOLVED:\n\n${body}`)
    expect(doubts).toMatchObject([{ code: 'numbering-damaged', field: 'resolutions' }])
  })

  test('the first clause may stand in the line of the lead-in', async () => {
    expect(await clausesOf('RESOLVED – that (A) the report be received; and\n\n(B) items be added.')).toEqual(
      ['A|the report be received; and', 'B|items be added.'],
    )
  })

  test('what was not approved is no clause, though it is numbered on', async () => {
    const { resolutions = [], notApproved } = await minutesWith(
      'RESOLVED that the Panel:\n\n1. Noted A.\n\n2. Approved B.\n\nRecommendation 3 in the report was not approved:\n\n3. Approved C.',
    )
    expect(resolutions[0]?.clauses?.map(({ label }) => label)).toEqual(['1', '2'])
    expect(notApproved).toEqual(['Recommendation 3 in the report was not approved:'])
  })

  test('a reference to a paragraph is no clause', async () => {
    expect(
      await clausesOf('RESOLVED that, subject to (a) and (b) of paragraph 4, the report be noted.'),
    ).toEqual([])
  })

  test.each([
    ['a note of the vote', '(For 5, Against 1)'],
    ['the reasons', 'Reasons: the plan is sound.'],
    ['the reason for the decision', 'REASON FOR DECISION: To keep the homes dry.'],
    ['an action', 'Action: Head of Repairs'],
    ['another decision', 'It was further AGREED that the depot be visited.'],
    ['someone leaving', 'Councillor Boyce left the meeting at 3.10pm.'],
    ['a paragraph of prose', 'Damp was then seen on a film.'],
  ])('%s ends it', async (_, below) => {
    const { resolutions = [] } = await minutesWith(
      `RESOLVED:\n\n1. That A be noted.\n\n2. That B be noted.\n\n${below}`,
    )
    expect(resolutions[0]?.clauses?.map(({ text }) => text)).toEqual(['That A be noted.', 'That B be noted.'])
  })

  test('however many there are, each is read once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 5 }),
        async (children) => {
          const printed: string[] = []
          const labels: string[] = []
          for (const [at, count] of children.entries()) {
            printed.push(`${at + 1}. That part ${'x'.repeat(at + 3)} be noted${count > 0 ? ' –' : ';'}`)
            labels.push(`${at + 1}`)
            for (let child = 0; child < count; child += 1) {
              const letter = String.fromCharCode(97 + child)
              printed.push(`${letter}. be done ${letter.repeat(4)};`)
              labels.push(`${at + 1}${letter}`)
            }
          }
          const { resolutions = [] } = await minutesWith(`RESOLVED:\n\n${printed.join('\n')}`)
          expect(resolutions).toHaveLength(1)
          expect(resolutions[0]?.clauses?.map(({ label }) => label)).toEqual(labels)
          expect(resolutions[0]?.text).toBe(printed.join(' '))
        },
      ),
      { numRuns: 40 },
    )
  })
})
