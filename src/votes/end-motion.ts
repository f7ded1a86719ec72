import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'
import { heldByClerk, showControl, type VotingAct } from './ground.ts'
import { type MotionAtHand, openAmendments } from './motion-rules.ts'
import { motionById, motionsOn } from './motions.ts'
import type { VoteRefusal } from './refusals.ts'
import { unfinished, votesAtHand } from './vote-at-hand.ts'

export interface EndMotion extends VotingAct {
  readonly motionId: string
  readonly to: 'withdrawn' | 'deferred'
}

/** A motion was withdrawn, or put off to another meeting; its amendments fall with it. Twice is the same as once. */
export async function endMotion(house: House, act: EndMotion): Promise<Outcome<MotionAtHand, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const held = await heldByClerk(tx, act)
    if (!held.ok) return held
    const motion = await motionById(tx, act.meetingId, act.motionId)
    if (!motion) return refused({ code: 'motion-gone' })
    if (motion.state === act.to) return done(motion)
    if (motion.state !== 'open') return refused({ code: 'motion-ended', state: motion.state })
    const open = unfinished(await votesAtHand(tx, act.meetingId))
    const falling = openAmendments(motion.id, await motionsOn(tx, motion.recordId))
    const ending = [motion, ...falling].map(({ id }) => id)
    if (open && ending.includes(open.motionId))
      return refused({ code: 'another-open', question: open.question })
    await setMotionState(tx, held.value, motion, act.to)
    await letFall(tx, held.value, falling)
    await showControl(tx, act.meetingId)
    return done({ ...motion, state: act.to })
  })
}

export async function setMotionState(
  tx: Tx,
  sitting: SittingAtHand,
  motion: Pick<MotionAtHand, 'id' | 'state'>,
  state: MotionAtHand['state'],
): Promise<void> {
  if (motion.state === state) return
  await tx.db.motion.update({
    where: { id: motion.id, councilId: tx.councilId },
    data: { state, version: { increment: 1 } },
  })
  const { id, committeeId } = sitting.meeting
  tx.audit(`sitting.motion-${state}`, { meeting: id, motion: motion.id }, committeeId)
}

/** Amendments to a motion that ended before they were put. */
async function letFall(tx: Tx, sitting: SittingAtHand, amendments: readonly MotionAtHand[]): Promise<void> {
  for (const amendment of amendments) await setMotionState(tx, sitting, amendment, 'fell')
}
