import { committeesWhereClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { refreshClerksAsked } from './note-escalations.ts'

export interface SetServiceLine {
  readonly by: string
  readonly officerId: string
  readonly headId: string
}

/**
 * - `not-a-clerk`: clerks say it
 * - `unknown`: the council does not know one of them
 * - `same-person`: nobody is their own head of service
 */
export interface ServiceLineRefusal {
  readonly code: 'not-a-clerk' | 'unknown' | 'same-person'
}

/** Say whom an officer answers to, for all committees: what was said before is replaced by it. */
export async function setServiceLine(
  house: House,
  act: SetServiceLine,
): Promise<Outcome<undefined, ServiceLineRefusal>> {
  return house.transact<Outcome<undefined, ServiceLineRefusal>>(act.by, async (tx) => {
    const { councilId } = tx
    const { officerId, headId } = act
    if (!(await isAnyClerk(tx))) return refused({ code: 'not-a-clerk' })
    if (officerId === headId) return refused({ code: 'same-person' })
    const known = await tx.db.person.count({ where: { councilId, id: { in: [officerId, headId] } } })
    if (known < 2) return refused({ code: 'unknown' })
    await tx.db.serviceLine.upsert({
      where: { councilId_personId: { councilId, personId: officerId } },
      create: { councilId, personId: officerId, headId },
      update: { headId },
    })
    await refreshOwedBy(tx, officerId)
    tx.audit('tracker.service-line-set', { person: officerId, head: headId })
    return done(undefined)
  })
}

/** An officer answers to nobody whom Scrutineer knows any more. Removed twice is removed. */
export async function removeServiceLine(
  house: House,
  act: { readonly by: string; readonly lineId: string },
): Promise<Outcome<undefined, { readonly code: 'not-a-clerk' }>> {
  return house.transact<Outcome<undefined, { readonly code: 'not-a-clerk' }>>(act.by, async (tx) => {
    const { councilId } = tx
    if (!(await isAnyClerk(tx))) return refused({ code: 'not-a-clerk' })
    const line = await tx.db.serviceLine.findFirst({ where: { councilId, id: act.lineId } })
    if (!line) return done(undefined)
    await tx.db.serviceLine.deleteMany({ where: { councilId, id: line.id } })
    await refreshOwedBy(tx, line.personId)
    tx.audit('tracker.service-line-removed', { person: line.personId, head: line.headId })
    return done(undefined)
  })
}

async function isAnyClerk(tx: Tx): Promise<boolean> {
  return (await committeesWhereClerk(tx, tx.by)).length > 0
}

/** The clerks’ lists say whom to invite, and of which rows no head of service is known. */
async function refreshOwedBy(tx: Tx, personId: string): Promise<void> {
  const { councilId } = tx
  const rows = await tx.db.trackerRow.findMany({
    where: {
      councilId,
      state: 'open',
      owners: { some: { councilId, personId, role: 'owner', until: null } },
    },
    select: { id: true, groupKey: true },
    orderBy: { id: 'asc' },
  })
  for (const row of rows) await refreshClerksAsked(tx, row)
}
