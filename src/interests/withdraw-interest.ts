import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type DeclareRefusal, type Declaring, declarationAtHand, noteAnswer } from './declaring.ts'
import { forgetNature } from './interest-nature.ts'

/** Withdraw a notice of an interest, or of a party whip. What was said of its nature is deleted with it. */
export async function withdrawNotice(
  house: House,
  act: Declaring & { readonly noticeId: string },
): Promise<Outcome<{ readonly meeting: MeetingAtHand }, DeclareRefusal>> {
  return house.transact(act.by, async (tx) => {
    const found = await declarationAtHand(tx, act)
    if (!found.ok) return found
    const { meeting } = found.value
    const where = {
      councilId: tx.councilId,
      id: act.noticeId,
      meetingId: meeting.id,
      personId: act.memberId,
      withdrawnAt: null,
    }
    const ended = { withdrawnAt: toDate(tx.now), withdrawnById: act.by }
    const interests = await tx.db.interestNotice.updateMany({
      where,
      data: { ...ended, version: { increment: 1 } },
    })
    const whips = await tx.db.whipNotice.updateMany({ where, data: ended })
    if (interests.count + whips.count === 0) return refused({ code: 'notice-gone' })
    await forgetNature(tx, act.noticeId)
    tx.audit(
      interests.count > 0 ? 'interests.notice-withdrawn' : 'whip.notice-withdrawn',
      { meeting: meeting.id, member: act.memberId, way: act.way, relayed: act.by !== act.memberId },
      meeting.committeeId,
    )
    await noteAnswer(tx, found.value, act, 'as before')
    return done({ meeting })
  })
}
