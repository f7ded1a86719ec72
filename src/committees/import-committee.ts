import { civilDate } from '../calendar/civil.ts'
import type { Prisma } from '../database/generated/client.ts'
import { type Actor, type Tx, transact } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { applyPlan } from './apply-plan.ts'
import type { CommitteeFile } from './committee-file.ts'
import {
  type CouncilGround,
  type CouncilRefusal,
  councilByName,
  ensureCouncil,
  type WantedCouncil,
  whyNotCouncil,
} from './councils.ts'
import type { ImportPlan, PlanRefusal } from './import-plan.ts'
import { planImport } from './plan-import.ts'
import { presentState } from './present-state.ts'
import { emptyDirectory, nothingFound, type SlackDirectory, type SlackFindings } from './slack-directory.ts'

/** Whoever holds the server's command line: not a person of the council. */
export const OPERATOR: Actor = 'operator'

/** How to recover: `file-problems`, mend the lines; the others, see `CouncilRefusal`. */
export type ImportRefusal = PlanRefusal | CouncilRefusal

export interface ImportRequest {
  readonly file: CommitteeFile
  readonly slack: SlackFindings
  /** The Slack workspace that the council is bound to; absent while no Slack is set up. */
  readonly team?: WantedCouncil['team']
  readonly by: Actor
}

/** What follows from an import elsewhere in the house. */
export type AfterImport = (tx: Tx) => Promise<unknown>

/** What Slack knows of the file's people and channels. Asked before the transaction, which waits for nobody. */
export async function findInSlack(directory: SlackDirectory, file: CommitteeFile): Promise<SlackFindings> {
  if (directory === emptyDirectory) return nothingFound
  const users = new Map<string, string>()
  for (const email of file.people.flatMap((person) => person.email ?? [])) {
    const user = await directory.userByEmail(email)
    if (user !== undefined) users.set(email, user)
  }
  const channels = new Map<string, { id: string; botIsMember: boolean }>()
  for (const name of [file.channel, file.clerksChannel].filter((name) => name !== undefined)) {
    const channel = await directory.channelByName(name)
    if (channel) channels.set(name, channel)
  }
  return { users, channels, asked: true }
}

/** What an import would change; changes nothing, not even the council. */
export async function previewImport(
  ground: CouncilGround,
  request: ImportRequest,
): Promise<Outcome<ImportPlan, ImportRefusal>> {
  const { file, slack } = request
  const refusal = await whyNotCouncil(ground.prisma, councilOf(request))
  if (refusal) return refused(refusal)
  const council = await councilByName(ground.prisma, file.council)
  if (!council) return planImport({ committee: undefined, people: [] }, file, slack)
  const today = civilDate(ground.now(), council.timeZone).toString()
  const present = await presentState({ councilId: council.id, db: ground.prisma }, file.committee, today)
  return planImport(present, file, slack)
}

/**
 * Make the stored committee what the file says, in one transaction, and answer what changed. Importing
 * the same file twice changes nothing the second time. The membership changes from today, by the
 * council's own calendar: who sat until yesterday stays in the history of the seat.
 *
 * @param follow what other rooms make of a changed membership, in the same transaction: who is entitled to what
 */
export async function importCommittee(
  ground: CouncilGround,
  request: ImportRequest,
  follow: AfterImport,
): Promise<Outcome<ImportPlan, ImportRefusal>> {
  // Read first, so that a file with problems does not leave a council behind.
  const preview = await previewImport(ground, request)
  if (!preview.ok) return preview
  const ensured = await ensureCouncil(ground, councilOf(request), request.by)
  if (!ensured.ok) return ensured
  const council = ensured.value
  const { prisma } = ground
  const transaction = {
    prisma,
    councilId: council.id,
    now: () => ground.now(),
    onMessages: () => ground.onMessages(),
  }
  return transact<Outcome<ImportPlan, ImportRefusal>>(transaction, request.by, async (tx) => {
    await oneImportAtATime(tx.db, council.id)
    const today = civilDate(tx.now, council.timeZone).toString()
    const present = await presentState(tx, request.file.committee, today)
    const plan = planImport(present, request.file, request.slack)
    if (!plan.ok) return plan
    await applyPlan(tx, plan.value, present, today)
    await follow(tx)
    return done(plan.value)
  })
}

function councilOf({ file, team }: ImportRequest): WantedCouncil {
  return { name: file.council, nation: file.nation, team }
}

/** Two imports at once would both see the same vacancy. */
async function oneImportAtATime(db: Prisma.TransactionClient, councilId: string): Promise<void> {
  await db.$queryRaw`SELECT "id" FROM "Council" WHERE "id" = ${councilId}::uuid FOR UPDATE`
}
