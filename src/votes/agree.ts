import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { closeWithin } from './close-vote.ts'
import { declareWithin } from './declare-vote.ts'
import { heldBusiness, showControl, type VotingAct } from './ground.ts'
import { nextToPut } from './motion-rules.ts'
import { motionsOn } from './motions.ts'
import { moveWithin } from './move-motion.ts'
import { openWithin } from './open-vote.ts'
import type { VoteRefusal } from './refusals.ts'
import type { VerbClass } from './types.ts'
import type { VoteAtHand } from './vote-at-hand.ts'

export interface Agree extends VotingAct {
  readonly recordId: string
  /** What is agreed where nothing was moved; it needs no mover. */
  readonly text: string
  /** What that text does: nobody wrote it, so that there is nothing to look at. */
  readonly standard?: VerbClass | undefined
  /** How many motions of the item were decided when the button was shown: pressed twice, the second press finds one more. */
  readonly seen: number
}

/** Agreed without a vote, in one tap: the motion that waits, else the words that go with the item. */
export async function agree(house: House, act: Agree): Promise<Outcome<VoteAtHand, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const held = await heldBusiness(tx, act)
    if (!held.ok) return held
    const { sitting, business, at } = held.value
    const known = await motionsOn(tx, act.recordId)
    if (settledOn(known) !== act.seen) return refused({ code: 'changed-meanwhile' })
    const waiting = nextToPut(known)
    const moved = waiting
      ? done(waiting)
      : await moveWithin(tx, sitting, business, { kind: 'motion', text: act.text }, at)
    if (!moved.ok) return moved
    const opened = await openWithin(tx, sitting, business, moved.value, { method: 'assent' }, at)
    if (!opened.ok) return opened
    if (opened.value.method !== 'assent')
      return refused({ code: 'another-open', question: opened.value.question })
    const closed = await closeWithin(tx, sitting, opened.value, { at })
    if (!closed.ok) return closed
    const declared = await declareWithin(tx, sitting, closed.value, {
      at,
      ...(waiting || !act.standard ? {} : { standard: act.standard }),
    })
    if (declared.ok) await showControl(tx, act.meetingId)
    return declared
  })
}

/** What a button for agreeing remembers: how many motions of the item were decided when it was shown. */
export function settledOn(motions: readonly { readonly state: string }[]): number {
  return motions.filter(({ state }) => state !== 'open').length
}
