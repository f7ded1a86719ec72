import { expect, test } from 'vitest'
import { reportLabel } from '../../../src/documents/records/reports/report-labels.ts'

test.each([
  ['Lead Officer and Report Author', 'author'],
  ['Name of Report Author', 'author'],
  ['Originating officer', 'author'],
  ['Will this be a Key Decision?', 'keyDecision'],
  ['Key Decision Reference', 'other'],
  ['Electoral wards affected and Ward Councillors consulted', 'wards'],
  ['Local Member(s) affected', 'other'],
  ['Cabinet Portfolio Holder', 'cabinetMember'],
  ['Accountable Cabinet Member', 'cabinetMember'],
  ['Lead Member / Officer', 'cabinetMember'],
  ['Executive Councillor', 'executiveLead'],
  ['Responsible Head of Service', 'other'],
  ['Final Decision-Maker', 'other'],
  ['Meeting Date and Time', 'date'],
  ['Subject Matter', 'title'],
  ['Name of officer', 'supportingOfficer'],
])('%s stands for %s', (printed, label) => {
  expect(reportLabel(printed)).toBe(label)
})

test.each([
  'Head of Housing',
  'Director of Place',
  'Ann Boyce, Lead Officer',
  'Ferry',
  'Scrutiny of the ferries',
])('%s is a value, no label', (printed) => {
  expect(reportLabel(printed)).toBeUndefined()
})
