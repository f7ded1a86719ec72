import { columnOfDate, toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { askPerson, dayOf, showReportList } from './duty-messages.ts'
import { type DutyAtHand, dutiesOf } from './duty-rows.ts'
import { REPORT_STEPS, type ReportStep } from './duty-rules.ts'
import type { MeetingAtHand } from './meeting.ts'
import { type Asked, type AskRefusal, type Owners, ownersOf, storeDuties } from './report-ask.ts'
import { type GroundRefusal, meetingToPrepare } from './report-ground.ts'

/** What a clerk has changed about a report; what is absent stays as it is. */
export interface Revision {
  readonly owners: Owners
  /** Days set by hand: ISO civil dates. */
  readonly days: Partial<Readonly<Record<ReportStep, string>>>
  /** Done on somebody's behalf, or not done after all. */
  readonly done: Partial<Readonly<Record<ReportStep, boolean>>>
  /** The report is not needed any more. */
  readonly dropped: boolean
}

export interface ReviseReport {
  readonly by: string
  readonly meetingId: string
  readonly title: string
  readonly revision: Revision
}

/**
 * - `report-gone`: nobody is asked for it any more; open the list anew
 * - `day-after-meeting`: said at the day
 */
export type ReviseRefusal =
  | GroundRefusal
  | Extract<AskRefusal, { code: 'unknown-person' }>
  | { readonly code: 'report-gone' }
  | { readonly code: 'day-after-meeting'; readonly step: ReportStep }

/** Replace a person, move a day, mark done on somebody's behalf, or drop a report. */
export async function reviseReport(
  house: House,
  { revision, title, ...act }: ReviseReport,
): Promise<Outcome<Asked, ReviseRefusal>> {
  return house.transact(act.by, async (tx) => {
    const found = await meetingToPrepare(tx, act)
    if (!found.ok) return found
    const meeting = found.value
    const before = (await dutiesOf(tx, [meeting.id])).filter((duty) => duty.title === title)
    if (before.length === 0) return refused({ code: 'report-gone' })
    const people = await ownersOf(tx, revision.owners)
    if (!people.ok) return people
    const tooLate = REPORT_STEPS.find((step) => (revision.days[step] ?? '') > meeting.date)
    if (tooLate) return refused({ code: 'day-after-meeting', step: tooLate })

    const fresh = REPORT_STEPS.filter((step) => !before.some((duty) => duty.step === step))
    await storeDuties(tx, {
      meeting,
      title,
      owners: Object.fromEntries(fresh.map((step) => [step, revision.owners[step]])),
      timeZone: house.timeZone,
    })
    for (const duty of before) await revise(tx, meeting, duty, revision)
    const after = (await dutiesOf(tx, [meeting.id])).filter((duty) => duty.title === title)
    await tell(tx, { meeting, before, after, timeZone: house.timeZone })
    return done({ meeting, duties: after })
  })
}

async function revise(tx: Tx, meeting: MeetingAtHand, duty: DutyAtHand, revision: Revision): Promise<void> {
  const about = { meeting: meeting.id, duty: duty.id, step: duty.step }
  const where = { id: duty.id, councilId: tx.councilId }
  if (revision.dropped) {
    await tx.db.reportDuty.update({ where, data: { cancelledAt: toDate(tx.now) } })
    tx.audit('report.dropped', about, meeting.committeeId)
    return
  }
  const owner = revision.owners[duty.step]
  const day = revision.days[duty.step]
  const isDone = revision.done[duty.step]
  const unanswered = { lateReason: '', expectedOn: null, answeredAt: null, answeredById: null }
  if (owner !== undefined && owner !== duty.person.id) {
    // What the one before said does not bind the one who follows.
    const asked = { personId: owner, askedAt: toDate(tx.now), ...(duty.doneAt ? {} : unanswered) }
    await tx.db.reportDuty.update({ where, data: asked })
    tx.audit('report.handed-on', { ...about, from: duty.person.id, to: owner }, meeting.committeeId)
  }
  if (day !== undefined && day !== duty.dueOn) {
    // A new day is a new question, unless what was said keeps to it.
    const holds = duty.doneAt !== undefined || (duty.late !== undefined && duty.late.expectedOn > day)
    await tx.db.reportDuty.update({
      where,
      data: {
        dueOn: columnOfDate(day),
        byHand: true,
        ...(holds ? {} : { ...unanswered, askedAt: toDate(tx.now) }),
      },
    })
    tx.audit('report.day-set', { ...about, due: day }, meeting.committeeId)
  }
  if (isDone !== undefined && isDone !== (duty.doneAt !== undefined)) {
    const data = isDone
      ? { doneAt: toDate(tx.now), answeredAt: toDate(tx.now), answeredById: tx.by }
      : { doneAt: null, ...unanswered }
    await tx.db.reportDuty.update({ where, data })
    tx.audit(isDone ? 'report.done' : 'report.not-done', { ...about, relayed: true }, meeting.committeeId)
  }
}

/** Everybody concerned once: by a new line only where there is something that they must notice. */
async function tell(
  tx: Tx,
  of: {
    readonly meeting: MeetingAtHand
    readonly before: readonly DutyAtHand[]
    readonly after: readonly DutyAtHand[]
    readonly timeZone: string
  },
): Promise<void> {
  const everybody = new Map([...of.before, ...of.after].map(({ person }) => [person.id, person]))
  for (const person of everybody.values()) {
    if (person.slackUserId === undefined) continue
    const notices = owedBy(person.id, of.before) !== owedBy(person.id, of.after)
    await askPerson(tx, of.meeting, person.id, notices ? dayOf(tx, of.timeZone) : undefined)
  }
  await showReportList(tx, of.meeting)
}

/** What somebody is asked for and by when; what is done does not count. */
function owedBy(personId: string, duties: readonly DutyAtHand[]): string {
  return duties
    .filter(({ person, doneAt }) => person.id === personId && doneAt === undefined)
    .map(({ step, dueOn }) => `${step} ${dueOn}`)
    .join()
}
