import type { App } from '@slack/bolt'
import { ids } from '../slack/ids.ts'
import { asRecord, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { openings, type Shown, showInPlace } from '../slack/opening.ts'
import { turnsPages } from '../slack/turn-pages.ts'
import type { Visitor } from '../slack/visitor.ts'
import { registerAdding } from './add-listeners.ts'
import { registerClocks } from './clock-listeners.ts'
import { registerDesk } from './desk-listeners.ts'
import { takeUpRow } from './drop-row.ts'
import { editRow } from './edit-row.ts'
import { registerRowActs } from './row-act-listeners.ts'
import { rowMetadataOf, rowModal, rowSaidIn } from './row-form.ts'
import { clerksRow, deskShown, lookShown } from './row-ground.ts'
import { rowRefusalAnswer, rowRefusalSaid, saidInstead } from './row-refusals.ts'
import { rowWords as say } from './row-words.en.ts'

export { addWord } from './add-listeners.ts'
export { deskWord } from './desk-listeners.ts'

/** What clerks do about the rows of their tracker: after a meeting, from `/tracker`, and from a committee's desk. */
export function registerRows(app: App, reception: Reception): void {
  const opening = openings(app, reception)

  opening(ids.row.look, ({ visitor, value }) => look(visitor, value))
  turnsPages(app, reception, ids.row.turn, look)
  opening(ids.row.open, ({ visitor, value }) => deskShown(visitor, value))
  opening(ids.row.edit, async ({ visitor, value }) => {
    const found = await clerksRow(visitor, value)
    return 'why' in found ? found : { view: rowModal(found.row, say) }
  })

  app.view(
    ids.row.form,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const { house, personId: by } = visitor
      const { rowId, version } = rowMetadataOf(metadata)
      const found = await clerksRow(visitor, rowId)
      if ('why' in found) return saidInstead(found.why, say)
      const said = await rowSaidIn(house, fields, found.row, say)
      if ('errors' in said) return said
      const outcome = await editRow(house, { by, rowId, version, said })
      if (!outcome.ok) return rowRefusalAnswer(outcome.refusal, say)
      return afterwards(visitor, rowId)
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.row.takeUp },
    asRecord(reception, async (visit) => {
      const { visitor, value: rowId, answer } = visit
      const outcome = await takeUpRow(visitor.house, { by: visitor.personId, rowId })
      if (!outcome.ok) return () => answer(rowRefusalSaid(outcome.refusal, say))
      return async () => {
        const shown = await deskShown(visitor, rowId, say.desk.saved())
        if ('view' in shown) await showInPlace(visit, shown.view)
      }
    }),
  )

  registerAdding(app, reception)
  registerRowActs(app, reception)
  registerClocks(app, reception)
  registerDesk(app, reception)
}

function look(visitor: Visitor, value: string): Promise<Shown> {
  const [meetingId = '', page = '0'] = value.split('/')
  return lookShown(visitor, meetingId, Number(page) || 0)
}

async function afterwards(visitor: Visitor, rowId: string): Promise<SubmitAnswer> {
  const shown = await deskShown(visitor, rowId, say.desk.saved())
  return 'view' in shown ? { show: shown.view } : { close: true }
}
