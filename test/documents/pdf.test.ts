import { expect, test } from 'vitest'
import { readPdf } from '../../src/documents/formats/pdf.ts'
import { joinLines } from '../../src/documents/lines/join-lines.ts'
import { readPaper } from '../../src/documents/read-paper.ts'
import { mustRead, printed } from './papers.ts'

async function linesOf(bytes: Uint8Array): Promise<string[][]> {
  const read = await readPdf(bytes)
  if (!read.ok) throw new Error(read.code)
  return read.pages.map((page) => page.map((line) => line.text))
}

test('lines are read from the top, words and raised letters on one baseline together', async () => {
  const bytes = await printed((doc) => {
    doc.text('below, printed first', 60, 300)
    doc.text('5', 60, 100, { lineBreak: false }).fontSize(7).text('th', 66.5, 98.5, { lineBreak: false })
    doc.fontSize(11).text('March', 76, 100)
  })
  expect(await linesOf(bytes)).toEqual([['5th March', 'below, printed first']])
})

test('what stands far apart on a line are cells of their own', async () => {
  const bytes = await printed((doc) => {
    doc
      .text('4.', 60, 100, { lineBreak: false })
      .text('Minutes', 90, 100, { lineBreak: false })
      .text('(Pages 1 - 6)', 450, 100)
    doc.text('A second line so that this is no scan.')
  })
  const read = await readPdf(bytes)
  expect(read.ok && read.pages[0]?.[0]?.cells.map((cell) => cell.text)).toEqual([
    '4.',
    'Minutes',
    '(Pages 1 - 6)',
  ])
})

test('two columns of prose are read one after the other', async () => {
  const left =
    'the left column tells of repairs, of the damp in the walls and of what the tenants said about it all when they were asked by the panel in the autumn of the year, at length and with photographs of every room'
  const right =
    'while the right column is about parking, and who may stop where, and for how long, and what becomes of the money that the machines on the quay take in every week of the summer, less what they cost to empty'
  const bytes = await printed((doc) => {
    doc.text(left, 60, 100, { width: 210 })
    doc.text(right, 330, 100, { width: 210 })
  })
  expect((await linesOf(bytes))[0]?.join(' ')).toBe(`${left} ${right}`)
})

test('a table is read row by row', async () => {
  const rows = [
    ['4 March', 'Repairs'],
    ['8 July', 'Parking'],
    ['9 Sept', 'Budget'],
    ['4 Nov', 'Parks'],
    ['2 Dec', 'Pier'],
    ['6 Jan', 'Bins'],
    ['3 Feb', 'Damp'],
  ]
  const bytes = await printed((doc) => {
    for (const [at, [date = '', item = '']] of rows.entries())
      doc.text(date, 60, 100 + 20 * at, { lineBreak: false }).text(item, 300, 100 + 20 * at)
  })
  expect((await linesOf(bytes))[0]).toEqual(rows.map((row) => row.join(' ')))
})

test('running headers, page numbers and blank pages are no part of the documents, but marks in them are found', async () => {
  const bytes = await printed(
    (doc) => {
      for (const [at, page] of [
        ['Agenda', 'Housing Panel', 'Thursday 4 March 2027', '1. Apologies', '2. Repairs and damp'],
        ['3. Parking', '4. Parks'],
        ['This page is intentionally left blank'],
        ['5. Pier', '6. Close'],
      ].entries()) {
        if (at > 0) doc.addPage()
        doc.text('Confidential', 60, 30).text(`Page ${at + 1}`, 280, 800, { lineBreak: false })
        doc.text('', 60, 100)
        for (const line of page) doc.text(line).moveDown(1)
      }
    },
    { margin: 20 },
  )
  const paper = mustRead(await readPaper({ name: 'a.pdf', bytes }))
  expect(paper.pages).toBe(4)
  expect(paper.documents[0]?.items?.map((item) => item.title)).toEqual([
    'Apologies',
    'Repairs and damp',
    'Parking',
    'Parks',
    'Pier',
    'Close',
  ])
  expect(paper.restrictedMarks).toEqual([
    { kind: 'confidential', page: 1, line: 1, text: 'Confidential', times: 4 },
  ])
})

test('a closed pack shows its marks with their pages', async () => {
  const bytes = await printed((doc) => {
    doc
      .text('Wexbourne Borough Council')
      .moveDown()
      .text('Housing Panel')
      .moveDown()
      .text('Thursday 4 March 2027')
      .moveDown()
    doc
      .text('AGENDA')
      .moveDown()
      .text('1. Apologies')
      .moveDown()
      .text('Part II (Private Meeting)')
      .moveDown()
      .text('2. Lease of the pier')
    doc
      .addPage()
      .text('NOT FOR PUBLICATION')
      .moveDown()
      .text('By virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972')
  })
  const paper = mustRead(await readPaper({ name: 'closed.pdf', bytes }))
  expect(paper.restrictedMarks.map((mark) => [mark.kind, mark.page])).toEqual([
    ['part-two', 1],
    ['not-for-publication', 2],
    ['schedule-12a', 2],
  ])
  expect(paper.documents[0]?.items?.at(-1)).toEqual({
    number: '2',
    title: 'Lease of the pier',
    exempt: true,
    paragraph: '3',
  })
})

test('a word broken at the end of a line is mended where the paper spells it so, and a hyphen is kept otherwise', () => {
  expect(joinLines(['the partner-', 'ship of'], new Set(['partnership']))).toBe('the partnership of')
  expect(joinLines(['a long-', 'term plan'], new Set(['plan']))).toBe('a long-term plan')
  expect(joinLines(['Repairs -', 'Damp'])).toBe('Repairs - Damp')
})

test('the bytes that were handed over stay as they were', async () => {
  const bytes = await printed((doc) => doc.text('Agenda for the Housing Panel'))
  const before = bytes.slice()
  await readPaper({ name: 'a.pdf', bytes })
  expect(bytes).toEqual(before)
})
