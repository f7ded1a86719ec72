import { Temporal } from 'temporal-polyfill'
import { civilDate, toDate, toInstant } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { draftStepAtHand } from './draft-rules.ts'
import type { DueReminder, Moment } from './types.ts'

/** A meeting that ended longer ago is nobody's news any more; the latest reminder comes well before. */
const LOOKED_BACK = { hours: 24 * 60 }

/**
 * The clerks of meetings that ended some working days ago and of which no minutes are drafted. Whoever wants fewer
 * reminders hears at the last time alone.
 */
export async function draftsDue(house: House, moment: Moment): Promise<DueReminder[]> {
  const { councilId, db } = house
  const sittings = await endedWithoutDraft(house, moment)
  if (sittings.length === 0) return []
  const clerks = await db.committeeRole.findMany({
    where: {
      councilId,
      duty: 'clerk',
      committeeId: { in: sittings.map(({ meeting }) => meeting.committeeId) },
      person: { slackUserId: { not: null } },
    },
    select: { committeeId: true, personId: true, person: { select: { wantsFewer: true } } },
    orderBy: { personId: 'asc' },
  })
  const reminded = await db.reminderSlot.findMany({
    where: { councilId, kind: 'drafts', subject: { in: sittings.map(({ id }) => id) } },
    select: { subject: true, slot: true, personId: true },
  })
  return sittings.flatMap(({ id, meeting: { committeeId }, acts: [act] }): DueReminder[] => {
    const { active, days } = moment.policyOf(committeeId, 'drafts')
    if (!act || !active) return []
    // Most clerks write it up afterwards: the days count from when the end was entered.
    const ended = civilDate(toInstant(act.enteredAt), house.timeZone).toString()
    const step = draftStepAtHand(Temporal.PlainDate.from(ended), days, moment)
    if (!step) return []
    const slotOf = (lead: number) => `${ended}/${lead}`
    const [slot, stale] = [slotOf(step.lead), step.passed.map(slotOf)]
    return clerks
      .filter(
        ({ personId, person, ...of }) =>
          of.committeeId === committeeId &&
          (step.isLast || !person.wantsFewer) &&
          !reminded.some((one) => one.subject === id && one.personId === personId && one.slot === slot),
      )
      .map(({ personId }) => ({ kind: 'drafts', subject: id, personId, committeeId, slot, stale }))
  })
}

/** Each with the act that ended it. */
async function endedWithoutDraft(house: House, { now }: Moment) {
  const { councilId, db } = house
  const ends = {
    kind: { in: ['closed' as const, 'inquorate' as const] },
    struckAt: null,
    enteredAt: { gt: toDate(now.subtract(LOOKED_BACK)) },
  }
  const sittings = await db.sitting.findMany({
    where: { councilId, state: { in: ['closed', 'inquorate'] }, acts: { some: { councilId, ...ends } } },
    select: {
      id: true,
      meeting: { select: { id: true, committeeId: true } },
      acts: {
        where: { councilId, ...ends },
        orderBy: [{ enteredAt: 'desc' }, { id: 'desc' }],
        select: { enteredAt: true },
        take: 1,
      },
    },
    orderBy: { id: 'asc' },
  })
  const drafted = await db.minutes.findMany({
    where: { councilId, meetingId: { in: sittings.map(({ meeting }) => meeting.id) } },
    select: { meetingId: true },
  })
  const have = new Set(drafted.map(({ meetingId }) => meetingId))
  return sittings.filter(({ meeting }) => !have.has(meeting.id))
}
