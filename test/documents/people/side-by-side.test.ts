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
