import { choicesOf, type Placed, placedElements, words } from '../blocks.ts'
import { labelOf, plain } from '../fill.ts'
import type { Message, Person } from '../model.ts'
import type { Parts } from '../parts.ts'
import { blocksOn, type Surface } from '../press.ts'
import { readable } from '../readable.ts'

export interface Found {
  readonly surface: Surface
  readonly placed: Placed
  /** The overflow entry or the option whose words were meant. */
  readonly option?: string
}

interface Candidate extends Found {
  readonly text: string
  readonly within: string
}

/** The control that shows these words: the open modal first, then messages, newest first, then App Home. */
export function findControl(parts: Parts, person: Person, text: string, within?: string): Found | undefined {
  const candidates = [...allControls(parts, person)].filter(
    (one) => !within || plain(one.within).includes(plain(within)),
  )
  const wanted = plain(text)
  return (
    candidates.find((one) => one.text === text) ??
    candidates.find((one) => plain(one.text) === wanted) ??
    candidates.find((one) => plain(one.text).includes(wanted))
  )
}

/** The words of every control in reach, for an error that helps. */
export function wordsInReach(parts: Parts, person: Person): string[] {
  return [...new Set([...allControls(parts, person)].map((one) => one.text).filter(Boolean))].slice(0, 40)
}

function* allControls(parts: Parts, person: Person): Generator<Candidate> {
  const modal = parts.modals.top(person.id)
  if (modal) yield* controls({ kind: 'view', view: modal }, words(modal.content['title']))
  for (const { message, ephemeral } of newestFirst(parts, person)) {
    if (message.blocks.length === 0) continue
    const channel = parts.state.channels.get(message.channel)
    const name = channel?.kind === 'direct' ? parts.app.botName : (channel?.name ?? '')
    const within = `#${name} ${readable(parts.state, message.blocks)} ${message.text}`
    yield* controls({ kind: 'message', message, ephemeral }, within)
  }
  const home = parts.homes.get(person.id)
  if (home)
    yield* controls(
      { kind: 'view', view: home },
      `app home ${readable(parts.state, blocksOn({ kind: 'view', view: home }))}`,
    )
}

export function newestFirst(parts: Parts, person: Person): { message: Message; ephemeral: boolean }[] {
  const kept = parts.state.channelsOf(person.id).flatMap((channel) => parts.state.messagesOf(channel.id))
  const shown = [
    ...kept.map((message) => ({ message, ephemeral: false })),
    ...parts.client.ephemeralsOf(person.id).map((message) => ({ message, ephemeral: true })),
  ]
  return shown.sort((a, b) => (a.message.ts < b.message.ts ? 1 : -1))
}

function* controls(surface: Surface, within: string): Generator<Candidate> {
  for (const placed of placedElements(blocksOn(surface))) {
    const common = { surface, placed, within }
    const name = words(placed.element['text']) || words(placed.element['placeholder'])
    if (name) yield { ...common, text: name }
    if (placed.place === 'input') {
      if (placed.block['dispatch_action'] === true) yield { ...common, text: labelOf(placed) }
      continue
    }
    for (const choice of choicesOf(placed.element))
      yield { ...common, text: choice.text, option: choice.value }
  }
}
