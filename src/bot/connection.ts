import type { SlackSettings } from '../config.ts'
import type { SlackTransport } from '../slack/app.ts'

/** Which Slack the bot talks to, and how. */
export interface Connection {
  readonly apiUrl: string
  readonly botToken: string
  readonly transport: SlackTransport
  /** Address of the local workspace; absent with real Slack. */
  readonly workspaceUrl: string | undefined
}

/** @throws when the bot is started without the local workspace that its settings ask for */
export function connectionOf(slack: SlackSettings): Connection {
  if (slack.kind !== 'local') {
    const transport: SlackTransport =
      slack.kind === 'socket'
        ? { kind: 'socket', appToken: slack.appToken }
        : { kind: 'http', signingSecret: slack.signingSecret }
    return { apiUrl: slack.apiUrl, botToken: slack.botToken, transport, workspaceUrl: undefined }
  }
  const { running } = slack
  const secret = slack.transport === 'socket' ? running?.appToken : running?.signingSecret
  if (!running || secret === undefined)
    throw new Error(
      'The bot alone has no Slack to talk to. Start it together with the local workspace: npm start',
    )
  return {
    apiUrl: running.apiUrl,
    botToken: running.botToken,
    transport:
      slack.transport === 'socket'
        ? { kind: 'socket', appToken: secret }
        : { kind: 'http', signingSecret: secret },
    workspaceUrl: new URL(running.url).origin,
  }
}
