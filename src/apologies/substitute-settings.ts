import { columnOfDate } from '../calendar/civil.ts'
import {
  type CouncilPerson,
  type CouncilRows,
  committeesWhereClerk,
  isClerk,
  personOf,
} from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'

export interface SubstituteSettings {
  readonly pool: 'named' | 'group' | undefined
  readonly sameGroup: boolean
  readonly perYear: number | undefined
  readonly days: number | undefined
  readonly time: string | undefined
}

export async function substituteSettings(house: House, committeeId: string): Promise<SubstituteSettings> {
  const row = await house.db.committee.findFirstOrThrow({
    where: { councilId: house.councilId, id: committeeId },
  })
  return {
    pool: row.substitutePool ?? undefined,
    sameGroup: row.substituteSameGroup,
    perYear: row.substitutesPerYear ?? undefined,
    days: row.substituteDays ?? undefined,
    time: row.substituteTime ?? undefined,
  }
}

/** Set what the committee's standing orders say. Who is named already stays. */
export async function setSubstituteRules(
  house: House,
  act: { readonly by: string; readonly committeeId: string } & SubstituteSettings,
): Promise<Outcome<{ readonly committee: string }, { readonly code: 'not-a-clerk' }>> {
  return house.transact(act.by, async (tx) => {
    if (!(await isClerk(tx, act.committeeId, act.by))) return refused({ code: 'not-a-clerk' })
    const data = {
      substitutePool: act.pool ?? null,
      substituteSameGroup: act.sameGroup,
      substitutesPerYear: act.perYear ?? null,
      substituteDays: act.days ?? null,
      substituteTime: act.time ?? null,
    }
    const { name } = await tx.db.committee.update({
      where: { id: act.committeeId, councilId: tx.councilId },
      data,
    })
    tx.audit('committee.substitutes-set', data, act.committeeId)
    return done({ committee: name })
  })
}

/** A member of the council with what they are in it. */
export interface Councillor {
  readonly person: CouncilPerson
  readonly groupId: string | undefined
  readonly executive: boolean
  readonly groupWhip: boolean
}

/** Everybody with an elected or named substitute's seat on any committee today, by name. */
export async function councillorsOf(house: CouncilRows, today: string): Promise<Councillor[]> {
  const { councilId, db } = house
  const day = columnOfDate(today)
  const held = await db.seatOccupancy.findMany({
    where: {
      councilId,
      since: { lte: day },
      OR: [{ until: null }, { until: { gte: day } }],
      seat: { kind: { not: 'coOptee' } },
    },
    include: { person: true, seat: { select: { groupId: true } } },
    orderBy: [{ person: { name: 'asc' } }, { personId: 'asc' }],
  })
  const roles = await db.councilRole.findMany({ where: { councilId } })
  // Somebody of the executive may sit on no committee at all.
  const others = await db.person.findMany({
    where: {
      councilId,
      id: { in: roles.flatMap(({ duty, personId }) => (duty === 'executive' ? personId : [])) },
    },
  })
  const people = new Map(
    [...held.map(({ person }) => person), ...others].map((person) => [person.id, person]),
  )
  return [...people.values()].map((row) => ({
    person: personOf(row),
    groupId:
      held.find(({ personId, seat }) => personId === row.id && seat.groupId)?.seat.groupId ?? undefined,
    executive: roles.some(({ personId, duty }) => personId === row.id && duty === 'executive'),
    groupWhip: roles.some(({ personId, duty }) => personId === row.id && duty === 'groupWhip'),
  }))
}

/**
 * - `not-a-clerk`: only a clerk says who is in the executive
 * - `no-group`: whips are of a group
 */
export type DutiesRefusal = { readonly code: 'not-a-clerk' | 'no-group' }

/** Say what a member is in the council as a whole: in the executive, whip of their group, both or neither. */
export async function setDuties(
  house: House,
  act: {
    readonly by: string
    readonly personId: string
    readonly executive: boolean
    readonly groupWhip: boolean
  },
): Promise<Outcome<{ readonly person: CouncilPerson }, DutiesRefusal>> {
  const today = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
  return house.transact(act.by, async (tx) => {
    const { councilId, db } = tx
    if ((await committeesWhereClerk(tx, act.by)).length === 0) return refused({ code: 'not-a-clerk' })
    const one = (await councillorsOf(tx, today)).find(({ person }) => person.id === act.personId)
    if (!one) return refused({ code: 'no-group' })
    if (act.groupWhip && one.groupId === undefined) return refused({ code: 'no-group' })
    const of = { councilId, personId: act.personId }
    for (const duty of ['executive', 'groupWhip'] as const) {
      const groupId = duty === 'groupWhip' ? (one.groupId ?? null) : null
      if (act[duty])
        await db.councilRole.upsert({
          where: { councilId_personId_duty: { ...of, duty } },
          create: { ...of, duty, groupId },
          update: { groupId },
        })
      else await db.councilRole.deleteMany({ where: { ...of, duty } })
    }
    tx.audit('council.duties-set', {
      person: act.personId,
      executive: act.executive,
      groupWhip: act.groupWhip,
    })
    return done({ person: one.person })
  })
}
