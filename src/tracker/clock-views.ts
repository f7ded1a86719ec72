import type { ModalView } from '@slack/types'
import { dateField, modal, radioField, sections, selectField, textField, tickField } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { ClockWords } from './clock-form-words.en.ts'
import { type ClockKind, HEALTH_CONTENTS } from './clock-rules.ts'
import { clockNames, healthContentWords } from './clock-words.en.ts'
import { trackerListWords } from './list-words.en.ts'
import { toRowMetadata } from './row-form.ts'
import type { RowWords } from './row-words.en.ts'
import type { TrackedRow } from './types.ts'

const { field } = ids.row

const WHY_LIMIT = 2_000

export interface ClockForm {
  readonly row: TrackedRow
  /** Those that the law of the nation knows, without the executive's. */
  readonly kinds: readonly ClockKind[]
  readonly mode: 'working' | 'calendar'
  readonly today: string
}

/** From which act a time runs for an answer. */
export function clockModal(
  { row, kinds, mode, today }: ClockForm,
  words: ClockWords,
  say: RowWords,
): ModalView {
  const { form } = words
  return modal({
    id: ids.row.clockForm,
    title: form.title,
    submit: say.save,
    close: say.cancel,
    metadata: toRowMetadata(row),
    blocks: [
      ...sections(trackerListWords.line(row)),
      ...sections(form.intro()),
      radioField({
        id: field.clock,
        label: form.kind,
        choices: kinds.map((value) => ({ value, text: clockNames[value] })),
      }),
      dateField({ id: field.on, label: form.on, hint: form.onHint, value: today }),
      ...(kinds.includes('document')
        ? [
            selectField({
              id: field.mode,
              label: form.mode,
              choices: (['working', 'calendar'] as const).map((value) => ({
                value,
                text: form.modes[value],
              })),
              chosen: mode,
            }),
          ]
        : []),
      ...(kinds.includes('health')
        ? [
            tickField({
              id: field.contents,
              label: form.contents,
              hint: form.contentsHint,
              choices: HEALTH_CONTENTS.map((value) => ({ value, text: healthContentWords[value] })),
              optional: true,
            }),
          ]
        : []),
    ],
  })
}

/** What was entered wrongly: it stays, struck. */
export function strikeModal(row: TrackedRow, metadata: string, words: ClockWords, say: RowWords): ModalView {
  return modal({
    id: ids.row.strikeForm,
    title: words.strike.title,
    submit: say.save,
    close: say.cancel,
    metadata,
    blocks: [
      ...sections(trackerListWords.line(row)),
      ...sections(words.strike.intro()),
      textField({ id: field.why, label: words.strike.why, multiline: true, maxLength: WHY_LIMIT }),
    ],
  })
}
