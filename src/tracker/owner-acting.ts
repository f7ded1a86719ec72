import { civilDate } from '../calendar/civil.ts'
import { type CouncilRows, isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { type Outcome, refused } from '../outcome.ts'
import { answersForToday } from './leaves.ts'
import { refreshRow } from './row-messages.ts'
import { lockedRows } from './rows.ts'
import type { TrackedRow } from './types.ts'

/** What an owner does about a row. */
export interface ActOnOwed {
  readonly by: string
  readonly rowId: string
}

/**
 * - `row-gone`: the council has no such row
 * - `not-yours`: its owner answers for it, their deputy while they are away, their head of service, or a clerk
 * - `row-over`: in its state this cannot be done, or has been already
 */
export interface OwedRefusal {
  readonly code: 'row-gone' | 'not-yours' | 'row-over'
}

export interface HeldOwed {
  readonly tx: Tx
  readonly row: TrackedRow
  /** ISO civil date in the council's zone. */
  readonly today: string
}

/** Do something about a row as whoever owes it, one after the other. What was said about it is made true afterwards. */
export async function onOwed<T, R extends { readonly code: string }>(
  house: House,
  act: ActOnOwed,
  work: (held: HeldOwed) => Promise<Outcome<T, R | OwedRefusal>>,
): Promise<Outcome<T, R | OwedRefusal>> {
  return house.transact<Outcome<T, R | OwedRefusal>>(act.by, async (tx) => {
    const [row] = await lockedRows(tx, [act.rowId])
    if (!row) return refused({ code: 'row-gone' })
    const today = civilDate(tx.now, house.timeZone).toString()
    if (!(await mayAnswerFor(tx, row, act.by, today))) return refused({ code: 'not-yours' })
    const outcome = await work({ tx, row, today })
    if (outcome.ok) await refreshRow(tx, row)
    return outcome
  })
}

/** Whether somebody may answer for a row: as above. A clerk answers for those who are not on Slack. */
export async function mayAnswerFor(
  rows: CouncilRows,
  row: Pick<TrackedRow, 'committeeId' | 'owners'>,
  personId: string,
  today: string,
): Promise<boolean> {
  return (await owes(rows, row, personId, today)) || isClerk(rows, row.committeeId, personId)
}

/** Whether somebody owes a row, or answers for those who do. */
export async function owes(
  rows: CouncilRows,
  { owners }: Pick<TrackedRow, 'owners'>,
  personId: string,
  today: string,
): Promise<boolean> {
  const people = owners.flatMap(({ person }) => person?.id ?? [])
  if (people.length === 0) return false
  const answersFor = await answersForToday(rows, personId, today)
  if (people.some((id) => answersFor.includes(id))) return true
  const { councilId, db } = rows
  return (
    (await db.serviceLine.count({ where: { councilId, headId: personId, personId: { in: people } } })) > 0
  )
}
