import { setTimeout as pause } from 'node:timers/promises'
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  type WebClient,
} from '@slack/web-api'

/*
 * Who and what there is in a Slack workspace, for imports: the `SlackDirectory` of committees/, which
 * this folder may not name.
 */

/** docs.slack.dev, conversations.list: no more than 200 results at a time are recommended. */
const CHANNELS_A_PAGE = 200
/** A committee of 200 people meets the limit of users.lookupByEmail (tier 3, about 50 a minute) a few times. */
const WAITS = 8

/** Slack refuses to be looked up in: the message says what to change in the app's settings. */
export class DirectoryProblem extends Error {
  override readonly name = 'DirectoryProblem'
}

/**
 * @param client without retries of its own; a rate limit is waited out here, for nobody is waiting in Slack
 * @throws {DirectoryProblem} on every look-up that Slack refuses
 */
export function slackDirectory(client: WebClient) {
  let channels: Promise<Map<string, { id: string; botIsMember: boolean }>> | undefined
  return {
    async userByEmail(email: string): Promise<string | undefined> {
      try {
        const { user } = await waitingOut(() => client.users.lookupByEmail({ email }))
        return user?.id
      } catch (error) {
        if (error instanceof WebAPIPlatformError && error.data.error === 'users_not_found') return undefined
        throw explained(error)
      }
    },
    async channelByName(name: string) {
      channels ??= allChannels(client)
      return (await channels).get(name)
    },
  }
}

/** The workspace that the client's token belongs to. @throws {DirectoryProblem} when Slack does not say it. */
export async function slackTeam(client: WebClient): Promise<{ id: string; name: string }> {
  try {
    const { team_id: id, team: name } = await waitingOut(() => client.auth.test())
    if (id === undefined)
      throw new DirectoryProblem('Slack does not say which workspace the token belongs to.')
    return { id, name: name ?? id }
  } catch (error) {
    throw explained(error)
  }
}

/** Public channels, and the private ones the app is in: Slack shows it no others. */
async function allChannels(client: WebClient): Promise<Map<string, { id: string; botIsMember: boolean }>> {
  const found = new Map<string, { id: string; botIsMember: boolean }>()
  let cursor = ''
  try {
    do {
      const page = await waitingOut(() =>
        client.conversations.list({
          types: 'public_channel,private_channel',
          exclude_archived: true,
          limit: CHANNELS_A_PAGE,
          ...(cursor === '' ? {} : { cursor }),
        }),
      )
      for (const { id, name, is_member } of page.channels ?? [])
        if (id !== undefined && name !== undefined) found.set(name, { id, botIsMember: is_member ?? false })
      cursor = page.response_metadata?.next_cursor ?? ''
    } while (cursor !== '')
  } catch (error) {
    throw explained(error)
  }
  return found
}

async function waitingOut<T>(call: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += 1) {
    try {
      return await call()
    } catch (error) {
      if (!(error instanceof WebAPIRateLimitedError) || waited >= WAITS) throw error
      await pause(error.retryAfter * 1000)
    }
  }
}

function explained(error: unknown): unknown {
  if (error instanceof WebAPIRateLimitedError)
    return new DirectoryProblem('Slack is too busy to be asked. Try again in a few minutes.', {
      cause: error,
    })
  if (error instanceof WebAPIRequestError || error instanceof WebAPIHTTPError)
    return new DirectoryProblem(
      `Slack cannot be reached (${error.message}). Check the network, and try again.`,
      { cause: error },
    )
  if (!(error instanceof WebAPIPlatformError)) return error
  const { error: code } = error.data
  const needed = 'needed' in error.data ? ` It needs the scope ${String(error.data['needed'])}.` : ''
  return new DirectoryProblem(
    code === 'missing_scope'
      ? `Slack does not let Scrutineer look people and channels up.${needed} Install the app again with the manifest in manifests/.`
      : `Slack refuses to be asked (${code}). Check SLACK_BOT_TOKEN, and that the app is still installed.`,
    { cause: error },
  )
}
