import { Temporal } from 'temporal-polyfill'
import { civilDate, columnOfDate, dateOfColumn, instantOf, toDate, toInstant } from '../calendar/civil.ts'
import { addWorkingDays } from '../calendar/days.ts'
import type { House } from '../database/house.ts'
import { MOST_DAYS } from './policies.ts'
import { type StepAtHand, stepAtHand } from './rules.ts'
import type { Moment, PolicyId } from './types.ts'

/** A meeting for which one of the times of a policy has come. */
export interface MeetingStep {
  readonly meetingId: string
  readonly committeeId: string
  readonly step: StepAtHand
  /** A meeting that moves is reminded of anew: the day is part of what tells times apart. */
  readonly slot: string
  readonly stale: readonly string[]
}

/**
 * The meetings, not begun yet, for which one of the times of a policy has come. Members were asked when the
 * papers were published or, for another day, when it was moved.
 */
export async function meetingSteps(house: House, moment: Moment, policy: PolicyId): Promise<MeetingStep[]> {
  const last = addWorkingDays(moment.today, MOST_DAYS, moment.offices).add({ days: 1 })
  const meetings = await house.db.meeting.findMany({
    where: {
      councilId: house.councilId,
      state: 'scheduled',
      startsAt: { gt: toDate(moment.now), lt: toDate(instantOf(last.toString(), '00:00', house.timeZone)) },
      date: { gte: columnOfDate(moment.today.toString()) },
    },
    select: {
      id: true,
      committeeId: true,
      date: true,
      startTime: true,
      answersSince: true,
      publications: { where: { number: 0 }, select: { publishedAt: true }, take: 1 },
    },
    orderBy: { startsAt: 'asc' },
  })
  return meetings.flatMap((meeting): MeetingStep[] => {
    const { active, days } = moment.policyOf(meeting.committeeId, policy)
    if (!active) return []
    const date = dateOfColumn(meeting.date)
    const asked = [meeting.publications[0]?.publishedAt, meeting.answersSince].flatMap((at) =>
      at ? [civilDate(toInstant(at), house.timeZone).toString()] : [],
    )
    const askedOn = asked.sort().at(-1)
    const step = stepAtHand({ date, startTime: meeting.startTime }, days, {
      today: moment.today,
      askedOn: askedOn === undefined ? undefined : Temporal.PlainDate.from(askedOn),
      offices: moment.offices,
    })
    if (!step) return []
    const slotOf = (lead: number) => `${date}/${lead}`
    return [
      {
        meetingId: meeting.id,
        committeeId: meeting.committeeId,
        step,
        slot: slotOf(step.lead),
        stale: step.passed.map(slotOf),
      },
    ]
  })
}
