import { v7 as newId } from 'uuid'
import type { Prisma } from '../database/generated/client.ts'
import type { HouseGround } from '../database/house.ts'
import { type Actor, SCRUTINEER, transact } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'

export type Nation = 'england' | 'wales' | 'scotland'

export interface CouncilFacts {
  readonly id: string
  readonly name: string
  readonly nation: Nation
  readonly timeZone: string
}

export interface WantedCouncil {
  readonly name: string
  readonly nation: Nation
  /** The Slack workspace it works in; absent while no Slack is set up. */
  readonly team?: { readonly id: string; readonly name: string } | undefined
}

/**
 * - `team-of-another-council`: this Slack workspace works for another council already; correct the
 *   council's name, or install Scrutineer in that council's own workspace
 * - `council-of-another-nation`: correct the nation, which decides the law that applies
 */
export type CouncilRefusal =
  | { readonly code: 'team-of-another-council'; readonly council: string; readonly owner: string }
  | { readonly code: 'council-of-another-nation'; readonly council: string; readonly nation: Nation }

export type CouncilGround = Pick<HouseGround, 'prisma' | 'now' | 'onMessages'>

/** The council of a Slack workspace: how a request from Slack finds its council. */
export async function councilByTeam(
  db: Prisma.TransactionClient,
  teamId: string,
): Promise<CouncilFacts | undefined> {
  const workspace = await db.slackWorkspace.findUnique({ where: { teamId } })
  const council = workspace ? await db.council.findUnique({ where: { id: workspace.councilId } }) : null
  return council ? factsOf(council) : undefined
}

export async function councilByName(
  db: Prisma.TransactionClient,
  name: string,
): Promise<CouncilFacts | undefined> {
  const council = await db.council.findUnique({ where: { name } })
  return council ? factsOf(council) : undefined
}

/** Every council of this database, by name. */
export async function allCouncils(db: Prisma.TransactionClient): Promise<CouncilFacts[]> {
  const councils = await db.council.findMany({ orderBy: { name: 'asc' } })
  return councils.map(factsOf)
}

/** Why this council could not be made or bound to its Slack workspace, or `undefined` when it can. */
export async function whyNotCouncil(
  db: Prisma.TransactionClient,
  wanted: WantedCouncil,
): Promise<CouncilRefusal | undefined> {
  const known = await councilByName(db, wanted.name)
  if (known && known.nation !== wanted.nation)
    return { code: 'council-of-another-nation', council: known.name, nation: known.nation }
  const owner = wanted.team && (await councilByTeam(db, wanted.team.id))
  if (owner && owner.name !== wanted.name)
    return { code: 'team-of-another-council', council: wanted.name, owner: owner.name }
  return undefined
}

/**
 * The council with this name, made and bound to its Slack workspace where either is missing. Doing it
 * twice, or from two processes at once, is the same as once.
 */
export async function ensureCouncil(
  ground: CouncilGround,
  wanted: WantedCouncil,
  by: Actor = SCRUTINEER,
): Promise<Outcome<CouncilFacts, CouncilRefusal>> {
  const known = await councilByName(ground.prisma, wanted.name)
  const councilId = known?.id ?? newId()
  const outcome = await transact<Outcome<CouncilFacts, CouncilRefusal> | 'made-meanwhile'>(
    { prisma: ground.prisma, councilId, now: () => ground.now(), onMessages: () => ground.onMessages() },
    by,
    async (tx) => {
      const made = await tx.db.council.createMany({
        data: [{ id: councilId, name: wanted.name, nation: wanted.nation }],
        skipDuplicates: true,
      })
      const council = await councilByName(tx.db, wanted.name)
      if (council?.id !== councilId) return 'made-meanwhile'
      if (made.count > 0) tx.audit('council.created', { name: wanted.name, nation: wanted.nation })
      if (wanted.team) {
        const bound = await tx.db.slackWorkspace.createMany({
          data: [{ councilId, teamId: wanted.team.id, teamName: wanted.team.name }],
          skipDuplicates: true,
        })
        if (bound.count > 0) tx.audit('council.workspace-bound', { team: wanted.team.id })
      }
      // Asked last, when the unique keys have settled who was first; a refusal takes all of it back.
      const refusal = await whyNotCouncil(tx.db, wanted)
      return refusal ? refused(refusal) : done(council)
    },
  )
  return outcome === 'made-meanwhile' ? ensureCouncil(ground, wanted, by) : outcome
}

function factsOf(row: { id: string; name: string; nation: Nation; timeZone: string }): CouncilFacts {
  return { id: row.id, name: row.name, nation: row.nation, timeZone: row.timeZone }
}
