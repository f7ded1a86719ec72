import { isAfter } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { inTheWay, type OtherMeeting } from './change-rules.ts'
import { lockCommittee } from './locks.ts'
import { type MeetingAtHand, meetingAtHand, planned } from './meeting.ts'
import { makeMeeting, meetingsOnDay } from './schedule-meeting.ts'

export interface PlanMeeting {
  readonly by: string
  readonly committeeId: string
  readonly date: string
  readonly startTime: string
  /** Empty while it is not known. */
  readonly venue: string
}

/**
 * - `not-a-clerk`: only a clerk of the committee schedules its meetings
 * - `past-day`, `another-meeting`: said at the date
 */
export type PlanRefusal =
  | { readonly code: 'not-a-clerk'; readonly committeeId: string; readonly committee: string }
  | { readonly code: 'past-day' }
  | { readonly code: 'another-meeting'; readonly other: OtherMeeting }

/**
 * A meeting that stands before its papers do. Members are told with the papers; until then they see it with
 * `/agenda` and can send apologies. Scheduling it twice is the same as once.
 */
export async function planMeeting(
  house: House,
  act: PlanMeeting,
): Promise<Outcome<{ readonly meeting: MeetingAtHand }, PlanRefusal>> {
  return house.transact(act.by, async (tx) => {
    await lockCommittee(tx, act.committeeId)
    const committee = await tx.db.committee.findFirst({
      where: { councilId: tx.councilId, id: act.committeeId },
    })
    if (!committee || !(await isClerk(tx, act.committeeId, act.by)))
      return refused({
        code: 'not-a-clerk',
        committeeId: act.committeeId,
        committee: committee?.name ?? '',
      })
    const { committeeId, date, startTime, venue } = act
    const facts = {
      committeeId,
      date,
      startTime,
      venue,
      timeZone: house.timeZone,
      plannedMinutes: committee.plannedMinutes,
    }
    if (!isAfter(planned(facts).startsAt, tx.now)) return refused({ code: 'past-day' })
    const other = inTheWay(facts, await meetingsOnDay(tx, committeeId, date))
    const isThis = other?.state === 'scheduled' && other.startTime === startTime && other.venue === venue
    if (other && !isThis) return refused({ code: 'another-meeting', other })
    const { id } = other ?? (await makeMeeting(tx, facts))
    const meeting = await meetingAtHand(tx, id)
    if (!meeting) throw new Error(`meeting ${id} was scheduled a moment ago`)
    return done({ meeting })
  })
}
