import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnSitting, onSitting, type SittingRefusal } from './acting.ts'
import { presidingAt } from './roll-rules.ts'
import { withinMinute } from './within-minute.ts'

export interface RuleUrgency extends ActOnSitting {
  readonly recordId: string
  readonly isAccepted: boolean
  readonly circumstances: string
}

/**
 * - `item-gone`: no business of this meeting
 * - `nobody-presides`: only whoever presides can rule; say who took the chair, and when
 * - `circumstances-missing`: the special circumstances must be specified in the minutes (LGA 1972 s100B(4)(b))
 */
export type RulingRefusal =
  | SittingRefusal
  | { readonly code: 'item-gone' | 'nobody-presides' | 'circumstances-missing' }

/**
 * Record whether whoever presides is of the opinion that a late item should be considered as a matter of urgency.
 * Another ruling on the same item is a correction: the earlier one is struck and stays.
 */
export async function ruleUrgency(
  house: House,
  act: RuleUrgency,
): Promise<Outcome<{ readonly rulingId: string }, RulingRefusal>> {
  return onSitting<{ readonly rulingId: string }, RulingRefusal>(house, act, async ({ tx, sitting, at }) => {
    const { recordId, isAccepted, circumstances } = act
    if (!sitting.business.some((one) => one.recordId === recordId)) return refused({ code: 'item-gone' })
    if (isAccepted && circumstances === '') return refused({ code: 'circumstances-missing' })
    const presidingId = presidingAt(sitting.chairs, withinMinute(at), recordId)
    if (presidingId === undefined) return refused({ code: 'nobody-presides' })
    const where = { councilId: tx.councilId, meetingId: act.meetingId, recordId }
    const standing = await tx.db.urgencyRuling.findFirst({ where: { ...where, struckAt: null } })
    const isSame =
      standing?.isAccepted === isAccepted &&
      standing.circumstances === circumstances &&
      standing.presidingId === presidingId
    if (standing && isSame) return done({ rulingId: standing.id })
    if (standing)
      await tx.db.urgencyRuling.update({
        where: { id: standing.id, councilId: tx.councilId },
        data: { struckAt: toDate(tx.now), struckById: act.by },
      })
    const { id } = await tx.db.urgencyRuling.create({
      data: {
        ...where,
        presidingId,
        isAccepted,
        circumstances,
        at: toDate(at),
        enteredAt: toDate(tx.now),
        byId: act.by,
      },
    })
    tx.audit(
      'sitting.urgency-ruled',
      {
        meeting: act.meetingId,
        item: recordId,
        presiding: presidingId,
        accepted: isAccepted,
        ...(standing ? { instead: standing.id } : {}),
      },
      sitting.meeting.committeeId,
    )
    return done({ rulingId: id })
  })
}
