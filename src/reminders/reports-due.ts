import { Temporal } from 'temporal-polyfill'
import { civilDate, toDate } from '../calendar/civil.ts'
import { plainDateOf } from '../committees/council-calendar.ts'
import type { House } from '../database/house.ts'
import { grouped } from '../grouped.ts'
import { type DutyAtHand, dutiesOf, isUnanswered } from '../meetings/duty-rows.ts'
import { isReminderDue, isStillAsked } from '../meetings/duty-rules.ts'
import type { DueReminder, Moment } from './types.ts'

/** A meeting that is not over began no longer ago than this. */
const LONGEST_MEETING = { hours: 24 }

/**
 * Whoever owes something before a pack and has not answered, by meeting: on the working day before it is due,
 * and on the one after. Whoever wants fewer reminders hears once a meeting.
 */
export async function reportsDue(house: House, moment: Moment): Promise<DueReminder[]> {
  const meetings = (await meetingsAsked(house)).filter(
    ({ committeeId }) => moment.policyOf(committeeId, 'reports').active,
  )
  if (meetings.length === 0) return []
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]))
  const owed = (await dutiesOf(house, [...byId.keys()])).filter(
    (duty) =>
      isUnanswered(duty) &&
      duty.person.slackUserId !== undefined &&
      isStillAsked(duty.step, byId.get(duty.meetingId)?.publications.length !== 0),
  )
  const reminded = await remindedOn(house, [...byId.keys()])
  const fewer = await whoWantsFewer(house, [...new Set(owed.map(({ person }) => person.id))])
  const { today, offices } = moment
  return [...grouped(owed, ({ person, meetingId }) => `${person.id} ${meetingId}`).values()].flatMap(
    (duties): DueReminder[] => {
      const [first] = duties
      const meeting = byId.get(first.meetingId)
      if (!meeting) return []
      const personId = first.person.id
      const sent = reminded
        .filter((one) => one.personId === personId && one.subject === meeting.id)
        .map(({ day }) => day)
      if (sent.length > 0 && fewer.has(personId)) return []
      if (
        !isReminderDue(
          duties.map((duty) => toRemind(duty, house.timeZone)),
          sent,
          today,
          offices,
        )
      )
        return []
      const { committeeId } = meeting
      return [
        { kind: 'reports', subject: meeting.id, personId, committeeId, slot: today.toString(), stale: [] },
      ]
    },
  )
}

/** The meetings that take place and are not over, for which anything is asked. */
function meetingsAsked(house: House) {
  const { councilId } = house
  const now = house.now()
  return house.db.meeting.findMany({
    where: {
      councilId,
      state: 'scheduled',
      startsAt: { gt: toDate(now.subtract(LONGEST_MEETING)) },
      endsAt: { gt: toDate(now) },
      duties: { some: { councilId, cancelledAt: null, doneAt: null, answeredAt: null } },
    },
    select: { id: true, committeeId: true, publications: { select: { id: true }, take: 1 } },
    orderBy: { startsAt: 'asc' },
  })
}

async function remindedOn(house: House, meetingIds: readonly string[]) {
  const slots = await house.db.reminderSlot.findMany({
    where: { councilId: house.councilId, kind: 'reports', subject: { in: [...meetingIds] }, outcome: 'sent' },
    select: { personId: true, subject: true, bundle: { select: { day: true } } },
  })
  return slots.flatMap(({ personId, subject, bundle }) =>
    bundle ? [{ personId, subject, day: plainDateOf(bundle.day) }] : [],
  )
}

async function whoWantsFewer(house: House, personIds: readonly string[]): Promise<Set<string>> {
  const people = await house.db.person.findMany({
    where: { councilId: house.councilId, id: { in: [...personIds] }, wantsFewer: true },
    select: { id: true },
  })
  return new Set(people.map(({ id }) => id))
}

function toRemind({ dueOn, askedAt }: DutyAtHand, timeZone: string) {
  return { dueOn: Temporal.PlainDate.from(dueOn), askedOn: civilDate(askedAt, timeZone), isAnswered: false }
}
