import type { KnownBlock, ModalView } from '@slack/types'
import {
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
import { lineOf, portions } from './item-lines.ts'
import type { Notice } from './notice-rules.ts'
import { noticeWords } from './notice-words.en.ts'
import { closedMarks, countOf, type RestrictedMarkRead } from './pack-reading.ts'
import { doubtBlocks, type Provenance, readBriefly, readHint } from './provenance-view.ts'
import type { ItemLine, LocalMoment } from './types.ts'
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
    blocks: [
      ...sections(introOf(model, say)),
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
      ...openingFields(model, say),
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
  let before = 0
  const fields = shown.map((value, index) => {
    const after = before + value.split('\n').length
    const readAt = readHint(model, 'items', say, [before, after])
    before = after
    return textField({
      id: freshId(itemsField(index + 1), model.mark),
      label: say.review.items(index + 1, shown.length, shown.length === 1),
      hint: [say.review.itemsHint, readAt].filter(Boolean).join(' '),
      multiline: true,
      value,
      placeholder: say.review.itemsPlaceholder,
      maxLength: 3_000,
      optional: shown.length > 1,
    })
  })
  return [...doubtBlocks(model, 'items', say), ...fields]
}

/** When the papers were opened: the clock of the law (LGA 1972 s100B). */
function openingFields({ mark, opened, notice }: ReviewModel, say: PublicationWords): KnownBlock[] {
  return [
    divider,
    ...(notice ? [...sections(noticeWords.preview(notice)), ...contexts(noticeWords.working(notice))] : []),
    dateField({
      id: freshId(field.openedDate, mark),
      label: say.review.openedDate,
      hint: say.review.openedHint,
      value: opened.date,
    }),
    timeField({ id: freshId(field.openedTime, mark), label: say.review.openedTime, value: opened.time }),
    dateField({
      id: freshId(field.onlineDate, mark),
      label: say.review.onlineDate,
      hint: say.review.onlineHint,
      optional: true,
    }),
    timeField({ id: freshId(field.onlineTime, mark), label: say.review.onlineTime, optional: true }),
    dateField({
      id: freshId(field.convenedOn, mark),
      label: say.review.convenedOn,
      hint: say.review.convenedHint,
      optional: true,
    }),
  ]
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
