import { words } from './blocks.ts'
import { filePath } from './file-object.ts'
import { heldAfter } from './held.ts'
import { records } from './json.ts'
import type { Channel, Message, Person } from './model.ts'
import type { Parts } from './parts.ts'
import { readable, unmarked } from './readable.ts'
import type {
  Screen,
  ScreenConversation,
  ScreenFile,
  ScreenMessage,
  ScreenModal,
  ScreenPerson,
} from './screen.ts'
import { controlsOf, fieldsShown } from './screen-controls.ts'

/** What this person sees now. */
export function screenOf(parts: Parts, person: Person): Screen {
  const home = parts.homes.get(person.id)
  const homeBlocks = records(home?.content['blocks'])
  const modal = modalOf(parts, person)
  return {
    person: personShown(person),
    workspace: { name: parts.facts.teamName },
    now: parts.clock.iso(),
    app: { name: parts.app.botName, botUser: parts.facts.botUser, homeTab: parts.app.homeTab },
    conversations: conversationsOf(parts, person),
    ...(home
      ? {
          home: {
            blocks: homeBlocks,
            text: readable(parts.state, homeBlocks),
            controls: controlsOf(homeBlocks, home.held),
          },
        }
      : {}),
    ...(modal ? { modal } : {}),
    notices: parts.client.noticesOf(person.id),
  }
}

export function personShown(person: Person): ScreenPerson {
  return {
    id: person.id,
    name: person.name,
    realName: person.realName,
    ...(person.email ? { email: person.email } : {}),
    ...(person.title ? { title: person.title } : {}),
    isBot: person.isBot,
    deactivated: person.deactivated,
  }
}

const order = { channel: 0, private: 0, direct: 1 } as const

function conversationsOf(parts: Parts, person: Person): ScreenConversation[] {
  const channels = parts.state.channelsOf(person.id)
  channels.sort((a, b) => order[a.kind] - order[b.kind] || a.name.localeCompare(b.name))
  return channels.map((channel) => conversation(parts, channel, person))
}

function conversation(parts: Parts, channel: Channel, person: Person): ScreenConversation {
  const kept = parts.state.messagesOf(channel.id)
  const ephemerals = parts.client.ephemeralsOf(person.id).filter((one) => one.channel === channel.id)
  const seen = [
    ...kept.map((message) => ({ message, ephemeral: false })),
    ...ephemerals.map((message) => ({ message, ephemeral: true })),
  ].sort((a, b) => (a.message.ts < b.message.ts ? -1 : 1))
  const replies = new Map<string, ScreenMessage[]>()
  const tops: { message: Message; ephemeral: boolean }[] = []
  for (const one of seen) {
    const thread = one.message.threadTs
    if (!thread || thread === one.message.ts) tops.push(one)
    else
      replies.set(thread, [
        ...(replies.get(thread) ?? []),
        messageShown(parts, person, one.message, one.ephemeral, []),
      ])
  }
  const isDirect = channel.kind === 'direct'
  return {
    id: channel.id,
    name: isDirect ? parts.app.botName : channel.name,
    kind: channel.kind,
    ...(isDirect ? { with: parts.facts.botUser } : {}),
    withApp: isDirect,
    topic: channel.topic,
    messages: tops.map(({ message, ephemeral }) =>
      messageShown(parts, person, message, ephemeral, replies.get(message.ts) ?? []),
    ),
  }
}

function messageShown(
  parts: Parts,
  person: Person,
  message: Message,
  ephemeral: boolean,
  replies: readonly ScreenMessage[],
): ScreenMessage {
  const held = parts.client.heldIn(person.id, message.channel, message.ts) ?? heldAfter(message.blocks)
  const author = parts.state.people.get(message.user)
  return {
    ts: message.ts,
    user: message.user,
    name: message.byApp ? parts.app.botName : (author?.realName ?? message.user),
    isBot: message.byApp,
    ephemeral,
    edited: message.edited !== undefined,
    // Slack shows the blocks in place of the text, which is then only read out and put in notifications.
    text:
      message.blocks.length > 0 ? readable(parts.state, message.blocks) : unmarked(parts.state, message.text),
    mrkdwn: message.text,
    blocks: message.blocks,
    controls: controlsOf(message.blocks, held),
    files: message.files.flatMap((id) => fileShown(parts, person, id)),
    replies,
  }
}

function fileShown(parts: Parts, person: Person, id: string): ScreenFile[] {
  const file = parts.state.files.get(id)
  if (!file) return []
  const { name, mimetype, size } = file
  return [{ id, name, mimetype, size, href: `${filePath(file)}?as=${person.id}` }]
}

function modalOf(parts: Parts, person: Person): ScreenModal | undefined {
  const view = parts.modals.top(person.id)
  if (!view) return undefined
  const blocks = records(view.content['blocks'])
  const submit = words(view.content['submit'])
  const close = words(view.content['close'])
  return {
    viewId: view.id,
    title: words(view.content['title']),
    ...(submit ? { submit } : {}),
    ...(close ? { close } : {}),
    depth: parts.modals.stack(person.id).length,
    text: readable(parts.state, blocks),
    blocks,
    fields: fieldsShown(blocks, view.held, view.errors),
    controls: controlsOf(blocks, view.held),
    ...(view.notice ? { notice: view.notice } : {}),
  }
}
