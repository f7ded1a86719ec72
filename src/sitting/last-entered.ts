import type { Temporal } from 'temporal-polyfill'
import { isAfter, toInstant } from '../calendar/civil.ts'
import type { Tx } from '../database/transact.ts'
import type { SittingAtHand } from './at-hand.ts'

/**
 * When the last thing happened that the end of the meeting cannot come before.
 *
 * @param end the end that is corrected: it, and what ended with it, count no more
 */
export async function lastEntered(
  tx: Tx,
  sitting: SittingAtHand,
  end?: { readonly id: string; readonly at: Temporal.Instant },
): Promise<Temporal.Instant> {
  const where = { councilId: tx.councilId, meetingId: sitting.meeting.id }
  const motions = await tx.db.motion.findMany({ where, select: { at: true } })
  const votes = await tx.db.vote.findMany({ where, select: { openedAt: true } })
  const times = [
    ...(await actsOf(tx, sitting.id, end?.id)),
    ...motions.map(({ at }) => toInstant(at)),
    ...votes.map(({ openedAt }) => toInstant(openedAt)),
    ...sitting.roll.map(({ at }) => at),
    ...sitting.business.flatMap(({ startedAt, endedAt }) => [
      startedAt,
      endedAt && end?.at.equals(endedAt) ? undefined : endedAt,
    ]),
  ]
  return latest(times, sitting.openedAt)
}

/** When the state of the meeting was changed last. */
export async function lastChange(tx: Tx, sitting: SittingAtHand): Promise<Temporal.Instant> {
  return latest(await actsOf(tx, sitting.id, undefined), sitting.openedAt)
}

async function actsOf(tx: Tx, sittingId: string, but: string | undefined): Promise<Temporal.Instant[]> {
  const where = { councilId: tx.councilId, sittingId, struckAt: null }
  const acts = await tx.db.sittingAct.findMany({ where, select: { id: true, at: true } })
  return acts.flatMap(({ id, at }) => (id === but ? [] : [toInstant(at)]))
}

function latest(times: readonly (Temporal.Instant | undefined)[], first: Temporal.Instant): Temporal.Instant {
  return times.reduce<Temporal.Instant>((last, at) => (at && isAfter(at, last) ? at : last), first)
}
