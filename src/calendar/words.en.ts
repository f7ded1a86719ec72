import { Temporal } from 'temporal-polyfill'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "Wednesday 20 September 2017", as council papers print it. */
export function longDate(date: string | Temporal.PlainDate): string {
  const day = Temporal.PlainDate.from(date)
  return `${DAYS[day.dayOfWeek - 1]} ${day.day} ${MONTHS[day.month - 1]} ${day.year}`
}

/** "Wed 20 Sep", for lists. */
export function shortDate(date: string | Temporal.PlainDate): string {
  const day = Temporal.PlainDate.from(date)
  return `${DAYS[day.dayOfWeek - 1]?.slice(0, 3)} ${day.day} ${MONTHS[day.month - 1]?.slice(0, 3)}`
}

/** "10 am", "2.30 pm", "noon": how the field prints a time of day. Takes `HH:MM`. */
export function clockTime(time: string): string {
  const { hour, minute } = Temporal.PlainTime.from(time)
  if (minute === 0 && hour === 12) return 'noon'
  const half = hour < 12 ? 'am' : 'pm'
  const twelve = hour % 12 === 0 ? 12 : hour % 12
  return minute === 0 ? `${twelve} ${half}` : `${twelve}.${String(minute).padStart(2, '0')} ${half}`
}

/** "14:05 on Tuesday 12 September 2017": where the year matters, as it does for notice. */
export function stampInFull(at: Temporal.Instant, timeZone: string): string {
  return `${timeOfDay(at, timeZone)} on ${longDate(at.toZonedDateTimeISO(timeZone).toPlainDate())}`
}

function timeOfDay(at: Temporal.Instant, timeZone: string): string {
  const { hour, minute } = at.toZonedDateTimeISO(timeZone)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** "14:05 on Tue 12 Sep": when something was done, in the council's zone. */
export function stamp(at: Temporal.Instant, timeZone: string): string {
  return `${timeOfDay(at, timeZone)} on ${shortDate(at.toZonedDateTimeISO(timeZone).toPlainDate())}`
}
