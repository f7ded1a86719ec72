import { describe, expect, test } from 'vitest'
import { agendaOf } from '../../src/documents/agenda-of.ts'
import type { Paper, PaperDocument, RestrictedMark } from '../../src/documents/paper.ts'
import type { DocumentKind } from '../../src/documents/record.ts'
import {
  closedMarks,
  countOf,
  emptyReading,
  readingOf,
  storedMarks,
  storedReading,
} from '../../src/publications/pack-reading.ts'
import { resultOf } from '../../src/publications/record-reading.ts'

const document = (kind: DocumentKind, fields: Partial<PaperDocument> = {}): PaperDocument => ({
  kind,
  where: {},
  doubts: [],
  ...fields,
})
const paper = (...documents: PaperDocument[]): Paper => ({
  file: 'pack.pdf',
  format: 'pdf',
  pages: 32,
  documents,
  restrictedMarks: [],
})

describe('the agenda of a pack', () => {
  test.each([
    ['stands first', [document('agenda'), document('minutes')], 'agenda'],
    ['is found behind a report', [document('report'), document('agenda')], 'agenda'],
    ['may be a supplement to one', [document('supplement'), document('report')], 'supplement'],
    [
      'is what comes first: its own, or an old one attached',
      [document('supplement'), document('agenda')],
      'supplement',
    ],
    ['may hold the minutes too', [document('report'), document('agenda+minutes')], 'agenda+minutes'],
  ])('%s', (_where, documents, kind) => {
    const found = agendaOf(paper(...documents))
    expect(found.ok && found.agenda.kind).toBe(kind)
  })

  test('is missed by name when the file holds other papers only', () => {
    expect(agendaOf(paper(document('minutes'), document('report')))).toEqual({
      ok: false,
      error: { code: 'not-an-agenda', file: 'pack.pdf', found: ['minutes', 'report'] },
    })
    expect(agendaOf(paper()).ok).toBe(false)
  })
})

describe('what is kept of a reading', () => {
  const agenda = document('agenda', {
    committee: 'Wellbeing Scrutiny',
    date: '2017-09-20',
    time: '10:00',
    chair: 'Ottilie Brandreth',
    members: ['Ottilie Brandreth'],
    items: [{ number: '1', title: 'Apologies', pages: '1-2', exempt: true, paragraph: '3' }],
    where: { kind: [{ page: 1, line: 1 }], committee: [{ page: 1, line: 3 }], items: [{ page: 2, line: 9 }] },
    doubts: [
      { code: 'weekday-differs', field: 'date', at: { page: 1, line: 4 }, text: 'Monday 20 September 2017' },
      { code: 'accounts-differ', field: 'votes', at: { page: 9, line: 4 }, text: 'six, or seven' },
    ],
  })

  test('is the agenda’s fields and what else the file holds, and comes back from the database unchanged', () => {
    const kept = readingOf(paper(agenda, document('minutes'), document('report')), agenda)
    expect(kept).toEqual({
      kind: 'agenda',
      committee: 'Wellbeing Scrutiny',
      date: '2017-09-20',
      time: '10:00',
      chair: 'Ottilie Brandreth',
      members: ['Ottilie Brandreth'],
      items: [{ number: '1', title: 'Apologies', pages: '1-2', exempt: true }],
      pages: 32,
      also: ['minutes', 'report'],
      where: { committee: [{ page: 1, line: 3 }], items: [{ page: 2, line: 9 }] },
      doubts: [
        {
          code: 'weekday-differs',
          field: 'date',
          at: { page: 1, line: 4 },
          text: 'Monday 20 September 2017',
        },
      ],
    })
    expect(storedReading(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  })

  test('stays small, however long the paper', () => {
    const at = Array.from({ length: 5_000 }, (_, line) => ({ page: 1, line }))
    const doubts = at.map(
      (place) => ({ code: 'which-person', field: 'members', at: place, text: 'x'.repeat(20_000) }) as const,
    )
    const kept = readingOf(paper(agenda), { ...agenda, where: { items: at, members: at }, doubts })
    expect(JSON.stringify(kept).length).toBeLessThan(50_000)
    expect(kept.doubts[0]?.text.endsWith('…')).toBe(true)
  })

  test('of an earlier version, without places and doubts, is still understood', () => {
    const before = { committee: 'Wellbeing Scrutiny', members: [], items: [], pages: 32, also: [] }
    expect(storedReading(before)).toEqual({ ...before, kind: 'agenda', where: {}, doubts: [] })
  })

  test('is empty for a pack that was typed, or not read yet', () => {
    expect(storedReading(null)).toEqual(emptyReading)
    expect(storedReading(undefined)).toEqual(emptyReading)
  })

  test('is refused loudly when the column holds something else', () => {
    expect(() => storedReading({ items: 'many' })).toThrow()
    expect(() => storedMarks([{ kind: 'confidential' }])).toThrow()
  })

  test('a file without an agenda keeps why, in words, and its marks', () => {
    const mark: RestrictedMark = { kind: 'confidential', page: 2, line: 1, text: 'CONFIDENTIAL', times: 4 }
    const read = { ...paper(document('minutes')), restrictedMarks: [mark] }
    const file = { name: 'minutes.pdf', bytes: new Uint8Array([1]) }
    const result = resultOf(file, { ok: true, paper: read })
    expect(result).toMatchObject({ ok: false, name: 'minutes.pdf', marks: [mark] })
    expect(!result.ok && result.problem).toContain('minutes')
  })
})

describe('marks of exempt matter', () => {
  const mark = (kind: string, times: number) => ({ kind, page: 1, line: 1, text: kind, times })

  test('are counted on every page where they stand', () => {
    expect(countOf([mark('confidential', 12), mark('part-two', 1)])).toBe(13)
    expect(countOf([])).toBe(0)
  })

  test('ask for an answer, except the sentence that stands on every open agenda', () => {
    const strong = mark('schedule-12a', 1)
    expect(closedMarks([mark('possible-exclusion', 3)])).toEqual([])
    expect(closedMarks([mark('possible-exclusion', 3), strong])).toEqual([strong])
  })
})
