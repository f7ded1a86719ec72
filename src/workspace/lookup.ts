import type { Channel, Person } from './model.ts'
import type { State } from './state.ts'

/** A person by id, e-mail, handle or real name, as somebody would say it. */
export function findPerson(state: State, said: string): Person | undefined {
  const exact = state.people.get(said)
  if (exact) return exact
  const word = said.trim().replace(/^@/, '').toLowerCase()
  const people = [...state.people.values()]
  return (
    people.find((person) => person.email?.toLowerCase() === word) ??
    people.find((person) => person.name.toLowerCase() === word) ??
    people.find((person) => person.realName.toLowerCase() === word)
  )
}

/** A conversation by id or name; the direct message with the app also by the app's name. */
export function findChannel(state: State, said: string, asker?: string): Channel | undefined {
  const exact = state.channels.get(said)
  if (exact) return exact
  const word = said.trim().replace(/^[#@]/, '').toLowerCase()
  for (const channel of state.channels.values()) {
    if (channel.kind !== 'direct' && channel.name.toLowerCase() === word) return channel
  }
  const bot = state.people.get(state.facts?.botUser ?? '')
  const names = [bot?.id, bot?.name, bot?.realName, 'dm', 'app', 'direct message']
  const isApp = names.some((name) => name?.toLowerCase() === word)
  return isApp && asker ? state.directOf(asker) : undefined
}

export function mayPersonSee(channel: Channel, person: string): boolean {
  return channel.members.includes(person)
}
