import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { done, type Outcome } from '../outcome.ts'
import { type Answering, answerAtHand, answeredAt, showAnswer, sinceAsked } from './answering.ts'
import type { AnswerRefusal } from './rules.ts'
import { endIn } from './substituting.ts'

/** "I'll be there": recorded, and apologies for absence are withdrawn with it. Saying it twice is the same as once. */
export async function sayComing(
  house: House,
  act: Answering,
): Promise<Outcome<{ readonly meeting: MeetingAtHand; readonly withdrew: boolean }, AnswerRefusal>> {
  return house.transact(act.by, async (tx) => {
    const found = await answerAtHand(tx, act)
    if (!found.ok) return found
    const { meeting } = found.value
    const of = { councilId: tx.councilId, meetingId: act.meetingId, personId: act.memberId }
    const now = toDate(tx.now)
    const withdrawn = await tx.db.apology.updateMany({
      where: { ...of, withdrawnAt: null, kind: 'absent', tenderedAt: sinceAsked(meeting) },
      data: { withdrawnAt: now, withdrawnById: act.by, inMinutes: '', version: { increment: 1 } },
    })
    if (withdrawn.count > 0)
      await tx.db.apologyReason.deleteMany({ where: { councilId: tx.councilId, apology: of } })
    const said = {
      state: 'expected' as const,
      way: act.way,
      saidById: act.by,
      saidAt: answeredAt(meeting, tx.now),
    }
    await tx.db.attendance.upsert({
      where: { councilId_meetingId_personId: of },
      create: { ...of, ...said },
      update: said,
    })
    tx.audit(
      'attendance.expected',
      { meeting: act.meetingId, member: act.memberId, way: act.way, withdrewApologies: withdrawn.count > 0 },
      meeting.committeeId,
    )
    if (withdrawn.count > 0) await endIn(tx, meeting, { absentId: act.memberId }, 'comes')
    await showAnswer(tx, found.value, act)
    return done({ meeting, withdrew: withdrawn.count > 0 })
  })
}
