import { municipalYearOf } from '../apologies/substitute-rules.ts'
import { columnOfDate, dateOfColumn } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import type { NumberedMinutes } from './number-rules.ts'

/** The minutes that the committee's other meetings of the municipal year have, with their numbers. */
export async function numbersOfYear(
  { councilId, db }: CouncilRows,
  meeting: Pick<MeetingAtHand, 'id' | 'committeeId' | 'date'>,
): Promise<NumberedMinutes[]> {
  const { from, until } = municipalYearOf(meeting.date)
  const meetings = await db.meeting.findMany({
    where: {
      councilId,
      committeeId: meeting.committeeId,
      date: { gte: columnOfDate(from), lte: columnOfDate(until) },
      id: { not: meeting.id },
    },
    select: { id: true, date: true },
  })
  const which = { councilId, meetingId: { in: meetings.map(({ id }) => id) } }
  const minutes = await db.minutes.findMany({ where: which, select: { meetingId: true, state: true } })
  const records = await db.itemRecord.findMany({
    where: { ...which, minuteNumber: { not: null } },
    select: { meetingId: true, minuteNumber: true },
  })
  return minutes.flatMap(({ meetingId, state }): NumberedMinutes[] => {
    const row = meetings.find(({ id }) => id === meetingId)
    const numbers = records
      .filter((record) => record.meetingId === meetingId)
      .flatMap(({ minuteNumber }) => minuteNumber ?? [])
    if (!row || numbers.length === 0) return []
    return [
      {
        meetingId,
        date: dateOfColumn(row.date),
        first: Math.min(...numbers),
        last: Math.max(...numbers),
        isSigned: state === 'signed',
      },
    ]
  })
}
