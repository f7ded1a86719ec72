import { Temporal } from 'temporal-polyfill'
import { addWorkingDays, isBeforeDay, later } from '../calendar/days.ts'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import { MOST_AN_ACTION, OWNER_DAYS } from './types.ts'

/** Overdue rows go on the agenda so many working days before the meeting: before it is made up. */
const AGENDA_AHEAD = 10

/** In the order in which they come. */
export const ESCALATION_STEPS = [
  'beforeDue',
  'due',
  'overdue',
  'digest',
  'headOfService',
  'agenda',
  'finalNotice',
  'letter',
] as const
export type EscalationStep = (typeof ESCALATION_STEPS)[number]

/** What is told to the owner, and counts against law 12. */
const OWNER_STEPS = ['beforeDue', 'due', 'overdue', 'digest', 'finalNotice'] as const
export type OwnerStep = (typeof OWNER_STEPS)[number]

export function isOwnerStep(step: EscalationStep): step is OwnerStep {
  return OWNER_STEPS.some((one) => one === step)
}

/** Why a step was not told to anybody. */
export const WHY_NOT = [
  /** A later step had come by when it was looked at. */
  'passed',
  /** Law 12: five times about one action. */
  'five',
  /** They want fewer reminders. */
  'fewer',
  'on-leave',
  'no-slack',
  'no-owner',
  'no-head',
] as const
export type WhyNot = (typeof WHY_NOT)[number]

/** A step that was told or passed over before. */
export interface NotedStep {
  readonly step: EscalationStep
  readonly on: Temporal.PlainDate
  /** The owner said that they have seen it. */
  readonly isAcknowledged: boolean
}

/** What one owner owes by one day, as far as rules need it. */
export interface OwnerAsked {
  readonly dueOn: Temporal.PlainDate
  /** Since when it is theirs. */
  readonly since: Temporal.PlainDate
  /** Working days before it is due, as the committee has set; 0 is the day itself. */
  readonly leads: readonly number[]
  readonly wantsFewer: boolean
  /** Of this due day, to this owner or in their place. */
  readonly noted: readonly NotedStep[]
  /** On how many days any of it was asked about, whenever it was due and whoever owed it. */
  readonly timesAsked: number
  /** The last day on which they were asked about anything. */
  readonly lastAskedOn: Temporal.PlainDate | undefined
  /** It stood on an agenda as overdue, and that meeting is over. */
  readonly isFinal: boolean
}

export interface StepAtHand {
  readonly step: OwnerStep
  /** Tells it apart from the others of the same due day. */
  readonly slot: string
  /** Earlier ones whose time went by unused. */
  readonly passed: readonly { readonly step: OwnerStep; readonly slot: string }[]
  /** It is noted and told to nobody. */
  readonly skip: WhyNot | undefined
}

export interface Today {
  readonly today: Temporal.PlainDate
  readonly offices: HolidayCalendar
}

interface TimedStep {
  readonly step: OwnerStep
  readonly slot: string
  readonly day: Temporal.PlainDate
}

/** When an owner is asked: ahead, on the day and on the working day after it; of what came late, the day after that. */
export function timetableOf(
  { dueOn, since, leads }: Pick<OwnerAsked, 'dueOn' | 'since' | 'leads'>,
  offices: HolidayCalendar,
): TimedStep[] {
  const ahead = [...new Set(leads)].filter((lead) => lead > 0).sort((one, other) => other - one)
  const all: TimedStep[] = [
    ...ahead.map((lead) => ({
      step: 'beforeDue' as const,
      slot: `before/${lead}`,
      day: addWorkingDays(dueOn, -lead, offices),
    })),
    ...(leads.includes(0)
      ? [{ step: 'due' as const, slot: 'due', day: addWorkingDays(dueOn, 0, offices) }]
      : []),
  ]
  return [
    // What fell on or before the day on which it became theirs reminds nobody.
    ...all.filter(({ day }) => isBeforeDay(since, day)),
    { step: 'overdue', slot: 'overdue', day: dayAfter(later(dueOn, since), offices) },
  ]
}

/** The working day after one; after a holiday or a weekend, the one after the working day that stands for it. */
function dayAfter(day: Temporal.PlainDate, offices: HolidayCalendar): Temporal.PlainDate {
  return addWorkingDays(addWorkingDays(day, 0, offices), 1, offices)
}

/**
 * What is said to an owner today; nothing where nothing has come, or law 12 makes it wait. The last of the five is
 * kept for the final notice: a weekly list never takes it.
 */
export function ownerStepAtHand(asked: OwnerAsked, at: Today): StepAtHand | undefined {
  const isTold = (what: EscalationStep) => asked.noted.some((one) => one.step === what)
  if (isTold('finalNotice')) return undefined
  const timed = timedAtHand(asked, at)
  const [step, ...passed] = timed.toReversed()
  if (step) {
    if (step.step === 'beforeDue' && asked.wantsFewer) return stepOf(step, passed, 'fewer')
    return allowed(asked, at, stepOf(step, passed))
  }
  if (asked.isFinal) return allowed(asked, at, stepOf({ step: 'finalNotice', slot: 'final' }))
  const last = asked.noted.at(-1)
  const isWeekly =
    isTold('overdue') &&
    last !== undefined &&
    !asked.noted.some(({ on, isAcknowledged }) => isAcknowledged && on.equals(last.on)) &&
    asked.timesAsked < MOST_AN_ACTION - 1 &&
    !isBeforeDay(at.today, last.on.add({ days: OWNER_DAYS }))
  if (!isWeekly) return undefined
  const number = asked.noted.filter((one) => one.step === 'digest').length + 1
  return allowed(asked, at, stepOf({ step: 'digest', slot: `digest/${number}` }))
}

/** The steps of the timetable that have come after the last that was noted. */
function timedAtHand(asked: OwnerAsked, { today, offices }: Today): TimedStep[] {
  const come = timetableOf(asked, offices).filter(({ day }) => !isBeforeDay(today, day))
  const isNoted = ({ step, day }: TimedStep) =>
    asked.noted.some((one) => one.step === step && (step !== 'beforeDue' || !isBeforeDay(one.on, day)))
  return come.slice(come.findLastIndex(isNoted) + 1)
}

function stepOf(
  { step, slot }: Pick<TimedStep, 'step' | 'slot'>,
  passed: readonly TimedStep[] = [],
  skip?: WhyNot,
): StepAtHand {
  return {
    step,
    slot,
    passed: passed.toReversed().map((one) => ({ step: one.step, slot: one.slot })),
    skip,
  }
}

function allowed(asked: OwnerAsked, { today }: Today, step: StepAtHand): StepAtHand | undefined {
  if (asked.timesAsked >= MOST_AN_ACTION) return { ...step, skip: 'five' }
  return isTooSoon(asked.lastAskedOn, today) ? undefined : step
}

/** Law 12: whether somebody was asked so lately that they are left alone today. */
export function isTooSoon(last: Temporal.PlainDate | undefined, today: Temporal.PlainDate): boolean {
  return last !== undefined && isBeforeDay(today, last.add({ days: OWNER_DAYS }))
}

/** What all owners of one due day have in common. */
export interface GroupOverdue {
  readonly dueOn: Temporal.PlainDate
  readonly since: Temporal.PlainDate
  readonly headAfter: number
  readonly finalDays: number
  readonly noted: readonly (NotedStep & { readonly meetingId?: string | undefined })[]
  /** The committee's meetings that take place, in order. */
  readonly meetings: readonly { readonly id: string; readonly date: Temporal.PlainDate }[]
}

export type GroupStep =
  | { readonly step: 'headOfService' }
  | { readonly step: 'agenda'; readonly meetingId: string }
  | { readonly step: 'letter' }

/** What is done beside asking the owner: the head of service, the agenda, the Chair's letter, one after the other. */
export function groupStepAtHand(group: GroupOverdue, { today, offices }: Today): GroupStep | undefined {
  const { noted, meetings } = group
  const first = (what: EscalationStep) => noted.find(({ step }) => step === what)
  if (first('letter')) return undefined
  const final = first('finalNotice')
  if (final)
    return isBeforeDay(finalDay(final.on, group.finalDays, offices), today) ? { step: 'letter' } : undefined
  if (!first('headOfService'))
    return isBeforeDay(today, headDay(group, offices)) ? undefined : { step: 'headOfService' }
  if (agendaOf(group)) return undefined
  const next = meetings.find(({ date }) => isBeforeDay(today, date))
  if (!next || isBeforeDay(today, addWorkingDays(next.date, -AGENDA_AHEAD, offices))) return undefined
  return { step: 'agenda', meetingId: next.id }
}

/** The meeting on whose agenda it stands as overdue; none where that does not take place any more. */
export function agendaOf({ noted, meetings }: Pick<GroupOverdue, 'noted' | 'meetings'>) {
  return meetings.find(({ id }) => noted.some(({ step, meetingId }) => step === 'agenda' && meetingId === id))
}

/** Whether the meeting has gone by on whose agenda it stood, so that final notice is given. */
export function isFinal(group: Pick<GroupOverdue, 'noted' | 'meetings'>, today: Temporal.PlainDate): boolean {
  const meeting = agendaOf(group)
  return meeting !== undefined && isBeforeDay(meeting.date, today)
}

/** The day on which the head of service hears: working days after it was due or, of what came late, became known. */
function headDay(
  { dueOn, since, headAfter }: Pick<GroupOverdue, 'dueOn' | 'since' | 'headAfter'>,
  offices: HolidayCalendar,
): Temporal.PlainDate {
  return addWorkingDays(later(dueOn, since), headAfter, offices)
}

/** The last day of a final notice. */
export function finalDay(
  noticed: Temporal.PlainDate,
  finalDays: number,
  offices: HolidayCalendar,
): Temporal.PlainDate {
  return addWorkingDays(noticed, finalDays, offices)
}

/** A subject of reminders: the rows of a resolution that are due on one day share their messages. */
export function subjectOf(groupKey: string, dueOn: string): string {
  return `${groupKey}#${dueOn}`
}

/** @throws on a subject that `subjectOf` never wrote */
export function ofSubject(subject: string): { readonly groupKey: string; readonly dueOn: string } {
  const at = subject.lastIndexOf('#')
  if (at < 0) throw new Error(`"${subject}" is no subject of asking`)
  const dueOn = Temporal.PlainDate.from(subject.slice(at + 1)).toString()
  return { groupKey: subject.slice(0, at), dueOn }
}
