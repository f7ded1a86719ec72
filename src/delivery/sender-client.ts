import { LogLevel, type Logger as SlackLogger, WebClient } from '@slack/web-api'
import type { Logger } from 'pino'

export interface SenderSettings {
  readonly token: string
  readonly slackApiUrl: string
  readonly log: Logger
  /** Of one call, from connecting to the last byte of the answer. */
  readonly timeoutMs?: number
  /** In place of the global one, for tests. */
  readonly fetch?: typeof fetch
}

export const SENDER_TIMEOUT_MS = 10_000
/** When Slack limits without saying for how long. */
const RETRY_AFTER_UNSAID_S = 30

/**
 * The client for background sends, apart from the one that answers people: the SDK's own retries would
 * post twice what Slack had accepted, and its waiting out of a 429 would delay every other call on the
 * same client (slack.md D2.1-3). Here the outbox does both.
 */
export function senderClient(settings: SenderSettings): WebClient {
  return new WebClient(settings.token, {
    slackApiUrl: settings.slackApiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: settings.timeoutMs ?? SENDER_TIMEOUT_MS,
    fetch: sayingHowLong(settings.fetch ?? fetch),
    logger: quietly(settings.log),
  })
}

/** The SDK turns a 429 without a usable Retry-After into an error without a class. */
function sayingHowLong(inner: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init)
    if (
      response.status !== 429 ||
      !Number.isNaN(Number.parseInt(response.headers.get('retry-after') ?? '', 10))
    )
      return response
    const headers = new Headers(response.headers)
    headers.set('retry-after', String(RETRY_AFTER_UNSAID_S))
    return new Response(response.body, { status: 429, statusText: response.statusText, headers })
  }
}

/** Failures are logged by the outbox, with the message they concern; the SDK's own lines are for debugging. */
function quietly(log: Logger): SlackLogger {
  const say = (...parts: unknown[]) => log.debug({ part: 'sender' }, parts.map(String).join(' '))
  return {
    debug: () => {},
    info: say,
    warn: say,
    error: say,
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  }
}
