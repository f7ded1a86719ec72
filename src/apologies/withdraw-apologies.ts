import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type Answering, answerAtHand, showAnswer, sinceAsked } from './answering.ts'
import type { AnswerRefusal } from './rules.ts'
import { endIn } from './substituting.ts'

/**
 * Withdraw a member's apologies: the member is expected again. The private reason is deleted with them, and what
 * the minutes might have said of it, since nothing needs either any more.
 */
export async function withdrawApologies(
  house: House,
  act: Answering,
): Promise<Outcome<{ readonly meeting: MeetingAtHand }, AnswerRefusal>> {
  return house.transact(act.by, async (tx) => {
    const found = await answerAtHand(tx, act)
    if (!found.ok) return found
    const { meeting } = found.value
    const of = { councilId: tx.councilId, meetingId: act.meetingId, personId: act.memberId }
    const withdrawn = await tx.db.apology.updateMany({
      where: { ...of, withdrawnAt: null, tenderedAt: sinceAsked(meeting) },
      data: {
        withdrawnAt: toDate(tx.now),
        withdrawnById: act.by,
        inMinutes: '',
        version: { increment: 1 },
      },
    })
    if (withdrawn.count === 0)
      return refused({ code: 'nothing-to-withdraw', meeting: meetingWords.meeting(meeting) })
    await tx.db.apologyReason.deleteMany({ where: { councilId: tx.councilId, apology: of } })
    tx.audit(
      'apologies.withdrawn',
      { meeting: act.meetingId, member: act.memberId, way: act.way, relayed: act.by !== act.memberId },
      meeting.committeeId,
    )
    await endIn(tx, meeting, { absentId: act.memberId }, 'comes')
    await showAnswer(tx, found.value, act)
    return done({ meeting })
  })
}
