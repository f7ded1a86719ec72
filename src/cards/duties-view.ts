import type { KnownBlock } from '@slack/types'
import type { ReportShown } from '../meetings/duty-shown.ts'
import { fittingReports, type OwnReports } from '../meetings/duty-views.ts'
import { type ReportListModel, reportLine, standing } from '../meetings/report-views.ts'
import type { ReportWords } from '../meetings/report-words.en.ts'
import { actions, button, context, contexts, header, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { lengthOf } from '../slack/limits.ts'
import { inParts, type Mrkdwn } from '../slack/mrkdwn.ts'
import { heading } from './heading.ts'
import { fitsMessage, type Lines, whatFits } from './whole.ts'

export interface Post {
  readonly text: string
  readonly blocks: KnownBlock[]
}

export interface OwnDutiesModel extends OwnReports {
  /** Why nothing is due; absent while something is. */
  readonly nothingDue: Mrkdwn | undefined
  readonly clerks: readonly string[]
}

/** Somebody to turn to; a committee with dozens of clerks need not name them all. */
const CLERKS_NAMED = 3

/** The one message a meeting to whoever owes something: what, by when, and the answer in place. */
export function dutiesMessage(model: OwnDutiesModel, say: ReportWords): Post {
  const { reports, nothingDue, meeting } = model
  const isAllDone = reports.length > 0 && reports.every(isDone)
  return {
    text: say.own.notification(meeting).text,
    blocks: fittingReports(reports, model, say, fitsMessage, (own, left) => [
      heading(meeting.committeeName),
      section(say.own.intro(meeting)),
      ...(nothingDue ? sections(nothingDue) : []),
      ...(reports.length === 0 ? [section(say.own.nothing())] : own),
      ...more(left, model.meetingId, say),
      ...(isAllDone ? [section(say.own.allDone())] : []),
      ...contact(model.clerks, say),
    ]),
  }
}

function isDone({ duties }: ReportShown): boolean {
  return duties.every(({ state }) => state === 'done')
}

function more(left: number, value: string, say: ReportWords): KnownBlock[] {
  if (left === 0) return []
  return [
    context(say.own.more(left)),
    actions(button({ id: ids.report.all, text: say.own.all, value, style: 'primary' })),
  ]
}

function contact(clerks: readonly string[], say: ReportWords): KnownBlock[] {
  return clerks.length === 0 ? [] : contexts(say.own.contact(clerks.slice(0, CLERKS_NAMED)))
}

/** One new line, with what is asked for now. */
export function dutiesLine(said: Mrkdwn, model: OwnDutiesModel, say: ReportWords): Post {
  const shown = model.isDue ? model.reports : []
  // Here nothing is answered: that is done in the one message, which stays true.
  const asText = { timeZone: model.timeZone, isDue: false }
  return {
    text: notification(said),
    blocks: fittingReports(shown, asText, say, fitsMessage, (own, left) => [
      ...sections(said),
      ...own,
      ...more(left, model.meetingId, say),
      ...contact(model.clerks, say),
    ]),
  }
}

/** The clerks' message: what is asked for, and what is still missing. Too long, it goes on in a view. */
export function reportListMessage(
  model: ReportListModel,
  say: ReportWords,
  conditions: readonly Lines[] = [],
): Post {
  const open = model.reports.filter((report) => !isDone(report))
  const lines = [...open, ...model.reports.filter(isDone)].map((report) =>
    reportLine(report, model.timeZone, say),
  )
  return {
    text: say.list.notification(model.meeting).text,
    blocks: whatFits(
      [{ heading: say.list.meeting(model.meeting), lines }, ...conditions],
      fitsMessage,
      (shown, left) => [
        header(say.list.heading),
        ...(shown.length === 0 || lines.length === 0 ? sections(say.list.meeting(model.meeting)) : []),
        ...shown,
        ...(left > 0 ? [context(say.list.more(left))] : []),
        ...standing(model, say),
        actions(button({ id: ids.report.open, text: say.list.button, value: model.meetingId })),
      ],
    ),
  }
}

/** One new line to the clerks. */
export function lateMessage(said: Mrkdwn, meetingId: string, say: ReportWords): Post {
  return {
    text: notification(said),
    blocks: [
      ...sections(said),
      actions(button({ id: ids.report.open, text: say.list.button, value: meetingId })),
    ],
  }
}

/** The whole stands in the blocks; beside a telephone's bell there is room for a few lines. */
const NOTIFICATION = 500

function notification(said: Mrkdwn): string {
  return lengthOf(said.text) <= NOTIFICATION ? said.text : `${inParts(said, NOTIFICATION)[0]?.text ?? ''} …`
}
