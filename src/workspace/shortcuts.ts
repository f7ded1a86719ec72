import type { Ack } from './deliveries.ts'
import type { Shortcut } from './manifest.ts'
import { messageObject } from './messages.ts'
import type { Message, Person } from './model.ts'
import type { Parts } from './parts.ts'
import { channelName, interaction } from './payload.ts'

/** A person picks a shortcut: a global one from the composer, or one from a message's menu. */
export async function useShortcut(
  parts: Parts,
  person: Person,
  shortcut: Shortcut,
  message?: Message,
): Promise<Ack> {
  const { callback_id } = shortcut
  const actionTs = `${parts.clock.seconds()}.000000`
  const channel = message ? parts.state.channels.get(message.channel) : undefined
  const about =
    message && channel
      ? {
          message_ts: message.ts,
          channel: { id: channel.id, name: channelName(channel) },
          message: messageObject(parts, message),
          response_url: parts.responseUrls.issue({
            user: person.id,
            channel: channel.id,
            messageTs: message.ts,
          }),
        }
      : {}
  const type = message ? 'message_action' : 'shortcut'
  const ack = await parts.deliveries.deliver({
    kind: 'interactive',
    name: `${type} ${callback_id}`,
    user: person.id,
    ...(channel ? { channel: channel.id } : {}),
    payload: { ...interaction(parts, type, person), callback_id, action_ts: actionTs, ...about },
  })
  if (ack.failure) {
    parts.client.notify(person.id, {
      at: parts.clock.iso(),
      text: `${shortcut.name} failed: the app did not respond.`,
    })
  }
  return ack
}
