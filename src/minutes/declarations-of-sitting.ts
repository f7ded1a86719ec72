import type { CouncilRows } from '../committees/people.ts'
import { disclosuresOfMeeting } from '../sitting/disclosures-of-meeting.ts'
import type { DeclarationsOfMeeting } from './declarations-lines.ts'

/** What was disclosed at a meeting; what was noticed before it and not disclosed is in no minutes. */
export async function declarationsOfSitting(
  rows: CouncilRows,
  meetingId: string,
): Promise<DeclarationsOfMeeting> {
  const council = await rows.db.council.findUniqueOrThrow({
    where: { id: rows.councilId },
    select: { name: true, nation: true },
  })
  const disclosed = await disclosuresOfMeeting(rows, meetingId)
  return { council: council.name, nation: council.nation, ...disclosed }
}
