import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import type { Business, SittingAtHand } from '../sitting/at-hand.ts'
import { heldBusiness, showControl, type VotingAct } from './ground.ts'
import { type MotionAtHand, whyNotAmend } from './motion-rules.ts'
import { motionById, motionsOn } from './motions.ts'
import type { VoteRefusal } from './refusals.ts'
import type { MotionKind } from './types.ts'

export interface MotionMoved {
  readonly kind: MotionKind
  /** What an amendment would change. */
  readonly parentId?: string | undefined
  readonly text: string
  /** Of an amendment: the motion as it would then read. */
  readonly substantive?: string | undefined
  readonly moverId?: string | undefined
  readonly seconderId?: string | undefined
  /** How many motions the item had when the form was opened; something else was recorded meanwhile where it has more. */
  readonly seen?: number | undefined
}

export interface MoveMotion extends VotingAct, MotionMoved {
  readonly recordId: string
}

/** Record a motion or an amendment that was moved. */
export async function moveMotion(house: House, act: MoveMotion): Promise<Outcome<MotionAtHand, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const held = await heldBusiness(tx, act)
    if (!held.ok) return held
    const { sitting, business, at } = held.value
    const moved = await moveWithin(tx, sitting, business, act, at)
    if (moved.ok) await showControl(tx, act.meetingId)
    return moved
  })
}

/** The same where the sitting is held already. */
export async function moveWithin(
  tx: Tx,
  sitting: SittingAtHand,
  { recordId }: Pick<Business, 'recordId'>,
  moved: MotionMoved,
  at: Temporal.Instant,
): Promise<Outcome<MotionAtHand, VoteRefusal>> {
  const text = moved.text.trim()
  if (text === '') return refused({ code: 'text-missing' })
  const known = await motionsOn(tx, recordId)
  if (moved.seen !== undefined && moved.seen !== known.length) return refused({ code: 'changed-meanwhile' })
  const parent = known.find(({ id }) => id === moved.parentId)
  if (moved.kind === 'amendment') {
    if (!parent) return refused({ code: 'motion-gone' })
    const why = whyNotAmend(parent)
    if (why) return refused(why)
    if (!moved.substantive?.trim()) return refused({ code: 'text-missing' })
  }
  const row = await tx.db.motion.create({
    data: {
      councilId: tx.councilId,
      meetingId: sitting.meeting.id,
      recordId,
      kind: moved.kind,
      parentId: parent?.id ?? null,
      number: (known.at(-1)?.number ?? 0) + 1,
      text,
      substantive: moved.kind === 'amendment' ? (moved.substantive?.trim() ?? '') : text,
      moverId: moved.moverId ?? null,
      seconderId: moved.seconderId ?? null,
      at: toDate(at),
      enteredAt: toDate(tx.now),
      byId: tx.by,
    },
  })
  tx.audit(
    'sitting.motion-moved',
    { meeting: sitting.meeting.id, motion: row.id, kind: moved.kind, number: row.number },
    sitting.meeting.committeeId,
  )
  const motion = await motionById(tx, sitting.meeting.id, row.id)
  return motion ? done(motion) : refused({ code: 'motion-gone' })
}
