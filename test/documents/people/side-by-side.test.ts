import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minutesWith } from './minutes.ts'

describe('those present stand side by side', () => {
  test.each([
    [
      'with what belongs to a name below it',
      'Present:\n\nCouncillor Arkwell        Councillor Cardow\n(Chair)                   Councillor Dellow\nCouncillor Boyce          Councillor Eaves\n(Vice-Chair)',
    ],
    [
      'behind the label',
      'Present:     Councillor Arkwell (Chair)      Councillor Boyce (Vice-Chair)\n             Councillor Cardow               Councillor Dellow\n             Councillor Eaves',
    ],
    [
      'under their parties',
      'Present:\n\nLabour                    Conservative               Green\n\nCouncillor Arkwell        Councillor Boyce           Councillor Eaves\n(Chair)                   (Vice-Chair)\nCouncillor Cardow         Councillor Dellow',
    ],
    [
      'in a table with their councils and whether they came',
      'Present:\nName\tAuthority\tAttendance\nCllr Arkwell (Chair)\tHarland Council\tPresent\nCllr Boyce (Vice Chair)\tEasby Council\tPresent\nCllr Cardow\tHarland Council\tPresent\nCllr Dellow\tHarland Council\tPresent\nCllr Eaves\tEasby Council\tPresent\nCllr Finch\tEasby Council\tApologies',
    ],
    [
      'in a table with their wards',
      'Members present\n\nMember\tWard\nCllr Arkwell (Chair)\tGreat Harland\nCllr Boyce (Vice Chair)\tQuay\nCllr Cardow\tOld Harbour\nCllr Dellow\tQuay\nCllr Eaves\tSt Brannoc',
    ],
    [
      'with the office in a column',
      'Present:\nCllr Arkwell (CA)               Councillor/Chair\nCllr Boyce (CB)                 Vice Chair\nCllr Cardow (CC)                Councillor\nCllr Dellow (CD)                Councillor\nCllr Eaves (CE)                 Councillor',
    ],
  ])('%s', async (_, attendance) => {
    const { chair, viceChair, present } = await minutesWith(attendance)
    expect({ chair, viceChair, present: present?.toSorted() }).toEqual({
      chair: 'Arkwell',
      viceChair: 'Boyce',
      present: ['Arkwell', 'Boyce', 'Cardow', 'Dellow', 'Eaves'],
    })
  })
})

const surname = fc.constantFrom(
  'Ash',
  'Birch',
  'Cardow',
  'Dellow',
  'Eaves',
  'Finch',
  'Gorse',
  'Hazel',
  'Ivy',
  'Larch',
)
const names = fc.uniqueArray(surname, { minLength: 3, maxLength: 10 })
const inColumns = (people: readonly string[], columns: number): string =>
  Array.from({ length: Math.ceil(people.length / columns) }, (_, row) =>
    people
      .slice(row * columns, (row + 1) * columns)
      .map((name) => `Councillor ${name}`.padEnd(30))
      .join('')
      .trimEnd(),
  ).join('\n')

test('the same people are present however many stand on a line', async () => {
  await fc.assert(
    fc.asyncProperty(names, fc.integer({ min: 1, max: 4 }), async (people, columns) => {
      const { present } = await minutesWith(`Present:\n\n${inColumns(people, columns)}`)
      expect(present?.toSorted()).toEqual(people.toSorted())
    }),
    { numRuns: 60 },
  )
})

describe('members of a joint committee, and the councils that they come from', () => {
  test.each([
    [
      'in a column with a head of its own',
      'Present:                              Representing:\n\nCouncillor Ann Arkwell (Chair)        Wexbourne Council\nCouncillor Bea Boyce (Vice-Chair)     Harland County Council\nCouncillor Cora Cardow                Harland County Council\n\nApologies:\n\nCouncillor Dan Dellow                 Norwold Council',
    ],
    [
      'under the heads of a table that the longest name nearly fills',
      'Present\nCouncillor                      Authority\nCouncillor Ann Arkwell (Chair)  Wexbourne\nCouncillor Bea Boyce (Vice-Chair)  Harland\nCouncillor Cora Cardow          Harland\n\nApologies\nCouncillor Dan Dellow           Norwold',
    ],
    [
      'before them',
      'Present:\nWexbourne Borough Council: Councillor Ann Arkwell (Chair)\nHarland County Council: Councillors Bea Boyce (Vice-Chair) and Cora Cardow\n\nApologies: Councillor Dan Dellow (Norwold Council)',
    ],
    [
      'above them',
      'Present:\n\nWexbourne Borough Council\nCouncillor Ann Arkwell (Chair)\n\nHarland County Council\nCouncillor Bea Boyce (Vice-Chair)\nCouncillor Cora Cardow\n\nApologies: Councillor Dan Dellow',
    ],
    [
      'with divisions beside offices',
      'Members in attendance:\n\nCllr Ann Arkwell           Chair, Quay Division\nCllr Bea Boyce             Vice Chair, Old Town Division\nCllr Cora Cardow           Moor Division\n\nApologies were received from:\n\nCllr Dan Dellow            Moor Division',
    ],
  ])('%s', async (_, attendance) => {
    expect(await minutesWith(attendance)).toMatchObject({
      chair: 'Ann Arkwell',
      viceChair: 'Bea Boyce',
      present: ['Ann Arkwell', 'Bea Boyce', 'Cora Cardow'],
      apologies: ['Dan Dellow'],
    })
  })
})

test('labels that a narrow column broke over two lines', async () => {
  const minutes = await minutesWith(
    'Committee:    Cllr A Arkwell (Chair)          Cllr B Boyce\n              Cllr C Cardow\n\nSubstitutes:  Cllr D Dellow (for Cllr E Eaves)\n\nMembers also  Cllr F Finch (Portfolio Holder), Cllr G Gray (call-in signatory),\nattending:    Cllr H Hale (call-in signatory)\n\nOfficers in   Director of Place (Ida Ives), Scrutiny Officer (Jon Jarrow),\nattendance:   Kit Kemp',
  )
  expect(minutes).toMatchObject({
    chair: 'A Arkwell',
    present: ['A Arkwell', 'B Boyce', 'C Cardow', 'D Dellow'],
    inAttendance: ['F Finch', 'G Gray', 'H Hale', 'Ida Ives', 'Jon Jarrow', 'Kit Kemp'],
    substitutes: [{ for: 'E Eaves', by: 'D Dellow' }],
  })
})

test('one person on a line each, with a role after a comma', async () => {
  const minutes = await minutesWith(
    'Present: Councillors Arkwell (Chair), Boyce and Cardow\n\nIn attendance:\n\nDr Dan Dellow, Medical Director, Harland Integrated Care Board\nEve Eaves, Programme Director, Harland Integrated Care Board\nCouncillor F Finch - Cabinet Member, Clean Streets\nGus Gray, Healthwatch Harland\nHal Hale, Assistant to Dr Ives MP',
  )
  expect(minutes.inAttendance).toEqual(['Dan Dellow', 'Eve Eaves', 'F Finch', 'Gus Gray', 'Hal Hale'])
})
