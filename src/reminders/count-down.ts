import { Temporal } from 'temporal-polyfill'
import { councilCalendar } from '../committees/council-calendar.ts'
import { clerksOf } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Recipient } from '../database/intended-message.ts'
import { SCRUTINEER, type Tx } from '../database/transact.ts'
import { type MeetingAtHand, meetingsWithoutPapers } from '../meetings/meeting.ts'
import { countdownMessage, messageKinds } from '../meetings/messages.ts'
import { countdownDue } from '../publications/countdown-rules.ts'
import { policiesOf } from './policy.ts'

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
  const told = await wantedAlready(house, due)
  const fresh = due.filter(({ meeting, slot }) => !told.has(`${meeting.id}/${slot}`))
  for (const one of fresh) await house.transact(SCRUTINEER, (tx) => tell(tx, one.meeting, one.slot))
  return fresh.length
}

/** The unique key settles it; this only spares a transaction a minute for each meeting. */
async function wantedAlready(
  house: House,
  due: readonly { readonly meeting: MeetingAtHand }[],
): Promise<Set<string>> {
  const rows = await house.db.outboxMessage.findMany({
    where: {
      councilId: house.councilId,
      kind: messageKinds.countdown,
      subject: { in: due.map(({ meeting }) => meeting.id) },
    },
    select: { subject: true, slot: true },
  })
  return new Set(rows.map(({ subject, slot }) => `${subject}/${slot}`))
}

async function tell(tx: Tx, meeting: MeetingAtHand, slot: string): Promise<void> {
  const recipients: Recipient[] = meeting.clerksChannelId
    ? [{ channel: meeting.clerksChannelId }]
    : (await clerksOf(tx, meeting.committeeId)).map((clerk) => ({ person: clerk.id }))
  for (const recipient of recipients)
    await tx.show(
      countdownMessage({ meetingId: meeting.id, committeeId: meeting.committeeId, slot, recipient }),
    )
  tx.audit('notice.counted-down', { meeting: meeting.id, step: slot }, meeting.committeeId)
}
