import { civilDate, columnOfDate, toDate } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { sittingAtHand } from '../sitting/at-hand.ts'
import { type ActOnRow, onRow, type RowRefusal } from './acting.ts'
import { noteChange } from './changes.ts'
import type { CloseRefusal } from './close-rows.ts'
import { dueNoted } from './edit-row.ts'
import { refreshRow } from './row-messages.ts'
import { dueColumns, lockedRows } from './rows.ts'
import { isLive } from './state-rules.ts'
import type { Due, TrackedRow } from './types.ts'

export interface NoteEvent extends ActOnRow {
  /** When what it waited for came about; ISO civil date. */
  readonly on: string
  /** By when it is to be done now, where that was said. */
  readonly dueOn: string | undefined
}

/**
 * - `no-event`: it does not wait for anything
 * - `not-yet`: it has not come about in the future
 * - `due-before`: it cannot be done before that
 */
export interface EventRefusal {
  readonly code: 'no-event' | 'not-yet' | 'due-before'
}

/** What a row waited for has come about: from now on it can be asked for. */
export async function noteEvent(
  house: House,
  act: NoteEvent,
): Promise<Outcome<undefined, RowRefusal | EventRefusal>> {
  return onRow<undefined, EventRefusal>(house, act, async ({ tx, row }) => {
    if (!isLive(row)) return refused({ code: 'row-over' })
    if (row.due.kind !== 'event') return refused({ code: 'no-event' })
    if (act.on > civilDate(tx.now, house.timeZone).toString()) return refused({ code: 'not-yet' })
    if (act.dueOn !== undefined && act.dueOn < act.on) return refused({ code: 'due-before' })
    const due: Due =
      act.dueOn === undefined
        ? { kind: 'event', happenedOn: act.on }
        : { kind: 'date', on: act.dueOn, recurs: false }
    await tx.db.trackerRow.update({
      where: { id: row.id, councilId: tx.councilId },
      data: { ...dueColumns(due), eventOn: columnOfDate(act.on), version: { increment: 1 } },
    })
    await addEventUpdate(tx, row, act.on, { hasHappened: true })
    await noteChange(tx, row.id, {
      kind: 'dueMoved',
      before: dueNoted(row),
      after: { ...dueNoted({ due, dueText: row.dueText }), event: act.on },
    })
    tx.audit('tracker.event-noted', { row: row.id, reference: row.reference, on: act.on }, row.committeeId)
    return done(undefined)
  })
}

export interface StillWaiting {
  readonly by: string
  /** At which the committee looked at them. */
  readonly meetingId: string
  readonly rowIds: readonly string[]
}

/** How many were noted now, and how many with those that had been. */
export interface StillWaitingNoted {
  readonly noted: number
  readonly waiting: number
}

/**
 * The committee looked at rows that wait for something, and it has not come about: so that each is seen at every
 * meeting and none is forgotten. Noted once a meeting.
 */
export async function noteStillWaiting(
  house: House,
  act: StillWaiting,
): Promise<Outcome<StillWaitingNoted, CloseRefusal>> {
  return house.transact<Outcome<StillWaitingNoted, CloseRefusal>>(act.by, async (tx) => {
    const sitting = await sittingAtHand(tx, act.meetingId)
    if (!sitting) return refused({ code: 'not-open' })
    const { id, committeeId, date } = sitting.meeting
    if (!(await isClerk(tx, committeeId, act.by))) return refused({ code: 'not-a-clerk' })
    const rows = (await lockedRows(tx, act.rowIds)).filter(
      (row) => isLive(row) && row.due.kind === 'event' && row.committeeId === committeeId,
    )
    if (rows.length === 0) return refused({ code: 'rows-missing' })
    const seen = await tx.db.trackerUpdate.findMany({
      where: {
        councilId: tx.councilId,
        rowId: { in: rows.map((row) => row.id) },
        kind: 'event',
        on: columnOfDate(date),
      },
      select: { rowId: true },
    })
    const fresh = rows.filter((row) => !seen.some(({ rowId }) => rowId === row.id))
    for (const row of fresh) {
      await addEventUpdate(tx, row, date, { hasHappened: false })
      await refreshRow(tx, row)
    }
    if (fresh.length > 0) {
      tx.audit('tracker.still-waiting', { meeting: id, rows: fresh.map((row) => row.id) }, committeeId)
      await tx.refresh({ kind: messageKinds.control, subject: id })
    }
    return done({ noted: fresh.length, waiting: rows.length })
  })
}

/** What an update of the kind `event` says. */
const EVENT_UPDATES = {
  happened: 'It has come about.',
  waiting: 'The committee looked at it: it has not come about yet.',
} as const

async function addEventUpdate(
  tx: Tx,
  row: TrackedRow,
  on: string,
  { hasHappened }: { readonly hasHappened: boolean },
): Promise<void> {
  await tx.db.trackerUpdate.create({
    data: {
      councilId: tx.councilId,
      rowId: row.id,
      kind: 'event',
      text: hasHappened ? EVENT_UPDATES.happened : EVENT_UPDATES.waiting,
      on: columnOfDate(on),
      at: toDate(tx.now),
      byId: tx.by,
    },
  })
}
