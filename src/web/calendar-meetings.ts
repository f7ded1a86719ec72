import { toInstant } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import { meetingsAtHand } from '../meetings/meeting.ts'
import type { CalendarMeeting } from './calendar-file.ts'

/** Meetings as calendars show them, each with when it was last changed and where its papers are. */
export async function calendarMeetings(
  rows: CouncilRows,
  ids: readonly string[],
): Promise<CalendarMeeting[]> {
  const { councilId, db } = rows
  const which = { councilId, meetingId: { in: [...ids] } }
  const created = await db.meeting.findMany({
    where: { councilId, id: { in: [...ids] } },
    select: { id: true, createdAt: true },
  })
  const packs = await db.publication.findMany({
    where: { ...which, number: 0 },
    select: { meetingId: true, publishedAt: true, pack: { select: { publicAddress: true } } },
  })
  const changes = await db.meetingChange.findMany({
    where: which,
    select: { meetingId: true, at: true },
    orderBy: { number: 'asc' },
  })
  const createdAt = new Map(created.map((row) => [row.id, row.createdAt]))
  const packOf = new Map(packs.map((pack) => [pack.meetingId, pack]))
  const changedAt = new Map(changes.map(({ meetingId, at }) => [meetingId, at]))
  return (await meetingsAtHand(rows, ids)).flatMap((meeting) => {
    const pack = packOf.get(meeting.id)
    const last = changedAt.get(meeting.id) ?? pack?.publishedAt ?? createdAt.get(meeting.id)
    return last ? [{ ...meeting, changedAt: toInstant(last), address: pack?.pack.publicAddress ?? '' }] : []
  })
}
