import { toDate } from '../calendar/civil.ts'
import type { Tx } from '../database/transact.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'
import type { MotionAtHand } from './motion-rules.ts'
import { splitResolution } from './split-resolution.ts'
import type { ResolutionPart, VerbClass } from './types.ts'

/**
 * What was carried is resolved: split by the reader, for the clerk to look at. Resolved already, it stays as it is.
 *
 * @param standard what the words of a button do, which need neither the reader nor the clerk's look
 */
export async function resolveMotion(
  tx: Tx,
  sitting: SittingAtHand,
  motion: Pick<MotionAtHand, 'id' | 'recordId' | 'substantive'>,
  standard?: VerbClass,
): Promise<void> {
  const { councilId } = tx
  const standing = await tx.db.resolution.count({ where: { councilId, motionId: motion.id, endedAt: null } })
  if (standing > 0) return
  const text = motion.substantive
  const split = standard
    ? { text, leadIn: '', parts: [{ path: '1', label: '', text, verbClass: standard, addressee: '' }] }
    : splitResolution(text)
  await addResolution(tx, sitting, {
    ...split,
    recordId: motion.recordId,
    motionId: motion.id,
    reasons: '',
    isConfirmed: standard !== undefined,
  })
}

/** What its words rest on was corrected: the clerk looks at the resolution once more. */
export async function lookAgain(tx: Tx, sitting: SittingAtHand, motionId: string): Promise<void> {
  const { id, committeeId } = sitting.meeting
  const again = await tx.db.resolution.updateMany({
    where: { councilId: tx.councilId, motionId, endedAt: null, confirmedAt: { not: null } },
    data: { confirmedAt: null },
  })
  if (again.count > 0)
    tx.audit('sitting.resolution-unconfirmed', { meeting: id, motion: motionId }, committeeId)
}

/** The motion was not carried after all: what was resolved by it is not resolved. */
export async function endResolutionsOf(tx: Tx, sitting: SittingAtHand, motionId: string): Promise<void> {
  const ended = await tx.db.resolution.updateMany({
    where: { councilId: tx.councilId, motionId, endedAt: null },
    data: { endedAt: toDate(tx.now) },
  })
  const { id, committeeId } = sitting.meeting
  if (ended.count > 0) tx.audit('sitting.resolution-ended', { meeting: id, motion: motionId }, committeeId)
}

export interface ResolutionWritten {
  readonly recordId: string
  readonly motionId: string | undefined
  /** Of a correction: what it takes the place of. */
  readonly number?: number
  readonly revision?: number
  readonly text: string
  readonly leadIn: string
  readonly reasons: string
  readonly parts: readonly ResolutionPart[]
  readonly isConfirmed?: boolean
}

export async function addResolution(
  tx: Tx,
  sitting: SittingAtHand,
  written: ResolutionWritten,
): Promise<string> {
  const { councilId } = tx
  const { id: meetingId, committeeId } = sitting.meeting
  const last = await tx.db.resolution.aggregate({
    where: { councilId, recordId: written.recordId },
    _max: { number: true },
  })
  const row = await tx.db.resolution.create({
    data: {
      councilId,
      meetingId,
      recordId: written.recordId,
      motionId: written.motionId ?? null,
      number: written.number ?? (last._max.number ?? 0) + 1,
      revision: written.revision ?? 1,
      text: written.text,
      leadIn: written.leadIn,
      reasons: written.reasons,
      byId: tx.by,
      at: toDate(tx.now),
      confirmedAt: written.isConfirmed ? toDate(tx.now) : null,
    },
  })
  await tx.db.resolutionPart.createMany({
    data: written.parts.map((part, at) => ({
      councilId,
      resolutionId: row.id,
      position: at + 1,
      path: part.path,
      label: part.label,
      text: part.text,
      verbClass: part.verbClass,
      addressee: part.addressee,
    })),
  })
  tx.audit(
    'sitting.resolution-recorded',
    {
      meeting: meetingId,
      resolution: row.id,
      number: row.number,
      revision: row.revision,
      parts: written.parts.length,
      confirmed: written.isConfirmed ?? false,
    },
    committeeId,
  )
  return row.id
}
