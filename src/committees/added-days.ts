import { columnOfDate, dateOfColumn } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Actor, Tx } from '../database/transact.ts'
import type { CouncilRows } from './people.ts'

export type AddedDayKind = 'holiday' | 'closure'

/** A day that is not in the holidays of this version: proclaimed since, or a closure of the council's own. */
export interface DayAdded {
  /** ISO civil date. */
  readonly date: string
  readonly name: string
  readonly kind: AddedDayKind
}

export async function addedDays(rows: CouncilRows): Promise<DayAdded[]> {
  const found = await rows.db.addedDay.findMany({
    where: { councilId: rows.councilId },
    orderBy: { date: 'asc' },
  })
  return found.map(({ date, name, kind }) => ({ date: dateOfColumn(date), name, kind }))
}

/** Add days, or correct what one is called and whether it is a holiday. @returns those that are different now */
export async function addDays(
  house: House,
  act: { readonly by: Actor; readonly days: readonly DayAdded[] },
  /** What follows for messages that tell of days. */
  follow: (tx: Tx) => Promise<void>,
): Promise<DayAdded[]> {
  return house.transact(act.by, async (tx) => {
    const before = new Map((await addedDays(tx)).map((day) => [day.date, day]))
    const fresh = act.days.filter(({ date, name, kind }) => {
      const known = before.get(date)
      return known?.name !== name || known.kind !== kind
    })
    for (const { date, name, kind } of fresh) {
      const key = { councilId: tx.councilId, date: columnOfDate(date) }
      await tx.db.addedDay.upsert({
        where: { councilId_date: key },
        create: { ...key, name, kind },
        update: { name, kind },
      })
      tx.audit('council.day-added', { date, name, kind })
    }
    if (fresh.length > 0) await follow(tx)
    return fresh
  })
}

/** @returns the days that were taken away */
export async function removeDays(
  house: House,
  act: { readonly by: Actor; readonly dates: readonly string[] },
  follow: (tx: Tx) => Promise<void>,
): Promise<DayAdded[]> {
  return house.transact(act.by, async (tx) => {
    const gone = (await addedDays(tx)).filter(({ date }) => act.dates.includes(date))
    for (const { date, name, kind } of gone) {
      await tx.db.addedDay.delete({
        where: { councilId_date: { councilId: tx.councilId, date: columnOfDate(date) } },
      })
      tx.audit('council.day-removed', { date, name, kind })
    }
    if (gone.length > 0) await follow(tx)
    return gone
  })
}
