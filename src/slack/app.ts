import type { RequestListener } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'
import type { Logger } from 'pino'
import { boltLogger } from './bolt-logger.ts'
import { eventOf, type Inbox, isOwnEcho } from './inbox.ts'
import { platformError } from './platform-error.ts'

export type SlackTransport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string }

export interface SlackAppSettings {
  readonly apiUrl: string
  readonly botToken: string
  readonly transport: SlackTransport
  /** After so long an HTTP request that no listener has acknowledged is given up; Bolt's own three seconds by default. */
  readonly acknowledgeWithinMs?: number | undefined
}

/** The assembled Bolt app; the same listeners over either transport. */
export interface SlackApp {
  readonly app: App
  /** The route that signed requests arrive at; absent in Socket Mode. */
  readonly requests: RequestListener | undefined
  start(): Promise<void>
  stop(): Promise<void>
  connected(): boolean
  /** Handle events that a process acknowledged and did not live, or was not able, to handle. */
  handleLeftBehind(all: boolean): Promise<void>
  /** Requests from Slack that are being handled. */
  inFlight(): number
}

/** A listener's own calls must answer while a trigger lives (3 s), or say that they could not. */
const LISTENER_TIMEOUT_MS = 5_000
/**
 * Socket Mode 3.1.0 leaves a hole without any connection of this length when Slack refreshes the socket
 * (slack.md D2.7), so it is kept short; much below, a busy moment looks like a lost connection.
 */
const CLIENT_PING_TIMEOUT_MS = 2_000

/**
 * @param inbox events are stored in it before Bolt acknowledges them; when that fails Slack is not
 *   answered and delivers the event again
 */
export function openSlackApp(settings: SlackAppSettings, inbox: Inbox, log: Logger): SlackApp {
  const clientOptions: WebClientOptions = {
    slackApiUrl: settings.apiUrl,
    timeout: LISTENER_TIMEOUT_MS,
    // The SDK would repeat a post that Slack had accepted, and wait for minutes while a person looks at nothing.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  }
  const logger = boltLogger(log.child({ part: 'bolt' }))
  const receiver =
    settings.transport.kind === 'socket'
      ? new SocketModeReceiver({
          appToken: settings.transport.appToken,
          clientPingTimeout: CLIENT_PING_TIMEOUT_MS,
          installerOptions: { clientOptions: { slackApiUrl: settings.apiUrl } },
          logger,
        })
      : new HTTPReceiver({
          signingSecret: settings.transport.signingSecret,
          logger,
          ...(settings.acknowledgeWithinMs === undefined
            ? {}
            : { unhandledRequestTimeoutMillis: settings.acknowledgeWithinMs }),
        })
  const app = new App({
    token: settings.botToken,
    receiver,
    clientOptions,
    logger,
    deferInitialization: true,
    convoStore: false,
  })

  let inFlight = 0
  const handle = app.processEvent.bind(app)
  app.processEvent = async (request) => {
    inFlight += 1
    try {
      const event = eventOf(request.body)
      if (event && isOwnEcho(event)) return await request.ack()
      if (event && !(await inbox.receive(event)).fresh) return await request.ack()
      await handle(request)
      if (event) await inbox.finished(event)
    } finally {
      inFlight -= 1
    }
  }
  app.error(async (error) => {
    log.error({ err: error }, 'Bolt could not handle a request from Slack')
  })

  let connected = false
  if (receiver instanceof SocketModeReceiver) {
    receiver.client.on('connected', () => {
      connected = true
    })
    receiver.client.on('close', () => {
      connected = false
    })
  }

  return {
    app,
    requests: receiver instanceof HTTPReceiver ? receiver.requestListener : undefined,
    async start() {
      await app.init()
      if (receiver instanceof SocketModeReceiver) await receiver.start().catch(explainStart)
      connected = true
    },
    handleLeftBehind: (all) => handleLeftBehind(inbox, handle, log, all),
    async stop() {
      if (receiver instanceof SocketModeReceiver) await receiver.stop()
      for (let turn = 0; inFlight > 0 && turn < 100; turn += 1) await pause(50)
    },
    connected: () => connected,
    inFlight: () => inFlight,
  }
}

/** The bot token is proved before; what is refused here is the other one. */
function explainStart(error: unknown): never {
  const code = platformError(error)
  if (code === undefined) throw error
  throw new Error(
    `Slack refuses SLACK_APP_TOKEN (${code}). Make an app-level token with the scope connections:write on the app’s page, and switch Socket Mode on.`,
    { cause: error },
  )
}

async function handleLeftBehind(
  inbox: Inbox,
  handle: App['processEvent'],
  log: Logger,
  all: boolean,
): Promise<void> {
  for (const body of await inbox.claimLeftBehind(all)) {
    log.info({ event: body.event_id }, 'handling an event that was left behind')
    await handle({ body, ack: async () => undefined })
    await inbox.finished(body)
  }
}
