import type { Button, KnownBlock, ModalView } from '@slack/types'
import {
  actions,
  button,
  contexts,
  dateField,
  fileField,
  modal,
  personField,
  radioField,
  section,
  sections,
  selectField,
  textField,
  urlField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { pageOf, pagesOf } from '../slack/pages.ts'
import { turnButtons } from '../slack/turn-pages.ts'
import { trackerListWords } from './list-words.en.ts'
import type { OwnerWords } from './owner-words.en.ts'
import { standingOf } from './rules.ts'
import { RAGS, type TrackedRow } from './types.ts'

const { owed, answer } = ids

/** What a person may write at once; longer accounts are briefing notes. */
const TEXT_LIMIT = 3_000
/** A reason stands in a message beside what it is about. */
const WHY_LIMIT = 1_000
const NAME_LIMIT = 200

/** A row with the answers that its owner gives in place; without them for whoever does not owe it any more. */
export function owedRowBlocks(
  row: TrackedRow,
  today: string,
  say: OwnerWords,
  { withButtons } = { withButtons: true },
): KnownBlock[] {
  const buttons = withButtons ? owedButtons(row, say) : []
  return [
    ...sections(say.row(row)),
    ...contexts(trackerListWords.below(row, standingOf(row, today))),
    ...(buttons.length === 0 ? [] : [actions(...buttons)]),
  ]
}

/** None once it is over; of what is answered, a correction alone, which is another answer. */
export function owedButtons(row: TrackedRow, say: OwnerWords): Button[] {
  const { buttons: words } = say
  const one = (id: string, text: string, style?: 'primary') =>
    button({
      id,
      text,
      value: row.id,
      label: words.label(text, row.reference),
      ...(style ? { style } : {}),
    })
  if (row.state === 'proposed') return [one(owed.notDone, words.notDone)]
  if (row.state === 'open' && row.isAnswered) return [one(answer.give, words.answerAgain)]
  if (row.state !== 'open') return []
  const isQuestion = row.kind === 'information'
  return [
    one(answer.give, words.answer, isQuestion ? 'primary' : undefined),
    one(owed.update, words.update),
    one(owed.done, words.done, isQuestion ? undefined : 'primary'),
    one(owed.moreTime, words.moreTime),
    one(owed.notMine, words.notMine),
    one(owed.seen, words.seen),
  ]
}

export interface OwedList {
  readonly today: string
  /** What somebody owes, by whose it is: themselves first, then whoever is away. */
  readonly parts: readonly { readonly inPlaceOf: string | undefined; readonly rows: readonly TrackedRow[] }[]
  readonly page: number
}

export function owedListView({ today, parts, page: wanted }: OwedList, say: OwnerWords): ModalView {
  const entries = parts.flatMap(({ inPlaceOf, rows }) =>
    rows.map((row, place) => [
      ...(inPlaceOf !== undefined && place === 0 ? [section(say.list.inPlaceOf(inPlaceOf))] : []),
      ...owedRowBlocks(row, today, say),
    ]),
  )
  const pages = pagesOf(entries)
  const { page, at } = pageOf(pages, wanted)
  return modal({
    title: say.list.title,
    close: say.close,
    blocks: [
      ...(entries.length === 0 ? [section(say.list.none())] : (page ?? [])),
      ...turnButtons(
        owed.list,
        'all',
        { at, pages: pages.length },
        { back: say.list.earlier, on: say.list.later },
      ),
    ],
  })
}

/** What is said above a form: the row, and of a closed one that what is written reaches Slack. */
function above(row: TrackedRow, say: OwnerWords): KnownBlock[] {
  return [...sections(say.row(row)), ...(row.isClosed ? [section(say.refusals.closedWords())] : [])]
}

export function updateForm(row: TrackedRow, say: OwnerWords): ModalView {
  return modal({
    id: owed.updateForm,
    title: say.update.title,
    submit: say.update.submit,
    close: say.cancel,
    metadata: row.id,
    blocks: [
      ...above(row, say),
      textField({
        id: owed.field.text,
        label: say.update.text,
        hint: say.update.textHint,
        multiline: true,
        maxLength: TEXT_LIMIT,
      }),
      selectField({
        id: owed.field.rag,
        label: say.update.rag,
        choices: RAGS.toReversed().map((value) => ({ value, text: say.update.rags[value] })),
        chosen: row.rag,
        optional: true,
      }),
    ],
  })
}

export function doneForm(row: TrackedRow, today: string, say: OwnerWords): ModalView {
  return modal({
    id: owed.doneForm,
    title: say.done.title,
    submit: say.done.submit,
    close: say.cancel,
    metadata: row.id,
    blocks: [
      ...above(row, say),
      dateField({ id: owed.field.doneOn, label: say.done.on, value: today }),
      textField({
        id: owed.field.text,
        label: say.done.text,
        hint: say.done.textHint,
        multiline: true,
        maxLength: TEXT_LIMIT,
      }),
    ],
  })
}

export function moreTimeForm(row: TrackedRow, say: OwnerWords): ModalView {
  return modal({
    id: owed.moreTimeForm,
    title: say.moreTime.title,
    submit: say.moreTime.submit,
    close: say.cancel,
    metadata: row.id,
    blocks: [
      ...above(row, say),
      section(say.moreTime.note()),
      dateField({ id: owed.field.until, label: say.moreTime.until }),
      textField({ id: owed.field.why, label: say.moreTime.why, multiline: true, maxLength: WHY_LIMIT }),
    ],
  })
}

export function notMineForm(row: TrackedRow, say: OwnerWords): ModalView {
  return modal({
    id: owed.notMineForm,
    title: say.notMine.title,
    submit: say.notMine.submit,
    close: say.cancel,
    metadata: row.id,
    blocks: [
      ...above(row, say),
      section(say.notMine.note()),
      personField({ id: owed.field.person, label: say.notMine.person, optional: true }),
      textField({
        id: owed.field.name,
        label: say.notMine.name,
        hint: say.notMine.nameHint,
        optional: true,
        maxLength: NAME_LIMIT,
      }),
      textField({ id: owed.field.why, label: say.notMine.why, multiline: true, maxLength: WHY_LIMIT }),
    ],
  })
}

/** A reason that somebody is told: why a wish is refused, or an answer sent back. */
export function whyForm(of: {
  readonly id: string
  readonly field: string
  readonly title: string
  readonly submit: string
  readonly cancel: string
  readonly label: string
  readonly hint?: string
  readonly metadata: string
}): ModalView {
  return modal({
    id: of.id,
    title: of.title,
    submit: of.submit,
    close: of.cancel,
    metadata: of.metadata,
    blocks: [
      textField({
        id: of.field,
        label: of.label,
        multiline: true,
        maxLength: WHY_LIMIT,
        ...(of.hint === undefined ? {} : { hint: of.hint }),
      }),
    ],
  })
}

export interface AnswerForm {
  readonly row: TrackedRow
  readonly access: 'public' | 'exempt' | 'confidential'
  /** Nobody is known to clear it, and the committee wants that. */
  readonly asksClearer: boolean
  readonly megabytes: number
  readonly types: readonly string[]
}

/** Who may read it comes first: what is not public has no field for words or files, so that none can come in. */
export function answerForm(form: AnswerForm, say: OwnerWords): ModalView {
  const { row, access } = form
  const { field } = answer
  const accesses = (['public', 'exempt', 'confidential'] as const).filter(
    (one) => one !== 'public' || !row.isClosed,
  )
  return modal({
    id: answer.form,
    title: say.answer.title,
    submit: say.answer.submit,
    close: say.cancel,
    metadata: row.id,
    blocks: [
      ...sections(say.row(row)),
      radioField({
        id: field.access,
        label: say.answer.access,
        choices: accesses.map((value) => ({ value, text: say.answer.accesses[value] })),
        chosen: access,
        tellsAtOnce: true,
      }),
      ...(access === 'public'
        ? [
            textField({
              id: field.text,
              label: say.answer.text,
              hint: say.answer.textHint,
              multiline: true,
              optional: true,
              maxLength: TEXT_LIMIT,
            }),
            fileField({
              id: field.file,
              label: say.answer.file,
              hint: say.answer.fileHint(form.megabytes),
              types: form.types,
              optional: true,
            }),
          ]
        : [urlField({ id: field.address, label: say.answer.address, hint: say.answer.addressHint })]),
      ...(form.asksClearer
        ? [personField({ id: field.clearer, label: say.answer.clearer, hint: say.answer.clearerHint })]
        : []),
    ],
  })
}

/** Something said in the place of a form. */
export function saidView(title: string, said: ReturnType<OwnerWords['row']>, close: string): ModalView {
  return modal({ title, close, blocks: sections(said) })
}
