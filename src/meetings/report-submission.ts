import { z } from 'zod'
import { type Fields, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { REPORT_STEPS, type ReportStep } from './duty-rules.ts'
import type { DutyShown } from './duty-shown.ts'
import type { Owners } from './report-ask.ts'
import { DAY_FIELDS } from './report-forms.ts'
import type { Revision } from './report-revise.ts'

const { field } = ids.report

/** The list of reports that stands below a form. */
const list = z.object({ viewId: z.string(), page: z.number().int() }).optional()
export type ReportsBelow = z.infer<typeof list>

const step = z.enum(REPORT_STEPS)
const shownDuty = z.object({ owner: z.string(), day: z.string(), done: z.boolean() })

/** What a form about a report carries; of one that changes it, what it showed: only what differs is changed. */
const reportForm = z.object({
  meetingId: z.string(),
  list,
  dutyId: z.string().optional(),
  shown: z.partialRecord(step, shownDuty).optional(),
})
export type ReportFormMetadata = z.infer<typeof reportForm>

export function toReportForm(of: ReportFormMetadata): string {
  return JSON.stringify(of)
}

/** @throws when the view is not one of ours: a person cannot cause it. */
export function reportFormOf(metadata: string): ReportFormMetadata {
  return reportForm.parse(JSON.parse(metadata))
}

export function shownOf(duties: readonly DutyShown[]): NonNullable<ReportFormMetadata['shown']> {
  return Object.fromEntries(
    duties.map(({ step, personId, dueOn, state }) => [
      step,
      { owner: personId, day: dueOn, done: state === 'done' },
    ]),
  )
}

/** Who owes each step, from the people chosen. */
export function ownersSubmitted(fields: Fields): Owners {
  const [author, clearer, briefer] = [field.author, field.clearer, field.briefer].map((id) =>
    textOf(fields, id),
  )
  return {
    ...(author ? { draft: author, final: author } : {}),
    ...(clearer ? { clearance: clearer } : {}),
    ...(briefer ? { briefing: briefer } : {}),
  }
}

/** What the clerk has changed: somebody else may have answered while the form stood open, and that stays. */
export function revisionSubmitted(fields: Fields, shown: NonNullable<ReportFormMetadata['shown']>): Revision {
  const chosen = ownersSubmitted(fields)
  const ticked = listOf(fields, field.done)
  const owners: Partial<Record<ReportStep, string>> = {}
  const days: Partial<Record<ReportStep, string>> = {}
  const done: Partial<Record<ReportStep, boolean>> = {}
  for (const step of REPORT_STEPS) {
    const before = shown[step]
    const owner = chosen[step]
    if (owner !== undefined && owner !== before?.owner) owners[step] = owner
    if (!before) continue
    const day = textOf(fields, DAY_FIELDS[step])
    if (day !== '' && day !== before.day) days[step] = day
    const isTicked = ticked.includes(step)
    if (isTicked !== before.done) done[step] = isTicked
  }
  // What is done stays with whoever did it, unless it is taken back in the same act.
  for (const step of REPORT_STEPS) if (shown[step]?.done && done[step] !== false) delete owners[step]
  return { owners, days, done, dropped: listOf(fields, field.dropped).includes('dropped') }
}
