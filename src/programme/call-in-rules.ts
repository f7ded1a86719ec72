import { Temporal } from 'temporal-polyfill'
import { isBeforeDay } from '../calendar/days.ts'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import { endOfPeriod, type PeriodEnd } from '../calendar/periods.ts'

/*
 * Call-in: the power of LGA 2000 s9F(2)(a) and (4) to have a decision that is made but not carried out looked at again.
 * How many ask, within which time and when the committee meets is for each council's constitution.
 */

export type CallInState = 'open' | 'called' | 'lapsed' | 'invalid' | 'heard'

export const CALL_IN_OUTCOMES = ['released', 'referredBack', 'referredToCouncil'] as const
export type CallInOutcome = (typeof CALL_IN_OUTCOMES)[number]

/** The council's rule as it was when the decision was entered: a later change does not move a running window. */
export interface CallInRule {
  readonly requesters: number
  /** Working days after publication. */
  readonly windowDays: number
  /** Working days after enough have asked. */
  readonly meetWithin: number
  /** Of which one must be named; none where the constitution lists none. */
  readonly grounds: readonly string[]
}

const SOURCE = 'the council’s rule of call-in'

/** The last day on which councillors can ask: to its very end. */
export function windowOf(
  publishedOn: Temporal.PlainDate,
  { windowDays }: Pick<CallInRule, 'windowDays'>,
  calendar: HolidayCalendar,
): PeriodEnd {
  return endOfPeriod(
    publishedOn,
    { length: windowDays, unit: 'working-days', start: 'after', source: SOURCE },
    calendar,
  )
}

/** The last day on which the committee can meet in time. */
export function meetingClock(
  calledOn: Temporal.PlainDate,
  { meetWithin }: Pick<CallInRule, 'meetWithin'>,
  calendar: HolidayCalendar,
): PeriodEnd {
  return endOfPeriod(
    calledOn,
    { length: meetWithin, unit: 'working-days', start: 'after', source: SOURCE },
    calendar,
  )
}

/** What somebody is who asks. */
export interface Requester {
  /** Sits on a committee of the council as a member of it. */
  readonly isCouncillor: boolean
  /** Is named as a substitute only, which is no membership. */
  readonly isSubstituteOnly: boolean
  /** LGA 2000 s9FA: who sits in the executive takes no part in scrutiny of it. */
  readonly isExecutive: boolean
}

export interface CallInAtHand {
  readonly state: CallInState
  readonly publishedOn: string
  readonly closesOn: string
  readonly rule: CallInRule
}

/**
 * - `executive`: a member of the executive does not call in its decisions
 * - `substitute-only`, `not-a-councillor`: only members of the council ask
 * - `called-already`: enough have asked
 * - `window-over`, `not-yet`: outside the time for asking
 * - `settled`: it was found invalid, or has been heard
 * - `grounds-missing`, `reason-missing`: say on what grounds
 */
export type RequestRefusal = {
  readonly code:
    | 'executive'
    | 'substitute-only'
    | 'not-a-councillor'
    | 'called-already'
    | 'window-over'
    | 'not-yet'
    | 'settled'
    | 'grounds-missing'
    | 'reason-missing'
}

/** @param on the day on which they asked, which a clerk may enter later where it came on paper */
export function whyNotRequest(
  callIn: CallInAtHand,
  who: Requester,
  asked: {
    readonly on: Temporal.PlainDate
    readonly grounds: readonly string[]
    readonly reason: string
  },
): RequestRefusal | undefined {
  if (who.isExecutive) return { code: 'executive' }
  if (!who.isCouncillor) return { code: who.isSubstituteOnly ? 'substitute-only' : 'not-a-councillor' }
  if (callIn.state === 'called') return { code: 'called-already' }
  if (callIn.state === 'invalid' || callIn.state === 'heard') return { code: 'settled' }
  if (isBeforeDay(asked.on, Temporal.PlainDate.from(callIn.publishedOn))) return { code: 'not-yet' }
  if (isBeforeDay(Temporal.PlainDate.from(callIn.closesOn), asked.on)) return { code: 'window-over' }
  if (callIn.rule.grounds.length > 0)
    return asked.grounds.some((ground) => callIn.rule.grounds.includes(ground))
      ? undefined
      : { code: 'grounds-missing' }
  return asked.reason === '' ? { code: 'reason-missing' } : undefined
}

/** Whether the window has ended without enough requests. */
export function hasLapsed(
  callIn: Pick<CallInAtHand, 'state' | 'closesOn'>,
  today: Temporal.PlainDate,
): boolean {
  return callIn.state === 'open' && isBeforeDay(Temporal.PlainDate.from(callIn.closesOn), today)
}
