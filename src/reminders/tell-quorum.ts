import { CLERKS_HEAR, FORECAST_AHEAD, forecastDue } from '../apologies/quorum-due.ts'
import { forecastOf } from '../apologies/quorum-forecast.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER, type Tx } from '../database/transact.ts'
import { clerksAddress } from '../meetings/clerks-address.ts'
import { officesOf } from '../meetings/duty-rows.ts'
import { isOfficeHour } from '../meetings/duty-rules.ts'
import { type MeetingAtHand, meetingsBetween } from '../meetings/meeting.ts'
import { messageKinds, quorumForecastMessage } from '../meetings/messages.ts'
import { notToldYet } from './steps-told.ts'

/**
 * Tell the clerks how the quorum of a coming meeting stands, five, two and one working days before it and on
 * its morning. Run every minute: each step of each meeting is wanted once, whatever ticks, restarts or
 * replicas do. The Chair hears with everything else of the day: quorum-chair.ts.
 *
 * @returns how many steps were newly due
 */
export async function tellQuorum(house: House): Promise<number> {
  const now = house.now()
  const offices = await officesOf(house)
  if (!isOfficeHour(now.toZonedDateTimeISO(house.timeZone), offices)) return 0
  const meetings = await meetingsBetween(house, now, now.add(FORECAST_AHEAD))
  const due = meetings.flatMap((meeting) => {
    const step = forecastDue(meeting, CLERKS_HEAR, offices, now)
    return step === undefined ? [] : [{ meeting, slot: `${meeting.date}/${step}` }]
  })
  if (due.length === 0) return 0
  let fresh = 0
  for (const { meeting, slot } of await notToldYet(house, messageKinds.quorumForecast, due))
    if (await house.transact(SCRUTINEER, (tx) => tell(tx, meeting, slot))) fresh += 1
  return fresh
}

async function tell(tx: Tx, meeting: MeetingAtHand, slot: string): Promise<boolean> {
  const forecast = await forecastOf(tx, meeting)
  if (!forecast) return false
  for (const recipient of await clerksAddress(tx, meeting))
    await tx.show(
      quorumForecastMessage({ meetingId: meeting.id, committeeId: meeting.committeeId, slot, recipient }),
    )
  tx.audit('quorum.forecast', { meeting: meeting.id, step: slot, state: forecast.state }, meeting.committeeId)
  return true
}
