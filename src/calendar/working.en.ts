import type { Temporal } from 'temporal-polyfill'
import type { ClearDays, ClearDaysRule, LatestDay } from './clear-days.ts'
import type { DayOff } from './days.ts'
import type { HolidayCalendar } from './holiday-calendar.ts'
import type { PeriodEnd } from './periods.ts'
import { longDate, shortDate } from './words.en.ts'

/** How a count of clear days was made, a sentence a line: what was counted, what was left out, and the verdict. */
export function workingOfClearDays(count: ClearDays): string[] {
  const { opened, meeting, rule, counted, calendar } = count
  return [
    ruleWords(rule),
    `The papers were opened on ${longDate(opened)} and the meeting is on ${longDate(meeting)}; neither day counts.`,
    `Counted: ${counted.length === 0 ? 'no day' : daysOf(counted)} = ${clearDayWords(counted.length)}.`,
    ...leftOutWords(count.leftOut),
    ...(count.openedOnDayOff
      ? [
          `Papers were opened on ${offWords(count.openedOnDayOff)}: check that they were open to inspection at the offices then.`,
        ]
      : []),
    ...count.closedOn.map(
      ({ date, name }) =>
        `Warning: the offices were closed on ${shortDate(date)} (${name}). The law counts the day; whether papers were open to inspection is for the Monitoring Officer.`,
    ),
    ...(count.perhapsClosedOn.length > 0 && count.closedOn.length === 0
      ? [
          `Warning: many councils close between Christmas and New Year. Check that papers could be inspected on ${daysOf(count.perhapsClosedOn)}.`,
        ]
      : []),
    verdictWords(count),
    latestWords(count.latest, rule, calendar),
  ]
}

/** One sentence: lawful, short, or beyond what is known. */
export function verdictWords({ verdict, shortBy, counted, rule, calendar }: ClearDays): string {
  switch (verdict) {
    case 'lawful':
      return `Lawful: ${clearDayWords(counted.length)}, and ${rule.days} are needed.`
    case 'short':
      return `Short by ${clearDayWords(shortBy)}: ${counted.length} of the ${rule.days} that are needed.`
    case 'cannot-certify':
      return `Enough as far as is known, but not certified: ${coverageWords(calendar)}`
  }
}

/** The latest lawful publication, and whether a holiday not yet known could bring it forward. */
export function latestWords(latest: LatestDay, rule: ClearDaysRule, calendar: HolidayCalendar): string {
  const sentence = `The latest lawful publication is ${longDate(latest.day)}: it leaves ${daysOf(latest.counted)}.`
  if (latest.covered || rule.mode === 'calendar') return sentence
  return `${sentence} It may be earlier: ${coverageWords(calendar)}`
}

/** How the last day of a period was found. */
export function workingOfPeriod(
  { period, from, lastDay, leftOut, covered }: PeriodEnd,
  calendar: HolidayCalendar,
): string[] {
  const unit = { days: 'days', 'working-days': 'working days', months: 'months' }[period.unit]
  const length = period.length === 1 ? `1 ${unit.slice(0, -1)}` : `${period.length} ${unit}`
  const start =
    period.start === 'beginning-with'
      ? `beginning with ${longDate(from)}, which counts as the first day`
      : `after ${longDate(from)}, which does not count`
  return [
    `${length} ${start} (${period.source}).`,
    ...leftOutWords(leftOut),
    `The last day is ${longDate(lastDay)}.`,
    ...(covered ? [] : [`It may be later: ${coverageWords(calendar)}`]),
  ]
}

export function coverageWords({ from, to, asOf }: HolidayCalendar): string {
  return `bank holidays are known from ${longDate(from)} to ${longDate(to)} (list of ${longDate(asOf)}), and this goes beyond.`
}

function ruleWords({ days, mode, source }: ClearDaysRule): string {
  const which =
    mode === 'working'
      ? 'Saturdays, Sundays and bank holidays do not count'
      : 'every day of the calendar counts'
  return `${clearDayWords(days)} needed (${source}); ${which}.`
}

export function clearDayWords(days: number): string {
  return days === 1 ? '1 clear day' : `${days} clear days`
}

/** Which days did not count, and why. */
export function leftOutWords(leftOut: readonly DayOff[]): string[] {
  return leftOut.length === 0 ? [] : [`Left out: ${leftOut.map(offWords).join('; ')}.`]
}

function offWords(off: DayOff): string {
  return `${shortDate(off.date)} (${off.because === 'weekend' ? 'weekend' : off.name})`
}

/** "Wed 13 Sep, Thu 14 Sep", so that each can be ticked off on a wall calendar. */
function daysOf(days: readonly Temporal.PlainDate[]): string {
  return days.map((day) => shortDate(day)).join(', ')
}
