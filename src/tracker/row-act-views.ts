import type { KnownBlock, ModalView } from '@slack/types'
import {
  type Choice,
  dateField,
  modal,
  radioField,
  sections,
  selectField,
  textField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { lengthOf } from '../slack/limits.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { trackerListWords } from './list-words.en.ts'
import { RESPONSE_STATES, type ResponseSaid } from './response-rules.ts'
import { toRowMetadata } from './row-form.ts'
import type { RowWords } from './row-words.en.ts'
import type { TrackedRow } from './types.ts'

const { field } = ids.row

const WHY_LIMIT = 2_000
const TEXT_LIMIT = 3_000
const NAME_LIMIT = 200

/** Below which row a form stands. */
function about(row: TrackedRow, intro: Mrkdwn): KnownBlock[] {
  return [...sections(trackerListWords.line(row)), ...sections(intro)]
}

function whyField(row: TrackedRow, { why: words }: RowWords): KnownBlock {
  return textField({
    id: field.why,
    label: words.why,
    hint: row.isClosed ? words.closedHint : words.whyHint,
    multiline: true,
    maxLength: WHY_LIMIT,
  })
}

/** A reason, and what follows from it. */
function whyModal(
  row: TrackedRow,
  of: { readonly id: string; readonly title: string; readonly intro: Mrkdwn },
  say: RowWords,
  fields: readonly KnownBlock[] = [],
): ModalView {
  return modal({
    id: of.id,
    title: of.title,
    submit: say.save,
    close: say.cancel,
    metadata: toRowMetadata(row),
    blocks: [...about(row, of.intro), ...fields, whyField(row, say)],
  })
}

export function dropModal(row: TrackedRow, say: RowWords): ModalView {
  return whyModal(row, { id: ids.row.dropForm, title: say.why.dropTitle, intro: say.why.drop() }, say)
}

export function pauseModal(row: TrackedRow, say: RowWords): ModalView {
  return whyModal(row, { id: ids.row.pauseForm, title: say.why.pauseTitle, intro: say.why.pause() }, say)
}

export function supersedeModal(row: TrackedRow, say: RowWords): ModalView {
  const { why: words } = say
  const of = { id: ids.row.supersedeForm, title: words.supersedeTitle, intro: words.supersede() }
  const text = textField({ id: field.text, label: words.text, multiline: true, maxLength: TEXT_LIMIT })
  return whyModal(row, of, say, row.isClosed ? [] : [text])
}

/** That it was no meeting's decision. */
export const CORRECTION = 'correction'

/** @param meetings of the committee that were opened, the latest first */
export function reopenModal(
  row: TrackedRow,
  meetings: readonly { readonly id: string; readonly date: string }[],
  say: RowWords,
): ModalView {
  const { why: words } = say
  const of = { id: ids.row.reopenForm, title: words.reopenTitle, intro: words.reopen() }
  const at = selectField({
    id: field.meeting,
    label: words.at,
    choices: [
      { value: CORRECTION, text: words.correction },
      ...meetings.map(({ id, date }) => ({ value: id, text: words.byMeeting(date) })),
    ],
    chosen: meetings[0]?.id ?? CORRECTION,
  })
  return whyModal(row, of, say, [at])
}

export function eventModal(row: TrackedRow, today: string, say: RowWords): ModalView {
  const { event: words } = say
  return modal({
    id: ids.row.eventForm,
    title: words.title,
    submit: say.save,
    close: say.cancel,
    metadata: toRowMetadata(row),
    blocks: [
      ...about(row, words.intro()),
      dateField({ id: field.on, label: words.on, value: today }),
      dateField({ id: field.dueOn, label: words.dueOn, hint: words.dueHint, optional: true }),
    ],
  })
}

export interface ResponseForm {
  readonly row: TrackedRow
  /** The response as it stands, and its revision. */
  readonly last: { readonly revision: number; readonly said: ResponseSaid } | undefined
}

/** What the executive, the council or a partner answered to a recommendation. */
export function responseModal({ row, last }: ResponseForm, say: RowWords): ModalView {
  const { response: words } = say
  const said = last?.said
  const long = (id: string, label: string, value: string | undefined, hint?: string) =>
    textField({ id, label, value, hint, multiline: true, optional: true, maxLength: TEXT_LIMIT })
  const short = (id: string, label: string, value: string | undefined, optional: boolean, hint?: string) =>
    textField({ id, label, value, hint, optional, maxLength: NAME_LIMIT })
  return modal({
    id: ids.row.responseForm,
    title: words.title,
    submit: say.save,
    close: say.cancel,
    metadata: toRowMetadata(row),
    blocks: [
      ...about(row, words.intro()),
      ...(last ? sections(words.before(last.revision)) : []),
      radioField({
        id: field.state,
        label: words.state,
        choices: RESPONSE_STATES.map(
          (value): Choice => ({ value, text: words.states[value], description: words.notes[value] }),
        ),
        chosen: said?.state,
      }),
      ...(row.isClosed
        ? sections(say.form.closed())
        : [
            long(field.reasons, words.reasons, said?.reasons, words.reasonsHint),
            long(field.proposed, words.proposed, said?.proposed),
          ]),
      short(field.body, words.body, said?.body ?? addresseeOf(row), false, words.bodyHint),
      dateField({ id: field.on, label: words.consideredOn, value: said?.consideredOn }),
      short(field.minute, words.minute, said?.minute, true),
      dateField({
        id: field.publishedOn,
        label: words.publishedOn,
        value: said?.publishedOn,
        optional: true,
      }),
    ],
  })
}

/** To whom the resolution speaks, where that is the name of a body and not half a sentence. */
function addresseeOf({ isClosed, addressee }: TrackedRow): string {
  return isClosed || lengthOf(addressee) > NAME_LIMIT ? '' : addressee
}
