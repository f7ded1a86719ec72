import type { Tx } from '../database/transact.ts'
import { voteResultMessage } from '../meetings/messages.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'
import { recordExclusion, strikeExclusionBy } from '../sitting/exclude-public.ts'
import { setMotionState } from './end-motion.ts'
import { readsOtherwise, substantiveText } from './motion-rules.ts'
import { motionsOn } from './motions.ts'
import { endResolutionsOf, lookAgain, resolveMotion } from './resolve-motion.ts'
import type { MotionState, VerbClass, VoteResult } from './types.ts'
import type { VoteAtHand } from './vote-at-hand.ts'
import { votingSettings } from './voting-settings.ts'

/**
 * What follows from a declared result, or from its correction: the motion is carried or lost, an amendment that was
 * carried makes the motion read anew while that one is open (carried already, its resolution is looked at again), what was carried is resolved, the public is out or is not,
 * and the result is posted.
 */
export async function settleMotion(
  tx: Tx,
  sitting: SittingAtHand,
  vote: Pick<VoteAtHand, 'id' | 'motionId' | 'recordId' | 'number' | 'method' | 'openedAt' | 'closedAt'>,
  result: VoteResult,
  standard?: VerbClass,
): Promise<void> {
  const all = await motionsOn(tx, vote.recordId)
  const motion = all.find(({ id }) => id === vote.motionId)
  if (!motion) return
  // Equal without a casting vote is not carried.
  const state: MotionState = result === 'carried' ? 'carried' : 'lost'
  await setMotionState(tx, sitting, motion, state)
  const settled = all.map((one) => (one.id === motion.id ? { ...one, state } : one))
  const parent = all.find(({ id }) => id === motion.parentId)
  if (parent?.state === 'open')
    await tx.db.motion.update({
      where: { id: parent.id, councilId: tx.councilId },
      data: { substantive: substantiveText(parent, settled), version: { increment: 1 } },
    })
  if (parent && readsOtherwise(parent, settled)) await lookAgain(tx, sitting, parent.id)
  if (motion.kind === 'motion') {
    if (state === 'lost') await endResolutionsOf(tx, sitting, motion.id)
    else await resolveMotion(tx, sitting, motion, standard)
  }
  if (motion.kind === 'exclusion') {
    if (state === 'lost') await strikeExclusionBy(tx, sitting, motion.id)
    else await exclude(tx, sitting, vote, motion.substantive)
  }
  await postResult(tx, sitting, vote)
}

/** The public is excluded by that vote; put on record once, however often its count is corrected. */
async function exclude(
  tx: Tx,
  sitting: SittingAtHand,
  vote: Pick<VoteAtHand, 'id' | 'recordId' | 'closedAt' | 'openedAt'>,
  text: string,
): Promise<void> {
  const { councilId } = tx
  const { recordId } = vote
  if ((await tx.db.publicExclusion.count({ where: { councilId, recordId, text, struckAt: null } })) > 0)
    return
  await recordExclusion(tx, sitting, { recordId, text, at: vote.closedAt ?? vote.openedAt, voteId: vote.id })
}

/** Where the committee wants results posted; what is agreed without a vote stands in the minutes alone (law 12). */
async function postResult(
  tx: Tx,
  { meeting }: SittingAtHand,
  { number, method }: Pick<VoteAtHand, 'number' | 'method'>,
): Promise<void> {
  const { id: meetingId, committeeId, channelId } = meeting
  if (channelId === undefined || method === 'assent') return
  const { isPosted } = await votingSettings(tx, committeeId)
  if (isPosted) await tx.show(voteResultMessage({ meetingId, committeeId, channelId, number }))
}
