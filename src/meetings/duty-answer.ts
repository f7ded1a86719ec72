import { civilDate, columnOfDate, toDate } from '../calendar/civil.ts'
import { displayName } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { clerksToTell, refreshPerson, showReportList } from './duty-messages.ts'
import { dutyById } from './duty-rows.ts'
import type { ReportStep } from './duty-rules.ts'
import { type MeetingAtHand, meetingAtHand } from './meeting.ts'
import { messageKinds } from './messages.ts'
import { isAhead } from './report-ground.ts'

export type DutyAnswer =
  | { readonly kind: 'done' }
  /** @param expectedOn ISO civil date by which it will be there */
  | { readonly kind: 'late'; readonly reason: string; readonly expectedOn: string }

export interface AnswerDuty {
  readonly by: string
  readonly dutyId: string
  readonly answer: DutyAnswer
}

/**
 * - `not-needed`: the clerk has taken it back; nothing is due
 * - `asked-of-another`: the clerk has asked somebody else since
 * - `not-ahead`: the meeting is over, cancelled or postponed; nothing is due
 * - `past-day`, `after-meeting`: said at the day
 */
export type AnswerRefusal =
  | { readonly code: 'not-needed' }
  | { readonly code: 'asked-of-another'; readonly name: string }
  | { readonly code: 'not-ahead'; readonly meeting: MeetingAtHand }
  | { readonly code: 'past-day' }
  | { readonly code: 'after-meeting'; readonly meeting: MeetingAtHand }

export interface DutyAnswered {
  readonly meeting: MeetingAtHand
  readonly title: string
  readonly step: ReportStep
}

/** Whoever owes something says that it is done, or that it comes late. Saying it twice is the same as once. */
export async function answerDuty(
  house: House,
  act: AnswerDuty,
): Promise<Outcome<DutyAnswered, AnswerRefusal>> {
  return house.transact(act.by, async (tx) => {
    await tx.db.$queryRaw`SELECT "id" FROM "ReportDuty"
      WHERE "councilId" = ${tx.councilId}::uuid AND "id" = ${act.dutyId}::uuid FOR UPDATE`
    const duty = await dutyById(tx, act.dutyId)
    const meeting = duty && (await meetingAtHand(tx, duty.meetingId))
    if (!duty || !meeting || duty.isCancelled) return refused({ code: 'not-needed' })
    if (duty.person.id !== act.by)
      return refused({ code: 'asked-of-another', name: displayName(duty.person) })
    if (!isAhead(meeting, tx.now)) return refused({ code: 'not-ahead', meeting })
    const answered = { meeting, title: duty.title, step: duty.step }
    // Done is done, also where the form for a late one was still open.
    if (duty.doneAt !== undefined) return done(answered)
    const { answer } = act
    if (answer.kind === 'late') {
      if (answer.expectedOn < civilDate(tx.now, house.timeZone).toString())
        return refused({ code: 'past-day' })
      if (answer.expectedOn > meeting.date) return refused({ code: 'after-meeting', meeting })
    }
    const at = toDate(tx.now)
    await tx.db.reportDuty.update({
      where: { id: duty.id, councilId: tx.councilId },
      data:
        answer.kind === 'done'
          ? { doneAt: at, answeredAt: at, answeredById: null }
          : {
              lateReason: answer.reason,
              expectedOn: columnOfDate(answer.expectedOn),
              answeredAt: at,
              answeredById: null,
            },
    })
    tx.audit(
      answer.kind === 'done' ? 'report.done' : 'report.late',
      {
        meeting: meeting.id,
        duty: duty.id,
        step: duty.step,
        relayed: false,
        ...(answer.kind === 'late' ? { expected: answer.expectedOn } : {}),
      },
      meeting.committeeId,
    )
    await refreshPerson(tx, meeting, act.by)
    await showReportList(tx, meeting)
    if (answer.kind === 'late')
      for (const recipient of await clerksToTell(tx, meeting))
        await tx.show({
          kind: messageKinds.reportLate,
          subject: duty.id,
          recipient,
          committeeId: meeting.committeeId,
        })
    else await tx.refresh({ kind: messageKinds.reportLate, subject: duty.id })
    return done(answered)
  })
}
