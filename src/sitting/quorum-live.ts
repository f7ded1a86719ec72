import type { Temporal } from 'temporal-polyfill'
import { quorumRule } from '../apologies/quorum-forecast.ts'
import { countsForQuorum, type Quorum, quorumOf } from '../apologies/quorum-rules.ts'
import { isAfter } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { SittingAtHand } from './at-hand.ts'
import { effectsOnItem } from './item-interests.ts'
import { type LiveQuorum, liveQuorum } from './quorum-rules.ts'

/** How the quorum stands in the room, and by which rule. */
export interface QuorumInRoom extends LiveQuorum {
  readonly quorum: Quorum
}

/** The quorum of a meeting as it sits; `undefined` where the committee has no rule. */
export async function quorumAt(
  rows: CouncilRows,
  sitting: SittingAtHand,
  at: Temporal.Instant,
): Promise<QuorumInRoom | undefined> {
  const { councilId, db } = rows
  const { committeeId } = sitting.meeting
  const { chairSeesNames: _, ...rule } = await quorumRule(rows, committeeId)
  const all = await db.seat.findMany({
    where: { councilId, committeeId },
    select: { kind: true, voting: true },
  })
  const holders = sitting.members.filter((member) => member.kind !== 'substitute' && countsForQuorum(member))
  const quorum = quorumOf(rule, {
    whole: all.filter(countsForQuorum).length,
    held: holders.length,
  })
  if (!quorum) return undefined
  const { openedAt, meeting, roll, current } = sitting
  const live = liveQuorum(
    {
      needed: quorum.number,
      waitMinutes: rule.waitMinutes,
      beganAt: isAfter(meeting.startsAt, openedAt) ? meeting.startsAt : openedAt,
      roll,
      holders: new Set(holders.map(({ person }) => person.id)),
      notCounted: await notCountedFor(rows, sitting),
      itemSince: current?.startedAt,
    },
    at,
  )
  return { ...live, quorum }
}

async function notCountedFor(rows: CouncilRows, sitting: SittingAtHand): Promise<ReadonlySet<string>> {
  const { current, meeting } = sitting
  if (!current) return new Set()
  const { quorumCountsInterested } = await rows.db.committee.findFirstOrThrow({
    where: { councilId: rows.councilId, id: meeting.committeeId },
    select: { quorumCountsInterested: true },
  })
  if (quorumCountsInterested) return new Set()
  const effects = await effectsOnItem(rows, sitting, current.itemId)
  return new Set(effects.filter(({ effect }) => !effect.mayVote).map(({ personId }) => personId))
}
