import type { App } from '@slack/bolt'
import { ids } from '../slack/ids.ts'
import { asOpening, type Reception } from '../slack/listen.ts'
import { countPress } from './receipts-count.ts'

/**
 * *Open the papers* on the card: the button opens the address by itself, and Slack reports the press. The
 * card is the same for everybody, so that only the press says who opened it.
 */
export function register(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: ids.papers },
    asOpening(reception, async ({ visitor, value }) => {
      try {
        if (value !== '') await countPress(visitor.house, value, visitor.personId)
      } catch (error) {
        // The papers are open already: a count that is missing is nothing to trouble a reader with.
        reception.log.warn({ err: error }, 'an opening of papers could not be counted')
      }
    }),
  )
}
