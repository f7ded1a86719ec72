import { civilDate, columnOfDate, toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { noteChange } from './changes.ts'
import { lapseWishes } from './lapse-wishes.ts'
import { wishDecidedMessage } from './owner-messages.ts'
import { changeOwners, ownersOfRow } from './owners.ts'
import { refreshRow } from './row-messages.ts'
import { dueColumns, lockedRows } from './rows.ts'
import { dueDayOf } from './rules.ts'
import type { TrackedRow } from './types.ts'
import { mayDecide, type WishAtHand, wishAtHand } from './wishes.ts'

export interface DecideWish {
  readonly by: string
  readonly wishId: string
  readonly granted: boolean
  /** Needed where it is refused. */
  readonly why: string
}

/**
 * - `wish-gone`: there is none of that id
 * - `not-yours`: the committee's clerks and its Chair decide
 * - `decided`: it is decided, or not needed any more
 * - `why-missing`: whoever is refused something is told why
 */
export interface DecideRefusal {
  readonly code: 'wish-gone' | 'not-yours' | 'decided' | 'why-missing'
}

/** Decide what an owner asks for: a granted time moves the due day, a granted hand-over the owners. */
export async function decideWish(house: House, act: DecideWish): Promise<Outcome<WishAtHand, DecideRefusal>> {
  return house.transact<Outcome<WishAtHand, DecideRefusal>>(act.by, async (tx) => {
    const { councilId } = tx
    const first = await wishAtHand(tx, act.wishId)
    if (!first) return refused({ code: 'wish-gone' })
    const [row] = await lockedRows(tx, [first.row.id])
    const wish = await wishAtHand(tx, act.wishId)
    if (!row || !wish) return refused({ code: 'wish-gone' })
    const today = civilDate(tx.now, house.timeZone).toString()
    if (!(await mayDecide(tx, row.committeeId, act.by, today))) return refused({ code: 'not-yours' })
    if (wish.state !== 'waiting' || row.state !== 'open') return refused({ code: 'decided' })
    if (!act.granted && act.why === '') return refused({ code: 'why-missing' })
    await tx.db.ownerWish.update({
      where: { id: wish.id, councilId },
      data: {
        state: act.granted ? 'granted' : 'refused',
        decidedById: act.by,
        decidedAt: toDate(tx.now),
        decidedWhy: act.why,
        version: { increment: 1 },
      },
    })
    if (act.granted && wish.kind === 'moreTime') await moveDue(tx, row, wish)
    if (act.granted && wish.kind === 'notMine') {
      await handOver(tx, row, wish, house.timeZone)
      await lapseWishes(tx, row.id)
    }
    await tx.refresh({ kind: messageKinds.ownerWish, subject: wish.id })
    if (wish.by?.slackUserId)
      await tx.show(
        wishDecidedMessage({ wishId: wish.id, committeeId: row.committeeId, personId: wish.by.id }),
      )
    await refreshRow(tx, row)
    tx.audit(
      'tracker.wish-decided',
      { row: row.id, wish: wish.id, granted: act.granted, until: wish.until ?? null },
      row.committeeId,
    )
    return done(wish)
  })
}

async function moveDue(tx: Tx, row: TrackedRow, { until, why }: WishAtHand): Promise<void> {
  if (until === undefined) return
  await tx.db.trackerRow.update({
    where: { id: row.id, councilId: tx.councilId },
    data: {
      ...dueColumns({ kind: 'date', on: until, recurs: row.due.kind === 'date' && row.due.recurs }),
      version: { increment: 1 },
    },
  })
  await noteChange(tx, row.id, {
    kind: 'dueMoved',
    why,
    before: { due: row.due.kind, on: dueDayOf(row) ?? null },
    after: { due: 'date', on: until },
  })
}

/** Whoever asked owes it no more; everybody else who owes it still does. */
async function handOver(tx: Tx, row: TrackedRow, wish: WishAtHand, timeZone: string): Promise<void> {
  const { owners, heads } = ownersOfRow(row)
  const leaving = new Set(await leavingOf(tx, row, wish, timeZone))
  const stay = owners.filter(({ personId }) => personId === undefined || !leaving.has(personId))
  const next = { personId: wish.proposed?.id, name: wish.proposed ? '' : wish.proposedName }
  await changeOwners(tx, row, { owners: [...stay, next], heads }, wish.why)
  await tx.db.trackerRow.update({
    where: { id: row.id, councilId: tx.councilId },
    data: { version: { increment: 1 } },
  })
}

/** Whoever asked, where they owe it themselves; else those for whom they asked. */
async function leavingOf(
  tx: Tx,
  { owners }: TrackedRow,
  { by, at }: WishAtHand,
  timeZone: string,
): Promise<string[]> {
  const owing = owners.flatMap(({ role, person }) => (role === 'owner' && person ? [person.id] : []))
  if (by && owing.includes(by.id)) return [by.id]
  if (!by) return owing
  const { councilId } = tx
  const day = columnOfDate(civilDate(at, timeZone).toString())
  const leaves = await tx.db.leave.findMany({
    where: {
      councilId,
      deputyId: by.id,
      personId: { in: owing },
      from: { lte: day },
      until: { gte: day },
    },
    select: { personId: true },
  })
  const lines = await tx.db.serviceLine.findMany({
    where: { councilId, headId: by.id, personId: { in: owing } },
    select: { personId: true },
  })
  const theirs = leaves.length > 0 ? leaves : lines
  return theirs.length > 0 ? theirs.map(({ personId }) => personId) : owing
}
