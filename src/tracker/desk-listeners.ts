import type { App } from '@slack/bolt'
import type { House } from '../database/house.ts'
import { modal, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type CommandVisit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { openings, type Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { registerClosing } from './closing-listeners.ts'
import { clerksCommittee, liveRows } from './committee-ground.ts'
import { deskView } from './desk-view.ts'
import { deskWords as words } from './desk-words.en.ts'
import { registerHandingOver } from './hand-listeners.ts'
import { todayOf } from './row-ground.ts'
import { saidInstead } from './row-refusals.ts'
import { rowWords as say } from './row-words.en.ts'
import { type Standing, standingOf } from './rules.ts'
import { registerServiceLines } from './service-line-listeners.ts'
import { type SettingsRefusal, setTrackerSettings } from './set-settings.ts'
import { trackerSettingsOf } from './settings.ts'
import { settingsIn, settingsModal } from './settings-view.ts'

const { field } = ids.trackerDesk

/** `/tracker desk`: a committee's whole tracker, for its clerks. */
export const deskWord = {
  word: 'desk',
  async open({ visitor, client, triggerId, answer }: CommandVisit): Promise<void> {
    const shown = await deskShown(visitor)
    if ('why' in shown) return answer(shown.why)
    await client.views.open({ trigger_id: triggerId, view: shown.view })
  },
}

/** What clerks do about more than one row: notices, closing, handing on and over, and how the tracker works. */
export function registerDesk(app: App, reception: Reception): void {
  const opening = openings(app, reception)

  for (const id of [ids.trackerDesk.open, ids.trackerDesk.committee])
    opening(id, ({ visitor, value }) => deskShown(visitor, value || undefined))
  opening(ids.trackerDesk.settings, async ({ visitor, value }) => {
    const found = await clerksCommittee(visitor, value)
    if ('why' in found) return found
    const settings = await trackerSettingsOf(visitor.house, found.committee.id)
    return { view: settingsModal({ committeeId: found.committee.id, settings }, words, say) }
  })
  app.view(
    ids.trackerDesk.settingsForm,
    asSubmit(reception, async ({ visitor, fields, metadata: committeeId }): Promise<SubmitAnswer> => {
      const { house, personId: by } = visitor
      const found = await clerksCommittee(visitor, committeeId)
      if ('why' in found) return saidInstead(found.why, say)
      const said = settingsIn(fields, await trackerSettingsOf(house, committeeId), words)
      if ('errors' in said) return said
      const outcome = await setTrackerSettings(house, { by, committeeId, said })
      if (!outcome.ok) return refusalAnswer(outcome.refusal)
      const { title, saved } = words.settings
      return { show: modal({ title, close: say.close, blocks: sections(saved()) }) }
    }),
  )

  registerClosing(app, reception)
  registerHandingOver(app, reception)
  registerServiceLines(app, reception)
}

async function deskShown(visitor: Visitor, committeeId?: string): Promise<Shown> {
  const found = await clerksCommittee(visitor, committeeId)
  if ('why' in found) return found
  const { committee, committees } = found
  return {
    view: deskView(
      {
        committeeId: committee.id,
        committees: committees.map(({ id, name }) => ({ value: id, text: name })),
        counts: await countsOf(visitor.house, committee.id),
      },
      words,
      say,
    ),
  }
}

async function countsOf(house: House, committeeId: string) {
  const rows = await liveRows(house, committeeId)
  const today = todayOf(house)
  const standing = (wanted: Standing) => rows.filter((row) => standingOf(row, today) === wanted).length
  return {
    live: rows.length,
    noOwner: rows.filter(({ owners }) => owners.every(({ role }) => role !== 'owner')).length,
    forCommittee: standing('for-the-committee'),
    waiting: standing('waiting-for-event'),
    paused: standing('paused'),
  }
}

function refusalAnswer({ code }: SettingsRefusal): SubmitAnswer {
  switch (code) {
    case 'not-a-clerk':
      return saidInstead(say.refusals.notAClerk(), say)
    case 'two-lengths':
      return { errors: { [field.localMonths]: words.settings.both } }
    case 'source-missing':
      return { errors: { [field.localSource]: words.settings.source } }
  }
}
