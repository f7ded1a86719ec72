import type { MessageShortcut, Middleware, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import { ownTurn } from '../own-turn.ts'
import { asTyped } from './mrkdwn.ts'
import { type Answer, type Reception, type ShortcutVisit, tell } from './reception.ts'
import { teamOf } from './team-of.ts'
import { reportTrouble } from './trouble.ts'
import { whoIsThis } from './visitor.ts'

/** A shortcut in the menu of a message: acknowledged at once, before anything is looked up. */
export function asMessageShortcut(
  reception: Reception,
  handle: (visit: ShortcutVisit) => Promise<void>,
): Middleware<SlackShortcutMiddlewareArgs<MessageShortcut>> {
  return async ({ ack, shortcut, respond, client }) => {
    await ack()
    await ownTurn()
    const { user, message } = shortcut
    const answer = (it: Answer) =>
      tell(reception, { client, userId: user.id }, it, (said) =>
        respond({ response_type: 'ephemeral', replace_original: false, ...said }),
      )
    try {
      const who = await whoIsThis(reception.houses, teamOf(shortcut), user.id)
      if (!who.known) return await answer(who.answer)
      await handle({
        visitor: who.visitor,
        client,
        triggerId: shortcut.trigger_id,
        text: asTyped(message.text ?? '').trim(),
        authorId: message.user,
        answer,
      })
      reception.onHandled?.(who.visitor)
    } catch (error) {
      await answer(reportTrouble(reception.log, error, shortcut.callback_id))
    }
  }
}
