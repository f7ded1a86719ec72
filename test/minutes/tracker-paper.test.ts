import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { openZip } from '../../src/documents/formats/zip.ts'
import { svgOf } from '../../src/minutes/chart.ts'
import { htmlOf } from '../../src/minutes/html.ts'
import type { Paper } from '../../src/minutes/paper-parts.ts'
import { closedTracker, handOverPaper, openTracker, trackerCsv } from '../../src/minutes/tracker-paper.ts'
import { COLUMN_SHARES, TRACKER_PROFILES, trackerProfiles } from '../../src/minutes/tracker-profiles.ts'
import { wordOf } from '../../src/minutes/word.ts'
import { entriesOfCsv } from '../../src/tracker/import-csv.ts'
import { importedRows } from '../../src/tracker/import-rows.ts'
import { printedRow, trackerOf } from './tracker-rows.ts'

const overdue = printedRow(
  {
    reference: 'R1/17',
    due: { kind: 'date', on: '2017-08-31', recurs: false },
    dueText: 'End of August',
    rag: 'red',
    owners: [
      { id: '1', role: 'owner', person: undefined, name: 'Ms Zadie Norcross' },
      { id: '2', role: 'head', person: undefined, name: 'Head of Benches' },
    ],
  },
  {
    asked: new Set(['headOfService', 'agenda']),
    ragsBefore: [
      { rag: 'amber', until: '2017-08-20' },
      { rag: undefined, until: '2017-08-10' },
    ],
    updates: [
      { kind: 'progress', quarter: '', on: '2017-08-20', text: 'Timber is late', by: 'Ms Zadie Norcross' },
      { kind: 'outcome', quarter: 'Q1', on: '2017-08-20', text: 'No bench yet', by: '' },
    ],
    responses: [
      {
        state: 'notedOnly',
        reasons: 'Cabinet will come back to it',
        proposed: '',
        body: 'Cabinet',
        consideredOn: '2017-08-15',
        minute: '31',
        publishedOn: undefined,
      },
    ],
  },
)
const inTime = printedRow({ reference: 'A2/17', due: { kind: 'date', on: '2017-12-01', recurs: false } })
const event = printedRow({
  reference: 'R3/17',
  due: { kind: 'event', happenedOn: undefined },
  dueText: 'once properly developed',
})
const standing = printedRow({ reference: 'R4/17', due: { kind: 'standing' } })
const proposed = printedRow({ reference: 'A5/17', state: 'proposed', completedOn: '2017-09-01' })
const closed = printedRow(
  { reference: 'A6/17', state: 'closed' },
  { closedAt: { metOn: '2017-08-09', minute: '30' } },
)
const paused = printedRow({ reference: 'A7/17', state: 'paused', pausedOn: '2017-09-01', pausedWhy: 'Frost' })
const SECRET = 'that the contractor Grimsdale be paid off'
const secret = printedRow({
  reference: 'A8/17',
  isClosed: true,
  text: SECRET,
  topic: 'Grimsdale contract',
  status: 'Grimsdale told',
})
const all = trackerOf(overdue, inTime, event, standing, proposed, closed, paused, secret)

/** The headings of a paper with the references of the rows below each. */
function outline(paper: Paper): [string, string[]][] {
  const found: [string, string[]][] = []
  for (const part of paper.parts) {
    if (part.code === 'heading') found.push([part.text, []])
    if (part.code === 'table')
      found.at(-1)?.[1].push(...part.rows.map((cells) => /[RAQ]\d+\/\d\d/.exec(cells.join(' '))?.[0] ?? ''))
  }
  return found
}

const text = (paper: Paper) => new TextDecoder().decode(htmlOf(paper))

test('a long name stands whole above the chart, line below line', () => {
  const title = 'What became of what was asked: Place and Corporate Overview and Scrutiny Committee, 2017/18'
  const lines = [...svgOf({ title, legend: ['Closed'], bars: [] }).matchAll(/font-weight="bold">([^<]*)</g)]
  expect(lines.map(([, line]) => line).join(' ')).toBe(title)
  expect(Math.max(...lines.map(([, line = '']) => line.length))).toBeLessThanOrEqual(60)
})

test('every profile’s columns take the page between them, whatever one of them holds', () => {
  for (const { columns } of Object.values(trackerProfiles))
    expect(columns.reduce((sum, column) => sum + COLUMN_SHARES[column], 0)).toBe(100)
})

describe('the tracker as a paper', () => {
  test.each(TRACKER_PROFILES)(
    'in %s, puts rows that stand alike together, and none of closed business',
    (name) => {
      const paper = openTracker(all, trackerProfiles[name])
      expect(outline(paper).filter(([, rows]) => rows.length > 0)).toEqual([
        ['Proposed as complete: for the committee to close', ['A5/17']],
        ['Open', ['R1/17', 'A2/17']],
        ['Waiting for something else to happen first', ['R3/17']],
        ['Standing conditions on later reports', ['R4/17']],
        ['Paused', ['A7/17']],
        ['Complete since the meeting of 9 August 2017', ['A6/17']],
      ])
      const printed = text(paper)
      expect(printed).not.toContain('Grimsdale')
      expect(printed).toContain('1 further row is from business that was closed to the public.')
      expect(printed).toContain('Wellbeing &amp; Care &lt;Scrutiny&gt; Committee')
      // Nothing is told by a colour or by grey alone.
      expect(printed).toContain('Overdue since 31 August 2017; head of service invited')
      expect(printed).toContain('Within its time, which ends on 1 December 2017')
      expect(printed).toContain('Complete: closed by the committee on 9 August 2017, minute 30')
      expect(printed).toContain('Done on 1 September 2017 by its owner’s word; proposed as complete')
      expect(printed).toContain('Paused since 1 September 2017: Frost')
      expect(printed).toContain('Waiting: once properly developed')
      // F31
      expect(printed).not.toMatch(/R3\/17[\s\S]*Overdue/)
      expect(printed).toContain('Red<br>Amber until 20 August 2017<br>Not rated until 10 August 2017')
      expect(printed).toContain('End of August<br>By 31 August 2017')
      expect(printed).toContain('Noted only, which is no acceptance: Cabinet, 15 August 2017, minute 31')
      expect(printed).toContain('Reasons: Cabinet will come back to it')
      expect(printed).toContain('20 August 2017 (Ms Zadie Norcross): Timber is late')
      expect(printed).toContain('Outcome Q1: No bench yet')
    },
  )

  test('defines its colours in the profile that rates by them, and only there', () => {
    const defines = TRACKER_PROFILES.filter((name) =>
      text(openTracker(all, trackerProfiles[name])).includes('What the colours mean'),
    )
    expect(defines).toEqual(['torbay'])
  })

  test('prints closed business in a paper of its own, and no paper where there is none', () => {
    const paper = closedTracker(all, trackerProfiles.plain)
    expect(paper && outline(paper)).toEqual([['Open', ['A8/17']]])
    expect(paper?.title).toContain('Not for publication')
    expect(paper && text(paper)).toContain(SECRET)
    expect(closedTracker(trackerOf(overdue), trackerProfiles.plain)).toBeUndefined()
  })

  test('says nothing of an answer that is not for the public but that it came', () => {
    const answered = printedRow({ isAnswered: true }, { answers: [{ on: '2017-09-01', text: undefined }] })
    expect(text(openTracker(trackerOf(answered), trackerProfiles.plymouth))).toContain(
      '1 September 2017: answered; the answer is not for the public',
    )
  })

  test('says so when nothing is tracked', () => {
    expect(openTracker(trackerOf(), trackerProfiles.plymouth).parts).toEqual([
      { code: 'paragraph', text: 'Nothing is being tracked.' },
    ])
  })

  test('is a Word document on its side, with header rows and a paragraph for each line', async () => {
    const zip = await openZip(await wordOf(openTracker(all, trackerProfiles.plain)), 10_000_000)
    const chunks: Uint8Array[] = []
    await zip.read('word/document.xml', (chunk) => void chunks.push(chunk))
    const xml = Buffer.concat(chunks).toString('utf8')
    expect(xml).toContain('w:orient="landscape"')
    expect(xml).toContain('<w:tblHeader/>')
    expect(xml).not.toContain('Grimsdale')
  })

  test('as CSV has every field of open rows, no formula, and can be taken over again', () => {
    const formula = printedRow({ reference: 'A9/17', text: '=1+1', dueText: 'Half Termly' })
    const bytes = trackerCsv(trackerOf(overdue, formula, secret))
    const rows: string[][] = parse(new TextDecoder().decode(bytes), { bom: true })
    expect(rows.map(([reference]) => reference)).toEqual(['Reference', 'R1/17', 'A9/17'])
    expect(rows.flat().join(' ')).not.toContain('Grimsdale')
    expect(rows[2]).toContain("'=1+1")
    const again = importedRows(entriesOfCsv(bytes) ?? []).rows
    expect(again).toMatchObject([
      {
        reference: 'R1/17',
        minute: '24',
        metOn: '2017-08-09',
        text: overdue.row.text,
        owner: 'Ms Zadie Norcross',
        dueText: 'End of August',
        rag: 'red',
      },
      { reference: 'A9/17', text: '=1+1', due: { kind: 'recurrence' } },
    ])
  })
})

describe('the hand-over paper', () => {
  test('has each row under its reference before and its reference now, closed business apart', () => {
    const after = printedRow({ reference: 'R40/17', owners: overdue.row.owners })
    const { open, closed: apart } = handOverPaper({ from: 'Old', to: 'New', on: '2017-09-06' }, [
      { before: overdue, after },
      { before: secret, after: printedRow({ reference: 'A41/17', isClosed: true, text: SECRET }) },
    ])
    const table = open.parts.find((part) => part.code === 'table')
    expect(table?.code === 'table' && table.rows.map((cells) => cells.slice(0, 2))).toEqual([
      ['R1/17', 'R40/17'],
    ])
    expect(text(open)).not.toContain('Grimsdale')
    expect(apart && text(apart)).toContain('A41/17')
  })
})
