import type { House } from '../database/house.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { done, type Outcome } from '../outcome.ts'
import { type DeclareRefusal, type Declaring, declarationAtHand, noteAnswer } from './declaring.ts'
import { countStanding } from './meeting-items.ts'

/**
 * "Nothing to declare", or nothing more: recorded for every item on the agenda now. Notices that were given stand.
 * Only items that come later are asked about again.
 */
export async function declareNothing(
  house: House,
  act: Declaring,
): Promise<Outcome<{ readonly meeting: MeetingAtHand; readonly standing: number }, DeclareRefusal>> {
  return house.transact(act.by, async (tx) => {
    const found = await declarationAtHand(tx, act)
    if (!found.ok) return found
    const { meeting, items } = found.value
    const standing = await countStanding(tx, { meetingId: meeting.id, personId: act.memberId }, items)
    await noteAnswer(tx, found.value, act, 'all')
    tx.audit(
      'interests.nothing-more',
      { meeting: meeting.id, member: act.memberId, way: act.way, relayed: act.by !== act.memberId },
      meeting.committeeId,
    )
    return done({ meeting, standing })
  })
}
