import type { Json } from '../json.ts'
import { messageObject } from '../messages.ts'
import type { Channel, Message } from '../model.ts'
import type { Parts } from '../parts.ts'
import { type Call, type Methods, required, SlackError } from './call.ts'
import { page } from './paging.ts'

const readScopes = { channel: 'channels:read', private: 'groups:read', direct: 'im:read' } as const
const historyScopes = {
  channel: 'channels:history',
  private: 'groups:history',
  direct: 'im:history',
} as const
const allRead = ['channels:read', 'groups:read', 'im:read', 'mpim:read']
const allHistory = ['channels:history', 'groups:history', 'im:history', 'mpim:history']

export const conversations: Methods = {
  'conversations.open': {
    scopes: ['im:write', 'mpim:write', 'channels:manage', 'groups:write'],
    run: (call) => {
      const { parts, args } = call
      const id = args.text('channel')
      const channel = id ? parts.state.channels.get(id) : directWith(call, args.text('users'))
      if (channel?.kind !== 'direct') throw new SlackError('channel_not_found')
      call.effect['channel'] = channel.id
      return {
        no_op: true,
        already_open: true,
        channel: args.flag('return_im') ? shown(parts, channel) : { id: channel.id },
      }
    },
  },

  'conversations.info': {
    scopes: allRead,
    run: (call) => {
      const channel = visible(call, required(call, 'channel'))
      call.need(readScopes[channel.kind])
      const count = call.args.flag('include_num_members') ? { num_members: channel.members.length } : {}
      return { channel: { ...shown(call.parts, channel), ...count } }
    },
  },

  'conversations.members': {
    scopes: allRead,
    run: (call) => {
      const channel = visible(call, required(call, 'channel'))
      call.need(readScopes[channel.kind])
      const { items, response_metadata } = page(channel.members, call.args, 100)
      return { members: items, response_metadata }
    },
  },

  'conversations.list': {
    scopes: allRead,
    run: (call) => {
      const { parts, args } = call
      const kinds = (args.text('types') ?? 'public_channel').split(',').map((kind) => kind.trim())
      if (kinds.includes('public_channel')) call.need('channels:read')
      if (kinds.includes('private_channel')) call.need('groups:read')
      if (kinds.includes('im')) call.need('im:read')
      const names = { channel: 'public_channel', private: 'private_channel', direct: 'im' } as const
      const all = [...parts.state.channels.values()].filter((channel) => {
        const reachable = channel.kind === 'channel' || channel.members.includes(parts.facts.botUser)
        return (
          reachable &&
          kinds.includes(names[channel.kind]) &&
          !(args.flag('exclude_archived') && channel.archived)
        )
      })
      const { items, response_metadata } = page(all, args, 100)
      return { channels: items.map((channel) => shown(parts, channel)), response_metadata }
    },
  },

  'conversations.history': {
    scopes: allHistory,
    run: (call) => {
      const channel = historyOf(call)
      const all = call.parts.state
        .messagesOf(channel.id)
        .filter((one) => !one.threadTs || one.threadTs === one.ts)
      const newestFirst = within(call, all).reverse()
      const { items, response_metadata } = page(newestFirst, call.args, 100)
      const messages = items.map((one) => withReplies(call.parts, one))
      const hasMore = response_metadata.next_cursor !== ''
      return { messages, has_more: hasMore, pin_count: 0, ...(hasMore ? { response_metadata } : {}) }
    },
  },

  'conversations.replies': {
    scopes: allHistory,
    run: (call) => {
      const channel = historyOf(call)
      const ts = required(call, 'ts')
      const all = call.parts.state
        .messagesOf(channel.id)
        .filter((one) => one.ts === ts || one.threadTs === ts)
      if (all.length === 0) throw new SlackError('thread_not_found')
      const { items, response_metadata } = page(within(call, all), call.args, 1000)
      const messages = items.map((one) => withReplies(call.parts, one))
      return { messages, has_more: response_metadata.next_cursor !== '', response_metadata }
    },
  },
}

function directWith(call: Call, users: string | undefined): Channel | undefined {
  if (!users) throw new SlackError('users_list_not_supplied')
  const ids = users.split(',').map((id) => id.trim())
  const people = ids.map((id) => call.parts.state.people.get(id))
  if (people.some((person) => !person)) throw new SlackError('user_not_found')
  if (people.some((person) => person?.deactivated)) throw new SlackError('user_disabled')
  if (ids.length > 1) throw new SlackError('method_not_supported_for_channel_type')
  return call.parts.state.directOf(ids[0] ?? '')
}

function visible({ parts }: Call, id: string): Channel {
  const channel = parts.state.channels.get(id)
  const reachable = channel?.kind === 'channel' || channel?.members.includes(parts.facts.botUser)
  if (!channel || !reachable) throw new SlackError('channel_not_found')
  return channel
}

function historyOf(call: Call): Channel {
  const channel = visible(call, required(call, 'channel'))
  call.need(historyScopes[channel.kind])
  if (!channel.members.includes(call.parts.facts.botUser)) throw new SlackError('not_in_channel')
  return channel
}

function within({ args }: Call, messages: readonly Message[]): Message[] {
  const oldest = args.text('oldest') ?? '0'
  const latest = args.text('latest') ?? '9999999999.999999'
  const inclusive = args.flag('inclusive')
  return messages.filter(
    ({ ts }) => (ts > oldest && ts < latest) || (inclusive && (ts === oldest || ts === latest)),
  )
}

function withReplies(parts: Parts, message: Message): Json {
  const replies = parts.state
    .messagesOf(message.channel)
    .filter((one) => one.threadTs === message.ts && one.ts !== message.ts)
  const object = messageObject(parts, message)
  const last = replies.at(-1)
  if (!last) return object
  const users = [...new Set(replies.map((reply) => reply.user))]
  const thread = {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
  }
  return { ...object, ...thread, latest_reply: last.ts, is_locked: false, subscribed: false }
}

function shown(parts: Parts, channel: Channel): Json {
  const common = {
    id: channel.id,
    created: channel.created,
    is_archived: channel.archived,
    is_org_shared: false,
  }
  if (channel.kind === 'direct')
    return { ...common, is_im: true, user: channel.with, is_user_deleted: false, priority: 0 }
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'channel',
    is_group: channel.kind === 'private',
    is_private: channel.kind === 'private',
    is_im: false,
    is_mpim: false,
    is_general: false,
    is_shared: false,
    is_ext_shared: false,
    is_member: channel.members.includes(parts.facts.botUser),
    creator: channel.members[0] ?? parts.facts.botUser,
    context_team_id: parts.facts.teamId,
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: channel.members.length,
  }
}
