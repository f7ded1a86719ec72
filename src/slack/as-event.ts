import type { AllMiddlewareArgs, Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { type EventBody, eventOf } from './inbox.ts'
import type { Mrkdwn } from './mrkdwn.ts'
import type { Reception } from './reception.ts'
import { newReference } from './trouble.ts'
import { type Visitor, whoIsThis } from './visitor.ts'
import { words } from './words.en.ts'

export interface EventVisit {
  readonly visitor: Visitor | undefined
  /** What to say to somebody unknown. */
  readonly unknown?: Mrkdwn
  readonly client: WebClient
  readonly body: EventBody
}

/** An event: stored before Bolt acknowledged it; marked handled here, or left to be tried again. */
export function asEvent<Name extends string>(
  reception: Reception,
  userOf: (body: EventBody) => string | undefined,
  handle: (visit: EventVisit) => Promise<void>,
): Middleware<SlackEventMiddlewareArgs<Name>> {
  return async ({ body, client }: Pick<AllMiddlewareArgs, 'client'> & { body: unknown }) => {
    const event = eventOf(body)
    if (!event) return
    const userId = userOf(event)
    if (userId === undefined) return
    try {
      const who = await whoIsThis(reception.houses, event.team_id, userId)
      await handle(
        who.known
          ? { visitor: who.visitor, client, body: event }
          : { visitor: undefined, unknown: who.answer, client, body: event },
      )
    } catch (error) {
      const reference = newReference()
      reception.log.error({ err: error, reference, event: event.event.type }, 'an event could not be handled')
      const next = await reception.inbox.failed(event, reference)
      if (next === 'tried-again-quietly') return
      const text = next === 'given-up' ? words.notTakenIn(reference) : words.takenInLater(reference)
      await client.chat.postMessage({ channel: userId, text: text.text })
    }
  }
}
