import { toInstant } from '../calendar/civil.ts'
import { committeeOfToken, FEED_PATH } from '../cards/public-links.ts'
import type { House } from '../database/house.ts'
import type { PrivateText } from '../database/private-text.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { type CalendarMeeting, calendarFeed } from './calendar-file.ts'
import { calendarMeeting } from './calendar-route.ts'
import { houseNamed, type PublicGround } from './public-house.ts'
import { type Route, sendText } from './routes.ts'
import { words } from './words.en.ts'

/** A calendar that subscribes to a feed wants what is coming and what was of late, not the archive. */
const DAYS_BACK = 366
const MEETINGS = 500

/**
 * `GET /calendar/committee/<signed>.ics`: every meeting of a committee, for calendars that subscribe to it. What was cancelled
 * stays in it as cancelled, so that calendars take it out. When meetings take place is public; the signature only
 * keeps addresses from being guessed.
 */
export function feedRoute(ground: PublicGround & { readonly privateText: PrivateText }): Route {
  return {
    method: 'GET',
    path: FEED_PATH,
    below: true,
    answersHead: true,
    async answer(request, response) {
      const { pathname } = new URL(request.url ?? '/', 'http://bot')
      const named = committeeOfToken(ground.privateText, pathname.slice(FEED_PATH.length))
      const house = named && (await houseNamed(ground, named.councilId))
      const committee =
        house &&
        (await house.db.committee.findFirst({
          where: { councilId: house.councilId, id: named.committeeId },
          select: { id: true, name: true },
        }))
      if (!house || !committee) return sendText(response, 404, words.committeeGone)
      response.writeHead(200, {
        'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
        'content-disposition': 'inline; filename="meetings.ics"',
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      })
      const meetings = request.method === 'HEAD' ? [] : await meetingsOf(house, committee.id)
      response.end(request.method === 'HEAD' ? undefined : calendarFeed(committee.name, meetings))
    },
  }
}

async function meetingsOf(house: House, committeeId: string): Promise<CalendarMeeting[]> {
  const rows = await house.db.meeting.findMany({
    where: {
      councilId: house.councilId,
      committeeId,
      startsAt: { gte: new Date(house.now().epochMilliseconds - DAYS_BACK * 86_400_000) },
    },
    select: { id: true, createdAt: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MEETINGS,
  })
  const meetings: CalendarMeeting[] = []
  for (const row of rows) {
    const meeting = await meetingAtHand(house, row.id)
    if (meeting) meetings.push(await calendarMeeting(house, meeting, toInstant(row.createdAt)))
  }
  return meetings
}
