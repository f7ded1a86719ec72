import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { electorateOf } from './electorate.ts'
import { isFirm, standingOf } from './eligible-rules.ts'
import { businessIn, heldVote, showControl, type VotingAct } from './ground.ts'
import { present } from './open-vote.ts'
import { areNamesDue, neededForNames } from './recorded-rules.ts'
import type { VoteRefusal } from './refusals.ts'
import { momentOf } from './vote-moment.ts'
import { votingSettings } from './voting-settings.ts'

export interface RequestNames extends VotingAct {
  readonly voteId: string
  /** All who ask: whoever asked before and is not among them does not ask any more. */
  readonly requestedByIds: readonly string[]
}

export interface NamesRequested {
  /** How many standing orders ask for; absent where nobody can demand it. */
  readonly needed: number | undefined
  readonly asking: number
  readonly isDue: boolean
}

/** Members ask for the vote to be recorded by name: where enough do, it is taken by calling the roll. */
export async function requestNames(
  house: House,
  act: RequestNames,
): Promise<Outcome<NamesRequested, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const held = await heldVote(tx, act)
    if (!held.ok) return held
    const { sitting, vote } = held.value
    if (vote.state !== 'open') return refused({ code: 'vote-ended' })
    const business = businessIn(sitting, vote.recordId)
    if (!business.ok) return business
    const moment = momentOf(sitting, vote, act.at, tx.now)
    if (!moment.ok) return moment
    const standings = (await electorateOf(tx, sitting, business.value, vote.about)).at(moment.value)
    const asking = [...new Set(act.requestedByIds)]
    for (const personId of asking) {
      const { bar } = standingOf(standings, personId)
      if (isFirm(bar)) return refused({ code: 'not-entitled', personId, bar })
    }
    const { id, committeeId } = sitting.meeting
    const { threshold } = await votingSettings(tx, committeeId)
    const needed = neededForNames(threshold, present(standings))
    const isDue = areNamesDue(needed, asking.length)
    const method = isDue && vote.method !== 'electronic' ? 'rollCall' : vote.method
    await tx.db.vote.update({
      where: { id: vote.id, councilId: tx.councilId },
      data: {
        requestedByIds: asking,
        isRecorded: isDue || method === 'rollCall',
        method,
        version: { increment: 1 },
      },
    })
    tx.audit(
      'sitting.names-requested',
      { meeting: id, vote: vote.id, asking: asking.length, isDue },
      committeeId,
    )
    await showControl(tx, id)
    return done({ needed, asking: asking.length, isDue })
  })
}
