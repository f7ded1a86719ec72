import { type CouncilRows, isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import type { RecordedThreshold } from './recorded-rules.ts'

/** What a committee's standing orders say of votes. */
export interface VotingSettings {
  readonly threshold: RecordedThreshold
  /** Members in the room may vote by pressing a button. */
  readonly isElectronic: boolean
  /** Results are posted in the committee's channel. */
  readonly isPosted: boolean
}

export async function votingSettings(
  { councilId, db }: CouncilRows,
  committeeId: string,
): Promise<VotingSettings> {
  const row = await db.committee.findFirstOrThrow({ where: { councilId, id: committeeId } })
  const { recordedVoteMembers, recordedVoteNumerator, recordedVoteDenominator } = row
  const fraction =
    recordedVoteNumerator === null || recordedVoteDenominator === null
      ? undefined
      : { numerator: recordedVoteNumerator, denominator: recordedVoteDenominator }
  return {
    threshold: { members: recordedVoteMembers ?? undefined, fraction },
    isElectronic: row.votesElectronic,
    isPosted: row.votesPosted,
  }
}

export interface SetVoting {
  readonly by: string
  readonly committeeId: string
  readonly settings: VotingSettings
}

/** Set them; setting the same twice is the same as once. */
export async function setVoting(
  house: House,
  { by, committeeId, settings }: SetVoting,
): Promise<Outcome<VotingSettings, { readonly code: 'not-a-clerk' }>> {
  return house.transact(by, async (tx) => {
    if (!(await isClerk(tx, committeeId, by))) return refused({ code: 'not-a-clerk' })
    const { threshold, isElectronic, isPosted } = settings
    const data = {
      recordedVoteMembers: threshold.members ?? null,
      recordedVoteNumerator: threshold.fraction?.numerator ?? null,
      recordedVoteDenominator: threshold.fraction?.denominator ?? null,
      votesElectronic: isElectronic,
      votesPosted: isPosted,
    }
    await tx.db.committee.update({ where: { id: committeeId, councilId: tx.councilId }, data })
    tx.audit('committee.voting-set', data, committeeId)
    return done(settings)
  })
}
