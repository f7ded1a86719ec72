import { isClerk } from '../committees/people.ts'
import type { Minutes } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { type Outcome, refused } from '../outcome.ts'
import { lockedSitting, type SittingAtHand } from '../sitting/at-hand.ts'

/** What a clerk does about the minutes of a meeting. */
export interface ActOnMinutes {
  readonly by: string
  readonly meetingId: string
}

/**
 * - `not-open`: there is no record of a meeting that was not opened
 * - `not-a-clerk`: the committee's clerks keep its minutes
 */
export interface MinutesRefusal {
  readonly code: 'not-open' | 'not-a-clerk'
}

export interface HeldMinutes {
  readonly tx: Tx
  readonly sitting: SittingAtHand
  /** Absent until they are drafted. */
  readonly minutes: Minutes | undefined
}

/** Do something about minutes: by a clerk of the committee, one after the other. */
export async function onMinutes<T, R extends { readonly code: string }>(
  house: House,
  act: ActOnMinutes,
  work: (held: HeldMinutes) => Promise<Outcome<T, R | MinutesRefusal>>,
): Promise<Outcome<T, R | MinutesRefusal>> {
  return house.transact<Outcome<T, R | MinutesRefusal>>(act.by, async (tx) => {
    const sitting = await lockedSitting(tx, act.meetingId)
    if (!sitting) return refused({ code: 'not-open' })
    if (!(await isClerk(tx, sitting.meeting.committeeId, act.by))) return refused({ code: 'not-a-clerk' })
    const { councilId } = tx
    const minutes = await tx.db.minutes.findUnique({
      where: { councilId_meetingId: { councilId, meetingId: act.meetingId } },
    })
    return work({ tx, sitting, minutes: minutes ?? undefined })
  })
}
