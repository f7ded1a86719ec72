import type { Temporal } from 'temporal-polyfill'
import { dateOfColumn, toDate, toInstant } from '../calendar/civil.ts'
import {
  type CouncilPerson,
  type CouncilRows,
  isClerk,
  memberOn,
  membersOn,
  personOf,
} from '../committees/people.ts'
import type { Prisma } from '../database/generated/client.ts'
import type { Tx } from '../database/transact.ts'
import { clerksAddress } from '../meetings/clerks-address.ts'
import { wishMessage } from './owner-messages.ts'
import { trackedRow } from './rows.ts'
import type { TrackedRow } from './types.ts'

export type WishKind = 'moreTime' | 'notMine'
export type WishState = 'waiting' | 'granted' | 'refused' | 'lapsed'

/** What an owner asks for, with the row that it is about. */
export interface WishAtHand {
  readonly id: string
  readonly kind: WishKind
  readonly state: WishState
  readonly row: TrackedRow
  readonly by: CouncilPerson | undefined
  readonly at: Temporal.Instant
  readonly why: string
  /** ISO civil date. */
  readonly until: string | undefined
  readonly proposed: CouncilPerson | undefined
  readonly proposedName: string
  readonly decidedBy: CouncilPerson | undefined
  readonly decidedAt: Temporal.Instant | undefined
  readonly decidedWhy: string
  readonly version: number
}

export async function wishAtHand(rows: CouncilRows, wishId: string): Promise<WishAtHand | undefined> {
  const { councilId, db } = rows
  const wish = await db.ownerWish.findFirst({ where: { councilId, id: wishId } })
  const row = wish && (await trackedRow(rows, wish.rowId))
  if (!wish || !row) return undefined
  const ids = [wish.byId, wish.proposedId, wish.decidedById].filter((id) => id !== null)
  const people = new Map(
    (await db.person.findMany({ where: { councilId, id: { in: ids } } })).map((one) => [
      one.id,
      personOf(one),
    ]),
  )
  const named = (id: string | null) => (id === null ? undefined : people.get(id))
  return {
    id: wish.id,
    kind: wish.kind,
    state: wish.state,
    row,
    by: named(wish.byId),
    at: toInstant(wish.at),
    why: wish.why,
    until: wish.until ? dateOfColumn(wish.until) : undefined,
    proposed: named(wish.proposedId),
    proposedName: wish.proposedName,
    decidedBy: named(wish.decidedById),
    decidedAt: wish.decidedAt ? toInstant(wish.decidedAt) : undefined,
    decidedWhy: wish.decidedWhy,
    version: wish.version,
  }
}

/** Whether one of that kind waits to be decided. */
export async function isWaiting(
  { councilId, db }: CouncilRows,
  rowId: string,
  kind: WishKind,
): Promise<boolean> {
  return (await db.ownerWish.count({ where: { councilId, rowId, kind, state: 'waiting' } })) > 0
}

/** Whether somebody decides what owners of a committee's rows ask for: its clerks, and its Chair. */
export async function mayDecide(
  rows: CouncilRows,
  committeeId: string,
  personId: string,
  today: string,
): Promise<boolean> {
  if (await isClerk(rows, committeeId, personId)) return true
  const seat = await memberOn(rows.db, rows.councilId, committeeId, today, personId)
  return seat?.office === 'chair'
}

/** Keep a wish, and tell the clerks and the Chair of it at once: somebody waits for them. */
export async function createWish(
  tx: Tx,
  row: TrackedRow,
  today: string,
  wish: Pick<Prisma.OwnerWishUncheckedCreateInput, 'kind' | 'why' | 'until' | 'proposedId' | 'proposedName'>,
): Promise<string> {
  const { councilId } = tx
  const { committeeId } = row
  const { id } = await tx.db.ownerWish.create({
    data: { ...wish, councilId, rowId: row.id, byId: tx.by, at: toDate(tx.now) },
  })
  const committee = await tx.db.committee.findFirst({ where: { councilId, id: committeeId } })
  const address = { committeeId, clerksChannelId: committee?.clerksChannelId ?? undefined }
  const members = await membersOn(tx.db, councilId, committeeId, today)
  const chairs = members.filter(
    ({ office, person }) => office === 'chair' && person.slackUserId !== undefined,
  )
  const recipients = [
    ...(await clerksAddress(tx, address)),
    ...chairs.map(({ person }) => ({ person: person.id })),
  ]
  for (const recipient of recipients) await tx.show(wishMessage({ wishId: id, committeeId, recipient }))
  tx.audit('tracker.wish', { row: row.id, wish: id, kind: wish.kind }, committeeId)
  return id
}
