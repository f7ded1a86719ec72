import { Temporal } from 'temporal-polyfill'
import { dateOfColumn, toInstant } from '../calendar/civil.ts'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import { type CouncilPerson, type CouncilRows, displayName, personOf } from '../committees/people.ts'
import type { ReportDuty } from '../database/generated/client.ts'
import {
  type DueDay,
  dueDay,
  type LeadTimes,
  officeDays,
  REPORT_STEPS,
  type ReportStep,
} from './duty-rules.ts'

/** Something that somebody owes before a pack. */
export interface DutyAtHand {
  readonly id: string
  readonly meetingId: string
  /** The report, as the clerk calls it; empty for the Chair's briefing. */
  readonly title: string
  readonly step: ReportStep
  readonly person: CouncilPerson
  /** ISO civil date. */
  readonly dueOn: string
  /** The clerk has set the day. */
  readonly byHand: boolean
  readonly askedAt: Temporal.Instant
  readonly doneAt: Temporal.Instant | undefined
  /** Not done, and said to come late. */
  readonly late:
    | { readonly reason: string; readonly expectedOn: string; readonly at: Temporal.Instant }
    | undefined
  /** The clerk who entered the answer, by name. */
  readonly relayedBy: string | undefined
}

/** What is owed for a report, or for the Chair's briefing, in the order of its steps. */
export interface ReportAtHand {
  readonly title: string
  readonly duties: readonly DutyAtHand[]
}

/** What is owed for these meetings, those asked first first; what is not needed any more is left out. */
export async function dutiesOf(rows: CouncilRows, meetingIds: readonly string[]): Promise<DutyAtHand[]> {
  const found = await rows.db.reportDuty.findMany({
    where: { councilId: rows.councilId, meetingId: { in: [...meetingIds] }, cancelledAt: null },
    orderBy: { id: 'asc' },
  })
  return atHand(rows, found)
}

/** The duty with this id, also one that is not needed any more. */
export async function dutyById(
  rows: CouncilRows,
  id: string,
): Promise<(DutyAtHand & { readonly isCancelled: boolean }) | undefined> {
  const row = await rows.db.reportDuty.findFirst({ where: { councilId: rows.councilId, id } })
  if (!row) return undefined
  const [duty] = await atHand(rows, [row])
  return duty && { ...duty, isCancelled: row.cancelledAt !== null }
}

async function atHand(rows: CouncilRows, found: readonly ReportDuty[]): Promise<DutyAtHand[]> {
  const ids = found.flatMap((row) => [row.personId, ...(row.answeredById ? [row.answeredById] : [])])
  const people = await rows.db.person.findMany({
    where: { councilId: rows.councilId, id: { in: [...new Set(ids)] } },
  })
  const byId = new Map(people.map((person) => [person.id, personOf(person)]))
  return found.flatMap((row): DutyAtHand[] => {
    const person = byId.get(row.personId)
    if (!person) return []
    const relayed = row.answeredById === null ? undefined : byId.get(row.answeredById)
    return [
      {
        id: row.id,
        meetingId: row.meetingId,
        title: row.title,
        step: row.step,
        person,
        dueOn: dateOfColumn(row.dueOn),
        byHand: row.byHand,
        askedAt: toInstant(row.askedAt),
        doneAt: row.doneAt ? toInstant(row.doneAt) : undefined,
        late:
          row.doneAt === null && row.expectedOn && row.answeredAt
            ? {
                reason: row.lateReason,
                expectedOn: dateOfColumn(row.expectedOn),
                at: toInstant(row.answeredAt),
              }
            : undefined,
        relayedBy: relayed && displayName(relayed),
      },
    ]
  })
}

/** By report, in the order in which they were asked for; the Chair's briefing last. */
export function byReport(duties: readonly DutyAtHand[]): ReportAtHand[] {
  const titles = [...new Set(duties.map((duty) => duty.title))]
  const inOrder = [...titles.filter((title) => title !== ''), ...titles.filter((title) => title === '')]
  return inOrder.map((title) => ({
    title,
    duties: duties
      .filter((duty) => duty.title === title)
      .sort((one, other) => REPORT_STEPS.indexOf(one.step) - REPORT_STEPS.indexOf(other.step)),
  }))
}

/** Neither done nor said to be late. */
export function isUnanswered(duty: DutyAtHand): boolean {
  return duty.doneAt === undefined && duty.late === undefined
}

/** When a committee's reports are due, and on which days its offices work. */
export interface LeadCalendar {
  readonly leads: LeadTimes
  readonly offices: HolidayCalendar
}

export async function leadCalendar(rows: CouncilRows, committeeId: string): Promise<LeadCalendar> {
  const committee = await rows.db.committee.findFirstOrThrow({
    where: { councilId: rows.councilId, id: committeeId },
  })
  const { draftLead, finalLead, clearanceLead, briefingLead } = committee
  return {
    leads: { draft: draftLead, final: finalLead, clearance: clearanceLead, briefing: briefingLead },
    offices: await officesOf(rows),
  }
}

export async function officesOf(rows: CouncilRows): Promise<HolidayCalendar> {
  const { holidays, closures } = await councilCalendar(rows)
  return officeDays(holidays, closures)
}

/** The day of each step by the lead times. */
export function dueDays(meetingDate: string, { leads, offices }: LeadCalendar): Record<ReportStep, DueDay> {
  const meeting = Temporal.PlainDate.from(meetingDate)
  return {
    draft: dueDay(meeting, leads.draft, offices),
    final: dueDay(meeting, leads.final, offices),
    clearance: dueDay(meeting, leads.clearance, offices),
    briefing: dueDay(meeting, leads.briefing, offices),
  }
}
