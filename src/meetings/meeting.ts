import { Temporal } from 'temporal-polyfill'
import { dateOfColumn, instantOf, toDate, toInstant } from '../calendar/civil.ts'
import { type CouncilRows, committeesWhereSitting } from '../committees/people.ts'
import type { Prisma } from '../database/generated/client.ts'
import type { MeetingState } from './types.ts'

export type { MeetingState } from './types.ts'

/** A meeting as rules and words need it. */
export interface MeetingAtHand {
  readonly id: string
  readonly committeeId: string
  readonly committeeName: string
  readonly channelId: string | undefined
  readonly clerksChannelId: string | undefined
  readonly quorum: number | undefined
  /** ISO civil date in the meeting's zone. */
  readonly date: string
  readonly startTime: string
  readonly timeZone: string
  readonly startsAt: Temporal.Instant
  /** The planned end: apologies are taken until then. */
  readonly endsAt: Temporal.Instant
  readonly venue: string
  readonly state: MeetingState
  /** The day on which it was convened, where that was at less than the lawful notice. */
  readonly convenedOn: string | undefined
  /** Put off to another day, everybody is asked afresh: answers from before this instant do not count. */
  readonly answersSince: Temporal.Instant | undefined
  readonly version: number
}

const withCommittee = {
  committee: { select: { name: true, channelId: true, clerksChannelId: true, quorum: true } },
} satisfies Prisma.MeetingInclude

function atHand(row: Prisma.MeetingGetPayload<{ include: typeof withCommittee }>): MeetingAtHand {
  return {
    id: row.id,
    committeeId: row.committeeId,
    committeeName: row.committee.name,
    channelId: row.committee.channelId ?? undefined,
    clerksChannelId: row.committee.clerksChannelId ?? undefined,
    quorum: row.committee.quorum ?? undefined,
    date: dateOfColumn(row.date),
    startTime: row.startTime,
    timeZone: row.timeZone,
    startsAt: toInstant(row.startsAt),
    endsAt: toInstant(row.endsAt),
    venue: row.venue,
    state: row.state,
    convenedOn: row.convenedOn ? dateOfColumn(row.convenedOn) : undefined,
    answersSince: row.answersSince ? toInstant(row.answersSince) : undefined,
    version: row.version,
  }
}

export async function meetingAtHand(
  rows: CouncilRows,
  meetingId: string,
): Promise<MeetingAtHand | undefined> {
  const row = await rows.db.meeting.findFirst({
    where: { councilId: rows.councilId, id: meetingId },
    include: withCommittee,
  })
  return row ? atHand(row) : undefined
}

/** Several, in the order of their ids; one that is gone is left out. */
export async function meetingsAtHand(rows: CouncilRows, ids: readonly string[]): Promise<MeetingAtHand[]> {
  const found = await rows.db.meeting.findMany({
    where: { councilId: rows.councilId, id: { in: [...ids] } },
    include: withCommittee,
  })
  const byId = new Map(found.map((row) => [row.id, atHand(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Slack lists at most 100 options in a select; nobody has so many meetings ahead of them. */
const MEETINGS_LISTED = 100

/** The meetings, not over yet, of the committees on which this person sits today, soonest first. */
export async function meetingsAhead(
  rows: CouncilRows,
  personId: string,
  now: Temporal.Instant,
  timeZone: string,
): Promise<MeetingAtHand[]> {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate().toString()
  const committees = await committeesWhereSitting(rows, personId, today, { substitutes: true })
  const found = await rows.db.meeting.findMany({
    where: {
      councilId: rows.councilId,
      committeeId: { in: committees.map((committee) => committee.id) },
      state: 'scheduled',
      endsAt: { gt: toDate(now) },
    },
    include: withCommittee,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MEETINGS_LISTED,
  })
  return found.map(atHand)
}

/** The coming meetings of these committees, cancelled and postponed ones too: what a clerk may change. */
export async function comingMeetings(
  rows: CouncilRows,
  committeeIds: readonly string[],
  now: Temporal.Instant,
): Promise<MeetingAtHand[]> {
  const found = await rows.db.meeting.findMany({
    where: {
      councilId: rows.councilId,
      committeeId: { in: [...committeeIds] },
      // A postponed meeting waits for its day, however long ago the old one was.
      OR: [{ endsAt: { gt: toDate(now) } }, { state: 'postponed' }],
    },
    include: withCommittee,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return found.map(atHand)
}

/** The meetings that take place between two instants, soonest first. */
export async function meetingsBetween(
  rows: CouncilRows,
  after: Temporal.Instant,
  before: Temporal.Instant,
  and: Prisma.MeetingWhereInput = {},
): Promise<MeetingAtHand[]> {
  const found = await rows.db.meeting.findMany({
    where: {
      councilId: rows.councilId,
      state: 'scheduled',
      startsAt: { gt: toDate(after), lte: toDate(before) },
      ...and,
    },
    include: withCommittee,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return found.map(atHand)
}

/** Those of them of which no papers are published yet. */
export function meetingsWithoutPapers(
  rows: CouncilRows,
  after: Temporal.Instant,
  before: Temporal.Instant,
): Promise<MeetingAtHand[]> {
  return meetingsBetween(rows, after, before, { publications: { none: {} } })
}

export interface MeetingFacts {
  readonly committeeId: string
  readonly date: string
  readonly startTime: string
  readonly venue: string
  readonly timeZone: string
  /** Set only where it was convened at short notice. */
  readonly convenedOn?: string | undefined
  /** Planned length in minutes, where the papers do not say when the meeting ends. */
  readonly plannedMinutes: number
}

/** When a meeting starts and is planned to end. */
export function planned(facts: Pick<MeetingFacts, 'date' | 'startTime' | 'timeZone' | 'plannedMinutes'>): {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
} {
  const startsAt = instantOf(facts.date, facts.startTime, facts.timeZone)
  return { startsAt, endsAt: startsAt.add(Temporal.Duration.from({ minutes: facts.plannedMinutes })) }
}
