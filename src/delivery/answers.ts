import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'

/**
 * What an answer, or its absence, says about a call to Slack:
 *
 * - `not-sent`: surely without effect; try again
 * - `limited`: surely without effect; try again when Slack allows, which counts as no try
 * - `in-doubt`: it may have had its effect
 * - `refused`: surely without effect, and trying again changes nothing
 */
export type Verdict =
  | { readonly verdict: 'not-sent'; readonly code: string }
  | { readonly verdict: 'limited'; readonly code: string; readonly retryAfterMs: number }
  | { readonly verdict: 'in-doubt'; readonly code: string }
  | { readonly verdict: 'refused'; readonly code: string }

/** For what Slack limits in the body of an answer, where it names no time. */
const LIMITED_FOR_MS = 30_000

/**
 * Codes of Slack's own that are no definite refusal. Words as in docs.slack.dev/reference/methods:
 * chat.postMessage, chat.update, conversations.open (crawled in smstoslack/slack_kit priv/docs/methods).
 */
const PLATFORM: Readonly<Record<string, 'not-sent' | 'limited' | 'in-doubt'>> = {
  /** "The request has been ratelimited." */
  ratelimited: 'limited',
  /** "Application has posted too many messages." */
  rate_limited: 'limited',
  /** "The service is temporarily unavailable." */
  service_unavailable: 'not-sent',
  /** "The workspace is undergoing migration; operations will be intermittently unavailable." */
  team_added_to_org: 'not-sent',
  /** "The channel is in the process of migrating": so it cannot be updated at this time. */
  external_channel_migrating: 'not-sent',
  /** "The method was called via a POST request, but the POST data was either missing or truncated": never acted on. */
  request_timeout: 'not-sent',
  /** "It's possible some aspect of the operation succeeded before the error was raised." */
  fatal_error: 'in-doubt',
  internal_error: 'in-doubt',
  /** "Internal update failure." */
  update_failed: 'in-doubt',
}

/** An error code is one word of this shape; anything else is a page that is no answer of Slack's. */
const CODE_SHAPE = /^[a-z][a-z0-9_]*$/

/** What failed before a byte of the request was written, by the system call that failed. */
const BEFORE_WRITING: readonly unknown[] = ['connect', 'getaddrinfo']
/** undici, and Node's TLS: errors of connecting that name no system call. */
const NEVER_CONNECTED =
  /^(UND_ERR_CONNECT_TIMEOUT|ERR_INVALID_URL|ERR_TLS_CERT_ALTNAME_INVALID|ERR_SSL_WRONG_VERSION_NUMBER|CERT_[A-Z_]+|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_[A-Z_]+)$/
/** fetch refuses these itself, without a code. */
const NEVER_TRIED: readonly unknown[] = ['unknown scheme', 'bad port']

/**
 * Judge what a call on a sender client threw. When in doubt it says so: whatever is not known to be
 * without effect may have had one.
 */
export function verdictOf(error: unknown): Verdict {
  if (error instanceof WebAPIRateLimitedError)
    return { verdict: 'limited', code: 'ratelimited', retryAfterMs: error.retryAfter * 1000 }
  if (error instanceof WebAPIPlatformError) return ofPlatform(error.data.error)
  if (error instanceof WebAPIHTTPError) return ofStatus(error.statusCode)
  const cause = error instanceof WebAPIRequestError ? error.original : error
  if (error instanceof WebAPIRequestError && wasNeverWritten(cause))
    return { verdict: 'not-sent', code: codeIn(cause) ?? 'not-connected' }
  return { verdict: 'in-doubt', code: isTimeout(cause) ? 'timed-out' : (codeIn(cause) ?? 'no-answer') }
}

/** The verdict on a "success" that lacks what a success has. */
export const unreadableAnswer: Verdict = { verdict: 'in-doubt', code: 'unreadable-answer' }

function ofPlatform(code: unknown): Verdict {
  if (typeof code !== 'string' || !CODE_SHAPE.test(code)) return unreadableAnswer
  const verdict = PLATFORM[code] ?? 'refused'
  return verdict === 'limited' ? { verdict, code, retryAfterMs: LIMITED_FOR_MS } : { verdict, code }
}

/** Slack answers 200 to what it understood; other codes come from its edge or from a proxy in between. */
function ofStatus(status: number): Verdict {
  const code = `http-${status}`
  if (status === 408 || status < 400 || status >= 500) return { verdict: 'in-doubt', code }
  return { verdict: 'refused', code }
}

function wasNeverWritten(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false
  const field = (name: string): unknown => Reflect.get(error, name)
  // Several addresses were tried (localhost as ::1 and 127.0.0.1): all must have failed in connecting.
  if (error instanceof AggregateError)
    return error.errors.length > 0 && error.errors.every((one) => wasNeverWritten(one, depth + 1))
  if (BEFORE_WRITING.includes(field('syscall')) || NEVER_TRIED.includes(field('message'))) return true
  const code = field('code')
  if (typeof code === 'string' && NEVER_CONNECTED.test(code)) return true
  return wasNeverWritten(field('cause'), depth + 1)
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError'
}

/** The system's or undici's code, such as `ECONNRESET` or `UND_ERR_SOCKET`, as it is in the log. */
function codeIn(error: unknown, depth = 0): string | undefined {
  if (typeof error !== 'object' || error === null || depth > 4) return undefined
  const code: unknown = Reflect.get(error, 'code')
  if (typeof code === 'string') return code
  return codeIn(Reflect.get(error, 'cause'), depth + 1)
}
