import type { CouncilRows } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { sittingAtHand } from '../sitting/at-hand.ts'
import type { Ballot } from './ballot-view.ts'
import { electorateOf } from './electorate.ts'
import { standingOf } from './eligible-rules.ts'
import { voteById } from './vote-at-hand.ts'

/** A vote as one member is asked about it; `undefined` where there is none. */
export async function ballotOf(
  rows: CouncilRows,
  voteId: string,
  personId: string,
): Promise<Ballot | undefined> {
  const { councilId, db } = rows
  const row = await db.vote.findFirst({ where: { councilId, id: voteId }, select: { meetingId: true } })
  const sitting = row && (await sittingAtHand(rows, row.meetingId))
  const vote = row && (await voteById(rows, row.meetingId, voteId))
  if (!sitting || !vote) return undefined
  const business = sitting.business.find(({ recordId }) => recordId === vote.recordId)
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
  const { councilId, db } = house
  const row = await db.vote.findFirst({ where: { councilId, id: voteId }, select: { meetingId: true } })
  const sitting = row && (await sittingAtHand(house, row.meetingId))
  const vote = row && (await voteById(house, row.meetingId, voteId))
  const business = sitting?.business.find(({ recordId }) => recordId === vote?.recordId)
  if (!sitting || !business || vote?.state !== 'open') return false
  const standings = (await electorateOf(house, sitting, business, vote.about)).at(house.now())
  return standingOf(standings, personId).bar === undefined
}
