import { CALENDAR_PATH, meetingOfToken } from '../cards/public-links.ts'
import type { PrivateText } from '../database/private-text.ts'
import { calendarFile } from './calendar-file.ts'
import { calendarMeetings } from './calendar-meetings.ts'
import { houseNamed, type PublicGround } from './public-house.ts'
import { type Route, sendText } from './routes.ts'
import { words } from './words.en.ts'

/**
 * `GET /calendar/<signed>.ics`: a meeting for people's own calendars. That it takes place is public; the
 * signature only keeps addresses from being guessed.
 */
export function calendarRoute(ground: PublicGround & { readonly privateText: PrivateText }): Route {
  return {
    method: 'GET',
    path: CALENDAR_PATH,
    below: true,
    answersHead: true,
    async answer(request, response) {
      const { pathname } = new URL(request.url ?? '/', 'http://bot')
      const named = meetingOfToken(ground.privateText, pathname.slice(CALENDAR_PATH.length))
      const house = named && (await houseNamed(ground, named.councilId))
      const [meeting] = house ? await calendarMeetings(house, [named.meetingId]) : []
      if (!meeting) return sendText(response, 404, words.meetingGone)
      response.writeHead(200, {
        'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
        'content-disposition': `attachment; filename="meeting-${meeting.date}.ics"`,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      })
      response.end(request.method === 'HEAD' ? undefined : calendarFile(meeting))
    },
  }
}
