import { expect, test } from 'vitest'
import { agendaOf } from '../../../src/documents/agenda-of.ts'
import { paperOf, plainAgenda } from '../papers.ts'

const minutes = `Housing Scrutiny Panel

Thursday 7 January 2027

PRESENT:

Councillor Mrs Arkwell, in the Chair.
Councillors Cardow and Eaves.

The meeting started at 2.00 pm and finished at 3.10 pm.

11. Minutes

The minutes were agreed.

12. Damp

(Pages 3 - 4)

Agreed that a report is brought.
`
const report = `WEXBOURNE BOROUGH COUNCIL

Subject: Repairs and damp
Committee: Housing Scrutiny Panel
Date: 4 March 2027
Cabinet Member: Councillor Frobe
Author: Jan Hobbs
Key Decision: No

1. Background

Damp is wet.
`
const programme = `Work Programme 2026/27

Date of meeting   Item   Purpose   Lead officer
4 March 2027   Repairs   To review   Jan Hobbs
`

test('a pack is taken apart, and its agenda holds nothing of the papers behind it', async () => {
  const paper = await paperOf(`${plainAgenda}\n${minutes}\n${report}\n${programme}`)
  expect(paper.documents.map((one) => one.kind)).toEqual(['agenda', 'minutes', 'report', 'work-programme'])
  const [agenda, old, paperOfItem] = paper.documents
  expect(agenda).toMatchObject({
    date: '2027-03-04',
    items: [{ number: '1' }, { number: '2', pages: '3-8' }, { number: '3', pages: '9-20' }],
  })
  expect(agenda?.items).toHaveLength(3)
  expect(old).toMatchObject({ committee: 'Housing Scrutiny Panel', date: '2027-01-07' })
  expect(paperOfItem).toMatchObject({
    title: 'Repairs and damp',
    committee: 'Housing Scrutiny Panel',
    date: '2027-03-04',
  })
})

test('a stamp "Agenda Item 2" is where the papers begin', async () => {
  const paper = await paperOf(`${plainAgenda}\nAgenda Item 2\n\n4. Not an item\n\n5. Nor this\n`)
  expect(paper.documents[0]?.items?.map((item) => item.number)).toEqual(['1', '2', '3'])
})

test.each([
  ['minutes', minutes],
  [
    'minutes',
    `MINUTES of the meeting of the Housing Panel held on 7 January 2027\n\nPresent: Councillor Arkwell\n\n1. Apologies\n\nNone.\n`,
  ],
  ['report', report],
  [
    'agenda+minutes',
    'Agenda and draft minutes\n\nHousing Panel - Thursday, 7th January, 2027 2.00 pm\n\nItems\nNo. Item\n\n1.\n\nApologies\n\nMinutes:\n\nNone.\n\n2.\n\nDamp\n\nMinutes:\n\nNoted.\n',
  ],
  ['decisions', 'Decision Notice\n\nHousing Panel\n\n7 January 2027\n\n1. Damp\n'],
  [
    'supplement',
    'Dear Member\n\nHOUSING PANEL - THURSDAY, 4 MARCH 2027\n\nI enclose the following reports that were unavailable when the agenda was printed.\n\nAgenda No   Item   Page\n\n9. Damp   (Pages 21 - 30)\n',
  ],
  ['agenda', plainAgenda],
])('%s is recognised', async (kind, text) => {
  expect((await paperOf(text)).documents.map((one) => one.kind)).toEqual([kind])
})

test('a supplement gives the meeting, the date of its letter and its items', async () => {
  const [supplement] = (
    await paperOf(`Clerk: Ann Moss

Date: Friday, 26 February 2027

Dear Member

HOUSING PANEL - THURSDAY, 4 MARCH 2027

I enclose the following reports that were unavailable when the agenda was printed.

Agenda No   Item   Page

9. Damp   (Pages 21 - 30)
`)
  ).documents
  expect(supplement).toMatchObject({
    committee: 'HOUSING PANEL',
    date: '2027-03-04',
    published: '2027-02-26',
    clerk: 'Ann Moss',
    items: [{ number: '9', title: 'Damp', pages: '21-30' }],
  })
})

test('a text that is no council paper has no documents, and says so as an agenda', async () => {
  const paper = await paperOf(
    'Dear Sir,\n\nThank you for your letter about the drains.\n\nYours faithfully\n',
  )
  expect(paper.documents).toEqual([])
  expect(agendaOf(paper)).toEqual({
    ok: false,
    error: { code: 'not-an-agenda', file: 'paper.txt', found: [] },
  })
})

test('a file of minutes alone is no agenda', async () => {
  expect(agendaOf(await paperOf(minutes))).toMatchObject({
    ok: false,
    error: { code: 'not-an-agenda', found: ['minutes'] },
  })
})
