import type { Ack } from './deliveries.ts'
import { newId } from './ids.ts'
import type { Json } from './json.ts'
import type { Parts } from './parts.ts'

export interface AppEvent {
  /** As the manifest subscribes to it, such as `message.im`. */
  readonly subscription: string
  readonly event: Json
  readonly user?: string
  readonly channel?: string
}

/** Sends an event if the app subscribes to it; nothing happens otherwise. */
export function sendEvent(
  parts: Parts,
  { subscription, event, user, channel }: AppEvent,
): Promise<Ack | undefined> {
  if (!parts.app.events.has(subscription)) return Promise.resolve(undefined)
  const { facts } = parts
  const authorization = {
    enterprise_id: null,
    team_id: facts.teamId,
    user_id: facts.botUser,
    is_bot: true,
    is_enterprise_install: false,
  }
  return parts.deliveries.deliverEvent({
    kind: 'events_api',
    name: subscription,
    payload: {
      token: verificationToken,
      team_id: facts.teamId,
      context_team_id: facts.teamId,
      context_enterprise_id: null,
      api_app_id: facts.appId,
      event,
      type: 'event_callback',
      event_id: newId('Ev'),
      event_time: parts.clock.seconds(),
      authorizations: [authorization],
      is_ext_shared_channel: false,
      event_context: `4-${newId('')}`,
    },
    ...(user ? { user } : {}),
    ...(channel ? { channel } : {}),
  })
}

/** Slack's long-deprecated verification token, still a field of every payload. */
export const verificationToken = 'local-verification-token'
