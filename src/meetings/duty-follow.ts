import { Temporal } from 'temporal-polyfill'
import { civilDate, columnOfDate, toDate } from '../calendar/civil.ts'
import { addWorkingDays, workingDaysUntil } from '../calendar/days.ts'
import type { Tx } from '../database/transact.ts'
import type { RecordedChange } from './changes.ts'
import { askPerson, refreshPerson } from './duty-messages.ts'
import { type DutyAtHand, dueDays, dutiesOf, type LeadCalendar, leadCalendar } from './duty-rows.ts'
import { askedDay } from './duty-rules.ts'
import type { MeetingAtHand } from './meeting.ts'
import { messageKinds } from './messages.ts'

/**
 * A meeting is changed, and what is owed before its pack follows: the days move with it, and whoever still
 * owes something is told once; also that nothing is due, when it is cancelled or has no day. At another time
 * or in another room nothing follows but that messages stay true.
 *
 * @param before the meeting as it was
 */
export async function followReports(tx: Tx, before: MeetingAtHand, change: RecordedChange): Promise<void> {
  const duties = await dutiesOf(tx, [before.id])
  if (duties.length === 0) return
  const { after, kinds } = change
  const meeting = { ...before, ...after }
  if (after.state === 'scheduled' && after.date !== before.date)
    await moveDays(tx, { before, meeting, duties })
  const owing = new Set(duties.filter(({ doneAt }) => doneAt === undefined).map(({ person }) => person.id))
  const matters = kinds.some((kind) => kind !== 'time' && kind !== 'room')
  const people = new Map(duties.map(({ person }) => [person.id, person]))
  for (const person of people.values()) {
    if (person.slackUserId === undefined) continue
    if (matters && owing.has(person.id)) await askPerson(tx, meeting, person.id, { change: change.number })
    else await refreshPerson(tx, meeting, person.id)
  }
  await tx.refresh({ kind: messageKinds.reportList, subject: meeting.id })
}

async function moveDays(
  tx: Tx,
  of: {
    readonly before: MeetingAtHand
    readonly meeting: MeetingAtHand
    readonly duties: readonly DutyAtHand[]
  },
): Promise<void> {
  const calendar = await leadCalendar(tx, of.meeting.committeeId)
  const today = civilDate(tx.now, of.meeting.timeZone)
  for (const duty of of.duties) {
    if (duty.doneAt !== undefined) continue
    const day = movedDay(duty, of, calendar)
    const meeting = Temporal.PlainDate.from(of.meeting.date)
    const dueOn = askedDay({ day, meeting }, today, calendar.offices).toString()
    // What was said to come late may be in time now: then it is asked afresh.
    const holds = duty.late !== undefined && duty.late.expectedOn > dueOn
    await tx.db.reportDuty.update({
      where: { id: duty.id, councilId: tx.councilId },
      data: {
        dueOn: columnOfDate(dueOn),
        ...(holds
          ? {}
          : {
              lateReason: '',
              expectedOn: null,
              answeredAt: null,
              answeredById: null,
              askedAt: toDate(tx.now),
            }),
      },
    })
    tx.audit(
      'report.day-moved',
      { meeting: of.meeting.id, duty: duty.id, step: duty.step, due: dueOn },
      of.meeting.committeeId,
    )
  }
}

/** A day that the clerk set keeps its distance to the meeting, in working days. */
function movedDay(
  duty: DutyAtHand,
  of: { readonly before: MeetingAtHand; readonly meeting: MeetingAtHand },
  calendar: LeadCalendar,
): Temporal.PlainDate {
  if (!duty.byHand) return dueDays(of.meeting.date, calendar)[duty.step].day
  const set = Temporal.PlainDate.from(duty.dueOn)
  const left = workingDaysUntil(set, Temporal.PlainDate.from(of.before.date), calendar.offices)
  const meeting = Temporal.PlainDate.from(of.meeting.date)
  return left <= 0 ? meeting : addWorkingDays(meeting, -left, calendar.offices)
}
