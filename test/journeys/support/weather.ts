import type { World } from './world.ts'

/** Trouble that an edit of the clerk's control meets: repeating it does no harm, so nobody needs to hear of it. */
const storms = [
  { method: 'chat.update', kind: '429', retryAfter: 1 },
  { method: 'chat.update', kind: '503' },
  { method: 'chat.update', kind: '500' },
  { method: 'chat.update', kind: 'refused' },
  { method: 'chat.update', kind: 'reset-before' },
  { method: 'chat.update', kind: 'reset-after' },
  { method: 'chat.postMessage', kind: '429', retryAfter: 1 },
  { method: 'delivery', kind: 'duplicate-event' },
] as const

/** Slack in trouble, act after act: the same for the same seed. */
export class Weather {
  readonly met: string[] = []
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** Orders the trouble that the next act meets; one act of two meets some. */
  async next(world: World): Promise<void> {
    if (this.#roll(2) === 0) return
    const storm = storms[this.#roll(storms.length)] ?? storms[0]
    this.met.push(`${storm.method} ${storm.kind}`)
    await world.fault(storm)
  }

  /** mulberry32 */
  #roll(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}
