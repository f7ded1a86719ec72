import type { KnownBlock } from '@slack/types'
import {
  context,
  contexts,
  dateField,
  divider,
  sections,
  textField,
  tickField,
  timeField,
} from '../slack/blocks.ts'
import { freshId } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { shortened } from '../slack/shorten.ts'
import { portions } from './item-lines.ts'
import { closedMarks, countOf, type RestrictedMarkRead } from './pack-reading.ts'
import type { LocalMoment } from './types.ts'
import type { PublicationWords } from './words.en.ts'

// What the form for an agenda and the one for a supplement have in common.

const field = ids.pack.field

/** Slack's limit for a text field is 3,000 characters; some room is left for the clerk's corrections. */
const PORTION = 2_400
/** Marks shown in words; all are counted. */
const MARKS_SHOWN = 8
const SHOWN_TEXT = 150

export function itemsField(portion: number): string {
  return `${field.items}.${portion}`
}

export interface LineFields {
  readonly lines: readonly string[]
  readonly mark: string
  readonly label: (part: number, parts: number, all: boolean) => string
  /** For the lines from one to before another. */
  readonly hint: (entries: readonly [number, number]) => string
  readonly placeholder: string
}

/** One field for all lines; many run over several, since Slack's fields hold 3,000 characters. */
export function lineFields({ lines, mark, label, hint, placeholder }: LineFields): KnownBlock[] {
  // A longer title is a misreading, and is refused until the clerk has shortened it.
  const parts = portions(
    lines.map((line) => shortened(line, PORTION)),
    PORTION,
  )
  const shown = parts.length === 0 ? [''] : parts
  let before = 0
  return shown.map((value, index) => {
    const after = before + value.split('\n').length
    const said = hint([before, after])
    before = after
    return textField({
      id: freshId(itemsField(index + 1), mark),
      label: label(index + 1, shown.length, shown.length === 1),
      hint: said,
      multiline: true,
      value,
      placeholder,
      maxLength: 3_000,
      optional: shown.length > 1,
    })
  })
}

/** When the papers were opened: the clock of the law (LGA 1972 s100B). */
export function openingFields(
  { mark, opened }: { readonly mark: string; readonly opened: LocalMoment },
  say: PublicationWords,
): KnownBlock[] {
  return [
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
  ]
}

/** Marks of exempt matter, and the tick by which a person answers for them. */
export function restrictedBlocks(
  model: { readonly marks: readonly RestrictedMarkRead[] },
  say: PublicationWords,
): KnownBlock[] {
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
