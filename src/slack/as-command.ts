import type { Middleware, SlackCommandMiddlewareArgs } from '@slack/bolt'
import { ownTurn } from '../own-turn.ts'
import { asTyped } from './mrkdwn.ts'
import { type Answer, type CommandVisit, type Reception, tell } from './reception.ts'
import { reportTrouble } from './trouble.ts'
import { whoIsThis } from './visitor.ts'

/** A slash command: acknowledged at once, before anything is looked up. */
export function asCommand(
  reception: Reception,
  handle: (visit: CommandVisit) => Promise<void>,
): Middleware<SlackCommandMiddlewareArgs> {
  return async ({ ack, command, respond, client }) => {
    await ack()
    await ownTurn()
    const answer = (it: Answer) =>
      tell(reception, { client, userId: command.user_id }, it, (said) =>
        respond({ response_type: 'ephemeral', ...said }),
      )
    try {
      const who = await whoIsThis(reception.houses, command.team_id, command.user_id)
      if (!who.known) return await answer(who.answer)
      await handle({
        visitor: who.visitor,
        client,
        triggerId: command.trigger_id,
        text: asTyped(command.text ?? '').trim(),
        channelId: command.channel_id,
        answer,
      })
      reception.onHandled?.(who.visitor)
    } catch (error) {
      await answer(reportTrouble(reception.log, error, command.command))
    }
  }
}
