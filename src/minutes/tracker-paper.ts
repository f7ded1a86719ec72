import { RAGS } from '../tracker/types.ts'
import { csvOf } from './csv.ts'
import type { Paper, PaperPart } from './paper-parts.ts'
import {
  byWhenLines,
  cellOf,
  meetingAndMinute,
  ragLines,
  sectionOf,
  standingLine,
  statusLines,
  whoLines,
} from './tracker-cells.ts'
import { closedPart, openPart, type PrintedRow, type TrackerModel } from './tracker-model.ts'
import { trackerPaperWords as say, TRACKER_SECTIONS } from './tracker-paper-words.en.ts'
import { COLUMN_SHARES, type TrackerProfile } from './tracker-profiles.ts'

/**
 * A committee's tracker for its next meeting, in its council's columns. What came from closed business is no part of
 * it but for its number.
 */
export function openTracker(
  model: TrackerModel,
  profile: TrackerProfile,
  inNumbers: readonly PaperPart[] = [],
): Paper {
  const open = openPart(model)
  const apart = model.rows.length - open.rows.length
  return {
    title: say.title(model.committee),
    under: [say.asOf(model.on, model.meetingOn)],
    isWide: true,
    parts: [
      ...partsOf(open, profile),
      ...(apart === 0 ? [] : [{ code: 'paragraph' as const, text: say.apart(apart) }]),
      ...inNumbers,
    ],
  }
}

/** What came from closed business, as a paper of its own; nothing where there is none. */
export function closedTracker(model: TrackerModel, profile: TrackerProfile): Paper | undefined {
  const closed = closedPart(model)
  if (closed.rows.length === 0) return undefined
  return {
    title: say.closedTitle(model.committee),
    under: [say.asOf(model.on, model.meetingOn)],
    isWide: true,
    parts: partsOf(closed, profile),
  }
}

function partsOf(model: TrackerModel, profile: TrackerProfile): PaperPart[] {
  const headings = say.sections(model.since)
  const head = profile.columns.map((column) => say.columns[column])
  const parts = TRACKER_SECTIONS.flatMap((section): PaperPart[] => {
    const rows = model.rows.filter((printed) => sectionOf(printed) === section)
    if (rows.length === 0) return []
    return [
      { code: 'heading', text: headings[section] },
      ...(section === 'event' ? [{ code: 'paragraph' as const, text: say.eventIntro }] : []),
      ...(section === 'over' ? [{ code: 'paragraph' as const, text: say.overIntro }] : []),
      {
        code: 'table',
        head,
        shares: profile.columns.map((column) => COLUMN_SHARES[column]),
        rows: rows.map((printed) => profile.columns.map((column) => cellOf(printed, column))),
      },
    ]
  })
  if (parts.length === 0) return [{ code: 'paragraph', text: say.none }]
  return [...parts, ...(profile.definesRag ? ragKey() : [])]
}

function ragKey(): PaperPart[] {
  return [
    { code: 'heading', text: say.ragKey },
    ...RAGS.map((rag) => ({ code: 'entry' as const, label: '•', text: say.ragMeans[rag], depth: 0 })),
  ]
}

/** Every field of every open row, for spreadsheets and for taking the tracker elsewhere (domain.md §4.8). */
export function trackerCsv(model: TrackerModel): Uint8Array {
  return csvOf([say.csv.columns, ...openPart(model).rows.map(csvRow)])
}

function csvRow(printed: PrintedRow): string[] {
  const { row, responses, updates, closedAt, goesOnAs } = printed
  const { due } = row
  const last = responses.at(-1)
  const of = (wanted: 'owner' | 'head') =>
    row.owners.flatMap(({ role, name }) => (role === wanted ? [name] : [])).join('; ')
  const said = (isOutcome: boolean) =>
    updates
      .filter(({ kind }) => (kind === 'outcome') === isOutcome)
      .map(({ kind, quarter, on, text, by }) =>
        kind === 'outcome' ? say.outcome(quarter, text) : say.update(on, text, by),
      )
      .join('\n')
  const [rag = '', ...before] = ragLines(printed)
  return [
    row.reference,
    row.backReference,
    say.kinds[row.kind],
    row.metOn ?? '',
    row.minute,
    row.path,
    row.topic,
    row.leadIn === '' ? row.text : `${row.leadIn} ${row.text}`,
    row.askerName,
    row.addressee,
    row.executiveMember,
    of('owner'),
    of('head'),
    row.dueText,
    due.kind === 'range' ? due.from : '',
    printed.dueDay ?? '',
    last === undefined ? '' : say.responded(last, say.responses[last.state]),
    last?.reasons ?? '',
    row.how,
    row.successMeasure,
    said(false),
    said(true),
    rag,
    before.join('\n'),
    row.status,
    standingLine(printed),
    closedAt?.metOn ?? '',
    closedAt?.minute ?? '',
    goesOnAs ?? '',
  ]
}

/** What one committee handed to another: each row under its reference before and its reference now. */
export function handOverPaper(
  of: { readonly from: string; readonly to: string; readonly on: string },
  rows: readonly { readonly before: PrintedRow; readonly after: PrintedRow }[],
): { readonly open: Paper; readonly closed: Paper | undefined } {
  const open = rows.filter(({ before }) => !before.row.isClosed)
  const closed = rows.filter(({ before }) => before.row.isClosed)
  const apart = closed.length === 0 ? [] : [{ code: 'paragraph' as const, text: say.apart(closed.length) }]
  return {
    open: {
      title: say.handOver.title(of.from, of.to),
      under: [say.asOf(of.on, undefined)],
      isWide: true,
      parts: [...handOverParts(open), ...apart],
    },
    closed:
      closed.length === 0
        ? undefined
        : {
            title: say.handOver.closedTitle(of.from, of.to),
            under: [say.asOf(of.on, undefined)],
            isWide: true,
            parts: handOverParts(closed),
          },
  }
}

/** Before, now, meeting, what was asked, who, by when, status. */
const HAND_OVER_SHARES = [10, 10, 13, 31, 14, 11, 11] as const

function handOverParts(
  rows: readonly { readonly before: PrintedRow; readonly after: PrintedRow }[],
): PaperPart[] {
  if (rows.length === 0) return [{ code: 'paragraph', text: say.none }]
  return [
    { code: 'paragraph', text: say.handOver.intro(rows.length) },
    {
      code: 'table',
      head: say.handOver.columns,
      shares: HAND_OVER_SHARES,
      rows: rows.map(({ before, after }) => [
        before.row.reference,
        after.row.reference,
        meetingAndMinute(before),
        cellOf(before, 'asked'),
        whoLines(after).join('\n'),
        byWhenLines(after).join('\n'),
        statusLines(after).join('\n'),
      ]),
    },
  ]
}
