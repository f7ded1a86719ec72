import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { businessIn, heldByClerk, showControl, type VotingAct } from './ground.ts'
import type { VoteRefusal } from './refusals.ts'
import { resolutionOf, withParts } from './resolutions-of-meeting.ts'
import { addResolution } from './resolve-motion.ts'
import { splitResolution } from './split-resolution.ts'
import type { ResolutionOfMinutes, VerbClass } from './types.ts'

export interface WriteResolution extends VotingAct {
  readonly recordId: string
  /** What it takes the place of; a new one when absent. */
  readonly resolutionId?: string | undefined
  /** As resolved: pasted or typed, a line for each part. */
  readonly text: string
  readonly reasons?: string | undefined
  /** What the clerk says that parts do, by path, where the reader was wrong. */
  readonly parts?:
    | ReadonlyMap<string, { readonly verbClass: VerbClass; readonly addressee: string }>
    | undefined
  /** The clerk has looked at its parts. */
  readonly isConfirmed: boolean
}

/**
 * Write down what was resolved, or correct it: a correction is a new revision beside the old (law 5), until the
 * minutes are signed. The same once more only confirms it.
 */
export async function writeResolution(
  house: House,
  act: WriteResolution,
): Promise<Outcome<ResolutionOfMinutes, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const held = await heldByClerk(tx, act)
    if (!held.ok) return held
    const business = businessIn(held.value, act.recordId)
    if (!business.ok) return business
    if (act.text.trim() === '') return refused({ code: 'text-missing' })
    const { councilId } = tx
    const before =
      act.resolutionId === undefined
        ? undefined
        : await tx.db.resolution.findFirst({
            where: { councilId, meetingId: act.meetingId, id: act.resolutionId },
          })
    if (act.resolutionId !== undefined && !before) return refused({ code: 'resolution-gone' })
    if (before?.endedAt) return refused({ code: 'corrected-meanwhile' })
    const split = splitResolution(act.text)
    const parts = split.parts.map((part) => ({ ...part, ...act.parts?.get(part.path) }))
    const last =
      before &&
      (await tx.db.resolution.aggregate({
        where: { councilId, recordId: before.recordId, number: before.number },
        _max: { revision: true },
      }))
    if (before)
      await tx.db.resolution.update({
        where: { id: before.id, councilId },
        data: { endedAt: toDate(tx.now) },
      })
    const id = await addResolution(tx, held.value, {
      ...split,
      parts,
      recordId: before?.recordId ?? act.recordId,
      motionId: before?.motionId ?? undefined,
      ...(before ? { number: before.number, revision: (last?._max.revision ?? before.revision) + 1 } : {}),
      reasons: act.reasons?.trim() ?? before?.reasons ?? '',
      isConfirmed: act.isConfirmed,
    })
    await showControl(tx, act.meetingId)
    const row = await tx.db.resolution.findFirstOrThrow({ where: { councilId, id }, include: withParts })
    return done(resolutionOf(row))
  })
}

export interface ConfirmResolutions extends VotingAct {
  readonly resolutionIds: readonly string[]
}

/** The clerk has looked at how these were split, and they are right. */
export async function confirmResolutions(
  house: House,
  act: ConfirmResolutions,
): Promise<Outcome<{ readonly confirmed: number }, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const held = await heldByClerk(tx, act)
    if (!held.ok) return held
    const { count } = await tx.db.resolution.updateMany({
      where: {
        councilId: tx.councilId,
        meetingId: act.meetingId,
        id: { in: [...act.resolutionIds] },
        endedAt: null,
        confirmedAt: null,
      },
      data: { confirmedAt: toDate(tx.now) },
    })
    const { id, committeeId } = held.value.meeting
    if (count > 0) tx.audit('sitting.resolutions-confirmed', { meeting: id, confirmed: count }, committeeId)
    await showControl(tx, id)
    return done({ confirmed: count })
  })
}

export interface TakeBackResolution extends VotingAct {
  readonly resolutionId: string
}

/** It was not resolved: it ends, and stays in the record. Twice is the same as once. */
export async function takeBackResolution(
  house: House,
  act: TakeBackResolution,
): Promise<Outcome<{ readonly resolutionId: string }, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const held = await heldByClerk(tx, act)
    if (!held.ok) return held
    const where = { councilId: tx.councilId, meetingId: act.meetingId, id: act.resolutionId }
    if ((await tx.db.resolution.count({ where })) === 0) return refused({ code: 'resolution-gone' })
    const { count } = await tx.db.resolution.updateMany({
      where: { ...where, endedAt: null },
      data: { endedAt: toDate(tx.now) },
    })
    if (count === 0) return done({ resolutionId: act.resolutionId })
    const { id, committeeId } = held.value.meeting
    tx.audit('sitting.resolution-ended', { meeting: id, resolution: act.resolutionId }, committeeId)
    await showControl(tx, id)
    return done({ resolutionId: act.resolutionId })
  })
}
