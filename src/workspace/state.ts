import type { z } from 'zod'
import type { Changes } from './changes.ts'
import type { Channel, Facts, Home, Message, Person, StoredFile } from './model.ts'
import * as model from './model.ts'
import type { ChangeLog } from './persistence.ts'

/** What "Slack" knows and keeps: people, conversations, messages, files, App Homes. */
export class State {
  readonly people = new Map<string, Person>()
  readonly channels = new Map<string, Channel>()
  readonly files = new Map<string, StoredFile>()
  readonly homes = new Map<string, Home>()
  facts: Facts | undefined
  lastTs = '0.000000'
  readonly #direct = new Map<string, string>()
  readonly #messages = new Map<string, Map<string, Message>>()
  readonly #log: ChangeLog
  readonly #changes: Changes

  constructor(log: ChangeLog, changes: Changes) {
    this.#log = log
    this.#changes = changes
    const readers: Record<string, (value: unknown) => void> = {
      person: reader(model.person, (it) => this.people.set(it.id, it)),
      channel: reader(model.channel, (it) => this.#keepChannel(it)),
      message: reader(model.message, (it) => this.#keep(it)),
      file: reader(model.storedFile, (it) => this.files.set(it.id, it)),
      home: reader(model.home, (it) => this.homes.set(it.user, it)),
      facts: reader(model.facts, (it) => {
        this.facts = it
      }),
    }
    for (const [kind, , value] of log.past) readers[kind]?.(value)
  }

  putFacts(facts: Facts): void {
    this.facts = facts
    this.#log.append(['facts', 'workspace', facts])
  }

  putPerson(person: Person): void {
    this.people.set(person.id, person)
    this.#log.append(['person', person.id, person])
    this.#changes.touch('all')
  }

  putChannel(channel: Channel): void {
    const before = this.channels.get(channel.id)?.members ?? []
    this.#keepChannel(channel)
    this.#log.append(['channel', channel.id, channel])
    this.#changes.touch([...before, ...channel.members])
  }

  putMessage(message: Message): void {
    this.#keep(message)
    this.#log.append(['message', messageKey(message.channel, message.ts), message])
    this.#changes.touch(this.channels.get(message.channel)?.members ?? [])
  }

  removeMessage(message: Message): void {
    this.#messages.get(message.channel)?.delete(message.ts)
    this.#log.append(['message', messageKey(message.channel, message.ts), null])
    this.#changes.touch(this.channels.get(message.channel)?.members ?? [])
  }

  putFile(file: StoredFile): void {
    this.files.set(file.id, file)
    this.#log.append(['file', file.id, file])
  }

  putHome(home: Home): void {
    this.homes.set(home.user, home)
    this.#log.append(['home', home.user, home])
    this.#changes.touch([home.user])
  }

  /** Oldest first. */
  messagesOf(channel: string): Message[] {
    return [...(this.#messages.get(channel)?.values() ?? [])]
  }

  message(channel: string, ts: string): Message | undefined {
    return this.#messages.get(channel)?.get(ts)
  }

  /** The conversation between a person and the app. */
  directOf(person: string): Channel | undefined {
    return this.channels.get(this.#direct.get(person) ?? '')
  }

  channelsOf(person: string): Channel[] {
    return [...this.channels.values()].filter((channel) => channel.members.includes(person))
  }

  #keepChannel(channel: Channel): void {
    this.channels.set(channel.id, channel)
    if (channel.kind === 'direct' && channel.with) this.#direct.set(channel.with, channel.id)
  }

  #keep(message: Message): void {
    const known = this.#messages.get(message.channel)
    if (known) known.set(message.ts, message)
    else this.#messages.set(message.channel, new Map([[message.ts, message]]))
    if (message.ts > this.lastTs) this.lastTs = message.ts
  }
}

function messageKey(channel: string, ts: string): string {
  return `${channel}/${ts}`
}

function reader<T>(schema: z.ZodType<T>, keep: (value: T) => void): (value: unknown) => void {
  return (value) => keep(schema.parse(value))
}
