import type { CouncilRows } from '../committees/people.ts'
import type { Recorded } from './attendance-rules.ts'

/** The latest row of each person, with the row's number. */
export interface StandingRecord extends Recorded {
  readonly meetingId: string
  readonly seatId: string | undefined
  readonly number: number
}

/** What stands recorded of these meetings: corrections take the place of what they correct. */
export async function recordsOf(rows: CouncilRows, meetingIds: readonly string[]): Promise<StandingRecord[]> {
  const found = await rows.db.attendanceRecord.findMany({
    where: { councilId: rows.councilId, meetingId: { in: [...meetingIds] } },
    orderBy: [{ number: 'asc' }],
  })
  const latest = new Map(found.map((row) => [`${row.meetingId}/${row.personId}`, row]))
  return [...latest.values()].map(({ forId, seatId, ...row }) => ({
    meetingId: row.meetingId,
    personId: row.personId,
    state: row.state,
    mode: row.mode,
    number: row.number,
    forId: forId ?? undefined,
    seatId: seatId ?? undefined,
  }))
}

/** How many came and did not, by what stands recorded; `undefined` while nothing is. */
export async function attendanceCounts(
  rows: CouncilRows,
  meetingId: string,
): Promise<{ present: number; apologies: number; absent: number; observers: number } | undefined> {
  const all = await recordsOf(rows, [meetingId])
  if (all.length === 0) return undefined
  // Without a seat somebody was neither expected nor there: a substitute who did not sit after all.
  const expected = all.filter(({ seatId }) => seatId !== undefined)
  const count = (is: (one: StandingRecord) => boolean) => expected.filter(is).length
  return {
    present: count(({ state }) => state === 'present'),
    apologies: count(({ state, mode }) => state === 'apologies' && mode === 'inRoom'),
    absent: count(({ state }) => state === 'absent'),
    observers: count(({ mode }) => mode === 'remoteObserver'),
  }
}
