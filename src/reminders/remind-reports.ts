import { Temporal } from 'temporal-polyfill'
import { civilDate, columnOfDate, toDate } from '../calendar/civil.ts'
import { plainDateOf } from '../committees/council-calendar.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER } from '../database/transact.ts'
import { reminderMessage } from '../meetings/duty-messages.ts'
import { type DutyAtHand, dutiesOf, isUnanswered, officesOf } from '../meetings/duty-rows.ts'
import { isOfficeHour, isReminderDue, isStillAsked } from '../meetings/duty-rules.ts'

/**
 * Remind people of what they owe before a pack: one message a day for all their meetings together, in
 * working hours, at most three a meeting, none of what is answered (law 12). Run every minute: whatever
 * ticks, restarts or replicas do, the row of a day is made once.
 *
 * @returns how many people were reminded now
 */
export async function remindReports(house: House): Promise<number> {
  const now = house.now().toZonedDateTimeISO(house.timeZone)
  const offices = await officesOf(house)
  if (!isOfficeHour(now, offices)) return 0
  const today = now.toPlainDate()
  const meetings = await meetingsAsked(house)
  if (meetings.length === 0) return 0
  const published = new Map(meetings.map((meeting) => [meeting.id, meeting.publications.length > 0]))
  const duties = (await dutiesOf(house, [...published.keys()])).filter(
    (duty) =>
      isUnanswered(duty) &&
      duty.person.slackUserId !== undefined &&
      isStillAsked(duty.step, published.get(duty.meetingId) ?? false),
  )
  const sent = await remindersSent(house, [...published.keys()])
  const committeeOf = new Map(meetings.map((meeting) => [meeting.id, meeting.committeeId]))
  let reminded = 0
  for (const [personId, owed] of grouped(duties, (duty) => duty.person.id)) {
    const before = sent.filter((row) => row.personId === personId)
    if (before.some(({ day }) => day.equals(today))) continue
    const due = [...grouped(owed, (duty) => duty.meetingId)].filter(([meetingId, forMeeting]) =>
      isReminderDue(
        forMeeting.map((duty) => toRemind(duty, house.timeZone)),
        before.filter((row) => row.meetingId === meetingId).map(({ day }) => day),
        today,
        offices,
      ),
    )
    const committeeId = committeeOf.get(due[0]?.[0] ?? '')
    if (due.length === 0 || committeeId === undefined) continue
    const meetingIds = due.map(([meetingId]) => meetingId)
    if (await remind(house, { personId, committeeId, meetingIds, today })) reminded += 1
  }
  return reminded
}

/** The meetings that take place and are not over, for which anything is asked. */
function meetingsAsked(house: House) {
  const { councilId } = house
  return house.db.meeting.findMany({
    where: {
      councilId,
      state: 'scheduled',
      endsAt: { gt: toDate(house.now()) },
      duties: { some: { councilId, cancelledAt: null, doneAt: null, answeredAt: null } },
    },
    select: { id: true, committeeId: true, publications: { select: { id: true }, take: 1 } },
    orderBy: { startsAt: 'asc' },
  })
}

async function remindersSent(house: House, meetingIds: readonly string[]) {
  const rows = await house.db.reportReminder.findMany({
    where: {
      councilId: house.councilId,
      // Of other meetings too, of today: one a day in all.
      OR: [
        { meetingId: { in: [...meetingIds] } },
        { day: columnOfDate(civilDate(house.now(), house.timeZone).toString()) },
      ],
    },
  })
  return rows.map((row) => ({ ...row, day: plainDateOf(row.day) }))
}

function toRemind({ dueOn, askedAt }: DutyAtHand, timeZone: string) {
  return {
    dueOn: Temporal.PlainDate.from(dueOn),
    askedOn: civilDate(askedAt, timeZone),
    isAnswered: false,
  }
}

/** @returns whether it was this process that did it */
async function remind(
  house: House,
  of: {
    readonly personId: string
    readonly committeeId: string
    readonly meetingIds: readonly string[]
    readonly today: Temporal.PlainDate
  },
): Promise<boolean> {
  const { personId, committeeId, today } = of
  return house.transact(SCRUTINEER, async (tx) => {
    const { councilId } = tx
    const made = await tx.db.reportReminder.createMany({
      data: of.meetingIds.map((meetingId) => ({
        councilId,
        meetingId,
        personId,
        day: columnOfDate(today.toString()),
      })),
      skipDuplicates: true,
    })
    if (made.count === 0) return false
    await tx.show(reminderMessage({ personId, committeeId, day: today }))
    tx.audit('report.reminded', { person: personId, meetings: [...of.meetingIds] }, committeeId)
    return true
  })
}

function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return groups
}
