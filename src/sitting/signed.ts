import type { CouncilRows } from '../committees/people.ts'

/**
 * Whether the minutes of a meeting are signed. Then nothing of its roll, votes and resolutions changes any more:
 * what was wrong is put right by an amendment that a later meeting agrees (LGA 1972 Sch 12 para 41).
 */
export async function areSigned({ councilId, db }: CouncilRows, meetingId: string): Promise<boolean> {
  const minutes = await db.minutes.findUnique({
    where: { councilId_meetingId: { councilId, meetingId } },
    select: { state: true },
  })
  return minutes?.state === 'signed'
}
