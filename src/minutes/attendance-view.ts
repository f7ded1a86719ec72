import type { KnownBlock, ModalView } from '@slack/types'
import type { AttendanceSummary, SummaryPeriod } from '../apologies/attendance-summary.ts'
import { actions, button, type Choice, context, contexts, modal, section, sections } from '../slack/blocks.ts'
import { offered, option } from '../slack/choices.ts'
import { ids } from '../slack/ids.ts'
import { joinMrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { attendancePaperWords as say } from './attendance-words.en.ts'

export interface AttendanceModel {
  readonly committees: readonly Choice[]
  readonly years: readonly SummaryPeriod[]
  readonly summary: AttendanceSummary
  /** The days of which nothing is recorded, with the meeting to record; the latest ones. */
  readonly toRecord: readonly { readonly meetingId: string; readonly day: string }[]
}

/** What a control of the view is about. */
export function askedFor(committeeId: string, { from }: SummaryPeriod): string {
  return `${committeeId}/${from}`
}

/** A committee's attendance over a municipal year, for its clerks. */
export function attendanceView(model: AttendanceModel): ModalView {
  const { summary, committees, years } = model
  const value = askedFor(summary.committeeId, summary.period)
  return modal({
    title: say.title,
    close: say.close,
    metadata: value,
    blocks: [
      chooser(ids.attendance.committee, say.committee, committees, summary.committeeId),
      chooser(
        ids.attendance.year,
        say.year,
        years.map((period) => ({ value: period.from, text: say.yearText(period) })),
        summary.period.from,
      ),
      section(say.heading(summary)),
      context(say.cancelledOut),
      ...figures(summary),
      ...(summary.unrecorded.length > 0 ? contexts(mrkdwn`${say.unrecorded(summary.unrecorded)}`) : []),
      ...model.toRecord.map(({ meetingId, day }) => ({
        ...section(say.recordLine(day)),
        accessory: button({ id: ids.attendance.record, text: say.record, value: meetingId }),
      })),
      ...(summary.figures.length === 0
        ? []
        : [
            actions(
              button({ id: ids.attendance.chart, text: say.chart, value }),
              button({ id: ids.attendance.word, text: say.word, value }),
              button({ id: ids.attendance.csv, text: say.csv, value }),
            ),
          ]),
    ],
  })
}

function figures(summary: AttendanceSummary): KnownBlock[] {
  if (summary.figures.length === 0) return [section(say.none())]
  return sections(joinMrkdwn(summary.figures.map(say.line)))
}

/** A choice that shows something else at once: nothing is submitted here. */
function chooser(id: string, label: string, choices: readonly Choice[], chosen: string): KnownBlock {
  const initial = choices.find(({ value }) => value === chosen)
  return {
    ...section(mrkdwn`*${label}*`),
    accessory: {
      type: 'static_select',
      action_id: id,
      ...offered(choices),
      ...(initial ? { initial_option: option(initial) } : {}),
    },
  }
}
