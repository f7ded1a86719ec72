import { Temporal } from 'temporal-polyfill'
import { addWorkingDays, type DayOff, dayOff, isBeforeDay, isWorkingDay } from '../calendar/days.ts'
import type { AddedDay, HolidayCalendar } from '../calendar/holiday-calendar.ts'

/** What is owed before a pack, in the order in which it falls due. */
export const REPORT_STEPS = ['draft', 'final', 'clearance', 'briefing'] as const
export type ReportStep = (typeof REPORT_STEPS)[number]

/** The steps of a report; the Chair's briefing is of the whole meeting. */
export const STEPS_OF_REPORT = ['draft', 'final', 'clearance'] as const satisfies readonly ReportStep[]

/** Working days before the meeting by which each step is due: a committee's own custom, no law. */
export type LeadTimes = Readonly<Record<ReportStep, number>>

/**
 * The days on which the council's offices work. For notice the law counts a closure of the offices; a lead
 * time is the council's own arrangement, so that nothing falls due, and nobody is reminded, while they are closed.
 */
export function officeDays(holidays: HolidayCalendar, closures: readonly AddedDay[]): HolidayCalendar {
  const closed = new Map(closures.map(({ date, name }) => [date, name]))
  return { ...holidays, nameOf: (day) => holidays.nameOf(day) ?? closed.get(day.toString()) }
}

/** The day by which something is due, with everything that it takes to check it by hand (law 7). */
export interface DueDay {
  readonly day: Temporal.PlainDate
  readonly meeting: Temporal.PlainDate
  readonly lead: number
  /** What lies between and does not count. */
  readonly leftOut: readonly DayOff[]
  /** Whether every holiday in between is known; if not, the true day may be earlier. */
  readonly covered: boolean
}

/** So many working days before a meeting; the meeting's own day does not count. */
export function dueDay(meeting: Temporal.PlainDate, lead: number, offices: HolidayCalendar): DueDay {
  const day = lead === 0 ? meeting : addWorkingDays(meeting, -lead, offices)
  const leftOut: DayOff[] = []
  for (let at = day.add({ days: 1 }); isBeforeDay(at, meeting); at = at.add({ days: 1 })) {
    const off = dayOff(at, offices)
    if (off) leftOut.push(off)
  }
  return { day, meeting, lead, leftOut, covered: offices.covers(day, meeting) }
}

/**
 * The day that is asked for: that of the lead time or, where it is over when somebody is asked, the next
 * working day, but never one after the meeting.
 */
export function askedDay(
  due: Pick<DueDay, 'day' | 'meeting'>,
  today: Temporal.PlainDate,
  offices: HolidayCalendar,
): Temporal.PlainDate {
  if (!isBeforeDay(due.day, today)) return due.day
  const soon = addWorkingDays(today, 0, offices)
  return isBeforeDay(due.meeting, soon) ? due.meeting : soon
}

/** Local time within which people get what nobody sent them by hand (law 12). */
const FROM = Temporal.PlainTime.from('09:00')
const UNTIL = Temporal.PlainTime.from('17:00')

/** Whether automatic messages may go now: a working day of the offices, between nine and five. */
export function isOfficeHour(now: Temporal.ZonedDateTime, offices: HolidayCalendar): boolean {
  const time = now.toPlainTime()
  return (
    isWorkingDay(now.toPlainDate(), offices) &&
    Temporal.PlainTime.compare(time, FROM) >= 0 &&
    Temporal.PlainTime.compare(time, UNTIL) < 0
  )
}

/** Law 12: at most three automatic messages a meeting to one person, and one a day. */
export const MOST_REMINDERS = 3

export interface DutyToRemind {
  readonly dueOn: Temporal.PlainDate
  readonly askedOn: Temporal.PlainDate
  readonly isAnswered: boolean
}

/**
 * Whether a person is reminded today of what they owe for one meeting. Each thing owed calls twice: on the
 * working day before it is due, and on the one after. What was called for since the last reminder, or since
 * it was asked, makes one; after an outage it is late but still only one.
 *
 * @param sent the days of the reminders about this meeting so far
 */
export function isReminderDue(
  duties: readonly DutyToRemind[],
  sent: readonly Temporal.PlainDate[],
  today: Temporal.PlainDate,
  offices: HolidayCalendar,
): boolean {
  if (sent.length >= MOST_REMINDERS) return false
  return duties.some(({ dueOn, askedOn, isAnswered }) => {
    if (isAnswered) return false
    const last = sent.reduce((one, other) => (isBeforeDay(one, other) ? other : one), askedOn)
    return callsOf(dueOn, offices).some((day) => isBeforeDay(last, day) && !isBeforeDay(today, day))
  })
}

/** Whether something owed has called by now: what a reminder lists. */
export function hasCalled(
  dueOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  offices: HolidayCalendar,
): boolean {
  return callsOf(dueOn, offices).some((day) => !isBeforeDay(today, day))
}

function callsOf(dueOn: Temporal.PlainDate, offices: HolidayCalendar): Temporal.PlainDate[] {
  return [addWorkingDays(dueOn, -1, offices), addWorkingDays(dueOn, 1, offices)]
}

/**
 * Once the agenda pack is out, a report that is still missing is the clerk's matter, by a supplement; only
 * the Chair's briefing is still asked for.
 */
export function isStillAsked(step: ReportStep, isPublished: boolean): boolean {
  return step === 'briefing' || !isPublished
}

/** Titles are the same that a clerk would call the same. */
export function sameTitle(one: string, other: string): boolean {
  return plainTitle(one) === plainTitle(other)
}

function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
