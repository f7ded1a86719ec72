import { Temporal } from 'temporal-polyfill'
import { later } from '../calendar/days.ts'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import type { Nation } from '../calendar/nations.ts'
import { endOfPeriod, type Period, type PeriodEnd } from '../calendar/periods.ts'

export const CLOCK_KINDS = [
  'executive',
  'health',
  'crimeAndDisorder',
  'document',
  'healthwatch',
  'local',
] as const
export type ClockKind = (typeof CLOCK_KINDS)[number]

/** What a clock runs from; ISO civil dates. */
export type ClockStart =
  | {
      readonly kind: 'executive'
      /** When the body had the report or recommendations; absent while nobody knows. */
      readonly receivedOn: string | undefined
      /** When it had the notice in writing; without one no time runs. */
      readonly noticeOn: string | undefined
    }
  /** Of the request, the report, or the referral. */
  | { readonly kind: 'health' | 'crimeAndDisorder' | 'healthwatch'; readonly on: string }
  | { readonly kind: 'document'; readonly on: string; readonly mode: 'working' | 'calendar' }
  | { readonly kind: 'local'; readonly on: string; readonly rule: LocalRule }

/** The council's own rule for a response: shown as local, since no Act says it. */
export interface LocalRule {
  readonly weeks: number | undefined
  readonly months: number | undefined
  /** "rule 10.3(b)" */
  readonly source: string
}

/** Why a clock began on its day: a code. */
export type StartedBy = 'notice' | 'report' | 'request' | 'referral' | 'recommended'

/** A time that runs, with everything that it takes to check it by hand. */
export interface Clock {
  readonly kind: ClockKind
  readonly startedBy: StartedBy
  readonly end: PeriodEnd
  /** How clear days are counted; absent where none are. */
  readonly clearDays: { readonly days: number; readonly mode: 'working' | 'calendar' } | undefined
}

/** Which clocks the law of a nation knows; the council's own rule is open to all. */
const OF_NATION: Readonly<Record<Nation, readonly ClockKind[]>> = {
  england: CLOCK_KINDS,
  // SI 2009/942 is for England and Wales; LGA 2000 s9FE and SI 2012/2089 and 2013/218 are for England alone.
  wales: ['crimeAndDisorder', 'local'],
  scotland: ['local'],
}

export function clocksOfNation(nation: Nation): readonly ClockKind[] {
  return OF_NATION[nation]
}

const DOCUMENT_CLEAR_DAYS = 10

/** The clock that runs from an act; `undefined` where nothing has started one. */
export function clockFrom(start: ClockStart, calendar: HolidayCalendar): Clock | undefined {
  switch (start.kind) {
    case 'executive':
      return executiveClock(start, calendar)
    case 'health':
      return running(start, 'request', calendar, {
        length: 28,
        unit: 'days',
        start: 'after',
        source: 'SI 2013/218 reg 22(7)',
      })
    case 'crimeAndDisorder':
      return running(start, 'report', calendar, {
        length: 28,
        unit: 'days',
        start: 'after',
        source: 'SI 2009/942 reg 7',
      })
    case 'healthwatch':
      return running(start, 'referral', calendar, {
        length: 20,
        unit: 'working-days',
        start: 'beginning-with',
        source: 'SI 2013/218 reg 21(3)',
      })
    case 'document':
      return documentClock(start, calendar)
    case 'local':
      return localClock(start, calendar)
  }
}

/**
 * Two months "beginning with" the day on which the executive or the council had the report or, if later, the notice
 * (LGA 2000 s9FE). What is only minuted starts nothing.
 */
function executiveClock(
  { receivedOn, noticeOn }: Extract<ClockStart, { readonly kind: 'executive' }>,
  calendar: HolidayCalendar,
): Clock | undefined {
  if (noticeOn === undefined) return undefined
  const notice = Temporal.PlainDate.from(noticeOn)
  const received = receivedOn === undefined ? notice : Temporal.PlainDate.from(receivedOn)
  const from = later(received, notice)
  const period: Period = { length: 2, unit: 'months', start: 'beginning-with', source: 'LGA 2000 s9FE' }
  return {
    kind: 'executive',
    startedBy: from.equals(notice) ? 'notice' : 'report',
    end: endOfPeriod(from, period, calendar),
    clearDays: undefined,
  }
}

/** Ten clear days lie between the request and the last day, neither of which is one of them. */
function documentClock(
  { kind, on, mode }: Extract<ClockStart, { readonly kind: 'document' }>,
  calendar: HolidayCalendar,
): Clock {
  const period: Period = {
    length: DOCUMENT_CLEAR_DAYS + 1,
    unit: mode === 'working' ? 'working-days' : 'days',
    start: 'after',
    source: 'SI 2012/2089 reg 17',
  }
  return {
    kind,
    startedBy: 'request',
    end: endOfPeriod(Temporal.PlainDate.from(on), period, calendar),
    clearDays: { days: DOCUMENT_CLEAR_DAYS, mode },
  }
}

function localClock(
  { kind, on, rule }: Extract<ClockStart, { readonly kind: 'local' }>,
  calendar: HolidayCalendar,
): Clock | undefined {
  const length = localLength(rule)
  if (length === undefined) return undefined
  const period: Period = { ...length, start: 'after', source: rule.source }
  const end = endOfPeriod(Temporal.PlainDate.from(on), period, calendar)
  return { kind, startedBy: 'recommended', end, clearDays: undefined }
}

function localLength({ weeks, months }: LocalRule): Pick<Period, 'length' | 'unit'> | undefined {
  if (weeks !== undefined) return { length: weeks * 7, unit: 'days' }
  return months === undefined ? undefined : { length: months, unit: 'months' }
}

function running(
  { kind, on }: { readonly kind: ClockKind; readonly on: string },
  startedBy: StartedBy,
  calendar: HolidayCalendar,
  period: Period,
): Clock {
  return {
    kind,
    startedBy,
    end: endOfPeriod(Temporal.PlainDate.from(on), period, calendar),
    clearDays: undefined,
  }
}

/** What a request to a health body must say for the 28 days to run (SI 2013/218 reg 22(6)). */
export const HEALTH_CONTENTS = ['matter', 'evidence', 'participants', 'recommendations'] as const
export type HealthContent = (typeof HEALTH_CONTENTS)[number]
