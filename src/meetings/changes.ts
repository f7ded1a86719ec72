import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { toInstant } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { ChangeKind, MeetingFace } from './change-rules.ts'
import { messageKinds } from './messages.ts'

/** A change as it was recorded. */
export interface RecordedChange {
  /** Counts from 1 for each meeting. */
  readonly number: number
  readonly kinds: readonly ChangeKind[]
  readonly before: MeetingFace
  readonly after: MeetingFace
  /** For members to read; empty when the clerk gave none. */
  readonly reason: string
  readonly byId: string
  readonly at: Temporal.Instant
}

const storedFace = z.object({
  state: z.enum(['scheduled', 'cancelled', 'postponed']),
  date: z.iso.date(),
  startTime: z.string(),
  venue: z.string(),
}) satisfies z.ZodType<MeetingFace>

/** What was changed about a meeting, first things first. */
export async function changesOf(rows: CouncilRows, meetingId: string): Promise<RecordedChange[]> {
  const found = await rows.db.meetingChange.findMany({
    where: { councilId: rows.councilId, meetingId },
    orderBy: { number: 'asc' },
  })
  return found.map((row) => ({
    number: row.number,
    kinds: row.kinds,
    before: storedFace.parse(row.before),
    after: storedFace.parse(row.after),
    reason: row.reason,
    byId: row.byId,
    at: toInstant(row.at),
  }))
}

/**
 * Whether anybody has been told of a meeting: by its papers, by an earlier change, or since somebody has
 * answered. Until then a clerk may correct a mistyped entry without alarming a whole committee.
 */
export async function isKnownToMembers(rows: CouncilRows, meetingId: string): Promise<boolean> {
  const of = { councilId: rows.councilId, meetingId }
  const { db } = rows
  return (
    (await db.publication.count({ where: of })) > 0 ||
    (await db.outboxMessage.count({
      where: { councilId: rows.councilId, kind: messageKinds.meetingChange, subject: meetingId },
    })) > 0 ||
    (await db.apology.count({ where: of })) > 0 ||
    (await db.attendance.count({ where: of })) > 0
  )
}
