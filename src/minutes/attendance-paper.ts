import type { AttendanceSummary } from '../apologies/attendance-summary.ts'
import { attendancePaperWords as say } from './attendance-words.en.ts'
import { barChart } from './chart.ts'
import { csvOf } from './csv.ts'
import { wordOf } from './word.ts'

/** A file to hand out, with what is said of it to those who do not see it. */
export interface PaperFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly alt: string
}

/** Points on the page for the image's own width of 900 pixels. */
const CHART_WIDTH = 600
const CHART_PIXELS = 900
/** docs.slack.dev, files.getUploadURLExternal: `alt_txt`. */
const ALT_LIMIT = 1000

export async function attendanceChart(summary: AttendanceSummary): Promise<PaperFile> {
  const alt = say.paper.alt(summary)
  return {
    name: say.paper.file(summary, 'png'),
    bytes: await chartOf(summary),
    alt: alt.length > ALT_LIMIT ? `${alt.slice(0, ALT_LIMIT - 1)}…` : alt,
  }
}

export async function attendanceCsv(summary: AttendanceSummary): Promise<PaperFile> {
  const rows = summary.figures.map((one) => [
    one.name,
    one.expected,
    one.present,
    one.apologies,
    one.absent,
    one.observed,
    one.asSubstitute,
    one.percentage ?? '',
  ])
  return {
    name: say.paper.file(summary, 'csv'),
    bytes: csvOf([say.paper.columns, ...rows]),
    alt: say.paper.title(summary),
  }
}

export async function attendanceWord(summary: AttendanceSummary): Promise<PaperFile> {
  const png = await chartOf(summary)
  const title = say.paper.title(summary)
  const bytes = await wordOf({
    title,
    parts: [
      { code: 'paragraph', text: `${say.period(summary)} ${say.cancelledOut}` },
      ...(summary.unrecorded.length === 0
        ? []
        : [{ code: 'paragraph' as const, text: say.unrecorded(summary.unrecorded) }]),
      {
        code: 'table',
        head: say.paper.columns,
        rows: summary.figures.map((one) =>
          [
            one.name,
            one.expected,
            one.present,
            one.apologies,
            one.absent,
            one.observed,
            one.asSubstitute,
            one.percentage ?? '–',
          ].map(String),
        ),
      },
      {
        code: 'image',
        png,
        width: CHART_WIDTH,
        height: Math.round((heightOf(png) * CHART_WIDTH) / CHART_PIXELS),
        alt: say.paper.alt(summary),
      },
    ],
  })
  return { name: say.paper.file(summary, 'docx'), bytes, alt: title }
}

function chartOf(summary: AttendanceSummary): Promise<Uint8Array> {
  return barChart({
    title: say.paper.title(summary),
    legend: say.paper.legend,
    bars: summary.figures
      .filter(({ expected }) => expected > 0)
      .map((one) => ({
        name: one.name,
        parts: [one.present, one.apologies, one.observed, one.absent],
        note: say.paper.bar(one),
      })),
  })
}

/** PNG specification 11.2.2: the height stands at byte 20. */
function heightOf(png: Uint8Array): number {
  return new DataView(png.buffer, png.byteOffset).getUint32(20)
}
