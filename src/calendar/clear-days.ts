import { Temporal } from 'temporal-polyfill'
import { addWorkingDays, type DayOff, dayOff, earlier, isBeforeDay, isWorkingDay } from './days.ts'
import type { AddedDay, HolidayCalendar } from './holiday-calendar.ts'

/** Whether weekends and holidays count as clear days: for notice of meetings they do not. */
export type DayMode = 'working' | 'calendar'

/** So many days must lie clear between two others; neither end counts (*R v Herefordshire Justices*, 1820). */
export interface ClearDaysRule {
  readonly days: number
  readonly mode: DayMode
  /** The section of the Act, regulation or standing order. */
  readonly source: string
}

export interface ClearDaysQuestion {
  /** The day on which the papers were opened to inspection, not the one on which a button was pressed. */
  readonly opened: Temporal.PlainDate
  readonly meeting: Temporal.PlainDate
  readonly rule: ClearDaysRule
  readonly calendar: HolidayCalendar
  /** Days on which the council's offices are closed although they are working days by law. */
  readonly closures?: readonly AddedDay[] | undefined
}

/** How many clear days there were, with everything that it takes to check the answer by hand. */
export interface ClearDays extends ClearDaysQuestion {
  readonly counted: readonly Temporal.PlainDate[]
  readonly leftOut: readonly DayOff[]
  /**
   * `cannot-certify`: the holidays of these days are not all known, so the count may be too high. It is
   * never given where the days are too few in any case.
   */
  readonly verdict: 'lawful' | 'short' | 'cannot-certify'
  /** 0 unless `short`. */
  readonly shortBy: number
  readonly latest: LatestDay
  /** Counted days on which the offices were closed to inspection: a warning, since the law does not leave them out. */
  readonly closedOn: readonly AddedDay[]
  /** Counted days between Christmas and New Year, when many councils close their offices: a warning as well. */
  readonly perhapsClosedOn: readonly Temporal.PlainDate[]
  /** Opened on a day on which no office is open: a person must look whether papers were open to inspection then. */
  readonly openedOnDayOff: DayOff | undefined
}

/** The last day on which papers can be opened in time. */
export interface LatestDay {
  readonly day: Temporal.PlainDate
  /** The clear days between it and the meeting, and what lies among them that does not count. */
  readonly counted: readonly Temporal.PlainDate[]
  readonly leftOut: readonly DayOff[]
  /** Whether every holiday in between is known; if not, the true day may be earlier. */
  readonly covered: boolean
}

/** Count the clear days between the opening of papers and a meeting, and say whether they are enough. */
export function clearDays(question: ClearDaysQuestion): ClearDays {
  const { opened, meeting, rule, calendar, closures = [] } = question
  const { counted, leftOut } = between(opened, meeting, rule.mode, calendar)
  const enough = counted.length >= rule.days
  const known = isKnown(opened, meeting, rule.mode, calendar)
  const days = new Set(counted.map(String))
  return {
    ...question,
    counted,
    leftOut,
    verdict: enough ? (known ? 'lawful' : 'cannot-certify') : 'short',
    shortBy: Math.max(0, rule.days - counted.length),
    latest: latestLawfulDay(meeting, rule, calendar),
    closedOn: closures.filter(({ date }) => days.has(Temporal.PlainDate.from(date).toString())),
    perhapsClosedOn: rule.mode === 'working' ? counted.filter(isBetweenChristmasAndNewYear) : [],
    openedOnDayOff: rule.mode === 'working' ? dayOff(opened, calendar) : undefined,
  }
}

function isBetweenChristmasAndNewYear({ month, day }: Temporal.PlainDate): boolean {
  return month === 12 && day > 26
}

/**
 * The latest lawful publication: the last day that leaves enough clear days before the meeting. Where
 * only working days count it is a working day, since on another no office is open for inspection.
 */
export function latestLawfulDay(
  meeting: Temporal.PlainDate,
  rule: ClearDaysRule,
  calendar: HolidayCalendar,
): LatestDay {
  let day = meeting.subtract({ days: 1 })
  let left = rule.days
  while (left > 0) {
    if (rule.mode === 'calendar' || isWorkingDay(day, calendar)) left -= 1
    day = day.subtract({ days: 1 })
  }
  if (rule.mode === 'working') while (!isWorkingDay(day, calendar)) day = day.subtract({ days: 1 })
  return {
    day,
    ...between(day, meeting, rule.mode, calendar),
    covered: isKnown(day, meeting, rule.mode, calendar),
  }
}

/** Whether holidays matter to this count and are not all known. Weekends are known for ever. */
function isKnown(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  mode: DayMode,
  calendar: HolidayCalendar,
): boolean {
  return mode === 'calendar' || calendar.covers(earlier(from, to), to)
}

function between(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  mode: DayMode,
  calendar: HolidayCalendar,
): { counted: Temporal.PlainDate[]; leftOut: DayOff[] } {
  const counted: Temporal.PlainDate[] = []
  const leftOut: DayOff[] = []
  for (let day = from.add({ days: 1 }); isBeforeDay(day, to); day = day.add({ days: 1 })) {
    const off = mode === 'working' ? dayOff(day, calendar) : undefined
    if (off) leftOut.push(off)
    else counted.push(day)
  }
  return { counted, leftOut }
}

/** So many working days before the latest lawful day, when a clerk is reminded of it. */
export function countdownDay(
  latest: Temporal.PlainDate,
  workingDaysBefore: number,
  calendar: HolidayCalendar,
): Temporal.PlainDate {
  return workingDaysBefore === 0 ? latest : addWorkingDays(latest, -workingDaysBefore, calendar)
}
