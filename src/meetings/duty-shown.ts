import { Temporal } from 'temporal-polyfill'
import { civilDate } from '../calendar/civil.ts'
import { isBeforeDay } from '../calendar/days.ts'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import { type CouncilRows, displayName } from '../committees/people.ts'
import { byReport, type DutyAtHand, dueDays, dutiesOf, leadCalendar } from './duty-rows.ts'
import type { DueDay, ReportStep } from './duty-rules.ts'
import type { MeetingAtHand } from './meeting.ts'

/** Something owed, as people are shown it. */
export interface DutyShown {
  readonly id: string
  readonly step: ReportStep
  readonly personId: string
  readonly name: string
  readonly inSlack: boolean
  readonly state: 'done' | 'late' | 'overdue' | 'open'
  /** ISO civil date. */
  readonly dueOn: string
  readonly byHand: boolean
  /** The day by the committee's lead time, with its working. */
  readonly due: DueDay
  readonly doneAt: Temporal.Instant | undefined
  readonly late: DutyAtHand['late']
  readonly relayedBy: string | undefined
}

export interface ReportShown {
  readonly title: string
  readonly duties: readonly DutyShown[]
}

export interface ReportsShown {
  readonly reports: readonly ReportShown[]
  /** The calendar by which the days were counted. */
  readonly offices: HolidayCalendar
}

/** What is asked for before a meeting; of one person alone where one is named. */
export async function reportsShown(
  rows: CouncilRows,
  meeting: MeetingAtHand,
  of: { readonly now: Temporal.Instant; readonly personId?: string },
): Promise<ReportsShown> {
  const all = await dutiesOf(rows, [meeting.id])
  const duties = of.personId === undefined ? all : all.filter(({ person }) => person.id === of.personId)
  const calendar = await leadCalendar(rows, meeting.committeeId)
  const due = dueDays(meeting.date, calendar)
  const today = civilDate(of.now, meeting.timeZone)
  return {
    offices: calendar.offices,
    reports: byReport(duties).map((report) => ({
      title: report.title,
      duties: report.duties.map((duty) => shown(duty, due[duty.step], today)),
    })),
  }
}

function shown(duty: DutyAtHand, due: DueDay, today: Temporal.PlainDate): DutyShown {
  return {
    id: duty.id,
    step: duty.step,
    personId: duty.person.id,
    name: displayName(duty.person),
    inSlack: duty.person.slackUserId !== undefined,
    state: stateOf(duty, today),
    dueOn: duty.dueOn,
    byHand: duty.byHand,
    due,
    doneAt: duty.doneAt,
    late: duty.late,
    relayedBy: duty.relayedBy,
  }
}

function stateOf(duty: DutyAtHand, today: Temporal.PlainDate): DutyShown['state'] {
  if (duty.doneAt !== undefined) return 'done'
  if (duty.late !== undefined) return 'late'
  return isBeforeDay(Temporal.PlainDate.from(duty.dueOn), today) ? 'overdue' : 'open'
}

/** How many reports lack something still. */
export function missingIn(reports: readonly ReportShown[]): number {
  return reports.filter(({ duties }) => duties.some(({ state }) => state !== 'done')).length
}
