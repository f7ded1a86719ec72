import type { KnownBlock, ModalView } from '@slack/types'
import { type Choice, context, manyField, modal, section, sections, selectField } from '../slack/blocks.ts'
import { freshId } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { mostThatFit } from '../slack/most-that-fit.ts'
import { ROWS_OFFERED, rowChoices } from './committee-ground.ts'
import type { DeskWords } from './desk-words.en.ts'
import { trackerListWords } from './list-words.en.ts'
import type { RowWords } from './row-words.en.ts'
import { standingOf } from './rules.ts'
import type { TrackedRow } from './types.ts'

const { field } = ids.trackerDesk

export interface ClosingForm {
  readonly metadata: string
  readonly committee: string
  readonly meetingId: string
  /** ISO civil date of the meeting. */
  readonly date: string
  /** To choose from, where the clerk came from no meeting. */
  readonly meetings: readonly { readonly id: string; readonly date: string }[]
  /** Live, of this committee. */
  readonly rows: readonly TrackedRow[]
  readonly today: string
}

/** What the committee closed at a meeting, in bulk, and what it looked at that still waits. */
export function closingModal(
  form: ClosingForm,
  { closing: words, moreRows }: DeskWords,
  say: RowWords,
): ModalView {
  const { rows, meetings } = form
  const proposed = rows.filter((row) => standingOf(row, form.today) === 'for-the-committee')
  const others = rows.filter((row) => !proposed.includes(row))
  const offered = [...proposed, ...others]
  const waiting = rows.filter((row) => standingOf(row, form.today) === 'waiting-for-event')
  const fresh = (id: string) => freshId(id, form.meetingId)
  const listed = listedOf(proposed, form.today)
  if (rows.length === 0)
    return modal({ title: words.title, close: say.close, blocks: sections(words.none()) })
  return modal({
    id: ids.trackerDesk.closingForm,
    title: words.title,
    submit: words.submit,
    close: say.cancel,
    metadata: form.metadata,
    blocks: [
      ...sections(words.intro(form.committee, form.date)),
      ...(meetings.length === 0 ? [] : [meetingField(form, words)]),
      ...(proposed.length === 0 ? [] : [section(words.proposed())]),
      ...listed.blocks,
      ...(listed.left === 0 ? [] : [context(words.left(listed.left))]),
      manyField({
        id: fresh(field.rows),
        label: words.rows,
        hint: words.rowsHint,
        choices: rowChoices(offered, toClose),
        chosen: proposed.slice(0, CHOSEN_AT_ONCE).map(toClose),
        optional: true,
      }),
      ...(offered.length > ROWS_OFFERED ? [context(moreRows(offered.length - ROWS_OFFERED))] : []),
      ...(waiting.length === 0
        ? []
        : [
            manyField({
              id: fresh(field.waiting),
              label: words.waiting,
              hint: words.waitingHint,
              choices: rowChoices(waiting.slice(0, WAITING_OFFERED)),
              optional: true,
            }),
            ...(waiting.length > WAITING_OFFERED
              ? [context(moreRows(waiting.length - WAITING_OFFERED))]
              : []),
          ]),
    ],
  })
}

/** A row as it is shown: one that is changed meanwhile is not closed unseen. */
function toClose({ id, version }: TrackedRow): string {
  return `${id}:${version}`
}

/** Which row was chosen, as it was shown. */
export function choiceToClose(value: string): { readonly id: string; readonly version: number } {
  const [id = '', version] = value.split(':')
  return { id, version: Number(version) }
}

/** So many that wait fit beside the others; each meeting looks at the ones that come first. */
const WAITING_OFFERED = 100

/** Slack takes no more chosen options than it lists in one group. */
const CHOSEN_AT_ONCE = 100

function meetingField({ meetings, meetingId }: ClosingForm, words: DeskWords['closing']): KnownBlock {
  const choices = meetings.map(({ id, date }): Choice => ({ value: id, text: words.meetingOf(date) }))
  return selectField({
    id: ids.trackerDesk.closeAt,
    label: words.meeting,
    choices,
    chosen: meetingId,
    tellsAtOnce: choices.length > 1,
  })
}

/** The rows in full, as many as a view takes beside its fields. */
function listedOf(rows: readonly TrackedRow[], today: string): { blocks: KnownBlock[]; left: number } {
  const blocksOf = (count: number) =>
    rows
      .slice(0, count)
      .flatMap((row) => [
        ...sections(trackerListWords.line(row)),
        context(trackerListWords.below(row, standingOf(row, today))),
      ])
  const shown = mostThatFit(rows.length, (count) => {
    const blocks = blocksOf(count)
    return blocks.length <= BLOCKS_OF_ROWS && bytesOf(blocks) <= BYTES_OF_ROWS
  })
  return { blocks: blocksOf(shown), left: rows.length - shown }
}

/** The fields with all their options take the rest of the 100 blocks and 250,000 bytes. */
const BLOCKS_OF_ROWS = 80
const BYTES_OF_ROWS = 60_000

function bytesOf(blocks: readonly KnownBlock[]): number {
  return Buffer.byteLength(JSON.stringify(blocks))
}
