import { Temporal } from 'temporal-polyfill'
import { isBeforeDay } from '../calendar/days.ts'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import type { Nation } from '../calendar/nations.ts'
import { endOfPeriod, type Period } from '../calendar/periods.ts'

export const GROUNDS = ['impeded', 'balance', 'residents', 'executive', 'appropriate'] as const
export type Ground = (typeof GROUNDS)[number]

/** What the law of a nation says of leave to take part despite an interest. */
export interface DispensationLaw {
  readonly source: string
  /** The longest that one may last; absent where the law sets no length. */
  readonly longest: Period | undefined
}

export const dispensationLaws: Readonly<Record<Nation, DispensationLaw>> = {
  england: {
    source: 'Localism Act 2011 s33',
    longest: { length: 48, unit: 'months', start: 'beginning-with', source: 'Localism Act 2011 s33(3)' },
  },
  wales: {
    source: 'Standards Committees (Grant of Dispensations) (Wales) Regulations 2001',
    longest: undefined,
  },
  scotland: { source: 'Councillors’ Code of Conduct (Scotland) 2021, section 5', longest: undefined },
}

/** A dispensation as it is kept: civil dates, both inclusive. */
export interface DispensationAtHand {
  readonly id: string
  /** Absent for a general one. */
  readonly personId: string | undefined
  readonly ground: Ground
  readonly scope: string
  readonly mayVote: boolean
  readonly grantedBy: string
  readonly grantedOn: string
  readonly until: string
  readonly isRevoked: boolean
}

/** Whether a member may rely on it at a meeting of this day: what counts is the meeting, not when the notice was given. */
export function isInForce(dispensation: DispensationAtHand, memberId: string, day: string): boolean {
  const { personId, grantedOn, until, isRevoked } = dispensation
  // ISO dates sort as text.
  return !isRevoked && (personId ?? memberId) === memberId && grantedOn <= day && day <= until
}

/**
 * - `no-scope`: say for what it was granted
 * - `granted-ahead`: it is recorded once it is granted
 * - `ends-before`: it must last at least the day of its grant
 * - `too-long`: a dispensation may not exceed four years; the last day that it may have is said
 */
export type DispensationRefusal =
  | { readonly code: 'no-scope' }
  | { readonly code: 'granted-ahead' }
  | { readonly code: 'ends-before' }
  | { readonly code: 'too-long'; readonly latest: string; readonly source: string }

/** Why a dispensation cannot be recorded so, or `undefined` when it can. */
export function whyNotDispense(
  given: { readonly scope: string; readonly grantedOn: string; readonly until: string },
  nation: Nation,
  today: Temporal.PlainDate,
  calendar: HolidayCalendar,
): DispensationRefusal | undefined {
  const [granted, until] = [Temporal.PlainDate.from(given.grantedOn), Temporal.PlainDate.from(given.until)]
  if (given.scope.trim() === '') return { code: 'no-scope' }
  if (isBeforeDay(today, granted)) return { code: 'granted-ahead' }
  if (isBeforeDay(until, granted)) return { code: 'ends-before' }
  const { longest } = dispensationLaws[nation]
  if (!longest) return undefined
  const { lastDay } = endOfPeriod(granted, longest, calendar)
  return isBeforeDay(lastDay, until)
    ? { code: 'too-long', latest: lastDay.toString(), source: longest.source }
    : undefined
}
