import type { App } from '@slack/bolt'
import type { Outcome } from '../outcome.ts'
import { asOpening, asRecord, type PressVisit, type Reception } from '../slack/listen.ts'
import { type Shown, showInPlace } from '../slack/opening.ts'
import { type AnyRefusal, saidOf } from './say-refusal.ts'

/** A press that opens a view: by itself from a message, on top of the view that it stands in otherwise. */
export function opensOnTop(app: App, reception: Reception) {
  return (actionId: string, show: (visit: PressVisit) => Promise<Shown>): void => {
    app.action(
      { type: 'block_actions', action_id: actionId },
      asOpening(reception, async (visit) => {
        const shown = await show(visit)
        if ('why' in shown) return visit.answer(shown.why)
        const { client, triggerId, view } = visit
        const opened = { trigger_id: triggerId, view: shown.view }
        await (view ? client.views.push(opened) : client.views.open(opened))
      }),
    )
  }
}

/** A press that enters something, and then shows the view that it stands in as it is now. */
export function entersAndShows(app: App, reception: Reception) {
  return (
    actionId: string,
    enter: (visit: PressVisit) => Promise<Outcome<unknown, AnyRefusal>>,
    show?: (visit: PressVisit) => Promise<Shown>,
  ): void => {
    app.action(
      { type: 'block_actions', action_id: actionId },
      asRecord(reception, async (visit) => {
        const outcome = await enter(visit)
        if (!outcome.ok) {
          const why = await saidOf(visit.visitor.house, outcome.refusal)
          return () => visit.answer(why)
        }
        return async () => {
          const shown = visit.view && show ? await show(visit) : undefined
          if (shown && 'view' in shown) await showInPlace(visit, shown.view)
        }
      }),
    )
  }
}
