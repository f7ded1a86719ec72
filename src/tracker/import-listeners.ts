import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { civilDate, toInstant } from '../calendar/civil.ts'
import { committeesWhereClerk } from '../committees/people.ts'
import type { ReadingDesk } from '../documents/reading-desk.ts'
import type { MeetingWord } from '../meetings/listeners.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { listOf, textOf } from '../slack/fields.ts'
import { fetchSlackFile } from '../slack/files.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asSubmit, type Reception } from '../slack/listen.ts'
import { mrkdwn } from '../slack/mrkdwn.ts'
import type { Visitor } from '../slack/visitor.ts'
import { importedRows } from './import-rows.ts'
import { previewImport, takeImport } from './import-tracker.ts'
import { type ImportForm, importModal, previewModal, saidModal } from './import-views.ts'
import { importWords as say } from './import-words.en.ts'
import { LARGEST_TRACKER_MB, type ReadTracker, readTrackerFile } from './read-tracker.ts'
import { TRACKED_KINDS } from './types.ts'
import { undoImport } from './undo-import.ts'

const { field } = ids.trackerImport

/** Carried from the comparison to taking it over: the file is read again then, and must be the same. */
const carried = z.object({
  committeeId: z.string(),
  fileId: z.string(),
  sha256: z.string(),
  kind: z.enum(TRACKED_KINDS),
})

/** `/tracker import`: for clerks. */
export const importWord: MeetingWord = {
  word: 'import',
  async open({ visitor, client, triggerId, answer }) {
    const form = await formOf(visitor)
    if (!form) return answer(mrkdwn`${say.refusal({ code: 'not-a-clerk' })}`)
    await client.views.open({ trigger_id: triggerId, view: importModal(form) })
  },
}

/** A council's own tracker: read, compared, taken over, taken back. */
export function registerTrackerImports(
  app: App,
  reception: Reception,
  desk: Pick<ReadingDesk, 'read'>,
): void {
  app.view(
    ids.trackerImport.form,
    asSubmit(reception, async ({ visitor, client, viewId, fields, afterwards }) => {
      const committeeId = textOf(fields, field.committee)
      if (!(await isTheirs(visitor, committeeId)))
        return { show: saidModal(say.refusal({ code: 'not-a-clerk' })) }
      const [fileId = ''] = listOf(fields, field.file)
      const kind = z.enum(TRACKED_KINDS).parse(textOf(fields, field.kind))
      afterwards('reading a tracker', async () => {
        const read = await readFrom(client, desk, fileId)
        const view = read.ok
          ? await comparisonView(visitor, { committeeId, fileId, kind }, read.value)
          : saidModal(read.refusal.said)
        await client.views.update({ view_id: viewId, view })
      })
      return { show: saidModal(say.form.reading) }
    }),
  )

  app.view(
    ids.trackerImport.take,
    asSubmit(reception, async ({ visitor, client, viewId, fields, metadata, afterwards }) => {
      const { committeeId, fileId, sha256, kind } = carried.parse(JSON.parse(metadata))
      if (!(await isTheirs(visitor, committeeId)))
        return { show: saidModal(say.refusal({ code: 'not-a-clerk' })) }
      const except = new Set(listOf(fields, field.except))
      afterwards('taking over a tracker', async () => {
        const said = await takenOver(visitor, client, desk, { committeeId, fileId, sha256, kind, except })
        await client.views.update({ view_id: viewId, view: saidModal(said) })
      })
      return { show: saidModal(say.preview.taking) }
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.trackerImport.undo },
    asOpening(reception, async ({ visitor, client, value, view, answer }) => {
      const { house, personId: by } = visitor
      const undone = await undoImport(house, { by, importId: value })
      const said = undone.ok ? say.undone(undone.value) : say.refusal(undone.refusal)
      if (view && undone.ok) await client.views.update({ view_id: view.id, view: saidModal(said) })
      else await answer(mrkdwn`${said}`)
    }),
  )
}

async function isTheirs({ house, personId }: Visitor, committeeId: string): Promise<boolean> {
  return (await committeesWhereClerk(house, personId)).some(({ id }) => id === committeeId)
}

async function formOf({ house, personId }: Visitor): Promise<ImportForm | undefined> {
  const committees = await committeesWhereClerk(house, personId)
  if (committees.length === 0) return undefined
  const imports = await house.db.trackerImport.findMany({
    where: {
      councilId: house.councilId,
      committeeId: { in: committees.map(({ id }) => id) },
      undoneAt: null,
    },
    orderBy: { at: 'desc' },
    distinct: ['committeeId'],
  })
  return {
    committees: committees.map(({ id, name }) => ({ value: id, text: name })),
    last: imports.map(({ id, fileName, at }) => ({
      importId: id,
      fileName,
      day: civilDate(toInstant(at), house.timeZone).toString(),
    })),
  }
}

/** The file of the form, read; or why not, in words. */
async function readFrom(
  client: WebClient,
  desk: Pick<ReadingDesk, 'read'>,
  fileId: string,
): Promise<Outcome<ReadTracker, { readonly code: 'not-read'; readonly said: string }>> {
  const fetched = await fetchSlackFile(client, fileId, { megabytes: LARGEST_TRACKER_MB })
  if (!fetched.ok) return refused({ code: 'not-read', said: say.notFetched(fetched.refusal) })
  const read = await readTrackerFile(desk, fetched.value)
  return read.ok ? done(read.value) : refused({ code: 'not-read', said: say.refusal(read.refusal) })
}

async function comparisonView(
  { house, personId: by }: Visitor,
  of: Pick<z.infer<typeof carried>, 'committeeId' | 'fileId' | 'kind'>,
  read: ReadTracker,
): Promise<ModalView> {
  const preview = await previewImport(house, { by, committeeId: of.committeeId, read })
  if (!preview.ok) return saidModal(say.refusal(preview.refusal))
  return previewModal({
    fileName: read.fileName,
    preview: preview.value,
    metadata: JSON.stringify({ ...of, sha256: read.sha256 }),
  })
}

async function takenOver(
  { house, personId: by }: Visitor,
  client: WebClient,
  desk: Pick<ReadingDesk, 'read'>,
  of: z.infer<typeof carried> & { readonly except: ReadonlySet<string> },
): Promise<string> {
  const read = await readFrom(client, desk, of.fileId)
  if (!read.ok) return read.refusal.said
  if (read.value.sha256 !== of.sha256) return say.refusal({ code: 'file-changed' })
  const { rows } = importedRows(read.value.entries)
  const except = rows.flatMap(({ key }, place) => (of.except.has(String(place)) ? [key] : []))
  const taken = await takeImport(house, {
    by,
    committeeId: of.committeeId,
    read: read.value,
    kind: of.kind,
    except,
  })
  return taken.ok ? say.taken(taken.value) : say.refusal(taken.refusal)
}
