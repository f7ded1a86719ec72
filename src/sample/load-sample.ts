import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCommitteeFile } from '../committees/committee-file.ts'
import { allCouncils, type CouncilGround, type WantedCouncil } from '../committees/councils.ts'
import { findInSlack, importCommittee } from '../committees/import-committee.ts'
import { importRefused } from '../committees/words.en.ts'
import { SCRUTINEER } from '../database/transact.ts'
import { packageRoot } from '../package-root.ts'
import { followMembership } from '../publications/restricted-follow.ts'
import { localDirectory } from '../slack/local-directory.ts'

/**
 * Gives the local workspace its sample committee, on its first start only: never beside a council that
 * is there already, and never in real Slack.
 *
 * @param workspace address of the local workspace
 * @returns whether it was loaded now
 */
export async function loadSample(
  ground: CouncilGround,
  workspace: string,
  team: NonNullable<WantedCouncil['team']>,
): Promise<boolean> {
  if ((await allCouncils(ground.prisma)).length > 0) return false
  const read = readCommitteeFile(await readFile(samplePath('committee.csv')))
  if (!read.ok) throw new Error(`The sample committee cannot be read. ${importRefused(read.refusal)}`)
  const file = read.value
  const slack = await findInSlack(localDirectory(workspace, file), file)
  const outcome = await importCommittee(ground, { file, slack, team, by: SCRUTINEER }, followMembership)
  if (!outcome.ok) throw new Error(`The sample committee cannot be loaded. ${importRefused(outcome.refusal)}`)
  return true
}

/** A file of `src/sample/`, found from the package's root: the compiled code lies elsewhere. */
export function samplePath(name: string): string {
  return join(packageRoot(), 'src', 'sample', name)
}
