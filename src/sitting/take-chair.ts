import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnSitting, onSitting, type SittingRefusal } from './acting.ts'
import { writeChair } from './open-sitting.ts'
import { isPresent, presentAt, presidingAt } from './roll-rules.ts'

export interface TakeChair extends ActOnSitting {
  readonly personId: string
  /** For this business alone; for the rest of the meeting where it is left out. */
  readonly recordId?: string | undefined
}

/** `not-in-room`: who presides is present; enter that they came in first. `item-gone`: no business of this meeting. */
export type ChairRefusal = SittingRefusal | { readonly code: 'not-in-room' | 'item-gone' }

/** Somebody takes the chair, for the rest of the meeting or for one item. Twice the same is once. */
export async function takeChair(
  house: House,
  act: TakeChair,
): Promise<Outcome<{ readonly already: boolean }, ChairRefusal>> {
  return onSitting<{ readonly already: boolean }, ChairRefusal>(house, act, async ({ tx, sitting, at }) => {
    const { personId, recordId } = act
    if (recordId !== undefined && !sitting.business.some((it) => it.recordId === recordId))
      return refused({ code: 'item-gone' })
    const there = presentAt(sitting.roll, at).find((presence) => presence.personId === personId)
    if (!there || !isPresent(there)) return refused({ code: 'not-in-room' })
    const inThisScope = sitting.chairs.filter((line) => line.recordId === recordId)
    if (presidingAt(inThisScope, at, recordId) === personId) return done({ already: true })
    await writeChair(tx, act.meetingId, { personId, recordId }, at)
    const facts = { meeting: act.meetingId, at: at.toString(), chair: personId, item: recordId ?? '' }
    tx.audit('sitting.chair', facts, sitting.meeting.committeeId)
    return done({ already: false })
  })
}

/** Strike an entry of who took the chair that was wrong. */
export async function strikeChair(
  house: House,
  act: ActOnSitting & { readonly entryId: string },
): Promise<Outcome<{ readonly struck: boolean }, SittingRefusal>> {
  return onSitting<{ readonly struck: boolean }, SittingRefusal>(house, act, async ({ tx, sitting }) => {
    const { count } = await tx.db.presiding.updateMany({
      where: { councilId: tx.councilId, meetingId: act.meetingId, id: act.entryId, struckAt: null },
      data: { struckAt: toDate(tx.now), struckById: tx.by },
    })
    const facts = { meeting: act.meetingId, entry: act.entryId }
    if (count > 0) tx.audit('sitting.chair-struck', facts, sitting.meeting.committeeId)
    return done({ struck: count > 0 })
  })
}
