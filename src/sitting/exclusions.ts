import type { Temporal } from 'temporal-polyfill'
import { isAfter, toInstant } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'

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
