import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { type Outcome, refused } from '../outcome.ts'
import { refreshRow } from './row-messages.ts'
import { lockedRows } from './rows.ts'
import type { TrackedRow } from './types.ts'

/** What a clerk does about a row. */
export interface ActOnRow {
  readonly by: string
  readonly rowId: string
  /** As it was shown; left out where it does not matter what changed since. */
  readonly version?: number | undefined
}

/**
 * - `row-gone`: the council has no such row
 * - `not-a-clerk`: the committee's clerks keep its tracker
 * - `row-changed`: it was changed since it was shown; look at it again
 * - `row-over`: in its state this cannot be done, or has been already
 */
export interface RowRefusal {
  readonly code: 'row-gone' | 'not-a-clerk' | 'row-changed' | 'row-over'
}

/** Do something about a row: by a clerk of its committee, one after the other. */
export async function onRow<T, R extends { readonly code: string }>(
  house: House,
  act: ActOnRow,
  work: (held: { readonly tx: Tx; readonly row: TrackedRow }) => Promise<Outcome<T, R | RowRefusal>>,
): Promise<Outcome<T, R | RowRefusal>> {
  return house.transact<Outcome<T, R | RowRefusal>>(act.by, async (tx) => {
    const [row] = await lockedRows(tx, [act.rowId])
    if (!row) return refused({ code: 'row-gone' })
    if (!(await isClerk(tx, row.committeeId, act.by))) return refused({ code: 'not-a-clerk' })
    if (act.version !== undefined && act.version !== row.version) return refused({ code: 'row-changed' })
    const outcome = await work({ tx, row })
    if (outcome.ok) await refreshRow(tx, row)
    return outcome
  })
}
