import type { TrackerFigures } from '../tracker/figures.ts'
import { day, slug } from './tracker-paper-words.en.ts'

/** A year, or the rows that a paper is about. */
export interface FiguresOf {
  readonly committee: string
  /** ISO civil dates, both included. */
  readonly from: string
  readonly until: string
}

/** The numbers of a tracker, in words. */
export const figuresWords = {
  year: ({ from, until }: Pick<FiguresOf, 'from' | 'until'>) => `${from.slice(0, 4)}/${until.slice(2, 4)}`,
  title: (of: FiguresOf) => `What became of what was asked: ${of.committee}, ${figuresWords.year(of)}`,
  heading: (of: FiguresOf) => `In numbers, ${figuresWords.year(of)}`,
  period: ({ from, until }: FiguresOf) =>
    `Of what was asked from ${day(from)} to ${day(until)}, however it stands today.`,
  nobody: 'Nobody is named',
  none: 'Nothing was asked in this year.',

  columns: ['What', 'Number'] as const,
  lines: (figures: TrackerFigures): readonly (readonly [string, string])[] => {
    const { responses } = figures
    return [
      ['Recommendations, questions and actions made', String(figures.made)],
      ['Answered', String(figures.answered)],
      ...figures.byKind.map(({ kind, made, closed }): readonly [string, string] => [
        figuresWords.kinds[kind],
        `${made}, of which ${closed} closed by the committee`,
      ]),
      ['Recommendations accepted', String(responses.accepted)],
      ['Recommendations accepted in part', String(responses.inPart)],
      ['Recommendations rejected', String(responses.rejected)],
      ['Recommendations noted only', String(responses.notedOnly)],
      ['Recommendations found not feasible', String(responses.unfeasible)],
      ['Recommendations without a response', String(figures.noResponse)],
      ['Implemented: accepted, and closed by the committee since', String(figures.implemented)],
      [
        'Median number of days from asking to answering',
        figures.medianDays === undefined ? 'Nothing is answered yet' : String(figures.medianDays),
      ],
      ['Overdue', String(figures.overdue)],
    ]
  },
  kinds: {
    recommendation: 'Recommendations',
    information: 'Questions and information',
    action: 'Actions',
  },

  overdueByOwner: 'Overdue, by who owes it',
  ownerColumns: ['Who', 'Overdue'] as const,
  overdueByCommittee: 'Overdue, by committee',
  committeeColumns: ['Committee', 'Overdue'] as const,
  late: 'Late responses of the executive',
  lateColumns: ['Reference', 'What was recommended', 'Due', 'Responded', 'Days late'] as const,
  closedBusiness: 'From business that was closed to the public',
  notYet: 'Not yet',

  chartLegend: ['Closed', 'Answered, not closed', 'Open', 'Overdue'] as const,
  /** What the chart shows, for those who do not see it. */
  alt: (of: FiguresOf, figures: TrackerFigures) =>
    [
      `Bars of what became of what ${of.committee} asked for in ${figuresWords.year(of)}.`,
      ...figures.byKind
        .filter(({ made }) => made > 0)
        .map(
          ({ kind, made, closed, answered, open, overdue }) =>
            `${figuresWords.kinds[kind]}: ${made}, of which ${closed} closed, ${answered} answered and not closed, ${open} open, ${overdue} overdue.`,
        ),
    ].join(' '),
  file: (of: FiguresOf, ending: string) =>
    `${slug(of.committee)}-tracker-figures-${figuresWords.year(of).replace('/', '-')}.${ending}`,
}
