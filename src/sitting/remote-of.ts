import { remoteMode } from '../apologies/attendance-rules.ts'
import type { House } from '../database/house.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'

/** What taking part from afar is at this meeting: present, or only looking on. */
export async function remoteOf(house: House, { date }: Pick<MeetingAtHand, 'date'>) {
  const { nation } = await house.db.council.findUniqueOrThrow({ where: { id: house.councilId } })
  return remoteMode(nation, date)
}
