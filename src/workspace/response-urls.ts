import type { WorkspaceClock } from './clock.ts'
import { newSecret } from './ids.ts'

/** docs.slack.dev: "up to 5 times within 30 minutes". */
const uses = 5
const lifeMs = 30 * 60_000

/** What a response_url answers to. */
export interface ResponseTarget {
  readonly user: string
  readonly channel: string
  /** The message whose control was used. */
  readonly messageTs?: string
  readonly ephemeral?: boolean
  readonly threadTs?: string
}

export class ResponseUrls {
  readonly #clock: WorkspaceClock
  readonly #issued = new Map<string, { target: ResponseTarget; expires: number; left: number }>()
  base = ''

  constructor(clock: WorkspaceClock) {
    this.#clock = clock
  }

  issue(target: ResponseTarget): string {
    const id = newSecret(12)
    this.#issued.set(id, { target, expires: this.#clock.now() + lifeMs, left: uses })
    return `${this.base}/response/${id}`
  }

  use(id: string): { target: ResponseTarget } | { refusal: 'expired_url' | 'used_url' } {
    const issued = this.#issued.get(id)
    if (!issued || this.#clock.now() > issued.expires) return { refusal: 'expired_url' }
    if (issued.left <= 0) return { refusal: 'used_url' }
    issued.left -= 1
    return { target: issued.target }
  }
}
