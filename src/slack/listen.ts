import type {
  AllMiddlewareArgs,
  BlockAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackEventMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt'
import type { KnownBlock, ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Houses } from '../database/houses.ts'
import { modal, section } from './blocks.ts'
import { blockIdsOf, type Fields, fieldsOf } from './fields.ts'
import { type EventBody, eventOf, type Inbox } from './inbox.ts'
import type { Mrkdwn } from './mrkdwn.ts'
import { isDatabaseAway, newReference, reportTrouble, troubleView } from './trouble.ts'
import { type Visitor, whoIsThis } from './visitor.ts'
import { words } from './words.en.ts'

/** What every listener stands on. */
export interface Reception {
  readonly houses: Houses
  readonly inbox: Inbox
  readonly log: Logger
  /** Called when somebody presses a control in a message: that message has surely arrived. */
  onPressed(pressed: {
    visitor: Visitor
    blockIds: readonly string[]
    channel: string
    ts: string
  }): Promise<void>
}

/** An answer that only the person sees. */
export type Answer = Mrkdwn | { readonly text: string; readonly blocks: readonly KnownBlock[] }

interface Visit {
  readonly visitor: Visitor
  readonly client: WebClient
  readonly triggerId: string
  answer(answer: Answer): Promise<void>
}
export interface CommandVisit extends Visit {
  readonly text: string
}
export interface PressVisit extends Visit {
  /** The value of the button or of what was chosen. */
  readonly value: string
  /** The open view, when the control stands in one. */
  readonly view?: {
    readonly id: string
    readonly hash: string
    readonly metadata: string
    readonly fields: Fields
  }
}
export interface SubmitVisit {
  readonly visitor: Visitor
  readonly client: WebClient
  readonly viewId: string
  readonly metadata: string
  readonly fields: Fields
  /** Work after the acknowledgement, such as reading a file; its failure reaches the log and the person. */
  afterwards(doing: string, work: () => Promise<void>): void
}
/** How a submission ends: with errors at fields, with another view, or closed. */
export type SubmitAnswer =
  | { readonly errors: Readonly<Record<string, string>> }
  | { readonly show: ModalView }
  | { readonly close: true }

function shaped(answer: Answer): { text: string; blocks: KnownBlock[] } {
  return 'blocks' in answer
    ? { text: answer.text, blocks: [...answer.blocks] }
    : { text: answer.text, blocks: [section(answer)] }
}

/** A slash command: acknowledged at once, before anything is looked up. */
export function asCommand(
  reception: Reception,
  handle: (visit: CommandVisit) => Promise<void>,
): Middleware<SlackCommandMiddlewareArgs> {
  return async ({ ack, command, respond, client }) => {
    await ack()
    const answer = (it: Answer) =>
      respond({ response_type: 'ephemeral', ...shaped(it) }).then(() => undefined)
    try {
      const who = await whoIsThis(reception.houses, command.team_id, command.user_id)
      if (!who.known) return await answer(who.answer)
      await handle({
        visitor: who.visitor,
        client,
        triggerId: command.trigger_id,
        text: command.text?.trim() ?? '',
        answer,
      })
    } catch (error) {
      await answer(reportTrouble(reception.log, error, command.command))
    }
  }
}

/** A control that only opens something: acknowledged first. */
export function asOpening(reception: Reception, handle: (visit: PressVisit) => Promise<void>) {
  return pressed(reception, 'first', handle)
}

/** A control that makes a record: acknowledged after the commit, or answered with the reason. */
export function asRecord(reception: Reception, handle: (visit: PressVisit) => Promise<void>) {
  return pressed(reception, 'last', handle)
}

function pressed(
  reception: Reception,
  acknowledge: 'first' | 'last',
  handle: (visit: PressVisit) => Promise<void>,
): Middleware<SlackActionMiddlewareArgs<BlockAction>> {
  return async ({ ack, action, body, respond, client }) => {
    if (acknowledge === 'first') await ack()
    const view = body.view
    const triggerId = body.trigger_id ?? ''
    const answer = async (it: Answer) => {
      const said = shaped(it)
      // In a modal there is no channel to answer in: the answer takes a view of its own on top.
      if (view) await client.views.push({ trigger_id: triggerId, view: answerView(said.blocks) })
      else await respond({ response_type: 'ephemeral', replace_original: false, ...said })
    }
    try {
      const who = await whoIsThis(reception.houses, teamOf(body), body.user.id)
      if (who.known) {
        await handle({
          visitor: who.visitor,
          client,
          triggerId,
          value: chosenValue(action),
          answer,
          ...(view
            ? {
                view: {
                  id: view.id,
                  hash: view.hash,
                  metadata: view.private_metadata,
                  fields: fieldsOf(view),
                },
              }
            : {}),
        })
        await noticeArrival(reception, who.visitor, body)
      } else await answer(who.answer)
    } catch (error) {
      await answer(reportTrouble(reception.log, error, action.action_id))
    }
    if (acknowledge === 'last') await ack()
  }
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

function teamOf(body: { team: { id: string } | null; user: { team_id?: string } }): string {
  return body.team?.id ?? body.user.team_id ?? ''
}

async function noticeArrival(reception: Reception, visitor: Visitor, body: BlockAction): Promise<void> {
  const { message, channel } = body
  if (!message || !channel) return
  const parsed = z
    .looseObject({ ts: z.string(), blocks: z.array(z.looseObject({ block_id: z.string() })) })
    .safeParse(message)
  if (!parsed.success) return
  const blockIds = parsed.data.blocks.map((block) => block.block_id)
  await reception.onPressed({ visitor, blockIds, channel: channel.id, ts: parsed.data.ts })
}

/** A submitted form: answered inside the acknowledgement, with errors at the fields or the next view. */
export function asSubmit(
  reception: Reception,
  handle: (visit: SubmitVisit) => Promise<SubmitAnswer>,
): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, body, view, client }) => {
    const afterwards: (() => Promise<void>)[] = []
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
            work().catch((error: unknown) => tellInView(reception, client, view.id, error, doing)),
          ),
      })
      if ('errors' in answer) await ack({ response_action: 'errors', errors: atFields(answer.errors, view) })
      else if ('show' in answer) await ack({ response_action: 'update', view: answer.show })
      else await ack({ response_action: 'clear' })
    } catch (error) {
      const text = reportTrouble(reception.log, error, view.callback_id)
      return await ack({ response_action: 'update', view: troubleView(text) })
    }
    for (const work of afterwards) await work()
  }
}

async function tellInView(
  reception: Reception,
  client: WebClient,
  viewId: string,
  error: unknown,
  doing: string,
) {
  const text = reportTrouble(reception.log, error, doing)
  await client.views.update({ view_id: viewId, view: troubleView(text) }).catch((second: unknown) => {
    reception.log.error(
      { err: second, doing },
      'the person could not be told of the failure: the form is closed',
    )
  })
}

/** Slack wants errors by block id; a field that is not on the form any more falls to the first one. */
function atFields(errors: Readonly<Record<string, string>>, view: { state: { values: unknown } }) {
  const blockIds = blockIdsOf(view)
  const first = [...blockIds.values()][0] ?? ''
  return Object.fromEntries(
    Object.entries(errors).map(([field, error]) => [blockIds.get(field) ?? first, error]),
  )
}

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
    try {
      const userId = userOf(event)
      if (userId !== undefined) {
        const who = await whoIsThis(reception.houses, event.team_id, userId)
        await handle(
          who.known
            ? { visitor: who.visitor, client, body: event }
            : { visitor: undefined, unknown: who.answer, client, body: event },
        )
      }
    } catch (error) {
      const reference = newReference()
      reception.log.error({ err: error, reference, event: event.event.type }, 'an event could not be handled')
      if (!isDatabaseAway(error)) await reception.inbox.failed(event, reference)
    }
  }
}
