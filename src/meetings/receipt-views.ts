import type { KnownBlock, ModalView } from '@slack/types'
import { actions, button, context, contexts, modal, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { DayCheck } from './day-check.ts'
import type { MeetingScreenWords } from './screen-words.en.ts'
import type { MeetingInWords } from './words.en.ts'

export interface ChangedModel {
  /** As members read it. */
  readonly line: Mrkdwn
  readonly channelId: string | undefined
  readonly told: number
  readonly quietly: boolean
  readonly asked: boolean
  /** Absent where the meeting has no day. */
  readonly day: DayCheck | undefined
  /** Those without Slack, and the text for them. */
  readonly email: EmailModel | undefined
}

export interface EmailModel {
  readonly names: readonly string[]
  readonly text: string
}

export function changedView(model: ChangedModel, say: MeetingScreenWords): ModalView {
  return modal({
    title: say.changed.title,
    close: say.close,
    blocks: [
      ...sections(model.line),
      section(model.quietly ? say.changed.quietly() : say.changed.told(model.told, model.channelId)),
      ...(model.asked && !model.quietly ? [section(say.changed.asked())] : []),
      ...(model.day ? dayBlocks(model.day, say) : []),
      ...(model.email ? emailBlocks(model.email, say) : []),
      ...(model.quietly ? [] : [context(say.changed.undo())]),
    ],
  })
}

export function scheduledView(
  model: { readonly meeting: MeetingInWords & { readonly venue: string }; readonly day: DayCheck },
  say: MeetingScreenWords,
): ModalView {
  return modal({
    title: say.schedule.doneTitle,
    close: say.close,
    blocks: [
      ...sections(say.schedule.done(model.meeting, model.meeting.venue)),
      ...dayBlocks(model.day, say),
      context(say.schedule.undo()),
    ],
  })
}

function dayBlocks({ off, closure, notice }: DayCheck, say: MeetingScreenWords): KnownBlock[] {
  return [
    ...(off ? [section(say.day.off(off))] : []),
    ...(closure ? sections(say.day.closed(closure.date, closure.name)) : []),
    ...contexts(say.day.notice(notice)),
  ]
}

/** The text about the last change, for those who are not on Slack. */
export function changeEmailView(model: EmailModel, say: MeetingScreenWords): ModalView {
  return modal({
    title: say.email.title,
    close: say.close,
    blocks: model.names.length === 0 ? [section(say.email.none())] : emailBlocks(model, say),
  })
}

function emailBlocks(model: EmailModel, say: MeetingScreenWords): KnownBlock[] {
  return [
    ...sections(say.email.names(model.names)),
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: model.text }] }],
    },
  ]
}

export interface NotChangedModel {
  readonly why: Mrkdwn
  /** Offered where the clerk can look again. */
  readonly meetingId?: string
}

export function notChangedView(model: NotChangedModel, say: MeetingScreenWords): ModalView {
  const { meetingId } = model
  return modal({
    title: say.refusals.title,
    close: say.close,
    blocks: [
      ...sections(model.why),
      ...(meetingId === undefined
        ? []
        : [actions(button({ id: ids.meeting.openAgain, text: say.refusals.openAgain, value: meetingId }))]),
    ],
  })
}
