import type { Temporal } from 'temporal-polyfill'
import { instantOf, isAfter } from '../calendar/civil.ts'
import { countdownDay, type LatestDay, latestLawfulDay } from '../calendar/clear-days.ts'
import type { MeetingNotice } from './notice-rules.ts'

/** So many working days before the latest lawful publication the clerks are told, where nothing else is set. */
export const COUNTDOWN = [10, 3, 1, 0] as const

/** Local time: automatic messages keep to working hours. */
const TOLD_AT = '09:00'

export interface CountdownAtHand {
  /** Working days before the latest lawful publication. */
  readonly step: number
  readonly latest: LatestDay
}

/**
 * The step of the countdown that is due: the last one whose morning has come. After an outage the clerks
 * hear the present step and not those that were missed. Nothing once the latest day is over: then the
 * papers are late, which is said when they are published.
 *
 * @param steps working days before the latest lawful publication, most first
 */
export function countdownDue(
  law: MeetingNotice,
  now: Temporal.Instant,
  timeZone: string,
  steps: readonly number[] = COUNTDOWN,
): CountdownAtHand | undefined {
  const latest = latestLawfulDay(law.meeting, law.rule, law.holidays)
  const morningOf = (day: Temporal.PlainDate) => instantOf(day.toString(), TOLD_AT, timeZone)
  const midnight = instantOf(latest.day.add({ days: 1 }).toString(), '00:00', timeZone)
  if (!isAfter(midnight, now)) return undefined
  const step = steps.findLast(
    (before) => !isAfter(morningOf(countdownDay(latest.day, before, law.holidays)), now),
  )
  return step === undefined ? undefined : { step, latest }
}
