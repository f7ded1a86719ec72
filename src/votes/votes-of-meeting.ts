import { toInstant } from '../calendar/civil.ts'
import { type CouncilPerson, type CouncilRows, membersOn, personOf } from '../committees/people.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { businessOf } from '../sitting/at-hand.ts'
import { interestsAtHand, interestsOfSitting } from '../sitting/item-interests.ts'
import { effectsOf } from '../sitting/member-effects.ts'
import { standingsOf } from './stored-standings.ts'
import type { MotionOfMinutes, VoteOfMinutes, VoterInMinutes } from './types.ts'
import { castingSide, choiceOf, countsOf, latestRevisions, type VoteRow, withNames } from './vote-rows.ts'

/** The declared votes of a meeting by number, each in its latest revision, with everything that the minutes say. */
export async function votesOfMeeting(rows: CouncilRows, meetingId: string): Promise<VoteOfMinutes[]> {
  const { councilId, db } = rows
  const where = { councilId, meetingId, state: 'declared' as const }
  const votes = latestRevisions(await db.vote.findMany({ where, include: withNames }))
  if (votes.length === 0) return []
  const meeting = await meetingAtHand(rows, meetingId)
  const groups = new Map<string, string | undefined>()
  for (const { person, group } of meeting
    ? await membersOn(db, councilId, meeting.committeeId, meeting.date, { substitutes: true })
    : [])
    groups.set(person.id, group)
  const business = new Map((await businessOf(rows, meetingId)).map((one) => [one.recordId, one]))
  const people = await peopleNamed(rows, votes.flatMap(namedIn))
  const bars = meeting ? await disclosedBars(rows, meeting) : () => new Set<string>()
  return votes.flatMap((vote): VoteOfMinutes[] => {
    if (vote.result === null || vote.declaredAt === null) return []
    const voter = (personId: string): VoterInMinutes[] => {
      const person = people.get(personId)
      return person ? [{ person, group: groups.get(personId) }] : []
    }
    const by = vote.castingById === null ? undefined : people.get(vote.castingById)
    const side = castingSide(vote.casting)
    const item = business.get(vote.recordId)
    const disclosed = bars(item?.itemId)
    const isSaid = (personId: string, bar: string | undefined) =>
      bar !== 'interest' || disclosed.has(personId)
    return [
      {
        id: vote.id,
        number: vote.number,
        revision: vote.revision,
        why: vote.why,
        recordId: vote.recordId,
        itemId: item?.itemId,
        isClosed: item?.isClosed ?? false,
        motion: motionOf(vote.motion, people),
        question: vote.question,
        method: vote.method,
        isRecorded: vote.isRecorded,
        requestedBy: vote.requestedByIds.flatMap((id) => people.get(id) ?? []),
        presiding: vote.presidingId === null ? undefined : people.get(vote.presidingId),
        counts: countsOf(vote),
        isUnanimous: vote.isUnanimous,
        casting: side && by ? { side, by } : undefined,
        result: vote.result,
        choices: vote.choices.map(choiceOf).flatMap((choice) =>
          voter(choice.personId).map((one) => ({
            ...one,
            side: choice.side,
            despite: isSaid(choice.personId, choice.despite) ? choice.despite : undefined,
          })),
        ),
        barred: standingsOf(vote.eligibleClosed).flatMap(({ personId, bar }) =>
          bar === undefined || !isSaid(personId, bar) ? [] : voter(personId).map((one) => ({ ...one, bar })),
        ),
        owns: vote.owns.flatMap(({ personId, side: said }) => {
          const person = people.get(personId)
          return person ? [{ person, side: said }] : []
        }),
        closedAt: toInstant(vote.closedAt ?? vote.declaredAt),
        declaredAt: toInstant(vote.declaredAt),
      },
    ]
  })
}

/**
 * Whom an interest that was disclosed at the meeting bars, by item. What members gave notice of alone is known to them
 * and the clerks: minutes and what is published say nothing of it (law 3).
 */
async function disclosedBars(
  rows: CouncilRows,
  meeting: MeetingAtHand,
): Promise<(itemId: string | undefined) => ReadonlySet<string>> {
  const recorded = interestsAtHand(await interestsOfSitting(rows, meeting))
  return (itemId) =>
    new Set(
      effectsOf({ ...recorded, notices: [], whipNotices: [] }, itemId)
        .filter(({ effect }) => !effect.mayVote)
        .map(({ personId }) => personId),
    )
}

/** The motions and amendments of a meeting, item by item in the order moved. */
export async function motionsOfMeeting(rows: CouncilRows, meetingId: string): Promise<MotionOfMinutes[]> {
  const { councilId, db } = rows
  const motions = await db.motion.findMany({
    where: { councilId, meetingId },
    orderBy: [{ recordId: 'asc' }, { number: 'asc' }],
  })
  const people = await peopleNamed(
    rows,
    motions.flatMap(({ moverId, seconderId }) => [moverId, seconderId]),
  )
  return motions.map((motion) => motionOf(motion, people))
}

function motionOf(row: VoteRow['motion'], people: ReadonlyMap<string, CouncilPerson>): MotionOfMinutes {
  return {
    id: row.id,
    recordId: row.recordId,
    number: row.number,
    kind: row.kind,
    parentId: row.parentId ?? undefined,
    text: row.text,
    substantive: row.substantive === '' ? row.text : row.substantive,
    mover: row.moverId === null ? undefined : people.get(row.moverId),
    seconder: row.seconderId === null ? undefined : people.get(row.seconderId),
    state: row.state,
  }
}

function namedIn(vote: VoteRow): (string | null)[] {
  return [
    vote.presidingId,
    vote.castingById,
    vote.motion.moverId,
    vote.motion.seconderId,
    ...vote.requestedByIds,
    ...vote.choices.map(({ personId }) => personId),
    ...vote.owns.map(({ personId }) => personId),
    ...standingsOf(vote.eligibleClosed).map(({ personId }) => personId),
  ]
}

async function peopleNamed(
  { councilId, db }: CouncilRows,
  ids: readonly (string | null)[],
): Promise<Map<string, CouncilPerson>> {
  const named = [...new Set(ids.filter((id) => id !== null))]
  const found = await db.person.findMany({ where: { councilId, id: { in: named } } })
  return new Map(found.map((row) => [row.id, personOf(row)]))
}
