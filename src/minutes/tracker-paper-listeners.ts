import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { committeesWhereClerk } from '../committees/people.ts'
import type { MeetingWord } from '../meetings/listeners.ts'
import { modal, section } from '../slack/blocks.ts'
import { textOf } from '../slack/fields.ts'
import { type FileForSomebody, handOver } from '../slack/hand-over.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type Reception } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { openings, type Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { registerTrackerFigures } from './tracker-figures-listeners.ts'
import { handOverFiles, trackerFiles } from './tracker-files.ts'
import { trackerFormWords as say } from './tracker-form-words.en.ts'
import { TRACKER_PROFILES } from './tracker-profiles.ts'
import { TRACKER_WANTED, trackerPaperModal } from './tracker-views.ts'

const { field } = ids.trackerPaper

/** `/tracker paper`: for clerks. */
export const trackerPaperWord: MeetingWord = {
  word: 'paper',
  async open({ visitor, client, triggerId, answer }) {
    const shown = await paperShown(visitor, undefined)
    if ('why' in shown) return answer(shown.why)
    await client.views.open({ trigger_id: triggerId, view: shown.view })
  },
}

/** The tracker as a paper, and its numbers, handed to the clerk who asked. */
export function registerTrackerPapers(app: App, reception: Reception): void {
  openings(app, reception)(ids.trackerPaper.open, ({ visitor, value }) =>
    paperShown(visitor, value === '' ? undefined : value),
  )
  app.view(
    ids.trackerPaper.form,
    asSubmit(reception, async ({ visitor, client, viewId, fields, afterwards }) => {
      const committeeId = textOf(fields, field.committee)
      const committees = await committeesWhereClerk(visitor.house, visitor.personId)
      if (!committees.some(({ id }) => id === committeeId)) return { show: saidView(say.notAClerk()) }
      const wanted = TRACKER_WANTED.find((one) => one === textOf(fields, field.what)) ?? 'docx'
      const profile = TRACKER_PROFILES.find((one) => one === textOf(fields, field.profile))
      afterwards('printing a tracker', async () => {
        const files =
          wanted === 'handOver'
            ? await handOverFiles(visitor.house, committeeId)
            : await trackerFiles(visitor.house, { committeeId, profile, format: wanted })
        await handAll(client, visitor, files)
        if (files.length === 0)
          await client.views.update({ view_id: viewId, view: saidView(say.nothingHandedOver()) })
      })
      return { show: saidView(say.coming()) }
    }),
  )
  registerTrackerFigures(app, reception)
}

async function paperShown({ house, personId }: Visitor, committeeId: string | undefined): Promise<Shown> {
  const committees = await committeesWhereClerk(house, personId)
  const isTheirs = committeeId === undefined || committees.some(({ id }) => id === committeeId)
  if (committees.length === 0 || !isTheirs) return { why: say.notAClerk() }
  const choices = committees.map(({ id, name }) => ({ value: id, text: name }))
  return { view: trackerPaperModal(choices, committeeId) }
}

/** Papers may hold closed business: they go to whoever asked, and into no channel. */
async function handAll(
  client: WebClient,
  { slackUserId }: Visitor,
  files: readonly FileForSomebody[],
): Promise<void> {
  for (const file of files) await handOver(client, slackUserId, file)
}

function saidView(said: Mrkdwn) {
  return modal({ title: say.paper.title, close: say.close, blocks: [section(said)] })
}
