import type { KnownBlock, ModalView } from '@slack/types'
import {
  button,
  type Choice,
  context,
  contexts,
  dateField,
  divider,
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
import { joinMrkdwn, type Mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import { lineFields, openingFields, restrictedBlocks } from './form-parts.ts'
import { lineOf } from './item-lines.ts'
import type { Notice } from './notice-rules.ts'
import { noticeWords } from './notice-words.en.ts'
import type { RestrictedMarkRead } from './pack-reading.ts'
import { doubtBlocks, type Provenance, readBriefly, readHint } from './provenance-view.ts'
import type { ItemLine, LocalMoment } from './types.ts'
import type { PublicationWords } from './words.en.ts'

const field = ids.pack.field

const VENUE_LIMIT = 500
const SHOWN_TEXT = 150

/** What the review form shows: plain data, from a reading or empty. */
export interface ReviewModel extends Provenance {
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
  /** It is a file that may be shown to a whole channel. */
  readonly mayShareFile: boolean
  /** Local now: when most papers are opened. */
  readonly opened: LocalMoment
  /** What the notice would be, where the date of the meeting is known. */
  readonly notice: Notice | undefined
}

export function reviewModal(model: ReviewModel, say: PublicationWords): ModalView {
  return modal({
    id: ids.pack.review,
    title: say.review.title,
    submit: say.review.submit,
    close: say.cancel,
    metadata: model.metadata,
    tellsWhenClosed: true,
    blocks: [
      ...sections(introOf(model, say)),
      {
        ...section(say.review.isOut()),
        accessory: button({ id: ids.supplement.fromAgenda, text: say.review.addsToThem }),
      },
      ...restrictedBlocks(model, say),
      ...(model.unknownCommittee === undefined
        ? []
        : [section(say.review.committeeUnknown(shortened(model.unknownCommittee, SHOWN_TEXT)))]),
      ...doubtBlocks(model, 'committee', say),
      selectField({
        id: freshId(field.committee, model.mark),
        label: say.review.committee,
        hint: readHint(model, 'committee', say),
        choices: model.committees,
        chosen: model.committeeId,
        placeholder: say.review.committeePlaceholder,
        // Each committee's agenda starts with items of its own.
        tellsAtOnce: model.source.kind === 'typed' && model.committees.length > 1,
      }),
      ...doubtBlocks(model, 'date', say),
      dateField({
        id: freshId(field.date, model.mark),
        label: say.review.date,
        hint: readHint(model, 'date', say),
        value: model.date,
      }),
      ...doubtBlocks(model, 'time', say),
      timeField({
        id: freshId(field.time, model.mark),
        label: say.review.time,
        hint: readHint(model, 'time', say),
        value: model.time,
      }),
      ...doubtBlocks(model, 'venue', say),
      textField({
        id: freshId(field.venue, model.mark),
        label: say.review.venue,
        hint: readHint(model, 'venue', say),
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
      ...(model.mayShareFile ? [shareField(say)] : []),
      divider,
      ...noticeBlocks(model.notice),
      ...openingFields(model, say),
      dateField({
        id: freshId(field.convenedOn, model.mark),
        label: say.review.convenedOn,
        hint: say.review.convenedHint,
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
  if (model.source.kind === 'typed')
    return model.items.length === 0 ? say.review.typed() : say.review.started(model.items.length)
  return say.review.couldNotRead(model.source.problem)
}

function itemFields(model: ReviewModel, say: PublicationWords): KnownBlock[] {
  return [
    ...doubtBlocks(model, 'items', say),
    ...lineFields({
      lines: model.items.map(lineOf),
      mark: model.mark,
      label: say.review.items,
      hint: (entries) =>
        [say.review.itemsHint, readHint(model, 'items', say, entries)].filter(Boolean).join(' '),
      placeholder: say.review.itemsPlaceholder,
    }),
  ]
}

/** Never ticked beforehand: what is shared stays with whoever has opened it. */
function shareField(say: PublicationWords): KnownBlock {
  return tickField({
    id: field.shareFile,
    label: say.review.shareFile,
    optional: true,
    choices: [{ value: 'yes', text: say.review.shareFileTick, description: say.review.shareFileDescription }],
  })
}

/** What the notice would be if the papers were opened now. */
export function noticeBlocks(notice: Notice | undefined): KnownBlock[] {
  return notice ? [...sections(noticeWords.preview(notice)), ...contexts(noticeWords.working(notice))] : []
}

function peopleBlocks(model: ReviewModel, say: PublicationWords): KnownBlock[] {
  if (model.source.kind !== 'read') return []
  const placed = (text: Mrkdwn, field: 'chair' | 'members') => {
    const at = readBriefly(model, field, say)
    return at ? joinMrkdwn([text, at], ' ') : text
  }
  return [
    divider,
    ...doubtBlocks(model, 'chair', say),
    ...doubtBlocks(model, 'viceChair', say),
    ...(model.chair === '' ? [] : contexts(placed(say.review.chairs(model.chair, model.viceChair), 'chair'))),
    ...doubtBlocks(model, 'members', say),
    ...contexts(
      model.members.length === 0
        ? say.review.noMembers()
        : placed(say.review.members(model.members), 'members'),
    ),
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
