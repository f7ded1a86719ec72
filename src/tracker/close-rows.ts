import { toDate } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type Business, type SittingAtHand, sittingAtHand } from '../sitting/at-hand.ts'
import { noteChange } from './changes.ts'
import { refreshRow } from './row-messages.ts'
import { lockedRows } from './rows.ts'
import { stateAfter, whyNotClose } from './state-rules.ts'
import { isTrackingItem } from './tracking-item.ts'
import type { TrackedRow } from './types.ts'

export interface CloseRows {
  readonly by: string
  /** At which the committee closed them. */
  readonly meetingId: string
  /**
   * The item under which it did so: its minute is theirs, once it is numbered. Where it is left out, the meeting's one
   * tracking item.
   */
  readonly recordId?: string | undefined
  /** As they were shown. */
  readonly rows: readonly { readonly id: string; readonly version: number }[]
}

/**
 * - `not-open`: only at a meeting that was opened
 * - `not-a-clerk`: the committee's clerks record what it closed
 * - `rows-missing`: none was chosen
 */
export interface CloseRefusal {
  readonly code: 'not-open' | 'not-a-clerk' | 'rows-missing'
}

export interface ClosedRows {
  readonly closed: readonly TrackedRow[]
  /** Closed by this meeting before: the same once more. */
  readonly already: readonly TrackedRow[]
  /** Changed since they were shown, of another committee, or over already: looked at again, and not closed. */
  readonly left: readonly TrackedRow[]
}

/**
 * Record that the committee closed rows at a meeting of its own: the one way in which a row is closed (law 6). Rows
 * that this meeting has closed already stay so.
 */
export async function closeRows(house: House, act: CloseRows): Promise<Outcome<ClosedRows, CloseRefusal>> {
  return house.transact<Outcome<ClosedRows, CloseRefusal>>(act.by, async (tx) => {
    const sitting = await sittingAtHand(tx, act.meetingId)
    if (!sitting) return refused({ code: 'not-open' })
    const { meeting } = sitting
    if (!(await isClerk(tx, meeting.committeeId, act.by))) return refused({ code: 'not-a-clerk' })
    if (act.rows.length === 0) return refused({ code: 'rows-missing' })
    const shown = new Map(act.rows.map(({ id, version }) => [id, version]))
    const rows = await lockedRows(tx, [...shown.keys()])
    const already = await closedHere(tx, act.meetingId, rows)
    const closable = rows.filter(
      (row) => shown.get(row.id) === row.version && whyNotClose(row, meeting) === undefined,
    )
    const item = itemOf(sitting, act.recordId)
    for (const row of closable) await close(tx, row, sitting, item)
    if (closable.length > 0) {
      tx.audit(
        'tracker.rows-closed',
        { meeting: meeting.id, item: item?.recordId ?? null, rows: closable.map(({ id }) => id) },
        meeting.committeeId,
      )
      await tx.refresh({ kind: messageKinds.control, subject: meeting.id })
    }
    return done({
      closed: closable,
      already: rows.filter(({ id }) => already.has(id)),
      left: rows.filter((row) => !closable.includes(row) && !already.has(row.id)),
    })
  })
}

function itemOf({ business }: SittingAtHand, recordId: string | undefined): Business | undefined {
  if (recordId !== undefined) return business.find((one) => one.recordId === recordId)
  const [only, ...others] = business.filter(({ isClosed, title }) => !isClosed && isTrackingItem(title))
  return others.length === 0 ? only : undefined
}

async function close(
  tx: Tx,
  row: TrackedRow,
  { meeting }: SittingAtHand,
  item: Business | undefined,
): Promise<void> {
  const state = stateAfter('close', row.state)
  if (state === undefined) return
  await tx.db.trackerRow.update({
    where: { id: row.id, councilId: tx.councilId },
    data: { state, closedAt: toDate(tx.now), pausedOn: null, pausedWhy: '', version: { increment: 1 } },
  })
  await noteChange(tx, row.id, {
    kind: 'closed',
    meeting,
    minute: item?.minuteNumber === undefined ? '' : String(item.minuteNumber),
    before: { state: row.state },
    // Its minute is numbered when the minutes are drafted: papers find it by the item.
    after: { state, ...(item ? { record: item.recordId } : {}) },
  })
  await refreshRow(tx, row)
}

/** Those that this very meeting has closed: a press twice is one. */
async function closedHere(
  { councilId, db }: Tx,
  meetingId: string,
  rows: readonly TrackedRow[],
): Promise<Set<string>> {
  const closed = rows.filter(({ state }) => state === 'closed').map(({ id }) => id)
  const changes = await db.trackerChange.findMany({
    where: { councilId, meetingId, rowId: { in: closed }, kind: 'closed' },
    select: { rowId: true },
  })
  return new Set(changes.map(({ rowId }) => rowId))
}
