import { randomUUID } from 'node:crypto'
import type { Ack } from './deliveries.ts'
import { sendEvent } from './events.ts'
import { fileObject } from './file-object.ts'
import type { Json } from './json.ts'
import type { Message } from './model.ts'
import type { Parts } from './parts.ts'

export interface Wording {
  readonly text: string
  readonly blocks: Json[]
  readonly attachments?: Json[]
  readonly metadata?: Json | undefined
  readonly files?: string[]
  readonly threadTs?: string | undefined
}

/** Posts as the app. In its direct messages the app hears of its own messages too, as in Slack. */
export function postByApp(parts: Parts, channel: string, wording: Wording): Message {
  const message: Message = { ...draft(parts, channel, parts.facts.botUser, wording), byApp: true }
  parts.state.putMessage(message)
  shareFiles(parts, message)
  void messageEvent(parts, message)
  return message
}

export function postByPerson(
  parts: Parts,
  channel: string,
  user: string,
  wording: Wording,
): { message: Message; delivered: Promise<Ack | undefined> } {
  const subtype = wording.files?.length ? { subtype: 'file_share' } : {}
  const message: Message = { ...draft(parts, channel, user, wording), ...subtype, clientMsgId: randomUUID() }
  parts.state.putMessage(message)
  shareFiles(parts, message)
  return { message, delivered: messageEvent(parts, message) }
}

export function editMessage(parts: Parts, before: Message, wording: Partial<Wording>): Message {
  const edited = { user: before.user, ts: `${parts.clock.seconds()}.000000` }
  const { text = before.text, blocks = before.blocks, attachments = before.attachments } = wording
  const metadata = wording.metadata ?? before.metadata
  const message: Message = { ...before, text, blocks, attachments, edited, metadata }
  parts.state.putMessage(message)
  const about = { message: messageObject(parts, message), previous_message: messageObject(parts, before) }
  void changeEvent(parts, message, { subtype: 'message_changed', hidden: true, ...about })
  return message
}

export function removeMessage(parts: Parts, message: Message): void {
  parts.state.removeMessage(message)
  const about = { deleted_ts: message.ts, previous_message: messageObject(parts, message) }
  void changeEvent(parts, message, { subtype: 'message_deleted', hidden: true, ...about })
}

/** A message that one person sees and nobody keeps. */
export function ephemeralByApp(parts: Parts, channel: string, to: string, wording: Wording): Message {
  const message: Message = { ...draft(parts, channel, parts.facts.botUser, wording), byApp: true }
  parts.client.showEphemeral(to, message)
  return message
}

/** A message as history, events and interactions carry it. */
export function messageObject(parts: Parts, message: Message): Json {
  const { facts, app } = parts
  const byApp = {
    bot_id: facts.botId,
    app_id: facts.appId,
    bot_profile: {
      id: facts.botId,
      app_id: facts.appId,
      name: app.botName,
      deleted: false,
      team_id: facts.teamId,
    },
  }
  return {
    ...(message.subtype ? { subtype: message.subtype } : {}),
    user: message.user,
    type: 'message',
    ts: message.ts,
    ...(message.clientMsgId ? { client_msg_id: message.clientMsgId } : {}),
    ...(message.byApp ? byApp : {}),
    text: message.text,
    team: facts.teamId,
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.metadata ? { metadata: message.metadata } : {}),
    ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
    ...(message.files.length > 0
      ? { files: message.files.map((id) => fileObject(parts, id)), upload: false, display_as_bot: false }
      : {}),
    blocks: message.blocks,
  }
}

function draft(parts: Parts, channel: string, user: string, wording: Wording): Message {
  return {
    channel,
    ts: parts.clock.nextTs(),
    user,
    byApp: false,
    text: wording.text,
    blocks: wording.blocks,
    attachments: wording.attachments ?? [],
    files: wording.files ?? [],
    threadTs: wording.threadTs,
    metadata: wording.metadata,
  }
}

function shareFiles(parts: Parts, message: Message): void {
  for (const id of message.files) {
    const file = parts.state.files.get(id)
    if (!file || file.channels.includes(message.channel)) continue
    parts.state.putFile({ ...file, channels: [...file.channels, message.channel] })
  }
}

const subscriptions = {
  channel: 'message.channels',
  private: 'message.groups',
  direct: 'message.im',
} as const
const channelTypes = { channel: 'channel', private: 'group', direct: 'im' } as const

function messageEvent(parts: Parts, message: Message): Promise<Ack | undefined> {
  return changeEvent(parts, message, messageObject(parts, message), message.ts)
}

function changeEvent(parts: Parts, message: Message, what: Json, eventTs?: string): Promise<Ack | undefined> {
  const channel = parts.state.channels.get(message.channel)
  if (!channel?.members.includes(parts.facts.botUser)) return Promise.resolve(undefined)
  const ts = eventTs ?? parts.clock.nextTs()
  const event = {
    type: 'message',
    ...what,
    channel: channel.id,
    ts,
    event_ts: ts,
    channel_type: channelTypes[channel.kind],
  }
  const user = channel.with ?? (message.byApp ? undefined : message.user)
  return sendEvent(parts, {
    subscription: subscriptions[channel.kind],
    event,
    channel: channel.id,
    ...(user ? { user } : {}),
  })
}

/** What Slack makes of words that a person types: its control characters are escaped. */
export function asTyped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
