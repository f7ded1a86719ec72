import { toDate } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnSitting, onSitting, type SittingRefusal } from './acting.ts'

/** Somebody who is there and no member: officers, partners, the executive. */
export interface AlsoPresent {
  readonly id: string
  readonly name: string
  /** Role and organisation, as the minutes print them; empty where they are not known. */
  readonly role: string
}

export interface AddAlsoPresent extends ActOnSitting {
  readonly name: string
  readonly role: string
}

/** `no-name`: a name is the least that the minutes print. */
export type AlsoPresentRefusal = SittingRefusal | { readonly code: 'no-name' }

/** Note somebody who is also in attendance. Twice the same is once. */
export async function addAlsoPresent(
  house: House,
  act: AddAlsoPresent,
): Promise<Outcome<{ readonly already: boolean }, AlsoPresentRefusal>> {
  return onSitting<{ readonly already: boolean }, AlsoPresentRefusal>(house, act, async ({ tx, sitting }) => {
    const [name, role] = [act.name.trim(), act.role.trim()]
    if (name === '') return refused({ code: 'no-name' })
    const { councilId } = tx
    const where = { councilId, meetingId: act.meetingId }
    const rows = await tx.db.alsoPresent.findMany({ where })
    if (rows.some((row) => row.struckAt === null && row.name === name && row.role === role))
      return done({ already: true })
    const position = Math.max(0, ...rows.map((row) => row.position)) + 1
    const { id } = await tx.db.alsoPresent.create({ data: { ...where, position, name, role, byId: tx.by } })
    // Who it is stands in the row: people of other bodies are not named in a trail that is kept for ever.
    tx.audit('sitting.also-present', { meeting: act.meetingId, entry: id }, sitting.meeting.committeeId)
    return done({ already: false })
  })
}

/** Strike somebody who was not there after all. */
export async function strikeAlsoPresent(
  house: House,
  act: ActOnSitting & { readonly entryId: string },
): Promise<Outcome<{ readonly struck: boolean }, SittingRefusal>> {
  return onSitting<{ readonly struck: boolean }, SittingRefusal>(house, act, async ({ tx, sitting }) => {
    const { count } = await tx.db.alsoPresent.updateMany({
      where: { councilId: tx.councilId, meetingId: act.meetingId, id: act.entryId, struckAt: null },
      data: { struckAt: toDate(tx.now) },
    })
    const facts = { meeting: act.meetingId, entry: act.entryId }
    if (count > 0) tx.audit('sitting.also-present-struck', facts, sitting.meeting.committeeId)
    return done({ struck: count > 0 })
  })
}

/** Who is also in attendance, in the order in which they were entered. */
export async function alsoPresentOf(
  { councilId, db }: CouncilRows,
  meetingId: string,
): Promise<AlsoPresent[]> {
  const rows = await db.alsoPresent.findMany({
    where: { councilId, meetingId, struckAt: null },
    orderBy: { position: 'asc' },
  })
  return rows.map(({ id, name, role }) => ({ id, name, role }))
}
