import { civilDate } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { createRow } from './create-row.ts'
import { type DueRefusal, whyNotDue } from './edit-row.ts'
import { type OwnersSaid, peopleOf } from './owners.ts'
import { refreshRow } from './row-messages.ts'
import { tellNewOwners } from './tell-owed.ts'
import type { Due, TrackedKind } from './types.ts'

export interface AddRow extends OwnersSaid {
  readonly by: string
  readonly committeeId: string
  /** Of the form that was sent: sent twice, it is one row. */
  readonly formKey: string
  readonly kind: TrackedKind
  readonly text: string
  /** Where it was asked for, if at a meeting of the committee. */
  readonly meetingId: string | undefined
  readonly minute: string
  readonly due: Due
  readonly dueText: string
}

/**
 * - `not-a-clerk`: the committee's clerks keep its tracker
 * - `text-missing`: what was asked for
 * - `meeting-gone`: it is not one of this committee's
 */
export interface AddRefusal {
  readonly code: 'not-a-clerk' | 'text-missing' | 'meeting-gone'
}

/** Add what no record of a meeting says, such as what a working group has asked for. */
export async function addRow(
  house: House,
  act: AddRow,
): Promise<Outcome<{ readonly id: string; readonly reference: string }, AddRefusal | DueRefusal>> {
  const sourceKey = `hand/${act.formKey}`
  return house.transact<Outcome<{ id: string; reference: string }, AddRefusal | DueRefusal>>(
    act.by,
    async (tx) => {
      if (!(await isClerk(tx, act.committeeId, act.by))) return refused({ code: 'not-a-clerk' })
      const before = await tx.db.trackerRow.findFirst({ where: { councilId: tx.councilId, sourceKey } })
      if (before) return done({ id: before.id, reference: before.reference })
      if (act.text === '') return refused({ code: 'text-missing' })
      const wrong = whyNotDue(act.due, act.dueText)
      if (wrong) return refused(wrong)
      const meeting = act.meetingId === undefined ? undefined : await meetingAtHand(tx, act.meetingId)
      if (act.meetingId !== undefined && meeting?.committeeId !== act.committeeId)
        return refused({ code: 'meeting-gone' })
      const { kind, text, minute, due, dueText, committeeId } = act
      const row = {
        ...NOTHING_SAID,
        committeeId,
        kind,
        text,
        minute,
        due,
        dueText,
        sourceKey,
        groupKey: sourceKey,
        meetingId: meeting?.id,
        metOn: meeting?.date,
        today: civilDate(tx.now, house.timeZone).toString(),
      }
      const added = await createRow(tx, row, act)
      await refreshRow(tx, { ...row, id: added.id })
      await tellNewOwners(tx, row, peopleOf(act.owners))
      tx.audit('tracker.row-added', { row: added.id, reference: added.reference }, committeeId)
      return done(added)
    },
  )
}

const NOTHING_SAID = {
  recordId: undefined,
  path: '',
  leadIn: '',
  topic: '',
  isClosed: false,
  asker: undefined,
  askerName: '',
  addressee: '',
  executiveMember: '',
  verbClass: '',
  how: '',
  successMeasure: '',
  topicWords: [],
  backReference: '',
} as const
