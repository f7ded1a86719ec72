import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { committeesWhereClerk, personBySlackUser } from '../committees/people.ts'
import type { MeetingWord } from '../meetings/listeners.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asRecord, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { openings } from '../slack/opening.ts'
import { turnsPages } from '../slack/turn-pages.ts'
import type { Visitor } from '../slack/visitor.ts'
import { leaveView } from './leave-views.ts'
import { leaveWords as say } from './leave-words.en.ts'
import { leavesFrom } from './leaves.ts'
import { saidView } from './owner-views.ts'
import { cancelLeave, takeLeave } from './take-leave.ts'

const { field } = ids.leave

/** `/tracker leave`: an officer's own days away, and for clerks everybody's. */
export const leaveWord: MeetingWord = {
  word: 'leave',
  async open({ visitor, client, triggerId }) {
    await client.views.open({ trigger_id: triggerId, view: await leavesShown(visitor) })
  },
}

export function registerLeaves(app: App, reception: Reception): void {
  openings(app, reception)(ids.leave.open, async ({ visitor }) => ({ view: await leavesShown(visitor) }))
  turnsPages(app, reception, ids.leave.open, async (visitor, value) => {
    const [, page] = value.split('/')
    return { view: await leavesShown(visitor, undefined, Number(page)) }
  })
  app.view(
    ids.leave.form,
    asSubmit(reception, async ({ visitor, fields }): Promise<SubmitAnswer> => {
      const { house, personId: by } = visitor
      const known = async (id: string) => {
        const chosen = textOf(fields, id)
        return chosen === ''
          ? undefined
          : ((await personBySlackUser(house.db, house.councilId, chosen)) ?? null)
      }
      const [person, deputy] = [await known(field.person), await known(field.deputy)]
      if (person === null) return { errors: { [field.person]: say.unknown } }
      if (deputy === null) return { errors: { [field.deputy]: say.errors['deputy-unknown'] } }
      const outcome = await takeLeave(house, {
        by,
        personId: person?.id ?? by,
        from: textOf(fields, field.from),
        until: textOf(fields, field.until),
        deputyId: deputy?.id,
      })
      if (outcome.ok) return { show: await leavesShown(visitor, say.saved()) }
      const { code } = outcome.refusal
      if (code === 'not-yours')
        return { show: saidView(say.refusals.title, say.refusals['not-yours'](), say.close) }
      return { errors: { [code.startsWith('deputy') ? field.deputy : field.until]: say.errors[code] } }
    }),
  )
  app.action(
    { type: 'block_actions', action_id: ids.leave.cancel },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      const outcome = await cancelLeave(visitor.house, { by: visitor.personId, leaveId: value })
      if (!outcome.ok) {
        const { code } = outcome.refusal
        return () => answer(code === 'not-yours' ? say.refusals['not-yours']() : say.refusals.gone())
      }
      return async () => {
        if (view) await client.views.update({ view_id: view.id, view: await leavesShown(visitor) })
      }
    }),
  )
}

async function leavesShown({ house, personId }: Visitor, first?: Mrkdwn, page = 0): Promise<ModalView> {
  const isClerk = (await committeesWhereClerk(house, personId)).length > 0
  const today = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
  const leaves = await leavesFrom(house, today, isClerk ? undefined : [personId])
  return leaveView({ leaves, isClerk, page, first }, say)
}
