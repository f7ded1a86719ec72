import { civilDate, columnOfDate } from '../calendar/civil.ts'
import {
  type CouncilPerson,
  type CouncilRows,
  committeesWhereClerk,
  displayName,
  personOf,
} from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { changeOwners, type OwnerSaid, ownersOfRow } from './owners.ts'
import { refreshRow } from './row-messages.ts'
import { lockedRows } from './rows.ts'
import { isLive, LIVE_STATES } from './state-rules.ts'

export interface HandOnRows {
  readonly by: string
  /** Who leaves. */
  readonly personId: string
  /** Who owes it in their place. */
  readonly to: OwnerSaid
  readonly rowIds: readonly string[]
}

/**
 * - `not-a-clerk`: clerks hand on what is owed to their committees
 * - `nobody`: somebody must owe it
 * - `same-person`: they are the one who leaves
 * - `rows-missing`: they owe none of these any more
 */
export interface HandOnRefusal {
  readonly code: 'not-a-clerk' | 'nobody' | 'same-person' | 'rows-missing'
}

/** Give what somebody owes who leaves to another, in one go; whoever owes it with them goes on. */
export async function handOnRows(
  house: House,
  act: HandOnRows,
): Promise<Outcome<{ readonly handedOn: number }, HandOnRefusal>> {
  return house.transact<Outcome<{ readonly handedOn: number }, HandOnRefusal>>(act.by, async (tx) => {
    const { personId, to } = act
    const mine = new Set((await committeesWhereClerk(tx, act.by)).map(({ id }) => id))
    if (mine.size === 0) return refused({ code: 'not-a-clerk' })
    if (to.personId === undefined && to.name === '') return refused({ code: 'nobody' })
    if (to.personId === personId) return refused({ code: 'same-person' })
    const rows = (await lockedRows(tx, act.rowIds)).filter(
      (row) => isLive(row) && row.owners.some(({ person }) => person?.id === personId),
    )
    if (rows.length === 0) return refused({ code: 'rows-missing' })
    if (rows.some(({ committeeId }) => !mine.has(committeeId))) return refused({ code: 'not-a-clerk' })
    const replaced = (owners: readonly OwnerSaid[]) =>
      owners.map((one) => (one.personId === personId ? to : one))
    for (const row of rows) {
      const { owners, heads } = ownersOfRow(row)
      await changeOwners(tx, row, { owners: replaced(owners), heads: replaced(heads) })
      await tx.db.trackerRow.update({
        where: { id: row.id, councilId: tx.councilId },
        data: { version: { increment: 1 } },
      })
      await refreshRow(tx, row)
    }
    for (const committeeId of new Set(rows.map((row) => row.committeeId)))
      tx.audit(
        'tracker.rows-handed-on',
        {
          from: personId,
          to: to.personId ?? null,
          rows: rows.filter((row) => row.committeeId === committeeId).map(({ id }) => id),
        },
        committeeId,
      )
    return done({ handedOn: rows.length })
  })
}

/** Somebody who owes rows to a committee. */
export interface Owing {
  readonly person: CouncilPerson
  readonly name: string
  readonly rows: number
  /** They hold no office, seat or duty in the council, as its lists have it; an officer may be on none of them. */
  readonly hasGone: boolean
}

/** Who owes live rows to a committee: those who seem to have left first. */
export async function owingTo(house: House, committeeId: string): Promise<Owing[]> {
  const { councilId, db } = house
  const owned = await db.trackerOwner.findMany({
    where: {
      councilId,
      until: null,
      personId: { not: null },
      row: { councilId, committeeId, state: { in: [...LIVE_STATES] } },
    },
    select: { personId: true, rowId: true },
  })
  const ids = [...new Set(owned.flatMap(({ personId }) => personId ?? []))]
  const people = await db.person.findMany({ where: { councilId, id: { in: ids } } })
  const here = await stillHere(house, ids)
  return people
    .map((row) => {
      const person = personOf(row)
      return {
        person,
        name: displayName(person),
        rows: new Set(owned.filter((one) => one.personId === row.id).map(({ rowId }) => rowId)).size,
        hasGone: !here.has(row.id),
      }
    })
    .toSorted(
      (one, other) => Number(other.hasGone) - Number(one.hasGone) || one.name.localeCompare(other.name),
    )
}

async function stillHere(house: CouncilRows & House, ids: readonly string[]): Promise<Set<string>> {
  const { councilId, db } = house
  const who = { councilId, personId: { in: [...ids] } }
  const today = columnOfDate(civilDate(house.now(), house.timeZone).toString())
  const found = [
    ...(await db.committeeRole.findMany({ where: who, select: { personId: true } })),
    ...(await db.councilRole.findMany({ where: who, select: { personId: true } })),
    ...(await db.serviceLine.findMany({ where: who, select: { personId: true } })),
    ...(await db.seatOccupancy.findMany({
      where: { ...who, OR: [{ until: null }, { until: { gte: today } }] },
      select: { personId: true },
    })),
  ]
  const heads = await db.serviceLine.findMany({
    where: { councilId, headId: { in: [...ids] } },
    select: { headId: true },
  })
  return new Set([...found.map(({ personId }) => personId), ...heads.map(({ headId }) => headId)])
}
