import type { Temporal } from 'temporal-polyfill'
import { columnOfDate, toDate, toInstant } from '../calendar/civil.ts'
import { type CouncilPerson, type CouncilRows, personOf } from '../committees/people.ts'
import type { Tx } from '../database/transact.ts'
import { type MeetingAtHand, meetingAtHand, meetingsAhead } from './meeting.ts'
import { messageKinds, substitutionLine } from './messages.ts'

/** Somebody who is asked to sit for an absent member at one meeting, or who has agreed to. */
export interface StandingSubstitution {
  readonly id: string
  readonly seatId: string
  readonly state: 'asked' | 'accepted'
  readonly absent: CouncilPerson
  readonly substitute: CouncilPerson
  readonly namedById: string
  readonly namedAt: Temporal.Instant
  /** When the substitute, or a clerk for them, accepted. */
  readonly acceptedAt: Temporal.Instant | undefined
  /** The substitute, or the clerk who answered for them. */
  readonly answeredById: string | undefined
}

/**
 * The substitutions of a meeting that stand, by when they were named. One for somebody who does not hold the
 * seat on the meeting's day any more is none.
 *
 * @param state only those that are accepted, where that is what counts
 */
export async function standingSubstitutions(
  { councilId, db }: CouncilRows,
  meeting: Pick<MeetingAtHand, 'id' | 'date'>,
  state?: 'accepted',
): Promise<StandingSubstitution[]> {
  const rows = await db.substitution.findMany({
    where: { councilId, meetingId: meeting.id, standing: true, ...(state ? { state } : {}) },
    orderBy: [{ namedAt: 'asc' }, { id: 'asc' }],
  })
  if (rows.length === 0) return []
  const day = columnOfDate(meeting.date)
  const held = await db.seatOccupancy.findMany({
    where: {
      councilId,
      seatId: { in: rows.map((row) => row.seatId) },
      since: { lte: day },
      OR: [{ until: null }, { until: { gte: day } }],
    },
    select: { seatId: true, personId: true },
  })
  const people = await db.person.findMany({
    where: { councilId, id: { in: rows.flatMap((row) => [row.absentId, row.substituteId]) } },
  })
  const byId = new Map(people.map((person) => [person.id, personOf(person)]))
  return rows.flatMap((row) => {
    const [absent, substitute] = [byId.get(row.absentId), byId.get(row.substituteId)]
    const holds = held.some((one) => one.seatId === row.seatId && one.personId === row.absentId)
    if (!absent || !substitute || !holds || (row.state !== 'asked' && row.state !== 'accepted')) return []
    return {
      id: row.id,
      seatId: row.seatId,
      state: row.state,
      absent,
      substitute,
      namedById: row.namedById,
      namedAt: toInstant(row.namedAt),
      acceptedAt: row.state === 'accepted' && row.answeredAt ? toInstant(row.answeredAt) : undefined,
      answeredById: row.answeredById ?? undefined,
    }
  })
}

/** A coming meeting at which somebody is asked, or has agreed, to sit for an absent member. */
export interface SubstitutionAhead {
  readonly meeting: MeetingAtHand
  readonly substitution: StandingSubstitution
}

/** Where this person is asked, or has agreed, to sit for others at meetings that are not over, soonest first. */
export async function substitutionsAhead(
  rows: CouncilRows,
  personId: string,
  now: Temporal.Instant,
): Promise<SubstitutionAhead[]> {
  const { councilId, db } = rows
  const found = await db.substitution.findMany({
    where: {
      councilId,
      substituteId: personId,
      standing: true,
      meeting: { councilId, state: 'scheduled', endsAt: { gt: toDate(now) } },
    },
    select: { id: true, meetingId: true },
    orderBy: [{ meeting: { startsAt: 'asc' } }, { id: 'asc' }],
  })
  const ahead: SubstitutionAhead[] = []
  for (const { id, meetingId } of found) {
    const meeting = await meetingAtHand(rows, meetingId)
    const substitution =
      meeting && (await standingSubstitutions(rows, meeting)).find((standing) => standing.id === id)
    if (meeting && substitution) ahead.push({ meeting, substitution })
  }
  return ahead
}

/**
 * The meetings, not over yet, at which this person sits: those of their committees, and those at which they have
 * agreed to sit for somebody; soonest first.
 */
export async function meetingsToSitAt(
  rows: CouncilRows,
  personId: string,
  now: Temporal.Instant,
  timeZone: string,
): Promise<MeetingAtHand[]> {
  const own = await meetingsAhead(rows, personId, now, timeZone)
  const known = new Set(own.map(({ id }) => id))
  const more = (await substitutionsAhead(rows, personId, now)).flatMap(({ meeting, substitution }) =>
    substitution.state === 'accepted' && !known.has(meeting.id) ? [meeting] : [],
  )
  return [...own, ...more].sort(soonerFirst)
}

export function soonerFirst(
  one: Pick<MeetingAtHand, 'startsAt'>,
  other: Pick<MeetingAtHand, 'startsAt'>,
): number {
  return one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds
}

/**
 * A meeting is put off to another day, for which everybody is asked afresh: nobody is away from it yet, so nobody
 * is needed in their seat. Each substitute gets one new line.
 */
export async function endWithTheDay(
  tx: Tx,
  meeting: Pick<MeetingAtHand, 'id' | 'committeeId'>,
): Promise<void> {
  const { councilId, db } = tx
  const standing = await db.substitution.findMany({
    where: { councilId, meetingId: meeting.id, standing: true },
    orderBy: { id: 'asc' },
  })
  const ended = { state: 'withdrawn' as const, standing: null, endedById: tx.by, endedAt: toDate(tx.now) }
  for (const { id, substituteId: personId, absentId } of standing) {
    await db.substitution.update({ where: { id, councilId }, data: { ...ended, version: { increment: 1 } } })
    tx.audit(
      'substitution.ended',
      { meeting: meeting.id, substitution: id, absent: absentId, substitute: personId, because: 'moved' },
      meeting.committeeId,
    )
    await tx.refresh({ kind: messageKinds.substitution, subject: id })
    await tx.show(
      substitutionLine({
        substitutionId: id,
        committeeId: meeting.committeeId,
        personId,
        told: 'moved',
        now: tx.now,
      }),
    )
  }
}
