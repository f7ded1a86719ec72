import { createHmac } from 'node:crypto'
import type { Bots } from './bots.ts'
import type { Delivery, Outcome, Parcel, Transport } from './deliveries.ts'
import { newSecret } from './ids.ts'
import { isRecord, parseJson } from './json.ts'

/** Deliveries as signed HTTP requests: form fields for commands, `payload=` for interactions, JSON for events. */
export class HttpDelivery implements Transport {
  readonly name = 'http'
  readonly #bots: Bots
  readonly #signingSecret: string

  constructor(bots: Bots, signingSecret: string) {
    this.#bots = bots
    this.#signingSecret = signingSecret
  }

  async send(parcel: Parcel): Promise<Outcome> {
    const bot = this.#bots.next()
    if (!bot) return { failure: 'dispatch_failed' }
    const { contentType, body } = encoded(parcel.delivery)
    const retry: Record<string, string> = parcel.retry
      ? {
          'x-slack-retry-num': String(parcel.retry.attempt),
          'x-slack-retry-reason': httpReason(parcel.retry.reason),
        }
      : {}
    const signal = AbortSignal.timeout(parcel.timeoutMs)
    try {
      const headers = { ...this.#signed(body), ...retry, 'content-type': contentType }
      const answer = await fetch(`${bot}/slack/events`, {
        method: 'POST',
        headers,
        body,
        signal,
        redirect: 'error',
      })
      const text = await answer.text()
      if (!answer.ok) return { failure: 'dispatch_failed' }
      const json = answer.headers.get('content-type')?.includes('json') ? parseJson(text) : undefined
      return { payload: json ?? (text || undefined) }
    } catch {
      return { failure: signal.aborted ? 'operation_timeout' : 'dispatch_failed' }
    }
  }

  /** Why the request URL does not pass Slack's check, or nothing when it does. */
  async whyNotVerified(bot: string): Promise<string | undefined> {
    const challenge = newSecret(16)
    const body = JSON.stringify({ token: 'local', challenge, type: 'url_verification' })
    try {
      const headers = { ...this.#signed(body), 'content-type': 'application/json' }
      const signal = AbortSignal.timeout(3000)
      const answer = await fetch(`${bot}/slack/events`, { method: 'POST', headers, body, signal })
      const text = await answer.text()
      const said = parseJson(text)
      const echoed = isRecord(said) ? said['challenge'] : text.trim()
      if (answer.ok && echoed === challenge) return undefined
      return `it answered ${answer.status} to url_verification; is the signing secret the same on both sides?`
    } catch (error) {
      return `it could not be reached (${error instanceof Error ? error.message : String(error)})`
    }
  }

  /** docs.slack.dev, "Verifying requests": real time, because the receiver checks it against its own clock. */
  #signed(body: string): Record<string, string> {
    const stamp = String(Math.floor(Date.now() / 1000))
    const digest = createHmac('sha256', this.#signingSecret).update(`v0:${stamp}:${body}`).digest('hex')
    return { 'x-slack-request-timestamp': stamp, 'x-slack-signature': `v0=${digest}` }
  }
}

function encoded(delivery: Delivery): { contentType: string; body: string } {
  if (delivery.kind === 'events_api') {
    return { contentType: 'application/json', body: JSON.stringify(delivery.payload) }
  }
  const fields = new URLSearchParams()
  if (delivery.kind === 'interactive') fields.set('payload', JSON.stringify(delivery.payload))
  else for (const [name, value] of Object.entries(delivery.payload)) fields.set(name, String(value))
  return { contentType: 'application/x-www-form-urlencoded', body: fields.toString() }
}

function httpReason(reason: string): string {
  return reason === 'operation_timeout' ? 'http_timeout' : 'http_error'
}
