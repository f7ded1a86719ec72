import { Temporal } from 'temporal-polyfill'
import type { ResponseState } from './response-rules.ts'
import type { Standing } from './rules.ts'
import { TRACKED_KINDS, type TrackedKind, type TrackedState } from './types.ts'

/** What the numbers of a tracker are made of; ISO civil dates. */
export interface FigureRow {
  readonly reference: string
  readonly kind: TrackedKind
  readonly state: TrackedState
  readonly standing: Standing
  readonly isClosedBusiness: boolean
  readonly text: string
  /** Absent where an imported paper does not say: the day on which it was taken over is none. */
  readonly askedOn: string | undefined
  readonly owners: readonly string[]
  /** An answer, a response, or its owner's word that it is done, has come. */
  readonly isAnswered: boolean
  /** When the first of them came; absent where an imported paper says no more than that it is done. */
  readonly answeredOn: string | undefined
  /** When the committee closed it, and so asks no longer. */
  readonly closedOn: string | undefined
  /** As it stands now. */
  readonly response: ResponseState | undefined
  /** A clock of the executive's, with the day of its response. */
  readonly executive: { readonly dueOn: string; readonly respondedOn: string | undefined } | undefined
}

export interface KindFigures {
  readonly kind: TrackedKind
  readonly made: number
  readonly closed: number
  /** Answered or proposed complete: the committee's turn. */
  readonly answered: number
  readonly open: number
  readonly overdue: number
}

export interface LateResponse {
  readonly reference: string
  /** Absent of closed business. */
  readonly text: string | undefined
  readonly dueOn: string
  readonly respondedOn: string | undefined
  readonly daysLate: number
}

/** The numbers that committees and annual reports ask for (domain.md §3, row 4). */
export interface TrackerFigures {
  readonly made: number
  readonly answered: number
  readonly byKind: readonly KindFigures[]
  readonly responses: Readonly<Record<ResponseState, number>>
  /** Recommendations that nobody has answered yet. */
  readonly noResponse: number
  /** Accepted, whole or in part, and closed by the committee since. */
  readonly implemented: number
  /** From asking to answering; absent while nothing is answered. */
  readonly medianDays: number | undefined
  readonly overdue: number
  /** Most first; who owes nothing overdue is not named. */
  readonly overdueByOwner: readonly { readonly name: string; readonly count: number }[]
  readonly late: readonly LateResponse[]
}

/** Rows that a committee no longer counts as its own: withdrawn, or counted where they go on. */
function counts({ state }: FigureRow): boolean {
  return state !== 'withdrawn' && state !== 'superseded' && state !== 'transferred'
}

/**
 * @param nobody what a row is counted under that nobody owes
 * @param today ISO civil date in the council's zone
 */
export function figuresOf(rows: readonly FigureRow[], nobody: string, today: string): TrackerFigures {
  const own = rows.filter(counts)
  const overdue = own.filter(({ standing }) => standing === 'overdue')
  const recommended = own.filter(({ kind }) => kind === 'recommendation')
  const responses = { accepted: 0, inPart: 0, rejected: 0, notedOnly: 0, unfeasible: 0 }
  for (const { response } of recommended) if (response) responses[response] += 1
  return {
    made: own.length,
    answered: own.filter(({ isAnswered }) => isAnswered).length,
    byKind: TRACKED_KINDS.map((kind) => figuresOfKind(kind, own)),
    responses,
    noResponse: recommended.filter(({ response }) => response === undefined).length,
    implemented: recommended.filter(
      ({ response, state }) => state === 'closed' && (response === 'accepted' || response === 'inPart'),
    ).length,
    medianDays: medianDays(own),
    overdue: overdue.length,
    overdueByOwner: byOwner(overdue, nobody),
    late: lateIn(own, today),
  }
}

function figuresOfKind(kind: TrackedKind, rows: readonly FigureRow[]): KindFigures {
  const of = rows.filter((row) => row.kind === kind)
  const count = (is: (row: FigureRow) => boolean) => of.filter(is).length
  const closed = count(({ state }) => state === 'closed')
  const answered = count(({ standing }) => standing === 'for-the-committee')
  const overdue = count(({ standing }) => standing === 'overdue')
  return {
    kind,
    made: of.length,
    closed,
    answered,
    overdue,
    open: of.length - closed - answered - overdue,
  }
}

function medianDays(rows: readonly FigureRow[]): number | undefined {
  const days = rows
    .flatMap(({ askedOn, answeredOn }) =>
      askedOn === undefined || answeredOn === undefined ? [] : [daysFrom(askedOn, answeredOn)],
    )
    .toSorted((one, other) => one - other)
  const upper = days[Math.floor(days.length / 2)]
  const lower = days[Math.ceil(days.length / 2) - 1]
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2
}

/** A paper may date what it answers later than the answer: that took no days, and not less. */
function daysFrom(one: string, other: string): number {
  const { days } = Temporal.PlainDate.from(one).until(other, { largestUnit: 'days' })
  return Math.max(0, days)
}

/** One that several owe counts for each of them. */
function byOwner(overdue: readonly FigureRow[], nobody: string): TrackerFigures['overdueByOwner'] {
  const counted = new Map<string, number>()
  for (const { owners } of overdue)
    for (const name of owners.length === 0 ? [nobody] : new Set(owners))
      counted.set(name, (counted.get(name) ?? 0) + 1)
  return [...counted]
    .map(([name, count]) => ({ name, count }))
    .toSorted((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
}

function lateIn(rows: readonly FigureRow[], today: string): LateResponse[] {
  return rows
    .flatMap(({ reference, text, isClosedBusiness, executive, closedOn }): LateResponse[] => {
      if (!executive) return []
      const { dueOn, respondedOn } = executive
      const until = respondedOn ?? closedOn ?? today
      if (until <= dueOn) return []
      return [
        {
          reference,
          text: isClosedBusiness ? undefined : text,
          dueOn,
          respondedOn,
          daysLate: daysFrom(dueOn, until),
        },
      ]
    })
    .toSorted((one, other) => other.daysLate - one.daysLate)
}
