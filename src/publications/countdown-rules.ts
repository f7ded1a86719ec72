import type { Temporal } from 'temporal-polyfill'
import { instantOf, isAfter } from '../calendar/civil.ts'
import { countdownDay, type LatestDay, latestLawfulDay } from '../calendar/clear-days.ts'
import type { MeetingNotice } from './notice-rules.ts'

/** So many working days before the latest lawful publication the clerks are told, and on the day itself. */
export const COUNTDOWN = [10, 3, 1, 0] as const
export type CountdownStep = (typeof COUNTDOWN)[number]

/** Local time: automatic messages keep to working hours. */
const TOLD_AT = '09:00'

export interface CountdownAtHand {
  readonly step: CountdownStep
  readonly latest: LatestDay
}

/**
 * The step of the countdown that is due: the last one whose morning has come. After an outage the clerks
 * hear the present step and not those that were missed. Nothing once the latest day is over: then the
 * papers are late, which is said when they are published.
 */
export function countdownDue(
  law: MeetingNotice,
  now: Temporal.Instant,
  timeZone: string,
): CountdownAtHand | undefined {
  const latest = latestLawfulDay(law.meeting, law.rule, law.holidays)
  const morningOf = (day: Temporal.PlainDate) => instantOf(day.toString(), TOLD_AT, timeZone)
  const midnight = instantOf(latest.day.add({ days: 1 }).toString(), '00:00', timeZone)
  if (!isAfter(midnight, now)) return undefined
  const step = COUNTDOWN.findLast(
    (before) => !isAfter(morningOf(countdownDay(latest.day, before, law.holidays)), now),
  )
  return step === undefined ? undefined : { step, latest }
}
