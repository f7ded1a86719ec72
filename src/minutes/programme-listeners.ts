import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { modal, radioField, sections } from '../slack/blocks.ts'
import { textOf } from '../slack/fields.ts'
import { handOver } from '../slack/hand-over.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { openings } from '../slack/opening.ts'
import { programmeColumns, programmeColumnsOf } from './programme-columns.ts'
import { PROGRAMME_FORMATS, printedProgramme, programmeFile } from './programme-paper.ts'
import { programmePaperWords as say } from './programme-words.en.ts'

const { field } = ids.programme

/** *Print…* in the work programme: for everybody, since everybody may read it. */
export function registerProgrammePaper(app: App, reception: Reception): void {
  openings(app, reception)(ids.programme.print, async ({ visitor, value: committeeId }) => {
    const programme = await printedProgramme(visitor.house, committeeId)
    return programme ? { view: printModal(committeeId) } : { why: say.gone() }
  })
  app.view(
    ids.programme.printForm,
    asSubmit(reception, async ({ visitor, client, fields, metadata, afterwards }): Promise<SubmitAnswer> => {
      const programme = await printedProgramme(visitor.house, metadata)
      if (!programme) return { show: saidView(say.gone()) }
      const format = PROGRAMME_FORMATS.find((one) => one === textOf(fields, field.format)) ?? 'docx'
      const columns = programmeColumnsOf(textOf(fields, field.columns))
      afterwards('printing a work programme', async () => {
        const file = await programmeFile(programme, columns, format)
        await handOver(client, visitor.slackUserId, { ...file, title: say.title(programme.committee) })
      })
      return { show: saidView(say.form.coming()) }
    }),
  )
}

function printModal(committeeId: string): ModalView {
  return modal({
    id: ids.programme.printForm,
    title: say.form.title,
    submit: say.form.submit,
    close: say.form.cancel,
    metadata: committeeId,
    blocks: [
      radioField({
        id: field.columns,
        label: say.form.columns,
        choices: programmeColumns.map(({ id, name }) => ({ value: id, text: name })),
        chosen: programmeColumns[0]?.id,
      }),
      radioField({
        id: field.format,
        label: say.form.format,
        choices: PROGRAMME_FORMATS.map((value) => ({ value, text: say.form.formats[value] })),
        chosen: PROGRAMME_FORMATS[0],
      }),
    ],
  })
}

function saidView(said: Mrkdwn): ModalView {
  return modal({ title: say.form.title, close: say.form.close, blocks: sections(said) })
}
