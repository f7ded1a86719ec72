import { Temporal } from 'temporal-polyfill'
import { instantOf, isAfter } from '../calendar/civil.ts'
import { addWorkingDays } from '../calendar/days.ts'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'

/** Who may sit for an absent member, by the council's own standing orders. */
export interface SubstituteRule {
  /** The committee's named substitutes, or any member of the council; absent where none are allowed. */
  readonly pool: 'named' | 'group' | undefined
  /** Only of the absent member's group, so that the political balance stays (LGHA 1989 ss15–17). */
  readonly sameGroup: boolean
  /** The most substitutions for one member in a municipal year; absent for no limit. */
  readonly perYear: number | undefined
}

/** Somebody of the council as the rules need them. */
export interface Candidate {
  /** A named substitute of this committee on the day. */
  readonly isNamed: boolean
  /** Sits on this committee on the day. */
  readonly sitsHere: boolean
  /** The political groups for which they hold a seat in the council; none for an independent. */
  readonly groups: readonly string[]
  readonly isExecutive: boolean
  /** Has sent apologies for the meeting. */
  readonly isAway: boolean
  /** Is asked, or has agreed, to sit for another member on that day. */
  readonly isTaken: boolean
}

/**
 * Why somebody may not sit for a member:
 *
 * - `sits-here`: has a seat, and a vote, of their own there
 * - `executive`: executive members may not sit on overview and scrutiny (LGA 2000 s9FA)
 * - `not-named`: the standing orders take the committee's named substitutes alone
 * - `other-group`: the seat belongs to another political group
 * - `away`: has sent apologies too
 * - `taken`: sits for another member that day
 */
export type NotInPool = 'sits-here' | 'executive' | 'not-named' | 'other-group' | 'away' | 'taken'

export function whyNotInPool(
  { pool, sameGroup }: SubstituteRule,
  absentGroup: string | undefined,
  candidate: Candidate,
): NotInPool | undefined {
  if (candidate.sitsHere) return 'sits-here'
  if (candidate.isExecutive) return 'executive'
  if (pool === 'named' && !candidate.isNamed) return 'not-named'
  if (sameGroup && !isOfGroup(candidate, absentGroup)) return 'other-group'
  if (candidate.isAway) return 'away'
  if (candidate.isTaken) return 'taken'
  return undefined
}

/** A seat without a group has its named substitutes alone: nobody else shares what it stands for. */
function isOfGroup({ groups, isNamed }: Candidate, absentGroup: string | undefined): boolean {
  if (absentGroup === undefined) return isNamed && groups.length === 0
  return groups.includes(absentGroup)
}

/** Who names: the member, a clerk of the committee, or the whip of the member's group. */
export type NamedBy = 'member' | 'clerk' | 'whip'

/**
 * Why no substitute can be named for a member at all:
 *
 * - `no-substitutes`: the committee takes none
 * - `not-absent`: there are no apologies for absence to stand in for
 * - `too-late`: the standing orders ask for notice by then; a clerk who had notice in time still enters it
 * - `year-full`: so many were named for this member in the municipal year already
 */
export type NotToName =
  | { readonly code: 'no-substitutes' | 'not-absent' }
  | { readonly code: 'too-late'; readonly until: Temporal.Instant }
  | { readonly code: 'year-full'; readonly most: number }

export function whyNotName(of: {
  readonly rule: SubstituteRule
  readonly isAbsent: boolean
  readonly by: NamedBy
  readonly until: Temporal.Instant
  /** Substitutions for this member in the municipal year, this meeting's left out. */
  readonly inYear: number
  readonly now: Temporal.Instant
}): NotToName | undefined {
  const { rule, by, until } = of
  if (rule.pool === undefined) return { code: 'no-substitutes' }
  if (!of.isAbsent) return { code: 'not-absent' }
  if (by !== 'clerk' && !isAfter(until, of.now)) return { code: 'too-late', until }
  if (rule.perYear !== undefined && of.inYear >= rule.perYear)
    return { code: 'year-full', most: rule.perYear }
  return undefined
}

/** Until when a substitute may be named. */
export interface CutOff {
  readonly at: Temporal.Instant
  /** Whether the holidays before the meeting are all known; if not, it may be earlier (law 7). */
  readonly covered: boolean
}

/**
 * The cut-off by standing orders: so many working days before the meeting, at a time of that day ("by midday on
 * the day"), and in any case when the meeting begins.
 *
 * @param days working days before; 0 is the meeting's own day, absent for until it begins
 * @param time local time `HH:MM`; the end of that day when absent
 */
export function cutOffOf(
  meeting: { readonly date: string; readonly timeZone: string; readonly startsAt: Temporal.Instant },
  { days, time }: { readonly days: number | undefined; readonly time: string | undefined },
  holidays: HolidayCalendar,
): CutOff {
  if (days === undefined && time === undefined) return { at: meeting.startsAt, covered: true }
  const date = Temporal.PlainDate.from(meeting.date)
  const day = days ? addWorkingDays(date, -days, holidays) : date
  const at =
    time === undefined
      ? instantOf(day.add({ days: 1 }).toString(), '00:00', meeting.timeZone)
      : instantOf(day.toString(), time, meeting.timeZone)
  const covered = !days || holidays.covers(day, date)
  return { at: isAfter(at, meeting.startsAt) ? meeting.startsAt : at, covered }
}

/**
 * The municipal year of a day, from annual meeting to annual meeting. Councils hold theirs in May (LGA 1972
 * Sch 12 para 1), so that the year is taken to begin on 1 May.
 *
 * @returns first and last day, ISO civil dates
 */
export function municipalYearOf(date: string): { readonly from: string; readonly until: string } {
  const { year, month } = Temporal.PlainDate.from(date)
  const begins = month >= 5 ? year : year - 1
  return { from: `${begins}-05-01`, until: `${begins + 1}-04-30` }
}
