import { expect, test } from 'vitest'
import { firstOf } from '../papers.ts'

test('a front sheet whose labels and values stand on lines of their own', async () => {
  expect(
    await firstOf(`4 MAY 2027

Ferry Fares Report, 2027-28

Ports Scrutiny Committee

4 May 2027

Will this be a Key Decision?

No

Final Decision-Maker

Council

Lead Head of Service

Ann Boyce, Head of Ports

Lead Officer and Report Author

Bob Cardow, Ferry Officer

Wards affected

All

This report makes the following recommendations to the Committee:

1.   That the fares be considered; and

2.   That the Chairman settle the date of the review.

Timetable

Meeting

Date

Council

9 June 2027

1. INTRODUCTION

1.1 The Committee asked for the report.
`),
  ).toMatchObject({
    kind: 'report',
    title: 'Ferry Fares Report, 2027-28',
    committee: 'Ports Scrutiny Committee',
    date: '2027-05-04',
    keyDecision: false,
    author: 'Bob Cardow',
    wards: 'All',
    recommendations: [
      { label: '1', text: 'That the fares be considered; and' },
      { label: '2', text: 'That the Chairman settle the date of the review.' },
    ],
  })
})

test('the name stands on the first line of a value, and the office below it', async () => {
  expect(
    await firstOf(`Report title

Piers: a survey

Report to

Ports Scrutiny Panel

Report author

Ann Boyce
Finance Manager
ann.boyce@wexbourne.gov.uk

Cabinet portfolio holder

Cllr Dora Eaves, Ports

Ward(s) affected

All

Recommendations

1. That the Panel notes the survey.

2. That the Panel asks for a note.
`),
  ).toMatchObject({
    kind: 'report',
    title: 'Piers: a survey',
    author: 'Ann Boyce',
    cabinetMember: 'Dora Eaves',
    recommendations: [{ label: '1' }, { label: '2' }],
  })
})

test('where no label holds the title, it is the heading above the labels', async () => {
  expect(
    await firstOf(`# Ferry fares: progress

**Committee:** Ports Scrutiny Committee

**Date:** 4 May 2027

**Report author:** Ann Boyce

**Key decision:** Yes

**Wards affected:** All wards

3. What are the Recommendations?

3.1 That the Committee considers the report.
`),
  ).toMatchObject({
    kind: 'report',
    title: 'Ferry fares: progress',
    committee: 'Ports Scrutiny Committee',
    keyDecision: true,
    recommendations: [{ label: '3.1', text: 'That the Committee considers the report.' }],
  })
})
