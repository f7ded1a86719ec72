import { z } from 'zod'

/**
 * Trouble on order. A real "connection refused" is tested by pointing the bot at a closed port: a
 * listening server cannot refuse one call, so `refused` here destroys the connection before any
 * effect, and `reset-before` is the same under the name that a test of resets looks for.
 */
export const faultOrder = z.object({
  /** A Web API method, `*` for all of them, `delivery`, `files.download` or `response_url`. */
  method: z.string().min(1),
  kind: z.enum([
    '429',
    '500',
    '503',
    'refused',
    'reset-before',
    'reset-after',
    'latency',
    'error',
    'duplicate-event',
    'late-event',
    'socket-drop',
  ]),
  count: z.number().int().positive().default(1),
  retryAfter: z.number().nonnegative().default(1),
  ms: z.number().nonnegative().default(1000),
  error: z.string().default('internal_error'),
  after: z.number().int().nonnegative().default(0),
  channel: z.string().optional(),
})

export type Fault = z.output<typeof faultOrder>
export type FaultKind = Fault['kind']

/** What can happen to a call that the app makes; the other kinds happen to deliveries. */
export const callFaults: readonly FaultKind[] = [
  '429',
  '500',
  '503',
  'refused',
  'reset-before',
  'reset-after',
  'latency',
  'error',
]

/** These are named in an order, or not meant. */
const notMethods = new Set(['delivery', 'files.download', 'response_url'])

export class Faults {
  #orders: { fault: Fault; skip: number; left: number }[] = []

  add(fault: Fault): void {
    this.#orders.push({ fault, skip: fault.after, left: fault.count })
  }

  clear(): void {
    this.#orders = []
  }

  get waiting(): readonly Fault[] {
    return this.#orders.map((order) => ({ ...order.fault, count: order.left, after: order.skip }))
  }

  /** The fault that is due for this call, used up by asking. */
  take(method: string, channels: readonly string[] = [], kinds?: readonly FaultKind[]): Fault | undefined {
    for (const order of this.#orders) {
      const { fault } = order
      const everyCall = fault.method === '*' && !notMethods.has(method)
      if (fault.method !== method && !everyCall) continue
      if (fault.channel && !channels.includes(fault.channel)) continue
      if (kinds && !kinds.includes(fault.kind)) continue
      if (order.skip > 0) {
        order.skip -= 1
        continue
      }
      order.left -= 1
      if (order.left <= 0) this.#orders = this.#orders.filter((other) => other !== order)
      return fault
    }
    return undefined
  }
}
