import { type CouncilRows, clerksOf } from '../committees/people.ts'
import type { Recipient } from '../database/intended-message.ts'
import type { MeetingAtHand } from './meeting.ts'

/** The clerks' channel, or each clerk in person where the committee has none. */
export async function clerksAddress(
  rows: CouncilRows,
  meeting: Pick<MeetingAtHand, 'committeeId' | 'clerksChannelId'>,
): Promise<Recipient[]> {
  if (meeting.clerksChannelId) return [{ channel: meeting.clerksChannelId }]
  return (await clerksOf(rows, meeting.committeeId)).map((clerk) => ({ person: clerk.id }))
}
