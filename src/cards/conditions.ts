import type { House } from '../database/house.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { isAhead } from '../meetings/report-ground.ts'
import { rowWords } from '../tracker/row-words.en.ts'
import { conditionsMet } from '../tracker/standing-conditions.ts'
import type { Lines } from './whole.ts'

/**
 * What the committee wants of every later item on a topic that a coming meeting has: for its clerks, to check before
 * the pack goes out. No lines where nothing of the kind stands.
 *
 * @param reports titles of reports that are asked for, which no agenda has yet
 */
export async function conditionLines(
  house: House,
  meeting: MeetingAtHand,
  reports: readonly string[] = [],
): Promise<Lines[]> {
  if (!isAhead(meeting, house.now())) return []
  const { councilId, db } = house
  const items = await db.agendaItem.findMany({
    where: { councilId, meetingId: meeting.id, withdrawnAt: null, access: 'public' },
    orderBy: { position: 'asc' },
    select: { title: true },
  })
  const titles = [...items.map(({ title }) => title), ...reports]
  const met = await conditionsMet(house, meeting.committeeId, titles)
  const { conditions: say } = rowWords
  return met.length === 0
    ? []
    : [{ heading: say.heading(), lines: met.map(({ row, titles: of }) => say.line(row, of)) }]
}
