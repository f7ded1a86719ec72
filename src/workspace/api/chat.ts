import { filledIn } from '../blocks.ts'
import { isRecord, type Json, records } from '../json.ts'
import {
  editMessage,
  ephemeralByApp,
  messageObject,
  postByApp,
  removeMessage,
  type Wording,
} from '../messages.ts'
import type { Channel, Message } from '../model.ts'
import { blockProblems } from '../validate-blocks.ts'
import { type Call, type Methods, required, SlackError } from './call.ts'
import { refuseProblems } from './refuse-problems.ts'

/** docs.slack.dev, chat.postMessage: text beyond 40,000 characters is cut; `msg_too_long` is the old name of refusing. */
const textLimit = 40_000
/** slack_kit, chat.postMessage errors: "A maximum of 100 attachments". */
const attachmentLimit = 100
/** No figure is published for `metadata_too_large`; this is the workspace's own. */
const metadataLimit = 32_000

export const chat: Methods = {
  'chat.postMessage': {
    scopes: ['chat:write'],
    run: (call) => {
      const channel = destination(call, required(call, 'channel'))
      const threadTs = threadOf(call, channel)
      const message = postByApp(call.parts, channel.id, { ...wordingOf(call), threadTs })
      return posted(call, message)
    },
  },

  'chat.update': {
    scopes: ['chat:write'],
    run: (call) => {
      const message = ownMessage(call, 'cant_update_message')
      const wording = wordingOf(call)
      // docs.slack.dev, chat.update: blocks that are not given again are removed when text is given.
      const edited = editMessage(call.parts, message, wording)
      return { ...posted(call, edited), text: edited.text }
    },
  },

  'chat.delete': {
    scopes: ['chat:write'],
    run: (call) => {
      const message = ownMessage(call, 'cant_delete_message')
      removeMessage(call.parts, message)
      call.effect['channel'] = message.channel
      call.effect['ts'] = message.ts
      return { channel: message.channel, ts: message.ts }
    },
  },

  'chat.postEphemeral': {
    scopes: ['chat:write'],
    run: (call) => {
      const channel = destination(call, required(call, 'channel'))
      const user = required(call, 'user')
      if (!call.parts.state.people.has(user)) throw new SlackError('user_not_found')
      if (!channel.members.includes(user)) throw new SlackError('user_not_in_channel')
      const wording = { ...wordingOf(call), threadTs: call.args.text('thread_ts') }
      const message = ephemeralByApp(call.parts, channel.id, user, wording)
      Object.assign(call.effect, { channel: channel.id, ts: message.ts, to: user })
      return { message_ts: message.ts }
    },
  },

  'chat.getPermalink': {
    run: (call) => {
      const channel = required(call, 'channel')
      const ts = required(call, 'message_ts')
      const found = call.parts.state.channels.get(channel)
      if (!found?.members.includes(call.parts.facts.botUser)) throw new SlackError('channel_not_found')
      const message = call.parts.state.message(channel, ts)
      if (!message) throw new SlackError('message_not_found')
      const inThread =
        message.threadTs && message.threadTs !== ts ? `?thread_ts=${message.threadTs}&cid=${channel}` : ''
      return {
        channel,
        permalink: `${call.parts.address.url}/archives/${channel}/p${ts.replace('.', '')}${inThread}`,
      }
    },
  },
}

/** The conversation a post goes to, or Slack's reason why it cannot. */
function destination({ parts }: Call, said: string): Channel {
  const { state, facts, app } = parts
  const name = said.replace(/^#/, '')
  const byName = () => [...state.channels.values()].find((one) => one.kind === 'channel' && one.name === name)
  const channel = state.channels.get(said) ?? state.directOf(said) ?? byName()
  if (!channel) throw new SlackError('channel_not_found')
  const isMember = channel.members.includes(facts.botUser)
  if (!isMember) throw new SlackError(channel.kind === 'channel' ? 'not_in_channel' : 'channel_not_found')
  if (channel.archived) throw new SlackError('is_archived')
  if (channel.kind === 'direct') {
    if (!app.messagesTab) throw new SlackError('messages_tab_disabled')
    // Not on chat.postMessage's published list; conversations.open names it, and nothing else fits.
    if (state.people.get(channel.with ?? '')?.deactivated) throw new SlackError('user_disabled')
  }
  return channel
}

function threadOf({ parts, args }: Call, channel: Channel): string | undefined {
  const ts = args.text('thread_ts')
  if (!ts) return undefined
  const parent = parts.state.message(channel.id, ts)
  if (!parent) throw new SlackError('thread_not_found')
  return parent.threadTs ?? parent.ts
}

function wordingOf(call: Call): Wording {
  const { args } = call
  const text = args.text('text') ?? ''
  const given = args.nested('blocks')
  if (given !== undefined && !Array.isArray(given)) throw new SlackError('invalid_blocks_format')
  refuseProblems('invalid_blocks', blockProblems(given ?? [], 'message'))
  const blocks = filledIn(records(given))
  const attachments = records(args.nested('attachments'))
  if (attachments.length > attachmentLimit) throw new SlackError('too_many_attachments')
  if ([...text].length > textLimit) throw new SlackError('msg_too_long')
  if (!text.trim() && blocks.length === 0 && attachments.length === 0) throw new SlackError('no_text')
  return { text, blocks, attachments, metadata: metadataOf(args.nested('metadata')) }
}

function metadataOf(given: unknown): Json | undefined {
  if (given === undefined) return undefined
  if (!isRecord(given)) throw new SlackError('invalid_metadata_format')
  if (typeof given['event_type'] !== 'string' || !isRecord(given['event_payload'])) {
    throw new SlackError('invalid_metadata_schema')
  }
  if (JSON.stringify(given).length > metadataLimit) throw new SlackError('metadata_too_large')
  return given
}

function ownMessage(call: Call, notOwn: string): Message {
  const { parts } = call
  const channel = parts.state.channels.get(required(call, 'channel'))
  if (!channel?.members.includes(parts.facts.botUser)) throw new SlackError('channel_not_found')
  if (channel.archived) throw new SlackError('is_archived')
  const message = parts.state.message(channel.id, required(call, 'ts'))
  if (!message) throw new SlackError('message_not_found')
  if (!message.byApp) throw new SlackError(notOwn)
  return message
}

function posted(call: Call, message: Message): Json {
  call.effect['channel'] = message.channel
  call.effect['ts'] = message.ts
  return { channel: message.channel, ts: message.ts, message: messageObject(call.parts, message) }
}
