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
        if (visit.view) await showInPlace(visit, shown.view)
        else await visit.client.views.open({ trigger_id: visit.triggerId, view: shown.view })
      }),
    )
  }
}

/** Show a view in the place of the one that was pressed in; what another press has shown there since stays. */
export async function showInPlace(
  { client, view }: Pick<PressVisit, 'client' | 'view'>,
  shown: ModalView,
): Promise<void> {
  if (!view) return
  await client.views.update({ view_id: view.id, hash: view.hash, view: shown }).catch((error: unknown) => {
    if (platformError(error) !== 'hash_conflict') throw error
  })
}
