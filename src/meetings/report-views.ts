import type { KnownBlock, ModalView } from '@slack/types'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import { actions, button, context, contexts, divider, modal, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { limits } from '../slack/limits.ts'
import { joinMrkdwn, type Mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import { missingIn, type ReportShown } from './duty-shown.ts'
import type { ReportWords } from './report-words.en.ts'
import type { MeetingState } from './types.ts'
import type { MeetingInWords } from './words.en.ts'

export interface ReportListModel {
  readonly meetingId: string
  readonly meeting: MeetingInWords & { readonly state: MeetingState }
  /** It takes place and is not over: something is due, and the clerk can ask. */
  readonly isAhead: boolean
  readonly isPublished: boolean
  readonly reports: readonly ReportShown[]
  readonly offices: HolidayCalendar
  readonly timeZone: string
  /** Counts from 0. */
  readonly page: number
}

/** At their longest so many reports still fit a view. */
export const REPORTS_A_PAGE = 15

/** "Reports for this meeting": what is asked for, by whom, by when, and what is still missing. */
export function reportsView(model: ReportListModel, say: ReportWords): ModalView {
  const { reports, meetingId: value } = model
  const pages = Math.max(1, Math.ceil(reports.length / REPORTS_A_PAGE))
  const page = Math.min(Math.max(0, model.page), pages - 1)
  const from = page * REPORTS_A_PAGE
  const shown = reports.slice(from, from + REPORTS_A_PAGE)
  return modal({
    title: say.list.title,
    close: say.close,
    metadata: JSON.stringify({ meetingId: value, page }),
    blocks: [
      ...sections(say.list.meeting(model.meeting)),
      ...standing(model, say),
      ...(model.isAhead ? [asking(model, say)] : []),
      ...shown.flatMap((report) => [divider, ...reportBlocks(report, model, say)]),
      ...(pages === 1
        ? []
        : [
            context(say.list.page(from + 1, from + shown.length, reports.length)),
            actions(
              ...(page > 0
                ? [button({ id: ids.report.earlier, text: say.list.earlier, value: String(page - 1) })]
                : []),
              ...(page < pages - 1
                ? [button({ id: ids.report.later, text: say.list.later, value: String(page + 1) })]
                : []),
            ),
          ]),
    ],
  })
}

/** How it stands in a few words: in the view and in the clerks' message. */
export function standing(model: ReportListModel, say: ReportWords): KnownBlock[] {
  const { reports, isAhead, meeting, isPublished, offices } = model
  const isUncovered = reports.some(({ duties }) => duties.some(({ due }) => !due.covered))
  return [
    section(reports.length === 0 ? say.list.none() : say.list.summary(reports.length, missingIn(reports))),
    ...(isAhead ? [] : [section(say.list.nothingDue(meeting.state))]),
    ...(isAhead && isPublished && reports.length > 0 ? [context(say.list.published())] : []),
    ...(isUncovered ? contexts(say.uncovered(offices)) : []),
  ]
}

function asking({ meetingId: value, reports }: ReportListModel, say: ReportWords): KnownBlock {
  const hasBriefing = reports.some(({ title }) => title === '')
  const isToMail = reports.some(({ duties }) => duties.some(({ inSlack }) => !inSlack))
  return actions(
    button({ id: ids.report.ask, text: say.list.ask, value, style: 'primary' }),
    ...(hasBriefing ? [] : [button({ id: ids.report.askBriefing, text: say.list.briefing, value })]),
    ...(isToMail ? [button({ id: ids.report.email, text: say.list.email, value })] : []),
  )
}

function reportBlocks(
  report: ReportShown,
  { timeZone, isAhead }: ReportListModel,
  say: ReportWords,
): KnownBlock[] {
  const [first, ...rest] = sections(reportLine(report, timeZone, say))
  if (!first) return []
  const [duty] = report.duties
  const change =
    isAhead && duty
      ? {
          accessory: button({
            id: ids.report.change,
            text: say.list.change,
            value: duty.id,
            label: shortened(say.list.changeLabel(report.title), limits.button.accessibilityLabel),
          }),
        }
      : {}
  return [{ ...first, ...change }, ...rest]
}

/** A report with its steps, a line each. */
export function reportLine(report: ReportShown, timeZone: string, say: ReportWords): Mrkdwn {
  const lines = report.duties.map((duty) => say.line(duty, timeZone))
  return joinMrkdwn([say.title(report.title), ...lines])
}

/** What was just asked for or changed, with the days and how they were counted. */
export function reportReceipt(
  model: {
    readonly said: Mrkdwn
    readonly report: ReportShown | undefined
    readonly timeZone: string
    readonly offices: HolidayCalendar
  },
  say: ReportWords,
): ModalView {
  const duties = model.report?.duties ?? []
  const without = [...new Set(duties.filter(({ inSlack }) => !inSlack).map(({ name }) => name))]
  return modal({
    title: say.receipt.title,
    close: say.close,
    blocks: [
      ...sections(model.said),
      ...duties.flatMap((duty) => sections(say.line(duty, model.timeZone))),
      ...(duties.some(({ due }) => !due.covered) ? contexts(say.uncovered(model.offices)) : []),
      ...(without.length === 0 ? [] : sections(say.receipt.without(without))),
    ],
  })
}

/** For those without Slack: a text for each. */
export function reportEmailView(
  model: readonly { readonly name: string; readonly text: string }[],
  say: ReportWords,
): ModalView {
  return modal({
    title: say.email.title,
    close: say.close,
    blocks:
      model.length === 0
        ? [section(say.email.none())]
        : [
            section(say.email.intro()),
            ...model.flatMap(({ name, text }): KnownBlock[] => [
              ...sections(say.email.to(name)),
              {
                type: 'rich_text',
                elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
              },
            ]),
          ],
  })
}

/** Nothing was changed: why, and what to do. */
export function reportRefusalView(why: Mrkdwn, say: ReportWords): ModalView {
  return saidView(say.refusals.title, why, say)
}

export function saidView(title: string, said: Mrkdwn, say: ReportWords): ModalView {
  return modal({ title, close: say.close, blocks: sections(said) })
}
