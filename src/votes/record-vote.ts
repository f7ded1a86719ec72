import type { House } from '../database/house.ts'
import { type Outcome, refused } from '../outcome.ts'
import { closeWithin } from './close-vote.ts'
import type { VoteCount } from './count-vote.ts'
import { declareWithin } from './declare-vote.ts'
import { type CalledChoice, enterWithin } from './enter-choices.ts'
import { heldBusiness, showControl, type VotingAct } from './ground.ts'
import { motionsOn } from './motions.ts'
import { type MotionMoved, moveWithin } from './move-motion.ts'
import { openWithin, type VoteOpened } from './open-vote.ts'
import type { VoteRefusal } from './refusals.ts'
import type { CastingSide } from './types.ts'
import type { VoteAtHand } from './vote-at-hand.ts'

export interface RecordVote extends VotingAct, VoteOpened, VoteCount {
  readonly recordId: string
  /** One that was moved before, or what is moved now. */
  readonly motionId?: string | undefined
  readonly moved?: MotionMoved | undefined
  readonly choices?: readonly CalledChoice[] | undefined
  readonly casting?: CastingSide | undefined
}

/**
 * A vote from the motion to its declaration in one form. Where the votes are equal and no casting vote is given it
 * waits for whoever presides.
 */
export async function recordVote(house: House, act: RecordVote): Promise<Outcome<VoteAtHand, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const held = await heldBusiness(tx, act)
    if (!held.ok) return held
    const { sitting, business, at } = held.value
    const known = (await motionsOn(tx, act.recordId)).find(({ id }) => id === act.motionId)
    const moved = known || !act.moved ? undefined : await moveWithin(tx, sitting, business, act.moved, at)
    if (moved && !moved.ok) return moved
    const motion = moved?.value ?? known
    if (!motion) return refused({ code: 'motion-gone' })
    const opened = await openWithin(tx, sitting, business, motion, act, at)
    if (!opened.ok) return opened
    const entered = await enterWithin(tx, sitting, opened.value, { choices: act.choices ?? [], at: act.at })
    if (!entered.ok) return entered
    const closed = await closeWithin(tx, sitting, entered.value.vote, act)
    if (!closed.ok) return closed
    await showControl(tx, act.meetingId)
    if (closed.value.result === undefined && act.casting === undefined) return closed
    return declareWithin(tx, sitting, closed.value, act)
  })
}
