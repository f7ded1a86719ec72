import type { KnownBlock, ModalView } from '@slack/types'
import {
  button,
  type Choice,
  context,
  manyField,
  modal,
  personField,
  radioField,
  section,
  sections,
  selectField,
  textField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { ROWS_OFFERED, rowChoices } from './committee-ground.ts'
import type { DeskWords } from './desk-words.en.ts'
import type { Owing } from './hand-on-rows.ts'
import type { RowWords } from './row-words.en.ts'
import type { TrackedRow } from './types.ts'

const { field } = ids.trackerDesk

const NAME_LIMIT = 200
const WHY_LIMIT = 2_000
export const ALL = 'all'
const SOME = 'some'

/** Who owes rows to a committee, those who seem to have left first. */
export function leaversView(
  committeeId: string,
  owing: readonly Owing[],
  { leavers: words }: DeskWords,
  say: RowWords,
): ModalView {
  const shown = owing.slice(0, PEOPLE_SHOWN)
  return modal({
    title: words.title,
    close: say.close,
    blocks:
      owing.length === 0
        ? sections(words.none())
        : [
            ...sections(words.intro()),
            ...shown.map(
              ({ person, name, rows, hasGone }): KnownBlock => ({
                ...section(words.person(name, rows, hasGone)),
                accessory: button({
                  id: ids.trackerDesk.handOn,
                  text: words.handOn,
                  value: `${committeeId}/${person.id}`,
                }),
              }),
            ),
            ...(owing.length > shown.length ? [context(words.more(owing.length - shown.length))] : []),
          ],
  })
}

/** A view holds 100 blocks. */
const PEOPLE_SHOWN = 90

export interface HandOnForm {
  readonly committeeId: string
  readonly personId: string
  readonly name: string
  readonly rows: readonly TrackedRow[]
}

/** What somebody owes who leaves, and to whom it goes. */
export function handOnModal(
  form: HandOnForm,
  { handOn: words, moreRows }: DeskWords,
  say: RowWords,
): ModalView {
  const { rows } = form
  return modal({
    id: ids.trackerDesk.handOnForm,
    title: words.title,
    submit: words.submit,
    close: say.cancel,
    metadata: `${form.committeeId}/${form.personId}`,
    blocks: [
      ...sections(words.intro(form.name)),
      manyField({
        id: field.rows,
        label: words.rows,
        choices: rowChoices(rows),
        chosen: rows.slice(0, CHOSEN_AT_ONCE).map(({ id }) => id),
      }),
      ...(rows.length > ROWS_OFFERED ? [context(moreRows(rows.length - ROWS_OFFERED))] : []),
      personField({ id: field.person, label: words.to, optional: true }),
      textField({
        id: field.name,
        label: words.toName,
        hint: words.toNameHint,
        optional: true,
        maxLength: NAME_LIMIT,
      }),
    ],
  })
}

/** Slack takes no more chosen options than it lists in one group. */
const CHOSEN_AT_ONCE = 100

export interface TransferForm {
  readonly committeeId: string
  readonly committee: string
  readonly others: readonly Choice[]
  readonly rows: readonly TrackedRow[]
}

/** To which committee business goes, and how much of it. */
export function transferModal(
  form: TransferForm,
  { transfer: words, moreRows }: DeskWords,
  say: RowWords,
): ModalView {
  const { rows, others } = form
  const nothing = others.length === 0 ? words.noOther() : words.none()
  if (rows.length === 0 || others.length === 0)
    return modal({ title: words.title, close: say.close, blocks: sections(nothing) })
  return modal({
    id: ids.trackerDesk.transferForm,
    title: words.title,
    submit: words.submit,
    close: say.cancel,
    metadata: form.committeeId,
    blocks: [
      ...sections(words.intro(form.committee)),
      selectField({ id: field.successor, label: words.successor, choices: others }),
      radioField({
        id: field.all,
        label: words.all,
        choices: [
          { value: ALL, text: words.everything(rows.length) },
          { value: SOME, text: words.some },
        ],
        chosen: SOME,
      }),
      manyField({ id: field.rows, label: words.rows, choices: rowChoices(rows), optional: true }),
      ...(rows.length > ROWS_OFFERED ? [context(moreRows(rows.length - ROWS_OFFERED))] : []),
      textField({
        id: field.why,
        label: words.why,
        hint: words.whyHint,
        multiline: true,
        maxLength: WHY_LIMIT,
      }),
    ],
  })
}
