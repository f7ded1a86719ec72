import { councilByTeam, ensureCouncil, type WantedCouncil } from '../committees/councils.ts'
import { OPERATOR } from '../committees/import-committee.ts'
import { transact } from '../database/transact.ts'
import type { Desk } from './desk.ts'

/** The council that stands in the way of an import: it has the Slack workspace, under another name. */
export async function councilInTheWay(
  desk: Desk,
  wanted: Required<Pick<WantedCouncil, 'name' | 'team'>>,
): Promise<string | undefined> {
  const owner = wanted.team && (await councilByTeam(desk.ground.prisma, wanted.team.id))
  return owner && owner.name !== wanted.name ? owner.name : undefined
}

/**
 * In the local workspace, which is for trying out, the council that stands there makes way for the one
 * that a file names: the sample would otherwise keep everybody's own committee out. Its record stays in
 * the database. Never with real Slack, where a team belongs to its council.
 */
export async function makeWay(
  desk: Desk,
  wanted: WantedCouncil & { readonly team: NonNullable<WantedCouncil['team']> },
): Promise<void> {
  const { team, ...council } = wanted
  const made = await ensureCouncil(desk.ground, council, OPERATOR)
  if (!made.ok) return
  const ground = { ...desk.ground, councilId: made.value.id }
  await transact(ground, OPERATOR, async (tx) => {
    await tx.db.slackWorkspace.updateMany({ where: { teamId: team.id }, data: { councilId: tx.councilId } })
    tx.audit('council.workspace-bound', { team: team.id })
  })
  desk.houses.forgetTeam(team.id)
}
