import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import { longDate } from '../calendar/words.en.ts'
import { coverageWords, leftOutWords, workingOfPeriod } from '../calendar/working.en.ts'
import type { Clock, ClockKind, HealthContent, StartedBy } from './clock-rules.ts'

/** What a clock is called. */
export const clockNames: Readonly<Record<ClockKind, string>> = {
  executive: 'Response of the executive or the council',
  health: 'Response of a health body',
  crimeAndDisorder: 'Response of a crime and disorder partner',
  document: 'Document asked for by a member',
  healthwatch: 'Acknowledgement of a Healthwatch referral',
  local: 'The council’s own rule (local, not statutory)',
}

const startedWords: Readonly<Record<StartedBy, string>> = {
  notice: 'the notice in writing',
  report: 'receipt of the report, which was later than the notice',
  request: 'the request',
  referral: 'the referral',
  recommended: 'the day of the recommendation',
}

export function startedByWords(code: string): string {
  const known = Object.entries(startedWords).find(([name]) => name === code)
  return known?.[1] ?? code
}

export const healthContentWords: Readonly<Record<HealthContent, string>> = {
  matter: 'An explanation of the matter reviewed',
  evidence: 'A summary of the evidence considered',
  participants: 'A list of the participants',
  recommendations: 'An explanation of the recommendations',
}

/** The rule in a few words, as it is kept beside the day: the mode in which days were counted among it. */
export function ruleInShort({ kind, end, clearDays }: Clock): string {
  const { period } = end
  const source = period.source === '' ? '' : ` (${period.source})`
  // Law 7: a day beyond the known holidays says so wherever it stands, not only when it is found.
  const beyond = end.covered ? '' : '; holidays are not known that far, so it may be later'
  if (clearDays) return `${clearDays.days} clear days, ${modeWords[clearDays.mode]}${source}${beyond}`
  const start = period.start === 'beginning-with' ? 'beginning with' : 'after'
  return `${kind === 'local' ? 'Local: ' : ''}${lengthWords(end)} ${start} ${longDate(end.from)}${source}${beyond}`
}

const modeWords = { working: 'working days', calendar: 'calendar days' } as const

function lengthWords({ period: { length, unit } }: Clock['end']): string {
  if (unit === 'months') return length === 1 ? '1 month' : `${length} months`
  if (unit === 'working-days') return `${length} working days`
  return length % 7 === 0 && length >= 42 ? `${length / 7} weeks` : `${length} days`
}

/** How the last day was found, a sentence a line (law 7). */
export function workingOfClock(clock: Clock, calendar: HolidayCalendar): string[] {
  const { kind, end, clearDays, startedBy } = clock
  const local = kind === 'local' ? ['This is a rule of the council itself. No Act sets a time for this.'] : []
  if (!clearDays)
    return [...local, `Counted from ${startedByWords(startedBy)}.`, ...workingOfPeriod(end, calendar)]
  const which =
    clearDays.mode === 'working'
      ? 'Saturdays, Sundays and bank holidays are left out'
      : 'every day of the calendar counts'
  return [
    `${clearDays.days} clear days (${end.period.source}); ${which}. The regulations do not say whether weekends count: this is the committee’s setting.`,
    `The request came on ${longDate(end.from)}; neither that day nor the last day is one of them.`,
    ...leftOutWords(end.leftOut),
    `The last day is ${longDate(end.lastDay)}.`,
    ...(end.covered ? [] : [`It may be later: ${coverageWords(calendar)}`]),
  ]
}
