import { civilDate, columnOfDate, toDate } from '../calendar/civil.ts'
import { type CouncilRows, isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { createRow } from './create-row.ts'
import { moveRow } from './drop-row.ts'
import { ownersOfRow } from './owners.ts'
import { refreshRow } from './row-messages.ts'
import { lockedRows, trackedRows } from './rows.ts'
import { isLive, LIVE_STATES } from './state-rules.ts'
import type { TrackedRow } from './types.ts'

export interface TransferRows {
  readonly by: string
  readonly committeeId: string
  /** Which takes its business on. */
  readonly toCommitteeId: string
  /** All that are live where it is left out: the committee is abolished. */
  readonly rowIds?: readonly string[] | undefined
  readonly why: string
}

/**
 * - `not-a-clerk`: the clerks of the committee that gives them up hand them over
 * - `no-successor`: the council has no such other committee
 * - `rows-missing`: none is left to hand over
 * - `why-missing`: the papers print it
 */
export interface TransferRefusal {
  readonly code: 'not-a-clerk' | 'no-successor' | 'rows-missing' | 'why-missing'
}

/** A row before and after it was handed to another committee. */
export interface HandedOver {
  readonly before: TrackedRow
  readonly after: TrackedRow
}

/**
 * Hand rows to a successor committee: each gets a reference there that names the old one, with who owes it, its time,
 * what runs for it, the executive's response, and how often it was asked for. Answers stay with the old row; what they
 * answer is for the successor to close. Twice is the same as once.
 */
export async function transferRows(
  house: House,
  act: TransferRows,
): Promise<Outcome<{ readonly handedOver: number }, TransferRefusal>> {
  return house.transact<Outcome<{ readonly handedOver: number }, TransferRefusal>>(act.by, async (tx) => {
    const { councilId } = tx
    if (!(await isClerk(tx, act.committeeId, act.by))) return refused({ code: 'not-a-clerk' })
    const successors = { councilId, id: act.toCommitteeId, NOT: { id: act.committeeId } }
    if ((await tx.db.committee.count({ where: successors })) === 0) return refused({ code: 'no-successor' })
    if (act.why === '') return refused({ code: 'why-missing' })
    const chosen = act.rowIds ?? (await liveIds(tx, act.committeeId))
    const rows = (await lockedRows(tx, chosen)).filter(
      (row) => row.committeeId === act.committeeId && isLive(row),
    )
    if (rows.length === 0) return refused({ code: 'rows-missing' })
    const today = civilDate(tx.now, house.timeZone).toString()
    const taken = new Map<string, string>()
    for (const row of rows) taken.set(row.id, await transfer(tx, row, act, today))
    await takeAsking(tx, rows, taken, act)
    const facts = { from: act.committeeId, to: act.toCommitteeId, rows: rows.map(({ id }) => id) }
    tx.audit('tracker.rows-transferred', facts, act.committeeId)
    tx.audit('tracker.rows-taken-over', facts, act.toCommitteeId)
    return done({ handedOver: rows.length })
  })
}

/** @returns the id of the row that takes its place */
async function transfer(tx: Tx, row: TrackedRow, act: TransferRows, today: string): Promise<string> {
  const { councilId } = tx
  const added = await createRow(
    tx,
    {
      ...row,
      committeeId: act.toCommitteeId,
      sourceKey: `transfer/${row.id}`,
      groupKey: groupThere(row, act),
      backReference: row.reference,
      // The successor had no part in that meeting: its rows are not listed under it.
      meetingId: undefined,
      today,
    },
    ownersOfRow(row),
  )
  await takeClocks(tx, row, added.id)
  await takeResponses(tx, row, added.id)
  await moveRow(tx, row, 'transfer', { kind: 'transferred', why: act.why, after: { to: added.id } })
  await tx.db.trackerRow.update({
    where: { id: row.id, councilId },
    data: { transferredToId: added.id },
  })
  await tx.db.trackerRow.update({
    where: { id: added.id, councilId },
    data: { rag: row.rag ?? null, status: row.status, ...(await standingThere(tx, row)) },
  })
  await refreshRow(tx, row)
  return added.id
}

function groupThere({ groupKey }: TrackedRow, { toCommitteeId }: TransferRows): string {
  return `transfer/${toCommitteeId}/${groupKey}`
}

/** What was answered or proposed complete is the successor's to close and asked of nobody again; a pause goes on. */
async function standingThere({ councilId, db }: Tx, row: TrackedRow) {
  const answer = await db.trackerAnswer.findFirst({
    where: { councilId, rowId: row.id, sharedAt: { not: null } },
    orderBy: { sharedAt: 'desc' },
    select: { sharedAt: true },
  })
  const answeredAt = row.isAnswered ? answer?.sharedAt : undefined
  const proposedAt = row.proposedAt ? toDate(row.proposedAt) : answeredAt
  return {
    ...(proposedAt ? { state: 'proposed' as const, proposedAt } : {}),
    completedOn: row.completedOn === undefined ? null : columnOfDate(row.completedOn),
    ...(row.state === 'paused'
      ? {
          state: 'paused' as const,
          pausedOn: row.pausedOn === undefined ? null : columnOfDate(row.pausedOn),
          pausedWhy: row.pausedWhy,
        }
      : {}),
  }
}

/** What the executive said counts where the row goes on, which no longer counts here. */
async function takeResponses({ councilId, db }: Tx, row: TrackedRow, rowId: string): Promise<void> {
  const given = await db.trackerResponse.findMany({ where: { councilId, rowId: row.id }, omit: { id: true } })
  await db.trackerResponse.createMany({ data: given.map((one) => ({ ...one, rowId })) })
}

/** Who was asked for it, and how often, goes with it: another committee makes it no other action (law 12). */
async function takeAsking(
  { councilId, db }: Tx,
  rows: readonly TrackedRow[],
  taken: ReadonlyMap<string, string>,
  act: TransferRows,
): Promise<void> {
  const groups = new Map(rows.map((row) => [row.groupKey, groupThere(row, act)]))
  const notes = await db.escalation.findMany({
    where: { councilId, groupKey: { in: [...groups.keys()] }, rowIds: { hasSome: [...taken.keys()] } },
    omit: { id: true },
  })
  await db.escalation.createMany({
    data: notes.map((note) => ({
      ...note,
      committeeId: act.toCommitteeId,
      groupKey: groups.get(note.groupKey) ?? note.groupKey,
      rowIds: note.rowIds.flatMap((id) => taken.get(id) ?? []),
    })),
  })
}

/** The law's time runs on, whoever asks now. */
async function takeClocks({ councilId, db }: Tx, row: TrackedRow, rowId: string): Promise<void> {
  const running = await db.trackerClock.findMany({ where: { councilId, rowId: row.id, struckAt: null } })
  await db.trackerClock.createMany({
    data: running.map(({ kind, startedOn, startedBy, dueOn, rule, noticeId, at, byId }) => ({
      councilId,
      rowId,
      kind,
      startedOn,
      startedBy,
      dueOn,
      rule,
      noticeId,
      at,
      byId,
    })),
  })
}

async function liveIds({ councilId, db }: CouncilRows, committeeId: string): Promise<string[]> {
  const rows = await db.trackerRow.findMany({
    where: { councilId, committeeId, state: { in: [...LIVE_STATES] } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** What one committee handed to another, each row with its reference before and after, for the hand-over paper. */
export async function handedOverRows(
  rows: CouncilRows,
  of: { readonly from: string; readonly to: string },
): Promise<HandedOver[]> {
  const before = await trackedRows(rows, { committeeId: of.from, state: 'transferred' })
  const after = await trackedRows(rows, {
    committeeId: of.to,
    id: { in: before.flatMap(({ transferredToId }) => transferredToId ?? []) },
  })
  const byId = new Map(after.map((row) => [row.id, row]))
  return before.flatMap((row) => {
    const taken = row.transferredToId === undefined ? undefined : byId.get(row.transferredToId)
    return taken ? [{ before: row, after: taken }] : []
  })
}
