import { civilDate, columnOfDate, toDate } from '../calendar/civil.ts'
import { type CouncilPerson, personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { askPerson, dayOf, showReportList } from './duty-messages.ts'
import { type DutyAtHand, dueDays, dutiesOf, leadCalendar } from './duty-rows.ts'
import { askedDay, REPORT_STEPS, type ReportStep, sameTitle } from './duty-rules.ts'
import type { MeetingAtHand } from './meeting.ts'
import { type GroundRefusal, meetingToPrepare } from './report-ground.ts'

/** Who owes each step that is asked for. */
export type Owners = Partial<Readonly<Record<ReportStep, string>>>

export interface AskForReport {
  readonly by: string
  readonly meetingId: string
  /** As the clerk calls it; empty for the Chair's briefing. */
  readonly title: string
  readonly owners: Owners
}

/**
 * - `asked-already`: a report of this name is asked for; change that one
 * - `unknown-person`: whoever was named is not in the council's record any more
 */
export type AskRefusal =
  | GroundRefusal
  | { readonly code: 'asked-already'; readonly title: string }
  | { readonly code: 'unknown-person'; readonly step: ReportStep }

export interface Asked {
  readonly meeting: MeetingAtHand
  readonly duties: readonly DutyAtHand[]
}

/** Ask for a report, or for the Chair's briefing: each step gets its day, and each person one message. */
export async function askForReport(house: House, act: AskForReport): Promise<Outcome<Asked, AskRefusal>> {
  return house.transact(act.by, async (tx) => {
    const found = await meetingToPrepare(tx, act)
    if (!found.ok) return found
    const meeting = found.value
    const before = await dutiesOf(tx, [meeting.id])
    if (before.some((duty) => sameTitle(duty.title, act.title)))
      return refused({ code: 'asked-already', title: act.title })
    const owners = await ownersOf(tx, act.owners)
    if (!owners.ok) return owners
    await storeDuties(tx, { meeting, title: act.title, owners: act.owners, timeZone: house.timeZone })
    const duties = (await dutiesOf(tx, [meeting.id])).filter((duty) => duty.title === act.title)
    for (const person of owners.value)
      if (person.slackUserId !== undefined) await askPerson(tx, meeting, person.id, dayOf(tx, house.timeZone))
    await showReportList(tx, meeting)
    return done({ meeting, duties })
  })
}

/** The people named, each once. */
export async function ownersOf(
  tx: Tx,
  owners: Owners,
): Promise<Outcome<CouncilPerson[], Extract<AskRefusal, { code: 'unknown-person' }>>> {
  const people = new Map<string, CouncilPerson>()
  for (const step of REPORT_STEPS) {
    const id = owners[step]
    if (id === undefined) continue
    const person = await personById(tx, id)
    if (!person) return refused({ code: 'unknown-person', step })
    people.set(person.id, person)
  }
  return done([...people.values()])
}

/** Each step that somebody owes; one that was not needed any more is asked for anew. */
export async function storeDuties(
  tx: Tx,
  of: {
    readonly meeting: MeetingAtHand
    readonly title: string
    readonly owners: Owners
    readonly timeZone: string
  },
): Promise<void> {
  const { meeting, title, owners } = of
  const calendar = await leadCalendar(tx, meeting.committeeId)
  const due = dueDays(meeting.date, calendar)
  const today = civilDate(tx.now, of.timeZone)
  for (const step of REPORT_STEPS) {
    const personId = owners[step]
    if (personId === undefined) continue
    const dueOn = askedDay(due[step], today, calendar.offices).toString()
    const asked = {
      personId,
      dueOn: columnOfDate(dueOn),
      byHand: false,
      askedAt: toDate(tx.now),
      doneAt: null,
      lateReason: '',
      expectedOn: null,
      answeredAt: null,
      answeredById: null,
      cancelledAt: null,
    }
    const key = { councilId: tx.councilId, meetingId: meeting.id, title, step }
    const { id } = await tx.db.reportDuty.upsert({
      where: { councilId_meetingId_title_step: key },
      create: { ...key, ...asked },
      update: asked,
    })
    // Titles stay out of the audit trail: one might be closed to the public.
    tx.audit(
      'report.asked',
      { meeting: meeting.id, duty: id, step, person: personId, due: dueOn },
      meeting.committeeId,
    )
  }
}
