import type { AttendanceSummary } from '../apologies/attendance-summary.ts'
import { longDate, shortDate } from '../calendar/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

type Figures = AttendanceSummary['figures'][number]

/** What clerks read of attendance over a year, on the screen and on paper. */
export const attendancePaperWords = {
  title: 'Attendance',
  close: 'Close',
  committee: 'Committee',
  year: 'Municipal year',
  yearText: ({ from, until }: AttendanceSummary['period']) => `${from.slice(0, 4)}/${until.slice(2, 4)}`,
  heading: (summary: AttendanceSummary): Mrkdwn =>
    mrkdwn`*${summary.committee}*\n${attendancePaperWords.period(summary)}`,
  period: ({ period, held }: AttendanceSummary) =>
    `${longDate(period.from)} to ${longDate(period.until)}: ${meetings(held)} took place.`,
  cancelledOut: 'Cancelled and postponed meetings are left out. Apologies are not an approval of an absence.',
  unrecorded: (days: readonly string[]) =>
    days.length === 1
      ? `Not recorded yet, so left out: ${days.map(shortDate).join(', ')}.`
      : `Not recorded yet, so left out: ${meetings(days.length)} (${days.map(shortDate).join(', ')}).`,
  none: (): Mrkdwn =>
    mrkdwn`Nothing is recorded in this year. *Record who came* stands in the list of each meeting in your clerks’ channel, once it has begun.`,
  line: (one: Figures): Mrkdwn => {
    const parts = [
      `present at ${one.present} of ${one.expected}`,
      ...(one.percentage === undefined ? [] : [`${one.percentage}%`]),
      ...(one.apologies > 0 ? [`apologies ${one.apologies}`] : []),
      ...(one.absent > 0 ? [`absent without apologies ${one.absent}`] : []),
      ...(one.observed > 0 ? [`remote observer ${one.observed}`] : []),
      ...(one.asSubstitute > 0 ? [`as substitute ${one.asSubstitute}`] : []),
    ]
    return mrkdwn`• ${one.name}: ${parts.join(' · ')}`
  },

  chart: 'Chart',
  word: 'Word document',
  csv: 'CSV',
  record: 'Record who came',
  recordLine: (day: string): Mrkdwn => mrkdwn`Not recorded yet: *${longDate(day)}*`,

  paper: {
    title: (summary: AttendanceSummary) =>
      `Attendance: ${summary.committee}, ${attendancePaperWords.yearText(summary.period)}`,
    columns: [
      'Name',
      'Meetings',
      'Present',
      'Apologies',
      'Absent without apologies',
      'Remote observer',
      'As substitute',
      'Attendance (%)',
    ] as const,
    legend: ['Present', 'Apologies', 'Remote observer', 'Absent, no apologies'] as const,
    bar: (one: Figures) => (one.percentage === undefined ? '' : `${one.percentage}%`),
    /** What the chart shows, for those who do not see it. */
    alt: (summary: AttendanceSummary) =>
      [
        `Bars of attendance at ${summary.committee}, ${attendancePaperWords.yearText(summary.period)}.`,
        ...summary.figures
          .filter(({ expected }) => expected > 0)
          .map((one) => `${one.name}: present at ${one.present} of ${one.expected}.`),
      ].join(' '),
    file: (summary: AttendanceSummary, ending: string) =>
      `attendance-${slug(summary.committee)}-${attendancePaperWords.yearText(summary.period).replace('/', '-')}.${ending}`,
  },
  coming: (): Mrkdwn =>
    mrkdwn`:hourglass_flowing_sand: The file comes to your direct message with me in a moment.`,
  notAClerk: (): Mrkdwn => mrkdwn`Only a clerk of this committee sees its attendance figures here.`,
}

function meetings(count: number): string {
  return count === 1 ? '1 meeting' : `${count} meetings`
}

/** A name for a file that every system takes. */
function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
}
