import type { BlockAction, Middleware, SlackActionMiddlewareArgs, ViewOutput } from '@slack/bolt'
import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import { ownTurn } from '../own-turn.ts'
import { modal } from './blocks.ts'
import { fieldsOf } from './fields.ts'
import { type Answer, type PressVisit, type Reception, tell } from './reception.ts'
import { teamOf } from './team-of.ts'
import { reportTrouble } from './trouble.ts'
import { type Visitor, whoIsThis } from './visitor.ts'
import { words } from './words.en.ts'

/** A control that only opens something: acknowledged first. */
export function asOpening(reception: Reception, handle: (visit: PressVisit) => Promise<void>) {
  return pressed(reception, 'first', handle)
}

/** What is said once the record is made: its failure does not unmake the record. */
export type FollowUp = () => Promise<void>

/**
 * A control that makes a record: acknowledged right after the commit, before anything is said about it,
 * or answered with the reason.
 */
export function asRecord(
  reception: Reception,
  handle: (visit: PressVisit) => Promise<FollowUp | undefined> | Promise<void>,
) {
  return pressed(reception, 'after the commit', handle)
}

function pressed(
  reception: Reception,
  acknowledge: 'first' | 'after the commit',
  handle: (visit: PressVisit) => Promise<FollowUp | undefined> | Promise<void>,
): Middleware<SlackActionMiddlewareArgs<BlockAction>> {
  return async ({ ack, action, body, respond, client }) => {
    if (acknowledge === 'first') {
      await ack()
      await ownTurn()
    }
    // On a Home there is neither a form to change nor a channel to answer in: what a press opens is a form of its own.
    const view = body.view?.type === 'modal' ? body.view : undefined
    const onHome = body.view?.type === 'home'
    const triggerId = body.trigger_id ?? ''
    const answer = (it: Answer) =>
      tell(reception, { client, userId: body.user.id }, it, (said) =>
        view
          ? // On a form there is no channel to answer in: the answer takes a view of its own on top.
            client.views.push({ trigger_id: triggerId, view: answerView(said.blocks) })
          : onHome
            ? client.views.open({ trigger_id: triggerId, view: answerView(said.blocks) })
            : respond({ response_type: 'ephemeral', replace_original: false, ...said }),
      )
    let followUp: FollowUp | undefined
    try {
      const who = await whoIsThis(reception.houses, teamOf(body), body.user.id)
      if (!who.known) followUp = () => answer(who.answer)
      else {
        const visit = { visitor: who.visitor, client, triggerId, value: chosenValue(action), answer }
        const said = await handle(view ? { ...visit, view: openView(view) } : visit)
        followUp = async () => {
          if (said) await said()
          reception.onHandled?.(who.visitor)
          await noticeArrival(reception, who.visitor, body)
        }
      }
    } catch (error) {
      const trouble = reportTrouble(reception.log, error, action.action_id)
      followUp = () => answer(trouble)
    }
    if (acknowledge === 'after the commit') await ack()
    await followUp()
  }
}

function openView(view: ViewOutput) {
  return { id: view.id, hash: view.hash, metadata: view.private_metadata, fields: fieldsOf(view) }
}

function answerView(blocks: readonly KnownBlock[]): ModalView {
  return modal({ title: 'Scrutineer', close: words.close(), blocks })
}

const chosen = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
})

function chosenValue(action: unknown): string {
  const it = chosen.parse(action)
  return it.selected_option?.value ?? it.value ?? ''
}

/** What was pressed for is done: that the message arrived is learnt beside it, and may fail by itself. */
async function noticeArrival(reception: Reception, visitor: Visitor, body: BlockAction): Promise<void> {
  const { message, channel } = body
  if (!message || !channel) return
  const parsed = z
    .looseObject({ ts: z.string(), blocks: z.array(z.looseObject({ block_id: z.string() })) })
    .safeParse(message)
  if (!parsed.success) return
  const blockIds = parsed.data.blocks.map((block) => block.block_id)
  try {
    await reception.onPressed({ visitor, blockIds, channel: channel.id, ts: parsed.data.ts })
  } catch (error) {
    reception.log.warn({ err: error }, 'where a message stands could not be noted')
  }
}
