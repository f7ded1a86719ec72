import { Temporal } from 'temporal-polyfill'
import { addWorkingDays, type DayOff, dayOff, isBeforeDay, isWorkingDay } from '../calendar/days.ts'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import { MOST_AN_ACTION, OWNER_DAYS } from '../tracker/types.ts'
import type { DueReminder, ReminderCap } from './types.ts'

/** Law 12: the most automatic messages a meeting to one person. */
export const MOST_A_MEETING = 3
export { MOST_AN_ACTION, OWNER_DAYS }

/** Automatic messages begin at this local time: a meeting that starts then has no morning of its own. */
const FIRST_HOUR = Temporal.PlainTime.from('09:00')

/** A day of a reminder before a meeting, with everything that it takes to check it by hand (law 7). */
export interface StepDay {
  /** Working days before the meeting; 0 is its own day. */
  readonly lead: number
  readonly day: Temporal.PlainDate
  readonly meeting: Temporal.PlainDate
  /** What lies between and does not count. */
  readonly leftOut: readonly DayOff[]
  /** Of the meeting's own day: why the working day before is taken instead. */
  readonly moved: 'day-off' | 'too-early' | undefined
  /** Whether every holiday in between is known; if not, the true day may be earlier. */
  readonly covered: boolean
}

/**
 * The day of a reminder. On the meeting's own day it comes in the morning; where nobody is told anything then,
 * because it is no working day or the meeting begins as early, on the working day before.
 *
 * @param meeting.startTime local time `HH:MM`
 */
export function stepDay(
  meeting: { readonly date: string; readonly startTime: string },
  lead: number,
  offices: HolidayCalendar,
): StepDay {
  const date = Temporal.PlainDate.from(meeting.date)
  const moved = lead === 0 ? whyMoved(date, meeting.startTime, offices) : undefined
  const back = lead === 0 && moved ? 1 : lead
  const day = back === 0 ? date : addWorkingDays(date, -back, offices)
  const leftOut: DayOff[] = []
  for (let at = day.add({ days: 1 }); isBeforeDay(at, date); at = at.add({ days: 1 })) {
    const off = dayOff(at, offices)
    if (off) leftOut.push(off)
  }
  return { lead, day, meeting: date, leftOut, moved, covered: offices.covers(day, date) }
}

function whyMoved(date: Temporal.PlainDate, startTime: string, offices: HolidayCalendar): StepDay['moved'] {
  if (!isWorkingDay(date, offices)) return 'day-off'
  return Temporal.PlainTime.compare(startTime, FIRST_HOUR) <= 0 ? 'too-early' : undefined
}

export interface StepAtHand {
  /** The time that has come. */
  readonly lead: number
  /** Those before it, whose time is over. */
  readonly passed: readonly number[]
  /** Nothing comes after it. */
  readonly isLast: boolean
}

/**
 * The time that has come: the last one whose day is here. After an outage the present one is caught up with
 * once, and those before it are over. What fell on or before the day on which people were asked reminds nobody.
 *
 * @param leads working days before the meeting, in any order
 * @param askedOn when people were asked; absent where they were not yet
 */
export function stepAtHand(
  meeting: { readonly date: string; readonly startTime: string },
  leads: readonly number[],
  at: {
    readonly today: Temporal.PlainDate
    readonly askedOn: Temporal.PlainDate | undefined
    readonly offices: HolidayCalendar
  },
): StepAtHand | undefined {
  const inOrder = [...new Set(leads)].sort((one, other) => other - one)
  const come = inOrder.filter((lead) => {
    const { day } = stepDay(meeting, lead, at.offices)
    const isAfterAsking = at.askedOn === undefined || isBeforeDay(at.askedOn, day)
    return isAfterAsking && !isBeforeDay(at.today, day)
  })
  const lead = come.at(-1)
  if (lead === undefined) return undefined
  return { lead, passed: come.slice(0, -1), isLast: lead === inOrder.at(-1) }
}

/** What a person has been reminded of so far. */
export interface Reminded {
  readonly cap: ReminderCap
  readonly personId: string
  readonly subject: string
  /** The day of the bundle. */
  readonly day: Temporal.PlainDate
}

/** Law 12: what may go today of what is due; the rest waits, or is never sent. */
export function withinCaps(
  due: readonly (DueReminder & { readonly cap: ReminderCap })[],
  before: readonly Reminded[],
  today: Temporal.PlainDate,
): DueReminder[] {
  const daysAbout = new Map<string, Set<string>>()
  const lastAsOwner = new Map<string, Temporal.PlainDate>()
  for (const { cap, personId, subject, day } of before) {
    const key = `${cap} ${personId} ${subject}`
    daysAbout.set(key, (daysAbout.get(key) ?? new Set()).add(day.toString()))
    const last = lastAsOwner.get(personId)
    if (cap === 'owner' && (!last || isBeforeDay(last, day))) lastAsOwner.set(personId, day)
  }
  return due.filter(({ cap, personId, subject }) => {
    const days = daysAbout.get(`${cap} ${personId} ${subject}`)?.size ?? 0
    if (cap === 'meeting') return days < MOST_A_MEETING
    const last = lastAsOwner.get(personId)
    const isTooSoon = last !== undefined && isBeforeDay(today, last.add({ days: OWNER_DAYS }))
    return days < MOST_AN_ACTION && !isTooSoon
  })
}
