import type { House } from '../database/house.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { sittingAtHand } from '../sitting/at-hand.ts'
import { type ActOnRow, onRow, type RowRefusal } from './acting.ts'
import { moveRow, type WhyMissing } from './drop-row.ts'

export interface ReopenRow extends ActOnRow {
  /** At which the committee opened it again; absent for a clerk's correction of a closure entered wrongly. */
  readonly meetingId?: string | undefined
  readonly why: string
}

/** `not-open`: it opens a row again only at a meeting of its own that was opened. */
export interface NoMeeting {
  readonly code: 'not-open'
}

/**
 * Open a closed row again: the committee by a later meeting, or its clerk where a closure was entered wrongly, with
 * the reason. The closure stays in the row's history (law 5).
 */
export async function reopenRow(
  house: House,
  act: ReopenRow,
): Promise<Outcome<undefined, RowRefusal | WhyMissing | NoMeeting>> {
  return onRow<undefined, WhyMissing | NoMeeting>(house, act, async ({ tx, row }) => {
    const { meetingId, why } = act
    const sitting = meetingId === undefined ? undefined : await sittingAtHand(tx, meetingId)
    if (meetingId !== undefined && sitting?.meeting.committeeId !== row.committeeId)
      return refused({ code: 'not-open' })
    if (why === '') return refused({ code: 'why-missing' })
    const change = { kind: 'reopened' as const, why, meeting: sitting?.meeting }
    if (!(await moveRow(tx, row, 'reopen', change))) return refused({ code: 'row-over' })
    tx.audit(
      'tracker.row-reopened',
      { row: row.id, reference: row.reference, meeting: meetingId ?? null },
      row.committeeId,
    )
    if (sitting) await tx.refresh({ kind: messageKinds.control, subject: sitting.meeting.id })
    return done(undefined)
  })
}
