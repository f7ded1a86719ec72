import { z } from 'zod'
import type { Entry } from '../journal.ts'
import { mayPersonSee } from '../lookup.ts'
import type { Parts } from '../parts.ts'
import { personShown, screenOf } from '../screen-of.ts'
import { type ControlCall, personCalled, queryOf } from './request.ts'

export const listPeople: ControlCall = ({ parts }) => ({
  ok: true,
  people: [...parts.state.people.values()].map(personShown),
})

export const listChannels: ControlCall = ({ parts }) => ({
  ok: true,
  channels: [...parts.state.channels.values()].map(({ id, name, kind, topic, members, archived }) => ({
    id,
    name,
    kind,
    topic,
    members,
    archived,
    withApp: members.includes(parts.facts.botUser),
  })),
})

export const listCommands: ControlCall = ({ parts }) => ({
  ok: true,
  commands: parts.app.commands.map(({ command, description, usage_hint }) => ({
    command,
    description,
    ...(usage_hint ? { usage_hint } : {}),
  })),
  shortcuts: parts.app.shortcuts,
})

/** `GET /_local/screen?as=`: the Screen of screen.ts itself, not wrapped. */
export const showScreen: ControlCall = ({ parts, request }) => {
  const { as } = queryOf(request, z.object({ as: z.string() }))
  return { ...screenOf(parts, personCalled(parts, as)) }
}

const question = z.object({
  type: z.string().optional(),
  method: z.string().optional(),
  since: z.coerce.number().default(0),
  as: z.string().optional(),
  limit: z.coerce.number().default(20_000),
})

/** `GET /_local/journal`: newest `limit` entries after `since`; with `as`, only what this person could see. */
export const readJournal: ControlCall = ({ parts, request }) => {
  const { type, method, since, as, limit } = queryOf(request, question)
  const person = as ? personCalled(parts, as) : undefined
  const entries = parts.journal.entries.filter(
    (entry) =>
      entry.seq > since &&
      (!type || entry.type === type) &&
      (!method || entry['method'] === method || entry['name'] === method) &&
      (!person || couldSee(parts, entry, person.id)),
  )
  return { ok: true, entries: entries.slice(-limit), last: parts.journal.entries.at(-1)?.seq ?? 0 }
}

function couldSee(parts: Parts, entry: Entry, person: string): boolean {
  if (entry['user'] !== undefined) return entry['user'] === person
  const effect = entry['effect']
  const told = typeof effect === 'object' && effect !== null ? { ...effect } : {}
  if ('to' in told && told.to !== undefined) return told.to === person
  if ('user' in told && told.user !== undefined) return told.user === person
  const where = 'channel' in told ? told.channel : entry['channel']
  const channel = parts.state.channels.get(String(where))
  return channel ? mayPersonSee(channel, person) : false
}
