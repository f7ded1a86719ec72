import { describe, expect, test } from 'vitest'
import { minutesWith } from './minutes.ts'

describe('a mark beside a name says who came, by its legend', () => {
  test.each([
    [
      'stars in a column of their own',
      'Committee Members present\n\n  *   Mr Ann Arkwell (Chairman)          Mrs Bea Boyce\n  *   Dr Cora Cardow               *     Mr Dan Dellow\n\n  *   = present',
    ],
    [
      'stars before the names, below which it says that they were absent',
      'Members:\nCllr Ann Arkwell (Chair)     *Cllr Bea Boyce\nCllr Cora Cardow             Cllr Dan Dellow\n\n* Absent',
    ],
    [
      'stars behind the names',
      'Membership:\nCouncillor Ann Arkwell (Chairman)*\nCouncillor Bea Boyce\nCouncillor Cora Cardow*\nCouncillor Dan Dellow*\n\n*Denotes member present',
    ],
    [
      'a legend above the list',
      'Present (those marked * were absent)\n\nCllr Ann Arkwell (Chair)\nCllr Bea Boyce*\nCllr Cora Cardow\nCllr Dan Dellow',
    ],
    [
      'an asterisk in words',
      'Members\n*Cllr Ann Arkwell (Chair)\nCllr Bea Boyce\n*Cllr Cora Cardow\n*Cllr Dan Dellow\n\nAn asterisk denotes attendance.',
    ],
    [
      'letters in a column',
      'Attendance: P = Present, A = Apologies, AB = Absent\n\nCllr Ann Arkwell (Chair)      P\nCllr Bea Boyce                AB\nCllr Cora Cardow              P\nCllr Dan Dellow               P',
    ],
    [
      'letters in brackets that nothing explains',
      'Councillors\nCllr Ann Arkwell (Chair) (P)\nCllr Bea Boyce (A)\nCllr Cora Cardow (P)\nCllr Dan Dellow (P)',
    ],
    [
      'those who looked on from afar without a vote',
      'Elected Members:\n\n*   Mrs Ann Arkwell (Chairman)\nr   Mrs Bea Boyce\n*   Dr Cora Cardow\n*   Mr Dan Dellow\n\n* present     r remote (no voting rights)',
    ],
    [
      'a tick in the column of those present, apologies or absent',
      'Councillor                  Present    Apologies    Absent\nCllr Ann Arkwell (Chair)       ✓\nCllr Bea Boyce                                        ✓\nCllr Cora Cardow               ✓\nCllr Dan Dellow                ✓',
    ],
    [
      'a cross where the others have a tick',
      '| Member | Ward | Attendance |\n|---|---|---|\n| Cllr Ann Arkwell (Chair) | Quay | ✓ |\n| Cllr Bea Boyce | Moor | x |\n| Cllr Cora Cardow | Moor | ✓ |\n| Cllr Dan Dellow | Quay | ✓ |',
    ],
  ])('%s', async (_, attendance) => {
    const minutes = await minutesWith(attendance)
    expect(minutes.chair).toBe('Ann Arkwell')
    expect(minutes.present).toEqual(['Ann Arkwell', 'Cora Cardow', 'Dan Dellow'])
  })
})

test('whose letter stands for apologies sent them', async () => {
  const minutes = await minutesWith(
    'P Present   A Apologies\n\nCllr Ann Arkwell (Chair) (P)\nCllr Bea Boyce (A)\nCllr Cora Cardow (P)',
  )
  expect(minutes).toMatchObject({ present: ['Ann Arkwell', 'Cora Cardow'], apologies: ['Bea Boyce'] })
})

test('a star of those who came by video is no absence, and its legend is nobody', async () => {
  const minutes = await minutesWith(
    'Present: Councillors Arkwell (Chair), Boyce*, Cardow and Dellow*\n\n* attended remotely',
  )
  expect(minutes.present).toEqual(['Arkwell', 'Boyce', 'Cardow', 'Dellow'])
})

test('a star that nothing explains says nothing', async () => {
  const minutes = await minutesWith(
    'Present: Councillors Arkwell (Chair), Boyce* and Cardow\n\n* Portfolio holder',
  )
  expect(minutes.present).toEqual(['Arkwell', 'Boyce', 'Cardow'])
})

test('officers below a table of ticks are in attendance', async () => {
  const minutes = await minutesWith(
    'Councillor          Present    Apologies\nCllr Ann Arkwell      ✓\nCllr Bea Boyce                    ✓\n\nOfficers:\nFay Finch      Clerk',
  )
  expect(minutes).toMatchObject({
    present: ['Ann Arkwell'],
    inAttendance: ['Fay Finch'],
    apologies: ['Bea Boyce'],
  })
})
