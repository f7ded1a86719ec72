import { vi } from 'vitest'
import { z } from 'zod'
import { Hand } from '../../workspace/council.ts'
import { Person } from './person.ts'

const entry = z.looseObject({ seq: z.number(), type: z.string() })
export type Entry = z.output<typeof entry>

/** The workspace as tests see it, whoever runs it. */
export class World {
  readonly hand: Hand

  constructor(url: string) {
    this.hand = new Hand(url)
  }

  as(name: string): Person {
    return new Person(this.hand, name, () => this.idle())
  }

  /** Waits until nothing is under way in the workspace or the bot, and no message is due. */
  async idle(timeoutMs = 30_000): Promise<void> {
    // A machine at its limit loses the socket for a moment; a person would look again, too.
    await vi.waitUntil(() => this.#connected(), { timeout: timeoutMs, interval: 50 })
    const answer = await this.hand.ask('idle', { timeoutMs })
    if (answer['idle'] === true) return
    const last = (await this.journal()).slice(-8).map((one) => JSON.stringify(one).slice(0, 300))
    throw new Error(`Not idle after ${timeoutMs} ms: ${JSON.stringify(answer)}\n${last.join('\n')}`)
  }

  async journal(filter: { readonly type?: string; readonly method?: string } = {}): Promise<Entry[]> {
    const { entries } = await this.hand.ask(`journal?${new URLSearchParams(filter)}`)
    return z.array(entry).parse(entries)
  }

  /** Move the clock of workspace and bot, such as `P3D`; or to an instant. */
  async advance(order: { readonly advance: string } | { readonly set: string }): Promise<void> {
    const answer = await this.hand.ask('clock', order)
    if (answer.status !== 200) throw new Error(String(answer['error']))
    await this.idle()
  }

  async fault(order: { readonly method: string; readonly kind: string; readonly [more: string]: unknown }) {
    const answer = await this.hand.ask('faults', order)
    if (answer.status !== 200) throw new Error(String(answer['error']))
  }

  async #connected(): Promise<boolean> {
    const answer = await fetch(`${this.hand.url}/health`)
    return !(await answer.text()).includes('not connected')
  }

  async calm(): Promise<void> {
    await this.hand.ask('faults', undefined, 'DELETE')
  }
}
