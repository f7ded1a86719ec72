import { describe, expect, test } from 'vitest'
import { minutesSaying, minutesWith } from './minutes.ts'

describe('attendance is read from Welsh', () => {
  test.each([
    [
      'beside English',
      'YN BRESENNOL / PRESENT:\n\nY Cynghorydd / Councillor Ann Arkwell (Cadeirydd / Chair)\nY Cynghorwyr / Councillors: Bea Boyce (Is-gadeirydd / Vice-Chair), Cora Cardow\n\nAelod cyfetholedig / Co-opted Member: Mr Dan Dellow\n\nHefyd yn bresennol / Also in attendance: Fay Finch (Clerc / Clerk)\n\nYmddiheuriadau / Apologies: Y Cynghorydd / Councillor Gus Gray',
    ],
    [
      'behind English',
      'PRESENT / PRESENNOL\n\nCouncillor / Cynghorydd Ann Arkwell (Chair / Cadeirydd)\nCouncillors / Cynghorwyr Bea Boyce (Vice-Chair / Is-Gadeirydd), Cora Cardow a/and Dan Dellow\n\nOfficers / Swyddogion: Fay Finch (Clerk)\n\nApologies / Ymddiheuriadau: Councillor / Cynghorydd Gus Gray',
    ],
    [
      'alone',
      'Presennol: Y Cynghorydd Ann Arkwell (Cadeirydd)\nY Cynghorwyr Bea Boyce (Is-Gadeirydd), Cora Cardow a Dan Dellow\n\nWrth law: Fay Finch (Clerc)\n\nYmddiheuriadau: Y Cynghorydd Gus Gray',
    ],
  ])('%s', async (_, attendance) => {
    expect(await minutesWith(attendance)).toMatchObject({
      chair: 'Ann Arkwell',
      viceChair: 'Bea Boyce',
      present: ['Ann Arkwell', 'Bea Boyce', 'Cora Cardow', 'Dan Dellow'],
      inAttendance: ['Fay Finch'],
      apologies: ['Gus Gray'],
    })
  })
})

test.each([
  'Derbyniwyd ymddiheuriadau gan y Cynghorwyr Gus Gray a Hal Hale.\n\nApologies were received from Councillors Gus Gray and Hal Hale.',
  'Cafwyd ymddiheuriadau am absenoldeb gan / Apologies for absence were received from Cyng. / Cllrs. Gus Gray a/and Hal Hale.',
  'YMDDIHEURIADAU AM ABSENOLDEB\n\nApologies were received from Councillors Gus Gray and Hal Hale.',
])('apologies told in both languages are told once: %#', async (said) => {
  const minutes = await minutesSaying('Apologies for absence', said)
  expect(minutes.apologies).toEqual(['Gus Gray', 'Hal Hale'])
})
