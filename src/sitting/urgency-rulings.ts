import type { Temporal } from 'temporal-polyfill'
import { toInstant } from '../calendar/civil.ts'
import { type CouncilPerson, type CouncilRows, personOf } from '../committees/people.ts'

/** What whoever presided ruled about a late item. */
export interface RulingOfMeeting {
  readonly id: string
  readonly recordId: string
  readonly presiding: CouncilPerson | undefined
  readonly isAccepted: boolean
  /** They must stand in the minutes (LGA 1972 s100B(4)(b)). */
  readonly circumstances: string
  readonly at: Temporal.Instant
}

/** The rulings of a meeting that stand, by when they were given. */
export async function urgencyRulingsOfMeeting(
  { councilId, db }: CouncilRows,
  meetingId: string,
): Promise<RulingOfMeeting[]> {
  const rows = await db.urgencyRuling.findMany({
    where: { councilId, meetingId, struckAt: null },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const people = await db.person.findMany({
    where: { councilId, id: { in: rows.map(({ presidingId }) => presidingId) } },
  })
  return rows.map((row) => {
    const presiding = people.find(({ id }) => id === row.presidingId)
    return {
      id: row.id,
      recordId: row.recordId,
      presiding: presiding && personOf(presiding),
      isAccepted: row.isAccepted,
      circumstances: row.circumstances,
      at: toInstant(row.at),
    }
  })
}
