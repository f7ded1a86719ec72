import type { House } from '../database/house.ts'
import { reportsShown } from '../meetings/duty-shown.ts'
import { meetingsAtHand } from '../meetings/meeting.ts'
import { owedBy, owedInPlaceOf } from '../tracker/own-rows.ts'
import type { OfficerHome } from './home-model.ts'

/** What an officer owes; nothing for somebody who owes nothing and is no officer. */
export async function loadOfficer(
  house: House,
  personId: string,
  isOfficer: boolean,
): Promise<OfficerHome | undefined> {
  const owed = await owedBy(house, personId)
  const inPlaceOf = await owedInPlaceOf(house, personId)
  const reports = await reportsOwed(house, personId)
  if (!isOfficer && owed.count === 0 && inPlaceOf.length === 0 && reports.length === 0) return undefined
  return { owed, inPlaceOf, reports }
}

async function reportsOwed(house: House, personId: string): Promise<OfficerHome['reports']> {
  const { councilId, db } = house
  const now = house.now()
  const duties = await db.reportDuty.findMany({
    where: {
      councilId,
      personId,
      doneAt: null,
      cancelledAt: null,
      meeting: { state: 'scheduled', endsAt: { gt: new Date(now.epochMilliseconds) } },
    },
    select: { meetingId: true },
    orderBy: { dueOn: 'asc' },
  })
  const ids = [...new Set(duties.map(({ meetingId }) => meetingId))]
  if (ids.length === 0) return []
  const meetings = await meetingsAtHand(house, ids)
  const owed: OfficerHome['reports'][number][] = []
  for (const id of ids) {
    const meeting = meetings.find((one) => one.id === id)
    if (!meeting) continue
    const { reports } = await reportsShown(house, meeting, { now, personId })
    owed.push({ meeting, reports: reports.filter((one) => one.duties.some(({ state }) => state !== 'done')) })
  }
  return owed
}
