import { instantOf } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import {
  type ChangeRefusal,
  faceAfter,
  type OtherMeeting,
  type WantedMeeting,
  whyNotChange,
} from './change-rules.ts'
import { changesOf, isKnownToMembers, type RecordedChange } from './changes.ts'
import { lockMeetingAndCommittee } from './locks.ts'
import { type MeetingAtHand, meetingAtHand } from './meeting.ts'
import { type ChangeMade, faceOf, recordChange } from './record-change.ts'
import { meetingsOnDay } from './schedule-meeting.ts'

export interface ChangeMeeting {
  readonly by: string
  readonly meetingId: string
  /** The version that the clerk looked at. */
  readonly version: number
  readonly change: WantedMeeting & {
    /** For members to read; empty for none. */
    readonly reason: string
    /** A mistyped entry is corrected; only while nobody has been told of the meeting. */
    readonly quietly?: boolean
  }
}

/**
 * - `not-a-clerk`: only a clerk of the committee changes its meetings
 * - `meeting-gone`: it is not in this council's record
 * - the refusals of `change-rules.ts`, with the meeting as it is and its last change
 */
export type ChangeMeetingRefusal =
  | { readonly code: 'not-a-clerk'; readonly committeeId: string; readonly committee: string }
  | { readonly code: 'meeting-gone' }
  | (ChangeRefusal & {
      readonly meeting: MeetingAtHand
      readonly lastChange: RecordedChange | undefined
    })

export interface MeetingChanged extends ChangeMade {
  /** As it is now. */
  readonly meeting: MeetingAtHand
  readonly quietly: boolean
}

/** What later rooms do about a change in the same transaction, such as moving the dates of reports. */
export type Follow = (tx: Tx, changed: MeetingChanged) => Promise<void>

/**
 * One act of the clerk: cancel a meeting, postpone it, move it to another day, time or room, or take a
 * cancellation or postponement back. Everybody is told once and at once.
 */
export async function changeMeeting(
  house: House,
  act: ChangeMeeting,
  follow: readonly Follow[] = [],
): Promise<Outcome<MeetingChanged, ChangeMeetingRefusal>> {
  return house.transact(act.by, async (tx) => {
    await lockMeetingAndCommittee(tx, act.meetingId)
    const meeting = await meetingAtHand(tx, act.meetingId)
    if (!meeting) return refused({ code: 'meeting-gone' })
    const { committeeId, committeeName } = meeting
    if (!(await isClerk(tx, committeeId, act.by)))
      return refused({ code: 'not-a-clerk', committeeId, committee: committeeName })
    const before = faceOf(meeting)
    const after = faceAfter(before, act.change)
    const refusal = whyNotChange({
      before,
      after,
      endsAt: meeting.endsAt,
      startsAtAfter: instantOf(after.date, after.startTime, meeting.timeZone),
      others: await othersOnDay(tx, meeting, after.date),
      isFresh: act.version === meeting.version,
      now: tx.now,
    })
    if (refusal) return refused({ ...refusal, meeting, lastChange: (await changesOf(tx, meeting.id)).at(-1) })
    const quietly = act.change.quietly === true && !(await isKnownToMembers(tx, meeting.id))
    const made = await recordChange(tx, { meeting, after, reason: act.change.reason, quietly })
    const now = await meetingAtHand(tx, meeting.id)
    const changed = { ...made, meeting: now ?? meeting, quietly }
    for (const one of follow) await one(tx, changed)
    return done(changed)
  })
}

async function othersOnDay(tx: Tx, meeting: MeetingAtHand, date: string): Promise<OtherMeeting[]> {
  const all = await meetingsOnDay(tx, meeting.committeeId, date)
  return all.filter(({ id }) => id !== meeting.id)
}
