import type { Temporal } from 'temporal-polyfill'
import { toInstant } from '../calendar/civil.ts'
import { CALENDAR_PATH, meetingOfToken } from '../cards/public-links.ts'
import type { House } from '../database/house.ts'
import type { PrivateText } from '../database/private-text.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { type CalendarMeeting, calendarFile } from './calendar-file.ts'
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
      const meeting = house && (await meetingForCalendar(house, named.meetingId))
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

async function meetingForCalendar(house: House, meetingId: string): Promise<CalendarMeeting | undefined> {
  const meeting = await meetingAtHand(house, meetingId)
  if (!meeting) return undefined
  const row = await house.db.meeting.findFirst({
    where: { councilId: house.councilId, id: meetingId },
    select: { createdAt: true },
  })
  return calendarMeeting(house, meeting, row ? toInstant(row.createdAt) : house.now())
}

/** A meeting as calendars show it, with when it was last changed and where its papers are. */
export async function calendarMeeting(
  { councilId, db }: House,
  meeting: MeetingAtHand,
  createdAt: Temporal.Instant,
): Promise<CalendarMeeting> {
  const where = { councilId, meetingId: meeting.id }
  const pack = await db.publication.findFirst({
    where: { ...where, number: 0 },
    select: { publishedAt: true, pack: { select: { publicAddress: true } } },
  })
  const last = await db.meetingChange.findFirst({ where, orderBy: { number: 'desc' } })
  const changedAt = last?.at ?? pack?.publishedAt
  return {
    ...meeting,
    changedAt: changedAt ? toInstant(changedAt) : createdAt,
    address: pack?.pack.publicAddress ?? '',
  }
}
