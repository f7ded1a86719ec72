import { isAfter } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { lockMeetingAndCommittee } from './locks.ts'
import { type MeetingAtHand, meetingAtHand } from './meeting.ts'

/**
 * - `meeting-gone`: it is not in this council's record
 * - `not-a-clerk`: only a clerk of the committee says what is asked for; ask one of them
 * - `not-ahead`: the meeting is over, cancelled or postponed, so that nothing is due for it
 */
export type GroundRefusal =
  | { readonly code: 'meeting-gone' }
  | { readonly code: 'not-a-clerk'; readonly committeeId: string; readonly committeeName: string }
  | { readonly code: 'not-ahead'; readonly meeting: MeetingAtHand }

/** The meeting for which a clerk asks for reports, held until the transaction ends. */
export async function meetingToPrepare(
  tx: Tx,
  act: { readonly by: string; readonly meetingId: string },
): Promise<Outcome<MeetingAtHand, GroundRefusal>> {
  await lockMeetingAndCommittee(tx, act.meetingId)
  const meeting = await meetingAtHand(tx, act.meetingId)
  if (!meeting) return refused({ code: 'meeting-gone' })
  const { committeeId, committeeName } = meeting
  if (!(await isClerk(tx, committeeId, act.by)))
    return refused({ code: 'not-a-clerk', committeeId, committeeName })
  if (!isAhead(meeting, tx.now)) return refused({ code: 'not-ahead', meeting })
  return done(meeting)
}

/** It takes place, and has not ended. */
export function isAhead(meeting: MeetingAtHand, now: Tx['now']): boolean {
  return meeting.state === 'scheduled' && isAfter(meeting.endsAt, now)
}
