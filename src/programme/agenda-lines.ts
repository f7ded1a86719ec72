import type { LinesPutDown } from '../meetings/standing-agenda.ts'
import { programmeOf } from './entries.ts'

/** What the work programme has put down for a meeting, in its order: an agenda is started with it. */
export const linesPutDown: LinesPutDown = async (house, committeeId, meetingId) => {
  const entries = await programmeOf(house, committeeId)
  return entries
    .filter(({ standing, meeting }) => standing === 'scheduled' && meeting?.id === meetingId)
    .map(({ title, lead }) => ({ title, lead }))
}
