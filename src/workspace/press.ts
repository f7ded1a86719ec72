import { choicesOf, type Placed } from './blocks.ts'
import type { Ack } from './deliveries.ts'
import { fileObject } from './file-object.ts'
import { type Held, type HeldValue, heldAfter, holdsNothing, keyOf, stateOf, stateValues } from './held.ts'
import type { Json } from './json.ts'
import { records } from './json.ts'
import { messageObject } from './messages.ts'
import type { ShownView } from './modals.ts'
import type { Message, Person } from './model.ts'
import type { Parts } from './parts.ts'
import { channelName, interaction } from './payload.ts'
import { viewObject } from './views.ts'

/** Where a pressed control stands. */
export type Surface =
  | { readonly kind: 'view'; readonly view: ShownView }
  | { readonly kind: 'message'; readonly message: Message; readonly ephemeral: boolean }

export interface Press {
  readonly person: Person
  readonly surface: Surface
  readonly placed: Placed
  /** What it holds after the press; for an overflow menu the entry's value. */
  readonly value?: HeldValue | undefined
}

export function blocksOn(surface: Surface): Json[] {
  return surface.kind === 'view' ? records(surface.view.content['blocks']) : surface.message.blocks
}

/** What the controls of a surface hold for this person. */
export function heldOn(parts: Parts, person: Person, surface: Surface): Held {
  if (surface.kind === 'view') return surface.view.held
  const { channel, ts } = surface.message
  return parts.client.heldIn(person.id, channel, ts) ?? heldAfter(surface.message.blocks)
}

/** A person presses a button or chooses something: `block_actions`. */
export async function press(parts: Parts, { person, surface, placed, value }: Press): Promise<Ack> {
  const held = heldOn(parts, person, surface)
  if (!holdsNothing(placed.type)) {
    if (value === undefined) held.delete(keyOf(placed))
    else held.set(keyOf(placed), value)
    if (surface.kind === 'message')
      parts.client.hold(person.id, surface.message.channel, surface.message.ts, held)
  }
  const action = actionPayload(parts, placed, value)
  const values = stateValues(blocksOn(surface), held, (id) => fileObject(parts, id))
  const where =
    surface.kind === 'view' ? inView(parts, surface.view) : inMessage(parts, person, surface, values)
  const ack = await parts.deliveries.deliver({
    kind: 'interactive',
    name: `block_actions ${placed.actionId}`,
    user: person.id,
    ...(surface.kind === 'message' ? { channel: surface.message.channel } : {}),
    payload: { ...interaction(parts, 'block_actions', person), ...where, actions: [action] },
  })
  if (ack.failure) sayFailure(parts, person, surface)
  return ack
}

function inView(parts: Parts, view: ShownView): Json {
  return { container: { type: 'view', view_id: view.id }, view: viewObject(parts, view) }
}

function inMessage(parts: Parts, person: Person, surface: Surface & { kind: 'message' }, values: Json): Json {
  const { message, ephemeral } = surface
  const channel = parts.state.channels.get(message.channel)
  const thread = message.threadTs ? { thread_ts: message.threadTs } : {}
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: ephemeral,
      ...thread,
    },
    channel: { id: message.channel, name: channel ? channelName(channel) : '' },
    // Slack does not send the words of an ephemeral message back, only where it was.
    message: ephemeral
      ? {
          bot_id: parts.facts.botId,
          type: 'message',
          text: message.text,
          user: message.user,
          ts: message.ts,
          app_id: parts.facts.appId,
          blocks: message.blocks,
        }
      : messageObject(parts, message),
    state: { values },
    response_url: parts.responseUrls.issue({
      user: person.id,
      channel: message.channel,
      messageTs: message.ts,
      ephemeral,
      ...(message.threadTs ? { threadTs: message.threadTs } : {}),
    }),
  }
}

function actionPayload(parts: Parts, placed: Placed, value: HeldValue | undefined): Json {
  const { element, type, blockId, actionId } = placed
  const common = { type, block_id: blockId, action_id: actionId, action_ts: actionTs(parts) }
  if (type === 'button') {
    const optional = ['value', 'url', 'style', 'confirm'].filter((name) => element[name] !== undefined)
    return {
      ...common,
      text: element['text'],
      ...Object.fromEntries(optional.map((name) => [name, element[name]])),
    }
  }
  if (type === 'overflow') {
    const chosen = choicesOf(element).find((choice) => choice.value === value)
    return { ...common, selected_option: { text: chosen?.option['text'], value: chosen?.value } }
  }
  const { type: _, ...state } = stateOf(placed, value, (id) => fileObject(parts, id))
  const given = Object.entries(element).filter(
    ([name]) => name === 'placeholder' || name.startsWith('initial_'),
  )
  return { ...common, ...state, ...Object.fromEntries(given) }
}

/** An action's own time; unlike a message's it need not be unique. */
function actionTs(parts: Parts): string {
  const now = parts.clock.now()
  return `${Math.floor(now / 1000)}.${String(now % 1000).padStart(3, '0')}000`
}

function sayFailure(parts: Parts, person: Person, surface: Surface): void {
  const text = 'This app is not responding. Try again, or contact the people who look after it.'
  if (surface.kind === 'view' && surface.view.content['type'] === 'modal') {
    surface.view.notice = 'We had some trouble connecting. Try again?'
    parts.changes.touch([person.id])
    return
  }
  const channel = surface.kind === 'message' ? { channel: surface.message.channel } : {}
  parts.client.notify(person.id, { at: parts.clock.iso(), ...channel, text })
}
