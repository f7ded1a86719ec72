import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import { request } from 'undici'
import { vi } from 'vitest'
import { z } from 'zod'
import type { Screen, ScreenMessage } from '../../src/workspace/screen.ts'
import {
  type RunningWorkspace,
  startWorkspace,
  type WorkspaceOptions,
} from '../../src/workspace/workspace.ts'

export const credentials = { botToken: 'xoxb-local', appToken: 'xapp-local', signingSecret: 'local-secret' }

export const manifest = {
  display_information: { name: 'Scrutineer' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    bot_user: { display_name: 'Scrutineer' },
    slash_commands: [
      { command: '/pack', description: 'Publish an agenda pack', usage_hint: '[help]', should_escape: true },
      { command: '/apologies', description: 'Send your apologies' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'channels:read',
        'chat:write',
        'commands',
        'files:read',
        'files:write',
        'groups:read',
        'im:history',
        'im:write',
        'users:read',
        'users:read.email',
      ],
    },
  },
  settings: { event_subscriptions: { bot_events: ['message.im', 'app_home_opened'] } },
}

export const seed = {
  team: { id: 'T0LOCAL', name: 'Sample council', domain: 'sample' },
  people: [
    {
      id: 'U0CLERK',
      name: 'a.clerk',
      realName: 'Alex Clerk',
      title: 'Clerk',
      email: 'clerk@council.example',
    },
    {
      id: 'U0WARD',
      name: 'j.ward',
      realName: 'Cllr Jo Ward',
      title: 'Chair',
      email: 'j.ward@council.example',
    },
    { id: 'U0WEST', name: 'k.west', realName: 'Cllr Kit West', email: 'k.west@council.example' },
  ],
  channels: [
    { id: 'C0SCRUTINY', name: 'scrutiny', members: ['a.clerk', 'j.ward', 'k.west'] },
    { id: 'C0CLERKS', name: 'clerks', private: true, members: ['a.clerk'] },
    { id: 'C0CABINET', name: 'cabinet', private: true, members: ['j.ward'], withApp: false },
    { id: 'C0GENERAL', name: 'general', members: ['a.clerk', 'j.ward'], withApp: false },
  ],
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'workspace-'))
}

export function open(options: Partial<WorkspaceOptions> = {}): Promise<RunningWorkspace> {
  return startWorkspace({ seed, manifest, transport: 'socket', ...credentials, ...options })
}

const answerShape = z.record(z.string(), z.unknown())
type Answer = z.output<typeof answerShape>
/** The workspace's own contract; the page trusts it in the same way. */
const screenShape = z.custom<Screen>((value) => value instanceof Object && 'conversations' in value)

/** The control interface, as a script uses it. Without `fetch`, which costs more than most of what is asked for. */
export class Hand {
  readonly url: string

  constructor(url: string) {
    this.url = url
  }

  async ask(
    path: string,
    body?: object,
    method = body ? 'POST' : 'GET',
  ): Promise<Answer & { status: number }> {
    const answer = await request(`${this.url}/_local/${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    })
    return { ...answerShape.parse(await answer.body.json()), status: answer.statusCode }
  }

  async screen(as: string): Promise<Screen> {
    const { body } = await request(`${this.url}/_local/screen?as=${encodeURIComponent(as)}`)
    return screenShape.parse(await body.json())
  }

  /** The messages this person sees in a conversation, oldest first. */
  async messages(as: string, conversation = 'Scrutineer'): Promise<readonly ScreenMessage[]> {
    const screen = await this.screen(as)
    return screen.conversations.find((one) => one.name === conversation)?.messages ?? []
  }

  async calls(method: string): Promise<Answer[]> {
    const { entries } = await this.ask(`journal?type=call&method=${method}`)
    return z.array(answerShape).parse(entries)
  }
}

/** A real Bolt app on the workspace, over either transport. Listeners are added before it starts. */
export async function startApp(
  workspace: RunningWorkspace,
  transport: 'socket' | 'http',
  listeners: (app: App) => void,
): Promise<{ app: App; url?: string; stop(): Promise<void> }> {
  const clientOptions = {
    slackApiUrl: `${workspace.url}/api/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  }
  const logLevel = LogLevel.ERROR
  const { appToken, botToken: token, signingSecret } = credentials
  if (transport === 'socket') {
    const receiver = new SocketModeReceiver({
      appToken,
      logLevel,
      clientPingTimeout: 1000,
      installerOptions: { clientOptions },
    })
    const app = new App({ token, receiver, logLevel, clientOptions })
    listeners(app)
    await app.start()
    return { app, stop: async () => void (await app.stop()) }
  }
  const receiver = new HTTPReceiver({ signingSecret, logLevel })
  const app = new App({ token, receiver, logLevel, clientOptions })
  listeners(app)
  const server = await app.start({ port: 0, host: '127.0.0.1' })
  const address = 'address' in server ? server.address() : undefined
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  await new Hand(workspace.url).ask('bot', { url })
  return { app, url, stop: async () => void (await app.stop()) }
}

/** The bot's own client, straight on the Web API. */
export function client(workspace: RunningWorkspace): WebClient {
  return new WebClient(credentials.botToken, {
    slackApiUrl: `${workspace.url}/api/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  })
}

const refusedShape = z.object({ data: z.looseObject({ error: z.string() }) })

/** The whole answer of a call that Slack says no to. */
export async function refusal(call: Promise<unknown>): Promise<{ error: string; [more: string]: unknown }> {
  const outcome = await call.then(
    () => ({ data: { error: 'nothing: the call was taken' } }),
    (error: unknown) => refusedShape.parse(error),
  )
  return outcome.data
}

export const plainText = (text: string) => ({ type: 'plain_text' as const, text })
export const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text })

/** Waits for what must come to be; patient, because the machine may be busy with other tests. */
export function until<T>(seen: () => T | Promise<T>) {
  return vi.waitUntil(seen, { timeout: 15_000, interval: 10 })
}
