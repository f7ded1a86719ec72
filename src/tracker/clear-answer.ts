import { civilDate, toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { answerAtHand, mayClear } from './answers.ts'
import { sentBackMessage } from './owner-messages.ts'
import { refreshRow } from './row-messages.ts'
import { lockedRows } from './rows.ts'
import { shareAnswer } from './share-answer.ts'
import { isLive } from './state-rules.ts'

export interface ClearAnswer {
  readonly by: string
  readonly answerId: string
  /** Cleared, or sent back to whoever gave it. */
  readonly cleared: boolean
  /** Needed where it is sent back. */
  readonly why: string
}

/**
 * - `answer-gone`: there is none of that id
 * - `not-yours`: the senior who was named clears it, or their deputy
 * - `decided`: it was cleared or sent back, or is overtaken
 * - `why-missing`: whoever gets it back is told why
 */
export interface ClearRefusal {
  readonly code: 'answer-gone' | 'not-yours' | 'decided' | 'why-missing'
}

/** Clear an answer, which sends it on its way, or send it back with the reason. */
export async function clearAnswer(house: House, act: ClearAnswer): Promise<Outcome<undefined, ClearRefusal>> {
  return house.transact<Outcome<undefined, ClearRefusal>>(act.by, async (tx) => {
    const { councilId } = tx
    const first = await answerAtHand(tx, act.answerId)
    if (!first) return refused({ code: 'answer-gone' })
    const [row] = await lockedRows(tx, [first.row.id])
    const answer = await answerAtHand(tx, act.answerId)
    if (!row || !answer) return refused({ code: 'answer-gone' })
    const today = civilDate(tx.now, house.timeZone).toString()
    if (!(await mayClear(tx, answer, act.by, today))) return refused({ code: 'not-yours' })
    if (answer.clearance !== 'waiting' || !isLive(row)) return refused({ code: 'decided' })
    if (!act.cleared && act.why === '') return refused({ code: 'why-missing' })
    await tx.db.trackerAnswer.update({
      where: { id: answer.id, councilId },
      data: {
        clearance: act.cleared ? 'cleared' : 'sentBack',
        clearedAt: toDate(tx.now),
        clearedWhy: act.why,
        version: { increment: 1 },
      },
    })
    if (act.cleared) await shareAnswer(tx, answer.id, today)
    else if (answer.by?.slackUserId)
      await tx.show(
        sentBackMessage({ answerId: answer.id, committeeId: row.committeeId, personId: answer.by.id }),
      )
    await tx.refresh({ kind: messageKinds.answerClearance, subject: answer.id })
    await refreshRow(tx, row)
    tx.audit(
      act.cleared ? 'tracker.answer-cleared' : 'tracker.answer-sent-back',
      { row: row.id, answer: answer.id },
      row.committeeId,
    )
    return done(undefined)
  })
}
