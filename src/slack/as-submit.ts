import type { Middleware, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { blockIdsOf, fieldsOf } from './fields.ts'
import { type Reception, type SubmitAnswer, type SubmitVisit, tell } from './reception.ts'
import { teamOf } from './team-of.ts'
import { reportTrouble, troubleView } from './trouble.ts'
import { type Visitor, whoIsThis } from './visitor.ts'

/** A submitted form: answered inside the acknowledgement, with errors at the fields or the next view. */
export function asSubmit(
  reception: Reception,
  handle: (visit: SubmitVisit) => Promise<SubmitAnswer>,
): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, body, view, client }) => {
    const afterwards: (() => Promise<void>)[] = []
    let handledFor: Visitor | undefined
    try {
      const who = await whoIsThis(reception.houses, teamOf(body), body.user.id)
      if (!who.known) return await ack({ response_action: 'update', view: troubleView(who.answer) })
      const answer = await handle({
        visitor: who.visitor,
        client,
        viewId: view.id,
        metadata: view.private_metadata,
        fields: fieldsOf(view),
        afterwards: (doing, work) =>
          void afterwards.push(() =>
            work().catch((error: unknown) =>
              tellInView(reception, { client, userId: body.user.id }, view.id, error, doing),
            ),
          ),
      })
      handledFor = who.visitor
      if ('errors' in answer) await ack({ response_action: 'errors', errors: atFields(answer.errors, view) })
      else if ('show' in answer) await ack({ response_action: 'update', view: answer.show })
      else await ack({ response_action: 'clear' })
    } catch (error) {
      const text = reportTrouble(reception.log, error, view.callback_id)
      return await ack({ response_action: 'update', view: troubleView(text) })
    }
    for (const work of afterwards) await work()
    if (handledFor) reception.onHandled?.(handledFor)
  }
}

/** Work after the acknowledgement has failed: said on the form that waits for it. */
function tellInView(
  reception: Reception,
  to: { readonly client: WebClient; readonly userId: string },
  viewId: string,
  error: unknown,
  doing: string,
): Promise<void> {
  const text = reportTrouble(reception.log, error, doing)
  return tell(reception, to, text, () => to.client.views.update({ view_id: viewId, view: troubleView(text) }))
}

/** Slack wants errors by block id; a field that is not on the form any more falls to the first one. */
function atFields(errors: Readonly<Record<string, string>>, view: { state: { values: unknown } }) {
  const blockIds = blockIdsOf(view)
  const first = [...blockIds.values()][0] ?? ''
  return Object.fromEntries(
    Object.entries(errors).map(([field, error]) => [blockIds.get(field) ?? first, error]),
  )
}
