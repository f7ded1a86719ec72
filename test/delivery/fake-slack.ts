import { EventEmitter } from 'node:events'
import { z } from 'zod'

/** What happens to a call besides, or instead of, its effect. */
export type Fault =
  | 'refused'
  | 'reset-before'
  | 'reset-after'
  | '500-after'
  | 'fatal_error-after'
  | 'no-answer'
  /** The bot dies while it waits: nothing ever comes back to it. */
  | 'dies-before'
  | 'dies-after'
  | { readonly limitedFor: number }
  | { readonly error: string }

export interface Posted {
  readonly channel: string
  readonly ts: string
  text: string
  readonly markedBy: string
  edits: number
}

const blocks = z
  .string()
  .transform((text) => z.array(z.looseObject({ block_id: z.string().optional() })).parse(JSON.parse(text)))

/**
 * Slack as far as sending goes, as the `fetch` of a real WebClient: conversations that keep what was
 * posted, and calls that fail before or after their effect.
 */
export class FakeSlack extends EventEmitter<{ call: [method: string, channel: string]; death: [] }> {
  readonly messages: Posted[] = []
  readonly calls: string[] = []
  #faults: { method: string; channel: string | undefined; fault: Fault; left: number }[] = []
  #clock = 1_500_000_000
  /** The workspace's time, in seconds: like the movable clock of the bot. */
  now: () => number = () => this.#clock++

  /** The next calls of this method fail in this way; to one channel only when it is named. */
  fail(method: string, fault: Fault, options: { times?: number; channel?: string } = {}): void {
    this.#faults.push({ method, fault, left: options.times ?? 1, channel: options.channel })
  }

  heal(): void {
    this.#faults = []
  }

  in(channel: string): Posted[] {
    return this.messages.filter((message) => message.channel === channel)
  }

  delete(message: Posted): void {
    this.messages.splice(this.messages.indexOf(message), 1)
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const method = new URL(String(input)).pathname.split('/').at(-1) ?? ''
    const sent = new URLSearchParams(String(init?.body))
    const channel = sent.get('channel') ?? sent.get('users') ?? ''
    this.calls.push(`${method} ${channel}`)
    this.emit('call', method, channel)
    const fault = this.#next(method, channel)
    if (fault === 'refused') throw failedFetch('ECONNREFUSED', 'connect')
    if (fault === 'dies-before') return this.#death()
    if (fault === 'reset-before') throw failedFetch('ECONNRESET', 'read')
    if (typeof fault === 'object' && 'limitedFor' in fault)
      return new Response('', { status: 429, headers: { 'retry-after': String(fault.limitedFor) } })
    if (typeof fault === 'object') return Response.json({ ok: false, error: fault.error })
    if (fault === 'no-answer')
      return new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
      )
    const answer = this.#effect(method, sent)
    if (fault === 'dies-after') return this.#death()
    if (fault === 'reset-after') throw failedFetch('ECONNRESET', 'read')
    if (fault === '500-after') return new Response('oops', { status: 500 })
    if (fault === 'fatal_error-after') return Response.json({ ok: false, error: 'fatal_error' })
    return Response.json(answer)
  }

  #death(): Promise<never> {
    this.emit('death')
    return new Promise(() => {})
  }

  #next(method: string, channel: string): Fault | undefined {
    const found = this.#faults.find(
      (one) => one.left > 0 && one.method === method && (one.channel ?? channel) === channel,
    )
    if (found) found.left -= 1
    return found?.fault
  }

  #effect(method: string, sent: URLSearchParams): object {
    const channel = sent.get('channel') ?? ''
    const text = sent.get('text') ?? ''
    switch (method) {
      case 'conversations.open':
        return { ok: true, channel: { id: `D${sent.get('users')}` } }
      case 'chat.postMessage': {
        const ts = `${this.now()}.${String(this.messages.length).padStart(6, '0')}`
        const [first] = blocks.parse(sent.get('blocks'))
        this.messages.push({ channel, ts, text, markedBy: first?.block_id ?? '', edits: 0 })
        return { ok: true, channel, ts }
      }
      case 'chat.update': {
        const message = this.in(channel).find((one) => one.ts === sent.get('ts'))
        if (!message) return { ok: false, error: 'message_not_found' }
        message.text = text
        message.edits += 1
        return { ok: true, channel, ts: message.ts, text }
      }
      case 'conversations.history': {
        const since = Number(sent.get('oldest') ?? 0)
        const from = Number(sent.get('cursor') ?? 0)
        const all = this.in(channel).filter((one) => Number(one.ts) >= since)
        const messages = all.slice(from, from + 2).map((one) => ({
          ts: one.ts,
          text: one.text,
          blocks: [{ type: 'section', block_id: one.markedBy }],
        }))
        const more = all.length > from + 2
        return {
          ok: true,
          messages,
          has_more: more,
          ...(more ? { response_metadata: { next_cursor: String(from + 2) } } : {}),
        }
      }
      default:
        return { ok: false, error: 'unknown_method' }
    }
  }
}

/** As undici throws it (seen with Node 20 against a real server: answers.test.ts). */
function failedFetch(code: string, syscall: string): TypeError {
  const cause = Object.assign(new Error(`${syscall} ${code}`), { code, syscall })
  return new TypeError('fetch failed', { cause })
}
