import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { isClerk } from '../committees/people.ts'
import type { PaperFile } from '../documents/paper.ts'
import type { ReadingDesk } from '../documents/reading-desk.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { actions, button, fileField, modal, section, sections } from '../slack/blocks.ts'
import { listOf } from '../slack/fields.ts'
import { fetchSlackFile } from '../slack/files.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asSubmit, type Reception } from '../slack/listen.ts'
import { joinMrkdwn, type Mrkdwn } from '../slack/mrkdwn.ts'
import { openings } from '../slack/opening.ts'
import { pagesOf } from '../slack/pages.ts'
import type { Visitor } from '../slack/visitor.ts'
import {
  type ImportRefusal,
  importProgramme,
  LARGEST_PROGRAMME_MB,
  type PlanShown,
  previewProgramme,
} from './import-programme.ts'
import type { ImportWords } from './import-words.en.ts'
import { saidView } from './programme-views.ts'
import { programmeShown } from './shown.ts'
import { programmeImportWords, programmeWords } from './words.ts'

const { field } = ids.programme
/** What the view with the differences carries: the paper is fetched and read again when it is taken over. */
const planOfPaper = z.object({ committeeId: z.string(), fileId: z.string(), mark: z.string() })

/** A work programme is taken over from a paper: read, shown with its differences, and only then stored. */
export function registerImport(app: App, reception: Reception, desk: Pick<ReadingDesk, 'read'>): void {
  openings(app, reception)(ids.programme.import, async ({ visitor, value: committeeId }) => {
    const { house, personId, language } = visitor
    if (!(await isClerk(house, committeeId, personId)))
      return { why: programmeWords(language).refusals['not-a-clerk']() }
    return { view: fileModal(committeeId, programmeImportWords(language)) }
  })

  app.view(
    ids.programme.importForm,
    asSubmit(reception, async ({ visitor, client, viewId, fields, metadata: committeeId, afterwards }) => {
      const say = programmeImportWords(visitor.language)
      const [fileId = ''] = listOf(fields, field.file)
      if (!(await isClerk(visitor.house, committeeId, visitor.personId)))
        return {
          show: said(visitor, committeeId, programmeWords(visitor.language).refusals['not-a-clerk']()),
        }
      afterwards('reading a work programme', async () => {
        const view = await planView(visitor, client, desk, { committeeId, fileId })
        await client.views.update({ view_id: viewId, view })
      })
      return { show: said(visitor, committeeId, say.reading()) }
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.programme.takeOver },
    asOpening(reception, async ({ visitor, client, view }) => {
      if (!view) return
      const { committeeId, fileId, mark } = planOfPaper.parse(JSON.parse(view.metadata))
      const say = programmeImportWords(visitor.language)
      await client.views.update({ view_id: view.id, view: said(visitor, committeeId, say.reading()) })
      const file = await fetched(client, fileId, say)
      const shown = file.ok
        ? await takenOver(visitor, desk, { committeeId, file: file.value, mark })
        : said(visitor, committeeId, file.refusal.why)
      await client.views.update({ view_id: view.id, view: shown })
    }),
  )
}

function fileModal(committeeId: string, say: ImportWords): ModalView {
  return modal({
    id: ids.programme.importForm,
    title: say.title,
    submit: say.read,
    close: say.cancel,
    metadata: committeeId,
    blocks: [
      fileField({
        id: field.file,
        label: say.file,
        hint: say.fileHint,
        types: ['docx', 'pdf', 'html', 'htm', 'txt', 'md'],
      }),
    ],
  })
}

async function planView(
  visitor: Visitor,
  client: WebClient,
  desk: Pick<ReadingDesk, 'read'>,
  { committeeId, fileId }: { readonly committeeId: string; readonly fileId: string },
): Promise<ModalView> {
  const { house, personId: by, language } = visitor
  const say = programmeImportWords(language)
  const file = await fetched(client, fileId, say)
  if (!file.ok) return said(visitor, committeeId, file.refusal.why)
  const shown = await previewProgramme(house, desk, { by, committeeId, file: file.value })
  if (!shown.ok) return said(visitor, committeeId, refusalSaid(shown.refusal, file.value.name, language))
  if (shown.value.plan.differences.length === 0) return said(visitor, committeeId, say.none(shown.value.plan))
  return differencesView(shown.value, JSON.stringify({ committeeId, fileId, mark: shown.value.mark }), say)
}

/** Line under line in as few blocks as hold them, so that a programme of hundreds of rows is seen whole. */
export function differencesView({ plan }: PlanShown, metadata: string, say: ImportWords): ModalView {
  const lines = [
    ...plan.differences.map((one) => say.difference(one)),
    ...(plan.unreadable === 0 ? [] : [say.unreadableRows(plan.unreadable)]),
    ...(plan.notInPaper.length === 0 ? [] : [say.notInPaper(plan.notInPaper.map(({ title }) => title))]),
  ]
  const [page = [], ...more] = pagesOf([sections(joinMrkdwn(lines))])
  return modal({
    title: say.title,
    close: say.close,
    metadata,
    blocks: [
      section(say.summary(plan)),
      actions(button({ id: ids.programme.takeOver, text: say.takeOver, style: 'primary' })),
      ...page,
      ...(more.length === 0 ? [] : [section(say.further())]),
    ],
  })
}

async function takenOver(
  visitor: Visitor,
  desk: Pick<ReadingDesk, 'read'>,
  act: { readonly committeeId: string; readonly file: PaperFile; readonly mark: string },
): Promise<ModalView> {
  const { house, personId: by, language } = visitor
  const outcome = await importProgramme(house, desk, { by, ...act })
  if (!outcome.ok)
    return said(visitor, act.committeeId, refusalSaid(outcome.refusal, act.file.name, language))
  const first = programmeImportWords(language).done(outcome.value)
  const shown = await programmeShown(visitor, act.committeeId, { first })
  return 'view' in shown ? shown.view : said(visitor, act.committeeId, first)
}

async function fetched(
  client: WebClient,
  fileId: string,
  say: ImportWords,
): Promise<Outcome<PaperFile, { readonly code: string; readonly why: Mrkdwn }>> {
  const file = await fetchSlackFile(client, fileId, { megabytes: LARGEST_PROGRAMME_MB })
  if (file.ok) return done(file.value)
  const { code, name } = file.refusal
  const why =
    code === 'file-too-large'
      ? say.refusals.tooLarge(name, LARGEST_PROGRAMME_MB)
      : say.refusals.notFetched(name)
  return refused({ code, why })
}

function refusalSaid({ code }: ImportRefusal, name: string, language: string): Mrkdwn {
  const { refusals } = programmeImportWords(language)
  switch (code) {
    case 'no-programme':
    case 'unreadable':
      return refusals[code](name)
    case 'plan-changed':
      return refusals[code]()
    default:
      return programmeWords(language).refusals[code]()
  }
}

function said({ language }: Visitor, committeeId: string, what: Mrkdwn): ModalView {
  return saidView([what], programmeWords(language), committeeId, programmeImportWords(language).title)
}
