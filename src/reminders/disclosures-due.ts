import { Temporal } from 'temporal-polyfill'
import { civilDate, columnOfDate, dateOfColumn, toInstant } from '../calendar/civil.ts'
import { isBeforeDay } from '../calendar/days.ts'
import type { House } from '../database/house.ts'
import type { DueReminder, Moment } from './types.ts'

/** Days before the last one. They are days of the calendar, as the 28 of the law are; they come in working hours. */
const LEADS = [7, 2] as const

/**
 * Members who disclosed an interest at a meeting and have not told the Monitoring Officer of it, near the end of the
 * 28 days. Whoever wants fewer reminders hears at the last time alone.
 */
export async function disclosuresDue(house: House, moment: Moment): Promise<DueReminder[]> {
  const { councilId, db } = house
  const rows = await db.disclosure.findMany({
    where: {
      councilId,
      struckAt: null,
      notifiedAt: null,
      notifyUntil: {
        gte: columnOfDate(moment.today.toString()),
        lte: columnOfDate(moment.today.add({ days: Math.max(...LEADS) }).toString()),
      },
    },
    orderBy: { id: 'asc' },
  })
  if (rows.length === 0) return []
  const people = await db.person.findMany({
    where: { councilId, id: { in: rows.map(({ personId }) => personId) }, slackUserId: { not: null } },
    select: { id: true, wantsFewer: true },
  })
  const sittings = await db.sitting.findMany({
    where: { councilId, meetingId: { in: rows.map(({ meetingId }) => meetingId) } },
    select: { meetingId: true, state: true, meeting: { select: { committeeId: true } } },
  })
  const reminded = await db.reminderSlot.findMany({
    where: { councilId, kind: 'disclosures', subject: { in: rows.map(({ id }) => id) } },
    select: { subject: true, slot: true },
  })
  return rows.flatMap(({ id, personId, meetingId, notifyUntil, enteredAt }): DueReminder[] => {
    const person = people.find((one) => one.id === personId)
    const sitting = sittings.find((one) => one.meetingId === meetingId)
    const isOver = sitting?.state === 'closed' || sitting?.state === 'inquorate'
    if (!person || !notifyUntil || !isOver) return []
    const { committeeId } = sitting.meeting
    if (!moment.policyOf(committeeId, 'members').active) return []
    const until = dateOfColumn(notifyUntil)
    const told = civilDate(toInstant(enteredAt), house.timeZone)
    const come = leadsCome(Temporal.PlainDate.from(until), told, moment.today)
    const lead = come.at(-1)
    if (lead === undefined || (person.wantsFewer && lead !== LEADS.at(-1))) return []
    const slot = `${until}/${lead}`
    if (reminded.some((one) => one.subject === id && one.slot === slot)) return []
    const stale = come.slice(0, -1).map((one) => `${until}/${one}`)
    return [{ kind: 'disclosures', subject: id, personId, committeeId, slot, stale }]
  })
}

/**
 * Which of the times have come, the earliest first; what fell on or before the day on which they were told of the
 * last day reminds nobody.
 */
export function leadsCome(
  until: Temporal.PlainDate,
  told: Temporal.PlainDate,
  today: Temporal.PlainDate,
): number[] {
  return LEADS.filter((lead) => {
    const day = until.subtract({ days: lead })
    return isBeforeDay(told, day) && !isBeforeDay(today, day)
  })
}
