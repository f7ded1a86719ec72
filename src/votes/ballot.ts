import type { CouncilRows } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { sittingAtHand } from '../sitting/at-hand.ts'
import type { Ballot } from './ballot-view.ts'
import { electorateOf } from './electorate.ts'
import { standingOf } from './eligible-rules.ts'
import { voteById } from './vote-at-hand.ts'
import { businessOfId } from './voting-at.ts'

/** A vote as one member is asked about it; `undefined` where there is none. */
export async function ballotOf(
  rows: CouncilRows,
  voteId: string,
  personId: string,
): Promise<Ballot | undefined> {
  const found = await voteAtSitting(rows, voteId)
  if (!found) return undefined
  const { sitting, vote, business } = found
  return {
    voteId,
    committee: sitting.meeting.committeeName,
    question: business?.isClosed === false ? vote.question : undefined,
    state: vote.state,
    method: vote.method,
    side: vote.choices.find((choice) => choice.personId === personId)?.side,
  }
}

/** Whether somebody can press how they vote at this moment. */
export async function mayVoteNow(house: House, voteId: string, personId: string): Promise<boolean> {
  const found = await voteAtSitting(house, voteId)
  if (!found?.business || found.vote.state !== 'open') return false
  const { sitting, vote, business } = found
  const standings = (await electorateOf(house, sitting, business, vote.about)).at(house.now())
  return standingOf(standings, personId).bar === undefined
}

async function voteAtSitting(rows: CouncilRows, voteId: string) {
  const { councilId, db } = rows
  const row = await db.vote.findFirst({ where: { councilId, id: voteId }, select: { meetingId: true } })
  const sitting = row && (await sittingAtHand(rows, row.meetingId))
  const vote = row && (await voteById(rows, row.meetingId, voteId))
  if (!sitting || !vote) return undefined
  return { sitting, vote, business: businessOfId(sitting, vote.recordId) }
}
