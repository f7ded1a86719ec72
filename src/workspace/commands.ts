import type { Ack } from './deliveries.ts'
import { verificationToken } from './events.ts'
import type { SlashCommand } from './manifest.ts'
import type { Channel, Person } from './model.ts'
import type { Parts } from './parts.ts'
import { channelName } from './payload.ts'
import { type Responded, respond } from './respond.ts'

/** A person runs a slash command. When the app does not answer in time, Slack says so to that person. */
export async function runCommand(
  parts: Parts,
  person: Person,
  channel: Channel,
  command: SlashCommand,
  text: string,
): Promise<{ ack: Ack; responded: Responded }> {
  const target = { user: person.id, channel: channel.id }
  const ack = await parts.deliveries.deliver({
    kind: 'slash_commands',
    name: command.command,
    user: person.id,
    channel: channel.id,
    payload: {
      token: verificationToken,
      team_id: parts.facts.teamId,
      team_domain: parts.facts.teamDomain,
      channel_id: channel.id,
      channel_name: channelName(channel),
      user_id: person.id,
      user_name: person.name,
      command: command.command,
      text: command.should_escape ? escaped(parts, text) : text,
      api_app_id: parts.facts.appId,
      // A string here and a boolean everywhere else: recorded production payloads.
      is_enterprise_install: 'false',
      response_url: parts.responseUrls.issue(target),
      trigger_id: parts.triggers.issue(person.id),
    },
  })
  const responded = ack.failure ? {} : respond(parts, target, ack.payload)
  const reached = ack.failure === 'operation_timeout' ? ack.failure : 'dispatch_failed'
  const error = ack.failure ? reached : 'error' in responded && responded.error
  if (error) {
    const text = `${command.command} failed with the error "${error}"`
    parts.client.notify(person.id, { at: parts.clock.iso(), channel: channel.id, text })
  }
  return { ack, responded }
}

/** `should_escape`: people and channels become ids, so that two people of one name are not mixed up. */
function escaped(parts: Parts, text: string): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return named(parts, safe).replace(/(^|\s)(https?:\/\/\S+)/g, '$1<$2>')
}

function named(parts: Parts, text: string): string {
  if (!/[@#]/.test(text)) return text
  const people = [...parts.state.people.values()]
  const names = people.flatMap((person) => [
    { said: `@${person.realName}`, becomes: `<@${person.id}|${person.name}>` },
    { said: `@${person.name}`, becomes: `<@${person.id}|${person.name}>` },
  ])
  const channels = [...parts.state.channels.values()].filter((channel) => channel.kind !== 'direct')
  const rooms = channels.map((channel) => ({
    said: `#${channel.name}`,
    becomes: `<#${channel.id}|${channel.name}>`,
  }))
  // Longest first, so that "@Jo Ward-Smith" is not taken for "@Jo Ward".
  const all = [...names, ...rooms].sort((a, b) => b.said.length - a.said.length)
  const found = new RegExp(all.map(({ said }) => `${escapeRegExp(said)}(?![\\w-])`).join('|'), 'gi')
  return text.replace(found, (match) => {
    return all.find(({ said }) => said.toLowerCase() === match.toLowerCase())?.becomes ?? match
  })
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
