import type { WorkspaceClock } from './clock.ts'
import type { Faults } from './faults.ts'
import { newId } from './ids.ts'
import type { Journal } from './journal.ts'
import type { Json } from './json.ts'

export type DeliveryKind = 'slash_commands' | 'interactive' | 'events_api'

/** Something that Slack tells the app. */
export interface Delivery {
  readonly kind: DeliveryKind
  /** What it is about, for the journal: `/pack`, `block_actions publish`, `message.im`. */
  readonly name: string
  readonly payload: Json
  readonly user?: string
  readonly channel?: string
}

export interface Retry {
  readonly attempt: number
  readonly reason: string
}

/** `failure` is Slack's word for it: what a person is shown, or the retry reason. */
export interface Ack {
  readonly acknowledged: boolean
  readonly ms: number
  readonly payload?: unknown
  readonly failure?: string
}

export interface Parcel {
  readonly envelopeId: string
  readonly delivery: Delivery
  readonly retry: Retry | undefined
  readonly timeoutMs: number
  readonly dropConnection: boolean
}

export type Outcome = { readonly payload: unknown } | { readonly failure: string }

export interface Transport {
  readonly name: 'socket' | 'http'
  send(parcel: Parcel): Promise<Outcome>
}

/** docs.slack.dev, Events API: retried "nearly immediately", then after 1 minute, then after 5. */
const retryAfterMs = [0, 60_000, 300_000]

interface Waiting {
  readonly delivery: Delivery
  readonly retry: Retry
  readonly dueAt: number
}

export interface DeliveryParts {
  readonly transport: Transport
  readonly clock: WorkspaceClock
  readonly faults: Faults
  readonly journal: Journal
  /** Slack's limit is three seconds; Bolt does not enforce it in Socket Mode, so the workspace must. */
  readonly timeoutMs: number
}

export class Deliveries {
  readonly #parts: DeliveryParts
  #underWay = 0
  #waiting: Waiting[] = []
  readonly #timer: NodeJS.Timeout

  constructor(parts: DeliveryParts) {
    this.#parts = parts
    this.#timer = setInterval(() => this.retryDue(), 1000).unref()
  }

  /** Deliveries that have neither been acknowledged nor given up, those waiting for a later retry left out. */
  get underWay(): number {
    return this.#underWay
  }

  close(): void {
    clearInterval(this.#timer)
    this.#waiting = []
  }

  deliver(delivery: Delivery): Promise<Ack> {
    return this.#send(delivery, undefined)
  }

  /** Events are tried again when the app does not acknowledge them; the answer is about the first try. */
  async deliverEvent(delivery: Delivery): Promise<Ack> {
    const fault = this.#parts.faults.take('delivery', channels(delivery), ['duplicate-event', 'late-event'])
    if (fault) this.#parts.journal.write('fault', { kind: fault.kind, delivery: delivery.name })
    if (fault?.kind === 'late-event') {
      setTimeout(() => void this.#try(delivery, undefined), fault.ms)
      return { acknowledged: false, ms: 0, failure: 'late-event' }
    }
    const ack = await this.#try(delivery, undefined)
    if (fault?.kind === 'duplicate-event') await this.#try(delivery, { attempt: 1, reason: 'http_timeout' })
    return ack
  }

  /** Sends what is due by the workspace's clock; called each second and whenever the clock moves. */
  retryDue(): void {
    const now = this.#parts.clock.now()
    const due = this.#waiting.filter((waiting) => waiting.dueAt <= now)
    this.#waiting = this.#waiting.filter((waiting) => waiting.dueAt > now)
    for (const { delivery, retry } of due) void this.#try(delivery, retry)
  }

  async #try(delivery: Delivery, retry: Retry | undefined): Promise<Ack> {
    const ack = await this.#send(delivery, retry)
    const done = retry?.attempt ?? 0
    const delay = retryAfterMs[done]
    if (ack.acknowledged || delay === undefined) return ack
    const next = { attempt: done + 1, reason: ack.failure ?? 'http_timeout' }
    if (delay === 0) void this.#try(delivery, next)
    else this.#waiting.push({ delivery, retry: next, dueAt: this.#parts.clock.now() + delay })
    return ack
  }

  async #send(delivery: Delivery, retry: Retry | undefined): Promise<Ack> {
    const { transport, journal, faults, timeoutMs } = this.#parts
    const envelopeId = newId('E').toLowerCase()
    const about = {
      kind: delivery.kind,
      name: delivery.name,
      envelope: envelopeId,
      transport: transport.name,
    }
    const who = {
      ...(delivery.user ? { user: delivery.user } : {}),
      ...(delivery.channel ? { channel: delivery.channel } : {}),
    }
    const began = performance.now()
    this.#underWay += 1
    try {
      const fault = faults.take('delivery', channels(delivery), [
        'latency',
        'socket-drop',
        'refused',
        'reset-before',
        '500',
        '503',
      ])
      if (fault) journal.write('fault', { kind: fault.kind, delivery: delivery.name })
      if (fault?.kind === 'latency') await new Promise((passed) => setTimeout(passed, fault.ms))
      journal.write('delivery', {
        ...about,
        ...who,
        ...(retry ? { retry: retry.attempt, reason: retry.reason } : {}),
      })
      const lost = fault && fault.kind !== 'latency' && fault.kind !== 'socket-drop'
      const parcel = { envelopeId, delivery, retry, timeoutMs, dropConnection: fault?.kind === 'socket-drop' }
      const outcome: Outcome = lost ? { failure: 'dispatch_failed' } : await transport.send(parcel)
      const ms = Math.round((performance.now() - began) * 10) / 10
      const failure = 'failure' in outcome ? { failure: outcome.failure } : {}
      const ack: Ack = { acknowledged: !('failure' in outcome), ms, ...outcome }
      journal.write('ack', { ...about, ...who, ms, acknowledged: ack.acknowledged, ...failure })
      return ack
    } finally {
      this.#underWay -= 1
    }
  }
}

function channels(delivery: Delivery): string[] {
  return delivery.channel ? [delivery.channel] : []
}
