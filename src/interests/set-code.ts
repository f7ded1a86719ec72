import { displayName } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Actor } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { ownKinds } from './council-code.ts'
import { type OwnKindProblem, type OwnKinds, problemsOf } from './kind-rules.ts'

/** What a council has set about interests, as an administrator reads it. */
export interface CodeSettings {
  readonly nation: 'england' | 'wales' | 'scotland'
  readonly own: OwnKinds
  readonly leavesRoom: boolean
  /** Absent for what is usual in the nation. */
  readonly asksForWhip: boolean | undefined
  /** Who may see every notice. */
  readonly officers: readonly string[]
}

/**
 * - `kinds`: what was said of these kinds cannot be kept
 * - `no-such-person`: nobody in the council has this e-mail address; import them as an officer first
 */
export type CodeRefusal =
  | { readonly code: 'kinds'; readonly problems: readonly OwnKindProblem[] }
  | { readonly code: 'no-such-person'; readonly email: string }

export interface SetCode {
  readonly by: Actor
  /** By kind; `undefined` goes back to the nation's code. What is not named stays. */
  readonly kinds: ReadonlyMap<string, OwnKinds[keyof OwnKinds]>
  readonly leavesRoom: boolean | undefined
  /** `usual` goes back to what is usual in the nation. */
  readonly asksForWhip: boolean | 'usual' | undefined
  /** E-mail addresses of Monitoring Officers and their deputies. */
  readonly officersAdded: readonly string[]
  readonly officersRemoved: readonly string[]
}

export async function codeSettings({
  councilId,
  db,
}: Pick<House, 'councilId' | 'db'>): Promise<CodeSettings> {
  const council = await db.council.findUniqueOrThrow({ where: { id: councilId } })
  const roles = await db.councilRole.findMany({ where: { councilId, duty: 'monitoringOfficer' } })
  const officers = await db.person.findMany({
    where: { councilId, id: { in: roles.map((role) => role.personId) } },
    orderBy: { name: 'asc' },
  })
  return {
    nation: council.nation,
    own: ownKinds.parse(council.interestNames),
    leavesRoom: council.interestLeavesRoom,
    asksForWhip: council.asksForWhip ?? undefined,
    officers: officers.map(displayName),
  }
}

/** Set what is given; the rest stays. Notices that were given count by the code as it is when they are looked at. */
export async function setCode(house: House, act: SetCode): Promise<Outcome<undefined, CodeRefusal>> {
  return house.transact(act.by, async (tx) => {
    const { councilId, db } = tx
    const council = await db.council.findUniqueOrThrow({ where: { id: councilId } })
    const kinds = new Map<string, unknown>(Object.entries(ownKinds.parse(council.interestNames)))
    for (const [kind, said] of act.kinds)
      if (said === undefined) kinds.delete(kind)
      else kinds.set(kind, said)
    const own = ownKinds.parse(Object.fromEntries(kinds))
    const problems = problemsOf(own, council.nation)
    if (problems.length > 0) return refused({ code: 'kinds', problems })
    const asksForWhip = act.asksForWhip === 'usual' ? null : (act.asksForWhip ?? council.asksForWhip)
    const leavesRoom = act.leavesRoom ?? council.interestLeavesRoom
    await db.council.update({
      where: { id: councilId },
      data: { interestNames: own, interestLeavesRoom: leavesRoom, asksForWhip },
    })
    tx.audit('council.code-set', { kinds: JSON.stringify(own), leavesRoom, asksForWhip })
    const duty = 'monitoringOfficer' as const
    for (const email of [...act.officersAdded, ...act.officersRemoved]) {
      const person = await db.person.findFirst({
        where: { councilId, email: { equals: email, mode: 'insensitive' } },
      })
      if (!person) return refused({ code: 'no-such-person', email })
      const of = { councilId, personId: person.id, duty }
      const isAdded = act.officersAdded.includes(email)
      if (isAdded)
        await db.councilRole.upsert({
          where: { councilId_personId_duty: of },
          create: of,
          update: {},
        })
      else await db.councilRole.deleteMany({ where: of })
      tx.audit(isAdded ? 'council.duty-given' : 'council.duty-ended', { person: person.id, duty })
    }
    return done(undefined)
  })
}
