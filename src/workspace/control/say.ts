import { z } from 'zod'
import { runCommand } from '../commands.ts'
import { sendEvent } from '../events.ts'
import { newBlockId } from '../ids.ts'
import { asTyped, postByPerson } from '../messages.ts'
import { viewObject } from '../views.ts'
import { acted, actor, bodyOf, type ControlCall, ControlError, conversationOf } from './request.ts'

const command = z.object({
  as: z.string(),
  channel: z.string().optional(),
  command: z.string().min(1),
  text: z.string().default(''),
  screen: z.boolean().optional(),
})

/** `POST /_local/command`: run a slash command, in the direct message with the app when no channel is named. */
export const giveCommand: ControlCall = async ({ parts, request }) => {
  const order = await bodyOf(request, command)
  const person = actor(parts, order.as)
  const channel = conversationOf(parts, person, order.channel ?? parts.facts.botUser)
  const name = order.command.startsWith('/') ? order.command : `/${order.command}`
  const declared = parts.app.commands.find((one) => one.command === name)
  if (!declared) {
    const known = parts.app.commands.map((one) => one.command).join(', ')
    throw new ControlError(404, `${name} is not a valid command. The manifest declares: ${known || 'none'}.`)
  }
  const { ack, responded } = await runCommand(parts, person, channel, declared, order.text.trim())
  return acted(parts, person, order.screen, ack, responded)
}

const message = z.object({
  as: z.string(),
  channel: z.string(),
  text: z.string().min(1),
  threadTs: z.string().optional(),
  screen: z.boolean().optional(),
})

/** `POST /_local/message`: type a message. */
export const typeMessage: ControlCall = async ({ parts, request }) => {
  const order = await bodyOf(request, message)
  const person = actor(parts, order.as)
  const channel = conversationOf(parts, person, order.channel)
  if (channel.kind === 'direct' && !parts.app.messagesTab) {
    throw new ControlError(400, 'The app has its Messages tab switched off in the manifest.')
  }
  if (channel.kind === 'direct' && parts.app.messagesReadOnly) {
    throw new ControlError(
      400,
      'Sending messages to this app has been turned off (messages_tab_read_only_enabled).',
    )
  }
  const { message: posted, delivered } = postByPerson(parts, channel.id, person.id, {
    text: asTyped(order.text),
    blocks: [typed(order.text)],
    threadTs: order.threadTs,
  })
  return { ...acted(parts, person, order.screen, await delivered), ts: posted.ts, channel: channel.id }
}

/** What Slack's composer makes of typed words. */
function typed(text: string) {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] }
  return { type: 'rich_text', block_id: newBlockId(), elements: [section] }
}

const opening = z.object({
  as: z.string(),
  tab: z.enum(['home', 'messages']).default('home'),
  screen: z.boolean().optional(),
})

/** `POST /_local/home`: open the app's Home (or Messages) tab. */
export const openHome: ControlCall = async ({ parts, request }) => {
  const order = await bodyOf(request, opening)
  const person = actor(parts, order.as)
  const direct = parts.state.directOf(person.id)
  const view = parts.homes.get(person.id)
  const event = {
    type: 'app_home_opened',
    user: person.id,
    channel: direct?.id ?? '',
    tab: order.tab,
    ...(view && order.tab === 'home' ? { view: viewObject(parts, view) } : {}),
    event_ts: parts.clock.nextTs(),
  }
  const ack = await sendEvent(parts, { subscription: 'app_home_opened', event, user: person.id })
  return acted(parts, person, order.screen, ack)
}
