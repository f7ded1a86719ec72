import type { Temporal } from 'temporal-polyfill'
import type { Reading } from './reading.ts'
import { type Setting, settings } from './settings.ts'

/** Where the local workspace runs, for the bot process that `npm start` starts beside it. */
export interface RunningWorkspace {
  readonly url: string
  readonly apiUrl: string
  readonly botToken: string
  readonly appToken: string | undefined
  readonly signingSecret: string | undefined
}

export interface LocalSlack {
  readonly kind: 'local'
  readonly transport: 'socket' | 'http'
  /** First instant of its clock; `undefined`: the present. */
  readonly clock: Temporal.Instant | undefined
  /** `undefined` in the launcher, which has yet to start it. */
  readonly running: RunningWorkspace | undefined
}

export interface SocketSlack {
  readonly kind: 'socket'
  readonly botToken: string
  readonly appToken: string
  readonly apiUrl: string
}

export interface HttpSlack {
  readonly kind: 'http'
  readonly botToken: string
  readonly signingSecret: string
  readonly apiUrl: string
}

export type SlackSettings = LocalSlack | SocketSlack | HttpSlack

const { slackBotToken, slackAppToken, slackSigningSecret, slackApiUrl, workspaceUrl } = settings

const realSlack: readonly Setting[] = [slackBotToken, slackAppToken, slackSigningSecret, slackApiUrl]

const whereIs = {
  botToken: 'It is on the app’s page at api.slack.com/apps, under “OAuth & Permissions”.',
  appToken: 'made on the app’s page at api.slack.com/apps, under “Basic Information”, “App-Level Tokens”',
  signingSecret: 'on the same page, under “App Credentials”',
}

/** Which Slack to talk to; `undefined` when the settings do not say, with the problems noted. */
export function readSlack(reading: Reading, production: boolean): SlackSettings | undefined {
  if (reading.has(workspaceUrl)) return besideWorkspace(reading, production)
  const present = realSlack.filter((it) => reading.has(it))
  if (present.length === 0 && !production) return local(reading, undefined)
  refuseLocalOnly(reading)
  return real(reading, present)
}

/** The bot's own process, started by `npm start` beside the local workspace. */
function besideWorkspace(reading: Reading, production: boolean): LocalSlack | undefined {
  if (production) {
    reading.refuse(workspaceUrl, 'is set in production, where there is no local workspace', 'Leave it out.')
  }
  const url = reading.take(workspaceUrl)
  const given = reading.take(slackApiUrl)
  const botToken = reading.take(slackBotToken)
  const appToken = reading.take(slackAppToken)
  const signingSecret = reading.take(slackSigningSecret)
  if (!reading.has(slackBotToken)) {
    reading.refuse(slackBotToken, `is missing, but ${workspaceUrl.name} is set`, 'Start both with npm start.')
  }
  if (!url || !botToken) return undefined
  // The default is Slack's own address, where the tokens of the local workspace have no business.
  const apiUrl = reading.has(slackApiUrl) ? given : new URL('api/', url).href
  return local(reading, { url, apiUrl, botToken, appToken, signingSecret })
}

function local(reading: Reading, running: RunningWorkspace | undefined): LocalSlack {
  const transport = reading.take(settings.workspaceTransport)
  return { kind: 'local', transport, clock: reading.take(settings.clock), running }
}

function real(reading: Reading, present: readonly Setting[]): SlackSettings | undefined {
  const botToken = reading.take(slackBotToken)
  const appToken = reading.take(slackAppToken)
  const signingSecret = reading.take(slackSigningSecret)
  const apiUrl = reading.take(slackApiUrl)
  const half = present.map(({ name }) => name).join(' and ')
  const but = half ? `is missing, but ${half} ${present.length > 1 ? 'are' : 'is'} set` : undefined
  if (!reading.has(slackBotToken)) {
    reading.refuse(
      slackBotToken,
      but ?? 'is missing: in production Scrutineer talks to real Slack only',
      `Set it. ${whereIs.botToken} To try Scrutineer without Slack, set none of these and leave NODE_ENV out.`,
    )
  }
  if (!reading.has(slackAppToken) && !reading.has(slackSigningSecret)) {
    reading.refuse(
      { ...slackAppToken, name: `${slackAppToken.name} or ${slackSigningSecret.name}` },
      but ?? 'is missing',
      `For Socket Mode set ${slackAppToken.name} (${whereIs.appToken}); for HTTP set ${slackSigningSecret.name} (${whereIs.signingSecret}).`,
    )
  }
  if (!botToken) return undefined
  if (appToken) return { kind: 'socket', botToken, appToken, apiUrl }
  if (signingSecret) return { kind: 'http', botToken, signingSecret, apiUrl }
  return undefined
}

function refuseLocalOnly(reading: Reading): void {
  const all: readonly Setting[] = Object.values(settings)
  for (const it of all) {
    if (it.localOnly && reading.has(it)) {
      reading.refuse(
        it,
        'works in the local workspace only, not with real Slack or in production',
        'Leave it out.',
      )
    }
  }
}
