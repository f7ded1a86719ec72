import type { TrackerFigures } from '../tracker/figures.ts'
import type { PaperFile } from './attendance-paper.ts'
import { barChart } from './chart.ts'
import { csvOf } from './csv.ts'
import type { PaperPart } from './paper-parts.ts'
import { type FiguresOf, figuresWords as say } from './tracker-figures-words.en.ts'
import { day } from './tracker-paper-words.en.ts'
import { wordOf } from './word.ts'

/** The numbers of a committee's year, with how much is overdue in each committee of whoever asks. */
export interface PrintedFigures {
  readonly of: FiguresOf
  readonly figures: TrackerFigures
  readonly byCommittee: readonly { readonly name: string; readonly count: number }[]
}

/** Points on the page for the image's own width of 900 pixels. */
const CHART_WIDTH = 600
const CHART_PIXELS = 900
/** docs.slack.dev, files.getUploadURLExternal: `alt_txt`. */
const ALT_LIMIT = 1000

/** What became of what was asked: a bar for each kind, its parts told apart by lightness and by their numbers. */
export async function figuresChart({ of, figures }: PrintedFigures): Promise<PaperFile> {
  const alt = say.alt(of, figures)
  return {
    name: say.file(of, 'png'),
    bytes: await chartOf(of, figures),
    alt: alt.length > ALT_LIMIT ? `${alt.slice(0, ALT_LIMIT - 1)}…` : alt,
  }
}

export async function figuresWord(printed: PrintedFigures): Promise<PaperFile> {
  const title = say.title(printed.of)
  const bytes = await wordOf({ title, parts: [...(await figuresParts(printed)), ...committeeParts(printed)] })
  return { name: say.file(printed.of, 'docx'), bytes, alt: title }
}

/** For the annual report: every number with its name, and below it who owes what and what came late. */
export function figuresCsv({ of, figures, byCommittee }: PrintedFigures): PaperFile {
  const rows: (readonly (string | number)[])[] = [
    say.columns,
    ...say.lines(figures),
    [],
    say.ownerColumns,
    ...figures.overdueByOwner.map(({ name, count }) => [name, count]),
    [],
    say.committeeColumns,
    ...byCommittee.map(({ name, count }) => [name, count]),
    [],
    say.lateColumns,
    ...figures.late.map(({ reference, text, dueOn, respondedOn, daysLate }) => [
      reference,
      text ?? say.closedBusiness,
      dueOn,
      respondedOn ?? say.notYet,
      daysLate,
    ]),
  ]
  return { name: say.file(of, 'csv'), bytes: csvOf(rows), alt: say.title(of) }
}

/** The numbers as parts of a paper: the committee's item has them below its rows. */
export async function figuresParts({ of, figures }: PrintedFigures): Promise<PaperPart[]> {
  if (figures.made === 0) return [{ code: 'paragraph', text: say.none }]
  const png = await chartOf(of, figures)
  return [
    { code: 'paragraph', text: say.period(of) },
    { code: 'table', head: say.columns, rows: say.lines(figures).map((line) => [...line]) },
    {
      code: 'image',
      png,
      width: CHART_WIDTH,
      height: Math.round((heightOf(png) * CHART_WIDTH) / CHART_PIXELS),
      alt: say.alt(of, figures),
    },
    ...(figures.overdueByOwner.length === 0
      ? []
      : [
          {
            code: 'table' as const,
            caption: say.overdueByOwner,
            head: say.ownerColumns,
            rows: figures.overdueByOwner.map(({ name, count }) => [name, String(count)]),
          },
        ]),
    ...(figures.late.length === 0
      ? []
      : [
          {
            code: 'table' as const,
            caption: say.late,
            head: say.lateColumns,
            rows: figures.late.map(({ reference, text, dueOn, respondedOn, daysLate }) => [
              reference,
              text ?? say.closedBusiness,
              day(dueOn),
              respondedOn === undefined ? say.notYet : day(respondedOn),
              String(daysLate),
            ]),
          },
        ]),
  ]
}

function committeeParts({ byCommittee }: PrintedFigures): PaperPart[] {
  if (byCommittee.length < 2) return []
  return [
    {
      code: 'table',
      caption: say.overdueByCommittee,
      head: say.committeeColumns,
      rows: byCommittee.map(({ name, count }) => [name, String(count)]),
    },
  ]
}

function chartOf(of: FiguresOf, { byKind }: TrackerFigures): Promise<Uint8Array> {
  return barChart({
    title: say.title(of),
    legend: say.chartLegend,
    bars: byKind
      .filter(({ made }) => made > 0)
      .map(({ kind, made, closed, answered, open, overdue }) => ({
        name: say.kinds[kind],
        parts: [closed, answered, open, overdue],
        note: String(made),
      })),
  })
}

/** PNG specification 11.2.2: the height stands at byte 20. */
function heightOf(png: Uint8Array): number {
  return new DataView(png.buffer, png.byteOffset).getUint32(20)
}
