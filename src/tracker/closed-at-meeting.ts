import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { toDate } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'

/** What the committee closed under an item of a meeting. */
export interface ClosedUnderItem {
  readonly recordId: string
  readonly reference: string
}

/**
 * What the committee closed under the items of a meeting, by its reference alone, for the minutes: they say nothing of
 * a closure that was put right, or taken back at the same meeting.
 *
 * @param of.fixedAt when the minutes were agreed: what is recorded of that meeting later does not change them
 */
export async function closedAtMeeting(
  { councilId, db }: CouncilRows,
  of: { readonly meetingId: string; readonly fixedAt: Temporal.Instant | undefined },
): Promise<ClosedUnderItem[]> {
  const until = of.fixedAt === undefined ? {} : { at: { lte: toDate(of.fixedAt) } }
  const closures = await db.trackerChange.findMany({
    where: { councilId, meetingId: of.meetingId, kind: 'closed', ...until },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { rowId: true, after: true, at: true, row: { select: { reference: true } } },
  })
  const reopened = await db.trackerChange.findMany({
    where: {
      councilId,
      rowId: { in: closures.map(({ rowId }) => rowId) },
      kind: 'reopened',
      OR: [{ meetingId: null }, { meetingId: of.meetingId }],
      ...until,
    },
    select: { rowId: true, at: true },
  })
  const standing = closures.filter(
    (closure) => !reopened.some(({ rowId, at }) => rowId === closure.rowId && at >= closure.at),
  )
  const byRow = new Map(
    standing.flatMap(({ rowId, after, row: { reference } }) => {
      const item = underItem.safeParse(after)
      return item.success ? [[rowId, { recordId: item.data.record, reference }] as const] : []
    }),
  )
  return [...byRow.values()].toSorted((one, other) =>
    one.reference.localeCompare(other.reference, 'en', { numeric: true }),
  )
}

const underItem = z.object({ record: z.string() })
