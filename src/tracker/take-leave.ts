import { civilDate, columnOfDate, dateOfColumn, toDate } from '../calendar/civil.ts'
import { committeesWhereClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'

export interface TakeLeave {
  readonly by: string
  readonly personId: string
  /** ISO civil dates, both days included. */
  readonly from: string
  readonly until: string
  /** Who answers for them; without one nobody is asked, and the clerks hear of it. */
  readonly deputyId: string | undefined
}

/**
 * - `not-yours`: a person for themselves, or a clerk for them
 * - `day-missing`: say from when until when
 * - `days-turned`: it ends before it begins
 * - `days-past`: it is over already
 * - `deputy-self`: nobody is their own deputy
 * - `deputy-unknown`: the council does not know them, or they are not on Slack
 * - `deputy-away`: that deputy is away on some of these days
 * - `overlaps`: they are away on some of these days already; cancel that first
 */
export interface LeaveRefusal {
  readonly code:
    | 'not-yours'
    | 'day-missing'
    | 'days-turned'
    | 'days-past'
    | 'deputy-self'
    | 'deputy-unknown'
    | 'deputy-away'
    | 'overlaps'
}

/** Say that an officer is away: nobody asks them meanwhile, and their deputy is asked in their place. */
export async function takeLeave(
  house: House,
  act: TakeLeave,
): Promise<Outcome<{ readonly leaveId: string }, LeaveRefusal>> {
  return house.transact<Outcome<{ readonly leaveId: string }, LeaveRefusal>>(act.by, async (tx) => {
    const { councilId } = tx
    if (!(await mayKeepLeave(tx, act.personId, act.by))) return refused({ code: 'not-yours' })
    if (act.from === '' || act.until === '') return refused({ code: 'day-missing' })
    if (act.until < act.from) return refused({ code: 'days-turned' })
    if (act.until < civilDate(tx.now, house.timeZone).toString()) return refused({ code: 'days-past' })
    await tx.db.$queryRaw`SELECT "id" FROM "Person"
      WHERE "councilId" = ${councilId}::uuid AND "id" = ${act.personId}::uuid FOR UPDATE`
    if (await isAway(tx, act.personId, act)) return refused({ code: 'overlaps' })
    const wrong = await whyNotDeputy(tx, act)
    if (wrong) return refused(wrong)
    const { id } = await tx.db.leave.create({
      data: {
        councilId,
        personId: act.personId,
        from: columnOfDate(act.from),
        until: columnOfDate(act.until),
        deputyId: act.deputyId ?? null,
        byId: act.by,
        at: toDate(tx.now),
      },
    })
    tx.audit('tracker.leave', {
      person: act.personId,
      from: act.from,
      until: act.until,
      deputy: act.deputyId ?? null,
    })
    return done({ leaveId: id })
  })
}

/** Cancel a leave, also one that has begun. Cancelled twice is cancelled. */
export async function cancelLeave(
  house: House,
  act: { readonly by: string; readonly leaveId: string },
): Promise<Outcome<undefined, { readonly code: 'leave-gone' | 'not-yours' }>> {
  return house.transact<Outcome<undefined, { readonly code: 'leave-gone' | 'not-yours' }>>(
    act.by,
    async (tx) => {
      const { councilId } = tx
      const leave = await tx.db.leave.findFirst({ where: { councilId, id: act.leaveId } })
      if (!leave) return refused({ code: 'leave-gone' })
      if (!(await mayKeepLeave(tx, leave.personId, act.by))) return refused({ code: 'not-yours' })
      const { count } = await tx.db.leave.updateMany({
        where: { councilId, id: leave.id, endedAt: null },
        data: { endedAt: toDate(tx.now) },
      })
      if (count > 0)
        tx.audit('tracker.leave-cancelled', { person: leave.personId, from: dateOfColumn(leave.from) })
      return done(undefined)
    },
  )
}

async function mayKeepLeave(tx: Tx, personId: string, by: string): Promise<boolean> {
  if (personId === by) return true
  const known = await tx.db.person.count({ where: { councilId: tx.councilId, id: personId } })
  return known > 0 && (await committeesWhereClerk(tx, by)).length > 0
}

async function whyNotDeputy(tx: Tx, act: TakeLeave): Promise<LeaveRefusal | undefined> {
  const { personId, deputyId } = act
  if (deputyId === undefined) return undefined
  if (deputyId === personId) return { code: 'deputy-self' }
  const onSlack = { councilId: tx.councilId, id: deputyId, slackUserId: { not: null } }
  if ((await tx.db.person.count({ where: onSlack })) === 0) return { code: 'deputy-unknown' }
  return (await isAway(tx, deputyId, act)) ? { code: 'deputy-away' } : undefined
}

async function isAway(
  tx: Tx,
  personId: string,
  { from, until }: Pick<TakeLeave, 'from' | 'until'>,
): Promise<boolean> {
  const overlapping = {
    councilId: tx.councilId,
    personId,
    endedAt: null,
    from: { lte: columnOfDate(until) },
    until: { gte: columnOfDate(from) },
  }
  return (await tx.db.leave.count({ where: overlapping })) > 0
}
