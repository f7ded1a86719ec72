import type { KnownBlock, ModalView } from '@slack/types'
import { actions, button, context, dateField, modal, section, sections, textField } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { mostThatFit } from '../slack/most-that-fit.ts'
import { joinMrkdwn } from '../slack/mrkdwn.ts'
import type { DutyShown, ReportShown } from './duty-shown.ts'
import type { ReportWords } from './report-words.en.ts'
import type { MeetingInWords } from './words.en.ts'

const field = ids.report.field

/** A sentence or two; escaped, with everything else about a report it still fits one section. */
export const REASON_LIMIT = 200

/** One report as whoever owes it sees it: what is due, and the answer to the next step. */
export function ownReport(
  report: ReportShown,
  of: { readonly timeZone: string; readonly isDue: boolean },
  say: ReportWords,
): KnownBlock[] {
  const { duties } = report
  const lines = duties.map((duty) => say.ownLine(duty, of.timeZone))
  // One step after another: the draft is answered before its final text is.
  const next = of.isDue ? duties.find(({ state }) => state !== 'done') : undefined
  return [...sections(joinMrkdwn([say.title(report.title), ...lines])), ...(next ? [answers(next, say)] : [])]
}

function answers(duty: DutyShown, say: ReportWords): KnownBlock {
  return actions(
    button({ id: ids.report.done, text: say.own.done(duty.step), value: duty.id, style: 'primary' }),
    button({
      id: ids.report.late,
      text: duty.late ? say.own.lateAgain : say.own.late,
      value: duty.id,
    }),
  )
}

/** As many reports as fit, those with something open first; what is left is said. */
export function fittingReports(
  reports: readonly ReportShown[],
  of: { readonly timeZone: string; readonly isDue: boolean },
  say: ReportWords,
  fits: (blocks: readonly KnownBlock[]) => boolean,
  build: (reports: readonly KnownBlock[], left: number) => readonly KnownBlock[],
): KnownBlock[] {
  const isOpen = (report: ReportShown) => report.duties.some(({ state }) => state !== 'done')
  const inOrder = [...reports.filter(isOpen), ...reports.filter((report) => !isOpen(report))]
  const blocksFor = (shown: number) =>
    build(
      inOrder.slice(0, shown).flatMap((report) => ownReport(report, of, say)),
      inOrder.length - shown,
    )
  return [...blocksFor(mostThatFit(inOrder.length, (shown) => fits(blocksFor(shown))))]
}

export interface OwnReports {
  readonly meetingId: string
  readonly meeting: MeetingInWords
  readonly reports: readonly ReportShown[]
  readonly timeZone: string
  /** The meeting takes place and is not over. */
  readonly isDue: boolean
}

/** Everything that a person owes for a meeting, in a view: a message is shorter. */
export function allOwnView(
  model: OwnReports,
  say: ReportWords,
  fits: (blocks: readonly KnownBlock[]) => boolean,
): ModalView {
  return modal({
    title: say.own.allTitle,
    close: say.close,
    metadata: model.meetingId,
    blocks: fittingReports(model.reports, model, say, fits, (reports, left) => [
      section(say.own.intro(model.meeting)),
      ...(reports.length === 0 ? [section(say.own.nothing())] : reports),
      ...(left > 0 ? [context(say.own.moreAskClerk(left))] : []),
    ]),
  })
}

export interface LateForm {
  readonly dutyId: string
  readonly title: string
  readonly duty: DutyShown
}

/** Why something comes late, and by when it will be there. */
export function lateModal({ dutyId, title, duty }: LateForm, say: ReportWords): ModalView {
  return modal({
    id: ids.report.lateForm,
    title: say.late.title,
    submit: say.late.submit,
    close: say.cancel,
    metadata: dutyId,
    blocks: [
      ...sections(say.late.about(title, duty)),
      textField({
        id: field.reason,
        label: say.late.reason,
        hint: say.late.reasonHint,
        multiline: true,
        maxLength: REASON_LIMIT,
        value: duty.late?.reason,
      }),
      dateField({ id: field.expected, label: say.late.expected, value: duty.late?.expectedOn }),
    ],
  })
}
