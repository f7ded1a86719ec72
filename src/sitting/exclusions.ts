import type { Temporal } from 'temporal-polyfill'
import { isAfter, toDate, toInstant } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { Tx } from '../database/transact.ts'

/** The public was excluded by resolution, and until when; absent while it still is. */
export interface ExclusionOfMeeting {
  readonly id: string
  readonly recordId: string
  readonly text: string
  readonly at: Temporal.Instant
  readonly readmittedAt: Temporal.Instant | undefined
}

/** When the public was excluded from a meeting; what was struck is left out. */
export async function exclusionsOfMeeting(
  { councilId, db }: CouncilRows,
  meetingId: string,
): Promise<ExclusionOfMeeting[]> {
  const rows = await db.publicExclusion.findMany({
    where: { councilId, meetingId, struckAt: null },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    recordId: row.recordId,
    text: row.text,
    at: toInstant(row.at),
    readmittedAt: row.readmittedAt ? toInstant(row.readmittedAt) : undefined,
  }))
}

/** The exclusion that holds at an instant. */
export function exclusionAt(
  exclusions: readonly ExclusionOfMeeting[],
  at: Temporal.Instant,
): ExclusionOfMeeting | undefined {
  return exclusions.find(
    (one) => !isAfter(one.at, at) && (one.readmittedAt === undefined || isAfter(one.readmittedAt, at)),
  )
}

/**
 * Business that is begun while the public is excluded stands in the closed part of the minutes. By when it was begun,
 * so that what is entered the next morning gives the same; what was begun before `since` stays as it is.
 *
 * @param opens the public was let in, or was never out: what an exclusion closed is open again, and nothing is closed
 *   that a clerk has opened. What a clerk has closed nobody else opens (law 3).
 */
export async function markClosed(
  tx: Tx,
  meetingId: string,
  since: Temporal.Instant,
  { opens = false }: { readonly opens?: boolean } = {},
): Promise<void> {
  const { councilId, db } = tx
  const exclusions = await exclusionsOfMeeting(tx, meetingId)
  const records = await db.itemRecord.findMany({
    where: { councilId, meetingId },
    select: { id: true, startedAt: true, isClosed: true, closedByHand: true, taken: true },
  })
  const placeOf = new Map(records.map(({ id, taken }) => [id, taken ?? 0]))
  for (const { id, startedAt, isClosed, closedByHand, taken } of records) {
    if (!startedAt || startedAt < toDate(since)) continue
    const found = exclusionAt(exclusions, toInstant(startedAt))
    // Forms give minutes: of the same minute, what was taken after the motion was begun after it.
    const isBefore =
      found?.at.epochMilliseconds === startedAt.getTime() &&
      (taken ?? 0) <= (placeOf.get(found.recordId) ?? 0)
    const isIn = found !== undefined && !isBefore
    const changes = opens ? !isIn && isClosed && !closedByHand : isIn && !isClosed
    if (changes)
      await db.itemRecord.update({
        where: { id, councilId },
        data: { isClosed: isIn, version: { increment: 1 } },
      })
  }
}
