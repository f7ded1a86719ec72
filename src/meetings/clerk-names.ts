import { clerksOf } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { meetingAtHand } from './meeting.ts'

/** The clerks of a meeting by name, whom a refusal tells people to ask; nobody where the meeting is gone. */
export async function clerkNames(house: House, meetingId: string): Promise<string[]> {
  const meeting = await meetingAtHand(house, meetingId)
  return meeting ? (await clerksOf(house, meeting.committeeId)).map((clerk) => clerk.name) : []
}
