import { civilDate, columnOfDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { meetingsBetween } from '../meetings/meeting.ts'
import { publishedAgenda } from '../publications/published-agenda.ts'
import { overdueOf } from '../tracker/own-rows.ts'
import type { ChairHome } from './home-model.ts'
import { forecastsOf, proposalsTo } from './load-clerk.ts'

const AHEAD = { hours: 24 * 21 }
/** The list names so many; the search has them all. */
const OVERDUE_LISTED = 10

/** What whoever presides over committees looks at; nothing for somebody who presides over none. */
export async function loadChair(house: House, personId: string): Promise<ChairHome | undefined> {
  const { councilId, db } = house
  const today = columnOfDate(civilDate(house.now(), house.timeZone).toString())
  const presiding = {
    councilId,
    personId,
    office: { in: ['chair' as const, 'viceChair' as const] },
    since: { lte: today },
    OR: [{ until: null }, { until: { gte: today } }],
  }
  const committees = await db.committee.findMany({
    where: { councilId, seats: { some: { councilId, occupancies: { some: presiding } } } },
    select: {
      id: true,
      name: true,
      seats: {
        where: { councilId, occupancies: { some: { ...presiding, office: 'chair' } } },
        select: { id: true },
      },
    },
    orderBy: { name: 'asc' },
  })
  if (committees.length === 0) return undefined
  const ids = committees.map(({ id }) => id)
  return {
    committees: committees.map(({ name }) => name),
    forecasts: await forecastsOf(house, ids, AHEAD),
    urgent: await urgentItems(house, ids),
    // A Vice Chair decides on none.
    proposals: await proposalsTo(
      house,
      committees.filter(({ seats }) => seats.length > 0).map(({ id }) => id),
    ),
    overdue: await overdueOf(house, ids, OVERDUE_LISTED),
  }
}

/** Items that came too late for inspection: whoever presides rules on each at the meeting (LGA 1972 s100B(4)(b)). */
async function urgentItems(house: House, committeeIds: readonly string[]): Promise<ChairHome['urgent']> {
  const now = house.now()
  const meetings = await meetingsBetween(house, now, now.add(AHEAD), {
    committeeId: { in: [...committeeIds] },
    publications: { some: { councilId: house.councilId, withdrawnAt: null } },
  })
  const urgent: ChairHome['urgent'][number][] = []
  for (const meeting of meetings) {
    const { entries } = await publishedAgenda(house, meeting)
    for (const { lateness, number, title, access } of entries)
      if (lateness === 'item-late')
        urgent.push({ meeting, number, title: access === 'public' ? title : undefined })
  }
  return urgent
}
