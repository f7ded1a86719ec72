import { Temporal } from 'temporal-polyfill'
import { newId } from './ids.ts'
import type { Json } from './json.ts'
import { findPerson } from './lookup.ts'
import type { Channel, Facts, Person } from './model.ts'
import type { Seed } from './seed.ts'
import type { State } from './state.ts'

const zone = 'Europe/London'

/** A user object as users.info gives it; the e-mail only with users:read.email. */
export function userObject(person: Person, facts: Facts, now: number, withEmail: boolean): Json {
  const london = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
  const [first = person.realName, ...rest] = person.realName.split(' ')
  const isSummer = london.offsetNanoseconds > 0
  return {
    id: person.id,
    team_id: facts.teamId,
    name: person.name,
    deleted: person.deactivated,
    color: '9f69e7',
    real_name: person.realName,
    ...(person.deactivated
      ? {}
      : {
          tz: zone,
          tz_label: isSummer ? 'British Summer Time' : 'Greenwich Mean Time',
          tz_offset: london.offsetNanoseconds / 1e9,
        }),
    profile: {
      title: person.title ?? '',
      phone: '',
      real_name: person.realName,
      real_name_normalized: person.realName,
      display_name: person.name,
      display_name_normalized: person.name,
      first_name: first,
      last_name: rest.join(' '),
      team: facts.teamId,
      ...(withEmail && person.email ? { email: person.email } : {}),
      ...(person.isBot ? { bot_id: facts.botId, api_app_id: facts.appId } : {}),
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.isGuest,
    is_ultra_restricted: false,
    is_bot: person.isBot,
    is_app_user: false,
    is_email_confirmed: !person.isBot,
    updated: person.updated,
  }
}

export interface NewPerson {
  readonly id?: string | undefined
  readonly name: string
  readonly realName: string
  readonly title?: string | undefined
  readonly email?: string | undefined
  readonly isGuest?: boolean | undefined
  readonly deactivated?: boolean | undefined
}

/** Adds a person and their (still empty) conversation with the app; somebody who exists is answered as they are. */
export function addPerson(state: State, facts: Facts, person: NewPerson, seconds: number): Person {
  const known = findPerson(state, person.id ?? person.email ?? person.name)
  if (known) return known
  const added: Person = {
    id: person.id ?? newId('U'),
    name: person.name,
    realName: person.realName,
    title: person.title,
    email: person.email,
    isGuest: person.isGuest ?? false,
    isBot: false,
    deactivated: person.deactivated ?? false,
    updated: seconds,
  }
  state.putPerson(added)
  const direct: Channel = {
    id: `D${added.id.slice(1)}`,
    name: added.name,
    kind: 'direct',
    topic: '',
    members: [added.id, facts.botUser],
    archived: false,
    created: seconds,
    with: added.id,
  }
  state.putChannel(direct)
  return added
}

export interface NewChannel {
  readonly id?: string | undefined
  readonly name: string
  readonly private?: boolean | undefined
  readonly topic?: string | undefined
  readonly members?: readonly string[] | undefined
  readonly withApp?: boolean | undefined
}

/** Adds a channel, or the missing members to one that exists. Answers the names that nobody bears as well. */
export function addChannel(
  state: State,
  facts: Facts,
  channel: NewChannel,
  seconds: number,
): { channel: Channel; unknown: string[]; joined: string[] } {
  const name = channel.name.replace(/^#/, '')
  const known = [...state.channels.values()].find((other) => other.kind !== 'direct' && other.name === name)
  const people = (channel.members ?? []).map((said) => ({ said, person: findPerson(state, said) }))
  const unknown = people.filter(({ person }) => !person).map(({ said }) => said)
  const members = people.flatMap(({ person }) => (person ? [person.id] : []))
  if (channel.withApp ?? !known) members.push(facts.botUser)
  const before = known?.members ?? []
  const joined = [...new Set(members)].filter((member) => !before.includes(member))
  const now: Channel = known
    ? { ...known, members: [...before, ...joined] }
    : {
        id: channel.id ?? newId('C'),
        name,
        kind: channel.private ? 'private' : 'channel',
        topic: channel.topic ?? '',
        members: joined,
        archived: false,
        created: seconds,
      }
  if (!known || joined.length > 0) state.putChannel(now)
  return { channel: now, unknown, joined }
}

/** Puts the seed's people and channels in place; what is there already stays as it is. */
export function plantSeed(state: State, facts: Facts, seed: Seed, appName: string, seconds: number): void {
  if (!state.people.has(facts.botUser)) {
    state.putPerson({
      id: facts.botUser,
      name: appName.toLowerCase().replace(/[^a-z0-9]+/g, ''),
      realName: appName,
      isGuest: false,
      isBot: true,
      deactivated: false,
      updated: seconds,
    })
  }
  for (const person of seed.people) addPerson(state, facts, person, seconds)
  for (const channel of seed.channels) {
    const exists = [...state.channels.values()].some(
      (other) => other.name === channel.name && other.kind !== 'direct',
    )
    if (exists) continue
    const { unknown } = addChannel(state, facts, channel, seconds)
    if (unknown.length > 0) {
      throw new Error(
        `The seed puts ${unknown.join(', ')} in #${channel.name}, but no person of the seed is called so.`,
      )
    }
  }
}
