import type { CouncilRows } from '../committees/people.ts'
import { trackedRows } from './rows.ts'
import { isAbout } from './standing-rules.ts'
import { LIVE_STATES } from './state-rules.ts'
import type { TrackedRow } from './types.ts'

/** A standing condition of the committee, and which of the titles are about its topic. */
export interface ConditionMet {
  readonly row: TrackedRow
  readonly titles: readonly string[]
}

/**
 * The standing conditions of a committee that items or reports of a meeting are about, such as "that consultation be
 * included in future reports": whoever prepares the meeting checks each.
 *
 * @param titles of what is open to the public: titles of closed items are looked at by nobody here
 */
export async function conditionsMet(
  rows: CouncilRows,
  committeeId: string,
  titles: readonly string[],
): Promise<ConditionMet[]> {
  if (titles.length === 0) return []
  const standing = await trackedRows(rows, {
    committeeId,
    due: 'standing',
    state: { in: [...LIVE_STATES] },
    topicWords: { isEmpty: false },
  })
  return standing.flatMap((row) => {
    const met = [...new Set(titles.filter((title) => isAbout(title, row.topicWords)))]
    return met.length === 0 ? [] : [{ row, titles: met }]
  })
}
