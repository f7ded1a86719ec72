import type { App } from '@slack/bolt'
import type { ReadingDesk } from '../documents/reading-desk.ts'
import { ids } from '../slack/ids.ts'
import { asCommand, asOpening, type Reception } from '../slack/listen.ts'
import { openings, showInPlace } from '../slack/opening.ts'
import { turnsPages } from '../slack/turn-pages.ts'
import { callInsShown, registerCallIns } from './call-in-listeners.ts'
import { registerEntries } from './entry-listeners.ts'
import { registerImport } from './import-listeners.ts'
import { committeeMeant } from './programme-model.ts'
import { proposeShown, registerProposals } from './proposal-listeners.ts'
import { registerProgrammeSettings, settingsShown } from './settings-listeners.ts'
import { entryShown, programmeShown } from './shown.ts'
import { entryOfValue } from './submissions.ts'
import { programmeWords } from './words.ts'

/** `/programme`: the work programme, proposals for it, and decisions that can be called in. */
export function register(app: App, reception: Reception, desk: Pick<ReadingDesk, 'read'>): void {
  const opening = openings(app, reception)

  app.command(
    '/programme',
    asCommand(reception, async ({ visitor, client, triggerId, channelId, text, answer }) => {
      const say = programmeWords(visitor.language)
      const word = text.toLowerCase()
      if (word === 'help') return answer(say.help())
      const show = {
        '': programmeShown,
        propose: proposeShown,
        callin: callInsShown,
        settings: settingsShown,
      }
      const wanted = Object.entries(show).find(([name]) => name === word.replace('-', ''))?.[1]
      if (!wanted) return answer(say.unknown(text))
      const committeeId = await committeeMeant(visitor.house, visitor.personId, channelId)
      const shown = await wanted(visitor, committeeId)
      if ('why' in shown) return answer(shown.why)
      await client.views.open({ trigger_id: triggerId, view: shown.view })
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.programme.committee },
    asOpening(reception, async ({ visitor, client, value, view, answer }) => {
      const shown = await programmeShown(visitor, value)
      if ('why' in shown) return answer(shown.why)
      await showInPlace({ client, ...(view ? { view } : {}) }, shown.view)
    }),
  )
  opening(ids.programme.back, ({ visitor, value }) => programmeShown(visitor, value))
  opening(ids.programme.open, ({ visitor, value }) => entryShown(visitor, entryOfValue(value).entryId))
  turnsPages(app, reception, ids.programme.turn, (visitor, value) => {
    const [committeeId, page] = value.split('/')
    return programmeShown(visitor, committeeId, { page: Number(page) })
  })
  turnsPages(app, reception, ids.programme.open, (visitor, value) => {
    const { entryId, page } = entryOfValue(value)
    return entryShown(visitor, entryId, { page })
  })

  registerProposals(app, reception)
  registerEntries(app, reception)
  registerProgrammeSettings(app, reception)
  registerImport(app, reception, desk)
  registerCallIns(app, reception)
}
