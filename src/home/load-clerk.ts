import { Temporal } from 'temporal-polyfill'
import { forecastOf } from '../apologies/quorum-forecast.ts'
import { civilDate, toDate } from '../calendar/civil.ts'
import { latestLawfulDay } from '../calendar/clear-days.ts'
import { isBeforeDay } from '../calendar/days.ts'
import { troubleModel } from '../cards/trouble-notice.ts'
import type { CommitteeFacts } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { comingMeetings, type MeetingAtHand, meetingsAtHand, meetingsBetween } from '../meetings/meeting.ts'
import { meetingNotice } from '../publications/published-agenda.ts'
import { trackerToDo } from '../tracker/own-rows.ts'
import type { ClerkHome, ForecastShown } from './home-model.ts'

/** Papers of a meeting so far ahead are nobody's news yet. */
const PAPERS_AHEAD = { hours: 24 * 28 }
/** A deadline is shown when it is no more than so many days away. */
const DEADLINE_DAYS = 7
/** Answers come until the last days; before, a forecast says little. */
const FORECAST_AHEAD = { hours: 24 * 8 }
const MOST_FORECASTS = 10
/** A meeting longer ago is not waiting for today. */
const MINUTES_BACK = { hours: 24 * 60 }
const MOST_TROUBLES = 10

/** What needs the clerk of these committees today. */
export async function loadClerk(house: House, committees: readonly CommitteeFacts[]): Promise<ClerkHome> {
  const ids = committees.map(({ id }) => id)
  const coming = (await comingMeetings(house, ids, house.now())).filter(({ state }) => state === 'scheduled')
  const troubles = await troublesOf(house, ids)
  return {
    committees: committees.map(({ id, name }) => ({
      id,
      name,
      next: coming.find(({ committeeId }) => committeeId === id),
    })),
    deadlines: await deadlinesOf(house, ids),
    ...troubles,
    forecasts: await forecastsOf(house, ids, FORECAST_AHEAD),
    toMinute: await toMinute(house, ids),
    tracker: await trackerToDo(house, ids),
    proposals: await proposalsTo(house, ids),
  }
}

/** How many proposals to these committees' work programmes wait to be decided. */
export function proposalsTo({ councilId, db }: House, committeeIds: readonly string[]): Promise<number> {
  return db.programmeEntry.count({
    where: { councilId, committeeId: { in: [...committeeIds] }, state: 'proposed' },
  })
}

/** The quorum of coming meetings, where it is not certain. */
export async function forecastsOf(
  house: House,
  committeeIds: readonly string[],
  ahead: Temporal.DurationLike,
): Promise<ForecastShown[]> {
  const now = house.now()
  const meetings = await meetingsBetween(house, now, now.add(ahead), {
    committeeId: { in: [...committeeIds] },
  })
  const shown: ForecastShown[] = []
  for (const meeting of meetings.slice(0, MOST_FORECASTS)) {
    const forecast = await forecastOf(house, meeting)
    if (forecast && forecast.state !== 'certain') shown.push({ meeting, forecast })
  }
  return shown
}

async function deadlinesOf(house: House, committeeIds: readonly string[]): Promise<ClerkHome['deadlines']> {
  const now = house.now()
  const meetings = await meetingsBetween(house, now, now.add(PAPERS_AHEAD), {
    committeeId: { in: [...committeeIds] },
    publications: { none: {} },
  })
  const [first] = meetings
  if (!first) return []
  // The council's rule and its holidays are the same for each.
  const { rule, holidays } = await meetingNotice(house, first)
  const today = Temporal.PlainDate.from(civilDate(now, house.timeZone))
  const horizon = today.add({ days: DEADLINE_DAYS })
  return meetings
    .map((meeting) => {
      const { day, covered } = latestLawfulDay(Temporal.PlainDate.from(meeting.date), rule, holidays)
      return { meeting, latest: day, isPast: isBeforeDay(day, today), isCovered: covered }
    })
    .filter(({ latest }) => !isBeforeDay(horizon, latest))
}

async function troublesOf(house: House, committeeIds: readonly string[]) {
  const { councilId, db } = house
  const open = await db.outboxTrouble.findMany({
    where: { councilId, settledAt: null },
    orderBy: { arisenAt: 'asc' },
  })
  if (open.length === 0) return { troubles: [], moreTroubles: 0 }
  const messages = await db.outboxMessage.findMany({
    where: {
      councilId,
      id: { in: open.map(({ messageId }) => messageId) },
      committeeId: { in: [...committeeIds] },
    },
  })
  const byId = new Map(messages.map((message) => [message.id, message]))
  const theirs = open.filter(({ messageId }) => byId.has(messageId))
  const troubles: ClerkHome['troubles'][number][] = []
  for (const trouble of theirs.slice(0, MOST_TROUBLES)) {
    const message = byId.get(trouble.messageId)
    if (message) troubles.push(await troubleModel(house, trouble, message))
  }
  return { troubles, moreTroubles: theirs.length - troubles.length }
}

async function toMinute(house: House, committeeIds: readonly string[]): Promise<MeetingAtHand[]> {
  const { councilId, db } = house
  const now = house.now()
  const over = await db.sitting.findMany({
    where: {
      councilId,
      state: { in: ['closed', 'inquorate'] },
      meeting: {
        committeeId: { in: [...committeeIds] },
        startsAt: { gt: toDate(now.subtract(MINUTES_BACK)), lte: toDate(now) },
      },
    },
    select: { meetingId: true },
  })
  const ids = [...new Set(over.map(({ meetingId }) => meetingId))]
  const minuted = await db.minutes.findMany({
    where: { councilId, meetingId: { in: ids } },
    select: { meetingId: true },
  })
  const done = new Set(minuted.map(({ meetingId }) => meetingId))
  return meetingsAtHand(
    house,
    ids.filter((id) => !done.has(id)),
  )
}
