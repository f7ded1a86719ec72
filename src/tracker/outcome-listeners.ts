import type { App } from '@slack/bolt'
import type { Button, ModalView } from '@slack/types'
import { button, modal, sections, selectField, textField } from '../slack/blocks.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { openings } from '../slack/opening.ts'
import { trackerListWords } from './list-words.en.ts'
import { noteOutcome, quartersBack } from './note-outcome.ts'
import { outcomeWords as say } from './outcome-words.en.ts'
import { rowMetadataOf, toRowMetadata } from './row-form.ts'
import { clerksRow, deskShown, todayOf } from './row-ground.ts'
import { rowRefusalAnswer, saidInstead } from './row-refusals.ts'
import { rowWords } from './row-words.en.ts'
import type { TrackedRow } from './types.ts'

/** Two years of quarters: what is older stands in the papers. */
const QUARTERS = 8
const TEXT_LIMIT = 3_000
const { field } = ids.row

/** What came of a row in a quarter, for the clerks of its committee. */
export function registerOutcomes(app: App, reception: Reception): void {
  openings(app, reception)(ids.trackerOutcome.open, async ({ visitor, value }) => {
    const found = await clerksRow(visitor, value)
    return 'why' in found ? found : { view: outcomeModal(found.row, todayOf(visitor.house)) }
  })
  app.view(
    ids.trackerOutcome.form,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const { rowId, version } = rowMetadataOf(metadata)
      const found = await clerksRow(visitor, rowId)
      if ('why' in found) return saidInstead(found.why, rowWords)
      const outcome = await noteOutcome(visitor.house, {
        by: visitor.personId,
        rowId,
        version,
        quarter: textOf(fields, ids.trackerOutcome.quarter),
        text: textOf(fields, field.text),
      })
      if (!outcome.ok) return rowRefusalAnswer(outcome.refusal, rowWords)
      const shown = await deskShown(visitor, rowId, say.noted())
      return 'view' in shown ? { show: shown.view } : { close: true }
    }),
  )
}

/** Of closed business nothing is typed into Slack: its outcome stands in the closed minutes. */
export function outcomeButtons(row: TrackedRow): Button[] {
  if (row.isClosed) return []
  return [button({ id: ids.trackerOutcome.open, text: say.button, value: row.id })]
}

export function outcomeModal(row: TrackedRow, today: string): ModalView {
  const quarters = quartersBack(today, QUARTERS)
  return modal({
    id: ids.trackerOutcome.form,
    title: say.title,
    submit: rowWords.save,
    close: rowWords.cancel,
    metadata: toRowMetadata(row),
    blocks: [
      ...sections(trackerListWords.line(row)),
      selectField({
        id: ids.trackerOutcome.quarter,
        label: say.quarter,
        choices: quarters.map((quarter) => ({ value: quarter, text: quarter })),
        chosen: quarters[0],
      }),
      textField({
        id: field.text,
        label: say.text,
        hint: say.hint,
        multiline: true,
        maxLength: TEXT_LIMIT,
      }),
    ],
  })
}
