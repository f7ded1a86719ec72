import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { PaperFile } from '../documents/paper.ts'
import type { ReadingDesk } from '../documents/reading-desk.ts'
import { listOf } from '../slack/fields.ts'
import { fetchSlackFile } from '../slack/files.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asSubmit, type Reception } from '../slack/listen.ts'
import type { Visitor } from '../slack/visitor.ts'
import { difference } from './differences.ts'
import { keepPaper, LARGEST_MINUTES_MB } from './keep-paper.ts'
import { opensForm } from './minutes-form-ground.ts'
import { differencesView, uploadModal } from './minutes-forms.ts'
import { heldFor } from './minutes-listeners.ts'
import { notDoneView, saidView } from './minutes-views.ts'
import { minutesWords as say } from './minutes-words.en.ts'
import { saidOfRefusal } from './say-refusal.ts'

const { field } = ids.minutes

/** The text that the council finished itself: given, compared and looked at again. */
export function registerPapers(app: App, reception: Reception, desk: Pick<ReadingDesk, 'read'>): void {
  opensForm(app, reception, ids.minutes.upload, async (_visitor, meeting) => ({
    view: uploadModal(meeting.id),
  }))
  app.view(
    ids.minutes.uploadForm,
    asSubmit(reception, async ({ visitor, client, viewId, fields, metadata: meetingId, afterwards }) => {
      const at = await heldFor(visitor, meetingId)
      if ('why' in at) return { show: notDoneView(at.why) }
      const [fileId] = listOf(fields, field.file)
      afterwards('comparing minutes', async () => {
        const fetched = await fetchSlackFile(client, fileId ?? '', { megabytes: LARGEST_MINUTES_MB })
        const view = fetched.ok
          ? await keptView(visitor, desk, { meetingId, file: fetched.value })
          : notDoneView(
              fetched.refusal.code === 'file-too-large'
                ? say.refusals.tooLarge(fetched.refusal.name, LARGEST_MINUTES_MB)
                : say.refusals.notFetched(fetched.refusal.name),
            )
        await client.views.update({ view_id: viewId, view })
      })
      return { show: saidView([say.uploadForm.reading()]) }
    }),
  )
  app.action(
    { type: 'block_actions', action_id: ids.minutes.paper },
    asOpening(reception, async ({ visitor, client, triggerId, value, view, answer }) => {
      const { house } = visitor
      const at = await heldFor(visitor, view?.metadata ?? '')
      if ('why' in at) return answer(at.why)
      const paper = await house.db.signedPaper.findFirst({
        where: {
          councilId: house.councilId,
          id: value,
          minutes: { councilId: house.councilId, meetingId: at.meeting.id },
        },
        select: { name: true, sha256: true, differences: true },
      })
      if (!paper) return answer(say.refusals['item-gone']())
      const found = difference.array().parse(paper.differences)
      const shownPaper = { name: paper.name, sha256: paper.sha256, already: true }
      await client.views.push({ trigger_id: triggerId, view: differencesView(shownPaper, found) })
    }),
  )
}

async function keptView(
  { house, personId: by }: Visitor,
  desk: Pick<ReadingDesk, 'read'>,
  { meetingId, file }: { readonly meetingId: string; readonly file: PaperFile },
): Promise<ModalView> {
  const kept = await keepPaper(house, desk, { by, meetingId, file })
  if (!kept.ok) return notDoneView(saidOfRefusal(kept.refusal))
  const { sha256, already, differences } = kept.value
  return differencesView({ name: file.name, sha256, already }, differences)
}
