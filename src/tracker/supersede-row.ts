import { civilDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnRow, onRow, type RowRefusal } from './acting.ts'
import { createRow } from './create-row.ts'
import { moveRow, type WhyMissing } from './drop-row.ts'
import { ownersOfRow, peopleOf } from './owners.ts'
import { stateAfter } from './state-rules.ts'
import { tellNewOwners } from './tell-owed.ts'

export interface SupersedeRow extends ActOnRow {
  /** What is asked for now; that of closed business stays as it is, for none of it is typed into Slack. */
  readonly text: string
  readonly why: string
}

/** The new row, and the reference whose place it takes. */
export interface Superseded {
  readonly id: string
  readonly reference: string
  readonly old: string
}

export interface TextMissing {
  readonly code: 'text-missing'
}

/**
 * Give what has drifted from its first purpose a reference of its own. Each of the two names the other, and the old
 * text stays as it was resolved.
 */
export async function supersedeRow(
  house: House,
  act: SupersedeRow,
): Promise<Outcome<Superseded, RowRefusal | WhyMissing | TextMissing>> {
  return onRow<Superseded, WhyMissing | TextMissing>(house, act, async ({ tx, row }) => {
    if (stateAfter('supersede', row.state) === undefined) return refused({ code: 'row-over' })
    if (act.text === '' && !row.isClosed) return refused({ code: 'text-missing' })
    if (act.why === '') return refused({ code: 'why-missing' })
    const owners = ownersOfRow(row)
    const fresh = {
      ...row,
      ...(row.isClosed ? {} : { text: act.text, leadIn: '' }),
      sourceKey: `supersedes/${row.id}`,
      groupKey: `supersedes/${row.id}`,
      backReference: row.reference,
      today: civilDate(tx.now, house.timeZone).toString(),
    }
    const added = await createRow(tx, fresh, owners)
    // What they owe now is not what they were asked for.
    await tellNewOwners(tx, fresh, peopleOf(owners.owners))
    const change = { kind: 'superseded' as const, why: act.why, after: { by: added.id } }
    await moveRow(tx, row, 'supersede', change)
    await tx.db.trackerRow.update({
      where: { id: row.id, councilId: tx.councilId },
      data: { supersededById: added.id },
    })
    const facts = { row: row.id, reference: row.reference, by: added.id, new: added.reference }
    tx.audit('tracker.row-superseded', facts, row.committeeId)
    return done({ ...added, old: row.reference })
  })
}
