import { Temporal } from 'temporal-polyfill'
import { civilDate, toDate } from '../calendar/civil.ts'
import { addWorkingDays } from '../calendar/days.ts'
import type { House } from '../database/house.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { standingSubstitutions } from '../meetings/substitutions.ts'
import { stepAtHand } from './rules.ts'
import type { DueReminder, Moment } from './types.ts'

/** Working days before the meeting: late enough to have answered, early enough to ask somebody else. */
const LEAD = 2

/**
 * Substitutes who were asked to sit for somebody and have not answered, two working days before the meeting, once.
 * It is their only reminder of it, so that whoever wants fewer gets it too.
 */
export async function substitutesDue(house: House, moment: Moment): Promise<DueReminder[]> {
  const { councilId, db } = house
  const last = addWorkingDays(moment.today, LEAD, moment.offices).add({ days: 1 })
  const meetings = await db.meeting.findMany({
    where: {
      councilId,
      state: 'scheduled',
      startsAt: {
        gt: toDate(moment.now),
        lt: toDate(last.toZonedDateTime(house.timeZone).toInstant()),
      },
      substitutions: { some: { councilId, standing: true, state: 'asked' } },
    },
    select: { id: true },
    orderBy: { startsAt: 'asc' },
  })
  const due: DueReminder[] = []
  for (const { id: meetingId } of meetings) {
    const meeting = await meetingAtHand(house, meetingId)
    if (!meeting || !moment.policyOf(meeting.committeeId, 'members').active) continue
    const reminded = await db.reminderSlot.findMany({
      where: { councilId, kind: 'substitutes', subject: meetingId },
      select: { slot: true },
    })
    for (const { id: slot, state, substitute, namedAt } of await standingSubstitutions(house, meeting)) {
      const askedOn = Temporal.PlainDate.from(civilDate(namedAt, house.timeZone))
      if (state !== 'asked' || substitute.slackUserId === undefined) continue
      if (reminded.some((one) => one.slot === slot)) continue
      if (!stepAtHand(meeting, [LEAD], { ...moment, askedOn })) continue
      const { committeeId } = meeting
      due.push({
        kind: 'substitutes',
        subject: meetingId,
        personId: substitute.id,
        committeeId,
        slot,
        stale: [],
      })
    }
  }
  return due
}
