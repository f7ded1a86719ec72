import { Temporal } from 'temporal-polyfill'
import { instantOf, isAfter } from '../calendar/civil.ts'
import { minuteOf } from './within-minute.ts'

interface MeetingDay {
  /** ISO civil date. */
  readonly date: string
  readonly timeZone: string
  readonly startsAt: Temporal.Instant
}

/** Nobody enters what happened so long before the beginning: an earlier time is after midnight. */
const BEFORE_THE_BEGINNING = { hours: 6 }

/**
 * The instant that a clerk means by a time of day of the meeting. In the minute that it is now, it is now: what
 * was tapped a few seconds ago came before.
 *
 * @param time local time `HH:MM`; `undefined` for an empty field, which means now
 */
export function trueTime(
  meeting: MeetingDay,
  time: string,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  if (time === '') return undefined
  const that = instantOf(meeting.date, time, meeting.timeZone)
  const at = isAfter(meeting.startsAt.subtract(BEFORE_THE_BEGINNING), that) ? nextDay(meeting, time) : that
  return minuteOf(at).equals(minuteOf(now)) ? now : at
}

/** "14:05", as a field for a time takes it. */
export function wallTime(at: Temporal.Instant, timeZone: string): string {
  return at.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
}

function nextDay({ date, timeZone }: MeetingDay, time: string): Temporal.Instant {
  return instantOf(Temporal.PlainDate.from(date).add({ days: 1 }).toString(), time, timeZone)
}
