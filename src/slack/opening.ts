import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { asOpening, type PressVisit, type Reception } from './listen.ts'
import type { Mrkdwn } from './mrkdwn.ts'
import { platformError } from './platform-error.ts'

/** What a press leads to: a view, or why there is none. */
export type Shown = { readonly view: ModalView } | { readonly why: Mrkdwn }

/**
 * For screens that lead from one to another: a press shows the next in place of the one it was made on, or opens the
 * first. What may not be shown is said instead.
 */
export function openings(app: App, reception: Reception) {
  return (actionId: string, show: (visit: PressVisit) => Promise<Shown>): void => {
    app.action(
      { type: 'block_actions', action_id: actionId },
      asOpening(reception, async (visit) => {
        const shown = await show(visit)
        if ('why' in shown) return visit.answer(shown.why)
        const { client, triggerId, view } = visit
        if (!view) await client.views.open({ trigger_id: triggerId, view: shown.view })
        else
          await client.views
            .update({ view_id: view.id, hash: view.hash, view: shown.view })
            .catch((error: unknown) => {
              // Pressed twice: the first press has shown it already.
              if (platformError(error) !== 'hash_conflict') throw error
            })
      }),
    )
  }
}
