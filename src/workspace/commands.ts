import type { Ack } from './deliveries.ts'
import { verificationToken } from './events.ts'
import { findChannel, findPerson } from './lookup.ts'
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

/** A mark and up to five words after it: as long as a name gets. */
const mention = /([@#])([\p{L}\p{N}'’._-]+(?: [\p{L}\p{N}'’._-]+){0,4})/gu

function named(parts: Parts, text: string): string {
  return text.replace(mention, (all, mark: string, said: string) => {
    const words = said.split(' ')
    // The longest first, so that "@Jo Ward-Smith" is not taken for "@Jo Ward".
    for (let count = words.length; count > 0; count -= 1) {
      const spoken = words.slice(0, count).join(' ')
      const name = spoken.replace(/[.'’-]+$/, '')
      const found = mark === '@' ? personLink(parts, name) : channelLink(parts, name)
      if (found) return [found + spoken.slice(name.length), ...words.slice(count)].join(' ')
    }
    return all
  })
}

function personLink(parts: Parts, name: string): string | undefined {
  const person = findPerson(parts.state, name)
  return person && `<@${person.id}|${person.name}>`
}

function channelLink(parts: Parts, name: string): string | undefined {
  const channel = findChannel(parts.state, name)
  return channel && channel.kind !== 'direct' ? `<#${channel.id}|${channel.name}>` : undefined
}
