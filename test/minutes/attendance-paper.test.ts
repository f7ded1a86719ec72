import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AttendanceSummary } from '../../src/apologies/attendance-summary.ts'
import { openZip } from '../../src/documents/formats/zip.ts'
import { attendanceChart, attendanceCsv, attendanceWord } from '../../src/minutes/attendance-paper.ts'
import { attendanceView } from '../../src/minutes/attendance-view.ts'
import { svgOf } from '../../src/minutes/chart.ts'
import { csvOf } from '../../src/minutes/csv.ts'
import { textsOf } from '../support/shown.ts'
import { expectShowable, longPerson } from '../support/worst-case.ts'

const figures = (name: string, present: number, apologies: number, absent = 0) => ({
  personId: name,
  name,
  expected: present + apologies + absent,
  present,
  apologies,
  absent,
  observed: 0,
  asSubstitute: 0,
  percentage: Math.round((present * 100) / (present + apologies + absent)),
})
const summary: AttendanceSummary = {
  committeeId: 'c',
  committee: 'Wellbeing & Care <Scrutiny> Committee',
  period: { from: '2017-05-01', until: '2018-04-30' },
  held: 6,
  unrecorded: ['2018-03-07'],
  figures: [
    figures('Councillor Ottilie Brandreth', 5, 0),
    figures('Councillor Siân ŵyn-Ŷork', 3, 1, 1),
    figures('=HYPERLINK("https://evil.example")', 1, 4),
  ],
}

describe('the chart of attendance', () => {
  test('is a PNG image of its own height, with a text for those who do not see it', async () => {
    const { bytes, alt, name } = await attendanceChart(summary)
    expect([...bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    expect(new DataView(bytes.buffer, bytes.byteOffset).getUint32(16)).toBe(900)
    expect(alt).toContain('Councillor Ottilie Brandreth: present at 5 of 5.')
    expect(name).toBe('attendance-wellbeing-care-scrutiny-committee-2017-18.png')
  })

  test('takes any name for text, and prints each number', () => {
    const svg = svgOf({
      title: 'A & B <c>',
      legend: ['Present'],
      bars: [{ name: '</text><script>', parts: [3, 1], note: '75%' }],
    })
    expect(svg).not.toContain('<script>')
    expect(svg).toContain('>3</text>')
    expect(svg).toContain('75%')
  })
})

test('the view of a large committee is showable, whatever people are called', () => {
  const names = Array.from({ length: 120 }, (_, place) => longPerson(place))
  const view = attendanceView({
    committees: [{ value: 'c', text: 'A committee' }],
    years: [summary.period],
    summary: { ...summary, figures: names.map((name) => figures(name, 3, 2, 1)) },
    toRecord: Array.from({ length: 10 }, () => ({ meetingId: 'm', day: '2018-03-07' })),
  })
  expectShowable(view)
  expect(textsOf(view).join('')).toContain('• Councillor 119 ')
})

describe('the CSV of attendance', () => {
  test('has a row a member under its headings, and no formula', async () => {
    const text = new TextDecoder().decode((await attendanceCsv(summary)).bytes)
    const rows: string[][] = parse(text, { bom: true })
    expect(rows[0]?.[0]).toBe('Name')
    expect(rows[1]).toEqual(['Councillor Ottilie Brandreth', '5', '5', '0', '0', '0', '0', '100'])
    expect(rows[3]?.[0]).toBe('\'=HYPERLINK("https://evil.example")')
  })

  test('gives back every text, and none begins a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (cells) => {
        const [row = []]: string[][] = parse(new TextDecoder().decode(csvOf([cells])), {
          bom: true,
          relax_column_count: true,
          skip_empty_lines: false,
        })
        expect(row).toEqual(cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)))
        for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})

describe('the Word document of attendance', () => {
  test('has a language, real headings, a table with a repeated head, and a text for its chart', async () => {
    const zip = await openZip((await attendanceWord(summary)).bytes, 10_000_000)
    const part = async (name: string) => {
      const chunks: Uint8Array[] = []
      await zip.read(name, (chunk) => void chunks.push(chunk))
      return Buffer.concat(chunks).toString('utf8')
    }
    const document = await part('word/document.xml')
    expect(document).toContain('w:tblHeader')
    expect(document).toContain('Heading1')
    expect(document).toContain('Wellbeing &amp; Care &lt;Scrutiny&gt; Committee')
    expect(document).toContain('present at 5 of 5.')
    expect(document).toContain('Not recorded yet, so left out: Wed 7 Mar.')
    expect(await part('word/styles.xml')).toContain('en-GB')
  })
})
