import type { Middleware, SlackViewMiddlewareArgs, ViewClosedAction } from '@slack/bolt'
import type { Reception } from './reception.ts'
import { teamOf } from './team-of.ts'
import { type Visitor, whoIsThis } from './visitor.ts'

/** A form that somebody closed without sending it (`notify_on_close`). Nobody waits for an answer. */
export function asClosed(
  reception: Reception,
  handle: (visit: { readonly visitor: Visitor; readonly metadata: string }) => Promise<void>,
): Middleware<SlackViewMiddlewareArgs<ViewClosedAction>> {
  return async ({ ack, body, view }) => {
    await ack()
    try {
      const who = await whoIsThis(reception.houses, teamOf(body), body.user.id)
      if (who.known) await handle({ visitor: who.visitor, metadata: view.private_metadata })
    } catch (error) {
      reception.log.error(
        { err: error, view: view.callback_id },
        'the closing of a form could not be handled',
      )
    }
  }
}
