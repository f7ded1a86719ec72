import type { KnownBlock, ModalView } from '@slack/types'
import {
  actions,
  button,
  type Choice,
  context,
  contexts,
  dateField,
  divider,
  fileField,
  modal,
  section,
  sections,
  selectField,
  textField,
  tickField,
  timeField,
  urlField,
} from '../slack/blocks.ts'
import { freshId } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { inParts, type Mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import { lineOf, portions } from './item-lines.ts'
import { closedMarks, countOf, type RestrictedMarkRead } from './pack-reading.ts'
import type { ItemLine } from './types.ts'
import type { PublicationWords } from './words.en.ts'

const field = ids.pack.field

/** Slack's limit for a text field is 3,000 characters; some room is left for the clerk's corrections. */
const PORTION = 2_400
/** Marks shown in words; all are counted. */
const MARKS_SHOWN = 8
const VENUE_LIMIT = 500
const SHOWN_TEXT = 150

export function itemsField(portion: number): string {
  return `${field.items}.${portion}`
}

export function packStartModal(say: PublicationWords): ModalView {
  return modal({
    id: ids.pack.start,
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
        types: ['pdf', 'txt', 'text', 'md'],
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

/** What the review form shows: plain data, from a reading or empty. */
export interface ReviewModel {
  readonly metadata: string
  /** Tells Slack that the fields are new when the form changes under the same person. */
  readonly mark: string
  readonly source:
    | { readonly kind: 'read'; readonly name: string; readonly pages: number }
    | { readonly kind: 'typed' }
    | { readonly kind: 'unreadable'; readonly problem: string }
  readonly committees: readonly Choice[]
  readonly committeeId: string | undefined
  /** The committee on the paper, where it is none of the clerk's. */
  readonly unknownCommittee: string | undefined
  readonly date: string | undefined
  readonly time: string | undefined
  readonly venue: string
  readonly items: readonly ItemLine[]
  readonly chair: string
  readonly viceChair: string
  readonly members: readonly string[]
  readonly membership:
    | { readonly onlyOnPaper: readonly string[]; readonly onlyInSeats: readonly string[] }
    | undefined
  readonly alsoHolds: readonly string[]
  readonly marks: readonly RestrictedMarkRead[]
  readonly publicAddress: string
}

export function reviewModal(model: ReviewModel, say: PublicationWords): ModalView {
  return modal({
    id: ids.pack.review,
    title: say.review.title,
    submit: say.review.submit,
    close: say.cancel,
    metadata: model.metadata,
    blocks: [
      ...sections(introOf(model, say)),
      ...restrictedBlocks(model, say),
      ...(model.unknownCommittee === undefined
        ? []
        : [section(say.review.committeeUnknown(shortened(model.unknownCommittee, SHOWN_TEXT)))]),
      selectField({
        id: freshId(field.committee, model.mark),
        label: say.review.committee,
        choices: model.committees,
        chosen: model.committeeId,
        placeholder: say.review.committeePlaceholder,
      }),
      dateField({ id: freshId(field.date, model.mark), label: say.review.date, value: model.date }),
      timeField({ id: freshId(field.time, model.mark), label: say.review.time, value: model.time }),
      textField({
        id: freshId(field.venue, model.mark),
        label: say.review.venue,
        value: shortened(model.venue, VENUE_LIMIT),
        optional: true,
        maxLength: VENUE_LIMIT,
      }),
      ...itemFields(model, say),
      urlField({
        id: freshId(field.publicAddress, model.mark),
        label: say.review.publicAddress,
        hint: say.review.publicAddressHint,
        value: model.publicAddress,
        optional: true,
      }),
      ...peopleBlocks(model, say),
      ...(model.alsoHolds.length === 0 ? [] : [context(say.review.alsoHolds(model.alsoHolds))]),
    ],
  })
}

function introOf(model: ReviewModel, say: PublicationWords): Mrkdwn {
  if (model.source.kind === 'read')
    return say.review.read(shortened(model.source.name, SHOWN_TEXT), model.source.pages)
  return model.source.kind === 'typed' ? say.review.typed() : say.review.couldNotRead(model.source.problem)
}

/** One field an agenda; a long one runs over several, since Slack's fields hold 3,000 characters. */
function itemFields(model: ReviewModel, say: PublicationWords): KnownBlock[] {
  // A longer title is a misreading, and is refused until the clerk has shortened it.
  const lines = model.items.map((item) => shortened(lineOf(item), PORTION))
  const parts = portions(lines, PORTION)
  const shown = parts.length === 0 ? [''] : parts
  return shown.map((value, index) =>
    textField({
      id: freshId(itemsField(index + 1), model.mark),
      label: say.review.items(index + 1, shown.length, shown.length === 1),
      hint: say.review.itemsHint,
      multiline: true,
      value,
      placeholder: say.review.itemsPlaceholder,
      maxLength: 3_000,
      optional: shown.length > 1,
    }),
  )
}

function peopleBlocks(model: ReviewModel, say: PublicationWords): KnownBlock[] {
  if (model.source.kind !== 'read') return []
  return [
    divider,
    ...(model.chair === '' ? [] : contexts(say.review.chairs(model.chair, model.viceChair))),
    ...contexts(model.members.length === 0 ? say.review.noMembers() : say.review.members(model.members)),
    ...(model.membership ? membershipBlocks(model.membership, model.members.length, say) : []),
  ]
}

function membershipBlocks(
  membership: NonNullable<ReviewModel['membership']>,
  onPaper: number,
  say: PublicationWords,
): KnownBlock[] {
  const { onlyOnPaper, onlyInSeats } = membership
  if (onlyOnPaper.length === 0 && onlyInSeats.length === 0)
    return onPaper === 0 ? [] : [context(say.review.membersAgree())]
  return [
    ...(onlyOnPaper.length === 0 ? [] : contexts(say.review.onlyOnPaper(onlyOnPaper))),
    ...(onlyInSeats.length === 0 ? [] : contexts(say.review.onlyInSeats(onlyInSeats))),
  ]
}

function restrictedBlocks(model: ReviewModel, say: PublicationWords): KnownBlock[] {
  if (model.marks.length === 0) return []
  const closed = closedMarks(model.marks)
  if (closed.length === 0) return contexts(say.review.weakMarks(quoted(model.marks, say)))
  const more = closed.length - MARKS_SHOWN
  return [
    ...sections(say.review.marks(countOf(closed), quoted(closed, say))),
    ...(more > 0 ? [context(say.review.moreMarks(more))] : []),
    tickField({
      id: field.publicCopy,
      label: say.review.publicCopy,
      // Optional for Slack, so that Scrutineer says itself why the tick is needed.
      optional: true,
      choices: [
        {
          value: 'yes',
          text: say.review.publicCopyTick,
          description: say.review.publicCopyDescription,
        },
      ],
    }),
    divider,
  ]
}

function quoted(marks: readonly RestrictedMarkRead[], say: PublicationWords): string[] {
  return marks
    .slice(0, MARKS_SHOWN)
    .map((mark) => say.review.mark(mark.page, shortened(mark.text, SHOWN_TEXT)))
}

export interface PublishedModel {
  readonly committeeName: string
  readonly date: string
  readonly startTime: string
  readonly channelId: string | undefined
  readonly told: number
  readonly withoutSlack: number
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
      section(say.published.told(model.told)),
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
): ModalView {
  if (model.names.length === 0)
    return modal({ title: say.email.title, close: say.close, blocks: [section(say.email.none())] })
  return modal({
    title: say.email.title,
    close: say.close,
    blocks: [
      ...sections(say.email.intro(model.names)),
      ...portions(model.text.split('\n'), PORTION).map((portion) => preformatted(portion)),
    ],
  })
}

/** Text to copy: as it is, in a fixed-width box with Slack's own copy button. */
function preformatted(text: string): KnownBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  }
}

/** The message about a pack that was dropped on the bot, or whose form was closed. */
export interface PackReadingModel {
  readonly packId: string
  readonly name: string
  readonly state: 'reading' | 'unreadable' | 'draft' | 'published' | 'discarded'
  readonly problem: string
  readonly summary: { readonly committee: string; readonly when: string; readonly items: number } | undefined
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
    draft: say.dropped.ready(name),
    published: say.dropped.published(name),
    discarded: say.dropped.discarded(name),
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
          ]
        : []),
      ...(model.state === 'draft' ? [actions(open(say.dropped.check), discard)] : []),
      ...(model.state === 'unreadable' ? [actions(open(say.dropped.typeIt), discard)] : []),
    ],
  }
}
