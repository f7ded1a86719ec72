import { verificationToken } from './events.ts'
import type { Json } from './json.ts'
import type { Channel, Person } from './model.ts'
import type { Parts } from './parts.ts'

/** The fields that every interaction carries. */
export function interaction(parts: Parts, type: string, person: Person): Json {
  const { facts } = parts
  return {
    type,
    user: { id: person.id, username: person.name, name: person.name, team_id: facts.teamId },
    api_app_id: facts.appId,
    token: verificationToken,
    trigger_id: parts.triggers.issue(person.id),
    team: { id: facts.teamId, domain: facts.teamDomain },
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** Slack never tells an app the name of a private conversation in an interaction. */
export function channelName(channel: Channel): string {
  if (channel.kind === 'direct') return 'directmessage'
  return channel.kind === 'private' ? 'privategroup' : channel.name
}
