import type { KnownBlock, ModalView } from '@slack/types'
import {
  actions,
  button,
  context,
  contexts,
  fileField,
  modal,
  section,
  sections,
  urlField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { inParts, type Mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import { portions } from './item-lines.ts'
import type { Notice } from './notice-rules.ts'
import { noticeWords } from './notice-words.en.ts'
import type { ReadField } from './pack-reading.ts'
import type { PublicationWords } from './words.en.ts'

const field = ids.pack.field

/** Slack's limit for a text field is 3,000 characters; some room is left for the clerk's corrections. */
const PORTION = 2_400
const SHOWN_TEXT = 150

/** @param committeeId whose channel the command was typed in */
export function packStartModal(say: PublicationWords, committeeId = ''): ModalView {
  return modal({
    id: ids.pack.start,
    metadata: committeeId,
    title: say.start.title,
    submit: say.start.submit,
    close: say.cancel,
    blocks: [
      section(say.start.intro()),
      fileField({
        id: field.file,
        label: say.start.file,
        hint: say.start.fileHint,
        optional: true,
        types: ['pdf', 'docx', 'html', 'htm', 'xml', 'txt', 'text', 'md'],
      }),
      urlField({ id: field.address, label: say.start.address, hint: say.start.addressHint, optional: true }),
      context(say.start.typeIt()),
    ],
  })
}

export function readingView(say: PublicationWords): ModalView {
  return modal({
    title: say.reading.title,
    close: say.close,
    blocks: [section(say.reading.text()), context(say.reading.meanwhile())],
  })
}

export function readingLaterView(say: PublicationWords): ModalView {
  return modal({ title: say.reading.title, close: say.close, blocks: [section(say.reading.later())] })
}

export interface PublishedModel {
  readonly committeeName: string
  readonly date: string
  readonly startTime: string
  readonly channelId: string | undefined
  readonly publicAddress: string
  readonly told: number
  readonly withoutSlack: number
  readonly notice: Notice
  readonly fileShared: boolean
}

export function publishedView(model: PublishedModel, say: PublicationWords): ModalView {
  return modal({
    title: say.published.title,
    close: say.close,
    blocks: [
      section(say.published.done(model.committeeName, model.date, model.startTime)),
      section(
        model.channelId === undefined ? say.published.noChannel() : say.published.channel(model.channelId),
      ),
      ...(model.fileShared ? [section(say.published.file())] : []),
      section(say.published.told(model.told)),
      ...sections(noticeWords.outcome(model.notice)),
      ...contexts(noticeWords.working(model.notice)),
      ...(model.publicAddress === '' ? [section(say.published.noAddress(model.fileShared))] : []),
      ...(model.withoutSlack === 0 ? [] : [section(say.published.withoutSlack(model.withoutSlack))]),
    ],
  })
}

export function notPublishedView(why: Mrkdwn, say: PublicationWords): ModalView {
  return modal({ title: say.refusals.title, close: say.close, blocks: sections(why) })
}

export function emailView(
  model: { readonly names: readonly string[]; readonly text: string },
  say: PublicationWords,
  intro = say.email.intro,
): ModalView {
  if (model.names.length === 0)
    return modal({ title: say.email.title, close: say.close, blocks: [section(say.email.none())] })
  return modal({
    title: say.email.title,
    close: say.close,
    blocks: [
      ...sections(intro(model.names)),
      ...portions(model.text.split('\n'), PORTION).map((portion) => preformatted(portion)),
    ],
  })
}

/** Text to copy: as it is, in a fixed-width box with Slack's own copy button. */
export function preformatted(text: string): KnownBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  }
}

/** The message about a pack that was dropped on the bot, or whose form was closed. */
export interface PackReadingModel {
  readonly packId: string
  readonly name: string
  readonly state: 'reading' | 'unreadable' | 'draft' | 'published' | 'discarded' | 'withdrawn'
  readonly problem: string
  readonly summary:
    | {
        readonly isSupplement?: true
        readonly committee: string
        readonly when: string
        readonly items: number
        /** What the clerk is asked to check above all. */
        readonly doubtful: readonly ReadField[]
      }
    | undefined
}

export function packReadingMessage(
  model: PackReadingModel,
  say: PublicationWords,
): { text: string; blocks: KnownBlock[] } {
  const name = shortened(model.name, SHOWN_TEXT)
  const open = (text: string) =>
    button({ id: ids.pack.openReview, text, value: model.packId, style: 'primary' })
  const discard = button({ id: ids.pack.discard, text: say.dropped.discard, value: model.packId })
  const said = {
    reading: say.dropped.reading(name),
    unreadable: say.dropped.unreadable(name, model.problem),
    draft: model.summary?.isSupplement ? say.dropped.readySupplement(name) : say.dropped.ready(name),
    published: say.dropped.published(name),
    discarded: say.dropped.discarded(name),
    withdrawn: say.dropped.withdrawn(name),
  }[model.state]
  const { summary } = model
  return {
    text: inParts(said)[0]?.text ?? name,
    blocks: [
      ...sections(said),
      ...(model.state === 'draft' && summary
        ? [
            context(
              say.dropped.summary(shortened(summary.committee, SHOWN_TEXT), summary.when, summary.items),
            ),
            ...(summary.doubtful.length === 0 ? [] : [context(say.dropped.doubtful(summary.doubtful))]),
          ]
        : []),
      ...(model.state === 'draft' ? [actions(open(say.dropped.check), discard)] : []),
      ...(model.state === 'unreadable' ? [actions(open(say.dropped.typeIt), discard)] : []),
    ],
  }
}
