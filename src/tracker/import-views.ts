import type { KnownBlock, ModalView } from '@slack/types'
import {
  actions,
  button,
  type Choice,
  context,
  divider,
  fileField,
  manyField,
  modal,
  radioField,
  section,
  sections,
  selectField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { joinMrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import type { ImportPreview } from './import-tracker.ts'
import { importWords as say } from './import-words.en.ts'
import { TRACKED_KINDS } from './types.ts'

const { field } = ids.trackerImport

/** Which file, whose tracker, and what its rows are. */
export interface ImportForm {
  readonly committees: readonly Choice[]
  /** What was taken over last and can be taken back, one a committee. */
  readonly last: readonly { readonly importId: string; readonly fileName: string; readonly day: string }[]
}

/** A line of the comparison says which row it is; its words whole are in the file that the clerk has. */
const LINE = 320
/** Rows that are not in the file change nothing: so many are named. */
const MOST_NAMED = 100

export function importModal({ committees, last }: ImportForm): ModalView {
  return modal({
    id: ids.trackerImport.form,
    title: say.title,
    submit: say.form.read,
    close: say.cancel,
    blocks: [
      section(say.form.intro()),
      selectField({
        id: field.committee,
        label: say.form.committee,
        choices: committees,
        ...(committees.length === 1 ? { chosen: committees[0]?.value } : {}),
      }),
      fileField({
        id: field.file,
        label: say.form.file,
        hint: say.form.fileHint,
        types: ['csv', 'docx', 'pdf', 'html', 'htm', 'txt'],
      }),
      radioField({
        id: field.kind,
        label: say.form.kind,
        choices: TRACKED_KINDS.map((kind) => ({ value: kind, text: say.form.kinds[kind] })),
        chosen: 'action',
      }),
      ...last.flatMap(({ importId, fileName, day }) => [
        divider,
        section(say.form.last(fileName, day)),
        actions(
          button({
            id: ids.trackerImport.undo,
            text: say.form.undo,
            value: importId,
            style: 'danger',
            confirm: say.form.undoConfirm,
          }),
        ),
      ]),
    ],
  })
}

/** What a file would change, before anything is changed; with the new rows that may be left out. */
export function previewModal(of: {
  readonly fileName: string
  readonly preview: ImportPreview
  readonly metadata: string
}): ModalView {
  const { preview } = of
  const { created, changed, held, gone } = preview.plan
  const isNothing = created.length + changed.length === 0
  return modal({
    ...(isNothing ? {} : { id: ids.trackerImport.take, submit: say.preview.take }),
    title: say.title,
    close: isNothing ? say.close : say.cancel,
    metadata: of.metadata,
    blocks: [
      section(say.preview.heading(of.fileName)),
      context(say.preview.counts(preview)),
      ...(isNothing ? [section(say.preview.nothing)] : []),
      ...(created.length === 0
        ? []
        : [
            manyField({
              id: field.except,
              label: say.preview.except,
              hint: say.preview.exceptHint,
              optional: true,
              choices: preview.rows.flatMap((row, place) =>
                created.includes(row) ? [{ value: String(place), text: say.line.created(row) }] : [],
              ),
            }),
          ]),
      ...listed(say.preview.created, created.map(say.line.created)),
      ...([...created, ...changed.map(({ row }) => row)].some(({ state }) => state === 'proposed')
        ? [context(say.preview.proposed)]
        : []),
      ...listed(say.preview.changed, changed.map(say.line.changed)),
      ...listed(say.preview.held, named(held.map(say.line.known))),
      ...listed(say.preview.gone, named(gone.map(say.line.known))),
      ...listed(say.preview.leftOut, preview.leftOut.map(say.line.leftOut)),
    ],
  })
}

function named(lines: readonly string[]): string[] {
  const more = lines.length - MOST_NAMED
  return more <= 0 ? [...lines] : [...lines.slice(0, MOST_NAMED), say.preview.more(more)]
}

function listed(heading: string, lines: readonly string[]): KnownBlock[] {
  if (lines.length === 0) return []
  const all = lines.map((line) => mrkdwn`• ${shortened(line, LINE)}`)
  return [section(mrkdwn`*${heading}*`), ...sections(joinMrkdwn(all))]
}

export function saidModal(text: string): ModalView {
  return modal({ title: say.title, close: say.close, blocks: sections(mrkdwn`${text}`) })
}
