import type { KnownBlock, ModalView } from '@slack/types'
import {
  actions,
  button,
  type Choice,
  context,
  dateField,
  divider,
  modal,
  radioField,
  section,
  sections,
  selectField,
  textField,
  tickField,
  timeField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { MeetingScreenWords } from './screen-words.en.ts'
import type { MeetingState } from './types.ts'
import type { MeetingInWords } from './words.en.ts'

const field = ids.meeting.field

/** As papers print a place; Slack's own limit would be 3,000. */
const VENUE_LIMIT = 200
/** A sentence or two; escaped it still fits one section with everything else in it. */
export const REASON_LIMIT = 400

/** A meeting on the clerk's screen. */
export interface ListedMeeting extends MeetingInWords {
  readonly id: string
  readonly state: MeetingState
  readonly venue: string
  readonly hasPapers: boolean
}

export interface MeetingsModel {
  /** Of how many committees the clerk is. */
  readonly committees: number
  /** All of them, soonest first. */
  readonly meetings: readonly ListedMeeting[]
  /** Counts from 0. */
  readonly page: number
}

/** So many fit a screen without scrolling for ever, and a view holds 100 blocks. */
export const MEETINGS_A_PAGE = 20

/** `/meeting`: what is planned, and what a clerk can do about it. */
export function meetingsView(model: MeetingsModel, say: MeetingScreenWords): ModalView {
  const { meetings } = model
  const pages = Math.max(1, Math.ceil(meetings.length / MEETINGS_A_PAGE))
  const page = Math.min(Math.max(0, model.page), pages - 1)
  const from = page * MEETINGS_A_PAGE
  const shown = meetings.slice(from, from + MEETINGS_A_PAGE)
  return modal({
    title: say.list.title,
    close: say.close,
    metadata: String(page),
    blocks: [
      section(meetings.length === 0 ? say.list.none() : say.list.intro(model.committees)),
      actions(
        button({ id: ids.meeting.schedule, text: say.list.schedule, value: 'new', style: 'primary' }),
        button({ id: ids.reminders.settings, text: say.list.reminders, value: 'first' }),
        button({ id: ids.quorum.open, text: say.list.quorum, value: 'first' }),
        button({ id: ids.attendance.summary, text: say.list.attendance, value: 'first' }),
        button({ id: ids.sixMonths.open, text: say.list.sixMonths, value: 'all' }),
      ),
      divider,
      ...shown.flatMap((meeting) => [
        {
          ...section(say.list.meeting(meeting, meeting.hasPapers)),
          accessory: button({
            id: ids.meeting.change,
            text: say.list.change,
            value: meeting.id,
            label: say.list.changeLabel(meeting),
          }),
        },
        actions(
          button({
            id: ids.report.open,
            text: say.list.reports,
            value: meeting.id,
            label: say.list.reportsLabel(meeting),
          }),
        ),
      ]),
      ...(pages === 1
        ? []
        : pager({ page, pages, from, to: from + shown.length, all: meetings.length }, say)),
    ],
  })
}

function pager(
  at: { page: number; pages: number; from: number; to: number; all: number },
  say: MeetingScreenWords,
): KnownBlock[] {
  const turn = (id: string, text: string, page: number) => button({ id, text, value: String(page) })
  return [
    context(say.list.page(at.from + 1, at.to, at.all)),
    actions(
      ...(at.page > 0 ? [turn(ids.meeting.earlier, say.list.earlier, at.page - 1)] : []),
      ...(at.page < at.pages - 1 ? [turn(ids.meeting.later, say.list.later, at.page + 1)] : []),
    ),
  ]
}

export interface ScheduleForm {
  readonly metadata: string
  readonly committees: readonly Choice[]
  readonly committeeId: string | undefined
}

export function scheduleModal(model: ScheduleForm, say: MeetingScreenWords): ModalView {
  return modal({
    id: ids.meeting.scheduleForm,
    title: say.schedule.title,
    submit: say.schedule.submit,
    close: say.cancel,
    metadata: model.metadata,
    blocks: [
      section(say.schedule.intro()),
      selectField({
        id: field.committee,
        label: say.schedule.committee,
        choices: model.committees,
        chosen: model.committeeId,
        placeholder: say.schedule.committeePlaceholder,
      }),
      dateField({ id: field.date, label: say.change.date }),
      timeField({ id: field.time, label: say.change.time }),
      textField({ id: field.venue, label: say.change.venue, optional: true, maxLength: VENUE_LIMIT }),
    ],
  })
}

export interface ChangeForm {
  readonly metadata: string
  readonly meeting: MeetingInWords & { readonly state: MeetingState; readonly venue: string }
  /** What the clerk has chosen so far. */
  readonly to: MeetingState
  /** Day, start and place to begin with, where they are not the meeting's own. */
  readonly suggested?: { readonly date: string; readonly startTime: string; readonly venue: string }
  readonly hasChannel: boolean
  /** Nobody has been told of the meeting, so that a correction may go without a message. */
  readonly mayBeQuiet: boolean
}

export function changeModal(model: ChangeForm, say: MeetingScreenWords): ModalView {
  const { meeting, to } = model
  const options = say.change.options[meeting.state]
  const states: readonly MeetingState[] = ['scheduled', 'postponed', 'cancelled']
  return modal({
    id: ids.meeting.changeForm,
    title: say.change.title,
    submit: say.change.submit,
    close: say.cancel,
    metadata: model.metadata,
    blocks: [
      ...sections(say.change.now(meeting)),
      radioField({
        id: field.to,
        label: say.change.to,
        choices: states
          .filter((state) => options[state] !== '')
          .map((state) => ({ value: state, text: options[state] })),
        chosen: to,
        tellsAtOnce: true,
      }),
      ...(to === 'scheduled' ? whenAndWhere(model.suggested ?? meeting, say) : []),
      textField({
        id: field.reason,
        label: say.change.reason,
        hint: say.change.reasonHint,
        optional: true,
        multiline: true,
        maxLength: REASON_LIMIT,
      }),
      ...(model.mayBeQuiet
        ? [
            tickField({
              id: field.quietly,
              label: say.change.quietly,
              optional: true,
              choices: [
                {
                  value: 'quietly',
                  text: say.change.quietlyTick,
                  description: say.change.quietlyDescription,
                },
              ],
            }),
          ]
        : []),
      context(say.change.tells(model.hasChannel)),
      ...(to === 'cancelled' ? [] : [context(say.change.asksAfresh())]),
    ],
  })
}

function whenAndWhere(meeting: NonNullable<ChangeForm['suggested']>, say: MeetingScreenWords): KnownBlock[] {
  return [
    dateField({ id: field.date, label: say.change.date, value: meeting.date }),
    timeField({ id: field.time, label: say.change.time, value: meeting.startTime }),
    textField({
      id: field.venue,
      label: say.change.venue,
      value: meeting.venue,
      optional: true,
      maxLength: VENUE_LIMIT,
    }),
  ]
}
