import type { Temporal } from 'temporal-polyfill'
import { addWorkingDays, type DayOff, dayOff, isBeforeDay } from '../calendar/days.ts'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import type { StepAtHand } from './rules.ts'

/** A day of a reminder after a meeting, with everything that it takes to check it by hand (law 7). */
export interface DayAfter {
  /** Working days after the meeting. */
  readonly lead: number
  readonly day: Temporal.PlainDate
  readonly ended: Temporal.PlainDate
  /** What lies between and does not count. */
  readonly leftOut: readonly DayOff[]
  /** Whether every holiday in between is known; if not, the true day may be later. */
  readonly covered: boolean
}

/** The working day that lies so many working days after a meeting. */
export function dayAfter(ended: Temporal.PlainDate, lead: number, offices: HolidayCalendar): DayAfter {
  const day = addWorkingDays(ended, lead, offices)
  const leftOut: DayOff[] = []
  for (let at = ended.add({ days: 1 }); isBeforeDay(at, day); at = at.add({ days: 1 })) {
    const off = dayOff(at, offices)
    if (off) leftOut.push(off)
  }
  return { lead, day, ended, leftOut, covered: offices.covers(ended, day) }
}

/** Of the times after a meeting, the last whose day is here; those before it are over. */
export function draftStepAtHand(
  ended: Temporal.PlainDate,
  leads: readonly number[],
  at: { readonly today: Temporal.PlainDate; readonly offices: HolidayCalendar },
): StepAtHand | undefined {
  const inOrder = [...new Set(leads)].sort((one, other) => one - other)
  const come = inOrder.filter((lead) => !isBeforeDay(at.today, dayAfter(ended, lead, at.offices).day))
  const lead = come.at(-1)
  if (lead === undefined) return undefined
  return { lead, passed: come.slice(0, -1), isLast: lead === inOrder.at(-1) }
}
