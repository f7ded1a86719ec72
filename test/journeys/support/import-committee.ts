import { Temporal } from 'temporal-polyfill'
import { readCommitteeFile } from '../../../src/committees/committee-file.ts'
import { findInSlack, importCommittee, OPERATOR } from '../../../src/committees/import-committee.ts'
import { followMembership } from '../../../src/publications/restricted-follow.ts'
import { localDirectory } from '../../../src/slack/local-directory.ts'
import type { Scrutineer } from './scrutineer.ts'

/** A committee from a CSV, and accounts and channels for it in the workspace. */
export async function importInto(running: Scrutineer, csv: Uint8Array): Promise<void> {
  const { prisma } = running.database
  const { now } = await running.as('Marian Spekeworth').screen()
  const read = readCommitteeFile(csv)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  const slack = await findInSlack(localDirectory(running.workspace.url, read.value), read.value)
  const ground = { prisma, now: () => Temporal.Instant.from(now), onMessages: () => {} }
  const outcome = await importCommittee(ground, { file: read.value, slack, by: OPERATOR }, followMembership)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
}
