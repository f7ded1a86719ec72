import { Temporal } from 'temporal-polyfill'
import { isAfter } from '../calendar/civil.ts'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import { endOfPeriod, type PeriodEnd } from '../calendar/periods.ts'
import type { EntrySaid, ProgrammeMeeting, ProgrammeState, Standing } from './types.ts'

/** Whether a meeting has been: closed by its clerk, or over by the clock where nobody opened it. */
function hasBeen(meeting: ProgrammeMeeting, now: Temporal.Instant): boolean {
  if (meeting.state !== 'scheduled' || meeting.sitting === 'inquorate') return false
  if (meeting.sitting !== undefined) return meeting.sitting === 'closed'
  return !isAfter(meeting.endsAt, now)
}

/** Whether what is down for a meeting stands over: it does not take place, or ended for want of a quorum. */
function standsOver(meeting: ProgrammeMeeting): boolean {
  return meeting.state !== 'scheduled' || meeting.sitting === 'inquorate'
}

/** How an entry stands, from what is stored of it and from its meeting as that is now. */
export function standingOf(
  entry: { readonly state: ProgrammeState; readonly printedDate: string },
  meeting: ProgrammeMeeting | undefined,
  { now, today }: { readonly now: Temporal.Instant; readonly today: string },
): Standing {
  if (entry.state === 'agreed') return 'toSchedule'
  if (entry.state !== 'scheduled') return entry.state
  if (!meeting) return isDay(entry.printedDate) && entry.printedDate < today ? 'taken' : 'scheduled'
  if (standsOver(meeting)) return 'toReschedule'
  return hasBeen(meeting, now) ? 'taken' : 'scheduled'
}

/** An ISO civil date, and no words such as "Spring 2018". */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}

/** How the committee decides in time: so many working days after the day of the proposal. */
export function decisionClock(
  proposedOn: Temporal.PlainDate,
  workingDays: number,
  calendar: HolidayCalendar,
): PeriodEnd {
  const source = 'this committee’s time for deciding on proposals'
  return endOfPeriod(
    proposedOn,
    { length: workingDays, unit: 'working-days', start: 'after', source },
    calendar,
  )
}

/**
 * By which right the programme is changed: as the committee resolved, or between its meetings under the delegation that
 * it gave ("be authorised to vary the Forward Work Programme between meetings, as the need arises", Flintshire).
 */
export const AUTHORITIES = ['committee', 'delegated'] as const
export interface Authority {
  readonly kind: (typeof AUTHORITIES)[number]
  /** The meeting and minute, or the reason. */
  readonly why: string
}

/**
 * - `why-missing`: say at which meeting it was agreed, or why it is done between meetings
 * - `no-delegation`: the committee has let nobody vary its programme between meetings
 */
export type AuthorityRefusal = { readonly code: 'why-missing' | 'no-delegation' }

export function whyNotVary(authority: Authority, variedBy: string): AuthorityRefusal | undefined {
  if (authority.kind === 'delegated' && variedBy === '') return { code: 'no-delegation' }
  return authority.why === '' ? { code: 'why-missing' } : undefined
}

/**
 * - `title-missing`: say what it is about
 * - `reason-missing`: say why the committee should consider it
 */
export type SaidRefusal = { readonly code: 'title-missing' | 'reason-missing' }

/** A proposal needs its reason; what the committee has agreed already may go without, as printed programmes do. */
export function whyNotSay(said: EntrySaid, needsReason: boolean): SaidRefusal | undefined {
  if (said.title === '') return { code: 'title-missing' }
  return needsReason && said.reason === '' ? { code: 'reason-missing' } : undefined
}

/** Where an entry can be put. */
export type Place =
  | { readonly to: 'meeting'; readonly meetingId: string }
  | { readonly to: 'unscheduled' | 'taken' | 'off' }

/**
 * - `not-agreed`: it is no part of the programme: decide on the proposal first
 * - `meeting-gone`: no such meeting of this committee
 * - `meeting-off`: it is cancelled or has no day
 * - `meeting-over`: it has been; say that the entry was taken instead
 */
export type PlaceRefusal = {
  readonly code: 'not-agreed' | 'meeting-gone' | 'meeting-off' | 'meeting-over'
}

export function whyNotPlace(
  state: ProgrammeState,
  place: Place,
  meeting: ProgrammeMeeting | undefined,
  now: Temporal.Instant,
): PlaceRefusal | undefined {
  if (state === 'proposed' || state === 'declined' || state === 'withdrawn') return { code: 'not-agreed' }
  return whyNotMeeting(place, meeting, now)
}

export function whyNotMeeting(
  place: Place,
  meeting: ProgrammeMeeting | undefined,
  now: Temporal.Instant,
): PlaceRefusal | undefined {
  if (place.to !== 'meeting') return undefined
  if (!meeting) return { code: 'meeting-gone' }
  if (standsOver(meeting)) return { code: 'meeting-off' }
  return hasBeen(meeting, now) ? { code: 'meeting-over' } : undefined
}

/** What is stored of an entry that is put somewhere. */
export function columnsOfPlace(place: Place): {
  readonly state: ProgrammeState
  readonly meetingId?: string | null
  readonly printedDate?: string
} {
  switch (place.to) {
    case 'meeting':
      return { state: 'scheduled', meetingId: place.meetingId, printedDate: '' }
    case 'unscheduled':
      return { state: 'agreed', meetingId: null, printedDate: '' }
    // Where it stood is kept: at which meeting it was taken, or from which it was taken off.
    case 'taken':
      return { state: 'taken' }
    case 'off':
      return { state: 'withdrawn' }
  }
}

/** The day of an entry for putting it in order, and what comes after every day where it has none. */
export function dayOf(entry: {
  readonly meeting: ProgrammeMeeting | undefined
  readonly printedDate: string
}): string {
  return entry.meeting?.date ?? (isDay(entry.printedDate) ? entry.printedDate : '9999')
}

export function hasDay(entry: Parameters<typeof dayOf>[0]): boolean {
  return entry.meeting !== undefined || isDay(entry.printedDate)
}

/** Whether the last day for deciding is over. */
export function isOverdue(decideBy: string | undefined, today: Temporal.PlainDate): boolean {
  return decideBy !== undefined && Temporal.PlainDate.compare(Temporal.PlainDate.from(decideBy), today) < 0
}
