import { Temporal } from 'temporal-polyfill'
import { councilCalendar } from '../committees/council-calendar.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER, type Tx } from '../database/transact.ts'
import { clerksAddress } from '../meetings/clerks-address.ts'
import { type MeetingAtHand, meetingsWithoutPapers } from '../meetings/meeting.ts'
import { countdownMessage, messageKinds } from '../meetings/messages.ts'
import { countdownDue } from '../publications/countdown-rules.ts'
import { policiesOf } from './policy.ts'
import { notToldYet } from './steps-told.ts'

/** The first step may come twenty working days before the latest lawful day; holidays make it longer. */
const LOOKED_AHEAD = Temporal.Duration.from({ hours: 24 * 60 })

/**
 * Tell the clerks of meetings whose papers are not out yet how long lawful publication is still possible.
 * Run every minute: each step of each meeting is wanted once, whatever ticks, restarts or replicas do.
 *
 * @returns how many steps were newly due
 */
export async function countDown(house: House): Promise<number> {
  const now = house.now()
  const meetings = await meetingsWithoutPapers(house, now, now.add(LOOKED_AHEAD))
  if (meetings.length === 0) return 0
  const { notice: rule, holidays, closures } = await councilCalendar(house)
  const policyOf = await policiesOf(house)
  const due = meetings.flatMap((meeting) => {
    const { active, days } = policyOf(meeting.committeeId, 'notice')
    if (!active) return []
    const law = {
      meeting: Temporal.PlainDate.from(meeting.date),
      convenedOn: undefined,
      rule,
      holidays,
      closures,
    }
    const at = countdownDue(law, now, meeting.timeZone, days)
    return at ? [{ meeting, slot: `${at.latest.day}/${at.step}` }] : []
  })
  const fresh = await notToldYet(house, messageKinds.countdown, due)
  for (const one of fresh) await house.transact(SCRUTINEER, (tx) => tell(tx, one.meeting, one.slot))
  return fresh.length
}

async function tell(tx: Tx, meeting: MeetingAtHand, slot: string): Promise<void> {
  for (const recipient of await clerksAddress(tx, meeting))
    await tx.show(
      countdownMessage({ meetingId: meeting.id, committeeId: meeting.committeeId, slot, recipient }),
    )
  tx.audit('notice.counted-down', { meeting: meeting.id, step: slot }, meeting.committeeId)
}
