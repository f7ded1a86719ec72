import { toDate } from '../calendar/civil.ts'
import { committeeOfToken, FEED_PATH } from '../cards/public-links.ts'
import type { House } from '../database/house.ts'
import type { PrivateText } from '../database/private-text.ts'
import { type CalendarMeeting, calendarFeed } from './calendar-file.ts'
import { calendarMeetings } from './calendar-meetings.ts'
import { houseNamed, type PublicGround } from './public-house.ts'
import { type Route, sendText } from './routes.ts'
import { words } from './words.en.ts'

/** A calendar that subscribes to a feed wants what is coming and what was of late, not the archive. */
const DAYS_BACK = 366
const MEETINGS = 500

/**
 * `GET /calendar/committee/<signed>.ics`: a committee's meetings of the past year and all that are planned, for
 * calendars that subscribe. What was cancelled stays in it as cancelled, so that calendars take it out. When meetings
 * take place is public; the signature only keeps addresses from being guessed.
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
      // Read before anything is answered, so that a failure is answered as one.
      const feed =
        request.method === 'HEAD'
          ? undefined
          : calendarFeed(committee.name, await meetingsOf(house, committee.id))
      response.writeHead(200, {
        'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
        'content-disposition': 'inline; filename="meetings.ics"',
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      })
      response.end(feed)
    },
  }
}

async function meetingsOf(house: House, committeeId: string): Promise<CalendarMeeting[]> {
  const rows = await house.db.meeting.findMany({
    where: {
      councilId: house.councilId,
      committeeId,
      startsAt: { gte: toDate(house.now().subtract({ hours: 24 * DAYS_BACK })) },
    },
    select: { id: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MEETINGS,
  })
  return calendarMeetings(
    house,
    rows.map(({ id }) => id),
  )
}
