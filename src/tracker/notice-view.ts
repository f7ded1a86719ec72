import type { ModalView } from '@slack/types'
import {
  context,
  dateField,
  manyField,
  modal,
  section,
  sections,
  textField,
  tickField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { ClockWords } from './clock-form-words.en.ts'
import { ROWS_OFFERED, rowChoices } from './committee-ground.ts'
import { deskWords } from './desk-words.en.ts'
import type { RowWords } from './row-words.en.ts'
import type { TrackedRow } from './types.ts'

const { field } = ids.trackerDesk

const NAME_LIMIT = 200
/** The texts of so many recommendations fit the view that shows the notice. */
const NAMED_AT_ONCE = 20

/** Of which recommendations notice is given, to whom and when. */
export function noticeModal(
  form: { readonly committeeId: string; readonly rows: readonly TrackedRow[]; readonly today: string },
  { notice: words }: ClockWords,
  say: RowWords,
): ModalView {
  const { rows, today } = form
  if (rows.length === 0)
    return modal({ title: words.title, close: say.close, blocks: sections(words.none()) })
  return modal({
    id: ids.trackerDesk.noticeForm,
    title: words.title,
    submit: words.submit,
    close: say.cancel,
    metadata: form.committeeId,
    blocks: [
      ...sections(words.intro()),
      manyField({ id: field.rows, label: words.rows, choices: rowChoices(rows), most: NAMED_AT_ONCE }),
      ...(rows.length > ROWS_OFFERED ? [context(deskWords.moreRows(rows.length - ROWS_OFFERED))] : []),
      textField({ id: field.body, label: words.body, hint: words.bodyHint, maxLength: NAME_LIMIT }),
      dateField({ id: field.sentOn, label: words.sentOn, value: today }),
      dateField({
        id: field.receivedOn,
        label: words.receivedOn,
        hint: words.receivedHint,
        optional: true,
      }),
      tickField({
        id: field.published,
        label: words.published,
        choices: [{ value: 'published', text: words.isPublished }],
        chosen: ['published'],
        optional: true,
      }),
    ],
  })
}

/** That the time runs, how its end was found, and the text of the notice to copy: whole. */
export function noticeReceipt(
  of: { readonly said: Mrkdwn; readonly text: string },
  { notice: words }: ClockWords,
  say: RowWords,
): ModalView {
  return modal({
    title: words.done,
    close: say.close,
    blocks: [
      ...sections(of.said),
      section(words.draft()),
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: of.text }] }],
      },
    ],
  })
}
