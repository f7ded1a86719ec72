import type { Changes } from './changes.ts'
import type { Held } from './held.ts'
import type { Message } from './model.ts'

/**
 * What a person's Slack client holds and the server forgets: ephemeral messages (docs.slack.dev:
 * they do not persist across reloads), Slack's own notices, and half-chosen controls in messages.
 */
export class ClientOnly {
  readonly #ephemerals = new Map<string, Message[]>()
  readonly #notices = new Map<string, { at: string; channel?: string; text: string }[]>()
  readonly #held = new Map<string, Held>()
  readonly #changes: Changes

  constructor(changes: Changes) {
    this.#changes = changes
  }

  ephemeralsOf(person: string): readonly Message[] {
    return this.#ephemerals.get(person) ?? []
  }

  showEphemeral(person: string, message: Message): void {
    const others = this.ephemeralsOf(person).filter((other) => other.ts !== message.ts)
    const all = [...others, message].sort((a, b) => (a.ts < b.ts ? -1 : 1))
    this.#ephemerals.set(person, all)
    this.#changes.touch([person])
  }

  removeEphemeral(person: string, ts: string): void {
    this.#ephemerals.set(
      person,
      this.ephemeralsOf(person).filter((other) => other.ts !== ts),
    )
    this.#changes.touch([person])
  }

  noticesOf(person: string): readonly { at: string; channel?: string; text: string }[] {
    return this.#notices.get(person) ?? []
  }

  notify(person: string, notice: { at: string; channel?: string; text: string }): void {
    this.#notices.set(person, [...this.noticesOf(person), notice].slice(-50))
    this.#changes.touch([person])
  }

  heldIn(person: string, channel: string, ts: string): Held | undefined {
    return this.#held.get(`${person} ${channel} ${ts}`)
  }

  hold(person: string, channel: string, ts: string, held: Held): void {
    this.#held.set(`${person} ${channel} ${ts}`, held)
  }
}
